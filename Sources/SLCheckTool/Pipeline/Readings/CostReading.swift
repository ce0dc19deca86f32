import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads costs and costs of quality, which share a header.
///
/// The rows wait for the end of the file: only all categories together tell which
/// of the two it holds.
struct CostReading: RowReading {
  private(set) var reader: RowReader<CostRecord>
  private var rows: [RowReader<CostRecord>.Numbered] = []
  /// Whether someone said which kind it is.
  private let isStated: Bool
  /// Physical lines of all inputs before this one.
  private let base: Int
  private(set) var kind: RecordKind

  /// Begins an input.
  ///
  /// - Parameters:
  ///   - isStated: Whether someone said what kind it is.
  ///   - base: Physical lines of all inputs before it.
  init(
    _ schema: FileSchema, isStated: Bool, delimiter: UInt8, base: Int
  ) throws(SchemaError) {
    let map = try FieldMap(kind: schema.kind, header: schema.header, mapping: schema.mapping)
    reader = RowReader(map: map, delimiter: delimiter)
    kind = schema.kind
    self.isStated = isStated
    self.base = base
  }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, into center: inout CenterTally,
    rejects: inout [RejectedRecord]
  ) {
    reader.read(records, from: first, into: &rows, rejects: &rejects)
  }

  mutating func finish(_ center: inout CenterTally) throws(SchemaError) {
    kind = try RecordKind.ofCosts(
      rows.lazy.map(\.record.category), readAs: kind, isStated: isStated)
    for row in rows { center.costs.add(row.record, kind: kind, at: base + row.line) }
  }

  func account(in center: CenterTally) -> InputAccount {
    let periods = rows.map(\.record.period)
    return InputAccount(
      accepted: rows.count,
      first: periods.min { $0.days.lowerBound < $1.days.lowerBound }?.description,
      last: periods.max { $0.days.upperBound < $1.days.upperBound }?.description)
  }
}
