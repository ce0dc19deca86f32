/// A source of UTF-16 as a source of UTF-8, converted while it is read.
///
/// What is converted lies in a buffer of its own, because a caller may ask for
/// fewer bytes than a character has.
struct UTF16ByteSource: ByteSource {
  private var source: any ByteSource
  private let order: UTF16Text.Order
  /// Bytes as they were read; the first `filled` are not converted yet.
  private var input: ContiguousArray<UInt8>
  private var filled: Int
  /// Converted bytes, of which those of the range are still to be handed out.
  private var text: ContiguousArray<UInt8>
  private var unread = 0..<0
  private var isAtEnd = false
  /// The number of characters that were not valid and were replaced.
  private(set) var replacedCharacters = 0

  private static let chunkBytes = 65_536

  /// Creates a source that goes on where another one stands.
  ///
  /// - Parameters:
  ///   - beginning: What was read of the other source already, without its mark.
  init(
    _ source: any ByteSource, _ order: UTF16Text.Order,
    beginning: ContiguousArray<UInt8>.SubSequence
  ) {
    self.source = source
    self.order = order
    input = ContiguousArray(beginning)
    filled = input.count
    let size = max(filled, UTF16ByteSource.chunkBytes) + 4
    input.append(contentsOf: repeatElement(0, count: size - filled))
    text = ContiguousArray(repeating: 0, count: UTF16Text.room(for: size))
  }

  var bytesRead: Int { source.bytesRead }

  /// Converts the next bytes.
  mutating func read(
    into bytes: inout ContiguousArray<UInt8>, at offset: Int, count: Int
  ) throws(ScanError.Reason) -> Int {
    while unread.isEmpty {
      if isAtEnd { return 0 }
      // What was read before the source was taken over comes first.
      if filled < 4 {
        let received = try source.read(into: &input, at: filled, count: input.count - filled)
        filled += received
        isAtEnd = received == 0
      }
      convert()
    }
    let width = min(count, unread.count)
    let part = unread.lowerBound..<unread.lowerBound + width
    ByteCopy.vector(text, part, into: &bytes, at: offset)
    unread = part.upperBound..<unread.upperBound
    return width
  }

  /// Converts what is there, and keeps the part of a character at its end.
  private mutating func convert() {
    let progress = UTF16ByteSource.convert(input, filled, order, isLast: isAtEnd, into: &text)
    for i in progress.consumed..<filled { input[i - progress.consumed] = input[i] }
    filled -= progress.consumed
    replacedCharacters += progress.replaced
    unread = 0..<progress.produced
  }

  private static func convert(
    _ input: ContiguousArray<UInt8>, _ filled: Int, _ order: UTF16Text.Order, isLast: Bool,
    into text: inout ContiguousArray<UInt8>
  ) -> UTF16Text.Progress {
    UTF16Text.vector(in: input.span.extracting(0..<filled), order, isLast: isLast, into: &text)
  }
}
