import Basics

/// A reason why a run ends without a result: the sentences and the exit status.
struct ToolError: Error, Hashable, Sendable {
  /// The lines for standard error.
  let lines: [String]
  /// The status that the process ends with.
  let status: ExitStatus

  init(_ line: String, _ status: ExitStatus) {
    lines = [line]
    self.status = status
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
