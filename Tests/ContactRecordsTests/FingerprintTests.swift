import ContactRecords
import TestSupport
import Testing

@testable import ContactRecords

@Suite struct FingerprintTests {
  private static let header =
    "interval_start,offered,answered,abandoned,answered_within,answered_after,threshold_seconds,"
    + "abandoned_within,short_abandoned,flow_out,talk_seconds,hold_seconds,wrap_seconds,"
    + "handle_seconds,wait_seconds,abandon_wait_seconds,transferred,answered_within_30,"
    + "abandoned_within_30"
  private static let plain = [
    "12", "10", "2", "9", "1", "20", "1", "1", "0", "100", "10", "20", "130", "50", "9", "3", "10",
    "2",
  ]

  private func fingerprint(_ fields: [String]) throws -> UInt32 {
    let row = (["2026-03-02 09:00"] + fields).joined(separator: ",")
    return try #require(try Decoded(Self.header + "\n" + row + "\n").first).fingerprint
  }

  @Test(arguments: [
    (0, "012"), (0, "12.0"), (0, "12."), (0, " 12 "), (0, "\"12\""), (0, "+12"), (8, "-0"),
    (9, "1:40"), (9, "0:01:40"), (9, "100.000"), (13, "50.0"), (13, "00:00:50"), (15, "03"),
  ])
  func aValueWrittenDifferentlyIsTheSame(_ field: Int, _ text: String) throws {
    var fields = Self.plain
    fields[field] = text
    #expect(try fingerprint(fields) == fingerprint(Self.plain))
  }

  @Test(arguments: 0..<18)
  func anyOtherValueIsAnotherRow(_ field: Int) throws {
    for text in ["77", ""] {
      var fields = Self.plain
      fields[field] = text
      // A blank count among the three is derived: here the third has another value.
      if text.isEmpty, field < 3 { fields[(field + 1) % 3] = "6" }
      if text.isEmpty, field == 3 { fields[4] = "2" }
      #expect(try fingerprint(fields) != fingerprint(Self.plain), "\(field): \(text)")
    }
  }

  @Test func twoValuesThatTradePlacesAreAnotherRow() throws {
    var fields = Self.plain
    fields.swapAt(9, 10)
    #expect(try fingerprint(fields) != fingerprint(Self.plain))
  }

  @Test func theOrderOfTheColumnsIsNoValue() throws {
    let a = try Decoded(
      "interval_start,offered,answered,answered_within,answered_within_30,answered_within_60\n"
        + "2026-03-02 09:00,4,3,2,3,3\n")
    let b = try Decoded(
      "answered_within_60,answered_within_30,answered_within,answered,offered,interval_start\n"
        + "3,3,2,3,4,2026-03-02 09:00\n")
    #expect(a.first?.fingerprint == b.first?.fingerprint)
  }

  @Test func thresholdColumnsOfDifferentThresholdsDiffer() throws {
    let text = { (seconds: Int) in
      "interval_start,offered,answered,answered_within_\(seconds)\n2026-03-02 09:00,4,3,2\n"
    }
    #expect(
      try Decoded(text(20)).first?.fingerprint != Decoded(text(30)).first?.fingerprint)
  }

  @Test func theLoopOverColumnsMixesEveryRow() {
    let values: ContiguousArray<Int> = [1, 2, 3, 1]
    var digests = ContiguousArray<UInt64>(repeating: 0, count: 4)
    var folded = ContiguousArray<UInt32>(repeating: 0, count: 4)
    RowDigest.add(values, 0..<4, salt: 1, to: &digests)
    RowDigest.fold(digests, 4, into: &folded)
    #expect(folded[0] == folded[3])
    #expect(Set(folded).count == 3)
  }

  /// Rows that shift seconds between two columns, as between the parts of a handle time.
  @Test(arguments: 1...12)
  func rowsThatDifferInTwoColumnsAreToldApart(_ seed: UInt64) {
    var random = SplitMix64(seed)
    let pairs = 20_000
    var equal = 0
    var digests = ContiguousArray<UInt64>(repeating: 0, count: 2)
    var folded = ContiguousArray<UInt32>(repeating: 0, count: 2)
    for _ in 0..<pairs {
      let (talk, wrap) = (
        Int.random(in: 0...5000, using: &random), Int.random(in: 100...900, using: &random)
      )
      let moved = Int.random(in: 1...60, using: &random)
      RowDigest.clear(&digests, 2)
      RowDigest.add(
        [1000 * talk, 1000 * (talk + moved)], 0..<2, salt: 11, to: &digests)
      RowDigest.add(
        [1000 * wrap, 1000 * (wrap - moved)], 0..<2, salt: 13, to: &digests)
      RowDigest.fold(digests, 2, into: &folded)
      if folded[0] == folded[1] { equal += 1 }
    }
    #expect(equal == 0)
  }
}
