import Basics
import PerformanceMetrics
import TestSupport

/// A small center of random habits.
struct RandomCenter {
  private(set) var rows: [NaiveRow] = []
  private(set) var services: [Service]
  private(set) var asOf: CivilDate?
  private(set) var habit: ExportHabit?

  init(_ random: inout SplitMix64) {
    let first = CivilDate.day("2026-01-20") + Int.random(in: 0..<14, using: &random)
    let span = Int.random(in: 1...60, using: &random)
    services = (0..<Int.random(in: 1...2, using: &random)).map { index in
      RandomCenter.service(index, from: first, span, &random)
    }
    let minutes = [30, 60, 60, 15, 1440].randomElement(using: &random)!
    for site in ["", "Bonn"].prefix(Int.random(in: 1...2, using: &random)) {
      for queue in ["a", "b", "c"].prefix(Int.random(in: 1...3, using: &random)) {
        addKey(site, queue, first, span, minutes, &random)
      }
    }
    if rows.allSatisfy(\.isRejected) {
      rows = [NaiveRow(queue: "a", day: first, minute: 0, offered: 1, answered: 1, within: 1)]
    }
    if random.once(in: 2) {
      let earliest = rows.filter { !$0.isRejected }.map(\.day).min()!
      asOf = earliest + Int.random(in: 0...(span + 20), using: &random)
    }
    habit = random.once(in: 3) ? ExportHabit.allCases.randomElement(using: &random) : nil
    // Rejected rows count beside accepted ones of their key alone.
    let limit = asOf ?? .day("9999-12-31")
    let known = Set(rows.filter { !$0.isRejected && $0.day <= limit }.map { [$0.site, $0.queue] })
    rows.removeAll { $0.isRejected && !known.contains([$0.site, $0.queue]) }
  }

  private static func service(
    _ index: Int, from first: CivilDate, _ span: Int, _ random: inout SplitMix64
  ) -> Service {
    let percents = ["80", "82.5", "50", "66.666667", "0", "100"]
    var objectives = [
      Objective(
        from: random.once(in: 4) ? first + Int.random(in: 0...20, using: &random) : nil,
        percent: .of(percents.randomElement(using: &random)!), seconds: 20)
    ]
    if random.once(in: 2) {
      objectives.append(
        Objective(
          from: first + Int.random(in: 0...max(1, span), using: &random),
          percent: .of(percents.randomElement(using: &random)!),
          seconds: random.once(in: 4) ? 30 : 20))
    }
    return Service(
      name: "Service \(index)",
      match: index == 0 && random.once(in: 2)
        ? ServiceMatch(queue: [NamePattern("a")]) : .everything,
      formula: ServiceLevelFormula.allCases.randomElement(using: &random)!,
      demand: Demand.allCases.randomElement(using: &random)!, isPooled: random.once(in: 3),
      objectives: objectives)
  }

  private mutating func addKey(
    _ site: String, _ queue: String, _ first: CivilDate, _ span: Int, _ minutes: Int,
    _ random: inout SplitMix64
  ) {
    let slots =
      minutes == 1440
      ? [0] : (0..<Int.random(in: 1...5, using: &random)).map { 18 * 30 + $0 * minutes }
    let days = Set((0..<7).filter { _ in !random.once(in: 3) })
    let absentDays = [4, 10, 1000].randomElement(using: &random)!
    let absentSlots = [3, 15, 40, 1000].randomElement(using: &random)!
    let begin = random.once(in: 3) ? Int.random(in: 0..<span, using: &random) : 0
    let end = random.once(in: 3) ? Int.random(in: begin..<span, using: &random) : span
    let quality = Int.random(in: 3...10, using: &random)
    for offset in begin...end {
      let day = first + offset
      let isStray = random.once(in: 25)
      guard days.contains(day.weekday.rawValue) || isStray else { continue }
      if random.once(in: absentDays) { continue }
      var mayReject = true
      for slot in slots where !random.once(in: absentSlots) {
        var row = RandomCenter.row(site, queue, day, slot, quality, &random)
        if mayReject, random.once(in: 30) { (row.isRejected, mayReject) = (true, false) }
        rows.append(row)
      }
      if random.once(in: 60), mayReject, minutes < 1440 {
        rows.append(
          NaiveRow(site: site, queue: queue, day: day, minute: 1200, isRejected: true))
      }
    }
  }

  private static func row(
    _ site: String, _ queue: String, _ day: CivilDate, _ minute: Int, _ quality: Int,
    _ random: inout SplitMix64
  ) -> NaiveRow {
    var row = NaiveRow(site: site, queue: queue, day: day, minute: minute)
    row.answered = random.once(in: 5) ? 0 : Int.random(in: 0...12, using: &random)
    row.abandoned = random.once(in: 2) ? 0 : Int.random(in: 0...4, using: &random)
    row.offered = row.answered + row.abandoned + (random.once(in: 6) ? 2 : 0)
    row.within =
      random.once(in: 30) ? nil : row.answered * Int.random(in: quality...12, using: &random) / 12
    row.early = random.once(in: 30) ? nil : Int.random(in: 0...row.abandoned, using: &random)
    row.short = random.once(in: 30) ? nil : Int.random(in: 0...row.abandoned, using: &random)
    row.threshold = random.once(in: 40) ? 30 : 20
    return row
  }
}

extension RandomCenter {
  /// Changes the contacts in time of a row.
  mutating func setWithin(_ within: Int, of row: Int) { rows[row].within = within }
}

// MARK: - As text

extension RandomCenter {
  static let header =
    "interval_start,site,queue,offered,answered,abandoned,answered_within,abandoned_within,"
    + "short_abandoned,threshold_seconds\n"

  /// The rows as lines of an export.
  var lines: [String] {
    rows.map { row in
      let (hour, minute) = row.minute.quotientAndRemainder(dividingBy: 60)
      let time = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
      let counts = [row.within, row.early, row.short].map { $0.map(String.init) ?? "" }
      return "\(row.day) \(time),\(row.site),\(row.queue),\(row.offered),\(row.answered),"
        + "\(row.isRejected ? "x" : "\(row.abandoned)"),\(counts.joined(separator: ",")),"
        + "\(row.threshold)\n"
    }
  }

  /// How to read it.
  var reading: CenterReading {
    var reading = CenterReading(services)
    reading.metrics = MetricsOptions(asOf: asOf, habit: habit)
    return reading
  }
}
