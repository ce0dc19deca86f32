import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

/// Rows of whole days and months beside shorter ones of their key: the shorter ones count.
@Suite struct LongRowTests {
  private static let header =
    "interval_start,interval_minutes,queue,offered,answered,answered_within\n"
  private static let day = "2026-03-02,1440,q,50,40,30\n"
  private static let halfHours = [
    "2026-03-02 09:00,30,q,10,9,8\n", "2026-03-02 09:30,30,q,20,19,18\n",
  ]

  @Test func shorterRowsCountInAnyOrder() throws {
    let rows = Self.halfHours + [Self.day, "2026-03-03,1440,q,7,7,7\n", Self.day]
    var random = Seed.cases(1)[0].generator
    for _ in 0..<12 {
      let shuffled = rows.shuffled(using: &random)
      let cut = Int.random(in: 0...rows.count, using: &random)
      let texts = [shuffled[..<cut], shuffled[cut...]].map { Self.header + $0.joined() }
      let read = try CenterReading().tally(texts)
      #expect(read.tally.lengthConflicts.count == 0 && read.tally.conflicts.count == 0)
      // A row that is set aside is accepted all the same; its repeat is one.
      #expect(read.tally.sources.reduce(0) { $0 + $1.accepted } == 4)
      #expect(read.tally.sources.reduce(0) { $0 + $1.repeated } == 1)
      let center = try CenterMetrics(read.tally)
      let monday = try #require(center.figures("2026-03-02"))
      #expect(monday.sums.offered == 30 && monday.intervalMinutes == 30)
      #expect(center.figures("2026-03-03")?.sums.offered == 7)
      let set = try #require(center.setAside.first)
      #expect(center.setAside.count == 1 && set.rows == 1 && !set.isMonthly)
      #expect(set.offered == 50 && set.answered == 40)
      #expect(set.shorterOffered == 30 && set.shorterAnswered == 28)
    }
  }

  @Test func daysAndHalfHoursOfOtherQueuesAndPartsAddUp() throws {
    let center = try CenterReading().center(
      Self.header + Self.halfHours.joined() + "2026-03-02,1440,r,50,40,30\n")
    #expect(center.setAside.isEmpty)
    let monday = try #require(center.figures("2026-03-02"))
    #expect(monday.sums.offered == 80 && monday.intervalMinutes == 1440)
    // Parts of one key are daily alike, and none is shorter than the other.
    let parts = try CenterReading().center(
      "interval_start,interval_minutes,part,offered,answered,answered_within\n"
        + "2026-03-02,1440,x,50,40,30\n2026-03-02,1440,y,5,4,3\n")
    #expect(parts.setAside.isEmpty && parts.figures("2026-03-02")?.sums.offered == 55)
  }

  @Test func shorterRowsCountBeforeAMonth() throws {
    let months =
      WholeMonthTests.header + WholeMonthTests.row("2026-03", offered: 900)
      + WholeMonthTests.row("2026-04", offered: 800)
    for shorter in [Self.halfHours.joined(), Self.day] {
      for texts in [[months, Self.header + shorter], [Self.header + shorter, months]] {
        let center = try CenterReading().center(texts)
        let offered = shorter == Self.day ? 50 : 30
        #expect(center.figures("2026-03-01", "2026-03-31")?.sums.offered == offered)
        #expect(center.figures("2026-04-01", "2026-04-30")?.sums.offered == 800)
        let set = try #require(center.setAside.first)
        #expect(center.setAside.count == 1 && set.rows == 1 && set.isMonthly)
        #expect(set.offered == 900 && set.shorterOffered == offered)
      }
    }
  }

  @Test func whatLiesAfterAsOfSetsNothingAside() throws {
    var reading = CenterReading()
    reading.metrics.asOf = .day("2026-03-15")
    let months = WholeMonthTests.header + WholeMonthTests.row("2026-03", offered: 900)
    let center = try reading.center([months, Self.header + Self.halfHours.joined()])
    #expect(center.setAside.isEmpty && center.afterAsOf == 1)
    #expect(center.figures("2026-03-01", "2026-03-15")?.sums.offered == 30)
  }

  @Test func twoDailyRowsStillConflict() throws {
    let read = try CenterReading().tally([
      Self.header + Self.day + "2026-03-02,1440,q,51,40,30\n" + Self.halfHours[0]
    ])
    #expect(read.tally.conflicts.count == 1 && read.tally.lengthConflicts.count == 0)
  }

  @Test func twoShorterLengthsStillConflictBesideADay() throws {
    let read = try CenterReading().tally([
      Self.header + Self.day + Self.halfHours[0] + "2026-03-02 10:00,60,q,2,2,2\n"
    ])
    #expect(read.tally.lengthConflicts.count == 1)
  }

  // MARK: Twins

