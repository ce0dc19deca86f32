import Basics
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct IntervalLengthTests {
  private func center(_ starts: [String], _ minutes: Int? = nil) throws -> CenterMetrics {
    var reading = CenterReading()
    reading.metrics.intervalMinutes = minutes
    return try reading.center(
      "interval_start,offered,answered,answered_within\n"
        + starts.map { "2026-03-02 \($0),1,1,1\n" }.joined())
  }

  @Test(arguments: [
    (["00:00"], 1440), (["09:00"], 60), (["00:00", "06:00"], 60), (["09:00", "09:30"], 30),
    (["09:00", "09:20"], 20), (["09:00", "09:40"], 20), (["09:15"], 15), (["09:45", "10:30"], 15),
    (["09:10"], 10), (["09:20", "09:30"], 10), (["09:05"], 5), (["09:15", "09:20"], 5),
  ])
  func theLongestLengthThatDividesEveryStartIsTaken(_ starts: [String], _ minutes: Int) throws {
    #expect(try center(starts).records()?.intervalMinutes == minutes)
  }

  @Test(arguments: [(["09:07"], 1), (["09:00", "09:08"], 4), (["09:00", "09:06"], 6)])
  func startsThatNoLengthFitsAreAnError(_ starts: [String], _ step: Int) throws {
    let error = try #require(throws: MetricsError.self) { try center(starts) }
    #expect(error.reason == .noIntervalLength(service: "All contacts", step: step))
    #expect(
      error.description
        == "the interval starts of service \"All contacts\" are multiples of \(step) min, which fit "
        + "no interval length (5, 10, 15, 20, 30, 60 min or a day); state it as intervalMinutes "
        + "in the configuration or in a column interval_minutes")
  }

  @Test func aConfiguredLengthGoesBeforeWhatIsSeen() throws {
    #expect(try center(["09:00", "10:00"], 30).records()?.intervalMinutes == 30)
  }

  @Test func aStatedLengthGoesBeforeBothAndMixedOnesRollUpInTheirSpan() throws {
    var reading = CenterReading()
    reading.metrics.intervalMinutes = 5
    let center = try reading.center(
      "interval_start,interval_minutes,offered,answered,answered_within\n"
        + "2026-03-02 09:00,30,1,1,1\n2026-03-02 09:30,30,2,2,2\n2026-03-03 09:00,60,4,4,4\n")
    #expect(center.records()?.intervalMinutes == 60)
    let monday = try #require(center.figures("2026-03-02"))
    #expect(monday.sums.offered == 3 && monday.intervals.counted == 2)
    let both = try #require(center.figures("2026-03-02", "2026-03-03"))
    #expect(both.sums.offered == 7 && both.intervals.counted == 2 && both.intervalMinutes == 60)
  }

  @Test func lengthsThatDoNotFitIntoEachOtherRollUpToOneThatBothFitInto() throws {
    let center = try CenterReading().center(
      "interval_start,interval_minutes,offered,answered,answered_within\n"
        + "2026-03-02 00:00,20,1,1,1\n2026-03-02 00:20,20,2,2,2\n2026-03-03 00:30,30,4,4,4\n")
    let both = try #require(center.figures("2026-03-02", "2026-03-03"))
    #expect(both.intervalMinutes == 60 && both.intervals.counted == 2)
    #expect(center.figures("2026-03-02")?.intervals.counted == 2)
    #expect(center.records()?.statedLengths == [20, 30])
  }

  /// Months of daily rows, then hours: the window of intervals holds hours alone.
  @Test func oldDailyRowsDoNotTakeTheIntervalsFromAWindowOfHours() throws {
    var text = "interval_start,interval_minutes,offered,answered,answered_within\n"
    var day = CivilDate.day("2025-10-01")
    while day < .day("2026-03-01") {
      text += "\(day),1440,10,10,10\n"
      day = day + 1
    }
    while day <= .day("2026-07-31") {
      for hour in 9..<12 { text += "\(day) \(hour < 10 ? "0" : "")\(hour):00,60,10,10,10\n" }
      day = day + 1
    }
    let center = try CenterReading().center(text)
    let window = try #require(center.figures("2026-04-03", "2026-07-31"))
    #expect(window.tracksIntervals && window.intervals.met == 360)
    let year = try #require(center.figures("2025-10-01", "2026-07-31"))
    #expect(!year.tracksIntervals && year.days.met == 304)
    #expect(center.figures("2026-02-01", "2026-03-31")?.tracksIntervals == false)
  }

  @Test func lengthsAreFoundServiceByService() throws {
    let services = ["a", "b"].map { queue in
      Service(
        name: queue, match: ServiceMatch(queue: [NamePattern(queue)]),
        objectives: [.percent("80", in: 20)])
    }
    let center = try CenterReading(services).center(
      "interval_start,queue,offered,answered,answered_within\n2026-03-02 09:00,a,1,1,1\n"
        + "2026-03-02 09:15,b,1,1,1\n")
    #expect(center.records(0)?.intervalMinutes == 60 && center.records(1)?.intervalMinutes == 15)
  }

  @Test func dailyRecordsHaveDaysAndNoIntervals() throws {
    let center = try CenterReading().center(
      "interval_start,offered,answered,answered_within\n2026-03-02,10,10,8\n2026-03-03,10,10,7\n")
    let figures = try #require(center.figures("2026-03-02", "2026-03-03"))
    #expect(center.records()?.intervalMinutes == 1440)
    #expect(figures.days.met == 1 && figures.days.counted == 2)
    #expect(figures.intervals == OpportunityCounts())
  }
}
