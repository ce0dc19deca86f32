import Basics
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
    _ records: borrowing RecordBatch, from first: Int, _: inout NoDecoding, lines: Int,
    into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    reader.read(records, from: first, into: &rows, rejects: &rejects)
  }

  mutating func finish(_ center: inout CenterTally) throws(SchemaError) {
    kind = try RecordKind.ofCosts(
      rows.lazy.map(\.record.category), readAs: kind, isStated: isStated)
    for row in rows { center.take(row.record, kind: kind, at: base + row.line) }
  }

  /// Months after which a total that never changes looks typed and not measured (own rule).
  private static let fewestEqualMonths = 6

  /// Says that every month costs the same, where it does.
  private var unchangingCost: String? {
    guard kind == .costs else { return nil }
    var totals: [CivilMonth: FixedPoint] = [:]
    for row in rows {
      let month = row.record.period.days.lowerBound.month
      let (sum, overflows) = (totals[month] ?? FixedPoint(0)).millionths
        .addingReportingOverflow(row.record.amount.millionths)
      if overflows { return nil }
      totals[month] = FixedPoint(millionths: sum)
    }
    guard totals.count >= CostReading.fewestEqualMonths, Set(totals.values).count == 1 else {
      return nil
    }
    return "the total cost is the same in all \(totals.count) months; check that it was measured"
  }

  func account(in center: CenterTally) -> InputAccount {
    let periods = rows.map(\.record.period)
    return InputAccount(
      accepted: rows.count, warnings: [unchangingCost].compactMap(\.self),
      first: periods.min { $0.days.lowerBound < $1.days.lowerBound }?.description,
      last: periods.max { $0.days.upperBound < $1.days.upperBound }?.description)
  }
}
