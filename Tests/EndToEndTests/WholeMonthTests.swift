import Basics
import TestSupport
import Testing

/// Whole runs over months in place of intervals, and over long rows beside shorter ones.
@Suite struct WholeMonthTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    let rows = (1...12).map { month in
      "\(CivilMonth(year: 2025, month: month)),Billing,100,90,\(month == 3 ? 60 : 85)"
    }
    try scratch.write("months.csv", Export.file(rows, header: Self.header))
  }

  private static let header = "month,queue,offered,answered,answered_within_20"

  @Test func monthsAloneDecideLevelOne() throws {
    let run = try CheckedRun(["months.csv", "--detail", "days"], in: scratch.path)
    let input = try #require(run.json.at("inputs.0"))
    #expect(input["first"]?.text == "2025-01" && input["last"]?.text == "2025-12")
    #expect(input["kind"]?.text == "intervals" && input.at("rows.accepted")?.integer == 12)
    let service = try #require(run.json.at("services.0"))
    #expect(service["intervalMinutes"] == .null && service["wholeMonths"] == .bool(true))
    #expect(service["days"]?.elements.isEmpty == true)
    #expect(service["months"]?.elements.count == 12)
    let march = try #require(run.month("2025-03"))
    #expect(march["state"]?.text == "missed" && march["days"] == .null)
    #expect(march["intervals"] == .null && march.at("serviceLevel.numerator")?.integer == 60)
    let criteria = try #require(run.json.at("standards.0.scopes.0.criteria")?.elements)
    #expect(
      criteria.prefix(3).map { $0["status"]?.text } == ["met", "indeterminate", "indeterminate"])
  }

  @Test func textSaysMonthsAndWhatTheyDoNotTell() throws {
    let run = try ToolRun(["months.csv"], in: scratch.path)
    #expect(run.status == 0)
    #expect(run.output.contains("  months, dense export"))
    #expect(run.output.contains("not tracked by day: 2025-04"))
    #expect(run.output.contains("not tracked by interval"))
    #expect(run.output.contains("a month recorded as a whole has neither days nor intervals"))
  }

  @Test(arguments: ["8.01/2025-03", "8.01/2025-03-10"])
  func explainNamesTheRowOfAMonth(_ address: String) throws {
    let run = try ToolRun(["explain", address, "months.csv"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("60 of 100  Billing, months.csv:4"), "\(run.output)")
  }

  @Test func twoRowsOfAMonthAreAConflictThatNamesTheMonth() throws {
    try scratch.write("more.csv", Export.file(["2025-02,Billing,7,7,7"], header: Self.header))
    let run = try ToolRun(["months.csv", "more.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(
      run.errorLines.first
        == "more.csv:2:1: Billing 2025-02 has other values than in months.csv:3")
  }

  @Test func aMonthThatCannotBeReadIsRejected() throws {
    try scratch.write("bad.csv", Export.file(["2025-13,Billing,7,7,7"], header: Self.header))
    let run = try ToolRun(["bad.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("bad.csv:2:1: month: \"2025-13\" is not a month"), "\(run.errors)")
  }

  @Test func shorterRowsCountAndTheReportReconcilesThem() throws {
    let header = "interval_start,interval_minutes,queue,offered,answered,answered_within_20"
    try scratch.write(
      "half.csv",
      Export.file(
        ["2025-12-01 09:00,30,Billing,10,9,9", "2025-12-01,1440,Billing,12,11,10"],
        header: header))
    for files in [["months.csv", "half.csv"], ["half.csv", "months.csv"]] {
      let run = try CheckedRun(files, in: scratch.path)
      #expect(run.month("2025-12")?["offered"]?.integer == 10)
      let set = try #require(run.json["setAside"]?.elements)
      #expect(set.map { $0["length"]?.text } == ["day", "month"])
      #expect(set.map { $0["offered"]?.integer } == [12, 100])
      #expect(set.map { $0["shorterOffered"]?.integer } == [10, 10])
    }
    let text = try ToolRun(["months.csv", "half.csv"], in: scratch.path)
    #expect(
      text.output.contains(
        "1 monthly row beside shorter ones set aside: 100 offered, 90 answered; the shorter ones, "
          + "which count: 10 offered, 9 answered"), "\(text.output)")
  }

  /// A month of interval records counts before contacts of the same queue in all of its days.
  @Test func aMonthCountsBeforeContacts() throws {
    var text = "started_at,queue,outcome,wait_seconds\n"
    for day in ["11-30", "12-01", "12-31"] {
      text += "2025-\(day) 09:00,Billing,answered,5\n"
    }
    try scratch.write("contacts.csv", text)
    let run = try CheckedRun(["months.csv", "contacts.csv"], in: scratch.path)
    #expect(run.month("2025-12")?["offered"]?.integer == 100)
    #expect(run.month("2025-11")?["offered"]?.integer == 100)
    // Before the month has ended its row is as if not given.
    let cut = try CheckedRun(
      ["months.csv", "contacts.csv", "--as-of", "2025-12-30"], in: scratch.path)
    #expect(cut.month("2025-12")?["offered"]?.integer == 1)
  }
}
