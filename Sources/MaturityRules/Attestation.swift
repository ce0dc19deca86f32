import Basics
public import ContactRecords
public import PerformanceMetrics

/// An attestation and what it does.
public struct EvidenceFinding: Hashable, Sendable {
  /// What it does.
  public enum Effect: String, CaseIterable, Hashable, Sendable {
    /// It stands for a criterion that data cannot decide.
    case attests
    /// Its criterion is decided by data, which no attestation overrides.
    case decidedByData
    /// It is not in force at as-of.
    case notInForce
    /// No scope of the standard that was judged has its name.
    case noScope
    /// People rate its standard; it stands beside the rating.
    case ratedByPeople
  }

  /// The attestation.
  public let record: EvidenceRecord
  /// Whether it is in force at as-of.
  public let isInForce: Bool
  /// What it does.
  public let effect: Effect
}

extension EvidenceFinding.Effect: CustomStringConvertible {
  /// The effect in words.
  public var description: String {
    switch self {
    case .attests: "stands for its criterion"
    case .decidedByData: "without effect: its criterion is decided by data"
    case .notInForce: "without effect: not in force"
    case .noScope: "without effect: no such scope was judged"
    case .ratedByPeople: "without effect here: people rate its standard, see assess"
    }
  }
}

extension EvidenceRecord {
  /// Tells whether it is about a scope: by the name of its service, site or organization.
  func isAbout(_ scope: ScopeFinding) -> Bool {
    let pattern = NamePattern(self.scope)
    return pattern.matches(scope.scope) || scope.site.map { pattern.matches($0) } ?? false
  }

  /// Tells whether it stands for a criterion of a scope on a day.
  fileprivate func attests(_ criterion: Criterion, _ scope: ScopeFinding, asOf: CivilDate) -> Bool {
    criterion.test == .evidence && level == criterion.level && isInForce(on: asOf)
      && isAbout(scope)
  }
}

// MARK: - What attestations decide

extension ScopeFinding {
  /// Gives the finding with the attestations that stand for its criteria.
  ///
  /// - Parameter evidence: The attestations about the standard.
  func attested(by evidence: [EvidenceRecord], asOf: CivilDate) -> ScopeFinding {
    guard !criteria.isEmpty, !evidence.isEmpty else { return self }
    let criteria = criteria.map { finding in
      var finding = finding
      finding.attestations = evidence.filter { $0.attests(finding.criterion, self, asOf: asOf) }
      return finding.attestations.isEmpty ? finding : finding.attested
    }
    // What someone vouches for holds with the exclusions as without them.
    let withExclusions = statusesWithExclusions.map { statuses in
      zip(statuses, criteria).map { $1.attestations.isEmpty ? $0 : .attested }
    }
    return ScopeFinding(
      scope: scope, site: site, statusesWithExclusions: withExclusions, share: share,
      criteria: criteria, rollOffs: rollOffs)
  }
}

extension CriterionFinding {
  /// The finding of a criterion that attestations stand for.
  fileprivate var attested: CriterionFinding {
    CriterionFinding(
      criterion: criterion, status: .attested, window: nil, met: nil, counted: nil, undecided: nil,
      needed: nil, distance: .attested(until: attestations.map(\.lastDay).max()!), deciding: [],
      months: [], remarks: remarks, attestations: attestations)
  }
}

extension Evaluator {
  /// Tells of each attestation whether it is in force, and what it does.
  public static func evidence(
    _ center: CenterMetrics, _ findings: [StandardFinding]
  ) -> [EvidenceFinding] {
    center.evidence.map { record in
      let finding = findings.first { $0.standard.id == record.standard }
      let criterion = finding?.standard.criteria.first { $0.level == record.level }
      let isInForce = record.isInForce(on: center.asOf)
      let effect: EvidenceFinding.Effect
      if let criterion, criterion.test != .evidence {
        effect = .decidedByData
      } else if !isInForce {
        effect = .notInForce
      } else if StandardLadder.standard(record.standard) == nil {
        effect = .ratedByPeople
      } else {
        let scopes = (finding?.scopes ?? []).filter { !$0.criteria.isEmpty }
        effect = scopes.contains(where: record.isAbout) ? .attests : .noScope
      }
      return EvidenceFinding(record: record, isInForce: isInForce, effect: effect)
    }
  }
}
