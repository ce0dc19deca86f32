import Basics
import PerformanceMetrics
import TestSupport
import Testing

@testable import Reports

@Suite struct HeatMapTests {
  /// A map of one field with so many intervals met of so many.
  private static func map(_ met: Int, of counted: Int, undecided: Int = 0) -> HeatMap? {
    var pattern = WeekPattern(minutes: 30)
    for index in 0..<counted {
      pattern.add(index < met ? .met : .missed, on: .monday, slot: 18)
    }
    for _ in 0..<undecided { pattern.add(.undecided, on: .monday, slot: 18) }
    return HeatMap(title: "map", pattern, neededPercent: 80)
  }

  @Test(arguments: [
    (0, HeatMap.Shade.worst), (49, .worst), (50, .poor), (79, .poor), (80, .good), (89, .good),
    (90, .best), (100, .best),
  ])
  func shadeBeginsAtItsBound(_ met: Int, _ shade: HeatMap.Shade) throws {
    let map = try #require(Self.map(met, of: 100))
    var counts = OpportunityCounts()
    counts.add(.met, times: met)
    counts.add(.missed, times: 100 - met)
    #expect(map.shade(counts) == shade)
  }

  @Test func nothingToCountIsNoMap() {
    #expect(Self.map(0, of: 0) == nil)
    #expect(Self.map(0, of: 0, undecided: 1)?.shade(OpportunityCounts()) == nil)
  }

  @Test func tableHasTheCountsAndADashForNone() throws {
    let rows = try #require(Self.map(3, of: 4, undecided: 2)).table.rows
    #expect(rows[0] == ["from", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
    #expect(rows[1] == ["09:00", "3–5 of 6"] + Array(repeating: "-", count: 6))
    #expect(rows.count == 2)
  }

  @Test(arguments: [(15, 24, 60), (15, 8, 15), (30, 24, 60), (30, 12, 30), (60, 24, 60)])
  func timesAreFewEnoughToBeToldApart(_ minutes: Int, _ hours: Int, _ shown: Int) throws {
    var pattern = WeekPattern(minutes: minutes)
    for slot in 0..<(hours * 60 / minutes) { pattern.add(.met, on: .friday, slot: slot) }
    let map = try #require(HeatMap(title: "map", pattern, neededPercent: 80))
    #expect(map.minutes == shown)
    #expect(map.table.rows.count == 1 + hours * 60 / shown)
  }
}
