import Basics
import ContactRecords

/// What the records of a day, or of a whole month, say of how their intervals ended.
///
/// A day's sums do not tell how its intervals ended; a roll-up that knew them lets the counts ride
/// along. They are about the contacts of one row, judged by the objective that stands beside
/// them. So they are a service's where one row is all that it has of the day, and was judged as the
/// service is; the counts of two rows do not add up to those of their contacts together.
enum CarriedIntervals: Hashable, Sendable {
  /// No row says anything.
  case nothing
  /// The only row says this.
  case counts(OpportunityCounts)
  /// The only row was judged by something else.
  case judgedOtherwise
  /// Several rows make up the day, and some say it of themselves.
  case ofSeveral

  /// Reads them off the records of a service.
  ///
  /// - Parameter isMonth: Whether the day stands for the whole month that it ends.
  init(on date: CivilDate, of layout: ServiceGroup.Layout, ofMonth isMonth: Bool) {
    var rows: [IntervalOutcomes?] = []
    for key in layout.keys {
      rows += key.records.outcomes(on: date, ofMonth: false)
      if isMonth { rows += key.records.outcomes(on: date, ofMonth: true) }
    }
    guard rows.contains(where: { $0 != nil }) else {
      self = .nothing
      return
    }
    guard rows.count == 1, let row = rows[0] else {
      self = .ofSeveral
      return
    }
    let days = isMonth ? date.month.firstDay...date : date...date
    let own = layout.service.judgment(over: days, shortSeconds: layout.shortSeconds)
    guard own == row.objective else {
      self = .judgedOtherwise
      return
    }
    self = .counts(
      OpportunityCounts(
        met: row.met, counted: row.counted, idle: 0, closed: 0, undecided: row.undecided))
  }
}

extension Service {
  /// What judges the service's intervals over some days, as it stands beside their counts;
  /// `nil` where no single objective does.
  ///
  /// - Parameter shortSeconds: The short-abandon limit S, which some formulas go by.
  /// - Returns: Such as `80% in 20s offered`.
  func judgment(over days: ClosedRange<CivilDate>, shortSeconds: Int) -> String? {
    guard let objective = objectives.inForce(on: days.upperBound),
      objectives.changes(after: days.lowerBound, through: days.upperBound).isEmpty
    else { return nil }
    var words = "\(objective.percent)% in \(objective.seconds)s \(formula.rawValue)"
    if formula == .shortAbandonsExcluded || formula == .shortAbandonsMet {
      words += " under \(shortSeconds)s"
    }
    if demand != .offered { words += " of \(demand.rawValue)" }
    if hours != nil, kind == .serviceLevel, closedContacts == .exclude { words += " while open" }
    return words
  }
}

/// How many days and months say how their intervals ended, and whether it could be used.
public struct CarriedIntervalUse: Hashable, Sendable {
  /// Days and months whose counts are those of the service.
  public private(set) var used = 0
  /// Those that were judged by something else than the service is.
  public private(set) var judgedOtherwise = 0
  /// Those of which the service has several rows, whose counts do not add up.
  public private(set) var ofSeveral = 0

  /// Counts the days of a history; `nil` where no record says anything.
  init?(_ history: ServiceHistory?) {
    for day in history?.days ?? [] {
      switch day?.carried ?? .nothing {
      case .nothing: continue
      case .counts: used += 1
      case .judgedOtherwise: judgedOtherwise += 1
      case .ofSeveral: ofSeveral += 1
      }
    }
    if used + judgedOtherwise + ofSeveral == 0 { return nil }
  }
}
