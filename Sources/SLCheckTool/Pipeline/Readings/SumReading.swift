import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports

/// Reads what a roll-up wrote of contacts, and of the rows that it read.
struct SumReading: RowReading {
  private(set) var reader: RowReader<SumRecord>
  /// Physical lines of all inputs before it.
  private let base: Int
  private var accepted = 0
  private var repeated = 0
  private var first: CivilDate?
  private var last: CivilDate?
  /// What became of the rows that were summed, in the order of the file.
  private(set) var carried: [SummedRows] = []
  private(set) var offsets: [Int16] = []

  /// Begins an input.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  init(
    _ schema: FileSchema, delimiter: UInt8, _ configuration: Configuration, base: Int
  ) throws(SchemaError) {
    reader = RowReader(
      map: try FieldMap(kind: .sums, header: schema.header, mapping: schema.mapping),
      delimiter: delimiter, zone: configuration.zone)
    self.base = base
  }

  var kind: RecordKind { .sums }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _: inout NoDecoding, lines: Int,
    into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    var rows: [RowReader<SumRecord>.Numbered] = []
    reader.read(records, from: first, into: &rows, rejects: &rejects)
    for row in rows {
      guard center.take(row.record, at: base + row.line) == .accepted else {
        repeated += 1
        continue
      }
      accepted += 1
      if !center.sums.haveOverflowed { note(row.record) }
    }
  }

  private mutating func note(_ record: SumRecord) {
    switch record.sum {
    case .contacts:
      let day = CivilDate(daysSinceEpoch: record.start!.day)
      first = first.map { min($0, day) } ?? day
      last = last.map { max($0, day) } ?? day
    case .rows:
      carried.append(SummedRows(kind: record.name, fate: record.detail, count: record.count))
    case .offsets:
      if let minutes = Int16(record.name), !offsets.contains(minutes) { offsets.append(minutes) }
    case .issues, .leftOut, .transactions, .furtherLegs, .madeWith: break
    }
  }

  var notes: [String] {
    if carried.isEmpty { return [] }
    let kinds = RecordCounts.all(carried).map { counts in
      let fates = [
        (counts.rows.rejected, "rejected"), (counts.rows.repeated, "repeated"),
        (counts.rows.ignored, "ignored"),
      ]
      let others = fates.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
      return "\(grouped(counts.rows.read)) of \(counts.kind)"
        + (others.isEmpty ? "" : " (" + others.joined(separator: ", ") + ")")
    }
    return ["rows that were rolled up: " + kinds.joined(separator: ", ")]
  }

  func account(in center: CenterTally) -> InputAccount {
    InputAccount(
      accepted: accepted, repeated: repeated, first: first?.description, last: last?.description)
  }
}
