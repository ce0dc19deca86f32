public import Basics
public import DelimitedText

/// An attestation: someone stands for what data cannot decide.
public struct EvidenceRecord: RowRecord {
  /// Where the days stand.
  public static let timeColumns = ["from", "until"]
  /// The standards that can be attested: those of all eight sections, of which section 8 has
  /// the performance results.
  public static let standards = [6, 4, 7, 7, 11, 2, 2, 6].enumerated().flatMap { section, count in
    (1...count).map { "\(section + 1).\($0 < 10 ? "0" : "")\($0)" }
  }

  /// The number of the standard.
  public let standard: String
  /// The level, 1 to 4.
  public let level: Int
  /// What shows it: a document, a study.
  public let reference: String
  /// Who stands for it.
  public let attestedBy: String
  /// The first day that it is in force.
  public let from: CivilDate
  /// The last day, as the record states it; `nil` where it states none.
  public let until: CivilDate?
  /// The service, the site or the organization it is about; a star stands for any run of characters.
  public let scope: String
  /// The SHA-256 of what shows it, as the record states it.
  public let sha256: String?
  /// What the record says besides.
  public let note: String?

  /// Creates a record.
  public init(
    standard: String, level: Int, reference: String, attestedBy: String, from: CivilDate,
    until: CivilDate? = nil, scope: String = "*", sha256: String? = nil, note: String? = nil
  ) {
    self.standard = standard
    self.level = level
    self.reference = reference
    self.attestedBy = attestedBy
    self.from = from
    self.until = until
    self.scope = scope
    self.sha256 = sha256
    self.note = note
  }

  /// Reads a row.
  public init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    standard = try row.required(try row.name("standard", records), "standard", records)
    guard EvidenceRecord.standards.contains(standard) else {
      throw row.rejection(
        "standard",
        .unknownWord(
          column: "standard", text: String(standard.prefix(80)), nearest: nil,
          known: ["1.01 to 8.06"]),
        records)
    }
    level = try row.required(try row.whole("level", in: 1...4, records), "level", records)
    reference = try row.required(try row.name("reference", records), "reference", records)
    attestedBy = try row.required(try row.name("attested_by", records), "attested_by", records)
    from = try row.required(try row.day("from", records), "from", records)
    until = try row.day("until", records)
    if let until, until < from {
      throw row.rejection("until", .endsBeforeStart(start: "\(from)", end: "\(until)"), records)
    }
    scope = try row.name("scope", records) ?? "*"
    sha256 = try row.name("sha256", records)
    note = try row.name("note", records)
  }
}

// MARK: - In force

extension EvidenceRecord {
  /// Months that an attestation without an end is in force (own rule: the certificate's term).
  public static let term = 24

  /// The last day that it is in force: the one stated, or the last of the term.
  public var lastDay: CivilDate {
    until ?? from.lastDay(ofMonths: EvidenceRecord.term)
  }

  /// Tells whether it is in force on a day.
  public func isInForce(on day: CivilDate) -> Bool { from <= day && day <= lastDay }
}

extension EvidenceRecord: Comparable {
  /// Orders attestations by what they are about, then by their days and words.
  public static func < (a: EvidenceRecord, b: EvidenceRecord) -> Bool {
    let (first, second) = ((a.standard, a.level, a.scope), (b.standard, b.level, b.scope))
    guard first == second else { return first < second }
    let (start, other) = ((a.from, a.lastDay, a.reference), (b.from, b.lastDay, b.reference))
    guard start == other else { return start < other }
    return (a.attestedBy, a.sha256 ?? "", a.note ?? "") < (
      b.attestedBy, b.sha256 ?? "", b.note ?? ""
    )
  }
}
