public import Basics
import ContactRecords

// MARK: - Canonical rows

extension ArchivedIntervals {
  /// What stands for the part of a row that is a place in time alone: a row that could not be
  /// read stood there.
  static let rejectedPart = "rejected"

  /// The rows as canonical text, table by table.
  ///
  /// - Parameters:
  ///   - zone: The zone whose wall clock the rows stand on; times then carry their offset.
  /// - Returns: Tables with rows, in the order of the tables.
  /// - Complexity: O(*n*) in the rows.
  public func text(zone: CivilZone?) -> [RecordRows] {
    RecordTable.allCases.filter { $0.kind == .intervals }.compactMap { text(of: $0, zone: zone) }
  }

  /// The rows as one table; `nil` where there are none.
  ///
  /// - Throws: `RollupError` where they do not fit under one header.
  public func table(zone: CivilZone?) throws(RollupError) -> RecordRows? {
    let tables = text(zone: zone)
    if tables.count > 1 {
      let areMonthly = Set(tables.map { $0.table == .months || $0.table == .monthPercentages })
      throw areMonthly.count > 1 ? .months : .percentages
    }
    return tables.first
  }

  private func text(of table: RecordTable, zone: CivilZone?) -> RecordRows? {
    let isMonthly = table == .months || table == .monthPercentages
    let isPercentage = table == .percentages || table == .monthPercentages
    let rows = rows.filter {
      ($0.lengthClass == 2) == isMonthly && self.isPercentage($0) == isPercentage
    }
    // Holes stand beside counts, wherever there are any.
    let holes = isPercentage ? [] : inOrder(holes.filter { $0.isMonth == isMonthly })
    guard !rows.isEmpty || !holes.isEmpty else { return nil }
    var used: Set<Int> = []
    for row in rows { used.formUnion(values(of: row).map(\.column)) }
    let lengths = rows.contains { $0.length > 0 }
    let names = Set(used.map(name) + (lengths ? ["interval_minutes"] : []))
      .union(["site", "queue", "channel"])
    let columns = table.columns(using: names)
    var text = CanonicalText()
    let writer = RowWriter(columns: columns.map(number), zone: zone, objectives: objectives)
    for row in rows {
      writer.write(
        key(of: row), (row.day, row.minute, row.length, row.pass), values(of: row), to: &text)
    }
    for hole in holes {
      let whole = keys.keys[Int(hole.key)]
      let key = RecordKey(
        site: whole.site, queue: whole.queue, channel: whole.channel,
        part: ArchivedIntervals.rejectedPart)
      let length = Int32(hole.isMonth ? IntervalLength.month : 0)
      writer.write(key, (hole.day, hole.minute, length, hole.pass), [], to: &text)
    }
    return RecordRows(
      table: table, columns: columns, text: text.bytes, count: rows.count + holes.count)
  }

  private func inOrder(_ holes: Set<Hole>) -> [Hole] {
    let ranks = keys.ranks
    return holes.sorted {
      (ranks[Int($0.key)], $0.day, $0.minute, $0.pass.rawValue)
        < (ranks[Int($1.key)], $1.day, $1.minute, $1.pass.rawValue)
    }
  }

  private func isPercentage(_ row: Row) -> Bool {
    values(of: row).contains { $0.column == Column.percent }
  }

  /// What a column of a table is filled from.
  enum Source {
    case site, queue, channel, part, start, month, length, percent, objective
    case count(Int)
    case duration(Int)
  }

  private func number(ofColumn name: String) -> Source {
    switch name {
    case "site": return .site
    case "queue": return .queue
    case "channel": return .channel
    case "part": return .part
    case "interval_start": return .start
    case "month": return .month
    case "interval_minutes": return .length
    case "service_level": return .percent
    default: break
    }
    if let position = Column.outcomeNames.firstIndex(of: name) {
      let column = Column.outcomes.lowerBound + position
      return column == Column.outcomes.upperBound - 1 ? .objective : .count(column)
    }
    if let column = IntervalColumn.allCases.first(where: { $0.name == name }) {
      return column.isDuration ? .duration(column.rawValue) : .count(column.rawValue)
    }
    let position = thresholds.firstIndex { $0.name == name }!
    return .count(Column.firstThreshold + position)
  }
}

/// Writes interval records in the columns of a table.
private struct RowWriter {
  let columns: [ArchivedIntervals.Source]
  let zone: CivilZone?
  let objectives: [String]

  func write(
    _ key: RecordKey, _ time: (day: Int32, minute: Int32, length: Int32, pass: WallPass),
    _ values: [ArchivedIntervals.Value], to text: inout CanonicalText
  ) {
    func number(_ column: Int) -> Int {
      values.first { $0.column == column }?.number ?? IntervalBatch.absent
    }
    for column in columns {
      switch column {
      case .site: text.cell(key.site)
      case .queue: text.cell(key.queue)
      case .channel: text.cell(key.channel)
      case .part: text.cell(key.part)
      case .start:
        let second = time.minute * 60
        text.cell(
          day: time.day, secondOfDay: Int(second),
          offset: zone?.offset(day: time.day, secondOfDay: second, isSecond: time.pass == .second))
      case .month: text.cell(CivilDate(daysSinceEpoch: time.day).month.description)
      case .length: text.cell(count: time.length > 0 ? Int(time.length) : -1)
      case .count(let column): text.cell(count: number(column))
      case .duration(let column): text.cell(milliseconds: number(column))
      case .objective:
        let objective = number(ArchivedIntervals.Column.outcomes.upperBound - 1)
        text.cell(objective < 0 ? nil : objectives[objective])
      case .percent:
        let unit = number(ArchivedIntervals.Column.percentUnit)
        text.cell(
          unit > 0 ? percent(number(ArchivedIntervals.Column.percent), unit: unit) : "")
      }
    }
    text.endRow()
  }

  /// A percentage with as many digits as it was printed with: 81.3%, or a share without a
  /// sign where these are fewer than a percentage has, such as 0.8.
  private func percent(_ millionths: Int, unit: Int) -> String {
    let isShare = unit > 1_000_000
    let one = isShare ? 100_000_000 : 1_000_000
    let (whole, rest) = millionths.quotientAndRemainder(dividingBy: one)
    var (decimals, scale) = (0, unit)
    while scale < one { (decimals, scale) = (decimals + 1, scale * 10) }
    let digits = decimals == 0 ? "" : String(rest / unit)
    let zeros = String(repeating: "0", count: decimals - digits.count)
    return "\(whole)" + (decimals == 0 ? "" : ".") + zeros + digits + (isShare ? "" : "%")
  }
}

extension CivilZone {
  /// Seconds that the wall clock is ahead of universal time at one of its times.
  func offset(day: Int32, secondOfDay: Int32, isSecond: Bool) -> Int {
    let wall = Int(day) * 86_400 + Int(secondOfDay)
    return wall - instant(day: day, secondOfDay: secondOfDay, isSecond: isSecond)
  }
}
