import ContactRecords
import Testing

/// The counts of a row as they are written, and as they are read.
struct CountsCase: Sendable, CustomTestStringConvertible {
  let header: String
  let row: String
  /// Offered, answered, abandoned and answered within.
  let counts: [Int?]
  let isSuspect: Bool

  var testDescription: String { "\(header): \(row)" }

  init(_ header: String, _ row: String, _ counts: [Int?], suspect: Bool = false) {
    self.header = header
    self.row = row
    self.counts = counts
    isSuspect = suspect
  }

  static let third: [CountsCase] = [
    CountsCase("offered,answered,answered_within", "10,8,7", [10, 8, 2, 7]),
    CountsCase("offered,abandoned,answered_within", "10,2,7", [10, 8, 2, 7]),
    CountsCase("answered,abandoned,answered_within", "8,2,7", [10, 8, 2, 7]),
    CountsCase("offered,answered,flow_out,answered_within", "10,7,1,7", [10, 7, 2, 7]),
    CountsCase("offered,abandoned,flow_out,answered_within", "10,2,1,7", [10, 7, 2, 7]),
    CountsCase("answered,abandoned,flow_out,answered_within", "7,2,1,7", [10, 7, 2, 7]),
    CountsCase("offered,answered,flow_out,answered_within", "10,8,-,7", [10, 8, 2, 7]),
    CountsCase("offered,answered,abandoned,answered_within", "10,8,,7", [10, 8, 2, 7]),
    CountsCase("offered,answered,abandoned,answered_within", "10,null,2,7", [10, 8, 2, 7]),
    CountsCase("offered,answered,abandoned,answered_within", "N/A,8,2,7", [10, 8, 2, 7]),
    CountsCase("offered,answered,answered_within", "8,9,7", [8, 9, 0, 7], suspect: true),
    CountsCase("offered,abandoned,answered_within", "8,9,0", [8, 0, 9, 0], suspect: true),
    CountsCase("offered,answered,abandoned,answered_within", "10,8,2,", [10, 8, 2, nil]),
    CountsCase("offered,answered,abandoned,answered_within", "0,0,0,0", [0, 0, 0, 0]),
    CountsCase("offered,answered,answered_after", "10,8,3", [10, 8, 2, 5]),
    CountsCase("offered,abandoned,answered_after", "10,2,3", [10, 8, 2, 5]),
    CountsCase("offered,answered,answered_after", "10,8,9", [10, 8, 2, 0], suspect: true),
    CountsCase("offered,answered,answered_after,answered_within", "10,8,3,6", [10, 8, 2, 6]),
    CountsCase("offered,answered,answered_after,answered_within", "10,8,3,", [10, 8, 2, 5]),
    CountsCase("offered,answered,answered_after", "10,8,", [10, 8, 2, nil]),
  ]

  static let contradictions: [CountsCase] = [
    CountsCase("offered,answered,abandoned,answered_within", "10,8,2,8", [10, 8, 2, 8]),
    CountsCase(
      "offered,answered,abandoned,answered_within", "10,8,3,8", [10, 8, 3, 8], suspect: true),
    CountsCase("offered,answered,abandoned,answered_within", "10,8,1,8", [10, 8, 1, 8]),
    CountsCase(
      "offered,answered,abandoned,answered_within", "10,8,2,9", [10, 8, 2, 9], suspect: true),
    CountsCase(
      "offered,answered,answered_within,abandoned_within", "10,8,8,2", [10, 8, 2, 8]),
    CountsCase(
      "offered,answered,answered_within,abandoned_within", "10,8,8,3", [10, 8, 2, 8], suspect: true),
    CountsCase(
      "offered,answered,answered_within,short_abandoned", "10,8,8,3", [10, 8, 2, 8], suspect: true),
    CountsCase(
      "offered,answered,answered_within,answered_within_60", "10,8,8,9", [10, 8, 2, 8],
      suspect: true),
    CountsCase(
      "offered,answered,answered_within,abandoned_within_60", "10,8,8,3", [10, 8, 2, 8],
      suspect: true),
    CountsCase("offered,answered,answered_within,wait_seconds", "2,0,0,0", [2, 0, 2, 0]),
    CountsCase(
      "offered,answered,answered_within,wait_seconds", "2,0,0,1", [2, 0, 2, 0], suspect: true),
    CountsCase(
      "offered,answered,answered_within,handle_seconds", "2,0,0,1", [2, 0, 2, 0], suspect: true),
    CountsCase(
      "offered,answered,answered_within,talk_seconds", "2,0,0,1", [2, 0, 2, 0], suspect: true),
    CountsCase("offered,answered,answered_within,wait_seconds", "2,1,0,1", [2, 1, 1, 0]),
  ]
}

@Suite struct DerivedValueTests {
  private static let counts = [
    IntervalColumn.offered, .answered, .abandoned, .answeredWithin,
  ]

  @Test(arguments: CountsCase.third + CountsCase.contradictions)
  func countsAreDerivedAndContradictionsFound(_ sample: CountsCase) throws {
    let text = "interval_start,\(sample.header)\n2026-03-02 09:00,\(sample.row)\n"
    let row = try #require(try Decoded(text).first)
    #expect(Self.counts.map { row[$0] } == sample.counts)
    #expect(row.isSuspect == sample.isSuspect)
  }

