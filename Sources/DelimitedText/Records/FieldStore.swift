/// The fields of a batch while it is being filled.
///
/// The array is kept longer than what it holds, so that the inner loop stores
/// through a span and asks about room once per stride of marks.
struct FieldStore {
  /// The number of fields; what lies behind is room.
  private(set) var count = 0
  private var storage = ContiguousArray<Field>()
  /// Where in the window the bytes of the batch begin.
  private let origin: Int

  /// Takes the empty storage of a batch, to be given back.
  init(origin: Int, storage: inout ContiguousArray<Field>) {
    self.origin = origin
    swap(&self.storage, &storage)
  }

  /// Gives the storage back, without its room.
  mutating func giveBack(to storage: inout ContiguousArray<Field>) {
    self.storage.removeLast(self.storage.count - count)
    swap(&self.storage, &storage)
  }

  /// Forgets the fields of an unfinished record.
  @inline(__always)
  mutating func truncate(to count: Int) {
    self.count = count
  }

  /// Provides room for so many fields more.
  @inline(__always)
  mutating func makeRoom(for more: Int) {
    let missing = more - (storage.count - count)
    guard missing > 0 else { return }
    let empty = Field(start: 0, end: 0, isQuoted: false)
    storage.append(contentsOf: repeatElement(empty, count: missing))
  }

  /// Adds a field by its place in the window.
  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, isQuoted: Bool) {
    makeRoom(for: 1)
    storage[count] = Field(start: start &- origin, end: end &- origin, isQuoted: isQuoted)
    count &+= 1
  }

  /// Adds a field for each mark that is a delimiter, plain or in quotes that
  /// hold no mark, up to the first mark that is something else.
  ///
  /// - Returns: The index of the first mark that is left.
  @inline(__always)
  mutating func appendRun(
    _ input: Span<UInt8>, _ positions: Span<Int32>, from next: Int, _ delimiter: UInt8,
    _ fieldStart: inout Int
  ) -> Int {
    makeRoom(for: positions.count &- next)
    var (mark, filled, start) = (next, count, fieldStart &- origin)
    let origin = origin
    var out = storage.mutableSpan
    while mark < positions.count {
      let position = Int(positions[mark])
      let byte = input[position]
      if byte == delimiter {
        let end = position &- origin
        out[filled] = Field(start: start, end: end, isQuoted: false)
        start = end &+ 1
        mark &+= 1
      } else {
        // A quoted field shows as quote, quote and at once a delimiter.
        guard byte == Byte.quote, position &- origin == start, mark &+ 2 < positions.count
        else { break }
        let (close, after) = (Int(positions[mark &+ 1]), Int(positions[mark &+ 2]))
        guard after == close &+ 1, input[close] == Byte.quote, input[after] == delimiter
        else { break }
        out[filled] = Field(start: start &+ 1, end: close &- origin, isQuoted: true)
        start = after &+ 1 &- origin
        mark &+= 3
      }
      filled &+= 1
    }
    fieldStart = start &+ origin
    count = filled
    return mark
  }
}
