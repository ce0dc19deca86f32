/// How a file separates its fields and its records.
public struct Dialect: Hashable, Sendable {
  /// What ends a record.
  public enum LineEnding: Hashable, Sendable {
    /// LF or CRLF; a CR that stands alone is data.
    case lineFeed
    /// CR, CRLF or LF: for files whose header line ends with a CR that stands alone.
    case carriageReturn
  }

  /// The byte between two fields.
  public let delimiter: UInt8
  /// What ends a record.
  public let lineEnding: LineEnding

  /// Creates a dialect.
  ///
  /// - Precondition: The delimiter is neither a quote nor a line break.
  public init(delimiter: UInt8 = UInt8(ascii: ","), lineEnding: LineEnding = .lineFeed) {
    precondition(
      ![Byte.quote, Byte.lineFeed, Byte.carriageReturn].contains(delimiter),
      "a delimiter is neither a quote nor a line break")
    self.delimiter = delimiter
    self.lineEnding = lineEnding
  }
}

/// The bytes that have a meaning of their own in delimited text.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let blank: UInt8 = 0x20
  static let quote: UInt8 = 0x22
}

// MARK: - Line breaks

extension Dialect.LineEnding {
  /// Measures the line break at a byte.
  ///
  /// - Returns: 0 when there is none, 1 or 2, or `nil` when the byte is a CR
  ///   at the end of what is known and the next byte decides.
  @inline(__always)
  func breakWidth(at i: Int, in input: Span<UInt8>, isAtEnd: Bool) -> Int? {
    let byte = input[i]
    if byte == Byte.lineFeed { return 1 }
    guard byte == Byte.carriageReturn else { return 0 }
    guard i + 1 < input.count else { return isAtEnd ? 1 : nil }
    if input[i + 1] == Byte.lineFeed { return 2 }
    return self == .carriageReturn ? 1 : 0
  }

  /// Finds the start of the next line.
  ///
  /// - Returns: The byte after the next line break; or, when none is known, the
  ///   byte at which a search with more input has to go on.
  func endOfLine(
    from start: Int, in input: Span<UInt8>, isAtEnd: Bool
  ) -> (position: Int, isEnd: Bool) {
    var i = start
    while i < input.count {
      guard let width = breakWidth(at: i, in: input, isAtEnd: isAtEnd) else { break }
      if width > 0 { return (i + width, true) }
      i += 1
    }
    return (i, false)
  }

  /// Finds the physical line of a byte and where it begins, from a known start of a line.
  func lineStart(
    of target: Int, in input: Span<UInt8>, from start: Int, line: Int
  ) -> (line: Int, start: Int) {
    var (line, lineStart, i) = (line, start, start)
    while i < target {
      // A CR at the end of what is known is not before the target's line.
      let width = breakWidth(at: i, in: input, isAtEnd: false) ?? 0
      i += max(1, width)
      if width > 0 { (line, lineStart) = (line + 1, i) }
    }
    return (line, lineStart)
  }

  /// Finds the line and the column of a byte, counting from a known start of a line.
  ///
  /// Columns count characters: those of UTF-8 where the line is that up to the
  /// byte, and otherwise bytes.
  func position(
    of target: Int, in input: Span<UInt8>, from start: Int, line: Int
  ) -> (line: Int, column: Int) {
    let (line, lineStart) = lineStart(of: target, in: input, from: start, line: line)
    var end = target
    // A limit may fall into the middle of a character.
    while end > lineStart, target - end < 3, end < input.count, UTF8Text.continues(input[end]) {
      end -= 1
    }
    guard FieldParsing.isValidUTF8(input, lineStart..<end) else {
      return (line, 1 + target - lineStart)
    }
    return (line, 1 + UTF8Text.characters(input, lineStart..<target))
  }
}

/// How characters show in the bytes of UTF-8.
enum UTF8Text {
  /// Tells whether a byte is a later one of a character.
  @inline(__always)
  static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Counts the characters that begin in a range.
  static func characters(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for i in range where !continues(bytes[i]) { count += 1 }
    return count
  }
}
