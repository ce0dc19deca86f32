internal import Basics

extension Arguments {
  /// The same for a second reading: what the first one said is not said again, and its
  /// rejects are listed already.
  var readingAgain: Arguments {
    var again = self
    again.claimsPath = nil
    again.rejectsPath = nil
    again.evidencePath = nil
    again.rejectsAreRaw = false
    again.wantsDigests = false
    return again
  }
}

extension Arguments.Input {
  /// Whether the input gives the same bytes when it is opened again.
  var canBeReadAgain: Bool {
    switch self {
    case .standardInput: false
    case .bytes: true
    case .file(let path): FileKind.isRegular(path) && !path.hasPrefix("/dev/")
    }
  }
}
