import Basics
import Testing

@testable import PerformanceMetrics

extension StatisticsTests {
  @Suite struct PreconditionTests {
    @Test func aFractionNeedsADenominator() async {
      await #expect(processExitsWith: .failure) { _ = Fraction(1, 0) }
      await #expect(processExitsWith: .failure) { _ = Fraction(Double.nan) }
    }

    @Test func pointsComeInTheOrderOfTheirPlaces() async {
      await #expect(processExitsWith: .failure) {
        _ = TheilSen([2, 2].map { TrendPoint(place: $0, value: Fraction($0)) })
      }
      await #expect(processExitsWith: .failure) { _ = Spearman([1, 2, 3], [1, 2]) }
    }

    @Test func aPartIsNotLargerThanTheWhole() async {
      await #expect(processExitsWith: .failure) { _ = WilsonInterval.of(3, outOf: 2) }
      await #expect(processExitsWith: .failure) {
        _ = NetPromoterInterval.of(promoters: 2, detractors: 2, outOf: 3)
      }
    }

    @Test func distributionsHaveTheirRange() async {
      await #expect(processExitsWith: .failure) {
        _ = StudentT.quantile975(degreesOfFreedom: 0)
      }
      await #expect(processExitsWith: .failure) {
        _ = MannKendall.orders(count: 21, ties: [Int](repeating: 1, count: 21))
      }
    }
  }
}
