import Audit
import Basics
import Foundation
import PerformanceMetrics
import TestSupport
import Testing

/// Claims about random centers, with the truth and every other definition computed plainly.
@Suite struct FabricatedClaimTests {
  /// Centers in all tests of the suite together.
  private static let centers = 500
  private static let tasks = 10

  /// A percentage as a claim has it.
  private static func text(_ hundredths: Int, _ places: Int) -> String {
    let text = String(format: "%.\(places)f", Double(hundredths) / 100)
    return text + "%"
  }

  /// The numbers, in units of the last decimal, that a percentage may be written as.
  private static func written(_ percent: Double, _ places: Int) -> Set<Int> {
    let scale = pow(10, Double(places))
    // What lies this near a half or a whole may be either.
    return Set(
      [percent - 1e-9, percent + 1e-9].flatMap {
        [Int(($0 * scale).rounded(.down)), Int(($0 * scale).rounded())]
      })
  }

  private struct Tally {
    var named: [AlternativeDefinition: Int] = [:]
    var random = 0
    var explained = 0
  }

  @Test func claimsOfRandomCenters() async throws {
    let seeds = Seed.cases(FabricatedClaimTests.centers)
    let shares = stride(from: 0, to: seeds.count, by: max(1, seeds.count / Self.tasks)).map {
      Array(seeds[$0..<min(seeds.count, $0 + max(1, seeds.count / Self.tasks))])
    }
    let tallies = try await withThrowingTaskGroup(of: Tally.self) { group in
      for share in shares {
        group.addTask {
          var tally = Tally()
          for seed in share { try Self.check(seed, &tally) }
          return tally
        }
      }
      return try await group.reduce(into: [Tally]()) { $0.append($1) }
    }
    guard seeds.count > 1 else { return }
    // Each definition had its turn, and was named.
    func named(_ definition: AlternativeDefinition) -> Int {
      tallies.reduce(0) { $0 + $1.named[definition, default: 0] }
    }
    for definition in FabricatedCenter.definitions {
      #expect(named(definition) > 0, "\(definition) was never named")
    }
    // Of those that are searched besides, more are hit by accident.
    #expect(FabricatedCenter.furtherDefinitions.reduce(0) { $0 + named($1) } > 0)
    let (random, explained) = (
      tallies.reduce(0) { $0 + $1.random }, tallies.reduce(0) { $0 + $1.explained }
    )
    #expect(random > seeds.count / 2)
    #expect(100 * explained <= 5 * random, "\(explained) of \(random) random claims explained")
  }

  private static func check(_ seed: Seed, _ tally: inout Tally) throws {
    var random = seed.generator
    let center = FabricatedCenter(&random)
    let truth = center.truth
    let percent = 100 * Double(truth.numerator) / Double(truth.denominator)
    let period = FabricatedCenter.period
    func claim(_ text: String) throws -> Claim {
      try ClaimFile.claim("service_level", "", period, text)
    }

    // True ones, at no, one and two decimals, shortened and rounded; and off by the last digit.
    var (verified, off): ([Claim], [Claim]) = ([], [])
    for places in 0...2 {
      let scale = [1, 10, 100][places]
      func text(_ digits: Int) -> String {
        String(format: "%.\(places)f%%", Double(digits) / Double(scale))
      }
      let down = 100 * truth.numerator * scale / truth.denominator
      let nearest =
        (200 * truth.numerator * scale + truth.denominator) / (2 * truth.denominator)
      verified += try Set([down, nearest]).map { try claim(text($0)) }
      off += try [down - 1, nearest + 1].map { try claim(text($0)) }
    }
    // Each definition has its turn, over all centers.
    let searchesMore = random.once(in: 4)
    let definitions =
      FabricatedCenter.definitions + (searchesMore ? FabricatedCenter.furtherDefinitions : [])
    let target = definitions.randomElement(using: &random)!
    let claimed = Int((center.percent(target) * 100).rounded())
    let isAlone =
      !written(percent, 2).contains(claimed)
      && definitions.allSatisfy {
        $0 == target || !written(center.percent($0), 2).contains(claimed)
      }
    // A random false one.
    let wrong = Int.random(in: -1000...1000, using: &random) + Int((percent * 100).rounded())
    let isWrong = (0...10_000).contains(wrong) && !written(percent, 2).contains(wrong)

    let verdicts = try center.verdicts(
      verified + off + [try claim(text(claimed, 2)), try claim(text(max(0, wrong), 2))],
      searchesMore: searchesMore)
    for verdict in verdicts.prefix(verified.count) {
      #expect(verdict.status == .verified, "\(verdict.claim.claimedText) of \(percent); \(seed)")
    }
    for verdict in verdicts[verified.count..<(verified.count + off.count)] {
      let isFalse = verdict.status == .refuted || verdict.status == .otherDefinition
      #expect(isFalse, "\(verdict.claim.claimedText) of \(percent); \(seed)")
      #expect(verdict.actual?.parts == Ratio(truth.numerator, truth.denominator))
    }
    if isAlone {
      let verdict = verdicts[verdicts.count - 2]
      let names = verdict.explanations.map(\.definition)
      // More is searched than is computed here: another shift may give the same.
      #expect(names.contains(target), "\(target): \(names); \(seed)")
      if !searchesMore {
        #expect(names == [target], "\(target): \(names); \(seed)")
        // Without an empty interval there is nothing to take it for.
        let untried = center.hasEmptyIntervals ? 0 : 2
        #expect(verdict.tried == FabricatedCenter.definitions.count - untried, "\(seed)")
      }
      // With shifts, more numbers are hit.
      let isTelling = verdict.chance.map { 20 * $0.numerator <= $0.denominator } ?? false
      #expect(isTelling || searchesMore, "\(verdict.chanceText ?? "-"); \(seed)")
      #expect((verdict.status == .otherDefinition) == isTelling, "\(target); \(seed)")
      if verdict.status == .otherDefinition { tally.named[target, default: 0] += 1 }
    }
    if isWrong {
      let verdict = verdicts[verdicts.count - 1]
      #expect(verdict.status != .verified, "\(wrong); \(seed)")
      tally.random += 1
      tally.explained += verdict.status == .otherDefinition ? 1 : 0
    }
  }
}
