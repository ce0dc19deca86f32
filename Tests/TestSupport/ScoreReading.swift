public import Basics
public import ContactRecords
import DelimitedText
public import PerformanceMetrics

/// How texts of a small kind become records in a test: the tool's own steps.
public struct RowReading<Record: RowRecord>: Sendable {
  /// The records with their lines.
  public private(set) var rows: [RowReader<Record>.Numbered] = []
  /// The place and the reason of each reject, as they are printed.
  public private(set) var complaints: [String] = []
  /// Physical lines.
  public private(set) var lines = 0

  /// Reads a text.
  public init(
    _ kind: RecordKind, _ text: String, columns: [String: ColumnSource] = [:],
    delimiter: UInt8? = nil
  ) throws {
    var reader = try RecordReader(MemoryByteSource(text.utf8), delimiter: delimiter)
    var batch = RecordBatch()
    var decoder: RowReader<Record>?
    var rejects: [RejectedRecord] = []
    while try reader.read(into: &batch) {
      guard !batch.rows.isEmpty else { continue }
      var first = 0
      if decoder == nil {
        let header = (0..<Int(batch.rows[0].fieldCount)).map { batch.text(row: 0, field: $0) }
        decoder = RowReader(
          map: try FieldMap(kind: kind, header: header, columns: columns),
          delimiter: reader.dialect.delimiter)
        first = 1
      }
      decoder!.read(batch, from: first, into: &rows, rejects: &rejects)
    }
    complaints = rejects.map { "\($0.line):\($0.column): \($0.reason)" }
    lines = reader.physicalLines
  }
}

extension QualityTally {
  /// Reads texts, each a source of its own, whose rows can all be read.
  ///
  /// - Parameter linesBefore: Lines of the sources before these, read elsewhere.
  public init(
    _ sources: [String], policy: ConflictPolicy = .error, asOf: CivilDate? = nil,
    linesBefore: Int = 0
  ) throws {
    self.init(policy: policy, asOf: asOf)
    var base = linesBefore
    for source in sources {
      beginSource(base: base)
      let reading = try RowReading<EvaluationRecord>(.evaluations, source)
      precondition(reading.complaints.isEmpty, "\(reading.complaints)")
      for row in reading.rows {
        add(row.record, on: CivilDate(daysSinceEpoch: row.record.evaluatedAt.day), line: row.line)
      }
      base += reading.lines
    }
  }
}

extension SurveyTally {
  /// Reads texts, each a source of its own, whose rows can all be read.
  ///
  /// - Parameter linesBefore: Lines of the sources before these, read elsewhere.
  public init(
    _ sources: [String], policy: ConflictPolicy = .error, asOf: CivilDate? = nil,
    linesBefore: Int = 0
  ) throws {
    self.init(policy: policy, asOf: asOf)
    var base = linesBefore
    for source in sources {
      beginSource(base: base)
      let reading = try RowReading<SurveyRecord>(.surveys, source)
      precondition(reading.complaints.isEmpty, "\(reading.complaints)")
      for row in reading.rows {
        add(row.record, on: CivilDate(daysSinceEpoch: row.record.respondedAt.day), line: row.line)
      }
      base += reading.lines
    }
  }
}
