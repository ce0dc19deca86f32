import Basics
import ContactRecords
public import MaturityRules
public import PerformanceMetrics

/// What records say beside items of instruments that no rule computes; never a rating.
public enum AssessmentMaterials: Sendable {
  /// Finds what can be said beside ratings.
  ///
  /// - Parameters:
  ///   - assessments: What is rated; nothing is said of other instruments.
  ///   - center: What the records come to.
  ///   - figures: What they come to besides.
  ///   - isAssumed: Whether nobody configured the objective of services.
  /// - Returns: In the order of the instruments.
  /// - Complexity: O(*n*) in the months.
  public static func found(
    for assessments: [Assessment], _ center: CenterMetrics, _ figures: SupportingFigures,
    isAssumed: Bool
  ) -> [AssessmentReport.Material] {
    assessments.flatMap { assessment -> [AssessmentReport.Material] in
      switch assessment {
      case .cmo:
        isAssumed ? assumption(center, on: "8.01", of: CMOStandards.instrument) : []
      case .maturity(let maturity):
        (isAssumed
          ? assumption(center, on: "service_level_response_time", of: CXMaturity.instrument) : [])
          + keyMetrics(of: maturity, center, figures)
      case .questionnaire(let questionnaire):
        questions(questionnaire, center, figures, isAssumed: isAssumed)
      case .practice: practice(center, figures)
      case .expectations: []
      }
    }
  }

  /// What service level was judged by where nobody said it.
  private static func assumption(
    _ center: CenterMetrics, on item: String, of instrument: Instrument
  ) -> [AssessmentReport.Material] {
    guard center.hasContacts,
      let objective = center.services.first?.service.objectives.objectives.first
    else { return [] }
    return [
      .init(
        instrument: instrument.id, item: item,
        text: "judged by \(objective.percent) % within \(objective.seconds) s, which nobody "
          + "configured: no rating is contradicted by it")
    ]
  }

  // MARK: Key metrics

  /// The key metrics of the stage that is reached and of the next, in the newest month with a
  /// value.
  private static func keyMetrics(
    of maturity: MaturityAssessment, _ center: CenterMetrics, _ figures: SupportingFigures
  ) -> [AssessmentReport.Material] {
    let months = figures.months
    let stages = [maturity.lowestStage, maturity.nextStage].compactMap(\.self)
    let wanted = Set(stages.flatMap(\.keyMetrics))
    let texts: [(names: Set<String>, texts: [String?])] = [
      (["cost per contact"], costsPerContact(center, months)),
      (["contact volume"], [volume(center, months)]),
      (["average handle time"], [handleTime(center, months)]),
      (["CSAT"], [satisfaction(.csat, figures)]),
      (["NPS"], [satisfaction(.nps, figures)]),
      (["CES"], [satisfaction(.ces, figures)]),
      (["response time"], responseTimes(center, months)),
      (["first contact resolution", "resolution rates"], [resolution(center, months)]),
    ]
    return texts.filter { !$0.names.isDisjoint(with: wanted) }.flatMap(\.texts).compactMap {
      $0.map { .init(instrument: CXMaturity.instrument.id, item: nil, text: $0) }
    }
  }

  private static func newest<Value>(
    _ months: ClosedRange<CivilMonth>, _ value: (CivilMonth) -> Value?
  ) -> (month: CivilMonth, value: Value)? {
    for index in (months.lowerBound.index...months.upperBound.index).reversed() {
      let month = CivilMonth(index: index)
      if let found = value(month) { return (month, found) }
    }
    return nil
  }

  private static func costsPerContact(
    _ center: CenterMetrics, _ months: ClosedRange<CivilMonth>
  ) -> [String] {
    center.costs.compactMap { costs in
      newest(months) { costs.month($0).value }.map {
        "cost per contact" + (center.costs.count > 1 ? " of \(costs.scope.name)" : "")
          + " \($0.value.decimalText(places: 4, .nearest))"
          + (costs.currency.map { " \($0)" } ?? "") + " in \($0.month)"
      }
    }
  }

  private static func volume(
    _ center: CenterMetrics, _ months: ClosedRange<CivilMonth>
  ) -> String? {
    let found = newest(months) { month -> Int? in
      let offered = center.monthlyContacts.month(month)?.offered ?? 0
      return offered > 0 ? offered : nil
    }
    return found.map { "contact volume \(grouped($0.value)) in \($0.month)" }
  }

  private static func handleTime(
    _ center: CenterMetrics, _ months: ClosedRange<CivilMonth>
  ) -> String? {
    let found = newest(months) { month -> Ratio? in
      guard let figures = center.monthlyContacts.month(month), figures.answered > 0,
        let handled = figures.handleMilliseconds
      else { return nil }
      return Ratio(handled, figures.answered * 1000)
    }
    return found.map { "average handle time \($0.value.valueText()) s in \($0.month)" }
  }

  /// What customers answered to a question in the newest month with a figure.
  private static func satisfaction(
    _ question: SurveyRecord.Measure, _ figures: SupportingFigures
  ) -> String? {
    guard let asked = figures.questions.first(where: { $0.measure.question == question }) else {
      return nil
    }
    let isShare = asked.measure.unit == .percent
    return newest(figures.months) { asked.organization[$0]?.value }.map { month, value in
      let text = isShare ? value.percentText(.nearest) + " %" : value.valueText()
      return "\(name(question)) \(text) (\(asked.measure.rawValue)) in \(month)"
    }
  }

  /// What a question is called in the trade.
  private static func name(_ question: SurveyRecord.Measure) -> String {
    switch question {
    case .csat: "CSAT"
    case .nps: "NPS"
    case .ces: "CES"
    }
  }

