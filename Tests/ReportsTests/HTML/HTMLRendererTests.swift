import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

@testable import Reports

@Suite struct HTMLRendererTests {
  private func report() throws -> Report {
    try SmallReport.make(
      SmallReport.center,
      requirements: [
        Requirement(standard: "8.01", level: 1), Requirement(standard: "8.02", level: 1),
      ], notes: ["12 blank lines ignored"])
  }

  @Test func pageIsWrittenAsRecorded() throws {
    let html = HTMLRenderer.render(try report())
    // The style is a constant, and is looked at in a browser.
    let body = html.replacing(StyleSheet().text, with: "")
    #expect(body.utf8.count < html.utf8.count)
    try Golden.check(body, "report.html")
  }

  @Test func pageIsWellFormedAndKeepsItsRules() throws {
    let page = try MarkedUpPage(HTMLRenderer.render(try report()))
    #expect(page.problems == [])
    #expect(page.all("svg").count > 10)
  }

  /// Every figure of the text's tables stands in the page.
  @Test func pageHasTheFiguresOfTheText() throws {
    let report = try report()
    let page = try MarkedUpPage(HTMLRenderer.render(report))
    let cells = Set((page.all("td") + page.all("th")).map(\.text))
    let text = TextRenderer.text(of: report, TextStyle(isColored: false))
    for section in text.sections {
      for table in section.tables {
        for cell in table.rows.joined() where cell != "-" && !cell.isEmpty {
          #expect(cells.contains(cell), "\(cell)")
        }
      }
    }
    let all = page.all("body").map(\.text).joined()
    for section in text.sections where section.heading.hasPrefix("8.01") {
      for case .columns(let parts, _) in section.pieces { #expect(all.contains(parts[2])) }
    }
  }

  @Test func sameReportGivesTheSamePage() throws {
    #expect(HTMLRenderer.render(try report()) == HTMLRenderer.render(try report()))
  }

  @Test func hostileNamesAreText() throws {
    let hostile = "<script>alert(1)</script>\"'&]]>\u{202E}\u{1B}[31m\u{2028}"
    let quoted = "\"" + hostile.replacing("\"", with: "\"\"") + "\n\""
    let row = "2026-01-05 09:00,\(quoted),\(quoted),voice,5,5,0,5,0,0,50,500"
    let report = try SmallReport.make(
      SmallReport.header + ",\(quoted)\n" + row + ",\n", path: hostile,
      services: [
        .init(name: "s\n" + hostile, objectives: [.init(percent: .init(80), seconds: 20)])
      ], by: [.queue])
    let html = HTMLRenderer.render(report)
    let page = try MarkedUpPage(html)
    #expect(page.problems == [])
    #expect(page.all("script").isEmpty)
    let shown =
      "<script>alert(1)</script>\"'&]]><U+202E><U+001B>[31m<U+2028>"
    #expect(page.all("h3").contains { $0.text.hasPrefix("s<U+000A>" + shown) })
    #expect(page.all("th").contains { $0.text == shown })
    #expect(
      !html.unicodeScalars.contains {
        $0 != "\n"
          && [.control, .format, .lineSeparator, .paragraphSeparator].contains(
            $0.properties.generalCategory)
      })
  }

  @Test func serviceWithoutRecordsAndMonthsWithoutContactsAreShown() throws {
    let services = [
      Service(
        name: "Nobody", match: ServiceMatch(queue: [NamePattern("nothing")]),
        objectives: [.init(percent: .init(80), seconds: 20)]),
      Service.assumed,
    ]
    let rows = ["2026-01-05", "2026-04-06"].map { "\($0) 09:00,,Billing,voice,0,0,0,0,0,0,0,0" }
    let report = try SmallReport.make(
      SmallReport.header + "\n" + rows.joined(separator: "\n") + "\n", services: services)
    let page = try MarkedUpPage(HTMLRenderer.render(report))
    #expect(page.problems == [])
    #expect(page.all("text").contains { $0.text == "no figures" })
    #expect(!page.all("td").contains { $0.text == "0.00 %" || $0.text == "0.00 s" })
  }

  /// A page of a large center stays a page.
  @Test func chartsAreDrawnForTheFirstServicesAndTheTableHasAll() throws {
    var lines = [SmallReport.header]
    let sites = (0..<40).map { "Site \($0)" }
    for day in 5..<10 {
      for site in sites {
        lines.append("2026-01-0\(day % 10) 09:00,\(site),q,voice,9,9,0,8,0,0,9,9")
      }
    }
    let report = try SmallReport.make(lines.joined(separator: "\n") + "\n")
    let html = HTMLRenderer.render(report)
    let page = try MarkedUpPage(html)
    #expect(page.problems == [])
    #expect(html.utf8.count < 500_000)
    #expect(page.all("article").filter { $0.attributes["class"] == "card service" }.count == 12)
    let heads = Set(page.all("th").map(\.text))
    for site in sites { #expect(heads.contains("All contacts at " + site)) }
    #expect(page.all("p").contains { $0.text.contains("the first 12 of 40 services") })
  }
}
