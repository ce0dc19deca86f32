import Foundation
import TestSupport
import Testing

/// Records are drawn at random, and anyone can draw them again.
@Suite struct SampleTests {
  private let scratch: ScratchFolder

  private static let january = Export.halfHours(from: "2026-01-05", days: 20, site: "Lakeside")
  private static let february = Export.halfHours(from: "2026-02-02", days: 20, site: "Lakeside")

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("january.csv", Export.file(SampleTests.january))
    try scratch.write("february.csv", Export.file(SampleTests.february))
  }

  private func sample(_ arguments: [String], status: Int32 = 0) throws -> ToolRun {
    let run = try ToolRun(["sample"] + arguments, in: scratch.path)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    return run
  }

  /// The drawn records of a run: number, and file and lines.
  private func json(_ arguments: [String]) throws -> JSONTree {
    let json = try JSONTree(
      try sample(arguments + ["--format", "json"]).outputBytes)
    let schema = JSONSchemaValidator(
      try JSONTree(try ToolRun(["schema", "sample"]).outputBytes), isStrict: true)
    #expect(schema.problems(in: json) == [])
    return json
  }

  @Test func everyRecordStandsWhereItIsSaidToStand() throws {
    let json = try json(["--n", "30", "--seed", "2026", "january.csv", "february.csv"])
    let records = try #require(json["records"]?.elements)
    #expect(records.count == 30)
    #expect(Set(records.compactMap { $0["draw"]?.integer }) == Set(1...30))
    for record in records {
      let row = try #require(record.at("rows.0"))
      let path = try #require(row["path"]?.text)
      let line = try #require(row["line"]?.integer)
      let text = String(decoding: try scratch.bytes(path), as: UTF8.self)
      let fields = text.split(separator: "\n")[line - 1].split(
        separator: ",", omittingEmptySubsequences: false)
      #expect(fields[0].replacing(" ", with: "T") == record["start"]?.text ?? "")
      #expect(String(fields[1]) == record["site"]?.text)
      #expect(Int(fields[4]) == record.at("counts.offered")?.integer)
      #expect(Int(fields[7]) == record.at("counts.answeredWithin")?.integer)
    }
    #expect(json.at("population.intervals")?.integer == 160)
    #expect(json.at("inputs.0.sha256")?.text?.count == 64)
  }

  @Test func sameSeedDrawsTheSameRecordsInAnyOrderAndNumber() throws {
    func starts(_ arguments: [String]) throws -> Set<String> {
      let records = try #require(try json(["--seed", "x"] + arguments)["records"]?.elements)
      return Set(records.compactMap { $0["start"]?.text })
    }
    let twelve = try starts(["--n", "12", "january.csv", "february.csv"])
    try scratch.write("backward.csv", Export.file(SampleTests.january.reversed()))
    #expect(try starts(["--n", "12", "february.csv", "backward.csv", "--threads", "1"]) == twelve)
    // A file given twice adds nothing.
    #expect(try starts(["--n", "12", "february.csv", "backward.csv", "january.csv"]) == twelve)
    #expect(try starts(["--n", "40", "january.csv", "february.csv"]).isSuperset(of: twelve))
    let other = try json(["--seed", "y", "--n", "12", "january.csv", "february.csv"])
    let starts = (other["records"]?.elements ?? []).compactMap { $0["start"]?.text }
    #expect(Set(starts) != twelve)
  }

  @Test func textNamesFilesAndLinesAndBounds() throws {
    let run = try sample(["--seed", "2026", "january.csv"])
    #expect(run.output.hasPrefix("60 of 80 records, drawn with the seed 2026\n"))
    #expect(run.output.contains("  80 interval records up to 2026-01-24\n"))
    #expect(run.output.contains("january.csv:"))
    #expect(
      run.output.contains("       0         0.00 %   4.88 %   0.00 %   5.97 %\n"), "\(run.output)")
    #expect(try sample(["--seed", "2026", "january.csv"]).output == run.output)
  }

  @Test func allRecordsNeedNoBounds() throws {
    let run = try sample(["--seed", "a", "--n", "500", "january.csv"])
    #expect(run.output.hasPrefix("80 of 80 records"))
    #expect(run.output.contains("fewer records than asked for: all of them are drawn"))
    #expect(run.output.contains("every record is drawn"))
    #expect(
      try json(["--seed", "a", "--n", "500", "january.csv"])["bounds"]?.elements.isEmpty == true)
  }

  @Test func contactsAreDrawnWithoutTheirCustomers() throws {
    let rows = (0..<50).map {
      "2026-03-02T09:\($0 + 10 > 59 ? "5\($0 % 10)" : "\($0 + 10)"):07,answered,5,700,555-0\($0),c\($0)"
    }
    try scratch.write(
      "calls.csv",
      "started_at,outcome,wait_seconds,talk_seconds,customer_id,contact_id\n"
        + rows.map { $0 + "\n" }.joined())
    let run = try sample(["--seed", "a", "--n", "5", "calls.csv"])
    #expect(run.output.hasPrefix("5 of 50 records"))
    #expect(run.output.contains("answered, waited 5 s, handled 700 s\n"))
    #expect(!run.output.contains("555-0"))
    let json = try json(["--seed", "a", "--n", "5", "calls.csv"])
    #expect(json.at("records.0.kind")?.text == "contact")
    #expect(json.at("population.contacts")?.integer == 50)
  }

  @Test func whatIsNoDrawIsRefused() throws {
    #expect(
      try sample(["january.csv"], status: 64).errorLines
        == [
          "slcheck: sample needs a seed, so that anyone can draw the same records again: --seed TEXT"
        ])
    for size in ["0", "10001", "-3", "six"] {
      _ = try sample(["--seed", "a", "--n=\(size)", "january.csv"], status: 64)
    }
    _ = try sample(["--seed", "a", "none.csv"], status: 66)
    try scratch.write("costs.csv", "month,category,amount\n2026-01,people,5\n")
    #expect(
      try sample(["--seed", "a", "costs.csv"], status: 65).errors.contains(
        "no interval record and no contact to draw from"))
    try scratch.write("bad.csv", Export.file(["2026-01-05 08:00,,Billing,voice,x,1,1,1,1,1"]))
    _ = try sample(["--seed", "a", "bad.csv"], status: 65)
    let run = try sample(["--seed", "a", "--max-rejects", "1", "bad.csv", "january.csv"])
    #expect(run.output.contains("1 row could not be read and is no record to draw"))
  }

  @Test func seedThatIsNoPlainTextIsMadeVisible() throws {
    let run = try sample(["--seed", "a\u{1B}[31m", "january.csv"])
    #expect(!run.output.contains("\u{1B}"))
  }
}
