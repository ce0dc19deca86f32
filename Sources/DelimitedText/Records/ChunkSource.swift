/// A stretch of an input that ends with a line break, or with the input.
///
/// What is in it can be cut apart from all that stands before, unless a record goes on
/// over a line break: whether one does is known when the stretch before it was cut.
public struct Chunk: Sendable {
  /// The bytes; behind the first `count` of them is room.
  var bytes = ContiguousArray<UInt8>()
  /// How many bytes belong to the chunk.
  var count = 0
  /// Whether the byte behind them is the next one of the text: it tells whether a CR at
  /// the end is a line break.
  var hasNextByte = false
  /// The offset of the first byte in the text.
  var baseOffset = 0
  /// Whether the input ends here.
  public internal(set) var isLast = false

  /// Creates a chunk to be filled.
  public init() {}
}

/// Gives the rest of an input in chunks, for records to be cut from them on several threads.
///
/// ```swift
/// var source = reader.chunks()
/// var (chunk, cutter, batch) = (Chunk(), ChunkCutter(source), RecordBatch())
/// var leftOver = source.leftOver
/// while try source.next(into: &chunk) {
///   cutter.begin(&chunk, behind: leftOver)
///   while cutter.cut(into: &batch) { … }
///   leftOver = cutter.leftOver()
/// }
/// ```
public struct ChunkSource: ~Copyable, Sendable {
  /// How fields and records are separated.
  public let dialect: Dialect
  /// What the first chunk has to be cut behind.
  public let leftOver: ChunkCutter.LeftOver
  let limits: ReaderLimits
  /// The number of bytes of the input that were read, as they are stored.
  public var bytesRead: Int { source.bytesRead }
  /// The number of characters of UTF-16 that are not valid, and were replaced.
  public var replacedCharacters: Int { (source as? UTF16ByteSource)?.replacedCharacters ?? 0 }

  private var source: any ByteSource
  /// What was read behind the last line break that a chunk ended with.
  private var tail: ContiguousArray<UInt8>
  private var isAtEnd: Bool
  /// The offset in the text of the first byte of the tail.
  private var offset: Int
  private var isFinished = false

  /// Goes on where a reader stands.
  init(
    _ source: any ByteSource, dialect: Dialect, limits: ReaderLimits,
    behind leftOver: ChunkCutter.LeftOver,
    unread: ContiguousArray<UInt8>.SubSequence, isAtEnd: Bool, offset: Int
  ) {
    self.source = source
    self.dialect = dialect
    self.leftOver = leftOver
    self.limits = limits
    tail = ContiguousArray(unread)
    self.isAtEnd = isAtEnd
    self.offset = offset
  }

  /// Reads the next chunk.
  ///
  /// - Returns: `false` behind the last one; there is always a last one, which may be empty.
  /// - Throws: `ScanError` when the source cannot be read on.
  public mutating func next(into chunk: inout Chunk) throws(ScanError) -> Bool {
    if isFinished { return false }
    let wanted = max(limits.chunkBytes, tail.count + 1)
    if chunk.bytes.count < wanted {
      chunk.bytes.append(contentsOf: repeatElement(0, count: wanted - chunk.bytes.count))
    }
    ByteCopy.vector(tail, 0..<tail.count, into: &chunk.bytes, at: 0)
    chunk.count = tail.count
    chunk.baseOffset = offset
    tail.removeAll(keepingCapacity: true)
    try fill(&chunk, upTo: wanted)
    var end = chunk.count
    if !isAtEnd {
      // A line that is longer than the chunk goes on in the next one.
      let known = ChunkSource.endOfLines(chunk, dialect.lineEnding)
      end = known > 0 ? known : end
    }
    tail.append(contentsOf: chunk.bytes[end..<chunk.count])
    chunk.hasNextByte = end < chunk.count
    chunk.count = end
    offset += end
    chunk.isLast = isAtEnd && tail.isEmpty
    isFinished = chunk.isLast
    return true
  }

  private mutating func fill(_ chunk: inout Chunk, upTo count: Int) throws(ScanError) {
    while !isAtEnd, chunk.count < count {
      do throws(ScanError.Reason) {
        let received = try source.read(
          into: &chunk.bytes, at: chunk.count, count: count - chunk.count)
        isAtEnd = received == 0
        chunk.count += received
      } catch {
        throw ScanError(reason: error, byteOffset: offset + chunk.count)
      }
    }
  }

  /// Finds where the last line that is known to have ended ends; 0 where none has.
  private static func endOfLines(_ chunk: borrowing Chunk, _ ending: Dialect.LineEnding) -> Int {
    let bytes = chunk.bytes.span
    var i = chunk.count
    while i > 0 {
      let byte = bytes[i - 1]
      if byte == Byte.lineFeed { return i }
      // A CR may be half of a line break, unless something else follows.
      if byte == Byte.carriageReturn, ending == .carriageReturn, i < chunk.count { return i }
      i -= 1
    }
    return 0
  }
}
