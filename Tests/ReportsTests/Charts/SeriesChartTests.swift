import Basics
import MaturityRules
import TestSupport
import Testing

@testable import Reports

@Suite struct SeriesChartTests {
  private static func points(_ values: [Int?]) -> [SeriesChart.Point] {
    values.enumerated().map { index, value in
      SeriesChart.Point(
        month: CivilMonth(year: 2025, month: 1) + index, value: value.map { FixedPoint($0) },
        text: value.map { "\($0)" } ?? "–",
        mark: value.map { $0 >= 80 ? .met : .missed } ?? .undecided, objective: FixedPoint(80))
    }
  }

  private static func drawing(_ points: [SeriesChart.Point]) throws -> MarkedUpPage {
    var markup = Markup()
    SeriesChart(title: "Level", unit: " %", points: points).add(to: &markup)
    return try MarkedUpPage(markup.text)
  }

  @Test func whatThereIsToSeeIsSaid() throws {
    let drawing = try Self.drawing(Self.points([85, 70, nil, 90]))
    #expect(
      drawing.all("desc").first?.text
        == "4 months, 2025-01 to 2025-04; lowest 70 % in 2025-02, highest 90 % in 2025-04; "
        + "objective 80 %; missed in 2025-02; undecided in 2025-03.")
    #expect(drawing.all("title").first?.text == "Level")
  }

  @Test func monthWithoutAValueIsAGapAndNeverZero() throws {
    let drawing = try Self.drawing(Self.points([85, nil, 90, 91]))
    let line = drawing.all("path").first { $0.attributes["class"] == "line" }
    #expect(line?.attributes["d"]?.count { $0 == "M" } == 2)
    #expect(drawing.all("circle").count == 3)
    #expect(!drawing.all("text").contains { $0.text == "0" })
  }

  @Test func marksHaveShapes() throws {
    let drawing = try Self.drawing(Self.points([85, 70]))
    #expect(drawing.all("circle").map { $0.attributes["class"] } == ["met"])
    #expect(drawing.all("path").count { $0.attributes["class"] == "missed" } == 1)
  }

  @Test func latestTwoYearsAreDrawn() throws {
    let drawing = try Self.drawing(Self.points(Array(0..<40).map { 60 + $0 }))
    let text = try #require(drawing.all("desc").first?.text)
    #expect(text.hasPrefix("24 months, 2026-05 to 2028-04;"), "\(text)")
  }

  @Test func nothingKnownIsSaid() throws {
    for points in [[], Self.points([nil, nil])] {
      let drawing = try Self.drawing(points)
      #expect(drawing.all("text").map(\.text) == ["no figures"])
    }
  }

  @Test func everyPlaceLiesInTheDrawing() throws {
    for values in [[80], [0, 100], [1, 1, 1], [-50, 50], Array(0..<24).map { $0 * 1_000_000 }] {
      for circle in try Self.drawing(Self.points(values)).all("circle") {
        let x = Double(circle.attributes["cx"] ?? "") ?? -1
        let y = Double(circle.attributes["cy"] ?? "") ?? -1
        #expect((0...300).contains(x) && (0...165).contains(y), "\(values): \(x) \(y)")
      }
    }
  }

  @Test func laddersSayTheirLevels() throws {
    var markup = Markup()
    LadderDrawing(title: "Ladder", statuses: [.met, .missed, .indeterminate, .needsEvidence])
      .add(to: &markup)
    let drawing = try MarkedUpPage(markup.text)
    #expect(
      drawing.all("desc").first?.text
        == "Level 1 met, level 2 missed, level 3 indeterminate, level 4 needs evidence.")
    #expect(
      drawing.all("rect").map { $0.attributes["class"] } == ["met", "missed", "undecided", "none"])
  }
}
