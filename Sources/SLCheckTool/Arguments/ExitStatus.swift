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
