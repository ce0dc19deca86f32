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
  /// Where each item was rated first on each day.
  private var places: [Key: RatingPlace] = [:]
  /// Where the day of each accepted answer stands, or would.
  private var days: [RatingPlace] = []

  private struct Key: Hashable {
    let instrument: String
    let item: String
    let day: CivilDate?
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
      report(.unknownInstrument(RatingCheck.shown(row.instrument)), row.instrument)
      return
    }
    guard let item = instrument.item(row.item.text) else {
      report(.unknownItem(RatingCheck.shown(row.item), instrument), row.item)
      return
    }
    let day: CivilDate?
    do throws(RatingFailure) {
      day = try RatingCheck.day(row)
    } catch {
      let cell = row.ratedOn ?? row.rating
      let text = RatingCheck.shown(cell)
      report(
        error == .ambiguous
          ? .ambiguousRatedOn(text, instrument: instrument.id, item: item.id)
          : .notADay(text, instrument: instrument.id, item: item.id), cell)
      return
    }
    let key = Key(instrument: instrument.id, item: item.id, day: day)
    if let earlier = places[key] {
      report(.duplicate(instrument: instrument.id, item: item.id, earlier: earlier), row.item)
      return
    }
    places[key] = row.item.place
    take(text, of: item, instrument, row, day)
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
    checkSurveys()
    checkDays()
  }

  /// Looks for areas with more completed surveys than employees, each day for itself.
  private mutating func checkSurveys() {
    struct Area: Hashable {
      let id: String
      let day: CivilDate?
    }
    var employees: [Area: Int] = [:]
    var surveys: [(area: Area, count: Int, place: RatingPlace)] = []
    for rating in ratings where rating.instrument == SQMPractice.instrument.id {
      guard case .count(let count) = rating.value else { continue }
      let parts = rating.item.split(separator: ".").map(String.init)
      let area = Area(id: parts[0], day: rating.ratedOn)
      if parts[1] == "employees" { employees[area] = count }
      if parts[1] == "surveys" { surveys.append((area, count, rating.place)) }
    }
    for (area, count, place) in surveys {
      guard let limit = employees[area], count > limit else { continue }
      problems.append(
        RatingProblem(.moreSurveys(area: area.id, surveys: count, employees: limit), at: place))
    }
  }

  /// Looks for instruments of whose ratings only some have a day: nobody can tell whether the
  /// others are older or newer.
  private mutating func checkDays() {
    for instrument in Instrument.all {
      let own = zip(ratings, days).filter { $0.0.instrument == instrument.id }
      guard let (dated, _) = own.first(where: { $0.0.ratedOn != nil }), let day = dated.ratedOn
      else { continue }
      for (rating, place) in own where rating.ratedOn == nil {
        problems.append(
          RatingProblem(
            .someWithoutDay(instrument: instrument.id, day: day, dated: dated.place), at: place))
      }
    }
  }
}

// MARK: - Values

extension RatingCheck {
  private mutating func take(
    _ text: String, of item: Instrument.Item, _ instrument: Instrument, _ row: RatingRow,
    _ day: CivilDate?
  ) {
    do throws(RatingFailure) {
      let value = try item.scale.value(
        of: text, hasDecimalComma: row.hasDecimalComma, dateOrder: row.dateOrder)
      ratings.append(
        Rating(
          instrument: instrument.id, item: item.id, value: value, evidence: row.evidence,
          note: row.note, place: row.rating.place, ratedOn: day))
      days.append(row.ratedOn?.place ?? row.rating.place)
    } catch {
      let reason: RatingProblem.Reason =
        switch error {
        case .outside:
          .outside(text, instrument: instrument.id, item: item.id, item.scale)
        case .notAValue:
          .notAValue(text, instrument: instrument.id, item: item.id, item.scale)
        case .ambiguous: .ambiguousDay(text, instrument: instrument.id, item: item.id)
        }
      report(reason, row.rating)
    }
  }

  /// Reads the day of a row; `nil` where it states none.
  private static func day(_ row: RatingRow) throws(RatingFailure) -> CivilDate? {
    guard let cell = row.ratedOn, let text = trimmed(cell.text), !text.isEmpty else { return nil }
    guard
      case .day(let day) = try RatingScale.day.value(
        of: text, hasDecimalComma: false, dateOrder: row.dateOrder)
    else { return nil }
    return day
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
