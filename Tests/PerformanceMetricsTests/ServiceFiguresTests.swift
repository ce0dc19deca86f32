import Basics
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct ServiceFiguresTests {
  private func figures(
    _ columns: String, _ rows: String..., service: Service = .assumed
  ) throws -> ServiceFigures {
    var text = "interval_start,offered,answered,answered_within,\(columns)\n"
    for (index, row) in rows.enumerated() { text += "2026-03-02 1\(index):00,\(row)\n" }
    return try #require(try CenterReading([service]).center(text).figures("2026-03-02"))
  }

  @Test func averagesAreSumsOverSums() throws {
    let figures = try figures(
      "wait_seconds,talk_seconds,wrap_seconds", "10,8,8,40,800,80", "1,1,0,50,30,1.5")
    #expect(figures.averageSpeedOfAnswer == Ratio(90, 9))
    #expect(figures.averageHandleTime == Ratio(9115, 90))
    #expect(figures.abandonmentRate == Ratio(2, 11))
  }

  @Test func aBlankDurationOnARowWithAnsweredContactsLeavesTheAverageUnknown() throws {
    let blank = try figures("wait_seconds,handle_seconds", "10,8,8,,80", "1,1,0,50,-")
    #expect(blank.averageSpeedOfAnswer == nil && blank.averageHandleTime == nil)
    #expect(blank.sums.rowsWithoutWait == 1 && blank.sums.rowsWithoutHandle == 1)
    let harmless = try figures("wait_seconds,handle_seconds", "10,8,8,40,80", "1,0,0,,")
    #expect(harmless.averageSpeedOfAnswer == Ratio(40, 8))
    #expect(harmless.averageHandleTime == Ratio(80, 8))
    #expect(try figures("agents", "10,8,8,3").averageSpeedOfAnswer == nil)
  }

  @Test func withoutContactsNothingHasAValue() throws {
    let figures = try figures("short_abandoned", "0,0,0,0")
    #expect(figures.serviceLevel == nil && figures.abandonmentRate == nil)
    #expect(figures.abandonmentRateWithoutShort == nil && figures.averageHandleTime == nil)
    #expect(figures.unweightedMeanText == nil)
    #expect(figures.state == .idle)
  }

  @Test func shortAbandonsAreLeftOutOfBothSides() throws {
    #expect(
      try figures("short_abandoned", "10,6,6,1", "10,10,10,0").abandonmentRateWithoutShort
        == Ratio(3, 19))
    #expect(try figures("short_abandoned", "10,6,6,").abandonmentRateWithoutShort == nil)
    #expect(try figures("short_abandoned", "5,0,0,5").abandonmentRateWithoutShort == nil)
    #expect(
      try figures("abandoned_within_5", "10,6,6,1").abandonmentRateWithoutShort == Ratio(3, 9))
  }

  @Test func theUnweightedMeanStandsBesideTheWeightedLevel() throws {
    let figures = try figures("agents", "90,90,90,1", "10,10,0,1", "3,3,1,1", "0,0,0,1")
    #expect(figures.serviceLevel == Ratio(91, 103))
    #expect(figures.unweightedMeanText == "44.44")
  }

  @Test(arguments: [
    ("answered_within_20", 9, 0), ("answered_within_30", 0, 10), ("answered_within", 9, 0),
  ])
  func aCountForAnotherThresholdJudgesNothing(
    _ column: String, _ within: Int, _ unjudged: Int
  ) throws {
    let center = try CenterReading().center(
      "interval_start,offered,answered,\(column)\n2026-03-02 09:00,10,10,9\n")
    let figures = try #require(center.figures("2026-03-02"))
    #expect(figures.sums.answeredWithin == within && figures.sums.answeredUnjudged == unjudged)
    #expect(figures.state == (unjudged == 0 ? .met : .undecided))
    #expect(center.records()?.assumesThreshold == (column == "answered_within"))
  }

  @Test(arguments: [("20", false), ("30", true), ("", false)])
  func aRowMayStateTheThresholdOfItsCount(_ stated: String, _ isUnjudged: Bool) throws {
    let figures = try figures("threshold_seconds", "10,10,9,\(stated)")
    #expect((figures.sums.answeredUnjudged > 0) == isUnjudged)
  }

  @Test func eachDayIsJudgedByItsOwnThreshold() throws {
    let service = Service(
      name: "Sales",
      objectives: [.percent("80", in: 20), .percent("80", in: 30, from: "2026-03-03")])
    let center = try CenterReading([service]).center(
      "interval_start,offered,answered,answered_within_20,answered_within_30\n"
        + "2026-03-02 09:00,10,10,7,9\n2026-03-03 09:00,10,10,7,9\n")
    #expect(center.figures("2026-03-02")?.state == .missed)
    #expect(center.figures("2026-03-03")?.state == .met)
    #expect(center.figures("2026-03-02", "2026-03-03")?.serviceLevel == Ratio(16, 20))
    #expect(center.figures("2026-03-02", "2026-03-03")?.state == .met)
  }

  @Test func daysWithoutAnObjectiveAreExcluded() throws {
    let service = Service(name: "S", objectives: [.percent("80", in: 20, from: "2026-03-03")])
    let center = try CenterReading([service]).center(
      "interval_start,offered,answered,answered_within\n2026-03-02 09:00,10,10,0\n"
        + "2026-03-03 09:00,10,10,10\n")
    let both = try #require(center.figures("2026-03-02", "2026-03-03"))
    #expect(center.figures("2026-03-02")?.state == .excluded)
    #expect(both.days.excluded == 1 && both.days.met == 1 && both.intervals.excluded == 1)
    #expect(both.sums.offered == 10 && both.state == .met)
  }
}

@Suite struct SiteTests {
  private static let text =
    "interval_start,site,offered,answered,answered_within\n2026-03-02 09:00,Ulm,10,10,0\n"
    + "2026-03-02 09:00,Bonn,90,90,90\n2026-03-02 09:00,,4,4,4\n"

  @Test func everySiteIsJudgedByItselfAndUnnamedOnesTogether() throws {
    let center = try CenterReading().center(Self.text)
    #expect(center.services.map(\.site) == [nil, "Bonn", "Ulm"])
    let states = (0..<3).map { center.figures("2026-03-02", service: $0)?.state }
    #expect(states == [.met, .met, .missed])
  }

  @Test func aPooledServiceIsOne() throws {
    var service = Service.assumed
    service.isPooled = true
    let center = try CenterReading([service]).center(Self.text)
    #expect(center.services.map(\.site) == [nil])
    #expect(center.figures("2026-03-02")?.serviceLevel == Ratio(94, 104))
  }

  @Test(arguments: [(98, []), (102, []), (97, ["2026-03-02"]), (103, ["2026-03-02"])])
  func aDayWhoseCountsStrayIsNamed(_ answered: Int, _ days: [String]) throws {
    let center = try CenterReading().center(
      "interval_start,offered,answered,abandoned,answered_within\n"
        + "2026-03-02 09:00,100,\(answered),0,0\n")
    #expect(center.suspectDays.map(\.day.description) == days)
    #expect(center.suspectDays.allSatisfy { $0.accountedFor == answered && $0.offered == 100 })
  }
}
