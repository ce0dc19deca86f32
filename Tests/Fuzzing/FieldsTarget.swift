@testable import ContactRecords
@testable import DelimitedText

/// Parses a field in every way, and holds the short paths against the general ones.
func parsesFields(_ bytes: [UInt8]) {
  let text = ContiguousArray([0x2C] + bytes + [0x2C])
  let (span, range) = (text.span, 1..<(1 + bytes.count))
  for separator in [FieldParsing.point, UInt8(ascii: ",")] {
    let count = try? FieldParsing.wholeNumber(span, range, decimalSeparator: separator)
    let general = try? FieldParsing.anyWholeNumber(span, range, decimalSeparator: separator)
    precondition(count == general, "two paths, two counts")
    precondition(count ?? 0 >= 0, "a count below zero")
    let plain = PlainDigits.vector(span, range)
    precondition(plain < 0 || plain == count, "plain digits, another count")
    let duration = try? FieldParsing.durationMicroseconds(
      span, range, decimalSeparator: separator)
    let anyDuration = try? FieldParsing.anyDuration(span, range, decimalSeparator: separator)
    precondition(duration == anyDuration, "two paths, two durations")
    precondition((0...FieldParsing.longestMicroseconds).contains(duration ?? 0))
    _ = try? FieldParsing.milliseconds(span, range, decimalSeparator: separator)
    _ = try? FieldParsing.decimal(span, range, decimalSeparator: separator)
    _ = try? FieldParsing.exactDecimal(span, range, decimalSeparator: separator)
    _ = try? FieldParsing.percent(span, range, decimalSeparator: separator)
    _ = FieldParsing.amount(span, range, decimalSeparator: separator)
  }
  let stamp = try? FieldParsing.stamp(span, range)
  precondition(stamp == (try? FieldParsing.anyStamp(span, range)), "two paths, two stamps")
  if let stamp { precondition((0..<86_400).contains(stamp.secondOfDay)) }
  let hint = FieldParsing.orderHint(span, range)
  for order in DateOrder.allCases {
    let ordered = try? FieldParsing.orderedStamp(span, range, order)
    if let ordered { precondition((0..<86_400).contains(ordered.secondOfDay)) }
    if hint == nil, stamp == nil { precondition(ordered == nil, "a date without an order") }
  }
  _ = FieldParsing.month(span, range)
  _ = FieldParsing.quarter(span, range)
  _ = FieldParsing.truth(span, range)
  _ = FieldParsing.currency(span, range)
  let trimmed = FieldParsing.trimmed(span, range)
  precondition(trimmed.lowerBound >= range.lowerBound && trimmed.upperBound <= range.upperBound)
  _ = FieldParsing.isAbsent(span, range)
  for format in formats { _ = try? format.stamp(span, range) }
  // The text as a format, and as the name of a threshold column.
  let name = String(decoding: bytes, as: UTF8.self)
  if let format = try? StampFormat(name) { _ = try? format.stamp(span, range) }
  _ = ThresholdColumn(name)
}

private let formats = ["yyMMdd H:mm:ss", "M/d/yyyy h:mm a", "dd.MM.yyyy HH:mm", "yyyyMMdd"]
  .map { text in
    do { return try StampFormat(text) } catch { fatalError("\(error)") }
  }