  /// A few queues with rows of half hours, days and months, repeats among them.
  private static func lines(_ random: inout SplitMix64) -> (months: [String], others: [String]) {
    var (months, others) = ([String](), [String]())
    for queue in ["q", "r"] {
      for month in 1...3 {
        let offered = Int.random(in: 1...99, using: &random)
        if random.once(in: 2) {
          months.append(
            WholeMonthTests.row("2026-0\(month)", offered: offered, within: offered, queue: queue))
        }
        for day in 1...2 where random.once(in: 3) {
          let start = "2026-0\(month)-0\(day)"
          if random.once(in: 2) { others.append("\(start),1440,\(queue),5,5,\(offered % 6)\n") }
          if random.once(in: 2) { others.append("\(start) 10:30,30,\(queue),3,3,\(offered % 4)\n") }
        }
      }
    }
    return (months, others)
  }

  @Test(arguments: Seed.cases(40))
  func sumsAreThoseOfTheShortestRowsInAnyOrderAndPieces(_ seed: Seed) throws {
    var random = seed.generator
    let (months, others) = Self.lines(&random)
    guard !months.isEmpty || !others.isEmpty else { return }
    // The slow way: a month's row counts without others of its queue, a day's without half hours.
    func fields(_ line: String) -> [String] {
      line.dropLast().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var expected: [String: Int] = [:]
    let shorter = others.map(fields)
    for row in shorter {
      let day = String(row[0].prefix(10))
      let isCovered =
        row[1] == "1440"
        && shorter.contains { $0[2] == row[2] && $0[1] == "30" && $0[0].hasPrefix(day) }
      if !isCovered { expected[String(day.prefix(7)), default: 0] += Int(row[3])! }
    }
    for row in months.map(fields) {
      let isCovered = shorter.contains { $0[2] == row[2] && $0[0].hasPrefix(row[0]) }
      if !isCovered { expected[row[0], default: 0] += Int(row[3])! }
    }
    var reading = CenterReading()
    reading.metrics.asOf = .day("2026-03-31")
    var outcomes: Set<[String]> = []
    for _ in 0..<3 {
      let texts = [
        WholeMonthTests.header + (months + months.prefix(1)).shuffled(using: &random).joined(),
        Self.header + others.shuffled(using: &random).joined(),
      ].shuffled(using: &random)
      let whole = try reading.tally(texts)
      var lines = 0
      var pieces: [ReadCenter] = []
      for text in texts {
        pieces.append(try reading.tally([text], linesBefore: lines))
        lines += pieces[pieces.count - 1].sources[0].lines
      }
      var merged = pieces[0]
      merged.merge(pieces[1])
      try #require(merged.tally.sources == whole.tally.sources, "\(seed)")
      let center = try CenterMetrics(whole.tally, options: reading.metrics)
      outcomes.insert(Outcome(center).lines)
      outcomes.insert(Outcome(try CenterMetrics(merged.tally, options: reading.metrics)).lines)
      for month in ["2026-01", "2026-02", "2026-03"] {
        let days = CivilMonth.of(month).allDays
        try #require(
          center.records()?.judged.figures(days).sums.offered == expected[month] ?? 0, "\(seed)")
      }
    }
    try #require(outcomes.count == 1, "\(seed)")
  }

  /// Months of several queues, judged the slow way: sums, holes, worst and best case.
  @Test(arguments: Seed.cases(60))
  func statesAreThoseOfTheNaiveTwin(_ seed: Seed) throws {
    var random = seed.generator
    var rows: [String: [Int: (offered: Int, within: Int)]] = [:]
    for queue in ["a", "b", "c"].prefix(Int.random(in: 1...3, using: &random)) {
      for month in 0..<18 where !random.once(in: 5) {
        let offered = Int.random(in: 0...60, using: &random)
        rows[queue, default: [:]][month] = (
          offered, offered - Int.random(in: 0...max(0, offered * 2 / 5), using: &random)
        )
      }
    }
    guard !rows.isEmpty else { return }
    let start = CivilMonth.of("2024-07")
    var lines: [String] = []
    for (queue, months) in rows {
      for (month, row) in months {
        lines.append(
          WholeMonthTests.row(
            (start + month).description, offered: row.offered, within: row.within, queue: queue))
      }
    }
    var reading = CenterReading()
    reading.metrics.asOf = (start + 17).lastDay
    let center = try reading.center(
      WholeMonthTests.header + lines.shuffled(using: &random).joined())
    let judged = try #require(center.records()?.judged)
    let all = rows.values.flatMap(\.keys)
    let service = all.min()!...all.max()!
    for month in 6..<18 {
      var (n, d, volume, hasRecords, hasHoles) = (0, 0, 0, false, false)
      for months in rows.values {
        if let row = months[month] {
          n += row.within
          d += row.offered
          hasRecords = true
        } else if !service.contains(month)
          || (months.keys.min()!...months.keys.max()!).contains(month)
        {
          hasHoles = true
          volume += months.values.map(\.offered).max()!
        }
      }
      let state: OpportunityState
      if !hasRecords {
        state = hasHoles ? .undecided : .closed
      } else if volume == 0, d == 0 {
        state = .idle
      } else if 100 * n >= 80 * (d + volume) {
        state = .met
      } else {
        state = 100 * (n + volume) >= 80 * (d + volume) ? .undecided : .missed
      }
      let figures = judged.figures((start + month).allDays)
      try #require(figures.state == state, "\(seed), \(start + month)")
      try #require(figures.sums.offered == d && figures.possibleVolume == volume, "\(seed)")
    }
  }
}
