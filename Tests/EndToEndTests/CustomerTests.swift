import TestSupport
import Testing

/// A customer's identifier never leaves, in whatever row and whatever output.
@Suite struct CustomerTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("contacts.csv", CustomerTests.text)
  }

  private static let header =
    "started_at,contact_id,customer_id,queue,outcome,wait_seconds,reason,agent,resolved\n"

  /// What every identifier begins with, and nothing else does.
  private static let marker = "KUNDE"

  private static let good = (0..<40).map { index in
    "2026-03-0\(2 + index % 5) \(10 + index % 8):15,c\(index),KUNDE-\(index % 7),Billing,"
      + "\(index % 9 == 0 ? "abandoned" : "answered"),\(index % 50),bill,anna,yes\n"
  }

  /// Each of them is rejected, for a reason of its own.
  private static let bad = [
    "never,x1,KUNDE-81,Billing,answered,1,,,\n",
    "2026-03-02 10:15,x2,\"KUNDE-82\",Billing,lost,1,,,\n",
    "2026-03-02 10:15,x3,\"KUNDE \"\"83\"\"\",Billing,answered,soon,,,\n",
    "2026-03-02 10:15,x4,KUNDE-84,Bil\u{1F}ling,answered,1,,,\n",
    "2026-03-02 10:15,x5,KUNDE-85,Billing,answered,1\n",
    "2026-03-02 10:15,KUNDE-86,Billing,answered,1,,,,,,,\n",
    "2026-03-02 10:15,x7,\"KUNDE-87\"x,Billing,answered,1,,,\n",
    "2026-03-02 10:15,x8,KUNDE-88,\"Billing,answered,1,,,\n",
    "2026-03-02 10:15,x9,,Billing,answered,-1,,,\n",
  ]

  private static let text = header + good.joined() + bad.joined()

  /// Every command and option that prints something, over the same file.
  @Test(arguments: [
    [], ["--format", "json"], ["--detail", "intervals"], ["--detail", "days", "--format", "json"],
    ["-v"], ["--by", "queue"], ["explain", "8.01"], ["explain", "8.01", "--format", "json"],
    ["explain", "8.01/2026-03-03"], ["explain", "8.01/2026-03", "--format", "json"],
    ["explain", "8.06"], ["explain", "8.04"], ["--max-rejects", "0"], ["--kind", "surveys"],
    ["--on-conflict", "error"],
  ])
  func noOutputHoldsAnIdentifier(_ arguments: [String]) throws {
    for limit in ["100", "0"] {
      let run = try ToolRun(
        arguments + ["contacts.csv", "--rejects", "bad.csv"]
          + (arguments.contains("--max-rejects") ? [] : ["--max-rejects", limit]),
        in: scratch.path)
      #expect(!run.outputBytes.isEmpty || !run.errorBytes.isEmpty)
      for text in [run.output, run.errors] { #expect(!text.contains(CustomerTests.marker)) }
      if try scratch.names.contains("bad.csv") {
        #expect(!(try scratch.text("bad.csv").contains(CustomerTests.marker)))
      }
    }
  }

  @Test func conflictsNameNoCustomer() throws {
    try scratch.write(
      "contacts.csv",
      CustomerTests.header + "2026-03-02 10:15,c1,KUNDE-1,Billing,answered,1,,,\n"
        + "2026-03-02 10:15,c1,KUNDE-2,Billing,answered,1,,,\n")
    let run = try ToolRun(["contacts.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("has other values") && !run.errors.contains(CustomerTests.marker))
  }

  @Test func listMasksTheIdentifierAndNothingElse() throws {
    let run = try ToolRun(
      ["contacts.csv", "--rejects", "bad.csv", "--max-rejects", "9"], in: scratch.path)
    #expect(run.status == 0)
    let lines = try scratch.text("bad.csv").split(separator: "\n").dropFirst()
    let records = lines.map { $0.split(separator: "\",\"").last.map { "\"" + $0 } }
    #expect(
      records == [
        "\"never,x1,***,Billing,answered,1,,,\"",
        "\"2026-03-02 10:15,x2,\"\"***\"\",Billing,lost,1,,,\"",
        "\"2026-03-02 10:15,x3,\"\"***\"\",Billing,answered,soon,,,\"",
        "\"2026-03-02 10:15,x4,***,Bil\u{1F}ling,answered,1,,,\"",
        // Any field of these may be the customer's.
        "\"\"", "\"\"", "\"\"", "\"\"",
        "\"2026-03-02 10:15,x9,,Billing,answered,-1,,,\"",
      ])
    for line in lines { #expect(line.hasPrefix("\"contacts.csv\",")) }
  }

  @Test func listIsRawOnRequest() throws {
    let run = try ToolRun(
      ["contacts.csv", "--rejects", "bad.csv", "--rejects-raw", "--max-rejects", "9"],
      in: scratch.path)
    #expect(run.status == 0)
    let list = try scratch.text("bad.csv")
    for record in CustomerTests.bad {
      #expect(list.contains(record.dropLast().replacing("\"", with: "\"\"") + "\"\n"))
    }
    let alone = try ToolRun(["contacts.csv", "--rejects-raw"], in: scratch.path)
    #expect(alone.status == 64)
    #expect(alone.errors == "slcheck: --rejects-raw says something only with --rejects FILE\n")
  }

  @Test func mappedColumnsAreMaskedToo() throws {
    let header = CustomerTests.header.replacing("customer_id", with: "Rufnummer,Nebenstelle")
    try scratch.write(
      "contacts.csv",
      Array((header + "2026-03-02 10:15,c1,1,KUNDE-1,Billing,answered,1,,,\n").utf8)
        + Array("2026-03-02 10:15,c2,KUNDE".utf8) + [0xE9, 0xFC]
        + Array(",\"KUN\"\"DE\",Billing,answered,soon,,,\n".utf8))
    let run = try ToolRun(
      [
        "contacts.csv", "--map", "customer_id=Rufnummer", "--map", "customer_id=Nebenstelle",
        "--rejects", "bad.csv", "--max-rejects", "1",
      ], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try scratch.text("bad.csv").hasSuffix(
        ",\"2026-03-02 10:15,c2,***,\"\"***\"\",Billing,answered,soon,,,\"\n"))
  }

  /// Whatever the rows are, the column says what it holds.
  @Test func recordsThatAreNoContactsAreMaskedToo() throws {
    try scratch.write(
      "surveys.csv", "responded_at,Customer_ID,score\n2026-03-02,KUNDE-1,5\nnever,KUNDE-2,4\n")
    let run = try ToolRun(
      ["surveys.csv", "--rejects", "bad.csv", "--max-rejects", "1"], in: scratch.path)
    #expect(try scratch.text("bad.csv").hasSuffix(",\"never,***,4\"\n"), "\(run.errors)")
  }
}
