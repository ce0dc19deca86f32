import Basics
import Testing

@testable import MaturityRules

@Suite struct QuestionnaireAssessmentTests {
  @Test func themesHaveTheirOwnFigures() {
    let scored = QuestionnaireAssessment(
      Answers.of(
        "contactscope",
        [
          "strategy_documented": "3", "strategy_scope": "4", "segmentation": "3", "routing": "1",
          "channel_handling": "4",
        ]))
    #expect(scored.axes.map(\.theme.id) == ContactScope.themes.map(\.id))
    #expect(scored.axes[0].figures.mean == Ratio(10, 3))
    #expect(scored.axes[0].figures.median == Ratio(6, 2))
    #expect(scored.axes[0].figures.rated == 3 && scored.axes[0].figures.total == 3)
    #expect(scored.axes[5].figures.mean == Ratio(5, 2) && scored.axes[5].figures.total == 4)
    #expect(scored.axes[1].figures.mean == nil && scored.axes[1].figures.median == nil)
    #expect(scored.overall.mean == Ratio(15, 5) && scored.overall.median == Ratio(6, 2))
    #expect(scored.overall.total == 20 && scored.unrated.count == 15)
    #expect(
      scored.gaps == [
        RankedGap(id: "routing", size: 4), RankedGap(id: "segmentation", size: 2),
        RankedGap(id: "strategy_documented", size: 2), RankedGap(id: "channel_handling", size: 1),
        RankedGap(id: "strategy_scope", size: 1),
      ])
  }

  @Test(arguments: [("1", "3", 1), ("1", "5", 1), ("1", "2", 0), ("2", "5", 0)])
  func aScopeWithoutAWrittenStrategyIsHintedAt(
    _ documented: String, _ scope: String, _ count: Int
  ) {
    let scored = QuestionnaireAssessment(
      Answers.of("contactscope", ["strategy_documented": documented, "strategy_scope": scope]))
    #expect(scored.hints.count == count)
    if count == 1 {
      #expect(
        scored.hints[0].description
          == "strategy_documented is rated 1, and strategy_scope \(scope)")
    }
  }
}

@Suite struct ExpectationAssessmentTests {
  @Test func onlyWithEvidenceThereIsMaterial() {
    let rated = Answers.of(
      "icmi_concepts", [("accessible", "2"), ("prompt", "2")], evidence: "Panel 2026")
    let scored = ExpectationAssessment(rated)
    #expect(scored.atHighest == 2 && scored.figures.sum == 4)
    #expect(scored.alignments.map(\.standard) == ["8.01", "8.02"])
    #expect(scored.alignments.map(\.isPresent) == [true, false])
    #expect(scored.alignments[1].lacking.count == 8)
    #expect(scored.hints.isEmpty && scored.gaps.isEmpty && scored.unrated.count == 8)
  }

  @Test func twoWithoutEvidenceCountsWithARemark() {
    let scored = ExpectationAssessment(
      Answers.of("icmi_concepts", ["accessible": "2", "prompt": "1"]), attested: ["8.01"])
    #expect(scored.atHighest == 1 && scored.figures.sum == 3)
    #expect(scored.alignments[0].lacking == ["accessible", "prompt"])
    #expect(scored.gaps == [RankedGap(id: "prompt", size: 1)])
    #expect(
      scored.hints.map(\.description) == [
        "accessible: a rating of 2 without evidence",
        "8.01: level 4 is attested, and material is lacking: accessible, prompt",
      ])
  }
}

@Suite struct AssessmentTests {
  @Test func everyInstrumentThatOccursIsScoredInOrder() {
    let ratings =
      Answers.of("icmi_concepts", ["prompt": "1"]) + Answers.of("cmo", ["1.01": "2"])
      + Answers.of("sqm_practice", ["email.onsite_score": "80"])
    #expect(
      Assessment.all(ratings).map(\.instrument.id) == ["cmo", "sqm_practice", "icmi_concepts"])
    var background = Assessment.Background()
    background.hasRecords = true
    #expect(Assessment.all([], background).map(\.instrument.id) == ["cmo"])
    #expect(Assessment.all([]).isEmpty)
    let others =
      Answers.of("cx_maturity", ["routing_tool": "1"])
      + Answers.of("contactscope", ["routing": "1"])
    #expect(Assessment.all(others).map(\.instrument.id) == ["cx_maturity", "contactscope"])
  }
}
