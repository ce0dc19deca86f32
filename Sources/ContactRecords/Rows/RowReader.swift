public import Basics
public import DelimitedText

/// A record of a small kind, made from one row.
public protocol RowRecord: Hashable, Sendable {
  /// The canonical columns that hold the time of a record.
  static var timeColumns: [String] { get }

  /// Reads a row.
  ///
  /// - Throws: `RejectedRecord` for the first field that cannot be read.
  init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord)
}

/// Reads rows of a small kind, one after another, and rejects what cannot be read.
///
/// ```swift
/// var reader = RowReader<EvaluationRecord>(map: map, delimiter: 0x2C)
/// reader.read(batch, from: 1, into: &rows, rejects: &rejects)
/// ```
public struct RowReader<Record: RowRecord>: Sendable {
  /// A record and the line of the file that it begins on.
  public struct Numbered: Hashable, Sendable {
    /// The record.
    public let record: Record
    /// Physical line, from 1.
    public let line: Int
  }

  /// Which fields give which value.
  public let map: FieldMap
  private let decimalSeparator: UInt8
  private let clock: WallClock?
  private var gate: RowGate

  /// Rows left out because they repeat the header.
  public var repeatedHeaders: Int { gate.leftOut.repeatedHeaders }
  /// Rows left out because they sum others.
  public var totalsRows: Int { gate.leftOut.totalsRows }
  /// Rows left out because no field of them holds anything.
  public var emptyRows: Int { gate.leftOut.emptyRows }
  /// Rows that the configuration leaves out, by rule.
  public var ignoredByRule: [Int] { gate.leftOut.ignoredByRule }

  /// Creates a reader for files with a header.
  ///
  /// - Parameters:
  ///   - map: Which fields give which value.
  ///   - delimiter: Fields of a file that is delimited by semicolons may have decimal
  ///     commas.
  ///   - zone: The zone whose wall clock stamps are taken on; `nil` to take them as
  ///     they stand.
  public init(map: FieldMap, delimiter: UInt8, zone: CivilZone? = nil) {
    self.map = map
    clock = zone.map { WallClock($0) }
    decimalSeparator = delimiter == UInt8(ascii: ";") ? UInt8(ascii: ",") : FieldParsing.point
    gate = RowGate(
      header: map.header, times: Record.timeColumns.compactMap(map.time),
      mapping: map.mapping)
  }

  /// Reads the rows of a batch.
  ///
  /// - Parameters:
  ///   - records: The rows.
  ///   - first: The first row that is not the header.
  ///   - rows: Receives the records, in order.
  ///   - rejects: Receives the rows that cannot be read, in order.
  /// - Complexity: O(*n*) in the bytes; allocates for every name.
  public mutating func read(
    _ records: borrowing RecordBatch, from first: Int, into rows: inout [Numbered],
    rejects: inout [RejectedRecord]
  ) {
    for row in first..<max(first, records.rows.count) {
      if gate.ignores(row, records) { continue }
      do throws(RejectedRecord) {
        try gate.check(row, records)
        let fields = RowFields(
          map: map, row: row, decimalSeparator: decimalSeparator, clock: clock)
        rows.append(Numbered(record: try Record(fields, records), line: records.rows[row].line))
      } catch {
        if !gate.leavesOut(row, records) { rejects.append(error) }
      }
    }
  }
}
