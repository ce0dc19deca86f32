import Basics
import DelimitedText

/// Turns rows of ratings into answers, and finds what is wrong with them.
///
/// Rows of several files are one list, in the order of the files. A row without a rating is
/// the same as no row.
///
/// ```swift
/// var check = RatingCheck()
/// for row in rows { check.take(row) }
/// check.finish()
/// ```
public struct RatingCheck: Sendable {
  /// The answers so far, in the order of the rows.
  public private(set) var ratings: [Rating] = []
  /// What is wrong so far, in the order in which it was found.
  public private(set) var problems: [RatingProblem] = []
  /// Where each item was rated first.
  private var places: [Key: RatingPlace] = [:]

  private struct Key: Hashable {
    let instrument: String
    let item: String
  }

  /// Creates a check of no rows.
  public init() {}

  /// Takes a row.
  ///
  /// - Parameter row: The row as it was written.
  public mutating func take(_ row: RatingRow) {
    let text = RatingCheck.trimmed(row.rating.text)
    guard let text, !text.isEmpty else { return }
    guard let instrument = Instrument.named(row.instrument.text) else {
      let nearest = Instrument.nearest(to: row.instrument.text)
      let written = RatingCheck.shown(row.instrument)
      report(.unknownInstrument(written, nearest: nearest), row.instrument)
      return
    }
    guard let item = instrument.item(row.item.text) else {
      let (written, suggestion) = (
        RatingCheck.shown(row.item), instrument.suggestion(for: row.item.text)
      )
      report(
        .unknownItem(written, instrument: instrument.id, suggestion: suggestion), row.item)
      return
    }
    let key = Key(instrument: instrument.id, item: item.id)
    if let earlier = places[key] {
      report(.duplicate(instrument: instrument.id, item: item.id, earlier: earlier), row.item)
      return
    }
    places[key] = row.item.place
    take(text, of: item, instrument, row)
  }

  /// Notes a row that cannot be cut into its fields.
  ///
  /// - Parameters:
  ///   - reason: What is wrong with it.
  ///   - place: Where.
  public mutating func takeUnreadable(_ reason: String, at place: RatingPlace) {
    problems.append(RatingProblem(.unreadable(reason), at: place))
  }

  /// Ends the rows: what only all of them together can tell.
  public mutating func finish() {
    var employees: [String: Int] = [:]
    var surveys: [(area: String, count: Int, place: RatingPlace)] = []
    for rating in ratings where rating.instrument == SQMPractice.instrument.id {
      guard case .count(let count) = rating.value else { continue }
      let parts = rating.item.split(separator: ".").map(String.init)
      if parts[1] == "employees" { employees[parts[0]] = count }
      if parts[1] == "surveys" { surveys.append((parts[0], count, rating.place)) }
    }
    for (area, count, place) in surveys {
      guard let limit = employees[area], count > limit else { continue }
      problems.append(
        RatingProblem(.moreSurveys(area: area, surveys: count, employees: limit), at: place))
    }
  }
}

// MARK: - Values

extension RatingCheck {
  private mutating func take(
    _ text: String, of item: Instrument.Item, _ instrument: Instrument, _ row: RatingRow
  ) {
    do throws(RatingFailure) {
      let value = try item.scale.value(of: text, hasDecimalComma: row.hasDecimalComma)
      ratings.append(
        Rating(
          instrument: instrument.id, item: item.id, value: value, evidence: row.evidence,
          note: row.note, place: row.rating.place))
    } catch {
      let reason: RatingProblem.Reason =
        switch error {
        case .outside:
          .outside(text, instrument: instrument.id, item: item.id, item.scale)
        case .notAValue:
          .notAValue(text, instrument: instrument.id, item: item.id, item.scale)
        }
      report(reason, row.rating)
    }
  }

  private mutating func report(_ reason: RatingProblem.Reason, _ cell: RatingCell) {
    problems.append(RatingProblem(reason, at: cell.place))
  }

  /// The text of a cell as sentences have it.
  private static func shown(_ cell: RatingCell) -> String { trimmed(cell.text) ?? cell.text }

  /// The text without padding; `nil` where it says that there is no value.
  private static func trimmed(_ text: String) -> String? {
    let bytes = ContiguousArray(text.utf8)
    let range = FieldParsing.trimmed(bytes.span, 0..<bytes.count)
    if FieldParsing.isAbsent(bytes.span, range) { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
