import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

/// Repeats, conflicts, and pieces: what becomes of rows, and that none is lost.
@Suite struct ScoreTallyTests {
  private static let header = "evaluated_at,site,agent,contact_id,score\n"
  private static let a = "2026-03-02,,a1,c1,90\n"
  private static let b = "2026-03-02,,a1,c1,60\n"
  private static let other = "2026-03-03,,a2,c2,70\n"
  private static let nameless = "2026-03-03,,a2,,10\n"

  private func tally(_ policy: ConflictPolicy, _ sources: [String]) throws -> QualityTally {
    try QualityTally(sources.map { Self.header + $0 }, policy: policy)
  }

  /// Points given in March, and how many evaluations.
  private func march(_ tally: QualityTally) throws -> [Int] {
    let metrics = try QualityMetrics(tally, targets: .init(), asOf: .day("2026-03-31"))
    guard let month = metrics.scopes.first?.months.first else { return [] }
    return [try #require(month.value).numerator, month.count]
  }

  private func counts(_ tally: QualityTally) -> [[Int]] {
    tally.accounts.sources.map { [$0.accepted, $0.repeated, $0.dropped] }
  }

  @Test func equalRowsOfOneContactAreTakenOnce() throws {
    for policy in ConflictPolicy.allCases {
      let tally = try tally(policy, [Self.a + Self.a, Self.other, Self.a])
      #expect(counts(tally) == [[1, 1, 0], [1, 0, 0], [0, 1, 0]])
      #expect(tally.accounts.conflictCount == 0)
      #expect(try march(tally) == [160, 2])
    }
  }

  @Test func rowsWithoutAContactCountEachTime() throws {
    let tally = try tally(.error, [Self.nameless + Self.nameless, Self.nameless])
    #expect(counts(tally) == [[2, 0, 0], [1, 0, 0]])
    #expect(try march(tally) == [30, 3])
  }

  /// The rows a, b, and a again: the second a is a repeat of the first.
  @Test(arguments: [
    (ConflictPolicy.error, [90, 1], 1, 1), (.first, [90, 1], 1, 1), (.last, [60, 1], 1, 1),
    (.sum, [150, 2], 2, 0),
  ])
  func eachPolicyTakesADistinctRowOnce(
    _ policy: ConflictPolicy, _ march: [Int], _ accepted: Int, _ dropped: Int
  ) throws {
    for rows in [[Self.a + Self.b + Self.a], [Self.a, Self.b, Self.a], [Self.a, Self.b + Self.a]] {
      let tally = try tally(policy, rows)
      #expect(try self.march(tally) == march)
      let all = counts(tally).reduce(into: [0, 0, 0]) { all, one in
        for index in 0..<3 { all[index] += one[index] }
      }
      #expect(all == [accepted, 1, dropped])
      #expect(tally.accounts.conflictCount == 1)
    }
  }

  @Test func aConflictNamesBothPlaces() throws {
    let tally = try tally(.error, [Self.other + Self.a, Self.b])
    // Lines are counted through all sources: three of the first, then the second's.
    #expect(tally.accounts.conflicts.map(\.earlier) == [3])
    #expect(tally.accounts.conflicts.map(\.later) == [3 + 2])
  }

  @Test func theLastPolicyTakesTheRowFromItsSource() throws {
    let tally = try tally(.last, [Self.a, Self.b])
    #expect(counts(tally) == [[0, 0, 1], [1, 0, 0]])
  }

  @Test(arguments: [
    "2026-03-04,,a1,c1,90", "2026-03-02,Austin,a1,c1,90", "2026-03-02,,a2,c1,90",
    "2026-03-02,,,c1,90", "2026-03-02,,a1,c1,90.000001", "2026-03-02 00:01,,a1,c1,90",
    "2026-03-02T00:00Z,,a1,c1,90",
  ])
  func anyOtherFieldIsAConflict(_ row: String) throws {
    #expect(try tally(.error, [Self.a + row + "\n"]).accounts.conflictCount == 1)
    #expect(
      try tally(.error, [Self.a + " 2026-03-02T00:00 ,-,a1, c1,90.0\n"]).accounts.conflictCount == 0
    )
  }

  @Test func whatLiesAfterAGivenAsOfIsAccountedForAndLeftAside() throws {
    let source =
      Self.header + Self.a + "2026-04-01,,a1,c1,10\n2026-04-01,,a1,c1,20\n2026-04-02,,,,5\n"
    let asOf = CivilDate.day("2026-03-31")
    let tally = try QualityTally([source], asOf: asOf)
    #expect(counts(tally) == [[3, 0, 1]])
    #expect(tally.accounts.conflictCount == 0)
    let metrics = try QualityMetrics(tally, targets: .init(), asOf: asOf)
    #expect(metrics.afterAsOf == 2)
    #expect(metrics.scopes[0].months.map(\.count) == [1])
  }

