import Basics
import PerformanceMetrics

/// Reads the measures that are known by whole months: scores, costs, resolution.
struct MonthlyReading {
  /// What is read.
  let measure: ClaimMeasure
  /// The part of the center.
  let scope: ClaimScope
  /// The months, all of them whole.
  let months: ClosedRange<CivilMonth>

  /// Creates the reading of a period.
  ///
  /// - Throws: `FigureFailure` where the period is not one of whole months.
  init(
    _ measure: ClaimMeasure, _ scope: ClaimScope, days: ClosedRange<CivilDate>
  ) throws(FigureFailure) {
    self.measure = measure
    self.scope = scope
    let (first, last) = (days.lowerBound.month, days.upperBound.month)
    guard first.firstDay == days.lowerBound, last.lastDay == days.upperBound else {
      throw .onlyMonths
    }
    months = first...last
  }

  /// Reads the figure.
  func figure(_ center: CenterMetrics) throws(FigureFailure) -> AuditedFigure {
    guard scope.service == nil, scope.queue == nil, scope.channel == nil else {
      throw measure == .firstContactResolution ? .onlyOrganization : .onlySite
    }
    switch measure {
    case .quality:
      return try score(
        center.quality.scopes, .percent, kind: "quality evaluations",
        rounding: center.quality.targets.objectives.isEmpty ? .nearest : .down)
    case .satisfaction:
      let targets = center.satisfaction.targets
      let rounding: DecimalRounding =
        targets.objectives.isEmpty ? .nearest : targets.direction == .higher ? .down : .up
      let all = center.satisfaction.organization.map { [$0] } ?? []
      return try score(
        scope.site == nil ? all : center.satisfaction.scopes, center.satisfaction.unit,
        kind: "surveys", rounding: rounding)
    case .costPerContact: return try cost(center)
    default: return try resolution(center)
    }
  }

  private func each(
    _ visit: (CivilMonth) throws(FigureFailure) -> Void
  ) throws(FigureFailure) {
    for index in months.lowerBound.index...months.upperBound.index {
      try visit(CivilMonth(index: index))
    }
  }

  /// Reads a score: of several months by their points, or by their answers.
  private func score(
    _ scopes: [ScoreScope], _ unit: ScoreUnit, kind: String, rounding: DecimalRounding
  ) throws(FigureFailure) -> AuditedFigure {
    guard !scopes.isEmpty else { throw .noRecordsOfKind(kind) }
    let wanted = scopes.filter { scope.site == nil || $0.name == scope.site }
    if wanted.isEmpty { throw unknownSite(scopes.map(\.name)) }
    var (sum, weight) = (Fraction(0), Fraction(0))
    var found: [ScoreMonth] = []
    try each { (month: CivilMonth) throws(FigureFailure) in
      guard wanted.contains(where: { ($0[month]?.count ?? 0) > 0 }) else {
        throw .noRecordsIn(month)
      }
      for scope in wanted {
        guard let scores = scope[month], scores.count > 0 else { continue }
        guard let value = scores.value else { throw .notKnown("one scale for all answers") }
        sum = (sum + Fraction(value) * scores.weight).reduced
        weight = (weight + scores.weight).reduced
        found.append(scores)
      }
    }
    guard weight.signum > 0 else { throw .noRecords }
    let isShare = unit == .percent
    var figure = AuditedFigure(
      value: sum / weight * (isShare ? 100 : 1),
      parts: found.count == 1 ? found[0].value : nil, form: isShare ? .share : .average)
    figure.rounding = rounding
    figure.mayRoundUp = rounding == .up
    return figure
  }

  /// Reads a cost per contact: of several months and scopes by their contacts.
  private func cost(_ center: CenterMetrics) throws(FigureFailure) -> AuditedFigure {
    guard !center.costs.isEmpty else { throw .noRecordsOfKind("costs") }
    let wanted = center.costs.filter { scope.site == nil || $0.scope.name == scope.site }
    if wanted.isEmpty { throw unknownSite(center.costs.map(\.scope.name)) }
    var (amount, contacts) = (Fraction(0), 0)
    var isJudged = false
    try each { (month: CivilMonth) throws(FigureFailure) in
      for scope in wanted {
        let cost = scope.month(month)
        guard let own = cost.amount else { throw .notKnown("costs of \(month)") }
        guard cost.value != nil else { throw .notKnown("contacts, or costs by site, of \(month)") }
        amount = (amount + own).reduced
        contacts += cost.contacts
        isJudged = isJudged || cost.objective != nil
      }
    }
    guard contacts > 0 else { throw .nothingToCount }
    var figure = AuditedFigure(value: amount / contacts, parts: nil, form: .average)
    figure.rounding = isJudged ? .up : .nearest
    figure.mayRoundUp = isJudged
    figure.unit = .money
    return figure
  }

  /// Reads first contact resolution by the method that is judged.
  private func resolution(_ center: CenterMetrics) throws(FigureFailure) -> AuditedFigure {
    guard scope.site == nil else { throw .onlyOrganization }
    guard let judged = center.resolution.first else {
      throw .noRecordsOfKind("contacts of known customers")
    }
    var counts = ResolutionCounts()
    var isJudged = false
    try each { (month: CivilMonth) throws(FigureFailure) in
      guard let own = judged.month(month), !own.counts.isEmpty else { throw .noRecordsIn(month) }
      counts.merge(own.counts)
      isJudged = isJudged || own.objective != nil
    }
    guard var figure = AuditedFigure(share: counts.resolved, of: counts.decided) else {
      throw .nothingToCount
    }
    figure.rounding = isJudged ? .down : .nearest
    return figure
  }

  private func unknownSite(_ known: [String]) -> FigureFailure {
    let site = scope.site ?? ""
    return .unknownName("site", site, nearest: NearestName.of(site, in: known))
  }
}
