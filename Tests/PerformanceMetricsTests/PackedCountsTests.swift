import TestSupport
import Testing

@testable import PerformanceMetrics

/// The counts against a plain array.
@Suite struct PackedCountsTests {
  private static let values = [
    0, 1, 2, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, Int.max,
  ]

  @Test(arguments: Seed.cases(200))
  func randomStepsLeaveWhatAPlainArrayHolds(_ seed: Seed) throws {
    var random = seed.generator
    var (packed, plain) = (PackedCounts(), [Int]())
    let largest = Int.random(in: 1...Self.values.count, using: &random)
    for step in 0..<60 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        let more = Int.random(in: 0...9, using: &random)
        packed.grow(by: more)
        plain += repeatElement(0, count: more)
      default:
        guard let position = plain.indices.randomElement(using: &random) else { continue }
        let value = Self.values[..<largest].randomElement(using: &random)!
        packed[position] = value
        plain[position] = value
      }
      try #require(packed.count == plain.count, "step \(step), \(seed)")
      try #require(plain.indices.map { packed[$0] } == plain, "step \(step), \(seed)")
    }
  }

  @Test(arguments: [
    (0, 0), (1, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4), (4_294_967_295, 4),
    (4_294_967_296, 8), (Int.max, 8),
  ])
  func aNumberTakesTheBytesThatItNeeds(_ number: Int, _ width: Int) {
    var counts = PackedCounts()
    counts.grow(by: 3)
    counts[1] = number
    #expect(counts.width == width)
    #expect((0..<3).map { counts[$0] } == [0, number, 0])
  }

  @Test func negativeNumbersAndStrangePositionsTrap() async {
    await #expect(processExitsWith: .failure) {
      var counts = PackedCounts()
      counts.grow(by: 1)
      counts[0] = -1
    }
    await #expect(processExitsWith: .failure) {
      var counts = PackedCounts()
      counts[0] = 0
    }
  }
}
