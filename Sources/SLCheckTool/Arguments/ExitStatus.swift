/// How a run ended, for whoever started it; 0 to 2 always mean that it worked.
package enum ExitStatus: Int32, CaseIterable, Hashable, Sendable {
  /// What was required holds, or nothing was.
  case success = 0
  /// A requirement fails, a claim is refuted, a report does not verify, a difference was found.
  case failed = 1
  /// What was required or claimed is indeterminate.
  case indeterminate = 2
  /// The command line is not understood.
  case usage = 64
  /// The data cannot be used.
  case data = 65
  /// An input cannot be opened.
  case noInput = 66
  /// A bug of ours.
  case internalError = 70
  /// The output cannot be created or written.
  case cannotWrite = 73
  /// Reading or writing broke off.
  case inputOutput = 74
  /// The configuration is not understood.
  case configuration = 78
}

extension ExitStatus {
  /// A few words for the end of help.
  package var words: String {
    switch self {
    case .success: "done, and what was required holds"
    case .failed: "it fails"
    case .indeterminate: "it is indeterminate"
    case .usage: "usage"
    case .data: "data"
    case .noInput: "no input"
    case .internalError: "a bug"
    case .cannotWrite: "no output"
    case .inputOutput: "reading or writing failed"
    case .configuration: "configuration"
    }
  }

  /// A sentence for the manual page.
  package var meaning: String {
    switch self {
    case .success: "The run worked, and what was required holds or nothing was."
    case .failed:
      "The run worked; a requirement fails, a claim is refuted, a report does not verify, or a "
        + "difference was found."
    case .indeterminate: "The run worked; what was required or claimed is indeterminate."
    case .usage: "The command line is not understood."
    case .data:
      "The data cannot be used: rejected rows past the limit, conflicts, ambiguous dates, "
        + "implausible columns, a file that is empty or not understood."
    case .noInput: "An input cannot be opened."
    case .internalError: "A bug of slcheck."
    case .cannotWrite: "The output cannot be written, or would replace what must not be replaced."
    case .inputOutput: "Reading or writing broke off."
    case .configuration: "The configuration is not understood."
    }
  }
}
