public import ContactRecords
import DelimitedText
public import PerformanceMetrics

extension CenterReading {
  /// Reads and judges texts of contacts beside texts of interval records.
  ///
  /// - Parameters:
  ///   - contacts: Texts of contacts, each a source of its own.
  ///   - intervals: Texts of interval records, whose lines come first.
  ///   - mapping: What the configuration says of the contacts' columns.
  public func center(
    contacts: [String], intervals: [String] = [], mapping: ColumnMapping = .init(),
    comparison: ThresholdComparison = .atMost
  ) throws -> CenterMetrics {
    try CenterMetrics(
      try tally(
        contacts: contacts, intervals: intervals, mapping: mapping, comparison: comparison),
      options: metrics)
  }

  /// Reads texts of contacts beside texts of interval records.
  ///
  /// - Parameters:
  ///   - draw: Begins a draw among the contacts.
  ///   - trace: Begins to keep contacts.
  public func tally(
    contacts: [String], intervals: [String] = [], mapping: ColumnMapping = .init(),
    comparison: ThresholdComparison = .atMost, draw: RecordDraw? = nil,
    trace: RowTrace? = nil
  ) throws -> CenterTally {
    let read = try tally(intervals)
    var center = CenterTally(
      intervals: read.tally, asOf: metrics.asOf, comparison: comparison,
      intervalMinutes: metrics.intervalMinutes)
    center.keys = read.keys
    if let draw { center.begin(draw) }
    if let trace { center.begin(trace) }
    var lines = read.sources.reduce(0) { $0 + $1.lines }
    for text in contacts {
      center.beginContacts(base: lines)
      lines += try take(text, mapping, into: &center)
    }
    center.finishContacts()
    return center
  }

  private func take(
    _ text: String, _ mapping: ColumnMapping, into center: inout CenterTally
  ) throws -> Int {
    var reader = try opening(MemoryByteSource(text.utf8, chunkWidth: chunkWidth))
    var records = RecordBatch()
    var decoder: ContactDecoder?
    var batch = ContactBatch()
    while try reader.read(into: &records) {
      guard !records.rows.isEmpty else { continue }
      var first = 0
      if decoder == nil {
        let header = (0..<Int(records.rows[0].fieldCount)).map { records.text(row: 0, field: $0) }
        decoder = ContactDecoder(
          map: try ContactMap(header: header, mapping: mapping),
          delimiter: reader.dialect.delimiter, zone: decoding.zone)
        first = 1
      }
      var rejects: [RejectedRecord] = []
      decoder!.decode(
        records, from: first, into: &batch, keys: &center.keys, types: &center.transactionTypes,
        rejects: &rejects)
      center.take(&batch)
      for case let place? in rejects.map(\.place) { center.noteRejectedContact(place) }
    }
    return reader.physicalLines
  }
}
