/// The structural bytes that are known ahead of a place in the window, and the
/// fast path that makes fields of them.
///
/// The path knows plain fields and quoted fields without quotes or line breaks
/// inside. It looks no further than the marks at hand: a record with a quoted
/// field that the marks end in is `unusual`, and the general parser reads it.
struct FieldMarks: Sendable {
  /// How much is searched in one go. Its marks stay in the L1 cache.
  static let stride = 4096

  /// How the fast path left a record.
  enum Outcome {
    /// The record ends, and the next one begins.
    case ended(Int, next: Int)
    /// The window ends within the record.
    case ranOut
    case unusual
  }

  private var positions = ContiguousArray<Int32>(repeating: 0, count: FieldMarks.stride)
  private var count = 0
  private var next = 0
  /// Where in the window the search goes on.
  private var searched = 0

  /// Forgets all marks; the search goes on at a place in the window.
  mutating func forget(from position: Int) {
    (count, next, searched) = (0, 0, position)
  }

  /// Passes over the marks before a place that was reached in another way.
  mutating func skip(to position: Int) {
    while next < count, Int(positions[next]) < position { next += 1 }
    searched = max(searched, position)
  }

  /// Adds the fields of the record that begins at a place.
  ///
  /// - Returns: How it ended. The fields are valid only if it did.
  @inline(__always)
  mutating func readRecord(
    _ input: Span<UInt8>, from start: Int, _ needles: StructuralBytes.Needles, _ dialect: Dialect,
    into fields: inout FieldStore
  ) -> Outcome {
    var fieldStart = start
    while true {
      if next == count {
        guard searched < input.count else { return .ranOut }
        let end = min(input.count, searched + FieldMarks.stride)
        count = StructuralBytes.vector(in: input, searched..<end, needles, into: &positions)
        (next, searched) = (0, end)
        fields.makeRoom(for: count)
        continue
      }
      next = fields.appendRun(
        input, positions.span.extracting(0..<count), from: next, dialect.delimiter, &fieldStart)
      guard next < count else { continue }
      let mark = Int(positions[next])
      let byte = input[mark]
      if byte == Byte.quote {
        if mark == fieldStart {
          guard let close = closingQuote(input, dialect) else { return .unusual }
          fields.append(fieldStart &+ 1, Int(positions[close]), isQuoted: true)
          let after = Int(positions[close &+ 1])
          next = close &+ 2
          if input[after] == dialect.delimiter {
            fieldStart = after &+ 1
            continue
          }
          return .ended(Int(positions[close]) &+ 1, next: after &+ 1)
        }
        next &+= 1
        continue
      }
      // A line break.
      next &+= 1
      var (end, following) = (mark, mark &+ 1)
      if byte == Byte.carriageReturn {
        guard following < input.count else { return .ranOut }
        if input[following] == Byte.lineFeed {
          following &+= 1
          skip(to: following)
        }
      } else if dialect.lineEnding == .lineFeed, end > fieldStart,
        input[end &- 1] == Byte.carriageReturn
      {
        end &-= 1
      }
      fields.append(fieldStart, end, isQuoted: false)
      return .ended(end, next: following)
    }
  }

  /// Finds the mark that closes the quote at the next mark, when a delimiter or
  /// a line break follows it at once and is marked as well.
  @inline(__always)
  private func closingQuote(_ input: Span<UInt8>, _ dialect: Dialect) -> Int? {
    var close = next &+ 1
    while close < count, input[Int(positions[close])] == dialect.delimiter { close &+= 1 }
    guard close &+ 1 < count else { return nil }
    let (quote, after) = (Int(positions[close]), Int(positions[close &+ 1]))
    guard input[quote] == Byte.quote else { return nil }
    if after == quote &+ 1 {
      let byte = input[after]
      // A second quote makes one, and a marked CR may be half a line break.
      return byte == Byte.quote || byte == Byte.carriageReturn ? nil : close
    }
    // An unmarked CR before the LF belongs to the line break.
    let endsInPair =
      after == quote &+ 2 && input[after] == Byte.lineFeed
      && input[quote &+ 1] == Byte.carriageReturn
    return endsInPair ? close : nil
  }
}
