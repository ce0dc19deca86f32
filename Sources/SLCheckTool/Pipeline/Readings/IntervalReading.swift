import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads interval records.
struct IntervalReading: InputReading {
  private var decoder: IntervalDecoder
  private var columns: IntervalBatch
  private var flagged: FlaggedRows
  /// Which source of the tally the input is.
  private let source: Int

  /// Begins an input.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  init(
    _ schema: FileSchema, delimiter: UInt8, _ configuration: Configuration, base: Int,
    _ center: inout CenterTally
  ) throws(SchemaError) {
    let map = try ColumnMap(header: schema.header, mapping: schema.mapping)
    decoder = IntervalDecoder(
      map: map, delimiter: delimiter,
      options: .init(
        intervalMinutes: configuration.intervalMinutes,
        rejectsContradictions: configuration.strictCounts, zone: configuration.zone))
    columns = IntervalBatch(thresholds: map.thresholds)
    flagged = FlaggedRows(schema.mapping.habits.flags, header: schema.header)
    source = center.intervals.sources.count
    center.intervals.beginSource(base: base)
  }

  var kind: RecordKind { .intervals }
  var unmapped: [String] { decoder.map.unmapped }
  var fallbacks: [ColumnMap.Fallback] { decoder.map.fallbacks }
  var offsets: [Int16] { decoder.offsets }
  var plausibility: Plausibility? { decoder.plausibility }

  var leftOut: [(cause: String, rows: Int)] {
    [
      ("repeated header", decoder.repeatedHeaders), ("totals", decoder.totalsRows),
      ("without any value", decoder.emptyRows),
      ("by the profile", decoder.ignoredByProfile),
    ] + ignored(decoder.ignoredByRule)
  }

  var notes: [String] {
    blanks + moved(decoder.movedRows) + flags
  }

  private var flags: [String] {
    flagged.counts.filter { $0.rows > 0 }.map {
      "\($0.flag.column) is \($0.flag.word) in \(grouped($0.rows)) "
        + ($0.rows == 1 ? "row" : "rows") + ": \($0.flag.meaning)"
    }
  }

  private var blanks: [String] {
    decoder.blankDurations.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map {
      "\($0.key) is blank in \($0.value) rows with answered contacts; "
        + "the averages of their days and months are not known"
    }
  }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, into center: inout CenterTally,
    rejects: inout [RejectedRecord]
  ) {
    decoder.decode(records, from: first, into: &columns, keys: &center.keys, rejects: &rejects)
    flagged.add(columns, from: records)
    center.intervals.add(columns, keys: center.keys)
    for reject in rejects {
      guard let place = reject.place else { continue }
      center.intervals.noteRejected(
        key: place.key, in: center.keys, day: place.day, time: place.time, pass: place.pass,
        isMonth: place.isMonth)
    }
  }

  func account(in center: CenterTally) -> InputAccount {
    let tally = center.intervals.sources[source]
    return InputAccount(
      accepted: tally.accepted, repeated: tally.repeated, dropped: tally.dropped,
      suspect: tally.suspect, notes: notes(of: tally), warnings: warnings(of: tally),
      first: tally.first.map(text), last: tally.last.map(text))
  }

  /// Says where the counts of contacts answered in time come from.
  private func notes(of tally: IntervalTally.SourceTally) -> [String] {
    guard decoder.map.readsPercentages else { return [] }
    return [
      "no count of contacts answered in time: service_level stands in for it, so that figures are "
        + "from rounded percentages"
    ]
  }

  /// Says which figures look wrong.
  private func warnings(of tally: IntervalTally.SourceTally) -> [String] {
    let impossible = tally.impossiblePercentages
    let percentages =
      impossible > 0
      ? "a service level that no whole number of contacts gives in \(grouped(impossible)) "
        + (impossible == 1 ? "row" : "rows")
        + "; check its formula and what is mapped to offered"
      : nil
    return [percentages, decoder.handleTime.warning].compactMap(\.self)
  }

  /// A start, or the month that it stands for.
  private func text(_ start: IntervalStart) -> String {
    decoder.map.isMonthly ? start.day.month.description : start.description
  }
}
