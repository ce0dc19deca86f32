import Basics

/// A reason why a run ends without a result: the sentences and the exit status.
struct ToolError: Error, Hashable, Sendable {
  /// The lines for standard error; each begins with the file it is about, or with
  /// the name of the program.
  let lines: [String]
  /// The status that the process ends with.
  let status: ExitStatus

  /// A line that begins with the file it is about.
  init(_ line: String, _ status: ExitStatus) {
    self.init([line], status)
  }

  /// A sentence that is about no file.
  init(sentence: String, _ status: ExitStatus) {
    self.init(["slcheck: " + sentence], status)
  }

  init(_ lines: [String], _ status: ExitStatus) {
    self.lines = lines
    self.status = status
  }

  /// A system call that failed: an input that cannot be opened or read on, an output
  /// that cannot be written.
  init(_ error: SystemError) {
    let status: ExitStatus =
      switch error.operation {
      case .open: .noInput
      case .read: .inputOutput
      case .write: .cannotWrite
      }
    self.init("\(VisibleText.escaping(error.path)): \(error.message)", status)
  }
}
