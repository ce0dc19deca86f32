import Basics
import MaturityRules
import PerformanceMetrics
import Reports
import TestSupport
import Testing

@Suite struct TextRendererTests {
  private func report() throws -> Report {
    try SmallReport.make(
      SmallReport.center,
      requirements: [
        Requirement(standard: "8.01", level: 1), Requirement(standard: "8.02", level: 1),
      ], notes: ["12 blank lines ignored"])
  }

  @Test func reportIsWrittenAsRecorded() throws {
    try Golden.check(TextRenderer.render(try report()), "report.txt")
  }

  @Test func detailIsWrittenAsRecorded() throws {
    for detail in ReportDetail.allCases {
      let report = try SmallReport.make(
        SmallReport.center, asOf: CivilDate("2026-01-09"), by: [.queue, .channel], detail: detail)
      try Golden.check(TextRenderer.render(report), "\(detail.rawValue).txt")
    }
  }

  @Test func colorsAreAllThatColorsAdd() throws {
    let report = try report()
    let colored = TextRenderer.render(report, isColored: true)
    #expect(colored.contains("\u{1B}[1m"))
    #expect(
      colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == TextRenderer.render(report))
  }

  @Test func linesEndWithoutBlanksAndWithOneLineBreak() throws {
    let text = TextRenderer.render(try report())
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    #expect(!text.contains(" \n"))
  }

  @Test func hostileNamesAreMadeVisible() throws {
    let hostile = "a\u{1B}[31mb\u{202E}c\u{2028}d\u{7F}e\u{9B}"
    let row = "2026-01-05 09:00,\(hostile),\"q\n\(hostile)\",voice,5,5,0,5,0,0,50,500"
    let text = TextRenderer.render(
      try SmallReport.make(
        SmallReport.header + ",\(hostile)\n" + row + ",\n", path: hostile,
        services: [
          .init(name: "s\n" + hostile, objectives: [.init(percent: .init(80), seconds: 20)])
        ]))
    let shown = "a<U+001B>[31mb<U+202E>c<U+2028>d<U+007F>e<U+009B>"
    #expect(text.contains("s<U+000A>\(shown) at \(shown): 80 % within 20 s"))
    #expect(text.contains("columns not read: \(shown)"))
    #expect(
      !text.unicodeScalars.contains {
        $0 != "\n"
          && [.control, .format, .lineSeparator, .paragraphSeparator].contains(
            $0.properties.generalCategory)
      })
  }
}
