import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Days that are judged column by column against their intervals judged one by one.
@Suite struct UsualDayTests {
  private static func day(_ random: inout SplitMix64, upTo largest: Int) -> ServiceHistory.Day {
    let slots = [1, 24, 48][Int.random(in: 0...2, using: &random)]
    var day = ServiceHistory.Day(slots: slots, places: random.once(in: 3) ? 2 * slots : slots)
    let isClosed = random.once(in: 2)
    for place in day.cells.indices where !random.once(in: 4) {
      day.cells[place].expected = Int.random(in: 0...2, using: &random)
      if random.once(in: 3) {
        day.cells[place].holes = Int.random(in: 0...2, using: &random)
        day.cells[place].volume = Int.random(in: 0...largest, using: &random)
      }
      if random.once(in: 9) { day.cells[place].pending = 1 }
      day.cells[place].isClosed = isClosed && random.once(in: 3)
      guard !random.once(in: 4) else { continue }
      day.cells[place].records = 1
      var sums = ContactSums()
      sums[.rows] = 1
      for figure in ContactSums.Figure.allCases where figure != .rows && !random.once(in: 3) {
        sums[figure] = Int.random(in: 0...largest, using: &random)
      }
      day.sums.add(sums, to: place)
    }
    return day
  }

  @Test(arguments: Seed.cases(200), ServiceLevelFormula.allCases)
  func theyEndAsTheirIntervalsDo(_ seed: Seed, _ formula: ServiceLevelFormula) throws {
    var random = seed.generator
    let largest = [1, 9, 1000, 1 << 31 - 1, 1 << 31, 1 << 52].randomElement(using: &random)!
    let day = Self.day(&random, upTo: largest)
    var service = Service(
      name: "A", objectives: [], hours: nil)
    service.demand = [.offered, .answeredPlusAbandoned][Int.random(in: 0...1, using: &random)]
    service.closedContacts = random.once(in: 2) ? .include : .exclude
    let objective = Objective(
      percent: FixedPoint(Int.random(in: 0...100, using: &random)), seconds: 20)
    let (fast, slow) = (
      JudgedDay(
        day, objective: objective, service: service, formula: formula, tracksIntervals: true),
      JudgedDay(
        day, objective: objective, service: service, formula: formula, tracksIntervals: true
      ) { _ in false }
    )
    let usual = UsualDay(day, objective, service, formula)
    try #require(usual != nil || largest >= 1 << 31, "\(seed)")
    try #require(fast.state == slow.state, "\(seed)")
    try #require(fast.part == slow.part, "\(seed)")
    try #require(fast.sums == slow.sums, "\(seed)")
    try #require(fast.hasOverflowed == slow.hasOverflowed, "\(seed)")
    try #require(fast.closedOffered == slow.closedOffered, "\(seed)")
    try #require(fast.intervals == slow.intervals, "\(seed)")
    try #require(fast.expected == slow.expected && fast.holes == slow.holes, "\(seed)")
    try #require(fast.meanSum == slow.meanSum && fast.meanCount == slow.meanCount, "\(seed)")
  }

  /// The terms are those that the sums give, whatever is unknown.
  @Test(arguments: Seed.cases(50), ServiceLevelFormula.allCases)
  func termsOfColumnsAreThoseOfSums(_ seed: Seed, _ formula: ServiceLevelFormula) throws {
    var random = seed.generator
    let day = Self.day(&random, upTo: 99)
    for demand in [Demand.offered, .answeredPlusAbandoned] {
      let columns = TermColumns(formula, demand, day.sums)
      for place in day.cells.indices {
        let terms = ServiceLevelTerms(day.sums.sums(place), formula, demand)
        let own = columns.terms(day.sums.values.span, place)
        try #require(
          own
            == .init(
              demand: terms.demand, worstNumerator: terms.worst.numerator,
              worstDenominator: terms.worst.denominator, bestNumerator: terms.best.numerator,
              bestDenominator: terms.best.denominator, countedNumerator: terms.counted.numerator,
              isKnown: terms.isKnown), "\(seed)")
        try #require(columns.excludesContacts == terms.excludesContacts, "\(seed)")
      }
    }
  }
}
