import TestSupport
import Testing

@testable import PerformanceMetrics

@Suite struct LegTableTests {
  @Test func aLegIsNewOnce() {
    var table = LegTable()
    #expect(table.take(leg: 7, fingerprint: 1, place: 10) == .new)
    #expect(table.take(leg: 7, fingerprint: 1, place: 11) == .same)
    #expect(table.take(leg: 7, fingerprint: 2, place: 12) == .different(place: 10))
    #expect(table.take(leg: 8, fingerprint: 2, place: 13) == .new)
    #expect(table.take(leg: 0, fingerprint: 0, place: 14) == .new)
    #expect(table.take(leg: 0, fingerprint: 0, place: 15) == .same)
    #expect(table.count == 3)
  }

  @Test(arguments: Seed.cases(5))
  func itKnowsWhatADictionaryKnows(_ seed: Seed) {
    var random = seed.generator
    var table = LegTable()
    var naive: [UInt64: (UInt32, Int)] = [:]
    let count = Int.random(in: 1...4000, using: &random)
    // Hashes that share their highest bits fill one part and grow it.
    let mask = [UInt64.max, 0x3FFF_FFFF_FFFF_FFFF >> 4, 0xFFF].randomElement(using: &random)!
    for place in 1...count {
      let leg = max(1, UInt64.random(in: 0...UInt64.max, using: &random) & mask)
      let fingerprint = UInt32.random(in: 0...1, using: &random)
      let expected: LegTable.Found
      if let (known, other) = naive[leg] {
        expected = known == fingerprint ? .same : .different(place: other)
      } else {
        expected = .new
        naive[leg] = (fingerprint, place)
      }
      #expect(table.take(leg: leg, fingerprint: fingerprint, place: place) == expected)
    }
    #expect(table.count == naive.count)
  }

  @Test func placesBeyondFourBillionAreNotKept() {
    var table = LegTable()
    #expect(table.take(leg: 5, fingerprint: 1, place: 1 << 40) == .new)
    #expect(
      table.take(leg: 5, fingerprint: 2, place: 1) == .different(place: Int(UInt32.max)))
  }
}
