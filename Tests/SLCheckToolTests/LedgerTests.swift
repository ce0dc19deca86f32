import Foundation
import TestSupport
import Testing

@testable import SLCheckTool

/// Months that are kept in a ledger one after the other come to what one run over all comes to.
@Suite struct LedgerTests {
  /// What a report says of the center, whatever files it was made of.
  static func figures(_ path: String) throws -> [String: JSONTree] {
    let tree = try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    var members: [String: JSONTree] = [:]
    for key in [
      "asOf", "services", "standards", "quality", "satisfaction", "costPerContact",
      "firstContactResolution", "costOfQuality", "transactionValue", "associations", "rules",
      "evidence", "breakdowns", "exclusions", "unmatched",
    ] { members[key] = tree[key] }
    #expect(members["services"] != nil && members["standards"] != nil)
    return members
  }

  /// Cuts files into those of each month, by the first month that a row names.
  static func months(_ files: [String], in scratch: ScratchFolder) throws -> [[String]] {
    let pattern = /2026-(0[1-9]|Q1)/
    var texts: [String: [String: [String]]] = [:]
    for file in files {
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      for line in lines.dropFirst() {
        guard let found = try pattern.firstMatch(in: line) else { continue }
        let month = found.output.1 == "Q1" ? "01" : String(found.output.1)
        texts[month, default: [:]][file, default: [String(lines[0])]].append(String(line))
      }
    }
    return try texts.sorted { $0.key < $1.key }.map { month, files in
      try files.sorted { $0.key < $1.key }.map { file, lines in
        let name = "\(month)-" + file.split(separator: "/").last!
        return try scratch.write(name, lines.map { $0 + "\n" }.joined())
      }
    }
  }

  @Test(arguments: Seed.cases(RunCount.ofRuns))
  func monthlyRunsComeToOneRunOverAll(_ seed: Seed) throws {
    let center = try TracedCenter(seed)
    let scratch = try ScratchFolder()
    var random = seed.generator
    let split = center.arguments.firstIndex { $0.hasPrefix("--") }!
    let files = Array(center.arguments[..<split])
    // What is first or last of several depends on the order of rows, by the contract.
    let options = center.arguments[split...] + ["--on-conflict", "sum", "--format", "json"]
    let whole = scratch.path("whole.json")
    #expect(Tool.run(files + options + ["-o", whole]) == 0)

    let ledger = scratch.path("ledger")
    var months = try Self.months(files, in: scratch)
    // Any order of months, some of them twice.
    months.shuffle(using: &random)
    months.append(months[0])
    let last = scratch.path("last.json")
    for month in months {
      let status = Tool.run(
        ["report", "--ledger", ledger, "--update"] + month.shuffled(using: &random) + options
          + ["-o", last])
      #expect(status == 0, "\(seed)")
    }
    #expect(try Self.figures(whole) == Self.figures(last), "\(seed)")

    // The ledger alone gives the same, and its index is as small as one run makes it.
    let alone = scratch.path("alone.json")
    #expect(Tool.run(["report", "--ledger", ledger] + options + ["-o", alone]) == 0)
    #expect(try Self.figures(whole) == Self.figures(alone), "\(seed)")
    // So do its files, read like any others, and a ledger that is begun from them.
    let copies = try scratch.names(in: "ledger").filter { $0.hasSuffix(".csv") }
      .map { ledger + "/" + $0 }
    #expect(Tool.run(copies.shuffled(using: &random) + options + ["-o", alone]) == 0)
    #expect(try Self.figures(whole) == Self.figures(alone), "\(seed)")
    #expect(
      Tool.run(["--ledger", scratch.path("copy"), "--update"] + copies + options + ["-o", alone])
        == 0)
    for name in try scratch.names(in: "copy") where name.hasSuffix(".csv") {
      #expect(try scratch.bytes("copy/" + name) == scratch.bytes("ledger/" + name), "\(seed)")
    }
    let once = scratch.path("once")
    #expect(
      Tool.run(["report", "--ledger", once, "--update"] + files + options + ["-o", last]) == 0)
    for name in try scratch.names(in: "once") where name.hasSuffix(".csv") {
      #expect(try scratch.bytes("once/" + name) == scratch.bytes("ledger/" + name), "\(seed)")
    }
  }
}
