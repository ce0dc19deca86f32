/// A database server of one test, reached by a socket in a folder of its own.
package enum DatabaseServer {
  /// Starts a server, runs what psql is told in a folder, and ends the server.
  ///
  /// - Parameters:
  ///   - statements: What psql reads: SQL, and commands of its own.
  ///   - folder: The folder that it runs in, for files that it reads.
  /// - Returns: The rows of the results, with a bar between cells.
  /// - Throws: When a program cannot be started.
  package static func run(_ statements: String, in folder: String) throws -> ToolRun {
    // The server runs as nobody where root tests; its socket's path has to be short.
    let script = """
      set -eu
      bin=$1; statements=$2; user=$(id -u)
      home=$(mktemp -d)
      as() { if [ "$user" = 0 ]; then /usr/sbin/runuser -u nobody -- "$@"; else "$@"; fi; }
      stop() { as "$bin/pg_ctl" -D "$home/data" -m immediate stop >&2 || true; rm -rf "$home"; }
      trap stop EXIT
      if [ "$user" = 0 ]; then chown nobody "$home"; fi
      (
        cd "$home"
        as "$bin/initdb" -D data -A trust -U test -E UTF8 --locale=C --no-sync >&2
        as "$bin/pg_ctl" -D data -w -t 60 -l log \\
          -o "-c listen_addresses= -c fsync=off -k $home" start >&2
      )
      PGCLIENTENCODING=UTF8 psql -X -h "$home" -U test -d postgres -v ON_ERROR_STOP=1 -qAt \\
        -f "$statements"
      """
    let scratch = try ScratchFolder()
    let path = try scratch.write("statements.sql", statements)
    return try ToolRun(
      ["180", "/bin/sh", "-c", script, "sh", InstalledProgram.postgreSQL ?? "", path],
      program: "/usr/bin/timeout", environment: ["HOME": scratch.path], in: folder)
  }
}
