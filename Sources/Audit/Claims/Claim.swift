public import ContactRecords
public import DelimitedText

/// A claim to hold against the records: a measure, a scope, a period and a number.
public struct Claim: RowRecord {
  /// A claim has no time of its own but its period.
  public static var timeColumns: [String] { [] }

  /// What the claim is called.
  public let id: String
  /// What it is about; `nil` for a word that is no measure.
  public let measure: ClaimMeasure?
  /// What it is about, as written.
  public let measureText: String
  /// The part of the center that it is about.
  public let scope: ClaimScope
  /// The part, as written; empty for everything.
  public let scopeText: String
  /// The time that it is about.
  public let period: ClaimPeriod
  /// The time, as written.
  public let periodText: String
  /// What is claimed.
  public let claimed: ClaimedFigure
  /// What is claimed, as written.
  public let claimedText: String

  /// Reads a row.
  ///
  /// A measure that is not known rejects no row: the claim is unsupported.
  ///
  /// - Throws: `RejectedRecord` for the first field that cannot be read.
  public init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    func read<Value>(
      _ column: String, _ text: String, _ value: Value?, _ failure: FieldFailure
    ) throws(RejectedRecord) -> Value {
      guard let value else {
        throw row.rejection(
          column, .field(column: column, text: String(text.prefix(80)), failure), records)
      }
      return value
    }
    id = try row.required(try row.name("id", records), "id", records)
    measureText = try row.required(try row.name("measure", records), "measure", records)
    measure = ClaimMeasure(rawValue: measureText)
    scopeText = try row.name("scope", records) ?? ""
    scope = try read("scope", scopeText, ClaimScope(scopeText), .notAScope)
    periodText = try row.name("period", records) ?? ""
    // A level is as of a day, and as-of is one.
    if measure != .level, periodText.isEmpty {
      throw row.rejection("period", .absent(column: "period"), records)
    }
    period = try read("period", periodText, ClaimPeriod(periodText), .notAPeriod)
    claimedText = try row.required(try row.name("claimed", records), "claimed", records)
    claimed = try read(
      "claimed", claimedText,
      ClaimedFigure(claimedText, hasDecimalComma: row.hasDecimalComma), .notAFigure)
  }
}
