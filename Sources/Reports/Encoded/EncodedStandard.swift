import Basics
import MaturityRules

/// How one standard stands.
struct EncodedStandard: Encodable {
  let id: String
  let title: String
  @Nullable var level: Int?
  let possible: Int
  @Nullable var levelWithExclusions: Int?
  let scopes: [EncodedScope]

  init(_ finding: StandardFinding) {
    id = finding.standard.id
    title = finding.standard.title
    level = finding.level
    possible = finding.possible
    levelWithExclusions = finding.levelWithExclusions
    scopes = finding.scopes.map(EncodedScope.init)
  }
}

/// How one standard stands for one scope.
struct EncodedScope: Encodable {
  let scope: String
  @Nullable var site: String?
  @Nullable var level: Int?
  @Nullable var possible: Int?
  @Nullable var levelWithExclusions: Int?
  @Nullable var share: EncodedRatio?
  let criteria: [EncodedCriterion]
  @Nullable var rollOff: RollOff?
  let rollOffs: [RollOff]

  /// What next month has to be for a level.
  struct RollOff: Encodable {
    let level: Int
    let next: String
    let leaves: String
    @Nullable var leavesMet: Bool?
    let demand: String
  }

  init(_ finding: ScopeFinding) {
    scope = finding.scope
    site = finding.site
    level = finding.level
    possible = finding.possible
    levelWithExclusions = finding.levelWithExclusions
    share = finding.share.map { EncodedRatio($0, .nearest) }
    criteria = finding.criteria.map(EncodedCriterion.init)
    rollOffs = finding.rollOffs.map {
      RollOff(
        level: $0.level, next: $0.next.description, leaves: $0.leaves.description,
        leavesMet: Nullable(wrappedValue: $0.leavesMet), demand: $0.demand.rawValue)
    }
    rollOff = rollOffs.first
  }
}

/// How one criterion stands.
struct EncodedCriterion: Encodable {
  let level: Int
  let status: String
  let origin: String
  @Nullable var ownRule: String?
  @Nullable var window: Window?
  @Nullable var met: Int?
  @Nullable var counted: Int?
  @Nullable var undecided: Int?
  @Nullable var needed: Int?
  let distance: String
  let deciding: [String]
  let months: [Month]
  let remarks: [String]
  let attested: [EncodedAttestation]

  /// Where a criterion looks.
  struct Window: Encodable {
    let from: String
    let to: String
    let grain: String

    init(_ window: MaturityRules.Window) {
      from = window.days.lowerBound.description
      to = window.days.upperBound.description
      grain = window.grain.rawValue
    }
  }

  /// A month of a criterion on days.
  struct Month: Encodable {
    let month: String
    let met: Int
    let counted: Int
    let undecided: Int
    let needed: Int
  }

  init(_ finding: CriterionFinding) {
    level = finding.criterion.level
    status = finding.status.rawValue
    origin = finding.criterion.origin.rawValue
    ownRule = finding.criterion.ownRule
    window = finding.window.map(Window.init)
    met = finding.met
    counted = finding.counted
    undecided = finding.undecided
    needed = finding.needed
    distance = finding.distance.description
    deciding = finding.deciding
    months = finding.months.map {
      Month(
        month: $0.month.description, met: $0.met, counted: $0.counted, undecided: $0.undecided,
        needed: $0.needed)
    }
    remarks = finding.remarks.map(\.description)
    attested = finding.attestations.map(EncodedAttestation.init)
  }
}
