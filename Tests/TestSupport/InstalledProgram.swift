internal import Foundation

/// Programs of other projects that a test needs and that need not be there.
package enum InstalledProgram {
  /// Finds a program in the folders of the search path by its name; `nil` where there is none,
  /// and what needs it is skipped.
  package static func path(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The folder of PostgreSQL's server programs, which Debian keeps by version and off the
  /// search path; `nil` where there is none, or no client.
  package static let postgreSQL: String? = {
    guard path("psql") != nil else { return nil }
    if let initdb = path("initdb") { return (initdb as NSString).deletingLastPathComponent }
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
      .first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }
  }()
}
