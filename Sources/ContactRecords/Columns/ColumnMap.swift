import Basics

/// Which column of a file gives which value of an interval record.
public struct ColumnMap: Hashable, Sendable {
  /// Where a number comes from.
  enum NumberSource: Hashable, Sendable {
    /// One field.
    case field(Int)
    /// The first field less all others.
    case difference([Int])
    /// All fields added up.
    case sum([Int])
  }

  /// A number and where it comes from.
  struct Number: Hashable, Sendable {
    /// Position of the column in the batch.
    let target: Int
    /// The canonical name, for messages.
    let name: String
    let isDuration: Bool
    let source: NumberSource
    /// Whether a duration is given in milliseconds.
    var isMilliseconds = false
    /// What the export's own words mean; `nil` where all stand for themselves.
    var words: WordMap?
    /// Whether a field without any text says 0.
    var isZeroWhereBlank = false
    /// Whether thousands may be set apart.
    var hasGroups = false
  }

  /// The names of the header as they stand in the file, trimmed.
  let header: [String]
  /// Thresholds that column names state, in the order of the batch.
  public let thresholds: [ThresholdColumn]
  /// Columns that nothing is read from.
  public let unmapped: [String]
  /// Mapped columns that the file lacks and has under their canonical names.
  public let fallbacks: [Fallback]

  /// A canonical column that is read because a mapped one is not there.
  public struct Fallback: Hashable, Sendable {
    /// The canonical name.
    public let canonical: String
    /// The mapped column that the file lacks.
    public let source: String
  }
  /// Where the time stamp stands, or the month.
  let stamp: TimeSource
  /// Whether a row is a whole month.
  public let isMonthly: Bool
  /// Fields that are joined to the site, the queue, the channel and the part; empty where absent.
  let names: [[Int]]
  let numbers: [Number]
  /// The field with a printed service level, which is read where there is no count of contacts
  /// answered in time.
  let percent: Percent?

  /// A percentage and where it stands.
  struct Percent: Hashable, Sendable {
    let field: Int
    /// Whether a figure without a sign is out of 1.
    let isFraction: Bool
    /// What the export's own words mean; `nil` where all stand for themselves.
    let words: WordMap?
  }
  /// Where a coarser record says how its intervals ended; `nil` where it does not.
  let outcomes: Outcomes?

  /// The fields with how the intervals of a day or a month ended.
  struct Outcomes: Hashable, Sendable {
    /// The canonical names of the counts, in the order of their fields.
    static let names = ["intervals_met", "intervals_counted", "intervals_undecided"]
    /// The counts.
    let counts: [Int]
    /// What judged them.
    let objective: Int

    /// Finds them; `nil` where any is not there: some of them alone say nothing.
    init?(_ finder: inout ColumnFinder) throws(SchemaError) {
      let names = Outcomes.names + ["intervals_objective"]
      guard names.allSatisfy({ finder.has($0) }) else { return nil }
      var fields: [Int] = []
      for name in names { if let field = try finder.field(name) { fields.append(field) } }
      (counts, objective) = (Array(fields.dropLast()), fields[fields.count - 1])
    }
  }
  /// The field with the interval length in minutes.
  let length: Int?
  /// Where the end of the interval stands, in an export that tells the length so.
  let end: TimeSource?
  /// What the configuration says of columns.
  let mapping: ColumnMapping

  /// Columns that may state a threshold; each takes eight bytes a row of a batch.
  static let mostThresholds = 64

