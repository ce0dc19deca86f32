import Basics

/// The round numbers along an axis: multiples of 1, 2 or 5 times a power of ten that reach around
/// what is drawn.
struct AxisTicks: Hashable, Sendable {
  /// The lowest tick in millionths.
  let low: Int128
  /// The highest tick in millionths.
  let high: Int128
  /// The distance between two ticks in millionths.
  let step: Int128

  /// The largest number that is drawn, in millionths: sums of it stay far from a wrap.
  private static let limit: Int128 = 1_000_000_000_000_000_000_000_000

  /// Chooses ticks around a range.
  ///
  /// - Parameters:
  ///   - values: What is drawn; 0 to 1 where nothing is.
  ///   - count: How many steps there are at most, or one more at each end.
  init(around values: [FixedPoint], atMost count: Int = 4) {
    let drawn = values.map { min(max($0.millionths, -AxisTicks.limit), AxisTicks.limit) }
    let least = drawn.min() ?? 0
    let most = drawn.max() ?? FixedPoint.scale
    // A flat line stands in the middle of an axis of its own size.
    let span = most > least ? most - least : max(Int128(most.magnitude) / 10, 2 * FixedPoint.scale)
    var step: Int128 = 1
    while step * Int128(count) < span {
      let leading = AxisTicks.leadingDigit(step)
      step = leading == 2 ? step / 2 * 5 : step * 2
    }
    self.step = step
    var low = AxisTicks.floor(least, step) * step
    var high = -AxisTicks.floor(-most, step) * step
    if low == high { (low, high) = (low - step, high + step) }
    // What is never below nothing does not get an axis below it.
    self.low = least >= 0 ? max(low, 0) : low
    self.high = high
  }

  /// The ticks, the lowest first.
  var values: [Int128] { Array(stride(from: low, through: high, by: Int128.Stride(step))) }

  /// The number of a tick, with as many decimals as the step has.
  func label(_ tick: Int128) -> String {
    var (places, unit) = (0, FixedPoint.scale)
    while step % unit != 0, unit > 1 { (places, unit) = (places + 1, unit / 10) }
    return grouped(
      decimal: decimalText(tick, over: FixedPoint.scale, places: places, .nearest))
  }

  /// Tells how far from the top a value stands, on an axis of a height.
  func distance(_ value: FixedPoint, height: Length) -> Length {
    let value = min(max(value.millionths, low), high)
    let numerator = (high - value) * Int128(height.tenths)
    return Length(tenths: Int((2 * numerator + (high - low)) / (2 * (high - low))))
  }

  private static func leadingDigit(_ number: Int128) -> Int128 {
    var number = number
    while number >= 10 { number /= 10 }
    return number
  }

  private static func floor(_ number: Int128, _ step: Int128) -> Int128 {
    let (quotient, rest) = number.quotientAndRemainder(dividingBy: step)
    return rest < 0 ? quotient - 1 : quotient
  }
}
