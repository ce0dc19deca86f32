import Basics
import TestSupport
import Testing

@testable import MaturityRules
@testable import PerformanceMetrics

/// The figures of the toolkit at, below and above nine of twelve months.
@Suite struct MonthlyFiguresTests {
  /// Daily rows of 2025: ten contacts a day of 300 s each, in the months with an M.
  private func center(
    _ months: String, volume: VolumeTargets? = nil, handle: String? = nil,
    asOf: String = "2025-12-31"
  ) throws -> CenterMetrics {
    var text = "interval_start,offered,answered,handle_seconds\n"
    var day = CivilDate.day("2025-01-01")
    let letters = Array(months)
    while day <= .day("2025-12-31") {
      switch letters[day.parts.month - 1] {
      case "M": text += "\(day),10,10,3000\n"
      case "x": text += "\(day),20,20,8000\n"
      default: break
      }
      day = day + 1
    }
    var reading = CenterReading()
    reading.metrics.asOf = .day(asOf)
    reading.metrics.contactVolume = volume ?? VolumeTargets(objectives: [])
    reading.metrics.handleTime = HandleTimeTargets(
      objectives: handle.map { [DatedObjective(value: .of($0))] } ?? [])
    return try reading.center(text)
  }

  private let atMost = VolumeTargets(objectives: [.init(isUpper: true, contacts: 310)])

  private func figures(
    _ center: CenterMetrics, _ figures: [MonthlyFigure] = [.contactVolume, .handleTime]
  ) throws -> MonthlyFigures {
    try #require(MonthlyFigures(figures, atLeast: 9, ofLast: 12, center))
  }

  @Test(arguments: [
    ("MMMMMMMMMMMM", 12, CriterionStatus.met), ("xxxMMMMMMMMM", 9, .met),
    ("xxxxMMMMMMMM", 8, .missed),
  ])
  func nineMonthsOfTwelveAttainIt(
    _ months: String, _ met: Int, _ status: CriterionStatus
  ) throws {
    let found = try figures(try center(months, volume: atMost, handle: "300"))
    #expect(found.findings.map(\.met) == [met, met])
    #expect(found.findings.map(\.counted) == [12, 12])
    #expect(found.findings.map(\.status) == [status, status])
    #expect(found.status == status)
    #expect(found.window.days == .day("2025-01-01") ... .day("2025-12-31"))
  }

  @Test func oneFigureThatMissesDecides() throws {
    let found = try figures(try center("xxxxMMMMMMMM", volume: atMost, handle: "400"))
    #expect(found.findings.map(\.status) == [.missed, .met])
    #expect(found.status == .missed)
    #expect(found.findings[0].distance.description == "8 of 12 months met, needs 9: 1 short")
    #expect(found.findings[1].distance.description.hasSuffix("3 months to spare"))
  }

  @Test func monthsWithoutRecordsLeaveItOpen() throws {
    let found = try figures(try center("????MMMMMMMM", volume: atMost, handle: "300"))
    #expect(found.findings.map(\.undecided) == [4, 4])
    #expect(found.findings.map(\.status) == [.indeterminate, .indeterminate])
    #expect(found.status == .indeterminate)
  }

  @Test func aFigureWithoutAnObjectiveLeavesItOpenUnlessAnotherMisses() throws {
    let open = try figures(
      try center("MMMMMMMMMMMM", volume: atMost), MonthlyFigure.allCases)
    #expect(open.findings.map(\.hasObjective) == [true, false, false])
    #expect(open.findings.map(\.status) == [.met, .indeterminate, .indeterminate])
    #expect(open.status == .indeterminate)
    #expect(open.findings[1].distance == .nothing)
    let missed = try figures(
      try center("xxxxMMMMMMMM", volume: atMost), MonthlyFigure.allCases)
    #expect(missed.status == .missed)
  }

  @Test func theWindowEndsWithTheLastCompleteMonth() throws {
    let found = try figures(
      try center("xMMMMMMMMMMM", volume: atMost, handle: "300", asOf: "2025-12-30"))
    // December 2024 to November 2025: January is missed, December 2024 unknown.
    #expect(found.findings.map(\.met) == [10, 10])
    #expect(found.findings.map(\.undecided) == [1, 1])
    #expect(found.status == .met)
  }
}
