import MaturityRules
import TestSupport
import Testing

/// Twelve months, and how level 1 of 8.01 stands on them.
struct MonthsCase: Sendable, CustomTestStringConvertible {
  let months: String
  let status: CriterionStatus
  /// Met, counted and undecided.
  let counts: [Int]
  let distance: String
  var deciding: [String] = []

  var testDescription: String { months }

  init(
    _ months: String, _ status: CriterionStatus, _ counts: [Int], _ distance: String,
    deciding: [String] = []
  ) {
    self.months = months
    self.status = status
    self.counts = counts
    self.distance = distance
    self.deciding = deciding
  }

  static let all: [MonthsCase] = [
    MonthsCase(
      "MMMMMMMMMMMM", .met, [12, 12, 0], "12 of 12 months met, needs 10: 2 months to spare"),
    MonthsCase(
      "MMMMMMxMMMMM", .met, [11, 12, 0], "11 of 12 months met, needs 10: 1 month to spare"),
    MonthsCase(
      "xMMMMMMMMMMx", .met, [10, 12, 0], "10 of 12 months met, needs 10: no month to spare"),
    MonthsCase("xxMMMMMMMMMx", .missed, [9, 12, 0], "9 of 12 months met, needs 10: 1 short"),
    MonthsCase("xxxxxxxxxxxx", .missed, [0, 12, 0], "0 of 12 months met, needs 10: 10 short"),
    MonthsCase(
      "MMMMMMMMMM??", .met, [10, 10, 2], "10 of 12 months met, needs 10: no month to spare"),
    MonthsCase(
      "xxMMMMM?MMMM", .indeterminate, [9, 11, 1],
      "9 of 12 months met, needs 10: 1 of 1 undecided would have to be met (2025-08)",
      deciding: ["2025-08"]),
    MonthsCase(
      "?xMMMMMMMMM?", .indeterminate, [9, 10, 2],
      "9 of 12 months met, needs 10: 1 of 2 undecided would have to be met (2025-01, 2025-12)",
      deciding: ["2025-01", "2025-12"]),
    MonthsCase(
      "xxx?MMMMMMMM", .missed, [8, 11, 1],
      "8 of 12 months met, needs 10: 1 short even with 1 undecided"),
    // N never scales: an idle month is not met.
    MonthsCase(
      "iiMMMMMMMMMM", .met, [10, 10, 0], "10 of 12 months met, needs 10: no month to spare"),
    MonthsCase("iiiMMMMMMMMM", .missed, [9, 9, 0], "9 of 12 months met, needs 10: 1 short"),
    MonthsCase("iiiiiiiiiiii", .missed, [0, 0, 0], "0 of 12 months met, needs 10: 10 short"),
  ]
}

@Suite struct MonthsAttainedTests {
  @Test(arguments: MonthsCase.all)
  func tenOfTheLastTwelveMonthsAttainLevelOne(_ sample: MonthsCase) throws {
    let criterion = try Year(months: sample.months).criterion(1)
    #expect(criterion.status == sample.status)
    #expect([criterion.met, criterion.counted, criterion.undecided] == sample.counts)
    #expect(criterion.needed == 10)
    #expect(criterion.distance.description == sample.distance)
    #expect(criterion.deciding == sample.deciding)
  }

