import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Contacts are judged as the interval records are that could be made from them.
@Suite struct ContactTallyTests {
  private func figures(
    _ rows: [String], header: String = "started_at,outcome,wait_seconds,talk_seconds",
    service: Service = .assumed, comparison: ThresholdComparison = .atMost
  ) throws -> ServiceFigures {
    let text = ([header] + rows).map { $0 + "\n" }.joined()
    let center = try CenterReading([service]).center(contacts: [text], comparison: comparison)
    let history = try #require(center.services[0].records).judged
    return history.figures(history.start...history.end)
  }

  @Test(
    arguments: [
      (ThresholdComparison.atMost, "19.999", 1), (.atMost, "20", 1), (.atMost, "20.0004", 0),
      (.atMost, "20.001", 0), (.atMost, "21", 0), (.below, "19.999", 1), (.below, "20", 0),
      (.below, "0", 1),
    ])
  func theThresholdItselfIsWithinOrNot(
    _ comparison: ThresholdComparison, _ wait: String, _ within: Int
  ) throws {
    let sums = try figures(
      ["2026-03-02 09:00,answered,\(wait),1", "2026-03-02 09:00,abandoned,\(wait),"],
      comparison: comparison
    ).sums
    #expect(sums.answeredWithin == within)
    #expect(sums.abandonedWithin == within)
    #expect(sums.answeredUnjudged == 0 && sums.abandonedUnjudged == 0)
  }

  @Test func shortAbandonsReachTheirLimitWhateverTheComparison() throws {
    let rows = ["4", "5", "5.001", "6"].map { "2026-03-02 09:00,abandoned,\($0)," }
    #expect(try figures(rows).sums.shortAbandoned == 2)
    #expect(try figures(rows, comparison: .below).sums.shortAbandoned == 2)
  }

  @Test func anUnknownWaitIsWithinAtBestAndBeyondAtWorst() throws {
    let found = try figures([
      "2026-03-02 09:00,answered,5,10", "2026-03-02 09:05,answered,,10",
      "2026-03-02 09:06,abandoned,,", "2026-03-02 09:07,flow_out,,",
    ])
    let sums = found.sums
    #expect(sums.offered == 4 && sums.answered == 2 && sums.abandoned == 1 && sums.flowOut == 1)
    #expect(sums.answeredWithin == 1 && sums.answeredUnjudged == 1)
    #expect(sums.abandonedUnjudged == 1 && sums.shortUnjudged == 1)
    #expect(found.averageSpeedOfAnswer == nil && found.averageHandleTime == Ratio(20, 2))
    #expect(found.serviceLevel == nil)
  }

  @Test func aContactBelongsToTheIntervalInWhichItStarted() throws {
    let found = try figures([
      "2026-03-02 09:29:59,answered,25,1", "2026-03-02 09:30:00,answered,5,1",
      "2026-03-02 23:59:59,answered,5,1", "2026-03-03 00:00:00,answered,25,1",
    ])
    #expect(found.intervalMinutes == 30)
    #expect(found.intervals.met == 2 && found.intervals.counted == 4)
    #expect(found.days.met == 0 && found.days.counted == 2)
  }

  @Test func eachDayHasTheThresholdInForce() throws {
    let service = Service(
      name: "All",
      objectives: [
        Objective(percent: FixedPoint(80), seconds: 20),
        Objective(from: .day("2026-03-03"), percent: FixedPoint(80), seconds: 30),
      ])
    let sums = try figures(
      ["2026-03-02 09:00,answered,25,1", "2026-03-03 09:00,answered,25,1"], service: service
    ).sums
    #expect(sums.answeredWithin == 1)
  }

  /// ICMI's worked example: 1000 answered, 60 abandoned, 860 and 20 of them within the
  /// threshold, 10 abandoned within five seconds.
  @Test(
    arguments: [
      (.offered, 860, 1060), (.answered, 860, 1000), (.earlyAbandonsExcluded, 860, 1040),
      (.earlyAbandonsMet, 880, 1060), (.shortAbandonsExcluded, 860, 1050),
      (.shortAbandonsMet, 870, 1060),
    ] as [(ServiceLevelFormula, Int, Int)])
  func thePublishedExampleComesOutFormulaByFormula(
    _ formula: ServiceLevelFormula, _ numerator: Int, _ denominator: Int
  ) throws {
    let waits: [(String, Int, Int)] = [
      ("answered", 20, 860), ("answered", 21, 140), ("abandoned", 5, 10), ("abandoned", 6, 10),
      ("abandoned", 21, 40),
    ]
    let rows = waits.flatMap { outcome, wait, count in
      Array(repeating: "2026-03-02 09:00,\(outcome),\(wait),1", count: count)
    }
    let service = Service(
      name: "All", formula: formula,
      objectives: [Objective(percent: FixedPoint(80), seconds: 20)])
    #expect(try figures(rows, service: service).serviceLevel == Ratio(numerator, denominator))
  }

