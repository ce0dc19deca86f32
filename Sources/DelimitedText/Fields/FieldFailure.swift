/// Why a field is not the value that its column asks for.
public enum FieldFailure: Error, Hashable, Sendable, CaseIterable {
  /// Not a number of any kind.
  case notANumber
  /// A count below zero.
  case negativeCount
  /// A count with a part of one.
  case fractionalCount
  /// A count beyond 2⁵³.
  case countTooLarge
  /// Neither seconds nor minutes and seconds nor hours, minutes and seconds.
  case notADuration
  /// A duration below zero.
  case negativeDuration
  /// A duration of more than 10⁹ seconds.
  case durationTooLarge
  /// Not a time stamp in any order.
  case notATime
  /// A time stamp of the right form for a day or a time that does not exist.
  case noSuchTime
  /// A time stamp whose parts stand in another order than ISO 8601 has them.
  case otherDateOrder
  /// Not written as the configured format says.
  case otherFormat
  /// A number with more digits than are kept exactly.
  case tooManyDigits
  /// Not a month.
  case notAMonth
  /// Not a quarter of a year.
  case notAQuarter
  /// Not a percentage, or one below 0.
  case notAPercentage
  /// Neither yes nor no.
  case notATruth
  /// Not an amount of money, or one beyond what is kept exactly.
  case notAnAmount
  /// Not a stretch of time that a claim can be about.
  case notAPeriod
  /// Not a part of a center that a claim can be about.
  case notAScope
  /// Not a number that can be claimed.
  case notAFigure
  /// Not a list of waits.
  case notWaits
  /// More waits than there are contacts.
  case tooManyWaits
  /// Counts that contradict each other, or are of nothing known.
  case notASum
  /// Not the digest of a part.
  case notAPart
}

// MARK: - Sentences

extension FieldFailure: CustomStringConvertible {
  /// What is wrong, to be read after the name of the column and the text of the field.
  public var description: String {
    switch self {
    case .notANumber: "not a number"
    case .negativeCount: "a negative count"
    case .fractionalCount: "not a whole number"
    case .countTooLarge: "a count beyond 2^53"
    case .notADuration: "not a duration (seconds, m:ss or h:mm:ss)"
    case .negativeDuration: "a negative duration"
    case .durationTooLarge: "a duration beyond 1000000000 seconds"
    case .notATime: "not a time (YYYY-MM-DD HH:MM:SS)"
    case .noSuchTime: "a day or a time that does not exist"
    case .otherDateOrder:
      "a date in another order than YYYY-MM-DD; say which with --date-order mdy, dmy or ymd"
    case .otherFormat: "not a time of the configured format"
    case .tooManyDigits: "a number of more than 6 decimals, or of more than 24 digits before them"
    case .notAMonth: "not a month (YYYY-MM)"
    case .notAQuarter: "not a quarter (YYYY-Q1 to YYYY-Q4)"
    case .notAPercentage: "not a percentage"
    case .notATruth: "neither yes nor no"
    case .notAnAmount: "not an amount"
    case .notAPeriod:
      "not a period (2026-03-02, 2026-03, 2026-01..2026-06, last-12-months, past-120-days)"
    case .notAScope: "not a scope (service=NAME;site=NAME;queue=NAME;channel=NAME;standard=8.01)"
    case .notAFigure: "not a figure (84.1%, 20.5 s, 5.80, 11, 11/12)"
    case .notWaits: "not a list of waits (3*4 7.5 12*2)"
    case .tooManyWaits: "more waits than contacts"
    case .notASum: "a count that the rest of its row contradicts"
    case .notAPart: "not a part of a roll-up"
    }
  }
}
