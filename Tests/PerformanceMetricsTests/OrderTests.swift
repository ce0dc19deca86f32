import Basics
import DelimitedText
import PerformanceMetrics
import TestSupport
import Testing

@testable import DelimitedText

/// The same rows in any order, in any number of sources and pieces.
@Suite struct OrderTests {
  private static let opening = { @Sendable (rows: Int) -> CenterReading.Opening in
    { source in
      var limits = ReaderLimits()
      limits.windowBytes = 64
      limits.batchRows = rows
      limits.sampleBytes = 8
      return try RecordReader(source, dialect: Dialect(), limits: limits)
    }
  }

  @Test(arguments: Seed.cases(50))
  func figuresDoNotDependOnOrderSourcesAndPieces(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    var reading = sample.reading
    let expected = Outcome(
      try reading.center(RandomCenter.header + sample.lines.joined()))
    for _ in 0..<4 {
      var lines = sample.lines
      // Some rows are there twice.
      lines += lines.filter { _ in random.once(in: 6) }
      let repeated = lines.count - sample.lines.count
      lines.shuffle(using: &random)
      var sources = Array(
        repeating: RandomCenter.header, count: Int.random(in: 1...4, using: &random))
      for line in lines { sources[sources.indices.randomElement(using: &random)!] += line }
      reading.chunkWidth = Int.random(in: 1...100, using: &random)
      reading.opening = Self.opening(Int.random(in: 1...20, using: &random))
      let read = try reading.tally(sources)
      let center = try CenterMetrics(read.tally, options: reading.metrics)
      try #require(Outcome(center).lines == expected.lines, "\(seed)")
      let taken = read.tally.sources
      for (source, tally) in zip(read.sources, taken) {
        try #require(
          source.rows == tally.accepted + tally.repeated + tally.dropped + source.rejects.count,
          "\(seed)")
      }
      let repeatedRejects =
        read.sources.reduce(0) { $0 + $1.rejects.count } - sample.rows.count { $0.isRejected }
      try #require(
        taken.reduce(0) { $0 + $1.repeated } + repeatedRejects == repeated, "\(seed)")
      try #require(read.tally.conflicts.count == 0, "\(seed)")
    }
  }
}
