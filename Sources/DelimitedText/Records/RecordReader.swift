/// Reads the records of a delimited text, a batch at a time.
///
/// The reader owns one window of input, so that its memory depends on the
/// longest allowed record, one mebibyte, and not on the size of the input.
///
/// ```swift
/// var reader = try RecordReader(MemoryByteSource("queue,offered\nsales,12\n".utf8))
/// var batch = RecordBatch()
/// while try reader.read(into: &batch) {
///   for row in batch.rows.indices { print(batch.text(row: row, field: 0)) }
/// }
/// ```
///
/// The header is simply the first row. A record that cannot be read is a row
/// with a problem and no fields, and reading goes on with the line after its first.
public struct RecordReader: ~Copyable, Sendable {
  /// How fields and records are separated.
  public let dialect: Dialect
  /// How the text is encoded, as far as its first bytes say.
  public let encoding: TextEncoding
  /// The number of bytes of the input that were read, as they are stored.
  public var bytesRead: Int { source.bytesRead }
  /// What the text read so far is made of.
  public private(set) var textFound = TextFound()
  /// The number of characters of UTF-16 that are not valid, and were replaced.
  public var replacedCharacters: Int { (source as? UTF16ByteSource)?.replacedCharacters ?? 0 }
  /// The number of physical lines behind the records read so far, blank ones included.
  ///
  /// At the end of the input it is the number of lines of the file.
  public var physicalLines: Int { cutter.line - 1 }

  private var source: any ByteSource
  private var isAtEnd = false
  /// The number of bytes of text that came into the window.
  private var textBytes = 0
  /// The window; its first `filled` bytes are input, the rest is room.
  private var window: ContiguousArray<UInt8>
  private var filled = 0
  private let limits: ReaderLimits
  private var cutter: RecordCutter
  /// The rest of a line that is too long comes next.
  private var isSkippingLine = false

  /// Starts reading, and recognizes the encoding and the dialect from the first 64 KiB.
  ///
  /// - Parameters:
  ///   - source: The input.
  ///   - delimiter: The byte between fields, or nil to recognize it among
  ///     comma, semicolon, tab and vertical bar.
  /// - Throws: `ScanError` when the input cannot be read or is not such a text.
  public init(_ source: any ByteSource, delimiter: UInt8? = nil) throws(ScanError) {
    try self.init(source, delimiter: delimiter, limits: ReaderLimits())
  }

  /// Starts reading with limits, and with a dialect that is known already.
  init(
    _ source: any ByteSource, delimiter: UInt8? = nil, dialect: Dialect? = nil,
    limits: ReaderLimits
  ) throws(ScanError) {
    var source = source
    // Four bytes hold any mark, so that a mark is never cut.
    var window = ContiguousArray<UInt8>(
      repeating: 0, count: max(limits.windowBytes, limits.sampleBytes, 8))
    var (filled, isAtEnd) = (0, false)
    // A file may give more at once than a pipe does; both are judged by as much.
    let size = max(limits.sampleBytes, 8)
    try RecordReader.fill(&window, &filled, upTo: size, from: &source, &isAtEnd, offset: 0)
    let encoding = TextEncoding.recognized(in: window.span.extracting(0..<min(filled, size)))
    if let refusal = encoding.refusal {
      throw ScanError(reason: refusal, byteOffset: encoding.zeroAt ?? 0)
    }
    var mark = encoding.markWidth
    if let order = encoding.unitOrder {
      source = UTF16ByteSource(source, order, beginning: window[mark..<filled])
      (filled, mark, isAtEnd) = (0, 0, false)
      try RecordReader.fill(&window, &filled, upTo: size, from: &source, &isAtEnd, offset: 0)
      for i in 0..<min(filled, size) where window[i] == 0 {
        throw ScanError(reason: .binary, byteOffset: i)
      }
    }
    let text = window.span.extracting(mark..<min(filled, size))
    let isWhole = isAtEnd && mark + text.count == filled
    let known =
      dialect ?? DialectSniffer.dialect(of: text, isWhole: isWhole, delimiter: delimiter)
    self.source = source
    self.window = window
    self.filled = filled
    self.isAtEnd = isAtEnd
    self.encoding = encoding
    self.dialect = known
    self.limits = limits
    cutter = RecordCutter(dialect: known, limits: limits)
    cutter.windowMoved(to: mark)
    textBytes = filled
  }
}

