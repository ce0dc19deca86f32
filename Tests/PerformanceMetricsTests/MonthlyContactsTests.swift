import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Volume and handle time of months at, below and above their objectives, and with holes.
@Suite struct MonthlyContactsTests {
  private static let header =
    "interval_start,queue,offered,answered,answered_within,handle_seconds\n"

  /// Daily rows of March 2026: 10 offered, 8 answered, so many seconds each.
  private func text(
    handle: String = "2400", without: Set<Int> = [], queue: String = "q", days: Int = 31
  ) -> String {
    var text = Self.header
    for day in 1...days where !without.contains(day) {
      text += "2026-03-\(day < 10 ? "0" : "")\(day),\(queue),10,8,8,\(handle)\n"
    }
    return text
  }

  private func march(
    _ texts: [String], volume: [VolumeTargets.Bound] = [], handle: [DatedObjective] = [],
    services: [Service] = [.assumed]
  ) throws -> MonthlyContacts.Month {
    var reading = CenterReading(services)
    reading.metrics.asOf = .day("2026-03-31")
    reading.metrics.contactVolume = VolumeTargets(objectives: volume)
    reading.metrics.handleTime = HandleTimeTargets(objectives: handle)
    let center = try reading.center(texts)
    #expect(center.monthlyContacts.months.count == reading.metrics.reach.months)
    #expect(center.monthlyContacts.hasVolumeObjective == !volume.isEmpty)
    #expect(center.monthlyContacts.hasHandleTimeObjective == !handle.isEmpty)
    return try #require(center.monthlyContacts.month(.of("2026-03")))
  }

  @Test(arguments: [
    (true, 309, OpportunityState.missed), (true, 310, .met), (true, 311, .met),
    (false, 309, .met), (false, 310, .met), (false, 311, .missed),
  ])
  func aVolumeIsBoundedAboveOrBelow(
    _ isUpper: Bool, _ contacts: Int, _ state: OpportunityState
  ) throws {
    let month = try march([text()], volume: [.init(isUpper: isUpper, contacts: contacts)])
    #expect((month.offered, month.answered, month.possible) == (310, 248, 0))
    #expect(month.volume == state)
    #expect(month.handleTime == .excluded)
  }

  /// A day of a dense export is missing: it may hide as many contacts as any like it.
  @Test(arguments: [
    (true, 299, OpportunityState.missed), (true, 300, .undecided), (true, 309, .undecided),
    (true, 310, .met), (false, 300, .met), (false, 301, .undecided), (false, 310, .undecided),
    (false, 311, .missed),
  ])
  func aHoleLeavesAVolumeOpenThatItCouldTurn(
    _ isUpper: Bool, _ contacts: Int, _ state: OpportunityState
  ) throws {
    let month = try march(
      [text(without: [12])], volume: [.init(isUpper: isUpper, contacts: contacts)])
    #expect((month.offered, month.possible) == (300, 10))
    #expect(month.volume == state)
  }

  @Test func theBoundInForceAtTheEndOfTheMonthCounts() throws {
    let bounds: [VolumeTargets.Bound] = [
      .init(isUpper: true, contacts: 1),
      .init(from: .day("2026-03-31"), isUpper: true, contacts: 310),
      .init(from: .day("2026-04-01"), isUpper: true, contacts: 1),
    ]
    #expect(try march([text()], volume: bounds).volume == .met)
    #expect(try march([text()], volume: [bounds[2]]).volume == .excluded)
    #expect(try march([text()]).volume == .excluded)
  }

  @Test(arguments: [
    ("299.999999", OpportunityState.missed), ("300", .met), ("300.000001", .met),
  ])
  func theHandleTimeIsAtMostTheObjective(_ seconds: String, _ state: OpportunityState) throws {
    let month = try march([text()], handle: [DatedObjective(value: .of(seconds))])
    #expect(month.handleMilliseconds == 248 * 300_000)
    #expect(month.handleTime == state)
    #expect(month.volume == .excluded)
  }

  @Test func eachContactIsJudgedByTheObjectiveOfItsDay() throws {
    // 15 days of 200 s and 16 of 400 s make room for 303.2 s at most.
    func objectives(_ second: String) -> [DatedObjective] {
      [
        DatedObjective(value: .of("200")),
        DatedObjective(from: .day("2026-03-16"), value: .of(second)),
      ]
    }
    #expect(try march([text()], handle: objectives("393.75")).handleTime == .met)
    #expect(try march([text()], handle: objectives("393.749999")).handleTime == .missed)
    let late = [DatedObjective(from: .day("2026-03-02"), value: .of("400"))]
    #expect(try march([text()], handle: late).handleTime == .excluded)
  }

  @Test func hiddenContactsMayHaveTakenAnyTime() throws {
    let hole = text(without: [12])
    #expect(
      try march([hole], handle: [DatedObjective(value: .of("5000"))]).handleTime == .undecided)
    // 240 contacts took 72,000 s; ten more at no time at all make 288 s.
    #expect(try march([hole], handle: [DatedObjective(value: .of("288"))]).handleTime == .undecided)
    #expect(
      try march([hole], handle: [DatedObjective(value: .of("287.999"))]).handleTime == .missed)
  }

  @Test func aBlankHandleTimeLeavesItOpen() throws {
    let blank = text() + "2026-03-01,r,10,8,8,\n"
    let month = try march([blank], handle: [DatedObjective(value: .of("5000"))])
    #expect(month.handleMilliseconds == nil)
    #expect(month.handleTime == .undecided)
  }

  @Test func monthsWithoutRecordsAreUndecided() throws {
    var reading = CenterReading()
    reading.metrics.asOf = .day("2026-03-31")
    reading.metrics.contactVolume = VolumeTargets(
      objectives: [.init(isUpper: true, contacts: .max)])
    reading.metrics.handleTime = HandleTimeTargets(objectives: [DatedObjective(value: .of("1"))])
    let months = try reading.center([text()]).monthlyContacts.months
    #expect(months.dropLast().allSatisfy { $0.volume == .undecided && $0.handleTime == .undecided })
    #expect(months.last?.volume == .met)
    #expect(months.last?.handleTime == .missed)
  }

  @Test func allServicesAddUp() throws {
    let services = [
      Service(
        name: "Q", match: ServiceMatch(queue: [NamePattern("q")]),
        objectives: [.percent("80", in: 20)]),
      Service(
        name: "R", match: ServiceMatch(queue: [NamePattern("r")]),
        objectives: [.percent("80", in: 20)]),
    ]
    let texts = [text(), text(handle: "800", queue: "r"), text(queue: "nobody's")]
    let month = try march(
      texts, volume: [.init(isUpper: false, contacts: 620)],
      handle: [DatedObjective(value: .of("200"))], services: services)
    #expect((month.offered, month.answered) == (620, 496))
    #expect(month.volume == .met)
    #expect(month.handleTime == .met)
  }
}
