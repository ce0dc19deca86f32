import Basics
import TestSupport

@testable import ContactRecords

/// One row of a contact log, with small numbers for identifiers; 0 where there is none.
struct LogRow: Hashable {
  var day: CivilDate
  var second = 0
  var isSecondPass = false
  var outcome = ContactBatch.Outcome.answered
  var customer = 0
  var contact = 0
  var reason = 0
  var resolved: Bool?
  var type: String?
  var value: FixedPoint?

  /// Seconds of the wall clock since 1970.
  var instant: Int { Int(day.daysSinceEpoch) * 86_400 + second }
}

extension LogRow {
  /// Gives what stands for an identifier in a batch; 0 for 0.
  static func digest(_ number: Int) -> UInt64 {
    guard number != 0 else { return 0 }
    var random = SplitMix64(UInt64(number))
    return random.next() | 1
  }

  /// Makes an answered contact of customer 1: 2026-03-02 and 09:00:00.
  static func at(
    _ day: String, _ time: String = "09:00:00", customer: Int = 1, contact: Int = 0
  ) -> LogRow {
    let parts = time.split(separator: ":").map { Int($0)! }
    return LogRow(
      day: .day(day), second: parts[0] * 3600 + parts[1] * 60 + parts[2], customer: customer,
      contact: contact)
  }

  /// The row with another value in one field.
  func with<Value>(_ field: WritableKeyPath<LogRow, Value>, _ value: Value) -> LogRow {
    var row = self
    row[keyPath: field] = value
    return row
  }
}

extension ContactBatch {
  /// Makes a batch of rows, as a decoder fills it.
  ///
  /// - Parameter types: The table of type names; new names are added.
  init(_ rows: [LogRow], types: inout [String]) {
    self.init()
    count = rows.count
    for (line, row) in rows.enumerated() {
      var type: Int32 = -1
      if let name = row.type {
        if !types.contains(name) { types.append(name) }
        type = Int32(types.firstIndex(of: name)!)
      }
      lines.append(line + 2)
      keys.append(0)
      days.append(row.day.daysSinceEpoch)
      seconds.append(Int32(row.second))
      folds.append(row.isSecondPass ? 1 : 0)
      outcomes.append(row.outcome.rawValue)
      waits.append(-1)
      handles.append(-1)
      contacts.append(LogRow.digest(row.contact))
      customers.append(LogRow.digest(row.customer))
      reasons.append(LogRow.digest(row.reason))
      resolved.append(row.resolved.map { $0 ? 1 : 0 } ?? -1)
      self.types.append(type)
      values.append(row.value?.millionths ?? 0)
      hasValue.append(row.value == nil ? 0 : 1)
      digests.append(UInt64(line))
    }
  }
}
