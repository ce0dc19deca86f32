import Basics
import ContactRecords

/// What the records of a day, or of a whole month, say of how their intervals ended.
///
/// A day's sums do not tell how its intervals ended; a roll-up that knew them lets the counts ride
/// along. They are about the contacts of one row, judged by the objective that stands beside
/// them. So they are a service's where one row is all that it has of the day, and was judged as the
/// service is; the counts of two rows do not add up to those of their contacts together. And where
/// a key has several rows of any day, its rows are pieces: one that is alone on another day cannot
/// know what the others, which may be missing there, should have had.
enum CarriedIntervals: Hashable, Sendable {
  /// No row says anything.
  case nothing
  /// The only row says this, of intervals of so many minutes.
  case counts(OpportunityCounts, minutes: Int)
  /// The only row was judged by something else.
  case judgedOtherwise
  /// Several rows make up the day or the month, or it is one of pieces; some say it of themselves.
  case ofSeveral
}

/// What rows of one time say of how their intervals ended.
enum StatedOutcomes: Hashable, Sendable {
  /// All that say anything say this.
  case same(IntervalOutcomes)
  /// They differ.
  case different

  /// What both say.
  func joined(with other: StatedOutcomes) -> StatedOutcomes { self == other ? self : .different }
}

/// All rows of a service by day and by month, with what they say of their intervals.
struct CarriedRows: Sendable {
  /// The rows of one day or month.
  private struct Time: Sendable {
    var rows = 0
    /// Those of them that are about all of the time, and not about an interval of it.
    var sums = 0
    /// Whether they are pieces: a key of theirs has several sums of some time.
    var arePieces = false
    var stated: StatedOutcomes?

    /// Adds other rows of the same time.
    mutating func add(_ other: Time) {
      rows += other.rows
      sums += other.sums
      arePieces = arePieces || other.arePieces
      if let said = other.stated { stated = stated.map { $0.joined(with: said) } ?? said }
    }
  }

  private var days: [Int32: Time] = [:]
  private var months: [Int32: Time] = [:]
  /// Months with rows of single days.
  private var monthsOfDays: Set<CivilMonth> = []

  private init() {}

  /// Gathers the rows of a layout by days; `nil` where none says anything, or at any other length.
  init?(_ layout: ServiceGroup.Layout) {
    guard layout.shapes.slots == 1, layout.keys.contains(where: { $0.records.hasOutcomes }) else {
      return nil
    }
    for key in layout.keys {
      var own = CarriedRows()
      key.records.addCarried(to: &own)
      own.notePieces()
      for (day, time) in own.days { days[day, default: Time()].add(time) }
      for (day, time) in own.months { months[day, default: Time()].add(time) }
      monthsOfDays.formUnion(own.monthsOfDays)
    }
  }

  /// Notes, once all rows of a key are there, whether they are pieces.
  private mutating func notePieces() {
    let hasSeveral = { (time: Time) in time.sums > 1 }
    guard days.values.contains(where: hasSeveral) || months.values.contains(where: hasSeveral)
    else { return }
    for day in days.keys { days[day]!.arePieces = true }
    for day in months.keys { months[day]!.arePieces = true }
  }

  /// Adds the rows of a part of a key up to a day.
  mutating func add(_ part: KeyTally, through last: Int32) {
    for day in part.blocks.keys where day <= last {
      let rows = part.rowCount(on: day)
      let areSums = part.isMonthly || part.cellsPerDay == 1
      let time = Time(rows: rows, sums: areSums ? rows : 0, stated: part.outcomes[day])
      if part.isMonthly {
        months[day, default: Time()].add(time)
      } else {
        days[day, default: Time()].add(time)
        monthsOfDays.insert(CivilDate(daysSinceEpoch: day).month)
      }
    }
  }

  /// What the rows of a day, or of the month that ends on it, say.
  func intervals(on date: CivilDate, of layout: ServiceGroup.Layout) -> CarriedIntervals {
    let month = months[date.month.lastDay.daysSinceEpoch]
    let day = days[date.daysSinceEpoch]
    if let month, date == date.month.lastDay {
      let isAlone = !monthsOfDays.contains(date.month)
      return CarriedRows.intervals(
        month, isAlone: isAlone, date.month.firstDay...date, layout, others: day)
    }
    // A month that is recorded whole has contacts on each of its days.
    return day.map { CarriedRows.intervals($0, isAlone: month == nil, date...date, layout) }
      ?? .nothing
  }

