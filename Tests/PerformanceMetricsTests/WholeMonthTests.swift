import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

/// Months recorded as a whole: judged from their own row, without days and intervals.
@Suite struct WholeMonthTests {
  static let header = "month,site,queue,offered,answered,answered_within\n"

  /// A row of a month, all of whose contacts are answered.
  static func row(
    _ month: String, offered: Int = 100, within: Int = 100, queue: String = "q", site: String = ""
  ) -> String {
    "\(month),\(site),\(queue),\(offered),\(offered),\(within)\n"
  }

  /// Rows of the months of 2025, with the contacts answered in time of 100; absent where `nil`.
  static func year(_ within: (Int) -> Int?) -> String {
    header
      + (1...12).compactMap { number in
        within(number).map {
          row(CivilMonth(year: 2025, month: number).description, within: $0)
        }
      }.joined()
  }

  private func figures(_ center: CenterMetrics, _ month: String, service: Int = 0) throws
    -> ServiceFigures
  {
    let month = CivilMonth.of(month)
    return try #require(center.records(service)?.judged.figures(month.allDays))
  }

  private func states(_ center: CenterMetrics) throws -> [OpportunityState] {
    try (1...12).map {
      try figures(center, CivilMonth(year: 2025, month: $0).description).state
    }
  }

  @Test func aMonthIsJudgedFromItsRow() throws {
    // 80 of 100 attains 80 %, 79 does not.
    let center = try CenterReading().center(Self.year { [79, 80, 81][$0 % 3] })
    let expected: [OpportunityState] = [.met, .met, .missed]
    #expect(try states(center) == (0..<12).map { expected[$0 % 3] })
    #expect(center.asOf == .day("2025-12-31"))
    let records = try #require(center.records())
    #expect(records.intervalMinutes == nil && records.statedLengths == [])
    #expect(records.hasWholeMonths)
    #expect(records.recorded == .day("2025-01-01")...(.day("2025-12-31")))
    let march = try figures(center, "2025-03")
    #expect(!march.tracksDays && !march.tracksIntervals && march.unweightedMeanText == nil)
    #expect(march.expected == 1 && march.holes == 0 && march.serviceLevel == Ratio(79, 100))
    #expect(center.figures("2025-03-10")?.tracksDays == false)
    #expect(records.source.intervals(in: records.recorded).isEmpty)
  }

  @Test func anAbsentMonthHidesTheLargestOne() throws {
    let text =
      Self.header + Self.row("2025-01", offered: 40, within: 40)
      + Self.row("2025-02", offered: 300, within: 300) + Self.row("2025-04")
    let center = try CenterReading().center(text)
    let march = try figures(center, "2025-03")
    #expect(march.state == .undecided && march.holes == 1 && march.possibleVolume == 300)
    #expect(!march.tracksDays)
    // Before the first month every month of the window is missing as well.
    #expect(try figures(center, "2024-12").state == .undecided)
    #expect(try figures(center, "2024-12").holes == 1)
  }

  @Test func anAbsentMonthOfOneKeyMayTurnTheService() throws {
    func state(_ within: Int) throws -> OpportunityState {
      let text =
        Self.header
        + ["2025-01", "2025-02", "2025-03"].map { Self.row($0, within: within) }.joined()
        + Self.row("2025-01", offered: 10, within: 10, queue: "r")
        + Self.row("2025-03", offered: 10, within: 10, queue: "r")
      return try figures(try CenterReading().center(text), "2025-02").state
    }
    // 10 may be missing: 88 of 110 attains 80 %, 87 may; 78 and 10 of 110 attain it, 77 do not.
    #expect(try state(88) == .met && state(87) == .undecided)
    #expect(try state(78) == .undecided && state(77) == .missed)
  }

