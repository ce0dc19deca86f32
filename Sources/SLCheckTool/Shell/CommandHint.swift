internal import Basics

extension Command {
  /// Finds the command that a misspelled word was most likely meant to be.
  ///
  /// - Returns: `nil` for what is no word, since it is a file first of all.
  static func nearest(to typed: String) -> Command? {
    guard typed.allSatisfy(\.isLetter) else { return nil }
    return NearestName.of(typed, in: allCases.map(\.rawValue)).flatMap { Command(rawValue: $0) }
  }
}
