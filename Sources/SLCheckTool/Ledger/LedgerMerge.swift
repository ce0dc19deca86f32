import PerformanceMetrics

/// Rows that were exported together and are replaced together: those of a key and a day.
struct LedgerScope: Hashable, Comparable {
  /// What the columns of the scope hold, a separator between two.
  let bytes: [UInt8]
  /// Whether the rows are whole days beside intervals.
  let isDaily: Bool

  /// Stands between cells; no name holds it.
  private static let separator: UInt8 = 0x1F

  /// Puts the cells of a scope together.
  init(_ cells: [ArraySlice<UInt8>], isDaily: Bool) {
    bytes = Array(cells.joined(separator: [LedgerScope.separator]))
    self.isDaily = isDaily
  }

  /// Orders scopes by their bytes.
  static func < (a: LedgerScope, b: LedgerScope) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }

  /// The scope in words: its names and its day.
  var words: String {
    bytes.split(separator: LedgerScope.separator)
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
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

  private let table: RecordTable
  private let old: LedgerText
  private let new: LedgerText

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
    (self.table, self.old, self.new) = (table, old, new)
    let (before, after) = (table.scopes(of: old), table.scopes(of: new))
    var kept: [Int] = []
    for (scope, standing) in before where !replaced.contains(scope) {
      kept += after[scope].map { parts(of: standing, besides: $0) } ?? standing
    }
    for (scope, rows) in after {
      guard let standing = before[scope] else {
        added += 1
        continue
      }
      if isSame(standing, as: rows) { unchanged += 1 } else { restated.append(scope) }
    }
    restated.sort()
    let columns = table.columns(
      using: old.columns(usedBy: kept).union(new.columns(usedBy: new.rows)))
    let lines = old.lines(kept, as: columns) + new.lines(new.rows, as: columns)
    rows = lines.count
    document = Array((columns.joined(separator: ",") + "\n").utf8)
    for line in LedgerMerge.sorted(lines) { document += line }
  }

  /// Tells whether a scope's rows say with the new ones what they said before.
  private func isSame(_ standing: [Int], as rows: [Int]) -> Bool {
    let stays = parts(of: standing, besides: rows)
    guard standing.count == rows.count + stays.count else { return false }
    // A column that one of them has need not be one that the other has.
    let columns = table.columns(using: Set(old.columns).union(new.columns))
    let now = new.lines(rows, as: columns) + old.lines(stays, as: columns)
    return LedgerMerge.sorted(old.lines(standing, as: columns)) == LedgerMerge.sorted(now)
  }

  /// Parts of a key and a day that other parts of it leave as they are: they add.
  ///
  /// A row that is no part of a sum speaks for all of its key and day, and so replaces them.
  private func parts(of standing: [Int], besides rows: [Int]) -> [Int] {
    guard let place = old.partPlace, let newPlace = new.partPlace else { return [] }
    let names = rows.map { Array(new.cell($0, newPlace)) }
    guard names.allSatisfy(RecordTable.isPartOfSum) else { return [] }
    let renewed = Set(names)
    return standing.filter { row in
      let part = Array(old.cell(row, place))
      return RecordTable.isPartOfSum(part) && !renewed.contains(part)
    }
  }

  private static func sorted(_ lines: [[UInt8]]) -> [[UInt8]] {
    lines.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension LedgerText {
  /// Where the part of a row stands.
  fileprivate var partPlace: Int? { columns.firstIndex(of: "part") }
}

// MARK: - Tables

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
    case .evaluations, .surveys, .costs, .qualityCosts, .evidence, .exclusions, .sums: nil
    }
  }

  /// The rows of each scope, by their numbers.
  func scopes(of text: LedgerText) -> [LedgerScope: [Int]] {
    let places = scope.map { text.columns.firstIndex(of: $0) }
    let length = text.columns.firstIndex(of: "interval_minutes")
    return Dictionary(grouping: text.rows) { row in
      var cells = places.map { $0.map { text.cell(row, $0) } ?? [] }
      // A time counts as its day.
      if isKeptByMonth { cells[cells.count - 1] = cells[cells.count - 1].prefix(10) }
      let isDaily = length.map { text.cell(row, $0).elementsEqual("1440".utf8) } ?? false
      return LedgerScope(cells, isDaily: isDaily)
    }
  }
}
