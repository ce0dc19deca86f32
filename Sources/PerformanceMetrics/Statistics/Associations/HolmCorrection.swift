/// Holm's correction: among many comparisons, some look striking by chance alone.
///
/// Source: S. Holm (1979), A simple sequentially rejective multiple test procedure,
/// Scandinavian Journal of Statistics 6. The smallest of m probabilities is
/// multiplied by m, the next by m − 1, and so on; none may become smaller than
/// the one before it, and none larger than one.
public enum HolmCorrection: Sendable {
  /// Corrects the probabilities of one family of comparisons.
  ///
  /// - Returns: The corrected ones, in the order they were given.
  /// - Complexity: O(*n* log *n*).
  public static func corrected(_ family: [PValue]) -> [PValue] {
    let order = family.indices.sorted { a, b in
      family[a].value == family[b].value ? a < b : family[a].value < family[b].value
    }
    var corrected = family
    var largest = Fraction(0)
    for (position, index) in order.enumerated() {
      largest = max(largest, family[index].value * (family.count - position))
      corrected[index] = PValue(value: largest, isExact: family[index].isExact)
    }
    return corrected
  }
}
