import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// A record of a small kind that counts on the day of a time stamp.
protocol StampedRecord: RowRecord {
  /// What a row stands for.
  static var kind: RecordKind { get }
  /// The time that decides on which day it counts.
  var stamp: Stamp { get }

  /// Begins an input in the tally of its kind.
  static func begin(base: Int, _ center: inout CenterTally)
  /// Puts the record into the tally of its kind.
  func add(on day: CivilDate, line: Int, to center: inout CenterTally)
  /// What is looked for among the records; `nil` for nothing.
  static var plausibility: Plausibility? { get }
  /// Looks for figures that no center has.
  func weigh(_ plausibility: inout Plausibility)
  /// What became of the records of its kind.
  static func accounts(_ center: CenterTally) -> SourceAccounts
}

/// Reads evaluations or surveys.
struct ScoreReading<Record: StampedRecord>: RowReading {
  private(set) var reader: RowReader<Record>
  /// Which source of the tally the input is.
  private let source: Int
  private var first: Stamp?
  private var last: Stamp?
  private(set) var offsets: [Int16] = []
  private(set) var plausibility = Record.plausibility

  /// Begins an input.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  init(
    _ schema: FileSchema, delimiter: UInt8, _ configuration: Configuration, base: Int,
    _ center: inout CenterTally
  ) throws(SchemaError) {
    reader = RowReader(
      map: try FieldMap(kind: Record.kind, header: schema.header, mapping: schema.mapping),
      delimiter: delimiter, zone: configuration.zone)
    source = Record.accounts(center).sources.count
    Record.begin(base: base, &center)
  }

  var kind: RecordKind { Record.kind }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _: inout NoDecoding, lines: Int,
    into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    var rows: [RowReader<Record>.Numbered] = []
    reader.read(records, from: first, into: &rows, rejects: &rejects)
    for row in rows {
      let stamp = row.record.stamp
      note(stamp)
      if plausibility != nil { row.record.weigh(&plausibility!) }
      row.record.add(
        on: CivilDate(daysSinceEpoch: stamp.day), line: row.line, to: &center)
    }
  }

  func account(in center: CenterTally) -> InputAccount {
    let account = Record.accounts(center).sources[source]
    return InputAccount(
      accepted: account.accepted, repeated: account.repeated, dropped: account.dropped,
      first: first.map(ScoreReading.text), last: last.map(ScoreReading.text))
  }

  private mutating func note(_ stamp: Stamp) {
    func key(_ stamp: Stamp) -> (Int32, Int32) { (stamp.day, stamp.secondOfDay) }
    if first.map({ key(stamp) < key($0) }) ?? true { first = stamp }
    if last.map({ key(stamp) > key($0) }) ?? true { last = stamp }
    if let offset = stamp.offsetMinutes, offsets.count < 2, !offsets.contains(offset) {
      offsets.append(offset)
    }
  }

  private static func text(_ stamp: Stamp) -> String {
    let start = IntervalStart(
      day: CivilDate(daysSinceEpoch: stamp.day),
      time: CivilTime(minuteOfDay: Int(stamp.secondOfDay) / 60))
    return "\(start)"
  }
}

// MARK: - Kinds

extension EvaluationRecord: StampedRecord {
  static var kind: RecordKind { .evaluations }
  var stamp: Stamp { evaluatedAt }
  static var plausibility: Plausibility? { .ofScores }

  static func begin(base: Int, _ center: inout CenterTally) {
    center.evaluations.beginSource(base: base)
  }

  func add(on day: CivilDate, line: Int, to center: inout CenterTally) {
    center.take(self, on: day, line: line)
  }

  static func accounts(_ center: CenterTally) -> SourceAccounts { center.evaluations.accounts }
}

extension SurveyRecord: StampedRecord {
  static var kind: RecordKind { .surveys }
  var stamp: Stamp { respondedAt }
  /// An answer off its scale is rejected anyway.
  static var plausibility: Plausibility? { nil }

  static func begin(base: Int, _ center: inout CenterTally) {
    center.surveys.beginSource(base: base)
  }

  func add(on day: CivilDate, line: Int, to center: inout CenterTally) {
    center.take(self, on: day, line: line)
  }

  func weigh(_ plausibility: inout Plausibility) {}

  static func accounts(_ center: CenterTally) -> SourceAccounts { center.surveys.accounts }
}
