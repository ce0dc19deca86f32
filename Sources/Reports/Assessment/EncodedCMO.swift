import Basics
import ContactRecords
import MaturityRules

/// The scorecard of the standards in its wire form.
struct EncodedCMO: Encodable {
  let rated: Int
  let computed: Int
  let total: Int
  @Nullable var median: String?
  @Nullable var mean: EncodedMean?
  @Nullable var lowest: Int?
  let counts: [Int]
  let groups: [Group]
  let items: [Item]
  let gaps: [EncodedGap]
  let unrated: [String]

  /// A section and what the levels in it come to.
  struct Group: Encodable {
    let id: String
    let title: String
    let rated: Int
    let total: Int
    @Nullable var lowest: Int?
    @Nullable var median: String?
    @Nullable var mean: EncodedMean?
    let counts: [Int]
  }

  /// A standard.
  struct Item: Encodable {
    let id: String
    let title: String
    let group: String
    @Nullable var claimed: Int?
    @Nullable var computed: Int?
    @Nullable var possible: Int?
    @Nullable var used: Int?
    @Nullable var evidence: String?
    @Nullable var note: String?
    @Nullable var verdict: String?
    @Nullable var reason: String?
    let checks: [Check]
    let attestations: [Attestation]
  }

  /// What data say of a level.
  struct Check: Encodable {
    let id: String
    let level: Int
    let verdict: String
    let detail: String
  }

  /// Who stands for a level.
  struct Attestation: Encodable {
    let level: Int
    let reference: String
    let attestedBy: String
    let from: String
    let until: String
    let scope: String
  }

  init(_ cmo: CMOAssessment, _ report: AssessmentReport) {
    rated = cmo.ratedCount
    computed = cmo.computedCount
    total = cmo.standards.count
    _median = cmo.overall.encodedMedian
    _mean = cmo.overall.encodedMean
    lowest = cmo.overall.lowest
    counts = cmo.overall.counts
    groups = cmo.sections.map(Group.init)
    items = cmo.standards.map { Item($0, report) }
    gaps = cmo.gaps.map(EncodedGap.init)
    unrated = cmo.unrated
  }
}

extension EncodedCMO.Group {
  init(_ section: CMOAssessment.Section) {
    let figures = section.figures
    (id, title) = (section.group.id, section.group.title)
    (rated, total, counts) = (figures.rated, figures.total, figures.counts)
    lowest = figures.lowest
    _median = figures.encodedMedian
    _mean = figures.encodedMean
  }
}

extension EncodedCMO.Item {
  init(_ standard: CMOAssessment.Standard, _ report: AssessmentReport) {
    (id, title, group) = (standard.item.id, standard.item.title, standard.section)
    claimed = standard.claimed
    computed = standard.computed?.level
    possible = standard.computed?.possible
    used = standard.used
    evidence = standard.rating?.evidence
    note = standard.rating?.note
    verdict = report.verdict(on: standard)?.rawValue
    reason = VerdictReason.of(standard, report.findings)
    checks = report.checks.filter { $0.check.standard == standard.item.id }.map {
      EncodedCMO.Check(
        id: $0.check.id, level: $0.check.level, verdict: $0.verdict.rawValue, detail: $0.detail)
    }
    attestations = report.attestations.filter { $0.standard == standard.item.id }.map {
      EncodedCMO.Attestation(
        level: $0.level, reference: $0.reference, attestedBy: $0.attestedBy,
        from: $0.from.description, until: $0.lastDay.description, scope: $0.scope)
    }
  }
}
