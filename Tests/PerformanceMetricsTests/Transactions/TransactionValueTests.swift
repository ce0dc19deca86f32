import Basics
import TestSupport
import Testing

@testable import ContactRecords
@testable import PerformanceMetrics

/// Types, their majority, their baseline and their months.
@Suite struct TransactionValueTests {
  private typealias Entry = (day: String, type: String, contacts: Int, value: String?)

  private func value(
    _ entries: [Entry], _ targets: TransactionValueTargets = .init(), asOf: String = "2026-03-31"
  ) throws -> TransactionValue? {
    let rows = entries.flatMap { entry in
      // The whole value on the first contact, 0 on the others.
      (0..<entry.contacts).map { index in
        LogRow(
          day: .day(entry.day), type: entry.type,
          value: entry.value.map { .of(index == 0 ? $0 : "0") })
      }
    }
    var (tally, types) = (TransactionTally(), [String]())
    tally.add(ContactBatch(rows, types: &types), types: types)
    return try TransactionValue(tally, targets, asOf: .day(asOf))
  }

  private func major(
    _ entries: [Entry], _ targets: TransactionValueTargets = .init(), asOf: String = "2026-03-31"
  ) throws -> [String] {
    try #require(try value(entries, targets, asOf: asOf)).majorTypes.map(\.name)
  }

  @Test func majorTypesAreTheFewestThatMakeUpMostOfTheContacts() throws {
    // 60 + 20 of 100 is the share; 59 + 20 is not.
    #expect(
      try major([
        ("2026-03-02", "A", 60, nil), ("2026-03-02", "B", 20, nil), ("2026-03-02", "C", 20, nil),
      ]) == ["A", "B"])
    #expect(
      try major([
        ("2026-03-02", "A", 59, nil), ("2026-03-02", "B", 20, nil), ("2026-03-02", "C", 21, nil),
      ]) == ["A", "C"])
    #expect(
      try major([
        ("2026-03-02", "A", 59, nil), ("2026-03-02", "B", 20, nil), ("2026-03-02", "C", 20, nil),
        ("2026-03-02", "D", 1, nil),
      ]) == ["A", "B", "C"])
  }

  @Test func typesOfGreatValueAreMajorWithFewContacts() throws {
    #expect(
      try major([
        ("2026-03-02", "Chat", 99, "20"), ("2026-03-02", "Sale", 1, "80"),
      ]) == ["Chat", "Sale"])
    #expect(
      try major([
        ("2026-03-02", "Chat", 99, "80"), ("2026-03-02", "Sale", 1, "20"),
      ]) == ["Chat"])
    // Refunds make the sum small; it is reached all the same.
    #expect(
      try major([
        ("2026-03-02", "Chat", 99, "0"), ("2026-03-02", "Sale", 1, "80"),
        ("2026-03-02", "Refund", 1, "-60"),
      ]) == ["Chat", "Sale"])
    #expect(
      try major([("2026-03-02", "Chat", 99, "1"), ("2026-03-02", "Refund", 1, "-60")]) == ["Chat"])
  }

  @Test func majorityIsLookedForInTheLastTwelveCompleteMonths() throws {
    let entries: [Entry] = [
      ("2025-03-31", "Old", 90, nil), ("2025-04-01", "A", 5, nil), ("2026-03-31", "B", 5, nil),
      ("2026-04-01", "New", 90, nil),
    ]
    #expect(try major(entries, asOf: "2026-04-29") == ["A", "B"])
    #expect(try major(entries, asOf: "2026-04-30") == ["New"])
    #expect(try major(entries, asOf: "2026-03-31") == ["A", "B"])
    #expect(try major(entries, asOf: "2026-03-30") == ["Old"])
  }

  @Test func markedTypesAreTheMajorOnes() throws {
    let targets = TransactionValueTargets(types: [
      .init(name: "Rare", isMajor: true), .init(name: "A", goal: .of("2")),
    ])
    let found = try #require(try value([("2026-03-02", "A", 9, nil)], targets))
    #expect(found.majorTypes.map(\.name) == ["Rare"])
    #expect(found.types.map(\.name) == ["A", "Rare"])
    #expect(found.types.map(\.goal) == [.of("2"), nil])
    #expect(found.types.map(\.months.count) == [1, 1])
    #expect(found.types[1].total.contacts == 0)
    #expect(found.types[1].total.perContact == nil)
  }

  @Test func theBaselineIsTheFirstThreeMonthsOfTheDataOrWhatIsConfigured() throws {
    let entries: [Entry] = [
      ("2025-11-30", "A", 2, "8"), ("2026-01-01", "B", 1, "7"), ("2026-01-31", "A", 2, "4"),
      ("2026-02-01", "A", 1, "100"), ("2026-02-01", "C", 1, "100"),
    ]
    let found = try #require(try value(entries))
    #expect(found.baseline == .of("2025-11") ... .of("2026-01"))
    #expect(found.types.map { $0.baseline?.perContact } == [Fraction(3), Fraction(7), nil])
    let configured = try #require(
      try value(
        entries, TransactionValueTargets(baseline: .of("2026-02") ... .of("2026-02"))))
    #expect(
      configured.types.map { $0.baseline?.perContact } == [Fraction(100), nil, Fraction(100)])
  }

  @Test func monthsRunWithoutAGapFromTheFirstOfAnyTypeToAsOf() throws {
    let found = try #require(
      try value(
        [("2026-01-31", "A", 4, "10"), ("2026-03-01", "B", 1, nil)], asOf: "2026-03-30"))
    #expect(found.types.map(\.months.count) == [3, 3])
    #expect(found.types[0].months.map(\.sums.contacts) == [4, 0, 0])
    #expect(found.types[0].months.map(\.sums.perContact) == [Fraction(10, 4), nil, nil])
    #expect(found.types[1].months.map(\.sums.withValue) == [0, 0, 0])
    #expect(found.types[0].months.map(\.isComplete) == [true, true, false])
  }

  @Test func withoutTypeAndMetricThereIsNothing() throws {
    #expect(try value([]) == nil)
    let named = try #require(try value([], TransactionValueTargets(metric: "revenue")))
    #expect(named.types.isEmpty)
    #expect(named.baseline == nil)
    #expect(
      try value([], TransactionValueTargets(types: [.init(name: "Sale")]))?.types.map(\.name)
        == ["Sale"])
  }
}
