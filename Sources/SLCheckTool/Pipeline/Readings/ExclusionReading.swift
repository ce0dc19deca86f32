import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads exclusions.
struct ExclusionReading: RowReading {
  private(set) var reader: RowReader<ExclusionRecord>
  private var exclusions: [Exclusion] = []
  private(set) var offsets: [Int16] = []

  /// Begins an input.
  init(
    _ schema: FileSchema, delimiter: UInt8, _ configuration: Configuration
  ) throws(SchemaError) {
    reader = RowReader(
      map: try FieldMap(kind: .exclusions, header: schema.header, mapping: schema.mapping),
      delimiter: delimiter, zone: configuration.zone)
  }

  var kind: RecordKind { .exclusions }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _: inout NoDecoding, lines: Int,
    into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    var rows: [RowReader<ExclusionRecord>.Numbered] = []
    reader.read(records, from: first, into: &rows, rejects: &rejects)
    exclusions += rows.map { Exclusion($0.record) }
    for offset in rows.lazy.flatMap(\.record.offsets)
    where offsets.count < 2 && !offsets.contains(offset) {
      offsets.append(offset)
    }
  }

  mutating func finish(_ center: inout CenterTally) throws(SchemaError) {
    center.exclusions += exclusions
  }

  func account(in center: CenterTally) -> InputAccount {
    let starts = exclusions.map(\.start)
    return InputAccount(
      accepted: exclusions.count, first: starts.min()?.description,
      last: starts.max()?.description)
  }
}