  @Test func aDayIsMoreThanItsMeanOfIntervals() throws {
    let rows =
      (0..<100).map { "2026-03-02 09:00,answered,\($0 < 90 ? 1 : 99),1" }
      + (0..<300).map { "2026-03-02 10:00,answered,\($0 < 210 ? 1 : 99),1" }
    let found = try figures(rows)
    #expect(found.serviceLevel == Ratio(300, 400))
    #expect(found.unweightedMeanText == "80.00")
  }
}

// MARK: - One source for a key and a day

@Suite struct JoinedTallyTests {
  private let intervals = """
    interval_start,queue,offered,answered,abandoned,answered_within_20
    2026-03-02 09:00,a,10,9,1,8
    2026-03-02 09:00,b,1,1,0,1

    """
  private let contacts = """
    started_at,queue,outcome,wait_seconds
    2026-03-02 09:00,a,answered,1
    2026-03-02 18:00,a,abandoned,1
    2026-03-03 09:05,a,answered,30
    2026-03-02 09:00,c,answered,1

    """

  @Test func intervalRecordsCountWhereBothCoverADay() throws {
    let center = try CenterReading().center(contacts: [contacts], intervals: [intervals])
    let records = try #require(center.services[0].records)
    let sums = records.judged.figures(records.judged.start...records.judged.end).sums
    #expect(sums.offered == 13 && sums.answered == 12 && sums.answeredWithin == 10)
    let found = try #require(center.reconciliations.first)
    #expect(center.reconciliations.count == 1)
    #expect(found.service == "All contacts" && found.site == nil && found.days == 1)
    #expect(found.contactsOffered == 2 && found.contactsAnswered == 1)
    #expect(found.intervalsOffered == 10 && found.intervalsAnswered == 9)
    let waits = try #require(
      records.waits?.percentiles(records.judged.start...records.judged.end))
    #expect(waits.contacts == 2 && waits.longest == 30)
  }

  @Test func contactsAreLaidOutAtTheLengthOfTheIntervalRecords() throws {
    let quarters = """
      interval_start,queue,interval_minutes,offered,answered,abandoned,answered_within_20
      2026-02-02 09:15,a,15,10,9,1,8

      """
    let center = try CenterReading().center(contacts: [contacts], intervals: [quarters])
    #expect(center.services[0].records?.intervalMinutes == 15)
    let daily = quarters.replacing("09:15,a,15", with: "00:00,a,1440")
    let mixed = try CenterReading().center(contacts: [contacts], intervals: [daily])
    #expect(mixed.services[0].records?.statedLengths == [30, 1440])
    var configured = CenterReading()
    configured.metrics.intervalMinutes = 60
    let hours = try configured.center(contacts: [contacts])
    #expect(hours.services[0].records?.intervalMinutes == 60)
  }

  @Test func anAbsentIntervalOfContactsHadNone() throws {
    // The same hours every day, and one contact less in the last.
    var rows = ["started_at,outcome,wait_seconds"]
    var records = ["interval_start,offered,answered,answered_within_20"]
    for day in 10..<28 {
      for hour in 10..<14 where !(day == 27 && hour == 13) {
        rows.append("2026-03-\(day) \(hour):00,answered,1")
        records.append("2026-03-\(day) \(hour):00,1,1,1")
      }
    }
    let reading = CenterReading()
    let contacts = try reading.center(contacts: [rows.map { $0 + "\n" }.joined()])
    let intervals = try reading.center(records.map { $0 + "\n" }.joined())
    #expect(contacts.services[0].records?.habit == .sparse)
    #expect(intervals.services[0].records?.habit == .dense)
    var dense = CenterReading()
    dense.metrics.habit = .dense
    let asked = try dense.center(contacts: [rows.map { $0 + "\n" }.joined()])
    #expect(asked.services[0].records?.habit == .dense)
  }

  @Test func aRejectedContactIsAHoleWhereNoOtherStarted() throws {
    let good = (2..<30).map { "2026-03-\($0 < 10 ? "0" : "")\($0) 09:00,answered,1\n" }.joined()
    let text = "started_at,outcome,wait_seconds\n" + good
    let figures = { (extra: String) throws -> ServiceFigures in
      let records = try #require(
        try CenterReading().center(contacts: [text + extra]).services[0].records)
      return records.judged.figures(records.recorded)
    }
    #expect(try figures("").holes == 0)
    #expect(try figures("2026-03-05 09:10,answered,-1\n").holes == 0)
    #expect(try figures("2026-03-05 11:10,answered,-1\n").holes == 1)
  }
}
