import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Days that are judged column by column against their intervals judged one by one.
@Suite struct UsualDayTests {
  /// Counts that say that others are unknown or stand for several.
  private static let doubts: [ContactSums.Figure] = [
    .answeredUnjudged, .answeredDoubtful, .answeredNearest, .abandonedUnjudged, .shortUnjudged,
  ]

  private static func day(_ random: inout SplitMix64, upTo largest: Int) -> ServiceHistory.Day {
    let slots = [1, 24, 48][Int.random(in: 0...2, using: &random)]
    var day = ServiceHistory.Day(slots: slots, places: random.once(in: 3) ? 2 * slots : slots)
    let isClosed = random.once(in: 2)
    // Days that hide nothing or know everything, and days without any record, go their own way.
    let (isPlain, isBare) = (random.once(in: 3), random.once(in: 6))
    let figures = ContactSums.Figure.allCases.filter { figure in
      figure != .rows && !(isPlain && Self.doubts.contains(figure))
    }
    for place in day.cells.indices where !random.once(in: 4) {
      day.cells[place].expected = Int.random(in: 0...2, using: &random)
      if !isPlain, random.once(in: 3) {
        day.cells[place].holes = Int.random(in: 0...2, using: &random)
        day.cells[place].volume = Int.random(in: 0...largest, using: &random)
      }
      if isPlain {
        day.cells[place].holes = day.cells[place].expected / 2
      } else {
        if random.once(in: 9) { day.cells[place].pending = 1 }
        day.cells[place].isClosed = isClosed && random.once(in: 3)
      }
      guard !isBare, !random.once(in: 4) else { continue }
      day.cells[place].records = 1
      var sums = ContactSums()
      sums[.rows] = 1
      for figure in figures where !random.once(in: 3) {
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
    try #require(fast == slow, "\(seed)")
  }

  /// Days come out of their words as they went in, also those that do not fit into any.
  @Test(arguments: Seed.cases(60), ServiceLevelFormula.allCases)
  func daysAreKeptWhole(_ seed: Seed, _ formula: ServiceLevelFormula) throws {
    var random = seed.generator
    var service = Service(name: "A", objectives: [])
    service.closedContacts = random.once(in: 2) ? .include : .exclude
    let days = (0..<9).map { _ in
      let largest = [1, 1000, 1 << 31, 1 << 32, 1 << 59].randomElement(using: &random)!
      let isExcluded = random.once(in: 4)
      return JudgedDay(
        random.once(in: 4)
          ? ServiceHistory.Day(slots: 96, places: 0) : Self.day(&random, upTo: largest),
        objective: random.once(in: 5)
          ? nil
          : Objective(percent: FixedPoint(Int.random(in: 0...100, using: &random)), seconds: 20),
        service: service, formula: formula, tracksIntervals: !random.once(in: 4),
        isExcluded: isExcluded ? { $0 % 3 > 0 } : nil)
    }
    let kept = JudgedDays(count: days.count) { days[$0] }
    for (number, day) in days.enumerated() {
      try #require(kept[number] == (day.isEmpty ? nil : day), "\(seed)")
    }
    // Days without anything are only counted, which makes no difference.
    let none = ServiceFigures(formula: formula, demand: .offered, intervalMinutes: 15)
    var (one, all) = (none, none)
    for day in days { one.add(day) }
    kept.add(days.indices.lowerBound...days.indices.upperBound - 1, to: &all)
    try #require(one.days == all.days && one.intervals == all.intervals, "\(seed)")
    try #require(one.sums == all.sums && one.judgedSums == all.judgedSums, "\(seed)")
    try #require(one.expected == all.expected && one.holes == all.holes, "\(seed)")
    try #require(one.state == all.state && one.serviceLevel == all.serviceLevel, "\(seed)")
    try #require(one.contactsToFlip == all.contactsToFlip, "\(seed)")
    try #require(kept.hasOverflowed == days.contains(where: \.hasOverflowed), "\(seed)")
  }

  /// A day is laid over another as if there had been none.
  @Test(arguments: Seed.cases(20))
  func aDayThatBeginsAnewIsEmpty(_ seed: Seed) {
    var random = seed.generator
    var day = Self.day(&random, upTo: 1 << 60)
    let places = random.once(in: 2) ? day.cells.count : 96
    day.begin(places: places)
    #expect(day.cells.count == places && !day.sums.hasOverflowed)
    #expect(day.sums.values.allSatisfy { $0 == 0 })
    for place in day.cells.indices {
      #expect(!day.cells[place].isTouched && !day.cells[place].isClosed)
      #expect(day.cells[place].volume == 0)
    }
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
