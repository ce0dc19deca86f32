/// Student's t distribution with a whole number of degrees of freedom.
enum StudentT {
  /// Finds the point that 2.5 % lie above: the 0.975 quantile.
  ///
  /// Newton's method on the two-sided probability, from a start below the answer:
  /// the probability falls ever more slowly, so each step stays below it.
  ///
  /// - Parameter degreesOfFreedom: At least one.
  /// - Returns: The quantile within 10⁻¹¹ of its size up to a million degrees.
  static func quantile975(degreesOfFreedom: Int) -> Double {
    var t = NormalDistribution.quantile975
    for _ in 0..<60 {
      let excess = twoSidedProbability(t, degreesOfFreedom: degreesOfFreedom) - 0.05
      let step = excess / (2 * density(t, degreesOfFreedom))
      t += step
      if step.magnitude < t * 1e-14 { break }
    }
    return t
  }

  /// Computes the probability of a statistic at least as far from zero as the given one.
  ///
  /// It is the regularized incomplete beta function I(ν/2, 1/2) at ν/(ν + t²)
  /// (Abramowitz and Stegun 26.7.1 and 26.5.27).
  ///
  /// - Parameter degreesOfFreedom: At least one.
  /// - Returns: The probability within 10⁻¹¹ of its size.
  static func twoSidedProbability(_ t: Double, degreesOfFreedom: Int) -> Double {
    precondition(degreesOfFreedom >= 1, "a t statistic has degrees of freedom")
    let square = t * t
    guard square.isFinite else { return 0 }
    if square == 0 { return 1 }
    let nu = Double(degreesOfFreedom)
    let (inner, outer) = (square / (nu + square), nu / (nu + square))
    // y^(ν/2) · x^(1/2) / B(ν/2, 1/2), common to both sides.
    let factor =
      PortableMath.exponential(-nu / 2 * PortableMath.logarithm(onePlus: square / nu))
      * (inner / Double.pi).squareRoot() * gammaRatio(degreesOfFreedom)
    if outer < (nu / 2 + 1) / (nu / 2 + 2.5) {
      return min(1, factor * betaFraction(nu / 2, 0.5, outer) / (nu / 2))
    }
    return max(0, 1 - factor * betaFraction(0.5, nu / 2, inner) / 0.5)
  }

  /// The density: Abramowitz and Stegun 26.7.1, differentiated.
  private static func density(_ t: Double, _ degreesOfFreedom: Int) -> Double {
    let nu = Double(degreesOfFreedom)
    let power = -(nu + 1) / 2 * PortableMath.logarithm(onePlus: t * t / nu)
    return PortableMath.exponential(power) * gammaRatio(degreesOfFreedom)
      / (nu * Double.pi).squareRoot()
  }

  /// Computes Γ((ν + 1)/2) / Γ(ν/2).
  ///
  /// Up to 200, step by step from 1/√π and √π/2 (NIST Digital Library of
  /// Mathematical Functions 5.4.6 and 5.5.1: two degrees more multiply it by
  /// (ν + 1)/ν). Beyond, the asymptotic series of Γ(z + 1/2)/Γ(z) (5.11.13),
  /// whose first term left out is below 10⁻¹⁶.
  private static func gammaRatio(_ degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom > 200 else {
      let isOdd = degreesOfFreedom % 2 == 1
      var ratio = isOdd ? 1 / Double.pi.squareRoot() : Double.pi.squareRoot() / 2
      for k in stride(from: isOdd ? 1 : 2, to: degreesOfFreedom, by: 2) {
        ratio *= Double(k + 1) / Double(k)
      }
      return ratio
    }
    let z = Double(degreesOfFreedom) / 2
    let coefficients = [
      1, -1.0 / 8, 1.0 / 128, 5.0 / 1024, -21.0 / 32_768, -399.0 / 262_144, 869.0 / 4_194_304,
    ]
    var series = 0.0
    for coefficient in coefficients.reversed() { series = series / z + coefficient }
    return z.squareRoot() * series
  }

  /// Computes the continued fraction of the incomplete beta function.
  ///
  /// NIST Digital Library of Mathematical Functions 8.17.22, evaluated from the
  /// outside in by Lentz's method. It settles quickly for x below (a + 1)/(a + b + 2),
  /// in a number of steps that grows with the square root of the larger parameter.
  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...20_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      let change = d * c
      fraction *= change
      if (change - 1).magnitude < 4e-16 { break }
    }
    return fraction
  }
}