  /// January leaves the window; January of next year enters it.
  @Test(
    arguments: [
      ("MMMMMMMMMMMM", true, RollOff.Demand.mayBeMissed),
      ("MxMMMMMMMMMM", true, .mayBeMissed), ("xxMMMMMMMMMM", false, .mayBeMissed),
      ("MxxMMMMMMMMM", true, .mustBeMet), ("xxxMMMMMMMMM", false, .mustBeMet),
      ("?xxMMMMMMMMM", nil, .mustBeMet), ("iMMMMMMMMMxx", nil, .mustBeMet),
      ("MxMMMMMMMMM?", true, .dependsOnUndecided), ("M??MMMMMMMMM", true, .dependsOnUndecided),
      ("Mx?MMMMMMM??", true, .dependsOnUndecided), ("M?????MMMMMM", true, .dependsOnUndecided),
      ("MxxMMMMMMMM?", true, .mustBeMetWithUndecided),
      ("Mxx?MMMMMMM?", true, .mustBeMetWithUndecided),
      ("MxxxMMMMMMMM", true, .cannotSuffice), ("MxxxMMMMMMM?", true, .cannotSuffice),
    ] as [(String, Bool?, RollOff.Demand)])
  func theMonthThatLeavesTellsWhatTheNextHasToBe(
    _ months: String, _ leavesMet: Bool?, _ demand: RollOff.Demand
  ) throws {
    let rollOff = try #require(try Year(months: months).finding().rollOff)
    #expect(rollOff.leaves == .of("2025-01") && rollOff.next == .of("2026-01"))
    #expect(rollOff.leavesMet == leavesMet)
    #expect(rollOff.demand == demand)
  }

  /// Whatever the undecided months and the next turn out to be, the demand said so before.
  @Test(arguments: Seed.cases(60))
  func theDemandHoldsForEveryOutcome(_ seed: Seed) throws {
    var random = seed.generator
    let months = String((0..<12).map { _ in "MMMMMMxi??".randomElement(using: &random)! })
    let rollOff = try #require(try Year(months: months).finding().rollOff)
    let staying = months.dropFirst()
    let undecided = staying.count { $0 == "?" }
    // How many of the undecided turn out met, with the next month missed and with it met.
    let holds = [0, 1].map { next in
      (0...undecided).map { staying.count { $0 == "M" } + $0 + next >= 10 }
    }
    let expected: RollOff.Demand =
      switch (holds[0].first!, holds[0].last!, holds[1].first!, holds[1].last!) {
      case (true, _, _, _): .mayBeMissed
      case (_, true, _, _): .dependsOnUndecided
      case (_, _, true, _): .mustBeMet
      case (_, _, _, true): .mustBeMetWithUndecided
      case (_, _, _, false): .cannotSuffice
      }
    try #require(rollOff.demand == expected, "\(seed) \(months)")
  }

  @Test(arguments: [
    ("MMMMMMMMMMMM", "level 1 then holds whatever 2026-01 is"),
    ("MxxMMMMMMMMM", "2026-01 has to be met for level 1"),
    ("M??MMMMMMMMM", "level 1 then takes 1 of 2026-01 and the 2 undecided months"),
    ("M???MMMMMMMM", "level 1 then takes 2 of 2026-01 and the 3 undecided months"),
    ("MxMMMMMMMMM?", "level 1 then takes 1 of 2026-01 and the 1 undecided month"),
    ("MxxMMMMMMMM?", "2026-01 and the 1 undecided month have to be met for level 1"),
    ("Mxx?MMMMMMM?", "2026-01 and the 2 undecided months have to be met for level 1"),
    ("MxxxMMMMMMM?", "level 1 is then out of reach whatever 2026-01 is"),
  ])
  func whatNextMonthHasToBeIsSaid(_ months: String, _ words: String) throws {
    let rollOff = try #require(try Year(months: months).finding().rollOff)
    #expect(rollOff.demandInWords == words)
  }

  @Test func aMonthThatAsOfCutsIsInNoWindow() throws {
    var year = Year(months: "MMMMMMMMMMMx")
    year.asOf = .day("2025-12-30")
    let criterion = try year.criterion(1)
    #expect(criterion.window?.days == .day("2024-12-01")...(.day("2025-11-30")))
    #expect([criterion.met, criterion.counted, criterion.undecided] == [11, 11, 1])
    #expect(criterion.status == .met)
  }

  @Test func monthsBeforeTheFirstRecordAreUndecided() throws {
    let criterion = try Year(months: "?????MMMMMMM").criterion(1)
    #expect(criterion.status == .indeterminate)
    #expect([criterion.met, criterion.counted, criterion.undecided] == [7, 7, 5])
    #expect(criterion.deciding == ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"])
  }
}
