import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

/// The wire form of a report, version 1: the contract for programs.
///
/// Keys are sorted by the encoder, counts are integers, a figure that the input
/// cannot give is null and never 0. Keys may be added within a major version and
/// never change their meaning. `ReportSchema` describes it for machines, key by key.
struct EncodedReport: Encodable {
  static let schemaName = "slcheck.report/1"

  let schema = EncodedReport.schemaName
  let version: String
  let asOf: String
  @Nullable var timeZone: String?
  let configuration: EncodedConfiguration
  let inputs: [EncodedInput]
  let records: [EncodedRecordCounts]
  /// Left out where there is none.
  let ledger: EncodedLedger?
  let unmatched: Int
  let afterAsOf: Int
  let endedEarly: [EncodedKindEnd]
  let services: [EncodedService]
  var breakdowns: EncodedBreakdowns
  let quality: [EncodedQuality]
  let satisfaction: [EncodedSatisfaction]
  let costPerContact: [EncodedCosts]
  let firstContactResolution: [EncodedResolution]
  @Nullable var transactionValue: EncodedTransactionValue?
  let associations: [EncodedAssociation]
  @Nullable var costOfQuality: EncodedCostOfQuality?
  let standards: [EncodedStandard]
  let evidence: [EncodedEvidence]
  let rules: [EncodedRule]
  let exclusions: [EncodedExclusion]
  let suspectDays: [EncodedSuspectDay]
  let setAside: [EncodedSetAside]
  let reconciliations: [EncodedReconciliation]
  let implausible: [EncodedImplausibility]
  let requirements: [EncodedRequirement]

  /// - Parameter threads: How many threads make up the breakdowns.
  init(_ report: Report, threads: Int = 1) {
    version = report.version
    asOf = report.center.asOf.description
    timeZone = report.timeZone
    configuration = EncodedConfiguration(report.configuration, detail: report.detail)
    inputs = report.inputs.map(EncodedInput.init)
    records = report.records.map(EncodedRecordCounts.init)
    ledger = report.ledger.map(EncodedLedger.init)
    unmatched = report.center.unmatched
    afterAsOf = report.center.afterAsOf
    endedEarly = report.center.endedEarly.map {
      EncodedKindEnd(kind: $0.kind.rawValue, last: $0.day.description)
    }
    services = report.center.services.map {
      EncodedService(
        $0, isAssumed: report.configuration.isAssumed, detail: report.detail)
    }
    breakdowns = EncodedBreakdowns(breakdowns: report.center.breakdowns, threads: threads)
    let quality = report.center.quality
    self.quality = quality.scopes.map { EncodedQuality($0, quality.targets) }
    let satisfaction = report.center.satisfaction
    self.satisfaction = satisfaction.scopes.map { EncodedSatisfaction($0, satisfaction.targets) }
    associations = report.center.associations.map(EncodedAssociation.init)
    costPerContact = report.center.costs.map(EncodedCosts.init)
    costOfQuality = report.center.costOfQuality.map(EncodedCostOfQuality.init)
    firstContactResolution = report.center.resolution.map(EncodedResolution.init)
    transactionValue = report.center.transactionValue.map(EncodedTransactionValue.init)
    standards = report.findings.map(EncodedStandard.init)
    exclusions = report.center.exclusions.map(EncodedExclusion.init)
    evidence = Evaluator.evidence(report.center, report.findings).map(EncodedEvidence.init)
    rules = report.rules.map(EncodedRule.init)
    setAside = report.center.setAside.map(EncodedSetAside.init)
    suspectDays = report.center.suspectDays.map(EncodedSuspectDay.init)
    reconciliations = report.center.reconciliations.map(EncodedReconciliation.init)
    implausible = report.implausible.map(EncodedImplausibility.init)
    requirements = report.requirements.map { EncodedRequirement($0, report.findings) }
  }
}

/// A value that is written as null when there is none, so that a key is always there.
@propertyWrapper
public struct Nullable<Value: Encodable>: Encodable {
  /// The value, if there is one.
  public var wrappedValue: Value?

  /// Wraps a value.
  public init(wrappedValue: Value? = nil) { self.wrappedValue = wrappedValue }

  /// Writes the value, or null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value = wrappedValue { try container.encode(value) } else { try container.encodeNil() }
  }
}

extension Nullable: Sendable where Value: Sendable {}

// MARK: - Around the figures

/// What the report was made with.
struct EncodedConfiguration: Encodable {
  let sha256: String
  let effective: AnyEncodable
  let assumed: Bool
  let reading: Reading
  @Nullable var detail: String?

  /// What was said of the inputs beside it.
  struct Reading: Encodable {
    @Nullable var kind: String?
    @Nullable var profile: String?
    @Nullable var delimiter: String?
    let acceptImplausible: [String]
  }

