internal import Basics
internal import ContactRecords
internal import PerformanceMetrics
package import Reports

/// Finds what became of the single intervals of two exports, by site, queue, channel and start.
///
/// The reports of the exports hold their records; they are gone through day by day, so that no
/// more than a day of each is laid out at once.
package enum RecordDifference: Sendable {
  /// Compares the records of two reports.
  ///
  /// - Parameter limit: How many intervals are named; all are counted.
  /// - Returns: `nil` where neither has interval records.
  /// - Complexity: O(*n*) in the intervals of both.
  package static func intervals(
    _ before: Report, _ after: Report, keeping limit: Int = 10
  ) -> EntryDifference? {
    let sources = (sources(before), sources(after))
    let spans = (sources.0 + sources.1).map(\.span)
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
    else { return nil }
    var difference = EntryDifference(keeping: limit)
    for offset in 0...(last - first) {
      compare(
        records(sources.0, of: first + offset), records(sources.1, of: first + offset),
        &difference)
    }
    return difference
  }

  private typealias Source = (source: IntervalSource, span: ClosedRange<CivilDate>)

  private static func sources(_ report: Report) -> [Source] {
    report.center.services.compactMap { service in
      service.records.map { records in
        (records.source, records.recorded.lowerBound.month.firstDay...records.judged.end)
      }
    }
  }

  private static func records(_ sources: [Source], of day: CivilDate) -> [TracedRecord] {
    sources.flatMap { $0.span.contains(day) ? $0.source.records(of: day) : [] }
  }

  private static func compare(
    _ before: [TracedRecord], _ after: [TracedRecord], _ difference: inout EntryDifference
  ) {
    var rest: [NameBytes: TracedRecord] = [:]
    for record in after { rest[NameBytes(names(record, isWhole: true))] = record }
    for record in before {
      guard let other = rest.removeValue(forKey: NameBytes(names(record, isWhole: true))) else {
        difference.noteGone(names(record))
        continue
      }
      let isSame = record.sums == other.sums
      let values = isSame ? [] : values(record.sums, other.sums)
      difference.note(names(record), values, count: isSame ? 0 : max(1, values.count))
    }
    for record in after where rest[NameBytes(names(record, isWhole: true))] != nil {
      difference.noteAdded(names(record))
    }
  }

  /// What a record is called.
  ///
  /// - Parameter isWhole: Whether names that are empty are among them.
  private static func names(_ record: TracedRecord, isWhole: Bool = false) -> [String] {
    let key = [record.key.site, record.key.queue, record.key.channel, record.key.part]
    let moment = record.isMonth ? record.start.day.month.description : record.start.description
    return key.filter { isWhole || !$0.isEmpty } + [moment]
      + (record.isSecondPass ? ["second pass"] : [])
  }

  /// The counts that differ.
  private static func values(
    _ was: ContactSums, _ now: ContactSums
  ) -> [DocumentComparison.Difference] {
    let counts: [(String, any KeyPath<ContactSums, Int> & Sendable)] = [
      ("offered", \.offered), ("answered", \.answered), ("abandoned", \.abandoned),
      ("answeredWithin", \.answeredWithin), ("abandonedWithin", \.abandonedWithin),
      ("shortAbandoned", \.shortAbandoned), ("flowOut", \.flowOut),
      ("waitMilliseconds", \.waitMilliseconds), ("handleMilliseconds", \.handleMilliseconds),
      ("rows", \.rows),
    ]
    return counts.compactMap { name, count in
      let (was, now) = (was[keyPath: count], now[keyPath: count])
      return was == now
        ? nil : .init(path: name, was: String(was), now: String(now), entries: [])
    }
  }
}
