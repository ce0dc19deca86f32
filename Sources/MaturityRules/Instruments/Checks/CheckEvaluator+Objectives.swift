import Basics
import ContactRecords
import PerformanceMetrics

// MARK: - Objectives and results

extension CheckEvaluator {
  var objectivesConfigured: Outcome {
    background.namesObjectives
      ? .holds("the configuration names objectives")
      : .invisible("no configuration names any objective")
  }

  var objectivesInForce: Outcome {
    guard background.namesObjectives else {
      return .invisible("no configuration names any objective")
    }
    guard !measures.isEmpty else { return .invisible("no measure has data in these months") }
    let without = measures.filter { !$0.objective.isSuperset(of: figures.months.all) }.map(\.name)
    return without.isEmpty
      ? .holds("an objective in all \(figures.monthCount) months for every measure with data")
      : .fails("months without an objective: \(CheckWords.list(without))")
  }

  var resultsAgainstObjectives: Outcome {
    let judged = measures.filter { !$0.objective.isEmpty }
    guard !judged.isEmpty else { return .invisible("no measure with data has an objective") }
    let open = judged.filter { !$0.isWhole(in: figures.months) }.map(\.name)
    return open.isEmpty
      ? .holds("results against objectives in all \(figures.monthCount) months")
      : .fails("months without a result or an objective: \(CheckWords.list(open))")
  }

  var servicesWithObjectives: Outcome {
    guard background.namesServices else {
      return .invisible("no configuration names any service")
    }
    let services = Dictionary(grouping: center.services, by: \.service.name).values.compactMap {
      $0.first?.service
    }
    let apart = services.filter { !$0.match.queue.isEmpty || !$0.match.channel.isEmpty }
    // What takes the rest needs no pattern of its own.
    guard services.count > 1, apart.count >= services.count - 1 else {
      return .fails("services do not tell channels or queues apart")
    }
    let without = services.filter { $0.objectives.objectives.isEmpty }.map(\.name).sorted()
    return without.isEmpty
      ? .holds("\(services.count) services, each with its objective")
      : .fails("without an objective: \(CheckWords.list(without))")
  }
}

// MARK: - Records and trends

extension CheckEvaluator {
  var recordsInEveryMonth: Outcome {
    var months = figures.queues.reduce(into: figures.scoreMonths) { $0.formUnion($1.recorded) }
    for costs in center.costs {
      months.formUnion(figures.months.all.filter { !costs.month($0).categories.isEmpty })
    }
    if let quality = center.costOfQuality {
      for period in quality.periods where !quality.figures(period).categories.isEmpty {
        months.formUnion(figures.months.all.filter { period.days.contains($0.firstDay) })
      }
    }
    return inEveryMonth(months, "records")
  }

  var trendsAgainstObjectives: Outcome {
    let services = center.services.filter { $0.records != nil }
    let judged = services.filter { !$0.service.objectives.objectives.isEmpty }
    let hasLevels = background.namesServices && judged.contains { hasTrend($0) }
    let hasScores = center.quality.scopes.contains { $0.trend != nil && $0.hasObjective }
    switch (hasLevels, hasScores) {
    case (true, true): return .holds("trends of service level and quality")
    case (true, false): return .fails("no trend of quality against an objective")
    case (false, true): return .fails("no trend of service level against an objective")
    case (false, false): return .fails("no trend against an objective")
    }
  }

  /// Whether a service has enough months for a trend.
  private func hasTrend(_ metrics: ServiceMetrics) -> Bool {
    let name = CheckWords.name(metrics.service.name, metrics.site)
    return measures.contains { $0.name == name && $0.valued.count >= Trend.minimumPoints }
  }

  func soundRecords(coveragePercent: Int) -> Outcome {
    guard center.services.contains(where: { $0.records != nil }) else {
      return .invisible("no contacts, whose coverage could be told")
    }
    var faults: [String] = []
    let days = figures.months.lowerBound.firstDay...figures.months.upperBound.lastDay
    for metrics in center.services {
      guard let history = metrics.records?.judged else { continue }
      let span = max(days.lowerBound, history.start)...min(days.upperBound, history.end)
      guard let coverage = history.figures(span).coverage,
        coverage.numerator * 100 < coveragePercent * coverage.denominator
      else { continue }
      faults.append(
        "coverage of \(CheckWords.name(metrics.service.name, metrics.site)) "
          + coverage.percentText(.down) + " %")
    }
    let rejected = background.rejected.values.reduce(0, +)
    if rejected > 0 { faults.append("\(rejected) rows rejected") }
    let suspects = center.suspectDays.filter { days.contains($0.day) }.map { "\($0.day)" }
    if !suspects.isEmpty {
      faults.append("days that contradict themselves: \(CheckWords.list(suspects))")
    }
    return faults.isEmpty
      ? .holds("coverage, rejects and counts are sound") : .fails(CheckWords.list(faults))
  }

  var costsAndValues: Outcome {
    let costs = center.costs.contains { scope in
      figures.months.all.allSatisfy { !scope.month($0).categories.isEmpty }
    }
    let types = center.transactionValue?.types ?? []
    let valued = Set(
      types.flatMap(\.months).filter { $0.sums.perContact != nil }.map(\.month))
    let values = figures.months.missing(from: valued).isEmpty
    switch (costs, values) {
    case (true, true): return .holds("expenses by category and transaction values in every month")
    case (true, false): return .holds("its expense half, by category in every month")
    case (false, true): return .holds("its revenue half, as transaction values in every month")
    case (false, false): return .fails("neither costs nor values in every month")
    }
  }
}
