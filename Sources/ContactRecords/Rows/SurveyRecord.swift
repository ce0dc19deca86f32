public import Basics
public import DelimitedText

/// One customer's answer to one question, or an invitation without an answer.
public struct SurveyRecord: RowRecord {
  /// What a question asks.
  public enum Measure: String, CaseIterable, Hashable, Sendable {
    /// How satisfied the customer is.
    case csat
    /// How likely the customer is to recommend the company.
    case nps
    /// How much effort it took the customer.
    case ces
  }

  /// The canonical columns that hold the time of a record.
  public static var timeColumns: [String] { ["responded_at"] }

  /// When it was answered, or sent.
  public let respondedAt: Stamp
  /// The site; empty where the row gives none.
  public let site: String
  /// The queue; empty where the row gives none.
  public let queue: String
  /// The channel; empty where the row gives none.
  public let channel: String
  /// The contact that it asks about; `nil` where the row gives none.
  public let contactID: String?
  /// What the question asks; satisfaction where the row does not say.
  public let measure: Measure
  /// The answer; `nil` where the customer was invited and gave none.
  public let score: FixedPoint?
  /// The lowest and the highest possible answer.
  public let scale: ClosedRange<Int>
  /// Whether the customer says that the issue was resolved; `nil` where nothing is said.
  public let isResolved: Bool?

  /// Reads a row.
  ///
  /// - Throws: `RejectedRecord` for the first field that cannot be read, an answer
  ///   off its scale, and a scale that its measure does not know.
  public init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    respondedAt = try row.required(try row.stamp("responded_at", records), "responded_at", records)
    site = try row.name("site", records) ?? ""
    queue = try row.name("queue", records) ?? ""
    channel = try row.name("channel", records) ?? ""
    contactID = try row.name("contact_id", records)
    measure = try row.word("measure", Measure.self, records) ?? .csat
    isResolved = try row.truth("resolved", records)
    scale = try SurveyRecord.scale(row, measure, records)
    score = try row.decimal("score", in: scale, records)
  }
}

// MARK: - Scales

extension SurveyRecord {
  /// How far scales may reach (own rule), so that sums stay far within 128 bits.
  private static let limits = -1000...1000

  /// Reads the ends of a row's scale.
  ///
  /// Where the row does not say, the highest answer is 5, or 10 for a recommendation
  /// and 7 for effort; the lowest is 1, or 0 for a recommendation (own rule).
  private static func scale(
    _ row: RowFields, _ measure: Measure, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> ClosedRange<Int> {
    let usual =
      switch measure {
      case .csat: 1...5
      case .nps: 0...10
      case .ces: 1...7
      }
    let low = try end("scale_min", row, records) ?? usual.lowerBound
    let high = try end("scale_max", row, records) ?? usual.upperBound
    guard low < high else {
      throw row.rejection("scale_max", .emptyScale(low: low, high: high), records)
    }
    // Promoters and detractors are defined by the numbers 9 and 6 of ten.
    guard measure != .nps || (high == 10 && (low == 0 || low == 1)) else {
      throw row.rejection("scale_max", .notPromoterScale(low: low, high: high), records)
    }
    return low...high
  }

  private static func end(
    _ column: String, _ row: RowFields, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Int? {
    guard let number = try row.decimal(column, in: limits, records) else { return nil }
    guard number.millionths % FixedPoint.scale == 0 else {
      throw row.rejection(
        column, .field(column: column, text: row.text(column, records), .fractionalCount), records)
    }
    return Int(number.millionths / FixedPoint.scale)
  }
}
