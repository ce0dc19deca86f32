/// What a random sample says of the share of faulty records: exact binomial bounds.
///
/// C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits
/// illustrated in the case of the binomial, Biometrika 26 (1934): a share is within the bounds
/// unless so few, or so many, faulty records would be rarer than the error allowed. Bounds are
/// whole hundredths of a percent, each set outward, so that what is printed holds as well.
public struct ErrorRateBounds: Hashable, Sendable {
  /// Faulty records in the sample.
  public let faulty: Int
  /// Records in the sample.
  public let count: Int
  /// With 95 % confidence the share is at most this, in hundredths of a percent.
  public let atMost: Int
  /// With 95 % confidence the share lies from here, likewise.
  public let low: Int
  /// To here.
  public let high: Int

  /// A whole, in hundredths of a percent.
  public static let whole = 10_000

  /// Finds the bounds.
  ///
  /// - Parameters:
  ///   - faulty: Faulty records in the sample.
  ///   - count: Records in the sample; at least one.
  /// - Complexity: O(*n*) in the records.
  public init(faulty: Int, of count: Int) {
    precondition(count > 0 && (0...count).contains(faulty), "no such sample")
    self.faulty = faulty
    self.count = count
    atMost = ErrorRateBounds.greatestShare(faulty, of: count, error: ErrorRateBounds.oneSided)
    high = ErrorRateBounds.greatestShare(faulty, of: count, error: ErrorRateBounds.twoSided)
    low =
      ErrorRateBounds.whole
      - ErrorRateBounds.greatestShare(count - faulty, of: count, error: ErrorRateBounds.twoSided)
  }

  /// The errors allowed, and a little: a tail that is the error itself is not taken for more,
  /// however its last bit is rounded.
  private static let oneSided = Fraction(50_000_000_001, 1_000_000_000_000)
  private static let twoSided = Fraction(25_000_000_001, 1_000_000_000_000)

  /// Finds the least share at which at most so many faulty records are rarer than an error.
  private static func greatestShare(_ faulty: Int, of count: Int, error: Fraction) -> Int {
    guard faulty < count else { return whole }
    // The tail falls as the share grows; at the whole it is nothing.
    var (none, all) = (0, whole)
    while all - none > 1 {
      let middle = (none + all) / 2
      // At most so many faulty ones are at least so many sound ones.
      let tail = PValue.binomial(
        atLeast: count - faulty, of: count, odds: (successes: whole - middle, failures: middle))
      if tail.value <= error { all = middle } else { none = middle }
    }
    return all
  }
}
