import Basics
import ContactRecords
import PerformanceMetrics
import Reports

/// The wire form of a sample, version 1; `RecordSampleSchema` describes it key by key.
struct EncodedRecordSample: Encodable {
  let schema = "slcheck.sample/1"
  private let seed: String
  private let asked: Int
  private let population: Population
  private let records: [Record]
  private let bounds: [Bounds]
  private let remarks: [String]

  /// What could have been drawn.
  private struct Population: Encodable {
    let intervals: Int
    let contacts: Int
  }

  init(_ sample: RecordSample) {
    (seed, asked) = (sample.seed, sample.asked)
    population = Population(intervals: sample.intervals, contacts: sample.contacts)
    records = sample.records.map(Record.init)
    bounds = sample.bounds.map(Bounds.init)
    remarks = sample.remarks
  }
}

/// One drawn record.
private struct Record: Encodable {
  let draw: Int
  let kind: String
  let rows: [EncodedPosition]
  let site: String
  let queue: String
  let channel: String
  let start: String
  let secondPass: Bool
  @Nullable var counts: Counts?
  @Nullable var contact: Contact?

  /// What an interval record counts.
  struct Counts: Encodable {
    let offered: Int
    let answered: Int
    let abandoned: Int
    @Nullable var answeredWithin: Int?
  }

  /// What became of a contact.
  struct Contact: Encodable {
    let outcome: String
    @Nullable var waitSeconds: String?
    @Nullable var handleSeconds: String?
  }

  init(_ numbered: RecordSample.Numbered) {
    let record = numbered.record
    draw = numbered.number
    rows = numbered.positions.map(EncodedPosition.init)
    secondPass = record.isSecondPass
    (site, queue, channel) = (record.key.site, record.key.queue, record.key.channel)
    start = record.start
    switch record.content {
    case .sums(let sums, let length):
      kind =
        switch length {
        case .interval: "interval"
        case .day: "day"
        case .month: "month"
        }
      counts = Counts(
        offered: sums.offered, answered: sums.answered, abandoned: sums.abandoned,
        answeredWithin: Nullable(wrappedValue: record.knownWithin(sums)))
      contact = nil
    case .contact(let outcome, let wait, let handle):
      kind = "contact"
      counts = nil
      contact = Contact(
        outcome: outcome.word,
        waitSeconds: Nullable(wrappedValue: wait.map(DrawnRecord.seconds)),
        handleSeconds: Nullable(wrappedValue: handle.map(DrawnRecord.seconds)))
    }
  }
}

/// What so many faulty records say.
private struct Bounds: Encodable {
  let faulty: Int
  let atMost: String
  let low: String
  let high: String

  init(_ bounds: ErrorRateBounds) {
    faulty = bounds.faulty
    atMost = percentText(bounds.atMost)
    (low, high) = (percentText(bounds.low), percentText(bounds.high))
  }
}

extension RecordSample {
  /// The sample as JSON, which `RecordSampleSchema` describes.
  ///
  /// - Throws: When it cannot be encoded, which would be a bug.
  public func json() throws -> [UInt8] {
    try JSONRenderer.encoded(Framed(EncodedRecordSample(self), of: report))
  }
}
