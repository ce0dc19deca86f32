import PerformanceMetrics

/// The rows of one file of a ledger, cell by cell.
///
/// Cells are kept as they are written, in quotes where they need them: equal ones are equal
/// byte by byte, since nothing but canonical text gets here.
struct LedgerText {
  /// A row: a cell for each column.
  typealias Row = [ArraySlice<UInt8>]

  /// The columns.
  let columns: [String]
  /// The rows.
  let rows: [Row]

  /// Cuts text into rows.
  ///
  /// - Parameter columns: The columns; `nil` where the first row names them.
  init(_ text: [UInt8], columns: [String]? = nil) {
    var (rows, cells): ([Row], Row) = ([], [])
    var (start, isQuoted) = (text.startIndex, false)
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        cells.append(text[start..<index])
        start = index + 1
      case UInt8(ascii: "\n") where !isQuoted:
        cells.append(text[start..<index])
        start = index + 1
        rows.append(cells)
        cells = []
      default: break
      }
    }
    guard columns == nil else {
      (self.columns, self.rows) = (columns!, rows)
      return
    }
    self.columns = rows.first?.map { String(decoding: $0, as: UTF8.self) } ?? []
    self.rows = Array(rows.dropFirst())
  }
}

/// Rows that were exported together and are replaced together: those of a key and a day.
struct LedgerScope: Hashable, Comparable, CustomStringConvertible {
  /// What the columns of the scope hold.
  let cells: [ArraySlice<UInt8>]
  /// Whether the rows are whole days beside intervals.
  let isDaily: Bool

  static func == (a: LedgerScope, b: LedgerScope) -> Bool {
    a.isDaily == b.isDaily && a.cells.elementsEqual(b.cells) { $0.elementsEqual($1) }
  }

  func hash(into hasher: inout Hasher) {
    for cell in cells { hasher.combine(cell) }
    hasher.combine(isDaily)
  }

  static func < (a: LedgerScope, b: LedgerScope) -> Bool {
    a.cells.lexicographicallyPrecedes(b.cells) { $0.lexicographicallyPrecedes($1) }
  }

  /// The scope in words: its names and its day.
  var description: String {
    cells.filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: ", ")
  }
}

/// One file of a ledger as it becomes: what it held, and what is new.
struct LedgerMerge {
  /// The file.
  private(set) var document: [UInt8] = []
  /// How many rows it has.
  private(set) var rows = 0
  /// Scopes that the file did not have, and those that are as they were.
  private(set) var (added, unchanged) = (0, 0)
  /// Scopes whose rows are others than before, in order.
  private(set) var restated: [LedgerScope] = []

  /// Replaces the rows of a file scope by scope.
  ///
  /// What is new replaces all that the file has of its scopes; other scopes stay. Columns that no
  /// row needs are left out, and rows stand in the order of their bytes, so that a file does not
  /// depend on how it came about.
  ///
  /// - Parameter replaced: Scopes that another file of the same records has new rows of.
  /// - Complexity: O(*n* log *n*) in the rows of both.
  init(
    _ table: RecordTable, old: LedgerText, new: LedgerText, replaced: Set<LedgerScope> = []
  ) {
    let (before, after) = (Self.scopes(of: old, table), Self.scopes(of: new, table))
    let kept = before.filter { !replaced.contains($0.key) }.flatMap { scope, rows in
      after[scope].map { Self.parts(of: rows, in: old, besides: $0, in: new) } ?? rows
    }
    let oldRows = kept.map { old.rows[$0] }
    let columns = table.columns(
      using: Self.used(oldRows, old.columns).union(Self.used(new.rows, new.columns)))
    var lines = Self.lines(oldRows, old.columns, as: columns)
    for (scope, rows) in after {
      let own = Self.lines(rows.map { new.rows[$0] }, new.columns, as: columns)
      lines += own
      guard let standing = before[scope] else {
        added += 1
        continue
      }
      // A column that is left out now may still have been of use before.
      let all = table.columns(using: Set(old.columns + columns))
      let stays = Self.parts(of: standing, in: old, besides: rows, in: new)
      let was = Self.lines(standing.map { old.rows[$0] }, old.columns, as: all)
      let isNow =
        Self.lines(rows.map { new.rows[$0] }, new.columns, as: all)
        + Self.lines(stays.map { old.rows[$0] }, old.columns, as: all)
      if Self.sorted(was) == Self.sorted(isNow) { unchanged += 1 } else { restated.append(scope) }
    }
    restated.sort()
    rows = lines.count
    document = Array((columns.joined(separator: ",") + "\n").utf8)
    for line in Self.sorted(lines) { document += line }
  }

