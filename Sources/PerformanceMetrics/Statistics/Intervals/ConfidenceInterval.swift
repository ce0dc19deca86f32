public import Basics

/// The 95 % interval around a figure that was measured on a sample.
///
/// Its ends are floating-point numbers found with IEEE operations and square
/// roots alone: the same bits on every machine. They are compared and printed as
/// the exact values of these bits.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// Creates an interval from its ends.
  init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Creates the interval of a margin on both sides.
  init(center: Double, margin: Double) {
    self.init(low: center - margin, high: center + margin)
  }

  /// Half the width.
  public var margin: Double { (high - low) / 2 }

  /// Gives the interval in another unit: 100 turns shares into percent.
  public func scaled(by factor: Double) -> ConfidenceInterval {
    ConfidenceInterval(low: low * factor, high: high * factor)
  }

  /// Cuts the interval to what is possible.
  func clamped(to range: ClosedRange<Double>) -> ConfidenceInterval {
    ConfidenceInterval(low: max(low, range.lowerBound), high: min(high, range.upperBound))
  }
}

// MARK: - Objectives

extension ConfidenceInterval {
  /// Whether the figure is clear of an objective that it has to reach: all of the interval does.
  public func isClear(atLeast objective: Fraction) -> Bool { Fraction(low) >= objective }

  /// Whether the figure is clear of an objective that it may not exceed: all of the interval keeps to it.
  public func isClear(atMost objective: Fraction) -> Bool { Fraction(high) <= objective }
}

// MARK: - Text

extension ConfidenceInterval {
  /// Writes the lower end.
  public func lowText(places: Int, _ rounding: DecimalRounding = .nearest) -> String {
    Fraction(low).decimalText(places: places, rounding)
  }

  /// Writes the upper end.
  public func highText(places: Int, _ rounding: DecimalRounding = .nearest) -> String {
    Fraction(high).decimalText(places: places, rounding)
  }

  /// Writes half the width.
  public func marginText(places: Int, _ rounding: DecimalRounding = .nearest) -> String {
    Fraction(margin).decimalText(places: places, rounding)
  }
}
