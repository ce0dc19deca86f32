import TestSupport
import Testing

/// A file of many chunks gives the same on any number of threads: every figure, every
/// rejected row and its place.
@Suite struct ThreadTests {
  private static let header =
    "interval_start,queue,offered,answered,abandoned,answered_within,note\n"

  /// Three queues over some weeks, with everything that makes a chunk depend on the one
  /// before it: line breaks in quotes, stray quotes, and a record that spans chunks.
  private static let text: String = {
    var text = header
    let days = Export.halfHours(from: "2026-01-05", days: 1000).map { $0.prefix(16) }
    for (index, start) in days.enumerated() {
      for queue in ["Billing", "Sales", "Support"] {
        var note = index % 97 == 5 ? "\"two\nlines, and \"\"quotes\"\"\"" : "-"
        if queue == "Sales", [300, 2000, 3400].contains(index) { note = "\"not closed" }
        let offered = index % 401 == 7 ? "many" : "\(index % 23 + 2)"
        text += "\(start),\(queue),\(offered),\(index % 23 + 1),1,\(index % 19),\(note)\n"
      }
      if index == days.count / 2 {
        text += "\(start),Late,9,8,1,7,\"" + String(repeating: "long\n", count: 60_000) + "\"\n"
      }
    }
    return text
  }()

  @Test func numberOfThreadsChangesNothing() throws {
    let scratch = try ScratchFolder()
    try scratch.write("data.csv", ThreadTests.text)
    #expect(ThreadTests.text.utf8.count > 600_000)
    let arguments = [
      "data.csv", "--by", "queue", "--format", "json", "--max-rejects", "99%",
    ]
    let one = try ToolRun(
      arguments + ["--threads", "1", "--rejects", "one.csv"], in: scratch.path)
    #expect(one.status == 0, "\(one.errors.suffix(300))")
    #expect(one.errors.contains("text after a closing quote"))
    for threads in ["2", "8"] {
      let run = try ToolRun(
        arguments + ["--threads", threads, "--rejects", "other.csv"], in: scratch.path)
      #expect(run.outputBytes == one.outputBytes, "\(threads)")
      #expect(run.errorBytes == one.errorBytes, "\(threads)")
      #expect(try scratch.bytes("other.csv") == scratch.bytes("one.csv"), "\(threads)")
    }
    let pipe = try ToolRun(
      ["-"] + arguments.dropFirst() + ["--threads", "2"],
      input: .pipe(Array(ThreadTests.text.utf8)),
      in: scratch.path)
    #expect(
      pipe.output.replacing("\"path\" : \"-\"", with: "\"path\" : \"data.csv\"") == one.output)
  }

  /// What draws, reads twice, or is set in another form is the same on any number of threads,
  /// and with the files in another order where it does not name them.
  @Test(
    arguments: [
      (["sample", "--seed", "x", "--n", "40"], true), (["summary", "--by", "queue"], false),
      (["summary", "--format", "json"], true),
      (["explain", "services[0].months[1].serviceLevel"], true),
      (["report", "--format", "csv", "--by", "queue"], true),
      (["report", "--format", "html"], true), (["report", "--format", "junit"], false),
      (["report", "--format", "openmetrics"], false),
    ])
  func threadsAndFilesInAnyOrderChangeNoResult(_ arguments: [String], _ names: Bool) throws {
    let scratch = try ScratchFolder()
    let rows = ThreadTests.text.split(separator: "\n").filter { $0.hasSuffix(",-") }
    let half = rows.count / 2
    try scratch.write("a.csv", ThreadTests.header + rows[..<half].map { $0 + "\n" }.joined())
    try scratch.write("b.csv", ThreadTests.header + rows[half...].map { $0 + "\n" }.joined())
    func output(_ files: [String], _ threads: String) throws -> [UInt8] {
      let run = try ToolRun(
        arguments + files + ["--max-rejects", "99%", "--threads", threads], in: scratch.path)
      #expect(run.status == 0, "\(run.errors.suffix(300))")
      return run.outputBytes
    }
    let one = try output(["a.csv", "b.csv"], "1")
    #expect(try output(["a.csv", "b.csv"], "8") == one)
    if !names { #expect(try output(["b.csv", "a.csv"], "2") == one) }
  }

  /// Small files are read in one piece, large ones in chunks on several threads.
  @Test func fileOfManyChunksGivesWhatItsPartsGive() throws {
    let scratch = try ScratchFolder()
    let header =
      "contact_id,started_at,queue,outcome,wait_seconds,customer_id,reason,transaction_type,"
      + "transaction_value\n"
    let outcomes = ["answered", "abandoned", "answered", "flow_out", "answered"]
    let rows = (0..<8_000).map { number -> String in
      let (day, second) = (number / 300 + 1, number % 300 * 240)
      let time = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      return "c\(number),2026-03-\(day < 10 ? "0" : "")\(day)T\(time.joined(separator: ":"))+01:00,"
        + "Queue \(number % 7),\(outcomes[number % 5]),\(number % 61),customer-\(number % 900),"
        + "\(number % 3 == 0 ? "bill" : "fault"),type \(number % 11),$\(number % 50).25\n"
    }
    try scratch.write("all.csv", header + rows.joined())
    #expect(try scratch.bytes("all.csv").count > 500_000)
    var parts: [String] = []
    for start in stride(from: 0, to: rows.count, by: 2_000) {
      parts.append("part\(start).csv")
      try scratch.write(parts.last!, header + rows[start..<start + 2_000].joined())
    }
    let arguments = ["--by", "queue", "--threads", "3"]
    let whole = try CheckedRun(["all.csv"] + arguments, in: scratch.path)
    let pieces = try CheckedRun(parts + arguments, in: scratch.path)
    #expect(whole.json.without("inputs") == pieces.json.without("inputs"))
    #expect(whole.json.at("inputs.0.rows.accepted")?.integer == 8_000)
  }
}
