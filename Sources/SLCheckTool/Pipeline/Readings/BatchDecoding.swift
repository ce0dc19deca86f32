import ContactRecords
import DelimitedText

/// Decodes the rows of a batch apart from all others, on any thread.
protocol BatchDecoding: Sendable {
  /// Decodes the rows of a batch; what was decoded before and not taken is forgotten.
  ///
  /// - Parameter first: The first row that is not the header.
  mutating func decode(_ records: borrowing RecordBatch, from first: Int)
}

/// Decodes nothing: the rows of a small kind are read when they are taken.
struct NoDecoding: BatchDecoding {
  mutating func decode(_ records: borrowing RecordBatch, from first: Int) {}
}

/// Decodes interval records.
struct IntervalDecoding: BatchDecoding {
  private(set) var decoder: IntervalDecoder
  var columns: IntervalBatch
  var keys = LocalKeys()
  private(set) var rejects: [RejectedRecord] = []
  private(set) var findings: IntervalFindings

  init(_ decoder: IntervalDecoder) {
    self.decoder = decoder
    columns = IntervalBatch(decoder.map)
    findings = decoder.findings
  }

  mutating func decode(_ records: borrowing RecordBatch, from first: Int) {
    rejects.removeAll(keepingCapacity: true)
    decoder.decode(records, from: first, into: &columns, keys: &keys.table, rejects: &rejects)
    findings = decoder.takeFindings()
  }
}

/// Decodes contacts.
struct ContactDecoding: BatchDecoding {
  private(set) var decoder: ContactDecoder
  var batch = ContactBatch()
  var keys = LocalKeys()
  private(set) var types = TransactionTypes()
  private(set) var rejects: [RejectedRecord] = []
  private(set) var findings: ContactFindings

  init(_ decoder: ContactDecoder) {
    self.decoder = decoder
    findings = decoder.findings
  }

  mutating func decode(_ records: borrowing RecordBatch, from first: Int) {
    rejects.removeAll(keepingCapacity: true)
    decoder.decode(
      records, from: first, into: &batch, keys: &keys.table, types: &types, rejects: &rejects)
    findings = decoder.takeFindings()
  }
}
