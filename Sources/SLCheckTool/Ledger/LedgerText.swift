import PerformanceMetrics

/// The rows of one file of a ledger, cell by cell.
///
/// Cells are kept as they are written, in quotes where they need them: equal ones are equal
/// byte by byte, since nothing but canonical text gets here. Each cell takes its bytes, and eight
/// more for where it ends.
struct LedgerText {
  /// The columns.
  let columns: [String]
  /// The rows, by their numbers in the text.
  private(set) var rows: [Int]
  private let text: [UInt8]
  /// Where each cell ends, row after row; a comma or a line break stands between two.
  private let ends: [Int]

  /// No rows.
  static var empty: LedgerText { LedgerText([], columns: []) }

  /// Cuts text into rows.
  ///
  /// - Parameter columns: The columns; `nil` where the first row names them.
  init(_ text: [UInt8], columns: [String]? = nil) {
    var (ends, isQuoted) = ([Int](), false)
    var headerCells: Int?
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: ends.append(index)
      case UInt8(ascii: "\n") where !isQuoted:
        ends.append(index)
        headerCells = headerCells ?? ends.count
      default: break
      }
    }
    (self.text, self.ends) = (text, ends)
    let width = columns?.count ?? headerCells ?? 0
    let count = width == 0 ? 0 : ends.count / width
    precondition(ends.count == count * width, "canonical rows have a cell for each column")
    guard columns == nil else {
      (self.columns, rows) = (columns!, Array(0..<count))
      return
    }
    self.columns = (0..<width).map { cell in
      String(decoding: text[LedgerText.range(of: cell, ends)], as: UTF8.self)
    }
    rows = Array((0..<count).dropFirst())
  }

  /// The bytes of a row in a column.
  func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
    text[LedgerText.range(of: row * columns.count + column, ends)]
  }

  private static func range(of cell: Int, _ ends: [Int]) -> Range<Int> {
    (cell == 0 ? 0 : ends[cell - 1] + 1)..<ends[cell]
  }

  /// The same text with some of its rows alone.
  func with(rows: [Int]) -> LedgerText {
    var part = self
    part.rows = rows
    return part
  }

  /// Rows as lines with other columns.
  func lines(_ rows: [Int], as wanted: [String]) -> [[UInt8]] {
    let places = wanted.map { columns.firstIndex(of: $0) }
    return rows.map { row in
      var line: [UInt8] = []
      for (index, place) in places.enumerated() {
        if index > 0 { line.append(UInt8(ascii: ",")) }
        if let place { line += cell(row, place) }
      }
      line.append(UInt8(ascii: "\n"))
      return line
    }
  }

  /// The columns that some row has something in.
  func columns(usedBy rows: [Int]) -> Set<String> {
    Set(
      columns.indices.filter { column in rows.contains { !cell($0, column).isEmpty } }
        .map { columns[$0] })
  }
}

// MARK: - Files

extension RecordTable {
  /// Whether each month of its rows has a file of its own.
  var isKeptByMonth: Bool { !monthColumns.isEmpty }
}

extension LedgerText {
  /// The rows of each file of a ledger, by its name.
  func files(of table: RecordTable) -> [String: LedgerText] {
    let places = table.monthColumns.compactMap { columns.firstIndex(of: $0) }
    let files = Dictionary(grouping: rows) { row in
      LedgerText.name(table, places.lazy.map { cell(row, $0) }.first { !$0.isEmpty })
    }
    return files.mapValues { with(rows: $0) }
  }

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
