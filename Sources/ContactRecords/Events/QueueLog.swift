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
  /// Every one of them begins with seconds since 1970 and has a word in capitals where
  /// the event stands, and one at least is known.
  public static func isRecognized(_ records: borrowing RecordBatch, delimiter: UInt8) -> Bool {
    guard delimiter == QueueLog.delimiter else { return false }
    var isKnown = false
    for row in 0..<min(20, records.rows.count) {
      guard records.problem(ofRow: row) == nil,
        Int(records.rows[row].fieldCount) >= Field.parameters
      else { return false }
      let time = records.bytes[records.range(row: row, field: Field.time)]
      let digits = time.prefix { (48...57).contains($0) }
      guard (9...11).contains(digits.count),
        digits.count == time.count || time[digits.endIndex] == FieldParsing.point
      else { return false }
      let event = records.bytes[records.range(row: row, field: Field.event)]
      guard !event.isEmpty, event.allSatisfy({ (65...90).contains($0) }) else { return false }
      let word = String(decoding: event, as: UTF8.self)
      isKnown = isKnown || word == "QUEUESTART" || Event(rawValue: word) != nil
    }
    return isKnown
  }
}
