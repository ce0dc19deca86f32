public import ContactRecords

/// A table that records are written to in canonical columns.
///
/// Every kind of record has one, and a kind whose records do not fit under one header has
/// several.
public enum RecordTable: String, CaseIterable, Hashable, Sendable {
  /// Intervals and days with counts of contacts answered in time.
  case intervals
  /// Intervals and days with a printed service level alone.
  case percentages
  /// Whole months with counts.
  case months
  /// Whole months with a printed service level alone.
  case monthPercentages = "month-percentages"
  case contacts
  /// Contacts of files that have no column of customers.
  case contactsWithoutCustomers = "contacts-without-customers"
  case evaluations
  case surveys
  case costs
  case qualityCosts = "quality-costs"
  case evidence
  case exclusions
  /// What contacts came to, and what became of rows.
  case sums

  /// What its rows are.
  public var kind: RecordKind {
    switch self {
    case .intervals, .percentages, .months, .monthPercentages: .intervals
    case .contacts, .contactsWithoutCustomers: .contacts
    case .evaluations: .evaluations
    case .surveys: .surveys
    case .costs: .costs
    case .qualityCosts: .qualityCosts
    case .evidence: .evidence
    case .exclusions: .exclusions
    case .sums: .sums
    }
  }

  /// The columns that tell of what a row is, the time last: rows that agree in them, in the time
  /// up to its day, were exported together and are replaced together.
  public var scope: [String] {
    switch self {
    case .intervals, .percentages: ["site", "queue", "channel", "interval_start"]
    case .months, .monthPercentages: ["site", "queue", "channel", "month"]
    case .contacts, .contactsWithoutCustomers: ["site", "queue", "channel", "started_at"]
    case .evaluations: ["site", "queue", "channel", "evaluated_at"]
    case .surveys: ["site", "queue", "channel", "measure", "responded_at"]
    case .costs: ["site", "category", "month"]
    case .qualityCosts: ["site", "category", "quarter", "month"]
    case .evidence: ["standard", "level", "scope", "from"]
    case .exclusions: ["service", "site", "end", "start"]
    case .sums: ["sum", "site", "queue", "channel", "name", "detail", "start"]
    }
  }

  /// The columns of a month that its rows are kept by; none where they are kept together.
  public var monthColumns: [String] {
    switch self {
    case .evidence, .exclusions, .sums: []
    case .qualityCosts: ["month", "quarter"]
    default: [scope[scope.count - 1]]
    }
  }

  /// All columns that a row may have, in order; thresholds of interval records stand behind the
  /// column that they name the seconds of.
  public var columns: [String] {
    switch self {
    case .intervals, .percentages, .months, .monthPercentages:
      let isMonthly = self == .months || self == .monthPercentages
      return ["site", "queue", "channel"]
        + (isMonthly ? ["month"] : ["interval_start", "interval_minutes"])
        + RecordTable.figures.map(\.name) + ["service_level"]
        + ArchivedIntervals.Column.outcomeNames + ["part"]
    case .contacts, .contactsWithoutCustomers:
      return [
        "site", "queue", "channel", "started_at", "contact_id", "outcome", "wait_seconds",
        "talk_seconds", "customer_id", "reason", "resolved", "transaction_type",
        "transaction_value", "part",
      ]
    case .evaluations:
      return [
        "site", "queue", "channel", "evaluated_at", "agent", "contact_id", "points", "max_points",
        "auto_fail", "part",
      ]
    case .surveys:
      return [
        "site", "queue", "channel", "responded_at", "contact_id", "measure", "scale_min",
        "scale_max", "score", "resolved", "part",
      ]
    case .costs: return ["site", "month", "category", "amount", "currency", "part"]
    case .qualityCosts:
      return ["site", "month", "quarter", "category", "amount", "currency", "part"]
    case .evidence:
      return [
        "standard", "level", "scope", "from", "until", "reference", "attested_by", "sha256", "note",
        "part",
      ]
    case .exclusions:
      return ["service", "site", "start", "end", "reason", "approver", "part"]
    case .sums:
      return [
        "sum", "site", "queue", "channel", "start", "end", "interval_minutes", "name", "detail",
        "count", "waits", "handle_seconds", "resolved", "unresolved", "retries", "with_value",
        "amount", "part",
      ]
    }
  }

  /// The columns that a table of these rows has whatever is in them.
  public var required: Set<String> {
    switch self {
    case .intervals:
      ["interval_start", "offered", "answered", "abandoned", "answered_within", "part"]
    case .months: ["month", "offered", "answered", "abandoned", "answered_within", "part"]
    case .percentages:
      ["interval_start", "offered", "answered", "abandoned", "service_level", "part"]
    case .monthPercentages:
      ["month", "offered", "answered", "abandoned", "service_level", "part"]
    case .contactsWithoutCustomers: Set(columns).subtracting(["customer_id"])
    case .contacts, .evaluations, .surveys, .costs, .qualityCosts, .evidence, .exclusions,
      .sums:
      Set(columns)
    }
  }

  /// Tells whether a part is one that a roll-up gives the sum of rows.
  package static func isPartOfSum(_ part: [UInt8]) -> Bool {
    part.count == RecordKey.partDigits && part.allSatisfy(RecordKey.isPartDigit)
  }

  /// The numbers of interval records, in the order of their columns.
  static let figures: [IntervalColumn] = [
    .offered, .answered, .abandoned, .answeredWithin, .abandonedWithin, .thresholdSeconds,
    .shortAbandoned, .flowOut, .transferred, .talkSeconds, .holdSeconds, .wrapSeconds,
    .handleSeconds, .waitSeconds, .abandonWaitSeconds,
  ]

  /// The columns of rows that have some of them, in order.
  ///
  /// - Parameter used: Names of columns of this table, thresholds among them.
  public func columns(using used: Set<String>) -> [String] {
    let thresholds = used.compactMap { ThresholdColumn($0) }.sorted { $0.seconds < $1.seconds }
    let named = used.union(required)
    return columns.flatMap { column -> [String] in
      let own = named.contains(column) ? [column] : []
      switch column {
      case "answered_within": return own + thresholds.filter { !$0.countsAbandoned }.map(\.name)
      case "abandoned_within": return own + thresholds.filter(\.countsAbandoned).map(\.name)
      default: return own
      }
    }
  }
}

/// Rows of a table as CSV without a header.
public struct RecordRows: Sendable {
  /// The table.
  public let table: RecordTable
  /// The columns, in order.
  public let columns: [String]
  /// The rows, each with a line break behind it.
  public let text: ContiguousArray<UInt8>
  /// How many there are.
  public let count: Int

  /// The rows with their header.
  public var document: ContiguousArray<UInt8> {
    ContiguousArray((columns.joined(separator: ",") + "\n").utf8) + text
  }
}
