import Basics
import TestSupport
import Testing

@testable import MaturityRules
@testable import PerformanceMetrics

/// 8.06 at its edges: one type, a metric, and a value in every month of the window.
@Suite struct TransactionValueEvaluatorTests {
  private let standard = StandardLadder.standard("8.06")!

  /// A type with a value in the months of 2025 whose letter is V; c: contacts alone.
  private func type(
    _ name: String = "Sale", isMajor: Bool = true, months: String = "VVVVVVVVVVVV",
    goal: String? = "42", hasBaseline: Bool = true
  ) -> TransactionValue.TypeValue {
    func sums(_ letter: Character) -> TransactionSums {
      var sums = TransactionSums()
      sums.contacts = letter == "-" ? 0 : 2
      sums.withValue = letter == "V" ? 1 : 0
      sums.value = FixedPoint(letter == "V" ? 100 : 0)
      return sums
    }
    let values = months.enumerated().map { index, letter in
      TransactionValue.Month(
        month: .of("2025-01") + index, sums: sums(letter), isComplete: true)
    }
    var total = TransactionSums()
    for value in values { total.merge(value.sums) }
    return TransactionValue.TypeValue(
      name: name, isMajor: isMajor, goal: goal.map(FixedPoint.of),
      baseline: hasBaseline ? total : nil, total: total, months: values)
  }

  private func findings(
    _ types: [TransactionValue.TypeValue]?, metric: String? = "revenue",
    asOf: String = "2025-12-31"
  ) -> [CriterionFinding] {
    let value = types.map { TransactionValue(metric: metric, baseline: nil, types: $0) }
    let evaluator = TransactionValueEvaluator(value: value, asOf: .day(asOf))
    return standard.criteria.map(evaluator.finding)
  }

  private func statuses(_ findings: [CriterionFinding]) -> [CriterionStatus] {
    findings.map(\.status)
  }

  @Test func aMeasuredTypeWithBaselineAndGoalLacksOnlyTheAttestation() {
    let findings = findings([type(), type("Return", isMajor: false, months: "------------")])
    #expect(statuses(findings) == [.met, .met, .met, .needsEvidence])
    #expect(StandardLadder.level(statuses(findings)) == 3)
    #expect(StandardLadder.possibleLevel(statuses(findings)) == 4)
    #expect(findings[0].distance.description == "2 named, needs 1")
    #expect(findings[1].distance.description == "named for the major type")
    #expect(findings[2].distance.description == "1 of 1 major types have it all")
    #expect(findings[2].window?.days == .day("2025-01-01") ... .day("2025-12-31"))
  }

  @Test func withoutATypeNothingIsIdentified() {
    for none in [findings(nil), findings([])] {
      #expect(statuses(none) == [.missed, .missed, .missed, .needsEvidence])
      #expect(none[0].distance.description == "0 named, needs 1")
      #expect(none[1].distance.description == "no major type is known")
      #expect(none[2].distance.description == "no major type is known")
    }
  }

  @Test func withoutAMajorTypeWhatAsksForEveryMajorTypeIsMissed() {
    let findings = findings([type(isMajor: false)])
    #expect(statuses(findings) == [.met, .missed, .missed, .needsEvidence])
  }

  @Test(arguments: [nil, ""] as [String?])
  func withoutAMetricLevelTwoIsMissed(_ metric: String?) {
    let findings = findings([type(), type("Return")], metric: metric)
    #expect(statuses(findings) == [.met, .missed, .met, .needsEvidence])
    #expect(findings[1].distance.description == "not named for the 2 major types")
  }

  @Test(arguments: [
    ("VVVVVVVVVVVV", true), ("VVVVVVVVVVVc", false), ("-VVVVVVVVVVV", false),
  ])
  func everyMonthOfTheWindowNeedsAValue(_ months: String, _ isMet: Bool) {
    let findings = findings([type(months: months)])
    #expect(findings[2].status == (isMet ? .met : .missed))
    #expect(
      findings[2].distance.description
        == (isMet
          ? "1 of 1 major types have it all"
          : "0 of 1 major types have it all: Sale lacks a value in 1 of 12 months"))
  }

  @Test func theWindowEndsWithTheLastCompleteMonth() {
    // As of December 30 the window is December 2024 to November 2025.
    #expect(findings([type()], asOf: "2025-12-30")[2].status == .missed)
    #expect(
      findings([type()], asOf: "2025-12-30")[2].distance.description
        == "0 of 1 major types have it all: Sale lacks a value in 1 of 12 months")
  }

  @Test func aTypeSaysAllThatItLacks() {
    let findings = findings([
      type("A\u{1B}", months: "-----------V", goal: nil, hasBaseline: false),
      type("B", goal: nil), type("C", hasBaseline: false), type("D", goal: nil), type("E"),
    ])
    #expect(findings[2].status == .missed)
    let text = findings[2].distance.description
    #expect(
      text.hasPrefix("1 of 5 major types have it all: A"), "\(text)")
    #expect(
      text.hasSuffix(
        " lacks a value in 11 of 12 months and a baseline and a goal; B lacks a goal; "
          + "C lacks a baseline; 1 more"), "\(text)")
    #expect(!text.contains("\u{1B}"))
    #expect(findings[2].met == 1)
    #expect(findings[2].needed == 5)
  }
}
