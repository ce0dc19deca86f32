public import Basics
public import ContactRecords

/// The amounts of all cost records: by site, month and category, and those of quality.
///
/// Rows of one cell add up, exactly and in any order; there is no repeat among
/// rows without an id. An amount is at most 9 · 10¹⁴, so that 128 bits hold the sum
/// of 10¹⁷ of them in millionths.
public struct CostTally: Sendable {
  /// What the amounts of a cost add up in.
  public struct Cell: Hashable, Sendable {
    /// The site; `nil` where rows name none.
    public let site: String?
    /// The month.
    public let month: CivilMonth
    /// The category in lower case.
    public let category: String
  }

  /// What the amounts of a cost of quality add up in; it is the organization's.
  public struct QualityCell: Hashable, Sendable {
    /// The month or the quarter.
    public let period: CostPeriod
    /// The category.
    public let category: QualityCategory
  }

  /// The amounts of costs.
  public private(set) var costs: [Cell: FixedPoint] = [:]
  /// The spellings of sites and categories.
  private(set) var spellings = Spellings()
  /// The amounts of costs of quality.
  public private(set) var qualityCosts: [QualityCell: FixedPoint] = [:]
  /// The currencies of all of them up to as-of.
  public private(set) var currencies = CurrencyUse()
  /// Rows by the first day of their period, to tell those after as-of.
  private var rows: [CivilDate: Int] = [:]
  /// The last day on which currencies may differ; what lies after it is left aside anyway.
  private let lastDay: CivilDate?

  /// Creates a tally without records.
  public init(asOf: CivilDate? = nil) {
    lastDay = asOf
  }

  /// Whether there is no record.
  public var isEmpty: Bool { rows.isEmpty }

  /// The last day of the last month with a cost that begins on or before a limit.
  func lastCostDay(through limit: CivilDate?) -> CivilDate? {
    CostTally.lastDay(costs.keys.lazy.map { .month($0.month) }, through: limit)
  }

  /// The last day of the last month or quarter with a cost of quality, likewise.
  func lastQualityDay(through limit: CivilDate?) -> CivilDate? {
    CostTally.lastDay(qualityCosts.keys.lazy.map(\.period), through: limit)
  }

  private static func lastDay(
    _ periods: some Sequence<CostPeriod>, through limit: CivilDate?
  ) -> CivilDate? {
    let days = periods.lazy.map(\.days)
    guard let limit else { return days.map(\.upperBound).max() }
    return days.filter { $0.lowerBound <= limit }.map { min($0.upperBound, limit) }.max()
  }

  /// The sites that costs up to a day name; empty for costs without one.
  func sites(through day: CivilDate) -> Set<String> {
    Set(costs.keys.lazy.filter { $0.month.firstDay <= day }.map { spellings[$0.site ?? ""] })
  }

  /// Counts the rows whose month or quarter begins after a day.
  public func rowCount(after day: CivilDate) -> Int {
    rows.reduce(0) { $0 + ($1.key > day ? $1.value : 0) }
  }
}

// MARK: - Taking records

extension CostTally {
  /// Takes a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - kind: Costs, or costs of quality, as its file was decided to hold.
  ///   - place: Its line, counted through all inputs, from 1.
  public mutating func add(_ record: CostRecord, kind: RecordKind, at place: Int) {
    switch (kind, record.period, QualityCategory(category: record.category)) {
    case (.qualityCosts, let period, let category?):
      let cell = QualityCell(period: period, category: category)
      qualityCosts[cell] = (qualityCosts[cell] ?? FixedPoint(0)) + record.amount
    case (.costs, .month(let month), _):
      let cell = Cell(site: record.site, month: month, category: record.category)
      for name in [record.site ?? "", record.category] { spellings.note(name) }
      costs[cell] = (costs[cell] ?? FixedPoint(0)) + record.amount
    default: preconditionFailure("the reader gives no such record")
    }
    let firstDay = record.period.days.lowerBound
    rows[firstDay, default: 0] += 1
    if let currency = record.currency, lastDay.map({ firstDay <= $0 }) ?? true {
      currencies.note(currency, at: place)
    }
  }

  /// Notes a currency that records of another kind state: values of transactions.
  ///
  /// - Parameters:
  ///   - currency: The currency stated.
  ///   - day: The earliest day on which one does; after as-of it counts for nothing.
  ///   - place: The line that states it, counted through all inputs.
  public mutating func note(_ currency: Currency, on day: CivilDate, at place: Int) {
    if lastDay.map({ day <= $0 }) ?? true { currencies.note(currency, at: place) }
  }

  /// Takes everything that another tally of the same as-of has taken.
  public mutating func merge(_ other: CostTally) {
    costs.merge(other.costs, uniquingKeysWith: +)
    spellings.merge(other.spellings)
    qualityCosts.merge(other.qualityCosts, uniquingKeysWith: +)
    rows.merge(other.rows, uniquingKeysWith: +)
    currencies.merge(other.currencies)
  }
}
