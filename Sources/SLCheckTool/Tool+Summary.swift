import Basics
import PerformanceMetrics
import Reports

extension Tool {
  /// Sums up a month: its figures, the ladder as of its end, and what comes next.
  ///
  /// The center is judged as of the end of the month, or of the data where the month is still
  /// running; without a month, of the last complete one.
  static func summary(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    try OutputCollision.check(arguments)
    let configuration = try ConfigurationFile.read(arguments)
    let gathered = try gather(arguments, configuration, Diagnostics(arguments))
    let records = gathered.records
    var report = try report(records, configuration)
    let asOf = report.center.asOf
    let month = arguments.month ?? month(report)
    guard month <= asOf.month else {
      throw ToolError(
        sentence: "summary: as-of is \(asOf), before \(month) begins", .data)
    }
    if month.lastDay < asOf {
      report = try self.report(records, configuration, asOf: month.lastDay)
    }
    report.ledger = gathered.ledger?.summary
    report.detail = arguments.detail
    let summary = MonthSummary(report)
    let result = try rendered("the summary", arguments) {
      MonthSummaryRenderer.text(summary, $0)
    } json: {
      try MonthSummaryRenderer.json(summary)
    } other: { _ in
      Array(MonthSummaryRenderer.markdown(summary).utf8)
    }
    try gathered.ledger?.commit()
    try write(result, to: arguments.outputPath)
    sayUnmet(report, arguments)
    return status(of: report)
  }

  /// The last complete month; the running one where the data begin in it.
  private static func month(_ report: Report) -> CivilMonth {
    let asOf = report.center.asOf
    let last = asOf.lastCompleteMonth
    let firsts = report.center.services.compactMap { $0.records?.recorded.lowerBound.month }
    guard let first = firsts.min() else { return last }
    return first <= last ? last : asOf.month
  }
}