  /// How much was answered in time by each service whose contacts need not be answered at once.
  private static func responseTimes(
    _ center: CenterMetrics, _ months: ClosedRange<CivilMonth>
  ) -> [String] {
    center.services.filter { $0.service.kind == .responseTime }.compactMap { metrics in
      guard let judged = metrics.records?.judged else { return nil }
      let found = newest(months) { judged.figures($0.firstDay...$0.lastDay).serviceLevel }
      return found.map {
        "response time of \(metrics.service.name)\(metrics.site.map { " at \($0)" } ?? ""): "
          + "\($0.value.percentText(.nearest)) % in \($0.month), objective "
          + metrics.service.objectivesInWords
      }
    }
  }

  private static func resolution(
    _ center: CenterMetrics, _ months: ClosedRange<CivilMonth>
  ) -> String? {
    guard let resolution = center.resolution.first else { return nil }
    return newest(months) { resolution.month($0)?.rate }.map {
      "first contact resolution \($0.value.percentText(.nearest)) % "
        + "(method \(resolution.method.rawValue)) in \($0.month)"
    }
  }

  // MARK: Questionnaire

  private static func questions(
    _ questionnaire: QuestionnaireAssessment, _ center: CenterMetrics,
    _ figures: SupportingFigures, isAssumed: Bool
  ) -> [AssessmentReport.Material] {
    let texts = [
      ("quality_management", evaluations(questionnaire, center, figures)),
      ("feedback_processing", feedback(figures)),
      ("performance_metrics", objectives(center, isAssumed: isAssumed)),
      ("channel_handling", channels(figures)),
    ]
    return texts.compactMap { item, text in
      text.map { .init(instrument: ContactScope.instrument.id, item: item, text: $0) }
    }
  }

  /// Evaluations a month, and what their number says of a rating above the lowest.
  private static func evaluations(
    _ questionnaire: QuestionnaireAssessment, _ center: CenterMetrics,
    _ figures: SupportingFigures
  ) -> String? {
    let months = center.quality.scopes.flatMap(\.months).filter {
      figures.months.contains($0.month)
    }
    let counts = Dictionary(grouping: months, by: \.month).values.map { month in
      month.reduce(0) { $0 + $1.count }
    }
    guard let most = counts.max(), most > 0 else { return nil }
    let isWhole = counts.count == figures.monthCount
    let fewest = isWhole ? counts.min()! : 0
    var text = "\(fewest == most ? "\(most)" : "\(fewest) to \(most)") evaluations a month"
    if let widest = months.compactMap(\.interval).max(by: { $0.margin < $1.margin }) {
      text += ", the widest margin \(widest.marginText(places: 2)) points"
    }
    let least = center.quality.targets.minimumSample
    let rating = questionnaire.items.first { $0.item.id == "quality_management" }?.level
    if let rating, rating >= 2, most < least {
      text +=
        "; rated \(rating), and every month has fewer than \(least): the lowest option is "
        + "about too few audits"
    }
    return text
  }

  private static func feedback(_ figures: SupportingFigures) -> String? {
    guard figures.answers.count > 0 else { return nil }
    let channels = figures.channels.filter { figures.answers[$0] > 0 }.map { channel in
      let extent = figures.answers.extent(of: channel, in: figures.months)
      let (fewest, most) = (grouped(extent.lowerBound), grouped(extent.upperBound))
      return "\(channel) \(grouped(figures.answers[channel])) "
        + "(\(fewest == most ? most : "\(fewest) to \(most)") a month)"
    }
    return "\(grouped(figures.answers.count)) survey answers in "
      + "\(figures.monthCount) months"
      + (channels.isEmpty ? "" : ": " + channels.joined(separator: ", "))
  }

  private static func objectives(_ center: CenterMetrics, isAssumed: Bool) -> String? {
    var named: [String] = []
    if !isAssumed, center.services.contains(where: { !$0.service.objectives.objectives.isEmpty }) {
      named.append("service level")
    }
    if !center.quality.targets.objectives.isEmpty { named.append("quality") }
    if !center.satisfaction.targets.objectives.isEmpty { named.append("satisfaction") }
    if center.costs.contains(where: { !$0.objectives.isEmpty }) {
      named.append("cost per contact")
    }
    if !center.resolutionObjectives.isEmpty { named.append("first contact resolution") }
    if center.monthlyContacts.hasVolumeObjective { named.append("contact volume") }
    if center.monthlyContacts.hasHandleTimeObjective { named.append("average handle time") }
    return named.isEmpty ? nil : "objectives for " + named.joined(separator: ", ")
  }

  private static func channels(_ figures: SupportingFigures) -> String? {
    figures.channels.isEmpty ? nil : "channels: " + figures.channels.joined(separator: ", ")
  }

  // MARK: Practices

  /// What may be looked at for an effect on results; it sets none.
  private static func practice(
    _ center: CenterMetrics, _ figures: SupportingFigures
  ) -> [AssessmentReport.Material] {
    var texts = [
      resolution(center, figures.months),
      center.resolution.first?.trend.map { "first contact resolution trend: \($0.inWords)" },
      satisfaction(.csat, figures),
      figures.questions.first { $0.measure.question == .csat }?.organization.trend.map {
        "CSAT trend: \($0.inWords)"
      },
    ].compactMap(\.self)
    if let resolution = center.resolution.first,
      ResolutionRulesOfThumb.stand(beside: resolution)
    {
      texts += ResolutionRulesOfThumb.sentences.map {
        "rule of thumb by \(ResolutionRulesOfThumb.source): \($0)"
      }
    }
    return texts.map { .init(instrument: SQMPractice.instrument.id, item: nil, text: $0) }
  }
}
