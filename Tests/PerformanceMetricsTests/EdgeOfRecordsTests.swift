import Basics
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct EdgeOfRecordsTests {
  /// The rows of a key whose sums overflow are taken for nothing, and the service
  /// is judged without them.
  @Test func aKeyOfWhichEverySumOverflowedIsAnError() throws {
    var reading = CenterReading()
    reading.policy = .sum
    var text = "interval_start,queue,offered,answered,answered_within\n2026-03-10 10:00,b,5,5,5\n"
    for row in 0..<129 { text += "2026-03-10 10:00,a,9007199254740992,\(row),0\n" }
    let error = try #require(throws: MetricsError.self) { try reading.center(text) }
    #expect(error.reason == .overflow(service: "All contacts"))
  }

  /// Two rejected rows that lie in one interval are one hole.
  @Test func twoRejectedRowsOfOneIntervalAreOneHole() throws {
    var text = "interval_start,interval_minutes,offered,answered,answered_within\n"
    for week in 0..<4 {
      let day = CivilDate.day("2026-03-02") + 7 * week
      for hour in [10, 11] where week != 2 || hour != 10 {
        text += "\(day) \(hour):00,30,10,10,10\n"
      }
    }
    text += "2026-03-16 10:05,30,10,10,10\n2026-03-16 10:10,30,10,10,10\n"
    var reading = CenterReading()
    reading.metrics.habit = .sparse
    reading.metrics.asOf = .day("2026-03-23")
    let day = try #require(try reading.center(text).figures("2026-03-16"))
    #expect(day.holes == 1)
    #expect(day.expected == 2)
  }

  @Test func aKeyWithRejectedRowsAloneLeavesItsHoles() throws {
    var export = Export()
    export.add(.day("2026-03-02"), "09:00", queue: "a")
    export.addRejected(.day("2026-03-02"), "10:00", queue: "b")
    var reading = CenterReading()
    reading.metrics.asOf = .day("2026-03-02")
    let day = try #require(try reading.center(export.text).figures("2026-03-02"))
    #expect(day.intervals.undecided == 1)
  }

  @Test func aRowAfterAsOfDoesNotMakeTheThresholdAssumed() throws {
    var reading = CenterReading()
    reading.metrics.asOf = .day("2026-03-02")
    let center = try reading.center([
      "interval_start,offered,answered,answered_within_20\n2026-03-02 09:00,5,5,5\n",
      "interval_start,offered,answered,answered_within\n2026-03-03 09:00,5,5,5\n",
    ])
    #expect(center.records()?.assumesThreshold == false)
  }

  @Test func aSuspectRowThatGaveWayIsNoAcceptedSuspect() throws {
    var reading = CenterReading()
    reading.policy = .last
    let read = try reading.tally([
      "interval_start,offered,answered,answered_within\n"
        + "2026-03-02 09:00,5,6,5\n2026-03-02 09:00,5,5,5\n"
    ])
    #expect(read.tally.sources[0].accepted == 1)
    #expect(read.tally.sources[0].suspect == 0)
  }

  @Test func dailyRecordsHaveNoIntervalsAlsoOnClosedDays() throws {
    var service = Service.assumed
    service.hours = OpeningHours([
      .init(stretches: [.monday: [.init(start: 540, end: 1020)]])
    ])
    let center = try CenterReading([service]).center(
      "interval_start,offered,answered,answered_within\n2026-03-02,5,5,5\n2026-03-03,5,5,5\n")
    #expect(center.records()?.intervalMinutes == 1440)
    #expect(center.figures("2026-03-02", "2026-03-03")?.intervals.closed == 0)
  }

  @Test func aFileOfRejectedRowsAloneNamesNoStrangeDay() throws {
    let error = try #require(throws: MetricsError.self) {
      try CenterReading().center("interval_start,offered,answered,answered_within\nx,1,1,1\n")
    }
    #expect(!error.description.contains("5877641"))
  }
}
