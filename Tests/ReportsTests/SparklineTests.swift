import Basics
import PerformanceMetrics
import Testing

@testable import Reports

@Suite struct SparklineTests {
  @Test(
    arguments: [
      ([0, 100], "▁█"), ([100, 0], "█▁"), ([80, 80, 80], "▄▄▄"), ([0, 0], "▄▄"),
      ([0, 1, 2, 3, 4, 5, 6, 7], "▁▂▃▄▅▆▇█"), ([10, nil, 20, nil], "▁·█·"), ([99, 100, 98], "▅█▁"),
    ] as [([Int?], String)])
  func barsReachFromTheLowestToTheHighest(_ values: [Int?], _ marks: String) {
    let line = Sparkline(values.map { $0.map { Ratio($0, 100) } })
    #expect(line.map { String($0.marks) } == marks)
    #expect(line?.lowest == Ratio(values.compactMap(\.self).min()!, 100))
    #expect(line?.highest == Ratio(values.compactMap(\.self).max()!, 100))
  }

  @Test(arguments: [[], [nil], [Ratio(1, 2)], [nil, Ratio(1, 2), nil]] as [[Ratio?]])
  func oneValueHasNoCourse(_ values: [Ratio?]) {
    #expect(Sparkline(values) == nil)
  }

  /// Ratios that no division tells apart still have their order.
  @Test func nearlyEqualValuesAreDrawn() {
    let (low, high) = (Ratio(.max - 2, .max - 1), Ratio(.max - 1, .max))
    let line = Sparkline([high, low])
    #expect(line?.lowest == low && line?.highest == high)
    #expect(line?.marks == ["▁", "▁"] && line?.isLevel == false)
    #expect(Sparkline([Ratio(1, 2), nil, Ratio(2, 4)])?.isLevel == true)
  }
}