  /// Maps the columns of a header.
  ///
  /// Canonical names are found without regard to case and surrounding blanks. A
  /// configured source goes before a canonical name. A file that lacks the source
  /// is read by the canonical name, which is noted; when it has neither, that is an
  /// error and never a column less.
  ///
  /// - Parameters:
  ///   - header: The names in the order of the file, trimmed.
  ///   - mapping: What the configuration says of columns.
  /// - Throws: `SchemaError` when these are no interval records, or a column that
  ///   they need is not there.
  public init(header: [String], mapping: ColumnMapping) throws(SchemaError) {
    var finder = ColumnFinder(header: header, columns: mapping.columns)
    isMonthly = !finder.has("interval_start")
    guard !isMonthly || finder.has("month") else {
      throw SchemaError(.missing(.intervals, columns: "interval_start or month", found: header))
    }
    self.header = header
    self.mapping = mapping

    let time = isMonthly ? "month" : "interval_start"
    stamp = TimeSource(name: time, fields: try finder.fields(time) ?? [], mapping: mapping)
    var names: [[Int]] = []
    for name in KeyReader.columns { names.append(try finder.fields(name) ?? []) }
    self.names = names
    // A month's length is no number of minutes.
    length = isMonthly ? nil : try finder.field("interval_minutes")
    end =
      isMonthly || length != nil
      ? nil
      : finder.fields(ofFirst: mapping.habits.ends).map {
        // Both ends of an interval are written alike.
        TimeSource(name: "interval_start", fields: $0, mapping: mapping)
      }

    var numbers: [Number] = []
    for column in IntervalColumn.allCases {
      guard let source = try finder.number(column.name) else { continue }
      numbers.append(
        Number(
          target: column.rawValue, name: column.name, isDuration: column.isDuration,
          source: source, isMilliseconds: mapping.isMilliseconds(column.name),
          words: mapping.values[column.name],
          isZeroWhereBlank: mapping.habits.blankIsZero.contains(column.name),
          hasGroups: mapping.habits.groupsThousands))
    }
    var thresholds: [ThresholdColumn] = []
    for name in finder.thresholdNames {
      guard let source = try finder.number(name), let threshold = ThresholdColumn(name) else {
        continue
      }
      // Digits may have zeros before them: answered_within_030.
      if let rival = numbers.first(where: { ThresholdColumn($0.name) == threshold }) {
        throw SchemaError(.joinedNumber(threshold.name, columns: [rival.name, name]))
      }
      numbers.append(
        Number(
          target: IntervalColumn.allCases.count + thresholds.count, name: name, isDuration: false,
          source: source, words: mapping.values[name],
          hasGroups: mapping.habits.groupsThousands))
      thresholds.append(threshold)
    }
    guard thresholds.count <= ColumnMap.mostThresholds else {
      throw SchemaError(.tooManyThresholds(thresholds.count))
    }
    self.numbers = numbers
    self.thresholds = thresholds

    let within: [IntervalColumn] = [.answeredWithin, .answeredAfter]
    let hasWithin =
      numbers.contains { number in within.contains { $0.rawValue == number.target } }
      || thresholds.contains { !$0.countsAbandoned }
    if !hasWithin, finder.has("service_level"), let field = try finder.field("service_level") {
      percent = Percent(
        field: field, isFraction: mapping.units["service_level"] == .fraction,
        words: mapping.values["service_level"])
    } else {
      percent = nil
    }
    outcomes = try Outcomes(&finder)
    fallbacks = finder.fallbacks
    unmapped = finder.unmapped
    try requireCounts(header: header, hasWithin: hasWithin)
  }

  /// Whether printed service levels stand in for counts of contacts answered in time.
  public var readsPercentages: Bool { percent != nil }

  /// Tells whether a numeric column is mapped.
  func has(_ column: IntervalColumn) -> Bool {
    numbers.contains { $0.target == column.rawValue }
  }

  private func requireCounts(header: [String], hasWithin: Bool) throws(SchemaError) {
    let counts = [IntervalColumn.offered, .answered, .abandoned]
    guard counts.count(where: has) >= 2 else {
      throw SchemaError(
        .missing(.intervals, columns: "two of offered, answered and abandoned", found: header))
    }
    guard hasWithin || percent != nil || mapping.habits.isWithoutServiceLevel else {
      throw SchemaError(
        .missing(.intervals, columns: "answered_within or service_level", found: header))
    }
  }
}

// MARK: - Columns alone

extension ColumnMap {
  /// Maps the columns of a header where nothing but their names is configured.
  public init(header: [String], columns: [String: ColumnSource]) throws(SchemaError) {
    try self.init(header: header, mapping: ColumnMapping(columns: columns))
  }
}
