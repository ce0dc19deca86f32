import DelimitedText

/// The text of the last time that was read, and what it was read as.
///
/// Exports that are ordered by time give the same one for every queue.
struct StampMemory: Sendable {
  /// The only field of the time; `nil` where there are several.
  let field: Int?
  private(set) var stamp = Stamp(day: 0, secondOfDay: 0, offsetMinutes: nil)
  private var text = Text()

  /// Remembers nothing yet of the time in one field, and nothing ever of one in several.
  init(_ fields: [Int]) {
    field = fields.count == 1 ? fields[0] : nil
  }

  /// Gives the time of a row if its text is that of the last one.
  @inline(__always)
  func stamp(of row: Int, _ records: borrowing RecordBatch) -> Stamp? {
    guard let field else { return nil }
    let text = Text(records.bytes.span, records.range(row: row, field: field))
    return text == self.text && text.count > 0 ? stamp : nil
  }

  /// Whether a text, by its place, is that of the last time.
  @inline(__always)
  func holds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    text.count > 0 && Text(bytes, range) == text
  }

  /// Remembers no time.
  mutating func forget() { text = Text() }

  /// Remembers the time of a row.
  mutating func keep(_ stamp: Stamp, of row: Int, _ records: borrowing RecordBatch) {
    guard let field else { return }
    self.stamp = stamp
    text = Text(records.bytes.span, records.range(row: row, field: field))
  }

  /// A text of eight to 24 bytes as numbers, and any other as none.
  private struct Text: Equatable {
    var count = 0
    private var words: (first: UInt64, middle: UInt64, last: UInt64) = (0, 0, 0)

    init() {}

    @inline(__always)
    init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
      guard range.count >= 8, range.count <= 24, range.upperBound <= bytes.count else { return }
      count = range.count
      let (start, end) = (range.lowerBound, range.upperBound &- 8)
      // SAFETY: any eight bytes are a valid UInt64; all loads lie within the field, which
      // was just seen to lie within the bytes.
      words = unsafe (
        bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self),
        bytes.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: min(start &+ 8, end), as: UInt64.self),
        bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: end, as: UInt64.self)
      )
    }

    @inline(__always)
    static func == (a: Text, b: Text) -> Bool {
      a.count == b.count && a.words == b.words
    }
  }
}