  @Test(arguments: CountsCase.contradictions)
  func strictCountsRejectWhatContradictsItself(_ sample: CountsCase) throws {
    let text = "interval_start,\(sample.header)\n2026-03-02 09:00,\(sample.row)\n"
    let decoded = try Decoded(text, options: .init(rejectsContradictions: true))
    #expect(decoded.rows.count == (sample.isSuspect ? 0 : 1))
    #expect(decoded.rejects.map(\.reason) == (sample.isSuspect ? [.contradiction] : []))
    #expect(decoded.rejects.first?.place != nil || !sample.isSuspect)
  }

  @Test func strictCountsKeepTheOrderOfTheFileAndTheOtherRows() throws {
    let decoded = try Decoded(
      "interval_start,offered,answered,answered_within\n"
        + "2026-03-02 09:00,1,1,1\n2026-03-02 09:30,1,2,1\n2026-03-02 10:00,x,2,1\n"
        + "2026-03-02 10:30,3,3,1\n2026-03-02 11:00,1,2,1\n2026-03-02 11:30,4,4,1\n",
      options: .init(rejectsContradictions: true))
    #expect(decoded.rejects.map(\.line) == [3, 4, 6])
    #expect(decoded.rows.map(\.line) == [2, 5, 7])
    #expect(decoded.rows.map { $0[.offered] } == [1, 3, 4])
    #expect(decoded.rows.allSatisfy { !$0.isSuspect })
  }

  @Test(arguments: [
    ("talk_seconds,hold_seconds,wrap_seconds", "100,20,30", 150_000),
    ("talk_seconds,wrap_seconds", "1:40,30.5", 130_500),
    ("hold_seconds", "0:00:07", 7000),
    ("talk_seconds,hold_seconds,wrap_seconds", "100,,30", nil),
    ("talk_seconds,handle_seconds", "100,120", 120_000),
    ("talk_seconds,handle_seconds", "100,", nil),
    ("talk_seconds,handle_seconds", ",120", 120_000),
  ])
  func handleTimeIsMappedOrTheSumOfItsMappedParts(
    _ header: String, _ fields: String, _ milliseconds: Int?
  ) throws {
    let row = try #require(try Decoded(oneRow("," + header, "5,5,0,5," + fields)).first)
    #expect(row[.handleSeconds] == milliseconds)
  }

  @Test func blankDurationsAreCountedOnRowsWithAnsweredContacts() throws {
    let decoded = try Decoded(
      "interval_start,offered,answered,answered_within,wait_seconds,talk_seconds,wrap_seconds\n"
        + "2026-03-02 09:00,2,2,2,,10,5\n2026-03-02 09:30,2,0,0,,,\n2026-03-02 10:00,2,2,2,3,10,-\n"
        + "2026-03-02 10:30,2,2,2,-,,\n2026-03-02 11:00,2,2,2,0,0,0\n")
    #expect(decoded.blankDurations == ["wait_seconds": 2, "handle_seconds": 2])
    #expect(decoded.rows.map { $0[.waitSeconds] } == [nil, nil, 3000, nil, 0])
  }

  @Test func differencesAreCountsAndSuspectBelowZero() throws {
    let decoded = try Decoded(
      "interval_start,offered,answered,late,moved\n2026-03-02 09:00,9,8,2,1\n"
        + "2026-03-02 09:30,9,2,2,1\n2026-03-02 10:00,9,8,-,1\n",
      columns: ["answered_within": .difference(["answered", "late", "moved"])])
    #expect(decoded.rows.map { $0[.answeredWithin] } == [5, 0, nil])
    #expect(decoded.rows.map(\.isSuspect) == [false, true, false])
  }

  @Test func rowsWithFiguresOfNoCenterAreCounted() throws {
    let decoded = try Decoded(
      "interval_start,offered,answered,abandoned,answered_within\n"
        + "2026-03-02 09:00,5,0,5,0\n2026-03-02 09:30,5,0,6,0\n2026-03-02 10:00,5,6,0,5\n"
        + "2026-03-02 10:30,5,6,0,6\n2026-03-02 11:00,0,0,0,0\n2026-03-02 11:30,5,4,1,4\n")
    #expect(decoded.plausibility.checks.map(\.of) == [5, 5, 5, 5, 0, 0])
    #expect(decoded.plausibility.checks.map(\.rows) == [1, 1, 2, 0, 0, 0])
  }

  @Test func offsetsOfStampsAreRemembered() throws {
    let decoded = try Decoded(
      "interval_start,offered,answered,answered_within\n2026-03-02T09:00:00+01:00,1,1,1\n"
        + "2026-03-02T09:30:00+01:00,1,1,1\n2026-03-02T10:00:00Z,1,1,1\n2026-03-02T10:30,1,1,1\n")
    #expect(decoded.offsets == [60, 0])
    #expect(decoded.rows.map(\.start).first?.hasSuffix(" 9:0") == true)
  }
}
