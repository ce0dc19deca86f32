import Basics
import Testing

@testable import MaturityRules

@Suite struct MaturityAssessmentTests {
  /// Rates the first activities so that they add up to a sum.
  private func scored(_ count: Int, sum: Int) -> MaturityAssessment {
    var levels = Array(repeating: 1, count: count)
    var rest = sum - count
    for index in levels.indices {
      let more = min(4, rest)
      levels[index] += more
      rest -= more
    }
    return MaturityAssessment(Answers.inOrder(CXMaturity.instrument, levels))
  }

  private static let totals: [(Int, Int, ClosedRange<Int>, Int, Int)] = [
    (20, 20, 20...20, 1, 1), (20, 21, 21...21, 2, 2), (20, 40, 40...40, 2, 2),
    (20, 41, 41...41, 3, 3), (20, 60, 60...60, 3, 3), (20, 61, 61...61, 4, 4),
    (20, 80, 80...80, 4, 4), (20, 81, 81...81, 5, 5), (20, 100, 100...100, 5, 5),
    (18, 50, 52...60, 3, 3), (15, 50, 55...75, 3, 4), (0, 0, 20...100, 1, 5),
  ]

  @Test(arguments: totals)
  func theTotalMakesTheStage(
    _ count: Int, _ sum: Int, _ total: ClosedRange<Int>, _ lowest: Int, _ highest: Int
  ) {
    let scored = scored(count, sum: sum)
    #expect(scored.total == total)
    #expect(scored.lowestStage.number == lowest && scored.highestStage.number == highest)
    #expect(scored.stage?.number == (lowest == highest ? lowest : nil))
    #expect(scored.isComplete == (count == 20))
    #expect(scored.gapTotal == count * 5 - sum)
  }

  @Test func theStageIsThatOfTheFormula() {
    for total in 20...100 {
      #expect(CXMaturity.stage(ofTotal: total).number == (total + 19) / 20)
    }
  }

  @Test func actionsLeadToTheNextStage() {
    let aware = scored(18, sum: 50)
    #expect(aware.nextStage?.name == "Customer-Centric")
    #expect(aware.nextActions.map(\.id).first == "to_centric.brand_voice")
    #expect(aware.nextActions.count == 5)
    let last = scored(20, sum: 81)
    #expect(last.nextStage == nil && last.nextActions.isEmpty)
    #expect(scored(15, sum: 50).nextStage?.number == 4)
  }

  @Test func priorityIsTheRankOfTheGap() {
    let scored = MaturityAssessment(
      Answers.of(
        "cx_maturity",
        [
          "routing_tool": "2", "omnichannel_tool": "1", "event_management": "2",
          "quality_assurance": "5",
        ]))
    #expect(scored.gaps.map(\.id) == ["omnichannel_tool", "event_management", "routing_tool"])
    func priority(_ id: String) -> Int? {
      scored.activities.first { $0.rated.item.id == id }?.priority
    }
    #expect(priority("omnichannel_tool") == 1 && priority("event_management") == 2)
    #expect(priority("routing_tool") == 3)
    #expect(priority("quality_assurance") == nil && priority("reporting_tool") == nil)
    #expect(scored.unrated.count == 16)
  }

  private static let rules: [(Int?, RuleState, RatingVerdict?, Bool)] = [
    (5, .met, .agrees, false), (5, .missed, .contradicted, false),
    (5, .indeterminate, .unproven, false), (5, .absent, .claimed, false),
    (4, .met, .understated, true), (1, .missed, .agrees, false),
    (4, .indeterminate, .agrees, false), (2, .absent, .claimed, false),
    (nil, .met, .computed, true), (nil, .missed, .computed, true),
    (nil, .indeterminate, nil, false), (nil, .absent, nil, false),
  ]

  @Test(arguments: rules)
  func dataDecideWhetherARuleIsMet(
    _ level: Int?, _ state: RuleState, _ verdict: RatingVerdict?, _ hasHint: Bool
  ) {
    let ratings = level.map { Answers.of("cx_maturity", ["contact_metrics": "\($0)"]) } ?? []
    let scored = MaturityAssessment(ratings, rules: ["toolkit.contact-metrics": state])
    let activity = scored.activities.first { $0.rated.item.id == "contact_metrics" }
    #expect(activity?.verdict == verdict && activity?.state == state)
    #expect(scored.hints.count == (hasHint ? 1 : 0))
    #expect(scored.figures.rated == ratings.count)
  }

  @Test func hintsSayWhatDataSupport() {
    let scored = MaturityAssessment(
      [],
      rules: ["toolkit.service-level": .met, "toolkit.contact-metrics": .missed])
    #expect(
      scored.hints.map(\.description) == [
        "service_level_response_time: data meet toolkit.service-level, and support a rating of 5",
        "contact_metrics: data miss toolkit.contact-metrics, and allow a rating of at most 4",
      ])
  }

  @Test func activitiesWithoutARuleAreClaimed() {
    let scored = MaturityAssessment(Answers.of("cx_maturity", ["routing_tool": "5"]))
    let activity = scored.activities.first { $0.rated.item.id == "routing_tool" }
    #expect(activity?.verdict == .claimed && activity?.state == nil)
  }
}
