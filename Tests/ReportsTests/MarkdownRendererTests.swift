import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

@testable import Reports

@Suite struct MarkdownRendererTests {
  @Test func documentIsWrittenAsRecorded() throws {
    let report = try SmallReport.make(
      SmallReport.center, requirements: [Requirement(standard: "8.01", level: 1)],
      notes: ["12 blank lines ignored"])
    try Golden.check(MarkdownRenderer.render(report), "report.md")
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("<b>&", "&lt;b&gt;&amp;"), ("[x](y)", "\\[x\\](y)"),
    ("`*_~", "\\`\\*\\_\\~"),
    ("http://x", "http&#58;//x"), ("www.x", "www&#46;x"), ("a\\", "a\\\\"),
    ("*\u{301}", "\\*\u{301}"),
  ])
  func textIsNeverMarkup(_ text: String, _ shown: String) {
    #expect(MarkdownText.escaped(text) == shown)
  }

  @Test(arguments: [
    ("- a", "\\- a"), ("+ a", "\\+ a"), ("=", "\\="), ("1. a", "1\\. a"), ("12) a", "12\\) a"),
    ("1.5 a", "1.5 a"), ("12 of 13", "12 of 13"), ("-", "\\-"), ("", ""), ("# a", "\\# a"),
  ])
  func lineNeverBeginsAList(_ text: String, _ shown: String) {
    #expect(MarkdownText.beginning(text) == shown)
  }

  @Test func rowsOfTablesHaveAsManyCellsAsTheirHead() throws {
    let hostile = "a|b\n| --- | <img src=x>"
    let quoted = "\"\(hostile)\""
    let report = try SmallReport.make(
      SmallReport.header + "\n2026-01-05 09:00,\(quoted),\(quoted),voice,5,5,0,5,0,0,50,500\n",
      path: hostile, by: [.queue])
    let text = MarkdownRenderer.render(report)
    #expect(!text.contains("<img"))
    var cells: Int?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        cells = nil
        continue
      }
      let count = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(count == cells ?? count, "\(line)")
      cells = count
    }
  }
}
