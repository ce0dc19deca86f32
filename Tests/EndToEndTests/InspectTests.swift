import Foundation
import Reports
import TestSupport
import Testing

/// What `slcheck inspect` tells of files.
@Suite struct InspectTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Runs the command, holds what it prints against the schema, and gives the files.
  private func inspect(_ arguments: String..., status: Int32 = 0) throws -> [JSONTree] {
    let run = try ToolRun(["inspect", "--format", "json"] + arguments, in: scratch.path)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let json = try JSONTree(run.outputBytes)
    let validator = JSONSchemaValidator(try JSONTree(InspectionSchema.text), isStrict: true)
    #expect(validator.problems(in: json).isEmpty)
    return try #require(json["files"]).elements
  }

  @Test func theSampleIsWhole() throws {
    let file = try #require(
      try inspect(PackageFiles.root + "/SampleData/intervals-2026.csv").first)
    #expect(file.at("header.kind")?.text == "intervals")
    #expect(file.at("header.line")?.integer == 1)
    #expect(file.at("rows.read")?.integer == file.at("rows.accepted")?.integer)
    #expect(file.at("grid.intervalMinutes")?.integer == 30)
    #expect(file.at("grid.isStated") == .bool(false))
    #expect(file.at("grid.habit")?.text == "dense")
    #expect(file.at("grid.keys")?.integer == 4)
    #expect(file.at("grid.missing")?.integer == 84)
    #expect(file.at("grid.gaps.1.from")?.text == "2026-09-15T08:00")
    #expect(file["dates"] == .null)
    #expect(file["problems"]?.elements.isEmpty == true)
  }

  /// A title, dates that decide late, a column too many, a total, and rows that are wrong.
  @Test func whatIsOddIsTold() throws {
    var lines = ["Queue report;;;;;", "Start;Queue;Offer;Answer;Lost;In20;Comment"]
    for day in 1...20 {
      for hour in 9..<17 where !(day == 14 && hour < 12) {
        lines.append("\(day)/3/2026 \(hour):00;Billing;10;9;1;8;x")
      }
    }
    lines += ["7/3/2026 17:00;Billing;ten;9;1;8;x", "8/3/2026 17:00;Billing;10;9;1", "Total;;;;;;"]
    try scratch.write("odd.csv", lines.joined(separator: "\r\n") + "\r\n")
    let columns =
      ["interval_start=Start", "queue=Queue", "offered=Offer", "answered=Answer"]
      + ["abandoned=Lost", "answered_within=In20"]
    let options = columns.flatMap { ["--map", $0] }
    let run = try ToolRun(
      ["inspect", "--format", "json", "odd.csv", "--write-config", "start.json"] + options,
      in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let file = try #require(try JSONTree(run.outputBytes).at("files.0"))
    #expect(file.at("header.preambleRows")?.integer == 1)
    #expect(file.at("header.line")?.integer == 2)
    #expect(file.at("text.delimiter")?.text == ";")
    #expect(file.at("dates.order")?.text == "dmy")
    #expect(file.at("dates.text")?.text == "13/3/2026 9:00")
    #expect(file.at("rows.rejects.0.count")?.integer == 1)
    #expect(file.at("rows.rejects.0.column")?.integer == 24)
    #expect(file.at("rows.rejects")?.elements.count == 2)
    #expect(file.at("rows.ignored")?.integer == 2)
    #expect(file.at("grid.intervalMinutes")?.integer == 60)
    #expect(file.at("header.columns.6.canonical")?.elements.isEmpty == true)
    #expect(file.at("problems.0")?.text?.contains("2 of 161 rows were rejected") == true)
    // The configuration that it writes reads the file alike, without any option.
    let whole = try CheckedRun(["odd.csv", "--max-rejects", "2"] + options, in: scratch.path)
    let configured = try CheckedRun(
      ["odd.csv", "--max-rejects", "2", "--config", "start.json"], in: scratch.path)
    #expect(whole.json.at("services.0.total") == configured.json.at("services.0.total"))
    #expect(whole.json.at("services.0.total.offered")?.integer == 1570)
  }

  @Test func conflictsOverlapsAndImplausibleColumnsAreFindings() throws {
    let header = "interval_start,queue,offered,answered,abandoned,answered_within\n"
    let rows = (0..<40).map { index in
      "2026-03-\(index < 20 ? "02" : "03")T\(10 + index % 20 / 2):\(index % 2 == 0 ? "00" : "30"),a,10,8,10,7\n"
    }
    try scratch.write(
      "all.csv", header + rows.joined() + "2026-03-02T10:00,a,11,8,10,7\n")
    let file = try #require(try inspect("all.csv").first)
    #expect(file.at("grid.overlaps")?.integer == 1)
    #expect(file["implausible"]?.elements.count == 1)
    #expect(file["suspectDays"]?.elements.count == 2)
    #expect(file["problems"]?.elements.count == 2)
    let text = try ToolRun(["inspect", "all.csv"], in: scratch.path)
    #expect(text.output.contains("overlaps         1 row for an interval given otherwise"))
    #expect(text.output.contains("abandoned equals offered in 40 of 41 rows"))
  }

  @Test func aFileThatIsNotUnderstoodIsDescribedAndEndsWith65() throws {
    try scratch.write("what.csv", "a,b\u{1B}[31m,c\n1,2,3\n")
    let run = try ToolRun(
      ["inspect", "what.csv", "--write-config", "start.json"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.output.contains("comma between fields"))
    #expect(!run.output.contains("\u{1B}"))
    let written = try String(contentsOfFile: scratch.path("start.json"), encoding: .utf8)
    #expect(!written.contains("\u{1B}") && written.contains("//columns: {"))
    let file = try #require(try inspect("what.csv", status: 65).first)
    #expect(file["header"] == .null)
    #expect(file.at("text.lines")?.integer == 2)
    // What is written is a configuration, if one that says little.
    try scratch.write(
      "ok.csv",
      "interval_start,offered,answered,abandoned,answered_within\n2026-03-02T10:00,5,5,0,5\n")
    let ok = try ToolRun(["ok.csv", "--config", "start.json"], in: scratch.path)
    #expect(ok.status == 0, "\(ok.errors)")
  }

  @Test func severalFilesAndStandardInputAreToldInTurn() throws {
    try scratch.write("q.csv", "evaluated_at,score\n2026-03-02,90\n")
    let run = try ToolRun(
      ["inspect", "q.csv", "-"],
      input: .pipe(Array("month,category,amount\n2026-03,people,10\n".utf8)), in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("q.csv\n") && run.output.contains("\nstandard input\n"))
    #expect(run.output.contains("evaluations: it has evaluated_at, score"))
    #expect(run.output.contains("costs: it has month, category, amount"))
    let missing = try ToolRun(["inspect", "none.csv"], in: scratch.path)
    #expect(missing.status == 66 && missing.output.isEmpty)
    let same = try ToolRun(
      ["inspect", "q.csv", "-o", "x", "--write-config", "x"], in: scratch.path)
    #expect(same.status == 64)
    #expect(same.errors == "slcheck: -o and --write-config name the same file\n")
  }

  /// What no file has would keep every later run from reading it.
  @Test(arguments: [
    ("offered=Missing", "offered", Int32(65)), ("month=Missing", "month", 0),
    ("score=Missing", "score", 0),
  ])
  func mappedColumnThatNoFileHasIsNoSetting(
    _ mapping: String, _ name: String, _ status: Int32
  ) throws {
    try scratch.write(
      "data.csv",
      "Start,Offer,answered,abandoned,answered_within\n2026-03-02T10:00,5,5,0,5\n")
    let good = ["interval_start=Start"] + (name == "offered" ? [] : ["offered=Offer"])
    let options = (good + [mapping]).flatMap { ["--map", $0] }
    let run = try ToolRun(
      ["inspect", "data.csv", "--write-config", "start.json"] + options, in: scratch.path)
    #expect(run.status == status, "\(run.errors)")
    let lines = try scratch.text("start.json").split(separator: "\n")
    let comment = try #require(lines.first { $0.contains("Missing") })
    #expect(comment.hasPrefix("  //columns: {") && comment.contains("\"\(name)\":[\"Missing\"]"))
    let settings = lines.filter { $0.hasPrefix("  columns: ") }
    #expect(settings.count == (status == 0 ? 1 : 0))
    #expect(settings.allSatisfy { $0.contains("Start") && $0.contains("Offer") })
    if status == 0 {
      let configured = try CheckedRun(["data.csv", "--config", "start.json"], in: scratch.path)
      #expect(configured.json.at("services.0.total.offered")?.integer == 5)
    }
  }

  @Test func aQueueOfRejectedRowsAloneIsNoneOfTheFile() throws {
    let header = "interval_start,queue,offered,answered,abandoned,answered_within\n"
    try scratch.write(
      "data.csv",
      header + "2026-03-02T10:00,A,5,5,0,5\n2026-03-02T10:00,B,ten,5,0,5\n"
        + "2026-03-02T10:30,A,5,5,0,5\nnever,C,5,5,0,5\n")
    let file = try #require(try inspect("data.csv").first)
    #expect(file.at("rows.rejected")?.integer == 2)
    #expect(file.at("grid.keys")?.integer == 1)
  }
}
