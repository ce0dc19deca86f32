internal import Foundation
internal import Synchronization

/// What a run of a built program came to: its two outputs and its status.
///
/// The program is the real one, found beside the tests. Its outputs go to files,
/// so that no amount of output can block it.
///
/// ```swift
/// let run = try ToolRun(["--version"])
/// run.status  // 0
/// ```
package struct ToolRun: Sendable {
  /// Where the program reads its standard input from.
  package enum Input: Sendable {
    /// A source without any bytes, which is no terminal.
    case empty
    /// A pipe that carries these bytes and ends.
    case pipe([UInt8])
    /// A pipe that carries each of these parts only some seconds behind the one before, and
    /// ends so much later.
    case slowPipe([[UInt8]], seconds: Double)
    /// No descriptor at all.
    case closed
    /// A terminal at which nobody types.
    case terminal
    /// A device that gives these bytes, fewer than 4,096, and then an error, on Linux.
    case failing(after: [UInt8])
  }

  /// Where the program writes its standard output to.
  package enum Output: Sendable {
    /// A file that is read afterwards.
    case captured
    /// A terminal, whose screen is read afterwards.
    case terminal
    /// A pipe that nobody reads.
    case closedPipe
    /// A device or a file.
    case file(String)
  }

  /// What was written to standard output.
  package let outputBytes: [UInt8]
  /// What was written to standard error.
  package let errorBytes: [UInt8]
  /// The status that the process ended with; the negated number of a signal that ended it.
  package let status: Int32

  /// Standard output as text.
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error as text.
  package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  /// The lines of standard error.
  package var errorLines: [String] { errors.split(separator: "\n").map { String($0) } }

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What is typed behind its name.
  ///   - program: The name of an executable of the package, or a path.
  ///   - input: Where its standard input comes from.
  ///   - output: Where its standard output goes.
  ///   - errorsToTerminal: Whether its standard error is a terminal, another than that of its
  ///     output.
  ///   - columns: The width of the terminals; `nil` where they tell none.
  ///   - environment: Variables beside those of a fixed, small environment.
  ///   - folder: The working directory; by default an empty one.
  /// - Throws: When the program cannot be started.
  package init(
    _ arguments: [String], program: String = "slcheck", input: Input = .empty,
    output: Output = .captured, errorsToTerminal: Bool = false, columns: UInt16? = nil,
    environment: [String: String] = [:], in folder: String? = nil
  ) throws {
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: program.contains("/") ? program : try ToolRun.path(ofProgram: program))
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    process.currentDirectoryURL = URL(
      fileURLWithPath: try folder ?? scratch.makeFolder("working-directory"))
    if case .closed = input {
      // The shell closes the descriptor and becomes the program.
      process.arguments = ["-c", "exec \"$0\" \"$@\" <&-", process.executableURL!.path] + arguments
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
    }

    var screen: PseudoTerminal?
    // A process that has ended keeps its handles for as long as Foundation keeps it.
    var handles: [FileHandle] = []
    defer { for handle in handles { try? handle.close() } }
    func writing(to path: String) throws -> FileHandle {
      let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      handles.append(handle)
      return handle
    }
    var errorScreen: PseudoTerminal?
    var feed: (handle: FileHandle, parts: [[UInt8]], seconds: Double)?
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    // One start at a time, so that no child inherits the pipe of another.
    try ToolRun.starts.withLock { _ in
      switch input {
      case .empty, .closed: process.standardInput = FileHandle.nullDevice
      case .pipe(let bytes):
        let pipe = Pipe()
        process.standardInput = pipe
        feed = (pipe.fileHandleForWriting, [bytes], 0)
      case .slowPipe(let parts, let seconds):
        let pipe = Pipe()
        process.standardInput = pipe
        feed = (pipe.fileHandleForWriting, parts, seconds)
      case .terminal:
        let terminal = try PseudoTerminal(columns: columns)
        screen = terminal
        process.standardInput = terminal.child
      case .failing(let bytes):
        let handle = try PseudoTerminal.failing(after: bytes)
        process.standardInput = handle
        handles.append(handle)
      }
      switch output {
      case .captured:
        process.standardOutput = try writing(to: try scratch.write("output", ""))
      case .terminal:
        let terminal = try screen ?? PseudoTerminal(columns: columns)
        screen = terminal
        process.standardOutput = terminal.child
      case .closedPipe:
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        process.standardOutput = pipe.fileHandleForWriting
        handles.append(pipe.fileHandleForWriting)
      case .file(let path):
        process.standardOutput = try writing(to: path)
      }
      if errorsToTerminal {
        let terminal = try PseudoTerminal(columns: columns)
        errorScreen = terminal
        process.standardError = terminal.child
      } else {
        process.standardError = try writing(to: try scratch.write("errors", ""))
      }
      try process.run()
    }
    screen?.beginReading()
    errorScreen?.beginReading()
    if let (handle, parts, seconds) = feed {
      // A program that stops reading early is no failure of the test.
      for part in parts {
        try? handle.write(contentsOf: Data(part))
        if seconds > 0 { Thread.sleep(forTimeInterval: seconds) }
      }
      try? handle.close()
    }
    ended.wait()
    switch output {
    case .captured: outputBytes = try scratch.bytes("output")
    case .terminal: outputBytes = screen?.finish() ?? []
    case .closedPipe, .file: outputBytes = []
    }
    errorBytes = try errorScreen?.finish() ?? scratch.bytes("errors")
    status =
      process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  private static let starts = Mutex(())
}

// MARK: - Limits

extension ToolRun {
  /// The beginning of a shell's line that limits the memory of what follows.
  ///
  /// Under a sanitizer, which SLCHECK_SANITIZED tells and whose own memory is far more,
  /// there is no limit, and all but the limit is tested.
  package static func memoryLimit(kibibytes: Int) -> String {
    let isSanitized = ProcessInfo.processInfo.environment["SLCHECK_SANITIZED"] != nil
    return isSanitized ? "" : "ulimit -d \(kibibytes); "
  }
}

// MARK: - Finding the programs

extension ToolRun {
  private struct NotFound: Error, CustomStringConvertible {
    let program: String
    var description: String { "no executable \(program) beside the tests" }
  }

  /// Finds an executable of the package in the folders around that of the tests.
  ///
  /// - Throws: When there is none.
  package static func path(ofProgram name: String) throws -> String {
    let typed = ProcessInfo.processInfo.arguments
    for start in [Bundle.main.executablePath].compactMap({ $0 }) + typed where start.contains("/") {
      var folder = URL(fileURLWithPath: start)
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let path = folder.appendingPathComponent(name).path
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
          !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: path)
        {
          return path
        }
      }
    }
    throw NotFound(program: name)
  }
}
