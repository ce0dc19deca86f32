public import Basics
public import ContactRecords

/// What quality costs the organization, and what poor quality does, period by period.
public struct CostOfQuality: Sendable {
  /// The currency that records state; `nil` where none does.
  public let currency: Currency?
  /// The last day.
  public let asOf: CivilDate
  /// Whether any record is of a month.
  public let hasMonths: Bool
  /// Whether any record is of a quarter.
  public let hasQuarters: Bool
  /// The months, and the quarters, each from the first with a record to as-of without a
  /// gap, by the day on which they begin.
  public let periods: [CostPeriod]
  private let amounts: [CostTally.QualityCell: FixedPoint]
  private let operatingCosts: [CivilMonth: FixedPoint]
  private let contacts: [CivilMonth: Int]

  /// A month or a quarter.
  public struct Figures: Sendable {
    /// Which month or quarter.
    public let period: CostPeriod
    /// Whether as-of does not cut it.
    public let isComplete: Bool
    /// The amounts by category; one without a record is not there.
    public let categories: [QualityCategory: FixedPoint]
    /// What it cost to run the organization; `nil` where a month of it has no cost record.
    public let operatingCost: FixedPoint?
    /// Contacts.
    public let contacts: Int
  }
}

// MARK: - Figures of a period

extension CostOfQuality {
  /// Gives a month or a quarter, with or without records.
  ///
  /// A quarter without a record of a category has the sum of its months' records
  /// where all three have one (own rule).
  public func figures(_ period: CostPeriod) -> Figures {
    let months: [CivilMonth]
    switch period {
    case .month(let month): months = [month]
    case .quarter(let quarter): months = quarter.months
    }
    var categories: [QualityCategory: FixedPoint] = [:]
    for category in QualityCategory.allCases {
      categories[category] =
        amounts[.init(period: period, category: category)]
        ?? sum(months.map { amounts[.init(period: .month($0), category: category)] })
    }
    return Figures(
      period: period, isComplete: period.days.upperBound <= asOf, categories: categories,
      operatingCost: sum(months.map { operatingCosts[$0] }),
      contacts: months.reduce(0) { $0 + (contacts[$1] ?? 0) })
  }

  /// Adds amounts up; `nil` where one is not known.
  private func sum(_ amounts: [FixedPoint?]) -> FixedPoint? {
    amounts.contains(nil) ? nil : amounts.reduce(FixedPoint(0)) { $0 + $1! }
  }

  /// How the cost of poor quality per contact moves, in amounts a month or a quarter;
  /// `nil` for fewer periods than tell a trend.
  public var poorTrend: Trend? {
    trend {
      $0.poor.flatMap { [contacts = $0.contacts] in
        contacts > 0 ? Fraction($0) / contacts : nil
      }
    }
  }

  /// How the return on quality moves, likewise.
  public var returnTrend: Trend? { trend(\.returnOnQuality) }

  private func trend(_ value: (Figures) -> Fraction?) -> Trend? {
    Trend(
      periods.compactMap { period in
        let place: Int
        switch period {
        case .month(let month): place = month.index
        // Months are looked at where there are any: they tell more.
        case .quarter(let quarter): place = hasMonths ? -1 : quarter.index
        }
        let figures = figures(period)
        guard place >= 0, figures.isComplete, let value = value(figures) else { return nil }
        return TrendPoint(place: place, value: value)
      })
  }
}

extension CostOfQuality.Figures {
  /// What keeps failures from happening and finds them; `nil` unless both are recorded.
  public var good: FixedPoint? { sum(of: QualityCategory.good) }
  /// What failures cost; `nil` unless both kinds are recorded.
  public var poor: FixedPoint? { sum(of: QualityCategory.poor) }
  /// The four categories together; `nil` unless all are recorded.
  public var total: FixedPoint? { sum(of: QualityCategory.costs) }
  /// What quality brought; `nil` where it is not recorded.
  public var gain: FixedPoint? { categories[.gain] }
  /// Whether any of the four categories is recorded.
  public var hasDetail: Bool { QualityCategory.costs.contains { categories[$0] != nil } }

  /// The total out of the operating cost; `nil` where either is not known.
  public var shareOfCost: Fraction? {
    guard let total, let operatingCost, operatingCost > FixedPoint(0) else { return nil }
    return Fraction(total.millionths, operatingCost.millionths)
  }

  /// The total by contact; `nil` without contacts, and where as-of cuts the period.
  public var perContact: Fraction? {
    total.flatMap { isComplete && contacts > 0 ? Fraction($0) / contacts : nil }
  }

  /// (gain − good) / good; `nil` where no gain is recorded, or nothing was spent on
  /// good quality.
  public var returnOnQuality: Fraction? {
    guard let gain, let good, good > FixedPoint(0) else { return nil }
    return Fraction((gain - good).millionths, good.millionths)
  }

  private func sum(of names: [QualityCategory]) -> FixedPoint? {
    var sum = FixedPoint(0)
    for name in names {
      guard let amount = categories[name] else { return nil }
      sum = sum + amount
    }
    return sum
  }
}

// MARK: - From tallies

extension CostOfQuality {
  /// Looks at the costs of quality of a center.
  ///
  /// - Returns: `nil` where none is recorded on or before as-of.
  /// - Throws: `MetricsError` when a period lies further back than any center has kept.
  init?(
    _ tally: CostTally, volumes: ContactVolumes, basis: CostTargets.Basis, asOf: CivilDate
  ) throws(MetricsError) {
    amounts = tally.qualityCosts.filter { $0.key.period.days.lowerBound <= asOf }
    let recorded = Set(amounts.keys.map(\.period))
    guard let first = recorded.map(\.days.lowerBound).min() else { return nil }
    _ = try CivilMonth.through(asOf, from: first.month, of: "costs of quality")
    self.asOf = asOf
    currency = tally.currencies.currency
    var periods: [CostPeriod] = []
    let starts = (
      months: recorded.compactMap { if case .month(let month) = $0 { month } else { nil } }.min(),
      quarters: recorded.compactMap { if case .quarter(let quarter) = $0 { quarter } else { nil } }
        .min()
    )
    if let month = starts.months {
      periods += (month.index...asOf.month.index).map { .month(CivilMonth(index: $0)) }
    }
    if let quarter = starts.quarters {
      periods += (quarter.index...CivilQuarter(asOf.month).index)
        .map { .quarter(CivilQuarter(index: $0)) }
    }
    hasMonths = starts.months != nil
    hasQuarters = starts.quarters != nil
    self.periods = periods.sorted {
      ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound)
    }
    var operatingCosts: [CivilMonth: FixedPoint] = [:]
    for (cell, amount) in tally.costs where cell.month.firstDay <= asOf {
      operatingCosts[cell.month] = (operatingCosts[cell.month] ?? FixedPoint(0)) + amount
    }
    self.operatingCosts = operatingCosts
    var contacts: [CivilMonth: Int] = [:]
    for month in Set(volumes.counts.values.flatMap(\.keys)) {
      contacts[month] = volumes.count(month).contacts(basis)
    }
    self.contacts = contacts
  }
}
