public import DelimitedText

/// Tells rows below the table, such as a line with the number of rows, from rows that
/// cannot be read.
///
/// Such a row has no readable time, stands below the last record of the file, and either
/// has another number of fields than the header and a blank line, a totals row or
/// another such row above it, or a cell that begins with three stars. Only what
/// follows tells that a record is the last one: until then the rows are held back.
public struct TrailerSieve: Sendable {
  /// Rejected rows of one batch that may stand below the table, with their batch.
  public struct Held: Sendable {
    /// The rows, in order.
    public let rejects: [RejectedRecord]
    /// The batch that they are rows of.
    public let records: RecordBatch
  }

  /// What stands above a row, as far as it matters.
  private enum Neighbor { case record, totals, trailer }

  /// How many rows are held back (own rule): no trailer is longer.
  private static let most = 64

  private let times: [TimeSource]
  private let fieldCount: Int
  /// Whether the file is a table with a time in its rows, and no log of events.
  private let isTable: Bool
  private var held: [Held] = []
  private var above = Neighbor.record
  private var hasBlankAbove = false
  /// Whether more rows than are held came since the last record, which makes rejects of all.
  private var isFull = false
  /// Whether the last row that is held has no line break behind it.
  private var endsUnfinished = false

  /// Prepares to look at the rows of a file.
  public init(_ schema: FileSchema) {
    times = schema.times
    fieldCount = schema.header.count
    // Of claims none may be lost, and nothing tells them from what stands below.
    isTable = schema.profile?.form != .events && schema.kind != .claims
  }
}

// MARK: - Holding back

extension TrailerSieve {
  /// Takes what may stand below the table out of the rejects of a batch.
  ///
  /// - Parameters:
  ///   - rejects: The rows of the batch that cannot be read, in order. Those that are held
  ///     back are taken out.
  ///   - records: The batch.
  ///   - first: The first row that is not the header.
  /// - Returns: Rows held back before that turned out to be rejects, in order; they
  ///   come before those of this batch.
  /// - Complexity: O(1) in a batch that ends with a record.
  public mutating func sift(
    _ rejects: inout [RejectedRecord], of records: borrowing RecordBatch, from first: Int
  ) -> [Held] {
    guard isTable else { return [] }
    var row = records.rows.count
    var next = rejects.count
    // The rows behind the last record of the batch.
    while row > first {
      let isReject = next > 0 && rejects[next - 1].row == row - 1
      guard isReject ? isCandidate(rejects[next - 1], records) : !hasTime(row - 1, records) else {
        break
      }
      row -= 1
      next -= isReject ? 1 : 0
    }
    var released: [Held] = []
    if row > first {
      released = held
      held = []
      (above, hasBlankAbove, isFull) = (.record, false, false)
    }
    hold(row, next, &rejects, records, first)
    hasBlankAbove = records.endsWithBlankLine || row == records.rows.count && hasBlankAbove
    if isFull {
      released += held
      held = []
    }
    return released
  }

  /// Walks down the rows behind the last record, and holds back what may be a trailer.
  private mutating func hold(
    _ start: Int, _ firstReject: Int, _ rejects: inout [RejectedRecord],
    _ records: borrowing RecordBatch, _ firstRow: Int
  ) {
    var (next, kept) = (firstReject, Array(rejects[..<firstReject]))
    var found: [RejectedRecord] = []
    for row in start..<max(start, records.rows.count) {
      let isBelowBlank = records.hasBlankLine(above: row) || row == firstRow && hasBlankAbove
      guard next < rejects.count, rejects[next].row == row else {
        above = .totals
        continue
      }
      let reject = rejects[next]
      next += 1
      let isBelow = isBelowBlank || above != .record
      if !isFull, hasStars(row, records) || isBelow && hasOtherCount(row, records) {
        found.append(reject)
        above = .trailer
        endsUnfinished = !records.endsWithLineBreak(row: row)
      } else {
        kept.append(reject)
      }
    }
    guard !found.isEmpty else { return }
    rejects = kept
    if held.reduce(found.count, { $0 + $1.rejects.count }) > TrailerSieve.most { isFull = true }
    held.append(Held(rejects: found, records: copy records))
  }

  /// Notes that blank lines follow, in a batch without rows.
  public mutating func noteBlankLines() { hasBlankAbove = true }

  /// Ends the file: what is held back stands below the table.
  ///
  /// - Returns: How many rows do, and those that are rejects all the same: a last line that
  ///   was cut off within its time.
  public mutating func finish() -> (rows: Int, rejects: [Held]) {
    let all = held
    held = []
    let count = all.reduce(0) { $0 + $1.rejects.count }
    guard endsUnfinished, let last = all.last, let reject = last.rejects.last,
      beginsATime(reject.row, last.records)
    else { return (count, []) }
    return (count - 1, [Held(rejects: [reject], records: last.records)])
  }
}

// MARK: - Rows

extension TrailerSieve {
  /// Tells whether a reject can stand below the table at all.
  private func isCandidate(_ reject: RejectedRecord, _ records: borrowing RecordBatch) -> Bool {
    !records.rows[reject.row].isMalformed && !hasTime(reject.row, records)
      && (hasOtherCount(reject.row, records) || hasStars(reject.row, records))
  }

  private func hasTime(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    for time in times where time.isReadable(row, records) { return true }
    return false
  }

  private func hasOtherCount(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    Int(records.rows[row].fieldCount) != fieldCount
  }

  /// Tells whether a cell begins with three stars.
  private func hasStars(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    let bytes = records.bytes.span
    for field in 0..<Int(records.rows[row].fieldCount) {
      let range = FieldParsing.trimmed(bytes, records.range(row: row, field: field))
      if range.count >= 3, range.prefix(3).allSatisfy({ bytes[$0] == UInt8(ascii: "*") }) {
        return true
      }
    }
    return false
  }

  /// Tells whether the field of a time holds nothing but digits and what stands between
  /// them, as one does that was cut off.
  private func beginsATime(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    let bytes = records.bytes.span
    for time in times where time.fields[0] < Int(records.rows[row].fieldCount) {
      let range = FieldParsing.trimmed(bytes, records.range(row: row, field: time.fields[0]))
      guard let first = range.first, bytes[first] &- 48 <= 9, !hasStars(row, records) else {
        continue
      }
      let marks = Array(" -/.:,T".utf8)
      if range.allSatisfy({ bytes[$0] &- 48 <= 9 || marks.contains(bytes[$0]) }) { return true }
    }
    return false
  }
}
