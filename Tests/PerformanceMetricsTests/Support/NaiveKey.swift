import Basics
import PerformanceMetrics

/// Sums of rows, with what is unknown beside what is known.
struct NaiveSums: Equatable {
  var offered = 0
  var answered = 0
  var abandoned = 0
  var within = 0
  var early = 0
  var short = 0
  /// Contacts in rows without the count: answered, abandoned, abandoned.
  var unknown = [0, 0, 0]

  init() {}

  init(_ row: NaiveRow, objective: Objective?) {
    (offered, answered, abandoned) = (row.offered, row.answered, row.abandoned)
    let fits = objective == nil || objective?.seconds == row.threshold
    within = fits ? row.within ?? 0 : 0
    early = fits ? row.early ?? 0 : 0
    short = row.short ?? 0
    unknown = [
      fits && row.within != nil ? 0 : answered, fits && row.early != nil ? 0 : abandoned,
      row.short != nil ? 0 : abandoned,
    ]
  }

  static func + (a: NaiveSums, b: NaiveSums) -> NaiveSums {
    var sum = a
    sum.offered += b.offered
    sum.answered += b.answered
    sum.abandoned += b.abandoned
    sum.within += b.within
    sum.early += b.early
    sum.short += b.short
    sum.unknown = zip(a.unknown, b.unknown).map(+)
    return sum
  }

  static func += (a: inout NaiveSums, b: NaiveSums) { a = a + b }

  func demand(_ demand: Demand) -> Int { demand == .offered ? offered : answered + abandoned }

  /// Numerator and denominator, with what is unknown taken as none or as all.
  func terms(_ formula: ServiceLevelFormula, _ demand: Demand, isBest: Bool) -> (Int, Int) {
    let (a, b, s) = isBest ? (unknown[0], unknown[1], unknown[2]) : (0, 0, 0)
    let offered = self.demand(demand)
    switch formula {
    case .offered: return (within + a, offered)
    case .answered: return (within + a, answered)
    case .earlyAbandonsExcluded: return (within + a, offered - early - b)
    case .earlyAbandonsMet: return (within + a + early + b, offered)
    case .shortAbandonsExcluded: return (within + a, offered - short - s)
    case .shortAbandonsMet: return (within + a + short + s, offered)
    }
  }
}

/// One site and queue of a service: what is there, and what should be there.
struct NaiveKey {
  let days: [CivilDate: [Int: NaiveSums]]
  let first: CivilDate
  let last: CivilDate
  let open: Set<Weekday>
  let isDense: Bool
  private let rejected: [CivilDate: Set<Int>]
  private var grid: [Weekday: Set<Int>] = [:]
  private var most: [Weekday: [Int: Int]] = [:]

  init(_ rows: [NaiveRow], _ spec: Service, minutes: Int, _ habit: ExportHabit?) {
    var days: [CivilDate: [Int: NaiveSums]] = [:]
    var rejected: [CivilDate: Set<Int>] = [:]
    for row in rows {
      if row.isRejected {
        rejected[row.day, default: []].insert(row.minute / minutes)
      } else {
        let sums = NaiveSums(row, objective: spec.objectives.inForce(on: row.day))
        days[row.day, default: [:]][row.minute / minutes, default: NaiveSums()] += sums
      }
    }
    let (first, last) = (days.keys.min()!, days.keys.max()!)
    var (dates, data): ([Weekday: Int], [Weekday: Int]) = ([:], [:])
    var day = first
    while day <= last {
      dates[day.weekday, default: 0] += 1
      data[day.weekday, default: 0] += days[day] == nil ? 0 : 1
      day = day + 1
    }
    let open = Set(dates.keys.filter { data[$0]! > 0 && 4 * data[$0]! >= dates[$0]! })
    var seen: [Weekday: [Int: Int]] = [:]
    for (day, slots) in days {
      for (slot, sums) in slots {
        seen[day.weekday, default: [:]][slot, default: 0] += 1
        let before = most[day.weekday]?[slot] ?? 0
        most[day.weekday, default: [:]][slot] = max(before, sums.demand(spec.demand))
      }
    }
    for weekday in open {
      grid[weekday] = Set(seen[weekday]!.filter { 4 * $0.value >= data[weekday]! }.keys)
    }
    var (expected, present) = (0, 0)
    for (day, slots) in days where open.contains(day.weekday) {
      expected += grid[day.weekday]!.count
      present += grid[day.weekday]!.intersection(slots.keys).count
    }
    isDense = habit.map { $0 == .dense } ?? (100 * present >= 95 * expected)
    self.days = days
    self.rejected = rejected
    self.first = first
    self.last = last
    self.open = open
  }

  /// The intervals that should be there.
  func expected(_ day: CivilDate, outside: Bool) -> Set<Int> {
    outside || (first...last).contains(day) ? grid[day.weekday] ?? [] : []
  }

  /// The intervals that are missing, with the volume that each may hide.
  func holes(_ day: CivilDate, outside: Bool) -> [Int: Int] {
    let have = Set((days[day] ?? [:]).keys)
    var missing = rejected[day] ?? []
    if isDense || have.isEmpty { missing.formUnion(expected(day, outside: outside)) }
    return Dictionary(
      uniqueKeysWithValues: missing.subtracting(have).map { ($0, most[day.weekday]?[$0] ?? 0) })
  }
}
