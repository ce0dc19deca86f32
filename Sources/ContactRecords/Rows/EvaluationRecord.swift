public import Basics
public import DelimitedText

/// One quality evaluation of an agent's work.
public struct EvaluationRecord: RowRecord {
  /// The canonical columns that hold the time of a record.
  public static var timeColumns: [String] { ["evaluated_at"] }

  /// When it was evaluated.
  public let evaluatedAt: Stamp
  /// The site; empty where the row gives none.
  public let site: String
  /// The queue; empty where the row gives none.
  public let queue: String
  /// The channel; empty where the row gives none.
  public let channel: String
  /// The agent; `nil` where the row gives none.
  public let agent: String?
  /// The contact that was evaluated; `nil` where the row gives none.
  public let contactID: String?
  /// The points that were given; zero where it failed as a whole.
  public let points: FixedPoint
  /// The points that were possible, above zero; 100 where the row gives a score.
  public let maximum: FixedPoint
  /// Whether one fault failed it as a whole.
  public let hasFailed: Bool

  /// The most points that an evaluation may offer (own rule): no form has more, and
  /// sums over any number of them stay far within 128 bits.
  public static let mostPoints = 1_000_000

  /// Reads a row.
  ///
  /// A score counts as points of 100, and goes before points where a row has both.
  ///
  /// - Throws: `RejectedRecord` for the first field that cannot be read, and where
  ///   more points were given than possible.
  public init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    evaluatedAt = try row.required(try row.stamp("evaluated_at", records), "evaluated_at", records)
    site = try row.name("site", records) ?? ""
    queue = try row.name("queue", records) ?? ""
    channel = try row.name("channel", records) ?? ""
    agent = try row.name("agent", records)
    contactID = try row.name("contact_id", records)
    hasFailed = try row.truth("auto_fail", records) ?? false
    let given: FixedPoint
    if let score = try row.decimal("score", in: 0...100, records) {
      (given, maximum) = (score, FixedPoint(100))
    } else {
      let limits = 0...EvaluationRecord.mostPoints
      let column = row.has("points") ? "points" : "score"
      given = try row.required(try row.decimal(column, in: limits, records), column, records)
      maximum = try row.required(
        try row.decimal("max_points", in: limits, records), "max_points", records)
      guard maximum.millionths > 0 else {
        throw row.rejection(
          "max_points", .notPositive(column: "max_points", text: row.text("max_points", records)),
          records)
      }
      guard given <= maximum else {
        throw row.rejection(
          "points",
          .aboveLimit(
            column: "points", text: row.text("points", records), limit: "max_points",
            limitText: row.text("max_points", records)), records)
      }
    }
    points = hasFailed ? FixedPoint(0) : given
  }
}
