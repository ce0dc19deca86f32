/// Cuts one chunk after the other into records, each apart from the others.
///
/// A chunk begins where a record does, unless the one before left something over: a
/// record in quotes that goes on, or a line that is too long. That is known only
/// when the one before was cut, so a chunk may have to be cut again.
public struct ChunkCutter: Sendable {
  /// What a chunk left for the next one.
  public struct LeftOver: Sendable {
    /// The beginning of a record.
    var bytes = ContiguousArray<UInt8>()
    /// Whether the rest of a line that is too long comes next.
    var isSkippingLine = false

    /// Nothing is left over.
    public init() {}

    /// Whether the next chunk begins with a record.
    public var isEmpty: Bool { bytes.isEmpty && !isSkippingLine }
  }

  /// The number of physical lines of the chunk behind the records cut so far.
  public var lines: Int { cutter.line - 1 }

  private let dialect: Dialect
  private let limits: ReaderLimits
  private var cutter: RecordCutter
  private var evenLines = EvenLines()
  /// The chunk at hand: the first `count` bytes.
  private var text = ContiguousArray<UInt8>()
  private var count = 0
  /// How many bytes of the next chunk are known behind it: one that tells whether a CR at the
  /// end is a line break.
  private var ahead = 0
  private var baseOffset = 0
  private var isLast = false
  private var isSkippingLine = false

  /// Prepares to cut the chunks of a source.
  public init(_ source: borrowing ChunkSource) {
    self.init(dialect: source.dialect, limits: source.limits)
  }

  init(dialect: Dialect, limits: ReaderLimits) {
    self.dialect = dialect
    self.limits = limits.forChunks
    cutter = RecordCutter(dialect: dialect, limits: self.limits)
  }

  /// Begins a chunk.
  ///
  /// - Parameters:
  ///   - chunk: Is left with storage to be filled again.
  ///   - leftOver: What the chunk before left over.
  public mutating func begin(_ chunk: inout Chunk, behind leftOver: consuming LeftOver) {
    swap(&text, &chunk.bytes)
    count = chunk.count
    ahead = dialect.lineEnding == .carriageReturn && chunk.hasNextByte ? 1 : 0
    baseOffset = chunk.baseOffset
    isLast = chunk.isLast
    begin(behind: leftOver)
  }

  /// Begins the chunk at hand once more, behind what the one before left over.
  ///
  /// - Parameters:
  ///   - batch: What was cut from it.
  ///   - leftOver: What that chunk ended in the middle of.
  public mutating func beginAgain(
    _ batch: inout RecordBatch, behind leftOver: consuming LeftOver
  ) {
    if batch.stretchCount == count, cutter.position == count { swap(&text, &batch.bytes) }
    begin(behind: leftOver)
  }

  private mutating func begin(behind leftOver: consuming LeftOver) {
    let more = leftOver.bytes.count
    if more > 0 {
      text.removeLast(text.count - count - ahead)
      text.replaceSubrange(0..<0, with: leftOver.bytes)
      count += more
      baseOffset -= more
    }
    isSkippingLine = leftOver.isSkippingLine
    cutter = RecordCutter(dialect: dialect, limits: limits)
  }

  /// Cuts the next records, replacing the contents of a batch: all of the chunk, unless
  /// a line is too long.
  ///
  /// - Returns: `false` when the chunk has no further complete record.
  /// - Complexity: O(*n*) in the bytes.
  public mutating func cut(into batch: inout RecordBatch) -> Bool {
    batch.removeAll()
    batch.lineEnding = dialect.lineEnding
    if isSkippingLine { skipLine() }
    let start = cutter.position
    batch.baseOffset = baseOffset + start
    guard !isSkippingLine, start < count else { return false }
    if start == 0,
      let hasHighByte = evenLines.cut(
        text, count, dialect, recordBytes: limits.recordBytes, into: &batch)
    {
      cutter.windowMoved(to: count)
      cutter.line += batch.rows.count
      swap(&text, &batch.bytes)
      batch.stretchCount = count
      if hasHighByte { batch.copyFields() }
      return true
    }
    isSkippingLine = cutter.skipsLine(
      cutting: text, count + ahead, isAtEnd: isLast, baseOffset: baseOffset, into: &batch)
    guard !batch.rows.isEmpty || batch.blankLines > 0 else { return false }
    if start == 0, cutter.position == count {
      // All of it: the bytes need not be copied.
      swap(&text, &batch.bytes)
    } else {
      batch.bytes.append(contentsOf: text[start..<cutter.position])
    }
    batch.stretchCount = cutter.position - start
    batch.copyFields()
    return true
  }

  /// Goes on behind a line that is too long, or to the end of the chunk.
  private mutating func skipLine() {
    let search = dialect.lineEnding.endOfLine(
      from: cutter.position, in: text.span.extracting(0..<count + ahead), isAtEnd: isLast)
    cutter.windowMoved(to: search.position)
    if search.isEnd || isLast {
      cutter.line += 1
      isSkippingLine = false
    }
  }

  /// Gives what the chunk leaves over, once all records are cut.
  public func leftOver() -> LeftOver {
    var leftOver = LeftOver()
    leftOver.isSkippingLine = isSkippingLine
    if cutter.position < count { leftOver.bytes.append(contentsOf: text[cutter.position..<count]) }
    return leftOver
  }
}