  @Test func monthsBeforeHalfHoursTakeNothingFromWindowsOfHalfHours() throws {
    var text = Self.year { $0 <= 6 ? 90 : nil }
    var export = Export()
    export.addDays("2025-07-01", "2025-12-31", at: ["09:00", "09:30"], queue: "q")
    let center = try CenterReading().center([text, export.text])
    let records = try #require(center.records())
    #expect(records.intervalMinutes == 30 && records.hasWholeMonths)
    let late = try #require(center.figures("2025-07-01", "2025-12-31"))
    #expect(late.tracksDays && late.tracksIntervals && late.intervals.met == 2 * 184)
    let mixed = try #require(center.figures("2025-06-30", "2025-07-31"))
    #expect(!mixed.tracksDays && !mixed.tracksIntervals)
    #expect(mixed.sums.offered == 100 + 31 * 20 && mixed.state == .met && mixed.holes == 0)
    // A month without any record is what the month before it is.
    text = Self.year { $0 <= 4 ? 90 : nil }
    let gap = try CenterReading().center([text, export.text])
    let may = try figures(gap, "2025-05")
    #expect(may.holes == 1 && may.possibleVolume == 100 && !may.tracksDays)
  }

  @Test func theObjectiveOfTheLastDayJudges() throws {
    let service = Service(
      name: "Sales",
      objectives: [.percent("80", in: 20), .percent("95", in: 20, from: "2025-03-31")])
    let center = try CenterReading([service]).center(Self.year { _ in 90 })
    #expect(try figures(center, "2025-02").state == .met)
    #expect(try figures(center, "2025-03").state == .missed)
  }

  @Test func openingHoursDoNotCloseAMonth() throws {
    // August 31, 2025 is a Sunday.
    let service = Service(
      name: "Sales", objectives: [.percent("80", in: 20)],
      hours: OpeningHours([.init(stretches: [.monday: [.init(start: 540, end: 1020)]])]))
    let center = try CenterReading([service]).center(Self.year { _ in 90 })
    let august = try figures(center, "2025-08")
    #expect(august.state == .met && august.closedOffered == 0 && august.expected == 1)
  }

  @Test func anExclusionTakesOutTheWholeMonthThatItTouches() throws {
    var reading = CenterReading()
    reading.exclusions = [
      Exclusion(
        start: .init(day: .day("2025-05-12"), minute: 600),
        end: .init(day: .day("2025-05-12"), minute: 601), reason: "storm", approver: "A. Vogel")
    ]
    let center = try reading.center(Self.year { _ in 90 })
    let history = try #require(center.records()?.withExclusions)
    let states = (4...6).map {
      history.figures(CivilMonth(year: 2025, month: $0).allDays).state
    }
    #expect(states == [.met, .excluded, .met])
    let effect = try #require(center.exclusions.first?.effects.first)
    #expect(effect.months == 1 && effect.days == 0 && effect.intervals == 0)
    #expect(try figures(center, "2025-05").state == .met)
  }

  @Test func aMonthThatAsOfCutsIsAsIfNotGiven() throws {
    var reading = CenterReading()
    reading.metrics.asOf = .day("2025-06-29")
    let center = try reading.center(Self.year { _ in 90 })
    #expect(center.afterAsOf == 7)
    #expect(center.figures("2025-06-01", "2025-06-29")?.state == .closed)
    #expect(try figures(center, "2025-05").state == .met)
    reading.metrics.asOf = .day("2025-06-30")
    #expect(try reading.center(Self.year { _ in 90 }).afterAsOf == 6)
  }

  @Test func aMonthOfOneQueueBesideHalfHoursOfAnotherHidesTheDays() throws {
    var export = Export()
    export.addDays("2025-01-01", "2025-03-31", at: ["09:00"], queue: "r")
    let center = try CenterReading().center([Self.header + Self.row("2025-02"), export.text])
    let february = try figures(center, "2025-02")
    #expect(february.sums.offered == 100 + 28 * 10 && !february.tracksDays)
    #expect(center.figures("2025-02-10")?.tracksDays == false)
    let march = try figures(center, "2025-03")
    #expect(march.tracksDays && march.sums.offered == 310 && march.holes == 0)
    // January has no record of the month's queue, which had not begun.
    #expect(try figures(center, "2025-01").holes == 0)
  }

