import Basics
import MaturityRules
import PerformanceMetrics

/// The wire form of the attainment of a month, version 1; `MonthSummarySchema` describes it.
struct EncodedMonthSummary: Encodable {
  let schema = "slcheck.summary/1"
  private let month: String
  private let complete: Bool
  private let unmatched: Int
  private let breakdowns: EncodedBreakdowns
  private let services: [Service]
  private let figures: [Figure]
  private let standards: [EncodedStandard]
  private let requirements: [EncodedRequirement]

  /// A service in the month.
  private struct Service: Encodable {
    let name: String
    @Nullable var site: String?
    let objectives: [EncodedObjective]
    let formula: String
    let assumed: Bool
    let month: EncodedFigures
    let months: [Month]
    @Nullable var runRate: Rate?
    /// Left out where nobody asked for them.
    let days: [EncodedDay]?
    let intervals: [EncodedInterval]?
  }

  /// A month of the ladder.
  private struct Month: Encodable {
    let month: String
    @Nullable var serviceLevel: EncodedRatio?
    let state: String
  }

  /// What the month needs of the contacts to come.
  private struct Rate: Encodable {
    let from: String
    let to: String
    let expected: Int
    let needed: Int
    let missing: Int
  }

  /// A figure other than those of services.
  private struct Figure: Encodable {
    let figure: String
    let scope: String
    @Nullable var pending: Int?
    @Nullable var value: String?
    @Nullable var objective: String?
    @Nullable var state: String?
  }

  init(_ summary: MonthSummary) {
    let report = summary.report
    month = summary.month.description
    complete = summary.isComplete
    unmatched = report.center.unmatched
    breakdowns = EncodedBreakdowns(breakdowns: report.center.breakdowns, threads: 1)
    services = summary.services.map { service in
      let records = service.records
      var figures = EncodedFigures(service.figures)
      figures.month = .init(
        summary.month, isComplete: summary.isComplete, state: service.figures.state)
      figures.waits = records.waits?.percentiles(summary.days)
      return Service(
        name: service.metrics.service.name,
        site: Nullable(wrappedValue: service.metrics.site),
        objectives: service.metrics.service.objectives.objectives.map(EncodedObjective.init),
        formula: service.metrics.service.formula.rawValue,
        assumed: report.configuration.isAssumed, month: figures,
        months: summary.ladder.filter(records.months.contains).map { month in
          let figures = records.figures(month).figures
          return Month(
            month: month.description,
            serviceLevel: Nullable(
              wrappedValue: figures.serviceLevel.map { EncodedRatio($0, .down) }),
            state: figures.state.rawValue)
        },
        runRate: Nullable(
          wrappedValue: service.runRate.map {
            Rate(
              from: $0.days.lowerBound.description, to: $0.days.upperBound.description,
              expected: $0.expected, needed: $0.needed, missing: $0.holes)
          }),
        days: report.detail == nil
          ? nil
          : records.days.filter { summary.days.contains($0.day) }
            .map { EncodedDay(day: $0.day, figures: $0.figures) },
        intervals: report.detail == .intervals
          ? records.source.intervals(in: summary.days).map { EncodedInterval(interval: $0) } : nil)
    }
    figures = summary.figures.map {
      Figure(
        figure: $0.name, scope: $0.scope, pending: Nullable(wrappedValue: $0.pending),
        value: Nullable(wrappedValue: $0.value),
        objective: Nullable(wrappedValue: $0.objective),
        state: Nullable(wrappedValue: $0.state?.rawValue))
    }
    standards = report.findings.map(EncodedStandard.init)
    requirements = report.requirements.map { EncodedRequirement($0, report.findings) }
  }
}
