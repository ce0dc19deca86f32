public import Basics
public import DelimitedText

/// The month or the quarter that an amount belongs to.
public enum CostPeriod: Hashable, Sendable {
  case month(CivilMonth)
  case quarter(CivilQuarter)

  /// The first and the last day.
  public var days: ClosedRange<CivilDate> {
    switch self {
    case .month(let month): month.firstDay...month.lastDay
    case .quarter(let quarter): quarter.firstDay...quarter.lastDay
    }
  }
}

extension CostPeriod: CustomStringConvertible {
  /// The period as 2026-03 or 2026-Q1.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .quarter(let quarter): quarter.description
    }
  }
}

/// An amount of one category in one month or quarter: a cost, or a cost of quality.
///
/// The two share a header, so that one type reads both; which of them a file holds
/// is decided by its categories once all rows are read.
public struct CostRecord: RowRecord {
  /// Where the period stands.
  public static let timeColumns = ["month", "quarter"]

  /// The month or the quarter.
  public let period: CostPeriod
  /// The site; `nil` where the row names none.
  public let site: String?
  /// The category in lower case.
  public let category: String
  /// The amount; below zero for a credit.
  public let amount: FixedPoint
  /// The currency that the row states; `nil` where it states none.
  public let currency: Currency?

  /// Creates a record.
  public init(
    period: CostPeriod, site: String? = nil, category: String, amount: FixedPoint,
    currency: Currency? = nil
  ) {
    self.period = period
    self.site = site
    self.category = category
    self.amount = amount
    self.currency = currency
  }

  /// Reads a row.
  public init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    if let month = try row.month("month", records) {
      period = .month(month)
    } else {
      guard row.map.has("quarter") else {
        throw row.rejection("month", .absent(column: "month"), records)
      }
      period = .quarter(try row.required(try row.quarter("quarter", records), "quarter", records))
    }
    site = try row.name("site", records)
    category = try row.required(try row.name("category", records), "category", records)
      .lowercased()
    if row.map.kind == .qualityCosts, QualityCategory(category: category) == nil {
      let known = QualityCategory.allCases.map(\.rawValue)
      throw row.rejection(
        "category",
        .unknownWord(
          column: "category", text: String(category.prefix(80)),
          nearest: NearestName.of(category, in: known), known: known),
        records)
    }
    let (amount, sign) = try row.required(try row.amount("amount", records), "amount", records)
    self.amount = amount
    let stated = try row.name("currency", records).map { Currency($0) }
    if let stated, let sign, !stated.agrees(with: sign) {
      throw row.rejection(
        "amount", .twoCurrencies(sign.description, stated.description), records)
    }
    // A code says more than a sign.
    currency = [stated, sign].compactMap(\.self).min()
  }
}

// MARK: - What a file holds

extension RecordKind {
  /// Decides from the categories of a file whether it holds costs or costs of quality.
  ///
  /// - Parameters:
  ///   - categories: The categories of all rows that could be read.
  ///   - kind: What the header was taken for: costs, or costs of quality, which it
  ///     alone can be when it has quarters.
  ///   - isStated: Whether someone said so, which no category overrides.
  /// - Throws: `SchemaError` when some categories are those of quality and some are not.
  public static func ofCosts(
    _ categories: some Sequence<String>, readAs kind: RecordKind, isStated: Bool
  ) throws(SchemaError) -> RecordKind {
    guard kind == .costs, !isStated else { return kind }
    let names = Set(categories)
    let quality = names.filter { QualityCategory(category: $0) != nil }
    guard let first = quality.min() else { return .costs }
    guard let other = names.subtracting(quality).min() else { return .qualityCosts }
    throw SchemaError(.mixedCosts(quality: first, other: other))
  }
}
