import Foundation
import TestSupport
import Testing

@testable import SLCheckTool

/// Contacts that are rolled up give the report of the contacts, piece by piece as well as whole.
@Suite struct SummedContactsTests {
  @Test(arguments: Seed.cases(RunCount.ofRuns))
  func sumsReportAsTheContactsDo(_ seed: Seed) throws {
    let center = try SummedCenter(seed)
    var random = SplitMix64(seed.value ^ 1)
    let files = try center.whole(&random)
    let whole = try center.report(files, "whole.json")
    let once = try center.rolled(files, "once")
    #expect(try center.report(once.shuffled(using: &random), "once.json") == whole, "\(seed)")
    // A roll-up of a roll-up is the roll-up.
    let again = try center.rolled(once, "again")
    for (first, second) in zip(once, again) {
      let (bytes, others) = (
        try Data(contentsOf: URL(fileURLWithPath: first)),
        try Data(contentsOf: URL(fileURLWithPath: second))
      )
      #expect(bytes == others, "\(second) \(seed)")
    }
    #expect(again.count == once.count)
  }

  /// As a cluster cuts them: by key and day for services, by customer for first contact
  /// resolution, by contact for transactions and the contacts of costs.
  @Test(arguments: Seed.cases(RunCount.ofRuns))
  func anySplitReportsAsTheWholeDoes(_ seed: Seed) throws {
    let center = try SummedCenter(seed)
    var random = SplitMix64(seed.value ^ 2)
    let files = try center.whole(&random)
    let whole = try center.report(files, "whole.json")
    let count = UInt64.random(in: 1...5, using: &random)
    let salt = UInt64.random(in: 0...99, using: &random)
    func part(_ text: String) -> UInt64 {
      text.utf8.reduce(salt) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } % count
    }
    var parts = center.others
    for number in 0..<count {
      let cuts: [(String, KeyPath<SummedCenter.Row, String>, Set<String>)] = [
        ("key", \.key, ["contacts", "rows", "offsets", "made_with"]),
        ("customer", \.customer, ["issues", "left_out", "made_with"]),
        ("contact", \.contact, ["transactions", "further_legs", "made_with"]),
      ]
      for (name, path, sums) in cuts {
        var inputs: [String] = []
        let rows = center.contacts.filter { part($0[keyPath: path]) == number }
        if !rows.isEmpty {
          inputs.append(try center.file("\(name)\(number).csv", SummedCenter.header, rows))
        }
        let intervals = center.intervals.filter { part($0.key) == number }
        if name == "key", !intervals.isEmpty {
          inputs.append(
            try center.file("i\(number).csv", SummedCenter.intervalHeader, intervals))
        }
        if inputs.isEmpty { continue }
        let tables = try center.rolled(inputs, "\(name)\(number)")
        parts += try center.picked(tables, sums, keepsTables: name == "key")
      }
    }
    var expected = whole
    let found = try center.report(parts.shuffled(using: &random), "parts.json")
    // Which of equal rows is the repeat is all that the files' order decides.
    #expect(found["records"] == expected["records"], "\(seed)")
    expected["records"] = found["records"]
    for key in expected.keys.sorted() {
      #expect(found[key] == expected[key], "\(key) \(seed)")
    }
    // Rolled up once more, all parts are the whole.
    let once = try center.rolled(files, "once")
    let again = try center.rolled(parts, "again")
    for name in ["sums.csv", "intervals.csv"] {
      let bytes = try once.first { $0.hasSuffix("/" + name) }
        .map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      let others = try again.first { $0.hasSuffix("/" + name) }
        .map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(bytes == others, "\(name) \(seed)")
    }
  }
}
