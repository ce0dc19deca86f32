import Basics
import Testing

@testable import PerformanceMetrics

extension StatisticsTests {
  @Suite struct NormalDistributionTests {
    static let known: [(Double, Double)] = [
      (-35, 1.1249107064724062e-268), (-20, 2.7536241186062337e-89),
      (-10, 7.6198530241605261e-24), (-6, 9.8658764503769814e-10), (-4.5, 3.3976731247300604e-6),
      (-3.0001, 0.0013494549132607172), (-3, 0.0013498980316300945), (-2.5, 0.0062096653257761352),
      (-1.959963984540054, 0.025), (-1, 0.15865525393145705), (-0.1, 0.46017216272297102),
      (0, 0.5), (0.5, 0.6914624612740131), (1.6448536269514722, 0.95),
      (2.999, 0.99864566346627289), (3.5, 0.99976737092096447), (6, 0.99999999901341235),
    ]

    @Test(arguments: known)
    func agreesWithKnownValues(_ x: Double, _ probability: Double) {
      let found = NormalDistribution.probability(upTo: x)
      #expect((found - probability).magnitude <= 1e-15)
      #expect(agrees(found, probability, within: 1e-12))
    }

    @Test func isSymmetricAndNeverFalls() {
      var last = 0.0
      for step in -1000...1000 {
        let x = Double(step) / 100
        let (below, above) = (
          NormalDistribution.probability(upTo: x), NormalDistribution.probability(upTo: -x)
        )
        #expect((below + above - 1).magnitude < 1e-15, "at \(x)")
        #expect(below >= last - 1e-16, "at \(x)")
        last = below
      }
      #expect(NormalDistribution.probability(upTo: -50) == 0)
      #expect(NormalDistribution.probability(upTo: 50) == 1)
    }
  }

  @Suite struct StudentTTests {
    static let quantiles: [(Int, Double)] = [
      (1, 12.7062047361747), (2, 4.302652729749464), (3, 3.18244630528371),
      (4, 2.776445105197794), (5, 2.570581835636316), (7, 2.364624251592785),
      (10, 2.228138851986275), (20, 2.085963447265865), (30, 2.042272456301238),
      (60, 2.000297822014261), (100, 1.983971518523552), (199, 1.971956544251754),
      (200, 1.971896223633909), (201, 1.971836506779859), (202, 1.97177738466999),
      (500, 1.964719837467368), (1000, 1.962339080826408), (10000, 1.960201239890626),
      (100000, 1.95998770753461), (1_000_000, 1.959966356814107),
    ]

    @Test(arguments: quantiles)
    func quantileAgreesWithKnownValues(_ degrees: Int, _ quantile: Double) {
      #expect(agrees(StudentT.quantile975(degreesOfFreedom: degrees), quantile, within: 1e-11))
    }

    /// Any table of the t distribution, two-tailed 5 %.
    @Test(arguments: [
      (1, "12.706205"), (2, "4.302653"), (5, "2.570582"), (10, "2.228139"), (30, "2.042272"),
      (100, "1.983972"), (1_000_000_000, "1.959964"),
    ])
    func quantileAgreesWithPublishedTables(_ degrees: Int, _ text: String) {
      let quantile = StudentT.quantile975(degreesOfFreedom: degrees)
      #expect(Fraction(quantile).decimalText(places: 6, .nearest) == text)
    }

    @Test func quantileFallsAndComesBackAsFivePercent() {
      var last = Double.infinity
      for degrees in Array(1...420) + [999, 4096, 65_537, 500_001] {
        let quantile = StudentT.quantile975(degreesOfFreedom: degrees)
        #expect(quantile < last, "\(degrees) degrees")
        let p = StudentT.twoSidedProbability(quantile, degreesOfFreedom: degrees)
        #expect(agrees(p, 0.05, within: 1e-11), "\(degrees) degrees")
        last = quantile
      }
    }

    @Test(arguments: [
      (0.1, 1, 0.93654896513889286), (1, 1, 0.5), (12.7, 1, 0.05002432768934416),
      (1000, 1, 0.00063661956016111788), (1_000_000, 2, 9.999999999985e-13),
      (2, 3, 0.13932596855884318), (0.5, 7, 0.63240713568928422), (4.5, 9, 0.0014889494154117312),
      (30, 10, 3.9617923420313243e-11), (1.3, 41, 0.2008621939853418),
      (2.5, 200, 0.013223172641700791), (2.5, 201, 0.013219126453802064),
      (6, 1000, 2.7553691733774691e-9), (0.01, 100_000, 0.99202130731882316),
      (1.959964, 1_000_000, 0.050000275488103698), (10, 1_000_000, 1.527861076817825e-23),
    ])
    func probabilityAgreesWithKnownValues(_ t: Double, _ degrees: Int, _ p: Double) {
      #expect(agrees(StudentT.twoSidedProbability(t, degreesOfFreedom: degrees), p, within: 1e-11))
      #expect(
        StudentT.twoSidedProbability(-t, degreesOfFreedom: degrees)
          == StudentT.twoSidedProbability(t, degreesOfFreedom: degrees))
    }

    @Test func extremesAreCertain() {
      #expect(StudentT.twoSidedProbability(0, degreesOfFreedom: 3) == 1)
      #expect(StudentT.twoSidedProbability(.infinity, degreesOfFreedom: 3) == 0)
      #expect(StudentT.twoSidedProbability(1e-8, degreesOfFreedom: 1) < 1)
    }
  }
}
