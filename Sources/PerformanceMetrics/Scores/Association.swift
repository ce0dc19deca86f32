public import Basics

/// How the changes of two monthly figures go together: association, not effect.
public struct Association: Sendable {
  /// The name of one figure.
  public let first: String
  /// The name of the other.
  public let second: String
  /// The rank correlation of their changes from month to month.
  public let correlation: Spearman
  /// Its probability, corrected for how many pairs were looked at.
  public let adjustedP: PValue

  /// A monthly figure by name; months without a value are left out.
  public struct Series: Sendable {
    /// What the figure is called.
    public let name: String
    /// Its value by month.
    public let values: [CivilMonth: Fraction]

    /// Creates a series.
    public init(_ name: String, _ values: [CivilMonth: Fraction]) {
      self.name = name
      self.values = values
    }
  }

  /// Associates one figure with each of others, as one family of comparisons.
  ///
  /// What is correlated are the changes from one calendar month to the next, where
  /// both figures have both months: levels that merely drift alike say nothing.
  ///
  /// - Parameters:
  ///   - figure: The one figure.
  ///   - others: The others; those that are not known are left out.
  /// - Returns: Those pairs that have enough months to be correlated, in order.
  /// - Complexity: That of `Spearman` for each pair.
  public static func family(of figure: Series, with others: [Series?]) -> [Association] {
    let found = others.compactMap { other -> (name: String, correlation: Spearman)? in
      guard let other else { return nil }
      let months = figure.values.keys.filter { month in
        figure.values[month - 1] != nil && other.values[month] != nil
          && other.values[month - 1] != nil
      }.sorted()
      func changes(_ values: [CivilMonth: Fraction]) -> [Fraction] {
        months.map { values[$0]! - values[$0 - 1]! }
      }
      return Spearman(changes(figure.values), changes(other.values)).map { (other.name, $0) }
    }
    let adjusted = HolmCorrection.corrected(found.map(\.correlation.p))
    return zip(found, adjusted).map { pair, adjustedP in
      Association(
        first: figure.name, second: pair.name, correlation: pair.correlation, adjustedP: adjustedP)
    }
  }
}

// MARK: - Series

extension ScoreScope {
  /// The values of the complete months in the unit of objectives.
  func series(_ name: String, unit: ScoreUnit) -> Association.Series {
    let values = months.compactMap { month -> (CivilMonth, Fraction)? in
      guard month.isComplete, let value = month.value else { return nil }
      return (month.month, unit.value(value))
    }
    return Association.Series(name, Dictionary(uniqueKeysWithValues: values))
  }
}
