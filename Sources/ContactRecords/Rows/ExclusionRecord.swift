public import Basics
public import DelimitedText

/// One stretch of time to leave out of the judgment, half-open.
public struct ExclusionRecord: RowRecord {
  /// The canonical columns that hold the time of a record.
  public static var timeColumns: [String] { ["start", "end"] }

  /// The first moment that is left out.
  public let start: WallTime
  /// The first moment that is not left out any more.
  public let end: WallTime
  /// Why.
  public let reason: String
  /// Who approved it.
  public let approver: String
  /// The services that it is about, where a star stands for any text; `nil` for all.
  public let service: String?
  /// The sites that it is about, likewise.
  public let site: String?
  /// The offsets of both times, where they have some and no zone is configured.
  public let offsets: [Int16]

  /// Reads a row.
  ///
  /// - Throws: `RejectedRecord` for the first field that cannot be read, and where the
  ///   end does not lie after the start.
  public init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    start = try row.required(try row.time("start", records), "start", records)
    end = try row.required(try row.time("end", records), "end", records)
    guard row.seconds(end, isEnd: true) > row.seconds(start, isEnd: false) else {
      throw row.rejection(
        "end",
        .notAfter(
          column: "end", text: row.text("end", records), start: row.text("start", records)),
        records)
    }
    reason = try row.required(try row.name("reason", records), "reason", records)
    approver = try row.required(try row.name("approver", records), "approver", records)
    service = try row.name("service", records)
    site = try row.name("site", records)
    offsets = [try row.offset("start", records), try row.offset("end", records)].compactMap(\.self)
  }
}
