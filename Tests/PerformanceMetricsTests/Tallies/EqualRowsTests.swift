import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// When rows for one key and interval are equal: where all counts are, and the digest is.
@Suite struct EqualRowsTests {
  private static func sums(_ offered: Int) -> ContactSums {
    var sums = ContactSums()
    sums[.rows] = 1
    sums[.offered] = offered
    return sums
  }

  /// What is told of a row: its place, counts and digest.
  private struct Told {
    let place: Int
    let offered: Int
    let fingerprint: UInt32
  }

  private static func take(
    _ row: Told, _ policy: ConflictPolicy, into key: inout KeyTally
  ) -> KeyTally.Outcome {
    key.take(
      sums(row.offered), isSuspect: false, day: 20_000, minute: 60, length: 0,
      arrival: .init(place: row.place, fingerprint: row.fingerprint), policy: policy)
  }

  @Test(arguments: ConflictPolicy.allCases, [true, false])
  func eitherTellsRowsApart(_ policy: ConflictPolicy, _ isPacked: Bool) {
    for (offered, fingerprint) in [(5, UInt32(8)), (6, 7), (6, 8)] {
      var key = KeyTally(key: RecordKey(queue: "q"))
      let first = Self.take(Told(place: 1, offered: 5, fingerprint: 7), policy, into: &key)
      if isPacked { key.close() }
      #expect(first == .accepted)
      let equal = Told(place: 2, offered: 5, fingerprint: 7)
      #expect(Self.take(equal, policy, into: &key) == .repeated)
      let other = Told(place: 3, offered: offered, fingerprint: fingerprint)
      #expect(
        Self.take(other, policy, into: &key) == .conflict(with: 1, otherIsSuspect: false))
      // Both are known from now on, whatever the cell holds.
      #expect(Self.take(equal, policy, into: &key) == .repeated)
      #expect(Self.take(other, policy, into: &key) == .repeated)
    }
  }

  /// A row of a repeated hour whose pass is not stated may repeat any row of the first pass.
  @Test(arguments: ConflictPolicy.allCases)
  func aKeyKnowsWhichRowsHaveArrived(_ policy: ConflictPolicy) {
    var key = KeyTally(key: RecordKey(queue: "q"))
    let holds = { (key: KeyTally, offered: Int, fingerprint: UInt32) in
      key.holds(Self.sums(offered), fingerprint: fingerprint, day: 20_000, minute: 60)
    }
    #expect(!holds(key, 5, 7))
    _ = Self.take(Told(place: 1, offered: 5, fingerprint: 7), policy, into: &key)
    #expect(holds(key, 5, 7) && !holds(key, 6, 7) && !holds(key, 5, 8))
    _ = Self.take(Told(place: 2, offered: 6, fingerprint: 7), policy, into: &key)
    #expect(holds(key, 5, 7) && holds(key, 6, 7))
    #expect(!holds(key, 11, 7) && !holds(key, 5, 8))
  }

  /// Few counts and digests, so that rows agree in one and not the other all the time.
  @Test(arguments: Seed.cases(40), ConflictPolicy.allCases)
  func rowsAreTakenAsASetOfThemTellsThem(_ seed: Seed, _ policy: ConflictPolicy) throws {
    var random = seed.generator
    var known: Set<[Int]> = []
    var pieces = [KeyTally(key: RecordKey(queue: "q"))]
    var knownInPiece: Set<[Int]> = []
    for place in 1...Int.random(in: 1...30, using: &random) {
      let row = Told(
        place: place, offered: Int.random(in: 0...2, using: &random),
        fingerprint: UInt32.random(in: 0...2, using: &random))
      if random.once(in: 10) {
        pieces.append(KeyTally(key: RecordKey(queue: "q")))
        knownInPiece = []
      }
      let values = [row.offered, Int(row.fingerprint)]
      let outcome = Self.take(row, policy, into: &pieces[pieces.count - 1])
      let isNew = knownInPiece.insert(values).inserted
      try #require((outcome != .repeated) == isNew, "\(seed)")
      known.insert(values)
    }
    var key = pieces[0]
    for piece in pieces[1...] { key.merge(piece, policy: policy) { _, _, _, _, _ in } }
    for offered in 0...2 {
      for fingerprint in UInt32(0)...2 {
        let isKnown = key.holds(
          Self.sums(offered), fingerprint: fingerprint, day: 20_000, minute: 60)
        try #require(
          isKnown == known.contains([offered, Int(fingerprint)]), "\(seed)")
      }
    }
    guard policy == .sum else { return }
    let cell = key.blocks[20_000]! * key.cellsPerDay + 60 / key.step
    try #require(key.sums(cell).rows == known.count, "\(seed)")
    try #require(key.sums(cell).offered == known.reduce(0) { $0 + $1[0] }, "\(seed)")
  }

  /// Every count is a part of what tells rows apart once there are several.
  @Test func noTwoCountsGiveTheSameIdentity() {
    var identities: Set<UInt64> = []
    for figure in ContactSums.Figure.allCases {
      for number in 1...50 {
        var sums = ContactSums()
        sums[figure] = number
        for fingerprint in UInt32(0)...3 {
          identities.insert(
            KeyTally.Row(
              arrival: .init(place: number, fingerprint: fingerprint), sums: sums,
              isSuspect: number % 2 == 0
            ).identity)
        }
      }
    }
    #expect(identities.count == ContactSums.Figure.allCases.count * 50 * 4)
  }
}
