import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

/// Different rows for one key and interval, under each policy.
@Suite struct ConflictTests {
  private static let header = "interval_start,queue,offered,answered,answered_within\n"
  private static let a = "2026-03-02 09:00,q,10,10,10\n"
  private static let b = "2026-03-02 09:00,q,7,7,0\n"
  private static let other = "2026-03-02 10:00,q,1,1,1\n"

  private func read(_ policy: ConflictPolicy, _ sources: [String]) throws -> ReadCenter {
    var reading = CenterReading()
    reading.policy = policy
    return try reading.tally(sources.map { Self.header + $0 })
  }

  /// Offered after the rows a, b, and a again: the second a is a repeat of the first.
  @Test(arguments: [
    (ConflictPolicy.error, 10, 1, 1), (.first, 10, 1, 1), (.last, 7, 1, 1), (.sum, 17, 2, 0),
  ])
  func eachPolicyTakesADistinctRowOnce(
    _ policy: ConflictPolicy, _ offered: Int, _ accepted: Int, _ dropped: Int
  ) throws {
    for rows in [[Self.a + Self.b + Self.a], [Self.a, Self.b, Self.a], [Self.a, Self.b + Self.a]] {
      let read = try read(policy, rows)
      let center = try CenterMetrics(read.tally)
      #expect(center.figures("2026-03-02")?.sums.offered == offered)
      let sources = read.tally.sources
      #expect(sources.reduce(0) { $0 + $1.accepted } == accepted)
      #expect(sources.reduce(0) { $0 + $1.dropped } == dropped)
      #expect(sources.reduce(0) { $0 + $1.repeated } == 1)
      #expect(read.tally.conflicts.count == 1)
    }
  }

  @Test func aConflictNamesBothPlaces() throws {
    let read = try read(.error, [Self.other + Self.a, Self.b])
    let conflict = try #require(read.tally.conflicts.first.first)
    #expect(conflict.key.queue == "q" && conflict.day == .day("2026-03-02"))
    #expect(conflict.minute == 540 && read.tally.lengthConflicts.count == 0)
    // Lines are counted through all sources: three of the first, then the second's.
    #expect(conflict.earlier == 3 && conflict.later == 3 + 2)
    #expect(read.tally.sourceIndex(ofPlace: conflict.earlier) == 0)
    #expect(read.tally.sourceIndex(ofPlace: conflict.later) == 1)
  }

  @Test func equalRowsAreTakenOnceWhateverTheirSource() throws {
    for policy in ConflictPolicy.allCases {
      let read = try read(policy, [Self.a + Self.a, Self.other, Self.a])
      #expect(read.tally.sources.map(\.accepted) == [1, 1, 0])
      #expect(read.tally.sources.map(\.repeated) == [1, 0, 1])
      #expect(read.tally.conflicts.count == 0)
      #expect(try CenterMetrics(read.tally).figures("2026-03-02")?.sums.offered == 11)
    }
  }

  @Test func theLastOfThreeCountsAndTheFirstOfThree() throws {
    let c = "2026-03-02 09:00,q,3,3,3\n"
    let offered = try [ConflictPolicy.first, .last, .sum].map { policy in
      try CenterMetrics(try read(policy, [Self.a + Self.b + c]).tally).figures("2026-03-02")?.sums
        .offered
    }
    #expect(offered == [10, 3, 20])
  }

  @Test func manyConflictsAreCountedAndTheFirstHundredKept() throws {
    var rows = ""
    for row in 0..<150 { rows += "2026-03-02 09:00,q,\(row),\(row),0\n" }
    let tally = try read(.first, [rows]).tally
    #expect(tally.conflicts.count == 149 && tally.conflicts.first.count == 100)
  }

  /// Pieces settle their rows in the order of the days, so that the same conflicts are named.
  @Test func conflictsOfMergedPiecesStandInTheOrderOfTheirDays() throws {
    let days = (0..<28).map { CivilDate.day("2026-03-01") + $0 }
    let file = { (offered: Int) in
      Self.header + days.map { "\($0) 09:00,q,\(offered),\(offered),0\n" }.joined()
    }
    var reading = CenterReading()
    reading.policy = .first
    var merged = try reading.tally([file(3)])
    merged.merge(try reading.tally([file(4)], linesBefore: merged.sources[0].lines))
    #expect(merged.tally.conflicts.first.map(\.day) == days)
  }

  /// Rows with the same counts and handle time, of other parts: no number that is kept differs.
  @Test(arguments: ConflictPolicy.allCases)
  func rowsThatDifferInNoNumberThatIsKeptConflict(_ policy: ConflictPolicy) throws {
    let header =
      "interval_start,offered,answered,answered_within,talk_seconds,hold_seconds,wrap_seconds\n"
    let (a, b) = ("2026-03-02 09:00,5,5,5,60,10,30\n", "2026-03-02 09:00,5,5,5,50,20,30\n")
    var reading = CenterReading()
    reading.policy = policy
    let sources = [[a + b + a], [a, b, a], [a, b + a]].map { $0.map { header + $0 } }
    for sources in sources {
      let read = try reading.tally(sources)
      #expect(read.tally.conflicts.count == 1)
      #expect(read.tally.sources.reduce(0) { $0 + $1.repeated } == 1)
      let offered = try CenterMetrics(read.tally).figures("2026-03-02")?.sums.offered
      #expect(offered == (policy == .sum ? 10 : 5))
    }
  }

  /// The cell holds the sum, which a later row may equal, and no longer the rows themselves.
  @Test func underASumEachDistinctRowCountsOnce() throws {
    let sum = "2026-03-02 09:00,q,17,17,10\n"
    for sources in [[Self.a + Self.b + sum + Self.b + sum], [Self.a, Self.b + sum, Self.b + sum]] {
      let read = try read(.sum, sources)
      #expect(try CenterMetrics(read.tally).figures("2026-03-02")?.sums.offered == 34)
      #expect(read.tally.sources.reduce(0) { $0 + $1.accepted } == 3)
      #expect(read.tally.sources.reduce(0) { $0 + $1.repeated } == 2)
    }
  }

  @Test func partsOfAKeyAddUp() throws {
    let center = try CenterReading().center(
      "interval_start,part,offered,answered,answered_within\n2026-03-02 09:00,x,10,10,10\n"
        + "2026-03-02 09:00,y,7,7,0\n2026-03-02 09:00,y,7,7,0\n")
    #expect(center.figures("2026-03-02")?.sums.offered == 17)
    #expect(center.figures("2026-03-02")?.expected == 1)
  }

  @Test func twoLengthsOnOneDayConflict() throws {
    let read = try CenterReading().tally([
      "interval_start,interval_minutes,offered,answered,answered_within\n"
        + "2026-03-02 09:00,30,1,1,1\n2026-03-02 10:00,60,2,2,2\n2026-03-03 10:00,60,2,2,2\n"
    ])
    #expect(read.tally.lengthConflicts.count == 1)
    #expect(read.tally.sources[0].dropped == 1 && read.tally.sources[0].accepted == 2)
  }
}
