import MaturityRules

/// What only some instruments have, as far as it was asked about; empty where it was not.
extension ItemExplanation {
  /// The stages, lowest first.
  var stages: [CXMaturity.Stage] {
    switch address.subject {
    case .instrument: instrument.id == CXMaturity.instrument.id ? CXMaturity.stages : []
    case .stage(let stage): [stage]
    case .group, .item, .theme, .action, .check, .concept: []
    }
  }

  /// What is recommended on the way from a stage to the next one.
  var actions: [CXMaturity.Action] {
    switch address.subject {
    case .instrument: instrument.id == CXMaturity.instrument.id ? CXMaturity.actions : []
    case .stage(let stage): CXMaturity.actions.filter { $0.fromStage == stage.number }
    case .action(let action): [action]
    case .group, .item, .theme, .check, .concept: []
    }
  }

  /// The themes, in the order of the radar.
  var themes: [ContactScope.Theme] {
    switch address.subject {
    case .instrument: instrument.id == ContactScope.instrument.id ? ContactScope.themes : []
    case .theme(let theme): [theme]
    case .group, .item, .stage, .action, .check, .concept: []
    }
  }

  /// The criteria that areas are judged by.
  var criteria: [SQMPractice.Criterion] { isPractice ? SQMPractice.criteria : [] }

  /// The rows that decide of an area, in the order in which they are tried.
  var decisions: [SQMPractice.DecisionRow] { isPractice ? SQMPractice.decisionRows : [] }

  private var isPractice: Bool {
    guard case .instrument(let instrument) = address.subject else { return false }
    return instrument.id == SQMPractice.instrument.id
  }

  /// The results that the practice of an area is to improve or keep high.
  var results: [SQMPractice.Result] {
    guard case .group(let instrument, let group) = address.subject,
      instrument.id == SQMPractice.instrument.id
    else { return [] }
    return SQMPractice.areas.first { $0.id == group.id }?.results ?? []
  }

  /// What records can say, where that alone was asked about.
  var checks: [DataCheck] {
    if case .check(_, let check) = address.subject { [check] } else { [] }
  }
}

// MARK: - Items

extension ItemExplanation.Entry {
  /// The theme that it belongs to.
  var theme: ContactScope.Theme? {
    instrument.id == ContactScope.instrument.id ? ContactScope.theme(of: item.id) : nil
  }

  /// The criterion that it is judged by.
  var criterion: SQMPractice.Criterion? {
    instrument.id == SQMPractice.instrument.id ? SQMPractice.criterion(of: item.id) : nil
  }

  /// What customers expect, with the measures that speak to it.
  var expectation: ICMIConcepts.Expectation? {
    guard instrument.id == ICMIConcepts.instrument.id else { return nil }
    return ICMIConcepts.expectations.first { $0.id == item.id }
  }
}

// MARK: - Words

extension CXMaturity.Action {
  /// The stages that it lies between, in words.
  var way: String {
    let stages = CXMaturity.stages.filter { (fromStage...fromStage + 1).contains($0.number) }
    return stages.map(\.name).joined(separator: " to ")
  }
}

extension SQMPractice.Criterion {
  /// What is asked for, and whether it decides.
  var asked: String { isDecisive ? value : "\(value) (does not decide)" }
}
