import Basics

/// Rows of canonical text in the making: cells, commas and line breaks.
///
/// What is written here is read again, and so stands as it is: a name that a spreadsheet
/// would run as a formula is not changed.
package struct CanonicalText: Sendable {
  /// What was written so far.
  package private(set) var bytes: ContiguousArray<UInt8> = []
  private var isAtLineStart = true

  /// Bytes that a cell has to be quoted for.
  private static let special = Array(",\"\n\r".utf8)
  private static let quote = UInt8(ascii: "\"")

  /// Creates text without any row.
  package init() {}

  /// Writes a row of texts.
  package mutating func row(_ texts: [String]) {
    for text in texts { cell(text) }
    endRow()
  }

  /// Writes a text, in quotes where it needs them.
  mutating func cell(_ text: String) {
    separate()
    if !text.utf8.contains(where: CanonicalText.special.contains) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(CanonicalText.quote)
    for byte in text.utf8 {
      if byte == CanonicalText.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CanonicalText.quote)
  }

  /// Writes a text, or nothing where there is none.
  mutating func cell(_ text: String?) { cell(text ?? "") }

  /// Writes a whole number, or nothing where it is below zero and so unknown.
  mutating func cell(count: Int) {
    separate()
    if count >= 0 { append(count) }
  }

  /// Writes milliseconds as seconds, or nothing where they are unknown.
  mutating func cell(milliseconds: Int) {
    separate()
    guard milliseconds >= 0 else { return }
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    append(seconds)
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    append(rest, digits: 3)
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
  }

  /// Writes whether something holds, or nothing where nothing says so.
  mutating func cell(_ truth: Bool?) { cell(truth.map { $0 ? "true" : "false" }) }

  /// Writes a day and a time of it.
  ///
  /// - Parameter offset: Seconds that the clock is ahead of universal time; `nil` where nothing
  ///   says so.
  mutating func cell(day: Int32, secondOfDay: Int, offset: Int? = nil) {
    separate()
    let parts = CivilDate(daysSinceEpoch: day).parts
    append(parts.year, digits: 4)
    for part in [parts.month, parts.day] {
      bytes.append(UInt8(ascii: "-"))
      append(part, digits: 2)
    }
    bytes.append(UInt8(ascii: "T"))
    append(secondOfDay / 3600, digits: 2)
    bytes.append(UInt8(ascii: ":"))
    append(secondOfDay / 60 % 60, digits: 2)
    if secondOfDay % 60 != 0 {
      bytes.append(UInt8(ascii: ":"))
      append(secondOfDay % 60, digits: 2)
    }
    guard let offset else { return }
    bytes.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    append(abs(offset) / 3600, digits: 2)
    bytes.append(UInt8(ascii: ":"))
    append(abs(offset) / 60 % 60, digits: 2)
  }

  /// Ends the row.
  mutating func endRow() {
    bytes.append(UInt8(ascii: "\n"))
    isAtLineStart = true
  }

  /// Writes whole rows that were written elsewhere.
  mutating func rows(_ text: some Sequence<UInt8>) { bytes.append(contentsOf: text) }

  private mutating func separate() {
    if !isAtLineStart { bytes.append(UInt8(ascii: ",")) }
    isAtLineStart = false
  }

  private mutating func append(_ number: Int, digits: Int = 1) {
    var power = 1
    for _ in 1..<digits { power *= 10 }
    while number / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / power % 10))
      power /= 10
    }
  }
}
