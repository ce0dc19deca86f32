import Basics
import Testing

@testable import MaturityRules

@Suite struct CMOAssessmentTests {
  /// The ratings of the contract's example: 43 by people, six levels by data.
  private static let example: CMOAssessment = {
    let levels: [String: [Int]] = [
      "1": [3, 3, 3, 2, 2, 2], "2": [2, 2, 3, 4], "3": [3, 3, 3, 2, 2, 1, 1],
      "4": [3, 3, 2, 1, 2, 2, 2], "5": [3, 3, 3, 2, 2, 3, 2, 2, 2, 2, 2], "6": [2],
      "7": [3, 2], "8": [3, 3, 2, 3, 1],
    ]
    let ratings = levels.sorted { $0.key < $1.key }.flatMap { section, levels in
      levels.enumerated().map { index, level in
        ("\(section).\(index < 9 ? "0" : "")\(index + 1)", String(level))
      }
    }
    return CMOAssessment(
      Answers.of("cmo", ratings),
      computed: [
        "8.01": ComputedLevel(level: 1, possible: 1), "8.02": ComputedLevel(level: 3, possible: 4),
        "8.03": ComputedLevel(level: 1, possible: 2), "8.04": ComputedLevel(level: 4, possible: 4),
        "8.05": ComputedLevel(level: 1, possible: 1), "8.06": ComputedLevel(level: 0, possible: 0),
      ])
  }()

  @Test func theExampleComesToItsFigures() {
    let example = Self.example
    #expect(example.ratedCount == 43 && example.computedCount == 6)
    let rows = example.sections.map { section in
      let figures = section.figures
      return [
        section.group.id, "\(figures.rated)/\(figures.total)", "\(figures.lowest ?? -1)",
        figures.median?.valueText(places: 1, .down) ?? "", figures.mean?.valueText(.down) ?? "",
        figures.counts.map(String.init).joined(separator: " "),
      ]
    }
    #expect(
      rows == [
        ["leadership", "6/6", "2", "2.5", "2.50", "0 0 3 3 0"],
        ["strategy_planning", "4/4", "2", "2.5", "2.75", "0 0 2 1 1"],
        ["employee_management", "7/7", "1", "2.0", "2.14", "0 2 2 3 0"],
        ["infrastructure", "7/7", "1", "2.0", "2.14", "0 1 4 2 0"],
        ["processes_procedures", "11/11", "2", "2.0", "2.36", "0 0 7 4 0"],
        ["employee_engagement", "1/2", "2", "2.0", "2.00", "0 0 1 0 0"],
        ["customer_experience_management", "2/2", "2", "2.5", "2.50", "0 0 1 1 0"],
        ["performance_results", "6/6", "0", "1.0", "1.66", "1 3 0 1 1"],
      ])
    #expect(example.overall.counts == [1, 6, 20, 15, 2])
    #expect(example.overall.mean == Ratio(99, 44))
    #expect(example.overall.median == Ratio(4, 2))
    #expect(example.overall.rated == 44 && example.overall.lowest == 0)
    #expect(example.unrated == ["6.02"])
  }

  @Test func theExampleRanksItsGaps() {
    let gaps = Self.example.gaps
    #expect(gaps.count == 42)
    #expect(
      gaps.prefix(7).map(\.id) == ["8.06", "3.06", "3.07", "4.04", "8.01", "8.03", "8.05"])
    #expect(gaps.prefix(7).map(\.size) == [4, 3, 3, 3, 3, 3, 3])
    #expect(gaps.last?.size == 1)
  }

  @Test func theExampleHoldsClaimsAgainstData() {
    let verdicts = Self.example.standards.suffix(6).map(\.verdict)
    #expect(
      verdicts == [.contradicted, .agrees, .unproven, .understated, .agrees, .computed])
    #expect(Self.example.standards.suffix(6).map(\.used) == [1, 3, 1, 4, 1, 0])
    #expect(Self.example.standards[0].verdict == .claimed)
  }

  private static let claims: [(Int?, Int?, Int?, RatingVerdict?)] = [
    (nil, nil, nil, nil), (nil, 0, 4, .computed), (3, nil, nil, .claimed), (2, 2, 4, .agrees),
    (1, 2, 4, .understated), (3, 2, 2, .contradicted), (3, 2, 3, .unproven),
    (4, 2, 3, .contradicted), (0, 0, 0, .agrees), (1, 0, 1, .unproven),
  ]

  @Test(arguments: claims)
  func aClaimIsHeldAgainstBothLevels(
    _ claimed: Int?, _ level: Int?, _ possible: Int?, _ verdict: RatingVerdict?
  ) {
    let computed = level.map { ComputedLevel(level: $0, possible: possible ?? $0) }
    #expect(RatingVerdict(claimed: claimed, computed) == verdict)
  }

  @Test func withoutDataTheClaimCounts() {
    let scored = CMOAssessment(Answers.of("cmo", ["8.01": "3"]))
    #expect(scored.overall.rated == 1 && scored.unrated.count == 44)
    #expect(scored.standards.first { $0.item.id == "8.01" }?.used == 3)
    #expect(scored.gaps == [RankedGap(id: "8.01", size: 1)])
    #expect(scored.sections[0].figures.mean == nil && scored.sections[0].figures.median == nil)
    #expect(scored.sections[0].figures.lowest == nil)
  }

  private static let zeros: [(String, String, [String])] = [
    ("0", "1", ["1.05 and 2.01 ask the same of level 1, and only 1.05 is rated 0"]),
    ("4", "0", ["2.01 and 1.05 ask the same of level 1, and only 2.01 is rated 0"]),
    ("0", "0", []), ("1", "4", []),
  ]

  @Test(arguments: zeros)
  func oneZeroOfTwoWithTheSameWordingIsHintedAt(
    _ first: String, _ second: String, _ hints: [String]
  ) {
    let scored = CMOAssessment(Answers.of("cmo", ["1.05": first, "2.01": second]))
    #expect(scored.hints.map(\.description) == hints)
    #expect(CMOAssessment(Answers.of("cmo", ["1.05": first])).hints.isEmpty)
  }

  private static let figures: [([Int], Int?, Ratio?, Ratio?)] = [
    ([], nil, nil, nil), ([3], 3, Ratio(6, 2), Ratio(3, 1)),
    ([1, 4], 1, Ratio(5, 2), Ratio(5, 2)),
    ([0, 0, 4], 0, Ratio(0, 2), Ratio(4, 3)), ([4, 1, 2, 2], 1, Ratio(4, 2), Ratio(9, 4)),
  ]

  @Test(arguments: figures)
  func figuresAreExact(_ ratings: [Int], _ lowest: Int?, _ median: Ratio?, _ mean: Ratio?) {
    let figures = RatingFigures(ratings, of: 9, on: 0...4)
    #expect(figures.lowest == lowest && figures.median == median && figures.mean == mean)
    #expect(figures.rated == ratings.count && figures.sum == ratings.reduce(0, +))
  }
}