  private static func intervals(
    _ time: Time, isAlone: Bool, _ days: ClosedRange<CivilDate>, _ layout: ServiceGroup.Layout,
    others: Time? = nil
  ) -> CarriedIntervals {
    guard time.stated != nil || others?.stated != nil else { return .nothing }
    guard isAlone, time.rows == 1, !time.arePieces, case .same(let outcomes) = time.stated else {
      return .ofSeveral
    }
    let judgment = layout.service.judgment(
      over: days, shortSeconds: layout.shortSeconds, habit: layout.habit)
    guard let judgment, let minutes = judgment.minutes(in: outcomes.objective) else {
      return .judgedOtherwise
    }
    return .counts(
      OpportunityCounts(
        met: outcomes.met, counted: outcomes.counted, idle: 0, closed: 0,
        undecided: outcomes.undecided), minutes: minutes)
  }
}

// MARK: - What judged them

/// What judges the intervals of a service over some days, as it stands beside their counts.
///
/// All that decides how an interval ends is in it: whoever judges by anything else has no use
/// for the counts.
struct IntervalJudgment: Hashable, Sendable {
  private let words: String

  /// Such as `80% in 20s offered by 30 min`.
  func text(minutes: Int) -> String { "\(words) by \(minutes) min" }

  /// The length of the intervals that a text tells of; `nil` where something else judged them.
  func minutes(in text: String) -> Int? {
    IntervalLength.known.first { $0 <= IntervalLength.longest && self.text(minutes: $0) == text }
  }
}

extension IntervalJudgment {
  /// Puts into words what judges.
  fileprivate init(
    _ objective: Objective, _ service: Service, _ days: ClosedRange<CivilDate>,
    shortSeconds: Int, habit: ExportHabit?
  ) {
    var words = "\(objective.percent)% in \(objective.seconds)s \(service.formula.rawValue)"
    if service.formula == .shortAbandonsExcluded || service.formula == .shortAbandonsMet {
      words += " under \(shortSeconds)s"
    }
    if service.demand != .offered { words += " of \(service.demand.rawValue)" }
    if let hours = service.hours {
      var digest = FieldDigest()
      for day in days.lowerBound.daysSinceEpoch...days.upperBound.daysSinceEpoch {
        let date = CivilDate(daysSinceEpoch: day)
        digest.add(Int(day))
        for open in hours.openMinutes(on: date, holidays: service.holidays) {
          digest.add(open.lowerBound)
          digest.add(open.upperBound)
        }
      }
      words += " in hours " + String(String(digest.value, radix: 16).suffix(8))
      if service.kind == .serviceLevel, service.closedContacts == .include {
        words += " and closed"
      }
    }
    if let habit { words += " \(habit.rawValue)" }
    self.words = words
  }
}

extension Service {
  /// What judges the service's intervals over some days; `nil` where no single objective does.
  ///
  /// - Parameters:
  ///   - shortSeconds: The short-abandon limit S, which some formulas go by.
  ///   - habit: What the configuration says of absent intervals; `nil` to infer.
  func judgment(
    over days: ClosedRange<CivilDate>, shortSeconds: Int, habit: ExportHabit?
  ) -> IntervalJudgment? {
    guard let objective = objectives.inForce(on: days.upperBound),
      objectives.inForce(on: days.lowerBound) != nil,
      objectives.changes(after: days.lowerBound, through: days.upperBound).isEmpty
    else { return nil }
    return IntervalJudgment(objective, self, days, shortSeconds: shortSeconds, habit: habit)
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
      switch day?.carried ?? CarriedIntervals.nothing {
      case .nothing: continue
      case .counts: used += 1
      case .judgedOtherwise: judgedOtherwise += 1
      case .ofSeveral: ofSeveral += 1
      }
    }
    if used + judgedOtherwise + ofSeveral == 0 { return nil }
  }
}