  @Test func contradictionsOfAMonthAreNamedAsTheMonth() throws {
    let center = try CenterReading().center(
      "month,offered,answered,abandoned,answered_within\n2025-01,100,90,20,80\n"
        + "2025-02,100,90,10,80\n")
    let day = try #require(center.suspectDays.first)
    #expect(center.suspectDays.count == 1 && day.isMonth && day.day == .day("2025-01-31"))
    #expect(day.offered == 100 && day.accountedFor == 110)
  }

  /// A rejected month is missing, unless shorter rows of its key cover it.
  @Test func aRejectedMonthIsMissing() throws {
    let bad = "2025-02,,q,x,1,1\n"
    let center = try CenterReading().center(
      Self.header + Self.row("2025-01") + bad + Self.row("2025-03"))
    #expect(try figures(center, "2025-02").holes == 1)
    var export = Export()
    export.addDays("2025-02-01", "2025-02-28", at: ["09:00"], queue: "q")
    let covered = try CenterReading().center(
      [Self.header + Self.row("2025-01") + bad + Self.row("2025-03"), export.text])
    #expect(try figures(covered, "2025-02").holes == 0)
    // A month of a queue that has ended, beside one that has not.
    let ended = try CenterReading().center(
      Self.header + Self.row("2025-01") + bad
        + ["2025-01", "2025-02", "2025-03"].map { Self.row($0, queue: "r") }.joined())
    let february = try figures(ended, "2025-02")
    #expect(february.holes == 1 && february.expected == 2 && february.possibleVolume == 100)
  }

  // MARK: Repeats and conflicts

  private static let a = row("2025-01", within: 90)
  private static let b = row("2025-01", within: 70)

  @Test(arguments: [
    (ConflictPolicy.error, 90, 1, 1), (.first, 90, 1, 1), (.last, 70, 1, 1), (.sum, 160, 2, 0),
  ])
  func eachPolicyTakesADistinctMonthOnce(
    _ policy: ConflictPolicy, _ within: Int, _ accepted: Int, _ dropped: Int
  ) throws {
    for texts in [[Self.a + Self.b + Self.a], [Self.a, Self.b, Self.a]] {
      var reading = CenterReading()
      reading.policy = policy
      let read = try reading.tally(texts.map { Self.header + $0 })
      let center = try CenterMetrics(read.tally)
      #expect(try figures(center, "2025-01").sums.answeredWithin == within)
      let sources = read.tally.sources
      #expect(sources.reduce(0) { $0 + $1.accepted } == accepted)
      #expect(sources.reduce(0) { $0 + $1.dropped } == dropped)
      #expect(sources.reduce(0) { $0 + $1.repeated } == 1)
      let conflict = try #require(read.tally.conflicts.first.first)
      #expect(conflict.isMonth && conflict.day == .day("2025-01-31"))
    }
  }

  @Test func sitesAreApartAndPooledOnesTogether() throws {
    let text =
      Self.header + Self.row("2025-01", within: 100, site: "A")
      + Self.row("2025-01", within: 0, site: "B")
    let apart = try CenterReading().center(text)
    #expect(apart.services.map(\.site) == ["A", "B"])
    #expect(try figures(apart, "2025-01", service: 0).state == .met)
    #expect(try figures(apart, "2025-01", service: 1).state == .missed)
    let pooled = Service(name: "All", isPooled: true, objectives: [.percent("50", in: 20)])
    let together = try CenterReading([pooled]).center(text)
    #expect(try figures(together, "2025-01").state == .met)
    #expect(try figures(together, "2025-01").expected == 2)
  }
}
