import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

@testable import Reports

@Suite struct OpenMetricsRendererTests {
  private func text(_ report: Report) throws -> String {
    String(decoding: try OpenMetricsRenderer.render(report), as: UTF8.self)
  }

  @Test func textIsWrittenAsRecorded() throws {
    let report = try SmallReport.make(
      SmallReport.center, requirements: [Requirement(standard: "8.01", level: 1)], by: [.queue])
    try Golden.check(try text(report), "report.prom")
  }

  @Test func textKeepsToBothFormats() throws {
    let onRow = SmallReport.header + "\n2026-01-05 09:00,,Q,voice,"
    for report in [
      try SmallReport.make(SmallReport.center, by: [.site, .queue], detail: .intervals),
      try SmallReport.make(SmallReport.center, asOf: CivilDate("2026-01-28")),
      try SmallReport.make(onRow + "0,0,0,0,,,,\n"), try SmallReport.make(onRow + "5,9,0,9,,,,\n"),
      try SmallReport.make(SmallReport.header + "\n" + HostileNames.rows, by: [.site, .queue]),
    ] {
      let metrics = MetricsText(try text(report))
      #expect(metrics.problems == [])
      #expect(metrics.samples.count > 20)
    }
  }

  /// A month is not a label: next month's run has the same series.
  @Test func periodsAreTheLastMonthTheRunningOneAndTheTotal() throws {
    let report = try SmallReport.make(SmallReport.center, asOf: CivilDate("2026-02-11"))
    let metrics = MetricsText(try text(report))
    let json = try JSONTree(try JSONRenderer.render(report))
    func offered(_ period: String) -> String? {
      metrics.value("slcheck_offered_contacts", ["site": "Austin", "period": period])
    }
    #expect(
      offered("last_month") == json.at("services.0.months.0.offered")?.integer.map { "\($0)" })
    #expect(
      offered("this_month") == json.at("services.0.months.1.offered")?.integer.map { "\($0)" })
    #expect(offered("total") == json.at("services.0.total.offered")?.integer.map { "\($0)" })
    let periods = Set(metrics.samples.compactMap { $0.labels["period"] })
    #expect(periods == ["last_month", "this_month", "total"])
    // 2026-01-01 and 2026-02-01, in UTC.
    let start = "slcheck_period_start_timestamp_seconds"
    #expect(metrics.value(start, ["period": "last_month"]) == "1767225600")
    #expect(metrics.value(start, ["period": "this_month"]) == "1769904000")
    #expect(metrics.value("slcheck_as_of_timestamp_seconds") == "1770768000")
    #expect(!(try text(report)).contains("2026-0"))
  }

  @Test func unknownFigureHasNoSample() throws {
    let report = try SmallReport.make(
      SmallReport.header + "\n2026-01-05 09:00,,Q,voice,5,4,1,4,,,,\n")
    let metrics = MetricsText(try text(report))
    #expect(metrics.value("slcheck_offered_contacts", ["period": "total"]) == "5")
    #expect(!metrics.samples.contains { $0.name == "slcheck_average_handle_time_seconds" })
    #expect(metrics.value("slcheck_standard_level", ["standard": "8.02"]) == nil)
  }

  @Test func rowsOfAllInputsAreAddedUp() throws {
    var report = try SmallReport.make(SmallReport.center)
    report.records += [RecordCounts(kind: "contacts", rows: report.inputs[0].rows)]
    let metrics = MetricsText(try text(report))
    let rows = report.inputs[0].rows.read * 2
    #expect(metrics.value("slcheck_input_rows", ["outcome": "read"]) == "\(rows)")
  }

  @Test(arguments: [
    ("81.13", "0.8113"), ("100.00", "1.0000"), ("-2.66", "-0.0266"), ("0.00", "0.0000"),
    ("80", "0.80"), ("5.5", "0.055"), ("1234.50", "12.3450"), ("-100.00", "-1.0000"),
  ])
  func percentBecomesPartsOfOneDigitByDigit(_ percent: String, _ ratio: String) {
    #expect(OpenMetricsRenderer.ratio(percent) == ratio)
  }

  @Test func namesAreOnlyLabels() throws {
    let report = try SmallReport.make(
      SmallReport.header + "\n" + HostileNames.rows, by: [.queue])
    let metrics = MetricsText(try text(report))
    #expect(metrics.problems == [])
    let queues = Set(metrics.samples.compactMap { $0.labels["queue"] })
    #expect(queues.isSuperset(of: ["\\", "\\\"", "\\n", "# EOF", "two<U+000A>lines", "a;b=c"]))
  }

  /// Two names that are shown alike stay two series.
  @Test func namesThatAreShownAlikeAreNotOneSeries() throws {
    let rows = ["\u{202E}", "<U+202E>"].map { "2026-01-05 09:00,,\($0),voice,5,5,0,5,0,0,50,500\n" }
    let report = try SmallReport.make(
      SmallReport.header + "\n" + rows.joined(), by: [.queue])
    let metrics = MetricsText(try text(report))
    #expect(metrics.problems == [])
    #expect(metrics.samples.contains { $0.labels["again"] == "2" })
  }

  @Test func familiesHaveNamesOfTheirOwn() {
    let names = MetricFamily.all.map(\.name)
    #expect(Set(names).count == names.count)
    for family in MetricFamily.all {
      #expect(family.name.wholeMatch(of: #/slcheck_[a-z_]+/#) != nil)
      #expect(family.help.hasSuffix("."))
    }
  }
}