  init(_ summary: ConfigurationSummary, detail: ReportDetail?) {
    self.detail = detail?.rawValue
    let choices = summary.reading
    reading = Reading(
      kind: Nullable(wrappedValue: choices.kind), profile: Nullable(wrappedValue: choices.profile),
      delimiter: Nullable(wrappedValue: choices.delimiter),
      acceptImplausible: choices.acceptImplausible)
    sha256 = summary.sha256
    effective = AnyEncodable(value: summary.effective)
    assumed = summary.isAssumed
  }

  /// Some value in its own form.
  struct AnyEncodable: Encodable {
    let value: any Encodable & Sendable

    func encode(to encoder: any Encoder) throws { try value.encode(to: encoder) }
  }
}

/// One input and what became of its rows.
struct EncodedInput: Encodable {
  let path: String
  @Nullable var sha256: String?
  let bytes: Int
  let kind: String
  @Nullable var profile: String?
  let encoding: String
  let delimiter: String
  @Nullable var first: String?
  @Nullable var last: String?
  let rows: Rows
  let suspect: Int
  let unmapped: [String]
  let rejects: [Reject]
  let notes: [String]

  struct Rows: Encodable {
    let read: Int
    let accepted: Int
    let rejected: Int
    let repeated: Int
    let ignored: Int

    init(_ rows: InputSummary.Rows) {
      (read, accepted, rejected) = (rows.read, rows.accepted, rows.rejected)
      (repeated, ignored) = (rows.repeated, rows.ignored)
    }
  }

  struct Reject: Encodable {
    let line: Int
    let column: Int
    let reason: String
  }

  init(_ input: InputSummary) {
    path = input.path
    sha256 = input.sha256
    bytes = input.bytes
    kind = input.kind
    profile = input.profile
    encoding = input.encoding
    delimiter = input.delimiter
    first = input.first
    last = input.last
    rows = Rows(input.rows)
    suspect = input.suspect
    unmapped = input.unmapped
    rejects = input.rejects.map { Reject(line: $0.line, column: $0.column, reason: $0.reason) }
    notes = input.notes
  }
}

/// What became of all rows of a kind.
struct EncodedRecordCounts: Encodable {
  let kind: String
  let rows: EncodedInput.Rows

  init(_ counts: RecordCounts) {
    kind = counts.kind
    rows = EncodedInput.Rows(counts.rows)
  }
}

/// A kind whose records end long before as-of.
struct EncodedKindEnd: Encodable {
  let kind: String
  let last: String
}

/// A stretch of time that was left out, and what it took out of which service.
struct EncodedExclusion: Encodable {
  let start: String
  let end: String
  let reason: String
  let approver: String
  @Nullable var service: String?
  @Nullable var site: String?
  let services: [Effect]

  /// What it took out of one service.
  struct Effect: Encodable {
    let name: String
    @Nullable var site: String?
    let intervals: Int
    let days: Int
    let months: Int
  }

  init(_ applied: AppliedExclusion) {
    let exclusion = applied.exclusion
    start = exclusion.start.description
    end = exclusion.end.description
    reason = exclusion.reason
    approver = exclusion.approver
    service = exclusion.service?.text
    site = exclusion.site?.text
    services = applied.effects.map {
      Effect(
        name: $0.service, site: Nullable(wrappedValue: $0.site), intervals: $0.intervals,
        days: $0.days, months: $0.months)
    }
  }
}

/// A day whose counts contradict each other.
struct EncodedSuspectDay: Encodable {
  let service: String
  @Nullable var site: String?
  let day: String
  let wholeMonth: Bool
  let offered: Int
  let accountedFor: Int

  init(_ day: SuspectDay) {
    service = day.service
    site = day.site
    self.day = day.day.description
    wholeMonth = day.isMonth
    offered = day.offered
    accountedFor = day.accountedFor
  }
}

/// Daily or monthly rows that gave way to shorter ones, which stand beside them.
struct EncodedSetAside: Encodable {
  let service: String
  @Nullable var site: String?
  let length: String
  let rows: Int
  let offered: Int
  let answered: Int
  let shorterOffered: Int
  let shorterAnswered: Int

  init(_ rows: SetAsideRows) {
    service = rows.service
    site = rows.site
    length = rows.isMonthly ? "month" : "day"
    self.rows = rows.rows
    offered = rows.offered
    answered = rows.answered
    shorterOffered = rows.shorterOffered
    shorterAnswered = rows.shorterAnswered
  }
}

/// A column with figures that no center has.
struct EncodedImplausibility: Encodable {
  let path: String
  let column: String
  let rows: Int
  let of: Int
  let reason: String

  init(_ finding: Implausibility) {
    path = finding.path
    column = finding.column
    rows = finding.rows
    of = finding.of
    reason = finding.reason
  }
}

/// A required level and whether it is reached.
struct EncodedRequirement: Encodable {
  let standard: String
  let level: Int
  let status: String

  init(_ requirement: Requirement, _ findings: [StandardFinding]) {
    standard = requirement.standard
    level = requirement.level
    status = requirement.status(findings).rawValue
  }
}
