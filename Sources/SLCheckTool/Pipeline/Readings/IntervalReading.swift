import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics

/// Reads interval records.
struct IntervalReading: InputReading {
  private let decoder: IntervalDecoder
  private var findings: IntervalFindings
  private var flagged: FlaggedRows
  /// Which source of the tally the input is.
  private let source: Int
  /// Physical lines of all inputs before it.
  private let base: Int
  /// Whether rows can be nothing but the places of rows that a roll-up could not read.
  private let mayHoldPlaces: Bool
  private var places = 0

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
    findings = decoder.findings
    flagged = FlaggedRows(schema.mapping.habits.flags, header: schema.header)
    source = center.intervals.sources.count
    self.base = base
    mayHoldPlaces = schema.isRolledUp
    center.intervals.beginSource(base: base)
    center.archive?.beginIntervals()
  }

  var kind: RecordKind { .intervals }

  /// Thresholds in seconds that columns have counts of answered contacts for.
  var thresholds: [Int] {
    decoder.map.thresholds.filter { !$0.countsAbandoned }.map(\.seconds)
  }

  var unmapped: [String] { decoder.map.unmapped }
  var fallbacks: [ColumnMap.Fallback] { decoder.map.fallbacks }
  var offsets: [Int16] { findings.offsets.minutes }
  var plausibility: Plausibility? { findings.plausibility }

  var leftOut: [(cause: String, rows: Int)] {
    [
      ("repeated header", findings.leftOut.repeatedHeaders),
      ("totals", findings.leftOut.totalsRows),
      ("without any value", findings.leftOut.emptyRows),
      ("by the profile", findings.leftOut.ignoredByProfile), ("places of rejected rows", places),
    ] + ignored(findings.leftOut.ignoredByRule)
  }

  var notes: [String] {
    blanks + moved(findings.movedRows) + flags
  }

  private var flags: [String] {
    flagged.counts.filter { $0.rows > 0 }.map {
      "\($0.flag.column) is \($0.flag.word) in \(grouped($0.rows)) "
        + ($0.rows == 1 ? "row" : "rows") + ": \($0.flag.meaning)"
    }
  }

  private var blanks: [String] {
    findings.blankDurations.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map {
      "\($0.key) is blank in \($0.value) rows with answered contacts; "
        + "the averages of their days and months are not known"
    }
  }

  func decoding() -> IntervalDecoding { IntervalDecoding(decoder) }

  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _ decoded: inout IntervalDecoding,
    lines: Int, into center: inout CenterTally, rejects: inout [RejectedRecord]
  ) {
    findings.merge(decoded.findings)
    decoded.columns.settle(lines: lines, &decoded.keys, in: &center.keys)
    flagged.add(decoded.columns, from: records)
    center.intervals.add(decoded.columns, keys: center.keys)
    center.archive?.take(decoded.columns, keys: center.keys, base: base)
    center.noteTransfers(of: decoded.columns)
    for var reject in decoded.rejects {
      reject.settle(lines: lines, &decoded.keys, in: &center.keys)
      guard var place = reject.place else {
        rejects.append(reject)
        continue
      }
      let key = center.keys.keys[Int(place.key)]
      if mayHoldPlaces, key.part == RecordArchive.rejectedPart {
        places += 1
        place.key = center.keys.number(of: key.whole)
      } else {
        rejects.append(reject)
      }
      center.noteRejectedInterval(place)
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
    return [percentages, findings.handleTime.warning].compactMap(\.self)
  }

  /// A start, or the month that it stands for.
  private func text(_ start: IntervalStart) -> String {
    decoder.map.isMonthly ? start.day.month.description : start.description
  }
}
