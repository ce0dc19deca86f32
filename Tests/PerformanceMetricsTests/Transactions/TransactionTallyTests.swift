import Basics
import TestSupport
import Testing

@testable import ContactRecords
@testable import PerformanceMetrics

/// Contacts and values by type and month, against sets of contacts and of values.
@Suite struct TransactionTallyTests {
  private static let start = CivilDate.day("2026-01-25")
  /// Values of eight bytes and of more, below zero and equal ones among them.
  private static let values: [FixedPoint?] = [
    nil, .of("0"), .of("42.5"), .of("-3.000001"), .of("10000000000000"), .of("10000000000001"),
    .of("-99999999999999"),
  ]

  private static func rows(_ random: inout SplitMix64) -> [LogRow] {
    let identifiers = [2, 8, 100].randomElement(using: &random)!
    return (0..<Int.random(in: 1...60, using: &random)).map { _ in
      var row = LogRow(day: start + Int.random(in: 0...40, using: &random))
      row.contact = random.once(in: 4) ? 0 : Int.random(in: 1...identifiers, using: &random)
      row.type = [nil, "Sale", "Return", "Ärger"].randomElement(using: &random)!
      row.value = values.randomElement(using: &random)!
      row.outcome = random.once(in: 5) ? .abandoned : .answered
      return row
    }
  }

  private static func naive(
    _ rows: [LogRow], asOf: CivilDate
  ) -> [String: [CivilMonth: TransactionSums]] {
    var found: [String: [CivilMonth: TransactionSums]] = [:]
    var groups: [[String]: [LogRow]] = [:]
    for (index, row) in rows.enumerated() where row.day <= asOf {
      guard let type = row.type else { continue }
      let contact = row.contact == 0 ? "row \(index)" : "\(row.contact)"
      groups[[type, contact], default: []].append(row)
    }
    for (key, legs) in groups {
      let given = Set(legs.compactMap(\.value))
      let month = legs.map(\.day).min()!.month
      var sums = found[key[0]]?[month] ?? TransactionSums()
      sums.contacts += 1
      sums.withValue += given.isEmpty ? 0 : 1
      sums.value = given.reduce(sums.value, +)
      found[key[0], default: [:]][month] = sums
    }
    return found
  }

  private static func sums(_ tally: TransactionTally) -> [String: [CivilMonth: TransactionSums]] {
    Dictionary(uniqueKeysWithValues: tally.sums().map { ($0.type, $0.months) })
  }

  /// Every piece numbers its types by a table of its own.
  private static func tally(_ rows: [LogRow], asOf: CivilDate) -> TransactionTally {
    var (tally, types) = (TransactionTally(asOf: asOf), [String]())
    tally.add(ContactBatch(rows, types: &types), types: types)
    return tally
  }

  @Test(arguments: Seed.cases(300))
  func sumsAreThoseOfTheTwinInAnyOrderAndInAnyPieces(_ seed: Seed) throws {
    var random = seed.generator
    var rows = Self.rows(&random)
    let asOf = Self.start + Int.random(in: 5...60, using: &random)
    let expected = Self.naive(rows, asOf: asOf)
    try #require(Self.sums(Self.tally(rows, asOf: asOf)) == expected, "\(seed)")
    rows.shuffle(using: &random)
    let cut = Int.random(in: 0...rows.count, using: &random)
    var merged = Self.tally(Array(rows[..<cut]), asOf: asOf)
    merged.merge(Self.tally(Array(rows[cut...]), asOf: asOf))
    try #require(Self.sums(merged) == expected, "\(seed)")
    // One tally, and a batch with another table of names after the first.
    var (one, first, second) = (TransactionTally(asOf: asOf), [String](), ["Return", "Else"])
    one.add(ContactBatch(Array(rows[..<cut]), types: &first), types: first)
    one.add(ContactBatch(Array(rows[cut...]), types: &second), types: second)
    try #require(Self.sums(one) == expected, "\(seed)")
  }

  @Test func aSumBeyondWhatIsKeptIsNoted() {
    let huge = FixedPoint(millionths: .max / 2 + 1)
    var (tally, types) = (TransactionTally(), [String]())
    let rows = (0..<2).map {
      LogRow(day: Self.start, contact: $0, type: "Sale", value: huge)
    }
    tally.add(ContactBatch(rows, types: &types), types: types)
    #expect(tally.sums()[0].months.values.map(\.hasOverflowed) == [true])
    #expect(throws: MetricsError(reason: .transactionValueTooLarge)) {
      _ = try TransactionValue(tally, TransactionValueTargets(), asOf: .day("2026-01-31"))
    }
  }
}