  /// Parts of a key and a day that other parts of it leave as they are: they add.
  ///
  /// A row that is no part of a sum speaks for all of its key and day, and so replaces them.
  private static func parts(
    of standing: [Int], in old: LedgerText, besides rows: [Int], in new: LedgerText
  ) -> [Int] {
    guard let (place, newPlace) = old.partPlace.flatMap({ own in new.partPlace.map { (own, $0) } })
    else { return [] }
    let names = rows.map { Array(new.rows[$0][newPlace]) }
    guard names.allSatisfy(RecordTable.isPartOfSum) else { return [] }
    let renewed = Set(names)
    return standing.filter { row in
      let part = Array(old.rows[row][place])
      return RecordTable.isPartOfSum(part) && !renewed.contains(part)
    }
  }

  private static func sorted(_ lines: [[UInt8]]) -> [[UInt8]] {
    lines.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The columns that some row has something in.
  private static func used(_ rows: [LedgerText.Row], _ columns: [String]) -> Set<String> {
    var isUsed = [Bool](repeating: false, count: columns.count)
    for row in rows {
      for (index, cell) in row.enumerated() where !cell.isEmpty { isUsed[index] = true }
    }
    return Set(zip(columns, isUsed).filter(\.1).map(\.0))
  }

  /// Rows as lines with other columns.
  private static func lines(
    _ rows: [LedgerText.Row], _ columns: [String], as wanted: [String]
  ) -> [[UInt8]] {
    let sources = wanted.map { columns.firstIndex(of: $0) }
    return rows.map { row in
      var line: [UInt8] = []
      for (index, source) in sources.enumerated() {
        if index > 0 { line.append(UInt8(ascii: ",")) }
        if let source { line += row[source] }
      }
      line.append(UInt8(ascii: "\n"))
      return line
    }
  }

  /// The rows of each scope, by their numbers.
  static func scopes(
    of text: LedgerText, _ table: RecordTable
  ) -> [LedgerScope: [Int]] {
    let places = table.scope.map { text.columns.firstIndex(of: $0) }
    let length = text.columns.firstIndex(of: "interval_minutes")
    var scopes: [LedgerScope: [Int]] = [:]
    for (index, row) in text.rows.enumerated() {
      var cells = places.map { $0.map { row[$0] } ?? [] }
      // A time counts as its day.
      cells[cells.count - 1] = cells[cells.count - 1].prefix(table.isKeptByMonth ? 10 : .max)
      let isDaily = length.map { row[$0].elementsEqual("1440".utf8) } ?? false
      scopes[LedgerScope(cells: cells, isDaily: isDaily), default: []].append(index)
    }
    return scopes
  }
}

extension RecordTable {
  /// The table that has records of the same things in other columns.
  var sibling: RecordTable? {
    switch self {
    case .intervals: .percentages
    case .percentages: .intervals
    case .months: .monthPercentages
    case .monthPercentages: .months
    case .contacts: .contactsWithoutCustomers
    case .contactsWithoutCustomers: .contacts
    case .evaluations, .surveys, .costs, .qualityCosts, .evidence, .exclusions: nil
    }
  }

  /// Whether each month of its rows has a file of its own.
  var isKeptByMonth: Bool { !monthColumns.isEmpty }
}

extension LedgerText {
  /// The rows of each file of a ledger, by its name.
  func files(of table: RecordTable) -> [String: LedgerText] {
    let places = table.monthColumns.compactMap { columns.firstIndex(of: $0) }
    var files: [String: [Row]] = [:]
    for row in rows {
      let time = places.lazy.map { row[$0] }.first { !$0.isEmpty }
      files[LedgerText.name(table, time), default: []].append(row)
    }
    return files.mapValues { LedgerText(columns: columns, rows: $0) }
  }

  /// Where the part of a row stands.
  fileprivate var partPlace: Int? { columns.firstIndex(of: "part") }

  /// No rows.
  static var empty: LedgerText { LedgerText(columns: [], rows: []) }

  private init(columns: [String], rows: [Row]) { (self.columns, self.rows) = (columns, rows) }

  /// The name of a file: intervals-2026-03.csv; without a month, that of the table.
  private static func name(_ table: RecordTable, _ time: ArraySlice<UInt8>?) -> String {
    guard let time else { return table.rawValue + ".csv" }
    var month = String(decoding: time.prefix(7), as: UTF8.self)
    if let mark = month.firstIndex(of: "Q"), let quarter = month.last?.wholeNumberValue {
      // A quarter is kept with its first month.
      let first = 3 * quarter - 2
      month = String(month[..<mark]) + (first < 10 ? "0" : "") + String(first)
    }
    return "\(table.rawValue)-\(month).csv"
  }
}