  @Test(arguments: Seed.cases(20), ConflictPolicy.allCases)
  func piecesMergedInOrderAreTheWhole(_ seed: Seed, _ policy: ConflictPolicy) throws {
    var random = seed.generator
    // Few contacts and fewer values, so that repeats and conflicts abound.
    let sources = (0..<4).map { _ in
      Self.header
        + (0..<Int.random(in: 1...20, using: &random)).map { _ in
          let contact = random.once(in: 4) ? "" : "c\(Int.random(in: 1...4, using: &random))"
          let agent = random.once(in: 4) ? "" : "a\(Int.random(in: 1...3, using: &random))"
          let month = random.once(in: 5) ? "04" : "03"
          return "2026-\(month)-0\(Int.random(in: 1...2, using: &random)),"
            + "\(random.once(in: 3) ? "Austin" : ""),\(agent),\(contact),"
            + "\(Int.random(in: 1...2, using: &random))0\n"
        }.joined()
    }
    let asOf = random.once(in: 2) ? CivilDate.day("2026-03-31") : nil
    let whole = try QualityTally(sources, policy: policy, asOf: asOf)
    var pieces: [QualityTally] = []
    var lines = 0
    for source in sources {
      pieces.append(
        try QualityTally([source], policy: policy, asOf: asOf, linesBefore: lines))
      lines += source.utf8.count { $0 == UInt8(ascii: "\n") }
    }
    var left = pieces[0]
    for piece in pieces[1...] { left.merge(piece) }
    var (first, second) = (pieces[0], pieces[2])
    first.merge(pieces[1])
    second.merge(pieces[3])
    first.merge(second)
    let expected = try Self.described(whole)
    for merged in [left, first] {
      try #require(merged.accounts.sources == whole.accounts.sources, "\(seed)")
      try #require(merged.accounts.conflictCount == whole.accounts.conflictCount, "\(seed)")
      try #require(merged.accounts.conflicts == whole.accounts.conflicts, "\(seed)")
      try #require(try Self.described(merged) == expected, "\(seed)")
    }
  }

  @Test(arguments: Seed.cases(30))
  func figuresDoNotDependOnTheOrderOfRows(_ seed: Seed) throws {
    var random = seed.generator
    var rows = (0..<Int.random(in: 1...30, using: &random)).map { index in
      "2026-0\(Int.random(in: 1...3, using: &random))-1\(Int.random(in: 0...9, using: &random)),"
        + "\(random.once(in: 3) ? "Austin" : ""),a\(Int.random(in: 1...3, using: &random)),"
        + "\(random.once(in: 2) ? "" : "c\(index)"),\(Int.random(in: 0...100, using: &random))\n"
    }
    let asOf = CivilDate.day("2026-03-15")
    let expected = try Self.described(
      try QualityTally([Self.header + rows.joined()]), asOf: asOf)
    for _ in 0..<3 {
      rows.shuffle(using: &random)
      let half = rows.count / 2
      // Rows that name a contact may come twice.
      let again = rows.filter { !$0.contains(",,") && $0.contains(",c") }
      let sources = [
        Self.header + rows[..<half].joined(),
        Self.header + rows[half...].joined() + again.joined(),
      ]
      let tally = try QualityTally(sources)
      try #require(try Self.described(tally, asOf: asOf) == expected, "\(seed)")
      try #require(tally.accounts.sources[1].repeated == again.count, "\(seed)")
    }
  }

  /// Every figure of every month, as text.
  static func described(
    _ tally: QualityTally, asOf: CivilDate = .day("2026-04-30")
  ) throws -> [String] {
    let targets = QualityTargets(objectives: [SiteObjective(value: FixedPoint(15))])
    let metrics = try QualityMetrics(tally, targets: targets, asOf: asOf)
    return metrics.scopes.flatMap { scope in
      scope.months.map { month in
        "\(scope.name) \(month.month) \(month.count) \(month.state) "
          + "\(month.value.map { "\($0.numerator)/\($0.denominator)" } ?? "-") "
          + "\(month.standardDeviationText(places: 6) ?? "-") "
          + "\(month.interval.map { "\($0.low) \($0.high)" } ?? "-") \(month.isClear as Bool?)"
      }
    } + ["after \(metrics.afterAsOf)"]
  }
}
