import TestSupport
import Testing

/// The folder that proves a run.
@Suite struct EvidenceTests {
  private static let ofReport = [
    "configuration.json", "exclusions.csv", "inputs.sha256", "rejects.csv", "report.json",
    "report.md",
  ]

  /// A folder with inputs whose rows are partly rejected and partly left out.
  private func inputs() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    var rows = Export.halfHours(from: "2026-03-02", days: 8)
    rows[3] = rows[3].replacing(",1", with: ",x")
    try scratch.write("it's, `a` \\ name.csv", Export.file(rows))
    try scratch.write(
      "exclusions.csv",
      "start,end,reason,approver\n2026-03-03T08:00,2026-03-03T09:00,\"=1+1, storm\",Ann\n")
    try scratch.write(
      "claims.csv", "id,measure,scope,period,claimed\na,service_level,,2026-03-02..2026-03-05,84%\n"
    )
    return scratch
  }

  private static let files = ["--max-rejects", "5", "it's, `a` \\ name.csv", "exclusions.csv"]

  @Test func holdsWhatProvesTheRun() throws {
    let scratch = try inputs()
    let run = try ToolRun(
      ["--evidence", "proof", "--format", "json"] + Self.files, in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try scratch.names(in: "proof") == Self.ofReport)
    #expect(try scratch.bytes("proof/report.json") == run.outputBytes)
    let json = try JSONTree(run.outputBytes)
    // Anyone can check inputs and configuration.
    let check = try ToolRun(
      ["--check", "--strict", "proof/inputs.sha256"], program: "/usr/bin/sha256sum",
      in: scratch.path)
    #expect(check.status == 0, "\(check.errors)")
    let configuration = try ToolRun(
      ["proof/configuration.json"], program: "/usr/bin/sha256sum", in: scratch.path)
    #expect(
      json.at("configuration.sha256")?.text
        == configuration.output.split(separator: " ").first.map(String.init))
    let text = try ToolRun(
      ["--digest", "--format", "markdown"] + Self.files, in: scratch.path
    ).output
    #expect(try scratch.text("proof/report.md") == text)
    #expect(
      try scratch.text("proof/exclusions.csv")
        == "start,end,reason,approver,service,site\n"
        + "2026-03-03T08:00,2026-03-03T09:00,\"'=1+1, storm\",Ann,,\n")
    let rejects = try scratch.text("proof/rejects.csv")
    #expect(rejects.hasPrefix("file,line,column,reason,record\n"))
    #expect(rejects.split(separator: "\n").count == 2)
    let again = try ToolRun(
      ["--rejects", "list.csv"] + Self.files, in: scratch.path)
    #expect(again.status == 0)
    #expect(try scratch.text("list.csv") == rejects)
    // The report verifies.
    let verified = try ToolRun(
      ["verify", "proof/report.json", "it's, `a` \\ name.csv", "exclusions.csv"], in: scratch.path)
    #expect(verified.status == 0, "\(verified.errors)\(verified.output)")
  }

  /// The claims are an input like the others: found by their bytes, read again, named.
  @Test func evidenceOfAnAuditVerifies() throws {
    let scratch = try inputs()
    let audit = try ToolRun(
      ["audit", "--claims", "claims.csv", "--evidence", "proof"] + Self.files, in: scratch.path)
    #expect((0...2).contains(audit.status), "\(audit.errors)")
    let records = Array(Self.files.suffix(2))
    func verify(_ files: [String]) throws -> ToolRun {
      try ToolRun(["verify", "proof/report.json"] + files, in: scratch.path)
    }
    let same = try verify(records + ["claims.csv"])
    #expect(same.status == 0, "\(same.output)\(same.errors)")
    #expect(same.output.hasPrefix("verified: 3 files, "))
    try scratch.write("moved", scratch.bytes("claims.csv"))
    let moved = try verify(["moved"] + records)
    #expect(moved.status == 0, "\(moved.output)\(moved.errors)")
    let without = try verify(records)
    #expect(without.status == 1)
    #expect(without.output.contains("claims.csv, which was read, is not among the files"))
    try scratch.write(
      "claims.csv", scratch.text("claims.csv").replacing("84%", with: "85%"))
    let changed = try verify(records + ["claims.csv"])
    #expect(changed.status == 1)
    #expect(changed.output.contains("\nclaims.csv is not the file that was read: its SHA-256 is "))
    #expect(!changed.output.contains("name.csv"))
  }

  /// A file of claims among the records is refused at once.
  @Test func claimsAmongTheRecords() throws {
    let scratch = try inputs()
    let run = try ToolRun(
      ["audit", "--claims", "claims.csv", "--evidence", "proof"] + Self.files + ["claims.csv"],
      in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("claims.csv:1:1: the header is that of claims"), "\(run.errors)")
    #expect(throws: (any Error).self) { try scratch.names(in: "proof") }
  }

  @Test func sameBytesAnywhere() throws {
    let scratch = try inputs()
    let names = Self.ofReport + ["audit.json", "audit.md"]
    let claims = ["audit", "--claims", scratch.path("claims.csv")]
    let files = ["--max-rejects", "5", "it's, `a` \\ name.csv", "exclusions.csv"].map {
      $0.hasSuffix(".csv") ? scratch.path($0) : $0
    }
    let first = try ToolRun(
      claims + ["--evidence", scratch.path("one"), "--threads", "1"] + files, in: scratch.path)
    let second = try ToolRun(
      claims + ["--evidence", scratch.path("two/"), "--threads", "7", "-q"] + files,
      environment: ["TZ": "Pacific/Apia", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
    #expect(first.status == second.status)
    #expect(try scratch.names(in: "one") == names.sorted())
    #expect(try scratch.names(in: "two") == names.sorted())
    for name in names {
      #expect(try scratch.bytes("one/\(name)") == scratch.bytes("two/\(name)"), "\(name)")
    }
    // A folder of an earlier run gives way, and leaves its permissions; nothing else is left.
    try scratch.setPermissions("one", 0o750)
    let third = try ToolRun(
      claims + ["--evidence", scratch.path("one")] + files, in: scratch.path)
    #expect(third.status == first.status)
    for name in names {
      #expect(try scratch.bytes("one/\(name)") == scratch.bytes("two/\(name)"), "\(name)")
    }
    #expect(try scratch.permissions("one") == 0o750)
    #expect(
      try scratch.names(in: ".").filter { $0.contains("slcheck") || $0.hasPrefix(".") } == [])
  }

  @Test func isWholeOrAbsent() throws {
    let scratch = try inputs()
    try scratch.makeFolder("other")
    try scratch.write("other/diary.txt", "mine")
    for (folder, status) in [
      ("other", Int32(73)), ("nowhere/proof", 73), ("claims.csv", 73), ("", 64), ("-", 64),
    ] {
      let run = try ToolRun(["--evidence", folder] + Self.files, in: scratch.path)
      #expect(run.status == status, "\(folder): \(run.errors)")
      #expect(run.output.isEmpty)
    }
    #expect(try scratch.names(in: "other") == ["diary.txt"])
    #expect(try scratch.text("other/diary.txt") == "mine")
    // A folder that only looks like one of an earlier run is left as it is as well.
    try scratch.makeFolder("mine")
    try scratch.write("mine/report.md", "my notes")
    let notes = try ToolRun(["--evidence", "mine"] + Self.files, in: scratch.path)
    #expect(notes.status == 73)
    #expect(try scratch.text("mine/report.md") == "my notes")
    // Nothing else is written into it.
    for written in [["-o", "new/report.json"], ["-o", "./new/x"], ["--rejects", "new"]] {
      let run = try ToolRun(["--evidence", "new"] + written + Self.files, in: scratch.path)
      #expect(run.status == 64, "\(written): \(run.errors)")
    }
    #expect(throws: (any Error).self) { try scratch.names(in: "new") }
    // Where the data are refused nothing is written.
    let refused = try ToolRun(
      ["--evidence", "proof", "it's, `a` \\ name.csv"], in: scratch.path)
    #expect(refused.status == 65)
    #expect(throws: (any Error).self) { try scratch.names(in: "proof") }
    // What is read is not overwritten.
    try scratch.makeFolder("report")
    try scratch.write(
      "report/rejects.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 3)))
    let collision = try ToolRun(
      ["--evidence", "report", "report/rejects.csv"], in: scratch.path)
    #expect(collision.status == 64)
    #expect(collision.errors.contains("--evidence would overwrite report/rejects.csv"))
    let foreign = try ToolRun(["inspect", "--evidence", "x", "claims.csv"], in: scratch.path)
    #expect(foreign.status == 64)
  }
}

/// Names and rows that spreadsheets and checkers trip over.
@Suite struct HostileEvidenceTests {
  @Test func namesAndFormulas() throws {
    let scratch = try ScratchFolder()
    var rows = Export.halfHours(from: "2026-03-02", days: 8)
    rows[3] = "=cmd|' /C calc'!A0," + rows[3]
    let name = "a\r\nb\"\u{301}.csv"
    try scratch.write(name, Export.file(rows))
    let run = try ToolRun(
      ["--evidence", "proof", "--max-rejects", "5", name], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let check = try ToolRun(
      ["--check", "--strict", "proof/inputs.sha256"], program: "/usr/bin/sha256sum",
      in: scratch.path)
    #expect(check.status == 0, "\(check.errors)")
    let rejects = try scratch.text("proof/rejects.csv")
    #expect(rejects.contains(",\"'=cmd|"))
    #expect(rejects.unicodeScalars.count { $0 == "\"" } % 2 == 0)
  }
}
