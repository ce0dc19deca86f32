/// What is wrong with a record that cannot be read as fields, and where.
///
/// Only the first physical line of such a record is left out, so that one stray
/// quote cannot swallow a file.
public struct RecordProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable, CaseIterable {
    /// A closing quote is followed by something other than a delimiter or a line break.
    case textAfterQuote
    /// A quote is not closed by the end of the input, or not soon enough.
    case unclosedQuote
    /// The record is longer than the limit.
    case recordTooLong
    /// The physical line alone is longer than the limit; only its beginning is kept.
    case lineTooLong
  }

  /// What is wrong.
  public let reason: Reason
  /// The physical line of the place, from 1, which may lie below the record's first line.
  public internal(set) var line: Int
  /// The column of the place in characters, from 1.
  public let column: Int
  /// The offset of the place in the input.
  public let byteOffset: Int
}

// MARK: - Sentences

extension RecordProblem: CustomStringConvertible {
  /// What is wrong, to be read after the place.
  public var description: String {
    switch reason {
    case .textAfterQuote: "text after a closing quote"
    case .unclosedQuote: "a quote is not closed by the end of the input or within 1 MiB"
    case .recordTooLong: "the record is longer than 1 MiB"
    case .lineTooLong: "the line is longer than 1 MiB"
    }
  }
}
