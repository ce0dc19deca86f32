internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A program that reads a file as its standard input, and whose output is read.
///
/// It is ended and reaped when the value is let go before its end, and dies of the
/// closed pipe when the process itself is ended. Its environment holds only the
/// search path, and its words are those of the C locale.
public final class ChildProcess: Sendable {
  /// What a program came to.
  public struct Ending: Hashable, Sendable {
    /// Whether it ended by itself with status 0.
    public let isSuccess: Bool
    /// The first line that it wrote to standard error, or how it ended where it wrote none.
    public let message: String
  }

  private let program: String
  private let output: Int32
  private let errors: Int32
  /// The process until it is reaped.
  private let process: Mutex<pid_t?>
  /// Far more than the first line of a message.
  private static let messageBytes = 4096

  /// Starts a program, which is looked for in the search path.
  ///
  /// - Parameters:
  ///   - program: Its name.
  ///   - arguments: What stands behind its name.
  ///   - input: What it reads. Both share one place in the file, so nobody else may read it
  ///     meanwhile.
  /// - Throws: `SystemError` when it is not found or cannot be started.
  public init(_ program: String, _ arguments: [String], input: InputFile) throws(SystemError) {
    // Where dead children are not kept, how they ended could not be asked.
    _ = signal(SIGCHLD, SIG_DFL)
    let output = try Descriptor.pipe(path: program)
    let errors: (read: Int32, write: Int32)
    do throws(SystemError) { errors = try Descriptor.pipe(path: program) } catch {
      Descriptor.close(output)
      throw error
    }
    // Nobody reads messages before the end, and no number of them may block the program.
    for end in [errors.read, errors.write] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    let started = ChildProcess.start(
      [program] + arguments, input.descriptor, output.write, errors.write)
    _ = close(output.write)
    _ = close(errors.write)
    guard started.problem == 0 else {
      _ = close(output.read)
      _ = close(errors.read)
      throw SystemError(operation: .open, path: program, errno: started.problem)
    }
    self.program = program
    self.output = output.read
    self.errors = errors.read
    process = Mutex(started.process)
  }

  deinit {
    _ = close(output)
    _ = close(errors)
    process.withLock { process in
      guard let process else { return }
      _ = kill(process, SIGKILL)
      _ = ChildProcess.reap(process)
    }
  }

  /// Reads once from the output into a part of an array.
  ///
  /// - Returns: How many bytes were read; 0 when the program has closed its output.
  /// - Throws: `SystemError` when the system refuses. An interrupted call is repeated.
  /// - Precondition: The part lies within the array.
  public func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(SystemError) -> Int {
    try Descriptor.read(from: output, into: &bytes, at: offset, count: count, path: program)
  }

  /// Waits for the end of the program, whose output has been read.
  public func finish() -> Ending {
    let status = process.withLock { process -> Int32? in
      defer { process = nil }
      return process.flatMap(ChildProcess.reap)
    }
    guard status != 0 else { return Ending(isSuccess: true, message: "") }
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: ChildProcess.messageBytes)
    let count =
      (try? Descriptor.read(from: errors, into: &bytes, at: 0, count: bytes.count, path: program))
      ?? 0
    let line = bytes[..<count].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).first
    let words =
      switch status {
      case nil: "it is not known how it ended"
      case let status? where status & 0x7F == 0: "ended with status \(status >> 8 & 0xFF)"
      case let status?: "was ended by signal \(status & 0x7F)"
      }
    return Ending(
      isSuccess: false, message: line.map { String(decoding: $0, as: UTF8.self) } ?? words)
  }
}

// MARK: - System calls

extension ChildProcess {
  /// Starts a process with three descriptors and nothing else.
  private static func start(
    _ words: [String], _ input: Int32, _ output: Int32, _ errors: Int32
  ) -> (process: pid_t, problem: Int32) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    // SAFETY: each call reads and writes the values that it is given, which are set up
    // first and torn down last.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawnattr_init(&attributes)
    defer { _ = unsafe posix_spawnattr_destroy(&attributes) }
    for (from, to) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      unsafe posix_spawn_file_actions_adddup2(&actions, from, to)
    }
    // The program is to die of what this process does not.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe sigaddset(&signals, SIGXFSZ)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

    let path = Environment.value(of: "PATH").map { ["PATH=" + $0] } ?? []
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var environment = unsafe (path + ["LC_ALL=C"]).map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + environment).forEach { unsafe free($0) } }
    var process: pid_t = 0
    // SAFETY: both lists end with nil and hold texts that live until this returns.
    let problem = unsafe posix_spawnp(
      &process, words[0], &actions, &attributes, &arguments, &environment)
    return (process, problem)
  }

  /// Waits for a process; nil when the system does not know it.
  private static func reap(_ process: pid_t) -> Int32? {
    var status: Int32 = 0
    while true {
      // SAFETY: the call writes one status.
      if unsafe waitpid(process, &status, 0) == process { return status }
      if errno != EINTR { return nil }
    }
  }
}
