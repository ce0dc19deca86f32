import Basics
import ContactRecords
import DelimitedText
import MaturityRules
import PerformanceMetrics
import Reports
import TestSupport
import Testing

/// Reports made from CSV text, the way the tool makes them.
enum SmallReport {
  static let header =
    "interval_start,site,queue,channel,offered,answered,abandoned,answered_within_20,"
    + "short_abandoned,flow_out,wait_seconds,handle_seconds"

  /// Builds a report from a table.
  static func make(
    _ csv: String, path: String = "center.csv", services: [Service] = [.assumed],
    asOf: CivilDate? = nil, requirements: [Requirement] = [], notes: [String] = [],
    by: [KeyDimension] = [], detail: ReportDetail? = nil
  ) throws -> Report {
    var reader = try RecordReader(MemoryByteSource(Array(csv.utf8)))
    var tally = IntervalTally(services: services)
    tally.beginSource(base: 0)
    var (batch, keys, rejects) = (RecordBatch(), KeyTable(), [RejectedRecord]())
    var decoder: IntervalDecoder?
    var columns = IntervalBatch()
    var rows = InputSummary.Rows()
    while try reader.read(into: &batch) {
      var first = 0
      if decoder == nil {
        let header = (0..<Int(batch.rows[0].fieldCount)).map { batch.text(row: 0, field: $0) }
        let map = try ColumnMap(header: header, columns: [:])
        columns = IntervalBatch(thresholds: map.thresholds)
        decoder = IntervalDecoder(map: map, delimiter: reader.dialect.delimiter)
        first = 1
      }
      rows.read += batch.rows.count - first
      decoder?.decode(batch, from: first, into: &columns, keys: &keys, rejects: &rejects)
      tally.add(columns, keys: keys)
    }
    let source = try #require(tally.sources.first)
    (rows.accepted, rows.rejected) = (source.accepted, rejects.count)
    rows.repeated = source.repeated
    let center = try CenterMetrics(
      tally, options: MetricsOptions(asOf: asOf, by: by, leeway: Toolkit.leeway))
    let input = InputSummary(
      path: path, bytes: csv.utf8.count, kind: "intervals", encoding: "utf-8", delimiter: ",",
      first: source.first?.description, last: source.last?.description, rows: rows,
      suspect: source.suspect, unmapped: decoder?.map.unmapped ?? [],
      rejects: rejects.prefix(10).map {
        .init(line: $0.line, column: $0.column, reason: $0.reason.description)
      }, notes: notes)
    var report = Report(
      version: "0.0.0",
      configuration: ConfigurationSummary(
        sha256: String(repeating: "0", count: 64), effective: EmptyConfiguration(),
        isAssumed: services == [.assumed]),
      inputs: [input], center: center, findings: Evaluator.findings(center),
      requirements: requirements, implausible: [])
    report.rules = Evaluator.rules(center)
    report.records = [RecordCounts(kind: input.kind, rows: input.rows)]
    report.detail = detail
    return report
  }

  /// A configuration that says nothing.
  private struct EmptyConfiguration: Encodable {}

  /// Two queues of two sites over three months, with an hour that is missing, short
  /// abandons, flow-outs, and half hours without contacts.
  static let center: String = {
    var lines = [header]
    for day in 0..<61 {
      let date = CivilDate("2026-01-05")! + day
      guard date.weekday != .saturday, date.weekday != .sunday else { continue }
      for (site, queue) in [("Austin", "Billing"), ("Dallas", "Support")] {
        for (index, time) in ["09:00", "09:30", "10:00", "10:30"].enumerated() {
          // The export of one morning failed.
          if site == "Dallas", day == 21, index < 2 { continue }
          let offered = (day * 5 + index * 7 + queue.count) % 13
          let abandoned = offered / 5
          let flowOut = offered % 7 == 6 ? 1 : 0
          let answered = offered - abandoned - flowOut
          let within = site == "Austin" ? answered : answered * 3 / 4
          lines.append(
            "\(date) \(time),\(site),\(queue),voice,\(offered),\(answered),\(abandoned),\(within),"
              + "\(abandoned / 2),\(flowOut),\(answered * 11),\(answered * 233)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()
}

/// Text that was looked at once and is kept.
enum Golden {
  /// Compares text with a file of the folder Golden, or records it when
  /// SLCHECK_RECORD=1 is set, and then fails.
  static func check(
    _ text: String, _ name: String, location: SourceLocation = #_sourceLocation
  ) throws {
    let path = "Tests/ReportsTests/Golden/" + name
    if PackageFiles.isRecording {
      try PackageFiles.write(text, path)
      Issue.record("recorded \(path)", sourceLocation: location)
      return
    }
    let golden = String(decoding: try PackageFiles.bytes(path), as: UTF8.self)
    guard text != golden else { return }
    let (new, old) = (text.split(separator: "\n"), golden.split(separator: "\n"))
    let line = zip(new, old).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(path) differs from line \(line + 1) on:
      \(new.dropFirst(line).first ?? "(end)")
      was
      \(old.dropFirst(line).first ?? "(end)")
      """, sourceLocation: location)
  }
}
