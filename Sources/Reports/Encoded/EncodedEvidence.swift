import Basics
import ContactRecords
import MaturityRules

/// An attestation and what it does.
struct EncodedEvidence: Encodable {
  let standard: String
  let level: Int
  let scope: String
  let reference: String
  let attestedBy: String
  let from: String
  let until: String
  @Nullable var sha256: String?
  @Nullable var note: String?
  let inForce: Bool
  let effect: String

  init(_ finding: EvidenceFinding) {
    let record = finding.record
    standard = record.standard
    level = record.level
    scope = record.scope
    reference = record.reference
    attestedBy = record.attestedBy
    from = record.from.description
    until = record.lastDay.description
    sha256 = record.sha256
    note = record.note
    inForce = finding.isInForce
    effect = finding.effect.rawValue
  }
}

/// An attestation as the criterion that it stands for shows it.
struct EncodedAttestation: Encodable {
  let reference: String
  let attestedBy: String
  let from: String
  let until: String
  let scope: String

  init(_ record: EvidenceRecord) {
    reference = record.reference
    attestedBy = record.attestedBy
    from = record.from.description
    until = record.lastDay.description
    scope = record.scope
  }
}
