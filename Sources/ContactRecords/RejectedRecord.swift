public import Basics
public import DelimitedText

/// A row that cannot be read, with its place and the reason.
public struct RejectedRecord: Error, Hashable, Sendable {
  /// The reasons.
  public enum Reason: Hashable, Sendable {
    /// The record cannot be cut into fields.
    case malformed(RecordProblem)
    /// The record has more or fewer fields than the header.
    case fieldCount(found: Int, expected: Int)
    /// A field that does not parse: its column, its text and what is wrong.
    case field(column: String, text: String, FieldFailure)
    /// A number outside the limits of its column.
    case outside(column: String, text: String, ClosedRange<Int>)
    /// A number that has to be above zero.
    case notPositive(column: String, text: String)
    /// A number above that of another column, which limits it.
    case aboveLimit(column: String, text: String, limit: String, limitText: String)
    /// A scale without room between its ends.
    case emptyScale(low: Int, high: Int)
    /// A scale on which promoters and detractors are not defined.
    case notPromoterScale(low: Int, high: Int)
    /// A word that is none of the few that its column knows.
    case unknownWord(column: String, text: String, nearest: String?, known: [String])
    /// An amount whose sign and whose column name two currencies.
    case twoCurrencies(String, String)
    /// A stretch of days that ends before it begins.
    case endsBeforeStart(start: String, end: String)
    /// A field that has to be there is absent.
    case absent(column: String)
    /// A contact that was answered before it started.
    case answeredBeforeStart(column: String, text: String)
    /// Two of the three counts have to be there.
    case tooFewCounts
    /// A name with a control character that separates units.
    case controlCharacter(column: String)
    /// An interval length that is not known.
    case intervalLength(Int)
    /// A start that is not a multiple of its stated interval length.
    case offGrid(start: String, minutes: Int)
    /// An end that does not lie after its start: the column and both texts.
    case notAfter(column: String, text: String, start: String)
    /// Counts that contradict each other, where that is refused.
    case contradiction
  }

  /// The place in time of a rejected row, where it can be read.
  public struct Place: Hashable, Sendable {
    /// The number of its key in the key table.
    public var key: Int32
    /// The day.
    public let day: CivilDate
    /// The time at which the interval starts.
    public let time: CivilTime
    /// Which pass of a repeated hour it lies in.
    public let pass: WallPass
    /// Whether it is the whole month that ends on the day.
    public let isMonth: Bool

    /// Creates a place.
    package init(
      key: Int32, day: CivilDate, time: CivilTime, pass: WallPass = .first, isMonth: Bool = false
    ) {
      self.isMonth = isMonth
      self.key = key
      self.day = day
      self.time = time
      self.pass = pass
    }
  }

  /// The row in its batch.
  public let row: Int
  /// Physical line, from 1.
  public internal(set) var line: Int
  /// Column in characters, from 1.
  public let column: Int
  /// Why.
  public let reason: Reason
  /// Its place in time; `nil` where that cannot be read.
  public internal(set) var place: Place?
}

extension RejectedRecord.Reason {
  /// Tells whether a word stands in a column that nothing is known by.
  public func isUnknown(_ word: String, in column: String) -> Bool {
    if case .unknownWord(column, word, _, _) = self { return true }
    return false
  }
}

// MARK: - Sentences

extension RejectedRecord.Reason: CustomStringConvertible {
  /// What is wrong, to be read after the place.
  public var description: String {
    switch self {
    case .malformed(let problem): problem.description
    case .fieldCount(let found, let expected): "found \(found) fields, expected \(expected)"
    case .field(let column, let text, let failure):
      "\(column): \"\(VisibleText.escaping(text))\" is \(failure)"
    case .outside(let column, let text, let limits):
      "\(column): \"\(VisibleText.escaping(text))\" is not between \(limits.lowerBound) and "
        + "\(limits.upperBound)"
    case .notPositive(let column, let text):
      "\(column): \"\(VisibleText.escaping(text))\" is not above 0"
    case .aboveLimit(let column, let text, let limit, let limitText):
      "\(column): \"\(VisibleText.escaping(text))\" is more than \(limit), "
        + "\"\(VisibleText.escaping(limitText))\""
    case .emptyScale(let low, let high): "a scale from \(low) to \(high) has no room"
    case .notPromoterScale(let low, let high):
      "nps is asked on a scale from 0 to 10, not from \(low) to \(high)"
    case .unknownWord(let column, let text, let nearest, let known):
      "\(column): \"\(VisibleText.escaping(text))\" is unknown"
        + (nearest.map { "; did you mean \"\($0)\"?" }
          ?? "; known are \(known.joined(separator: ", "))")
    case .twoCurrencies(let sign, let column):
      "the amount is in \(VisibleText.escaping(sign)) and the column currency says "
        + "\"\(VisibleText.escaping(String(column.prefix(80))))\""
    case .endsBeforeStart(let start, let end): "until \(end) lies before from \(start)"
    case .absent(let column): "\(column) is absent"
    case .answeredBeforeStart(let column, let text):
      "\(column): \"\(VisibleText.escaping(text))\" lies before the start"
    case .tooFewCounts: "two of offered, answered and abandoned are needed"
    case .controlCharacter(let column): "\(column) holds a control character (0x1F)"
    case .intervalLength(let minutes):
      "an interval of \(minutes) minutes; known are 5, 10, 15, 20, 30, 60 and 1440"
    case .offGrid(let start, let minutes):
      "\(start) is no start of a \(minutes)-minute interval"
    case .notAfter(let column, let text, let start):
      "\(column): \"\(VisibleText.escaping(text))\" is not after the start, "
        + "\"\(VisibleText.escaping(start))\""
    case .contradiction: "the counts contradict each other"
    }
  }

  /// Rejects of one kind are counted together.
  public var kind: String {
    switch self {
    case .malformed(let problem): problem.description
    case .fieldCount: "a wrong number of fields"
    case .field(let column, _, let failure): "\(column) is \(failure)"
    case .outside(let column, _, let limits):
      "\(column) is not between \(limits.lowerBound) and \(limits.upperBound)"
    case .notPositive(let column, _): "\(column) is not above 0"
    case .aboveLimit(let column, _, let limit, _): "\(column) is more than \(limit)"
    case .emptyScale: "a scale without room"
    case .notPromoterScale: "a scale that nps does not know"
    case .unknownWord(let column, _, _, _): "\(column) is an unknown word"
    case .twoCurrencies: "two currencies in one row"
    case .endsBeforeStart: "until lies before from"
    case .answeredBeforeStart(let column, _): "\(column) lies before the start"
    case .absent, .tooFewCounts, .controlCharacter, .contradiction: description
    case .notAfter(let column, _, _): "\(column) is not after the start"
    case .intervalLength: "an unknown interval length"
    case .offGrid: "a start off the grid"
    }
  }
}
