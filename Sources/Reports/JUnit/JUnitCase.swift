import Basics
import MaturityRules
import PerformanceMetrics

/// A test case of JUnit: something that was judged, and how it came out.
struct JUnitCase {
  /// How it came out.
  enum Outcome {
    case passed
    /// It was decided, and missed.
    case failed(String)
    /// It was not decided, or there was nothing to decide.
    case skipped(String)
  }

  /// What it is about: a standard and a scope, or the requirements.
  let group: String
  /// Which level or period.
  let name: String
  /// How it came out.
  let outcome: Outcome
}

/// The test cases about one thing.
struct JUnitSuite {
  /// Its name.
  let name: String
  /// Its cases, in order.
  let cases: [JUnitCase]

  /// How many of them failed.
  var failures: Int { cases.count { if case .failed = $0.outcome { true } else { false } } }
  /// How many of them are left open.
  var skipped: Int { cases.count { if case .skipped = $0.outcome { true } else { false } } }
}

extension JUnitCase.Outcome {
  /// How a criterion stands.
  ///
  /// - Parameter why: What it lacks, or what would decide it.
  init(_ status: CriterionStatus, _ why: String) {
    switch status {
    case .met, .attested: self = .passed
    case .missed: self = .failed(why.isEmpty ? "missed" : why)
    case .indeterminate, .needsEvidence, .notApplicable, .notAssessed:
      self = .skipped(status.words + (why.isEmpty ? "" : ": " + why))
    }
  }

  /// How a month ended.
  ///
  /// - Parameter figure: What it came to, and its objective.
  init(_ state: OpportunityState, _ figure: String) {
    switch state {
    case .met: self = .passed
    case .missed: self = .failed(figure)
    case .idle: self = .skipped("idle: no contact to judge")
    case .closed: self = .skipped("closed: nothing was expected and nothing recorded")
    case .undecided: self = .skipped("undecided: what is missing could turn it")
    case .excluded: self = .skipped("excluded, or no objective in force")
    }
  }
}
