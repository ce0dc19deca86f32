import MaturityRules

extension EncodedItemExplanation {
  /// What only some instruments have; a list is empty where it was not asked about.
  struct Tables: Encodable {
    let stages: [Stage]
    let actions: [Action]
    let criteria: [Criterion]
    let decisions: [Decision]
    let themes: [Theme]
    let results: [String]
  }

  struct Stage: Encodable {
    let number: Int
    let id: String
    let name: String
    let lowest: Int
    let highest: Int
    let summary: String
    let keyMetrics: [String]
    let people: String
    let process: String
    let technology: String
  }

  struct Action: Encodable {
    let id: String
    let fromStage: Int
    let sentence: String
  }

  struct Criterion: Encodable {
    let id: String
    let title: String
    let value: String
    let decisive: Bool
  }

  struct Decision: Encodable {
    let reason: String
    let decision: String
    let sentence: String
  }

  struct Theme: Encodable {
    let id: String
    let title: String
    let items: [String]
  }
}

// MARK: - Creating

extension EncodedItemExplanation.Tables {
  init(_ explanation: ItemExplanation) {
    self.init(
      stages: explanation.stages.map { .init($0) },
      actions: explanation.actions.map {
        .init(id: $0.id, fromStage: $0.fromStage, sentence: $0.sentence)
      },
      criteria: explanation.criteria.map { .init($0) },
      decisions: explanation.decisions.map {
        .init(
          reason: $0.reason.rawValue, decision: $0.decision.rawValue, sentence: $0.sentence)
      },
      themes: explanation.themes.map { .init(id: $0.id, title: $0.title, items: $0.items) },
      results: explanation.results.map(\.description))
  }
}

extension EncodedItemExplanation.Stage {
  init(_ stage: CXMaturity.Stage) {
    self.init(
      number: stage.number, id: stage.id, name: stage.name, lowest: stage.points.lowerBound,
      highest: stage.points.upperBound, summary: stage.summary, keyMetrics: stage.keyMetrics,
      people: stage.people, process: stage.process, technology: stage.technology)
  }
}

extension EncodedItemExplanation.Criterion {
  init(_ criterion: SQMPractice.Criterion) {
    self.init(
      id: criterion.id, title: criterion.title, value: criterion.value,
      decisive: criterion.isDecisive)
  }
}
