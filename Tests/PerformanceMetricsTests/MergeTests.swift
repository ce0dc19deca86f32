import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

/// Tallies of pieces, merged in order, are the tally of the whole.
@Suite struct MergeTests {
  private static let header =
    "interval_start,queue,offered,answered,answered_within,wait_seconds\n"

  /// Few cells and fewer values, so that repeats and conflicts abound.
  private static func source(_ random: inout SplitMix64) -> String {
    var text = header
    for _ in 0..<Int.random(in: 1...(random.once(in: 2) ? 3 : 40), using: &random) {
      let day = Int.random(in: 1...3, using: &random)
      let minute = [0, 20, 30][Int.random(in: 0...2, using: &random)]
      let offered = Int.random(in: 1...2, using: &random)
      // More answered than offered contradicts itself; some rows cannot be read.
      let answered = Int.random(in: 1...3, using: &random)
      let within = Int.random(in: 0...9, using: &random) == 0 ? "x" : "1"
      text +=
        "2026-03-0\(day) 10:\(minute == 0 ? "00" : "\(minute)"),"
        + "q\(Int.random(in: 1...2, using: &random)),\(offered),\(answered),\(within),1.25\n"
    }
    return text
  }

  @Test(arguments: Seed.cases(20), ConflictPolicy.allCases)
  func piecesMergedInOrderAreTheWhole(_ seed: Seed, _ policy: ConflictPolicy) throws {
    var random = seed.generator
    var reading = CenterReading()
    reading.policy = policy
    let sources = (0..<4).map { _ in Self.source(&random) }
    let whole = try reading.tally(sources)

    var pieces: [ReadCenter] = []
    var lines = 0
    for source in sources {
      pieces.append(try reading.tally([source], linesBefore: lines))
      lines += pieces[pieces.count - 1].sources[0].lines
    }
    // Merged from the left, and in pairs.
    var left = pieces[0]
    for piece in pieces[1...] { left.merge(piece) }
    var pairs = pieces[0]
    pairs.merge(pieces[1])
    var second = pieces[2]
    second.merge(pieces[3])
    pairs.merge(second)

    for merged in [left, pairs] {
      // Of several rows in conflict it depends on the pieces which pairs are named.
      try #require(
        (merged.tally.conflicts.count > 0) == (whole.tally.conflicts.count > 0), "\(seed)")
      // A conflict that is an error leaves no verdict, and rows in conflict unsorted.
      guard policy != .error || whole.tally.conflicts.count == 0 else { continue }
      try #require(merged.tally.sources == whole.tally.sources, "\(seed)")
      let (a, b) = (try figures(merged, reading), try figures(whole, reading))
      try #require(a == b, "\(seed)")
    }
  }

  /// The sums of the last days; nothing where no row could be read.
  private func figures(_ read: ReadCenter, _ reading: CenterReading) throws -> [ContactSums] {
    guard let center = try? CenterMetrics(read.tally, options: reading.metrics) else { return [] }
    let judged = try #require(center.services[0].records).judged
    return (0..<3).map { judged.figures((judged.end - $0)...(judged.end - $0)).sums }
  }
}
