import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

/// The wire form of an explanation, version 1: the contract for programs.
///
/// Keys are sorted by the encoder; what does not apply is null. `ExplanationSchema`
/// describes it for machines, key by key.
struct EncodedExplanation: Encodable {
  static let schemaName = "slcheck.explain/1"

  let schema = EncodedExplanation.schemaName
  let address: String
  let title: String
  let rules: [Rule]
  @Nullable var asOf: String?
  @Nullable var assumed: Bool?
  let scopes: [Scope]

  /// A criterion or a rule in words.
  struct Rule: Encodable {
    let id: String
    @Nullable var level: Int?
    let requirement: String
    let sentence: String
    @Nullable var window: String?
    let origin: String
    @Nullable var ownRule: String?
    let missing: String
  }

  /// One scope.
  struct Scope: Encodable {
    let scope: String
    @Nullable var site: String?
    @Nullable var level: Int?
    let basis: [String]
    let criteria: [Criterion]
    @Nullable var place: Place?
  }

  /// One criterion of a scope.
  struct Criterion: Encodable {
    let id: String
    let status: String
    let requirement: String
    @Nullable var window: EncodedCriterion.Window?
    let counts: [Count]
    let distance: [String]
    let remarks: [String]
    let parts: [Count]
    let opportunities: [Opportunity]
    let figures: [Figure]
    @Nullable var nearMisses: [NearMiss]?
    @Nullable var rollOff: String?
  }

  /// Opportunities that were counted.
  struct Count: Encodable {
    let label: String
    let met: Int
    let counted: Int
    let undecided: Int
    @Nullable var needed: Int?
    @Nullable var status: String?
  }

  /// A month, a day or an interval.
  struct Opportunity: Encodable {
    let label: String
    let state: String
    let worst: Term
    let best: Term
    let holes: Int
    let possibleVolume: Int
    let objectives: [String]
    let records: [Record]
  }

  /// A month of a figure other than the service level.
  struct Figure: Encodable {
    let month: String
    @Nullable var numerator: String?
    @Nullable var denominator: String?
    @Nullable var value: String?
    @Nullable var objective: String?
    let state: String
  }

  /// A numerator and a denominator, which may be 0.
  struct Term: Encodable {
    let numerator: Int
    let denominator: Int
  }

  /// A record and where it stands.
  struct Record: Encodable {
    let start: String
    let site: String
    let queue: String
    let channel: String
    let term: Term
    let positions: [Position]
  }

  /// A line of a file.
  struct Position: Encodable {
    let path: String
    let line: Int
  }

  /// An opportunity that a contact or two would have turned.
  struct NearMiss: Encodable {
    let label: String
    let met: Bool
    let contacts: Int
  }

  /// A month or a day.
  struct Place: Encodable {
    let whole: Opportunity
    let parts: [Opportunity]
  }
}

// MARK: - From the value

extension EncodedExplanation {
  init(_ explanation: Explanation) {
    address = explanation.address.description
    switch explanation.address.rule {
    case .standard(let standard):
      title = standard.title
      rules = standard.criteria.map { Rule($0, of: standard) }
    case .criterion(let standard, let criterion):
      title = standard.title
      rules = [Rule(criterion, of: standard)]
    case .toolkit(let rule):
      title = rule.title
      rules = [
        Rule(
          id: rule.id, level: Nullable(wrappedValue: nil), requirement: rule.requirement,
          sentence: rule.sentence, window: Nullable(wrappedValue: rule.windowInWords),
          origin: rule.origin.rawValue, ownRule: Nullable(wrappedValue: nil),
          missing: rule.missingInWords)
      ]
    }
    asOf = explanation.arithmetic?.asOf.description
    assumed = explanation.arithmetic?.isAssumed
    scopes = explanation.arithmetic?.scopes.map(Scope.init) ?? []
  }
}

extension EncodedExplanation.Rule {
  fileprivate init(_ criterion: Criterion, of standard: Standard) {
    self.init(
      id: "\(standard.id).\(criterion.level)", level: Nullable(wrappedValue: criterion.level),
      requirement: criterion.requirement, sentence: criterion.sentence,
      window: Nullable(wrappedValue: criterion.windowInWords), origin: criterion.origin.rawValue,
      ownRule: Nullable(wrappedValue: criterion.ownRule),
      missing: criterion.missingInWords(standard.subject))
  }
}

extension EncodedExplanation.Scope {
  fileprivate init(_ scope: Explanation.Scope) {
    self.init(
      scope: scope.name, site: Nullable(wrappedValue: scope.site),
      level: Nullable(wrappedValue: scope.level), basis: scope.basis,
      criteria: scope.criteria.map(EncodedExplanation.Criterion.init),
      place: Nullable(
        wrappedValue: scope.place.map {
          .init(
            whole: EncodedExplanation.Opportunity($0.whole),
            parts: $0.parts.map(EncodedExplanation.Opportunity.init))
        }))
  }
}

extension EncodedExplanation.Criterion {
  fileprivate init(_ criterion: Explanation.CriterionArithmetic) {
    self.init(
      id: criterion.id, status: criterion.status.rawValue, requirement: criterion.requirement,
      window: Nullable(wrappedValue: criterion.window.map(EncodedCriterion.Window.init)),
      counts: criterion.counts.map(EncodedExplanation.Count.init), distance: criterion.distance,
      remarks: criterion.remarks, parts: criterion.parts.map(EncodedExplanation.Count.init),
      opportunities: criterion.opportunities.map(EncodedExplanation.Opportunity.init),
      figures: criterion.figures.map(EncodedExplanation.Figure.init),
      nearMisses: Nullable(
        wrappedValue: criterion.nearMisses.map { misses in
          misses.map { .init(label: $0.label, met: $0.isMet, contacts: $0.contacts) }
        }),
      rollOff: Nullable(wrappedValue: criterion.rollOff))
  }
}

extension EncodedExplanation.Figure {
  fileprivate init(_ figure: Explanation.FigureMonth) {
    self.init(
      month: figure.label, numerator: Nullable(wrappedValue: figure.numerator),
      denominator: Nullable(wrappedValue: figure.denominator),
      value: Nullable(wrappedValue: figure.value),
      objective: Nullable(wrappedValue: figure.objective), state: figure.state.rawValue)
  }
}

extension EncodedExplanation.Count {
  fileprivate init(_ count: Explanation.Count) {
    self.init(
      label: count.label, met: count.met, counted: count.counted, undecided: count.undecided,
      needed: Nullable(wrappedValue: count.needed),
      status: Nullable(wrappedValue: count.status?.rawValue))
  }
}

extension EncodedExplanation.Opportunity {
  fileprivate init(_ opportunity: Explanation.Opportunity) {
    self.init(
      label: opportunity.label, state: opportunity.state.rawValue,
      worst: EncodedExplanation.Term(opportunity.worst),
      best: EncodedExplanation.Term(opportunity.best), holes: opportunity.holes,
      possibleVolume: opportunity.possibleVolume,
      objectives: opportunity.objectives.map(\.description),
      records: opportunity.records.map { record in
        EncodedExplanation.Record(
          start: record.start.description, site: record.key.site, queue: record.key.queue,
          channel: record.key.channel, term: EncodedExplanation.Term(record.term),
          positions: record.positions.map { .init(path: $0.path, line: $0.line) })
      })
  }
}

extension EncodedExplanation.Term {
  fileprivate init(_ term: ServiceLevelTerms.Term) {
    self.init(numerator: term.numerator, denominator: term.denominator)
  }
}