// MARK: - Reading

extension RecordReader {
  /// Reads the next records, replacing the contents of a batch.
  ///
  /// - Parameter batch: The storage to fill: up to some thousand rows, or
  ///   256 KiB and a record. Its capacity is kept.
  /// - Returns: `false` at the end of the input; the batch is then empty. A
  ///   batch may hold blank lines alone.
  /// - Throws: `ScanError` when the source cannot be read on.
  /// - Complexity: O(*n*) in the bytes of the batch. Allocates only when a
  ///   batch or a record outgrows all earlier ones.
  public mutating func read(into batch: inout RecordBatch) throws(ScanError) -> Bool {
    batch.removeAll()
    batch.lineEnding = dialect.lineEnding
    while true {
      if isSkippingLine { try skipLine() }
      let start = cutter.position
      let baseOffset = textBytes - filled
      batch.baseOffset = baseOffset + start
      isSkippingLine = cutter.skipsLine(
        cutting: window, filled, isAtEnd: isAtEnd, baseOffset: baseOffset, into: &batch)
      if !batch.rows.isEmpty || batch.blankLines > 0 {
        batch.bytes.append(contentsOf: window[start..<cutter.position])
        batch.stretchCount = batch.bytes.count
        batch.copyFields()
        textFound.merge(batch.textFound)
        return true
      }
      if isAtEnd { return false }
      try refill()
    }
  }

  /// Reads on until the end of a line that is too long, keeping none of it.
  private mutating func skipLine() throws(ScanError) {
    while true {
      let search = dialect.lineEnding.endOfLine(
        from: cutter.position, in: window.span.extracting(0..<filled), isAtEnd: isAtEnd)
      cutter.windowMoved(to: search.position)
      if search.isEnd || isAtEnd {
        cutter.line += 1
        isSkippingLine = false
        return
      }
      try refill()
    }
  }

  /// Moves what is unread to the front of the window and fills the rest of it.
  private mutating func refill() throws(ScanError) {
    let unread = filled - cutter.position
    for i in 0..<unread { window[i] = window[cutter.position + i] }
    filled = unread
    cutter.windowMoved(to: 0)
    // Doubling keeps the cost of reading an unfinished record again linear.
    if unread > window.count / 2 {
      window.append(contentsOf: repeatElement(0, count: window.count))
    }
    let before = filled
    try RecordReader.fill(
      &window, &filled, upTo: window.count, from: &source, &isAtEnd, offset: textBytes - filled)
    textBytes += filled - before
  }

  /// Reads until the window holds so many bytes or the input ends.
  private static func fill(
    _ window: inout ContiguousArray<UInt8>, _ filled: inout Int, upTo count: Int,
    from source: inout any ByteSource, _ isAtEnd: inout Bool, offset: Int
  ) throws(ScanError) {
    while !isAtEnd, filled < count {
      do throws(ScanError.Reason) {
        let received = try source.read(into: &window, at: filled, count: window.count - filled)
        isAtEnd = received == 0
        filled += received
      } catch {
        throw ScanError(reason: error, byteOffset: offset + filled)
      }
    }
  }
}

// MARK: - The rest

extension RecordReader {
  /// Gives what is unread in chunks.
  public consuming func chunks() -> ChunkSource {
    var leftOver = ChunkCutter.LeftOver()
    leftOver.isSkippingLine = isSkippingLine
    return ChunkSource(
      source, dialect: dialect, limits: limits, behind: leftOver,
      unread: window[cutter.position..<filled], isAtEnd: isAtEnd,
      offset: textBytes - filled + cutter.position)
  }
}
