public import ContactRecords

/// The currencies that records state, each with the first place that does.
///
/// Amounts of two currencies cannot be added; a run that finds two ends with an
/// error that names both places. A sign and a code that it may stand for are one.
public struct CurrencyUse: Hashable, Sendable {
  /// A currency and the first place that states it.
  public struct Statement: Hashable, Sendable {
    /// The currency.
    public let currency: Currency
    /// The first line that states it, counted through all inputs, from 1.
    public let place: Int
  }

  private var first: [Currency: Int] = [:]

  /// Creates the use of no currency.
  public init() {}

  /// Notes that a record states a currency.
  public mutating func note(_ currency: Currency, at place: Int) {
    first[currency] = min(first[currency] ?? place, place)
  }

  /// Takes what other records state.
  public mutating func merge(_ other: CurrencyUse) {
    for (currency, place) in other.first { note(currency, at: place) }
  }

  /// The currency of the run, by its code where one is stated; `nil` where nothing is.
  public var currency: Currency? { first.keys.min() }

  /// Two statements that cannot be about one currency, the first such pair in the
  /// order of the input; `nil` where all agree.
  public var conflict: (Statement, Statement)? {
    let statements = first.map { Statement(currency: $0.key, place: $0.value) }
      .sorted { ($0.place, $0.currency) < ($1.place, $1.currency) }
    for (index, later) in statements.enumerated() {
      let earlier = statements[..<index].first { !$0.currency.agrees(with: later.currency) }
      if let earlier { return (earlier, later) }
    }
    return nil
  }
}
