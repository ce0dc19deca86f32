import Basics
import PerformanceMetrics

/// What is listed of a service on request: its parts, its days, its intervals.
extension TextRenderer {
  /// Writes the totals of the parts of a service.
  mutating func writeBreakdowns(_ metrics: ServiceMetrics) {
    let parts = report.center.breakdowns.filter {
      $0.service == metrics.service && $0.site == metrics.site
    }
    guard let dimensions = parts.first?.by.map(\.dimension.rawValue) else { return }
    let right = TextTable.Alignment.right
    var table = TextTable(
      dimensions.map { _ in .left } + [right, right, right, right, right, right, right])
    table.add(
      dimensions + ["offered", "service level", "days met", "intervals met", "abandoned"]
        + ["ASA", "AHT"])
    for part in parts {
      let names = part.by.map { $0.name.isEmpty ? "-" : VisibleText.escaping($0.name) }
      let figures = cells("", "", part.total)
      table.add(names + figures[1...2] + figures[4...])
    }
    lines += ["", "  in total by \(dimensions.joined(separator: ", "))"]
    lines.append(table, indent: 4)
  }

  /// Writes the days of a service, or its intervals, where somebody asked for them.
  mutating func writeDetail(_ records: ServiceMetrics.Records) {
    guard let detail = report.detail else { return }
    lines.append("")
    writeDetail(detail, records, over: records.span)
  }

  /// Writes the days of a span, or its intervals.
  mutating func writeDetail(
    _ detail: ReportDetail, _ records: ServiceMetrics.Records, over span: ClosedRange<CivilDate>
  ) {
    let right = TextTable.Alignment.right
    switch detail {
    case .days:
      var table = TextTable([.left, right, right, .left, right, right, right, right])
      table.add([
        "day", "offered", "service level", "", "intervals met", "abandoned", "ASA", "AHT",
      ])
      for (day, figures) in records.days where span.contains(day) {
        let row = cells("\(day)", figures.state.rawValue, figures)
        table.add(Array(row[...3] + row[5...]))
      }
      lines.append(table, indent: 2)
    case .intervals:
      var table = TextTable([.left, right, right, .left, right, right, right])
      table.add(["interval", "offered", "service level", "", "abandoned", "ASA", "AHT"])
      for interval in records.source.intervals(in: span) {
        let row = cells("\(interval.start)", interval.state.rawValue, interval.figures)
        table.add(Array(row[...3] + row[6...]))
      }
      lines.append(table, indent: 2)
    }
  }
}
