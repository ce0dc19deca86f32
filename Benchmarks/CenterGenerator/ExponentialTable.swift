/// Draws exponentially distributed whole numbers without a logarithm.
///
/// An exponential variable is a number of halvings plus a rest: it exceeds
/// *k* ln 2 with probability 2⁻ᵏ, and what remains lies in 0…ln 2 and is
/// −ln(1 − *v* / 2) for a uniform *v*. The halvings are the trailing zeros of
/// random bits; the rest is looked up in a table of 256 steps and interpolated.
/// Everything is integer arithmetic, also the making of the table, so every
/// machine draws the same numbers.
struct ExponentialTable: Sendable {
  /// Values of −ln(1 − i / 512) for i in 0...256, in units of 2⁻¹⁶; the last is ln 2.
  private let knots: [Int]

  /// Creates the table.
  init() {
    knots = (0...256).map { i in
      // The series x + x²/2 + x³/3 + …, in units of 2⁻⁴⁰. For x ≤ 1/2 forty
      // terms leave nothing that 2⁻¹⁶ could show.
      let x = i << 31
      var (power, sum) = (x, x)
      for n in 2...40 {
        power = Int((Int128(power) * Int128(x)) >> 40)
        sum += power / n
      }
      return (sum + 1 << 23) >> 24
    }
  }

  /// Draws a number with the given mean from one step of the generator.
  func draw(mean: Int, from random: inout SplitMix64) -> Int {
    let bits = random.next()
    // 24 low bits count halvings (the bit set above them ends the count), 24
    // high bits place the rest. The largest draw is 17 times the mean.
    let halvings = (bits | 1 << 24).trailingZeroBitCount
    let place = Int(bits >> 40)
    let (step, fraction) = (place >> 16, place & 0xffff)
    let rest = knots[step] + ((knots[step + 1] - knots[step]) * fraction) >> 16
    return ((halvings * knots[256] + rest) * mean) >> 16
  }
}
