public import Basics

/// Something that keeps ratings from being assessed: what is wrong, and where.
public struct RatingProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// There is no such instrument.
    case unknownInstrument(String)
    /// The instrument has no such item.
    case unknownItem(String, Instrument)
    /// The rating lies beyond the limits of its scale.
    case outside(String, instrument: String, item: String, RatingScale)
    /// The rating is not of the kind that its scale asks for.
    case notAValue(String, instrument: String, item: String, RatingScale)
    /// The rating is a date that can be read in two orders.
    case ambiguousDay(String, instrument: String, item: String)
    /// The item was rated before.
    case duplicate(instrument: String, item: String, earlier: RatingPlace)
    /// The day of the rating can be read in two orders.
    case ambiguousRatedOn(String, instrument: String, item: String)
    /// The day of the rating is none.
    case notADay(String, instrument: String, item: String)
    /// Some ratings by the instrument have a day, and others have none.
    case someWithoutDay(instrument: String, day: CivilDate, dated: RatingPlace)
    /// An area has more completed surveys than employees.
    case moreSurveys(area: String, surveys: Int, employees: Int)
    /// The row cannot be cut into its fields.
    case unreadable(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// Where.
  public let place: RatingPlace

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - reason: What is wrong.
  ///   - place: Where.
  public init(_ reason: Reason, at place: RatingPlace) {
    self.reason = reason
    self.place = place
  }
}

// MARK: - Sentences

extension RatingProblem: CustomStringConvertible {
  /// The line that tells of it: the place, and what is wrong.
  public var description: String { "\(place.file):\(place.line):\(place.column): \(reason)" }
}

extension RatingProblem.Reason: CustomStringConvertible {
  /// What is wrong, to be read after the place.
  public var description: String {
    switch self {
    // What was meant takes a look at every name, so that only a sentence that is told asks.
    case .unknownInstrument(let text):
      "unknown instrument \(quoted(text)); did you mean \"\(Instrument.nearest(to: text))\"?"
    case .unknownItem(let text, let instrument):
      "unknown item \(quoted(text)) of \(instrument.id); did you mean "
        + "\(instrument.suggestion(for: text))?"
    case .outside(let text, let instrument, let item, let scale):
      "rating \(quoted(text)) of \(instrument) \(item) is \(scale.limits)"
    case .notAValue(let text, let instrument, let item, let scale):
      "rating \(quoted(text)) of \(instrument) \(item) is not \(scale)"
    case .ambiguousDay(let text, let instrument, let item):
      "rating \(quoted(text)) of \(instrument) \(item) \(RatingProblem.Reason.twoOrders)"
    case .ambiguousRatedOn(let text, let instrument, let item):
      "rated_on \(quoted(text)) of \(instrument) \(item) \(RatingProblem.Reason.twoOrders)"
    case .duplicate(let instrument, let item, let earlier):
      "\(instrument) \(item) was already rated in \(earlier.file):\(earlier.line)"
    case .notADay(let text, let instrument, let item):
      "rated_on \(quoted(text)) of \(instrument) \(item) is not \(RatingScale.day)"
    case .someWithoutDay(let instrument, let day, let dated):
      "this rating by \(instrument) has no rated_on, and the one in \(dated.file):\(dated.line) is "
        + "of \(day); date all ratings by \(instrument), or none"
    case .moreSurveys(let area, let surveys, let employees):
      "\(area).surveys \(surveys) exceeds \(area).employees \(employees)"
    case .unreadable(let reason): reason
    }
  }

  private static let twoOrders =
    "can be read in two orders, and no date in the file tells which; say which with --date-order "
    + "dmy or mdy"

  private func quoted(_ text: String) -> String {
    "\"" + VisibleText.escaping(String(text.prefix(80))) + "\""
  }
}

extension RatingScale: CustomStringConvertible {
  /// What can be answered, with its article.
  public var description: String {
    switch self {
    case .level(let range): "a whole number \(range.lowerBound)–\(range.upperBound)"
    case .percent: "a percentage 0–100 with at most 2 decimals"
    case .count(let least): "a whole number of \(least) or more"
    case .truth: "yes or no"
    case .day: "a date (YYYY-MM-DD)"
    }
  }

  /// What is said of an answer beyond the limits.
  var limits: String {
    switch self {
    case .level(let range): "outside \(range.lowerBound)–\(range.upperBound)"
    case .percent: "outside 0–100"
    case .count(let least): "below \(least)"
    case .truth, .day: "not \(self)"
    }
  }
}

// MARK: - Lines

extension RatingProblem {
  /// The lines that tell of problems: the first ten of each kind, and how many more there are.
  ///
  /// - Parameter problems: The problems, in the order of the files.
  /// - Returns: The lines, without line breaks.
  /// - Complexity: O(*n*) in the number of problems; only what is told is put into words.
  public static func lines(_ problems: [RatingProblem]) -> [String] {
    var counts: [Kind: Int] = [:]
    var lines: [String] = []
    for problem in problems {
      let count = counts[problem.reason.kind, default: 0] + 1
      counts[problem.reason.kind] = count
      if count <= shownOfEachKind { lines.append(problem.description) }
    }
    for kind in Kind.allCases {
      let more = counts[kind, default: 0] - shownOfEachKind
      if more > 0 { lines.append("slcheck: and \(grouped(more)) more: \(kind.rawValue)") }
    }
    return lines
  }

  private static let shownOfEachKind = 10

  /// What problems are counted by.
  fileprivate enum Kind: String, CaseIterable {
    case unknownInstrument = "unknown instrument"
    case unknownItem = "unknown item"
    case outside = "rating outside its scale"
    case notAValue = "rating that is no value of its scale"
    case ambiguousDay = "date that can be read in two orders"
    case duplicate = "item rated twice"
    case notADay = "rated_on that is no date"
    case someWithoutDay = "instrument with dated and undated ratings"
    case moreSurveys = "more surveys than employees"
    case unreadable = "row that cannot be read"
  }
}

extension RatingProblem.Reason {
  fileprivate var kind: RatingProblem.Kind {
    switch self {
    case .unknownInstrument: .unknownInstrument
    case .unknownItem: .unknownItem
    case .outside: .outside
    case .notAValue: .notAValue
    case .ambiguousDay, .ambiguousRatedOn: .ambiguousDay
    case .duplicate: .duplicate
    case .notADay: .notADay
    case .someWithoutDay: .someWithoutDay
    case .moreSurveys: .moreSurveys
    case .unreadable: .unreadable
    }
  }
}
