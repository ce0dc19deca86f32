import Basics
import PerformanceMetrics

/// One row of a random export.
struct NaiveRow: Hashable {
  var site = ""
  var queue = ""
  var day: CivilDate
  var minute: Int
  var offered = 0
  var answered = 0
  var abandoned = 0
  var within: Int?
  var early: Int?
  var short: Int?
  /// The threshold that the row states.
  var threshold = 20
  /// Whether one of its fields cannot be read.
  var isRejected = false
}

/// A slow, direct reading of the rules of opportunities, over rows as they stand.
struct NaiveCenter {
  let asOf: CivilDate
  let services: [NaiveService]

  init(_ rows: [NaiveRow], _ specs: [Service], asOf given: CivilDate?, habit: ExportHabit?) {
    let touched = rows.filter { !$0.isRejected }.map(\.day)
    let limit = given ?? touched.max()!
    var taken: [Int: [NaiveRow]] = [:]
    for row in rows where row.day <= limit {
      if let index = specs.firstIndex(where: {
        $0.match.takes(site: row.site, queue: row.queue, channel: "")
      }) {
        taken[index, default: []].append(row)
      }
    }
    var services: [NaiveService] = []
    for (index, spec) in specs.enumerated() {
      let rows = taken[index] ?? []
      let starts = rows.filter { !$0.isRejected }.map(\.minute)
      guard !starts.isEmpty else { continue }
      let minutes = [1440, 60, 30, 20, 15, 10, 5].first { length in
        starts.allSatisfy { $0 % length == 0 }
      }!
      for site in Set(rows.map { spec.isPooled ? "" : $0.site }).sorted() {
        let own = rows.filter { spec.isPooled || $0.site == site }
        guard own.contains(where: { !$0.isRejected }) else { continue }
        services.append(
          NaiveService(spec, site: site.isEmpty ? nil : site, own, minutes: minutes, habit))
      }
    }
    self.services = services
    var day = limit + 1
    var isOpen = false
    while day <= limit.month.lastDay {
      isOpen = isOpen || services.contains { $0.keys.contains { $0.open.contains(day.weekday) } }
      day = day + 1
    }
    asOf = given ?? (isOpen ? limit : limit.month.lastDay)
  }
}

/// One service on one site.
final class NaiveService {
  let spec: Service
  let site: String?
  let minutes: Int
  let keys: [NaiveKey]
  let first: CivilDate
  let last: CivilDate
  private var known: [CivilDate: Day] = [:]

  /// One judged day.
  struct Day {
    var state: OpportunityState
    var part: Part
    var intervals = Counts()
    var expected = 0
    var holes = 0
  }

  /// How opportunities ended.
  struct Counts: Equatable {
    var states: [OpportunityState: Int] = [:]
  }

  /// What a span of days comes to.
  struct Span {
    var state: OpportunityState
    var sums = NaiveSums()
    var intervals = Counts()
    var days = Counts()
    var expected = 0
    var holes = 0
  }

  /// The records and holes of one day or interval.
  struct Part {
    var percent: Int128 = 0
    var sums = NaiveSums()
    var volume = 0
    var hasRecords = false
    var hasHoles = false
  }

  init(_ spec: Service, site: String?, _ rows: [NaiveRow], minutes: Int, _ habit: ExportHabit?) {
    self.spec = spec
    self.site = site
    self.minutes = minutes
    let byKey = Dictionary(grouping: rows) { [$0.site, $0.queue] }
    keys = byKey.values.compactMap { rows in
      rows.contains { !$0.isRejected } ? NaiveKey(rows, spec, minutes: minutes, habit) : nil
    }
    first = keys.map(\.first).min()!
    last = keys.map(\.last).max()!
  }

  private func judge(_ parts: [Part]) -> OpportunityState {
    guard parts.contains(where: \.hasRecords) else {
      return parts.contains(where: \.hasHoles) ? .undecided : .closed
    }
    let volume = parts.reduce(0) { $0 + $1.volume }
    let sums = parts.reduce(NaiveSums()) { $0 + $1.sums }
    if volume == 0 {
      if sums.demand(spec.demand) == 0 { return .idle }
      let denominator = sums.terms(spec.formula, spec.demand, isBest: false).1
      if denominator <= 0 {
        let excludes = [.earlyAbandonsExcluded, .shortAbandonsExcluded].contains(spec.formula)
        return excludes && denominator == 0 ? .idle : .missed
      }
    }
    var (worst, best): (Int128, Int128) = (0, 0)
    for part in parts {
      let low = part.sums.terms(spec.formula, spec.demand, isBest: false)
      let high = part.sums.terms(spec.formula, spec.demand, isBest: true)
      worst += 100_000_000 * Int128(low.0) - part.percent * Int128(low.1 + part.volume)
      best +=
        100_000_000 * Int128(high.0 + part.volume) - part.percent * Int128(high.1 + part.volume)
    }
    return worst >= 0 ? .met : (best >= 0 ? .undecided : .missed)
  }

  func day(_ day: CivilDate) -> Day {
    if let day = known[day] { return day }
    let judged = judged(day)
    known[day] = judged
    return judged
  }

  private func judged(_ day: CivilDate) -> Day {
    var slots: [Int: Part] = [:]
    var result = Day(state: .excluded, part: Part())
    for key in keys {
      for (slot, sums) in key.days[day] ?? [:] {
        slots[slot, default: Part()].sums += sums
        slots[slot, default: Part()].hasRecords = true
      }
      let holes = key.holes(day, outside: !(first...last).contains(day))
      for (slot, volume) in holes {
        slots[slot, default: Part()].volume += volume
        slots[slot, default: Part()].hasHoles = true
      }
      let grid = key.expected(day, outside: !(first...last).contains(day))
      for slot in grid { slots[slot, default: Part()].percent = 0 }
      result.expected += grid.union(holes.keys).count
      result.holes += holes.count
    }
    guard let objective = spec.objectives.inForce(on: day) else {
      return Day(
        state: .excluded, part: Part(),
        intervals: Counts(
          states: slots.isEmpty || minutes > 60 ? [:] : [.excluded: slots.count]))
    }
    result.part.percent = objective.percent.millionths
    for (_, slot) in slots {
      var part = slot
      part.percent = objective.percent.millionths
      let state = judge([part])
      // In the grid, and absent from a sparse export.
      result.intervals.states[state == .closed ? .idle : state, default: 0] += 1
      result.part.sums += part.sums
      result.part.volume += part.volume
      result.part.hasRecords = result.part.hasRecords || part.hasRecords
      result.part.hasHoles = result.part.hasHoles || part.hasHoles
    }
    if minutes > 60 { result.intervals = Counts() }
    result.state = judge([result.part])
    return result
  }

  func span(_ days: ClosedRange<CivilDate>) -> Span {
    var span = Span(state: .excluded)
    var parts: [Part] = []
    var date = days.lowerBound
    while date <= days.upperBound {
      let day = day(date)
      span.days.states[day.state, default: 0] += 1
      for (state, count) in day.intervals.states {
        span.intervals.states[state, default: 0] += count
      }
      span.sums += day.part.sums
      span.expected += day.expected
      span.holes += day.holes
      if day.state != .excluded { parts.append(day.part) }
      date = date + 1
    }
    // Excluded when all open days are.
    let isExcluded =
      span.days.states[.excluded, default: 0] > 0
      && Set(span.days.states.keys).isSubset(of: [.excluded, .closed])
    if !isExcluded, !parts.isEmpty { span.state = judge(parts) }
    return span
  }
}
