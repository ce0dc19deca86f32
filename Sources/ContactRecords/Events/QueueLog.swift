public import DelimitedText

/// The lines of Asterisk's queue_log: time, call, queue, agent, event, and what it brings.
///
/// Names and parameters from the documentation of app_queue. There is no header; fields
/// are joined by pipes.
public enum QueueLog: Sendable {
  /// What stands between fields.
  public static let delimiter = UInt8(ascii: "|")

  /// The profile that stands for logs.
  public static let profile = ACDProfile.asteriskQueueLog

  /// Positions of the fields that every line has.
  enum Field {
    static let time = 0
    static let call = 1
    static let queue = 2
    static let event = 4
    /// The first of those that an event brings.
    static let parameters = 5
    /// The caller, in a line of a call that enters.
    static let caller = 6
  }

  /// What happens to a call.
  enum Event: String, CaseIterable, Sendable {
    case enter = "ENTERQUEUE"
    case connect = "CONNECT"
    case abandon = "ABANDON"
    case completeByCaller = "COMPLETECALLER"
    case completeByAgent = "COMPLETEAGENT"
    case transfer = "TRANSFER"
    case blindTransfer = "BLINDTRANSFER"
    case attendedTransfer = "ATTENDEDTRANSFER"
    case timeout = "EXITWITHTIMEOUT"
    case key = "EXITWITHKEY"
    case empty = "EXITEMPTY"

    /// Which parameter states the seconds of waiting, from 0; `nil` where none does.
    var wait: Int? {
      switch self {
      case .connect, .completeByCaller, .completeByAgent: 0
      case .abandon, .timeout, .empty: 2
      case .key: 3
      case .enter, .transfer, .blindTransfer, .attendedTransfer: nil
      }
    }

    /// Which parameter states the seconds of talk, from 0; `nil` where none does.
    var talk: Int? {
      switch self {
      case .completeByCaller, .completeByAgent: 1
      case .transfer, .blindTransfer: 3
      case .enter, .connect, .abandon, .attendedTransfer, .timeout, .key, .empty: nil
      }
    }
  }

  /// Tells from its first lines whether a text is a log.
  ///
  /// Most of them begin with seconds since 1970 and have a word in capitals where the event
  /// stands, and one at least is known: rotation may cut the first line.
  public static func isRecognized(_ records: borrowing RecordBatch, delimiter: UInt8) -> Bool {
    guard delimiter == QueueLog.delimiter else { return false }
    let count = min(20, records.rows.count)
    let events = (0..<count).compactMap { event($0, records) }
    let isKnown = events.contains { $0 == "QUEUESTART" || Event(rawValue: $0) != nil }
    return isKnown && 2 * events.count > count
  }

  /// Reads the event of a line that has the shape of one; nil for any other.
  private static func event(_ row: Int, _ records: borrowing RecordBatch) -> String? {
    guard records.problem(ofRow: row) == nil,
      Int(records.rows[row].fieldCount) >= Field.parameters
    else { return nil }
    let time = records.bytes[records.range(row: row, field: Field.time)]
    let digits = time.prefix { (48...57).contains($0) }
    guard (9...11).contains(digits.count),
      digits.count == time.count || time[digits.endIndex] == FieldParsing.point
    else { return nil }
    let event = records.bytes[records.range(row: row, field: Field.event)]
    let isWord = event.allSatisfy { (65...90).contains($0) || $0 == UInt8(ascii: "_") }
    return isWord && !event.isEmpty ? String(decoding: event, as: UTF8.self) : nil
  }
}
