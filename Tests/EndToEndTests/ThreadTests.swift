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
}
