import Basics

extension CivilMonth {
  /// The months from the first with records to as-of, without a gap; none without a first.
  ///
  /// - Parameter what: What is recorded, for the message.
  /// - Throws: `MetricsError` where the first lies further back than any center has kept.
  static func through(
    _ asOf: CivilDate, from first: CivilMonth?, of what: String
  ) throws(MetricsError) -> [CivilMonth] {
    guard let first, first <= asOf.month else { return [] }
    guard asOf.month.index - first.index <= MetricsError.longestYears * 12 else {
      throw MetricsError(reason: .beginTooEarly(what, first, asOf: asOf))
    }
    return (first.index...asOf.month.index).map { CivilMonth(index: $0) }
  }
}
