import Basics
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct FigureAssociationTests {
  private func series(
    _ name: String, from first: String = "2025-01", _ values: [Int?]
  ) -> Association.Series {
    var months: [CivilMonth: Fraction] = [:]
    for (index, value) in values.enumerated() {
      if let value { months[CivilMonth.of(first) + index] = Fraction(value) }
    }
    return Association.Series(name, months)
  }

  @Test func changesAndNotLevelsAreCorrelated() throws {
    // Both rise all the time, but one rises fast when the other rises slowly.
    let satisfaction = series("satisfaction", [0, 1, 3, 6, 10, 15, 21])
    let cost = series("costPerContact", [0, 60, 110, 150, 180, 200, 210])
    let found = Association.family(of: satisfaction, with: [cost])
    let one = try #require(found.first)
    #expect(found.count == 1 && one.first == "satisfaction" && one.second == "costPerContact")
    #expect(one.correlation.rho == Fraction(-1) && one.correlation.count == 6)
    // Of 720 orders two are as far off: p = 2/720.
    #expect(one.correlation.p.value == Fraction(2, 720) && one.adjustedP.value == Fraction(2, 720))
  }

  @Test func onlyNeighboringMonthsThatBothHaveGiveAChange() throws {
    let satisfaction = series("satisfaction", [1, 2, 4, nil, 9, 3, 5, 6])
    let other = series("firstContactResolution", from: "2025-02", [7, 5, 5, 8, nil, 2, 3])
    // Common: 02, 03, 05, 07, 08; neighbors: 02–03 and 07–08.
    #expect(Association.family(of: satisfaction, with: [other]).isEmpty)
    let more = series("firstContactResolution", from: "2025-02", [7, 5, 5, 8, 1, 2, 3])
    let found = try #require(Association.family(of: satisfaction, with: [more]).first)
    #expect(found.correlation.count == 4)
  }

  @Test func theFamilyIsOfTheFiguresThatAreKnown() throws {
    let satisfaction = series("satisfaction", [0, 1, 3, 6, 10, 15, 21])
    let rising = series("transactionValue", [0, 2, 5, 9, 14, 20, 27])
    let falling = series("costPerContact", [0, 60, 110, 150, 180, 200, 210])
    let found = Association.family(of: satisfaction, with: [falling, nil, rising])
    #expect(found.map(\.second) == ["costPerContact", "transactionValue"])
    #expect(found.map(\.adjustedP.value) == [Fraction(4, 720), Fraction(4, 720)])
    // A figure that never changes has no rank to go with.
    let still = series("costPerContact", [5, 5, 5, 5, 5, 5, 5])
    #expect(Association.family(of: satisfaction, with: [still, nil]).isEmpty)
  }
}
