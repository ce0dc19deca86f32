public import Basics

/// What the contacts of each transaction type are worth, against a baseline and a goal.
public struct TransactionValue: Hashable, Sendable {
  /// One type.
  public struct TypeValue: Hashable, Sendable {
    /// The name.
    public let name: String
    /// Whether it is one of the major types.
    public let isMajor: Bool
    /// The value that a contact of the type should bring; `nil` where none is set.
    public let goal: FixedPoint?
    /// The baseline; `nil` where its months give no value.
    public let baseline: TransactionSums?
    /// All months together.
    public let total: TransactionSums
    /// The months from the first with data of any type to as-of, without a gap.
    public let months: [Month]
  }

  /// One month of a type.
  public struct Month: Hashable, Sendable {
    /// The month.
    public let month: CivilMonth
    /// Its contacts and their value.
    public let sums: TransactionSums
    /// Whether as-of lies at its end or later.
    public let isComplete: Bool
  }

  /// What is valued; `nil` where nothing says so.
  public let metric: String?
  /// The months that later ones are compared with; `nil` without typed contacts and
  /// configuration.
  public let baseline: ClosedRange<CivilMonth>?
  /// Every type that the configuration or a contact names, by name.
  public let types: [TypeValue]

  /// The major types.
  public var majorTypes: [TypeValue] { types.filter(\.isMajor) }

  /// Months of a baseline that nobody configured: the first of the data (metrics.md).
  public static let baselineMonths = 3
  /// The share of contacts, and of value, that major types make up, in percent (own rule).
  public static let majorPercent: Int128 = 80
  /// The months that major types are looked for in (own rule).
  public static let windowMonths = 12
}

extension TransactionValue {
  /// The value per contact of all types together in the complete months, to associate
  /// with other figures.
  var series: Association.Series {
    var sums: [CivilMonth: TransactionSums] = [:]
    for type in types {
      for month in type.months where month.isComplete {
        sums[month.month, default: TransactionSums()].merge(month.sums)
      }
    }
    return Association.Series("transactionValue", sums.compactMapValues(\.perContact))
  }
}

// MARK: - From tallies to metrics

extension TransactionValue {
  /// Values the contacts of a tally; `nil` where neither a contact nor the configuration
  /// names a type, nor the latter a metric.
  ///
  /// - Throws: `MetricsError` when a sum overflowed, or the first contact with a type lies
  ///   further back than any center has kept.
  init?(
    _ tally: TransactionTally, _ targets: TransactionValueTargets, asOf: CivilDate
  ) throws(MetricsError) {
    let recorded = tally.sums().map { type, months in
      (type: type, months: months.filter { $0.key <= asOf.month })
    }.filter { !$0.months.isEmpty }
    let sums = Dictionary(uniqueKeysWithValues: recorded.map { ($0.type, $0.months) })
    let configured = targets.types.map(\.name)
    let names = Set(configured + recorded.map(\.type)).sorted()
    guard !names.isEmpty || targets.metric != nil else { return nil }

    let first = recorded.compactMap { $0.months.keys.min() }.min()
    let months = try CivilMonth.through(asOf, from: first, of: "contacts with a transaction type")
    let baseline =
      targets.baseline ?? first.map { $0...($0 + (TransactionValue.baselineMonths - 1)) }
    let major = TransactionValue.major(sums, targets, asOf: asOf)
    metric = targets.metric
    self.baseline = baseline
    types = names.map { name in
      let own = sums[name] ?? [:]
      var total = TransactionSums()
      for value in own.values { total.merge(value) }
      var base = TransactionSums()
      for (month, value) in own where baseline?.contains(month) ?? false { base.merge(value) }
      return TypeValue(
        name: name, isMajor: major.contains(name),
        goal: targets.types.last { $0.name == name }?.goal,
        baseline: base.withValue > 0 ? base : nil, total: total,
        months: months.map {
          Month(
            month: $0, sums: own[$0] ?? TransactionSums(), isComplete: $0.lastDay <= asOf)
        })
    }
    let all = types.reduce(into: TransactionSums()) { $0.merge($1.total) }
    guard !all.hasOverflowed else {
      throw MetricsError(reason: .transactionValueTooLarge)
    }
  }

  /// Finds the major types: those marked so, or else by their share in the window.
  ///
  /// Unmarked, they are the fewest types that make up 80 % of the typed contacts
  /// together with the fewest that make up 80 % of the value; ties go by name.
  private static func major(
    _ sums: [String: [CivilMonth: TransactionSums]], _ targets: TransactionValueTargets,
    asOf: CivilDate
  ) -> Set<String> {
    let marked = targets.types.filter(\.isMajor).map(\.name)
    guard marked.isEmpty else { return Set(marked) }
    let newest = asOf.lastCompleteMonth
    let window = (newest - (windowMonths - 1))...newest
    let inWindow = sums.map { name, months in
      var sum = TransactionSums()
      for (month, value) in months where window.contains(month) { sum.merge(value) }
      return (name: name, sum: sum)
    }
    return fewest(inWindow.map { ($0.name, Int128($0.sum.contacts)) })
      .union(fewest(inWindow.map { ($0.name, $0.sum.value.millionths) }))
  }

  /// Finds the fewest names that make up the share of the sum; none where it is not positive.
  static func fewest(_ shares: [(name: String, amount: Int128)]) -> Set<String> {
    let all = shares.reduce(Int128(0)) { $0 &+ $1.amount }
    guard all > 0 else { return [] }
    var found: Set<String> = []
    var sum: Int128 = 0
    // The share of the sum, divided before it is multiplied so that it cannot overflow.
    let needed = all / 100 * majorPercent + (all % 100 * majorPercent + 99) / 100
    for share in shares.sorted(by: { ($1.amount, $0.name) < ($0.amount, $1.name) }) {
      guard sum < needed else { break }
      sum += share.amount
      found.insert(share.name)
    }
    return found
  }
}
