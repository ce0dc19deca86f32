/// Where a field lies in the bytes of its batch, without its enclosing quotes.
public struct Field: Hashable, Sendable {
  /// The first byte of the content.
  public let start: Int32
  /// The byte after the content, times two, plus one when the field was quoted.
  @usableFromInline let endAndQuote: Int32

  /// Notes where a field lies.
  ///
  /// A batch holds less than 2³⁰ bytes, so that doubling cannot overflow.
  @inlinable
  init(start: Int, end: Int, isQuoted: Bool) {
    self.start = Int32(truncatingIfNeeded: start)
    endAndQuote = Int32(truncatingIfNeeded: end &* 2 | (isQuoted ? 1 : 0))
  }

  /// The byte after the content.
  @inlinable public var end: Int32 { endAndQuote &>> 1 }

  /// Whether the field was written in quotes.
  @inlinable public var isQuoted: Bool { endAndQuote & 1 == 1 }

  /// The bytes of the content.
  ///
  /// The reader keeps start ≤ end.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }
}

/// One record: its fields, its raw bytes and its line.
public struct Row: Hashable, Sendable {
  /// The index of the first field among the fields of the batch.
  public let firstField: Int32
  /// The number of fields; 0 when the record is malformed, and otherwise at least 1.
  public let fieldCount: Int32
  /// The first byte of the raw record.
  public let start: Int32
  /// The byte after the raw record, before its line break.
  public let end: Int32
  /// The index among the problems of the batch, or -1.
  @usableFromInline let problemIndex: Int32
  /// The physical line of the file, from 1, on which the record begins.
  public internal(set) var line: Int

  /// Whether the record could not be read as fields.
  @inlinable public var isMalformed: Bool { problemIndex >= 0 }

  /// The indices of the fields among the fields of the batch.
  @inlinable public var fields: Range<Int> {
    Int(firstField)..<(Int(firstField) + Int(fieldCount))
  }

  /// The raw record in the bytes of the batch.
  @inlinable public var rawRange: Range<Int> { Int(start)..<Int(end) }
}

/// A few thousand records of an input, with their bytes.
///
/// The reader refills a batch over and over; its storage is kept. The fields of
/// all rows stand in one array, and each is a plain range of `bytes` in UTF-8: what
/// had doubled quotes inside, or was in another encoding, lies as a clean copy behind
/// the stretch of input.
public struct RecordBatch: Sendable {
  /// A stretch of input, and behind it the clean copies of fields.
  public internal(set) var bytes = ContiguousArray<UInt8>()
  /// The fields of all rows, in order.
  public internal(set) var fields = ContiguousArray<Field>()
  /// The records, in order. Blank lines are not among them.
  public internal(set) var rows = ContiguousArray<Row>()
  /// What is wrong with the malformed rows, in order.
  public internal(set) var problems = ContiguousArray<RecordProblem>()
  /// The number of blank lines between and around the rows.
  public internal(set) var blankLines = 0
  /// The offset in the input of the first of the bytes.
  public internal(set) var baseOffset = 0

  /// What the text of the batch is made of.
  public internal(set) var textFound = TextFound()

  /// How much of the bytes is input.
  var stretchCount = 0
  var lineEnding = Dialect.LineEnding.lineFeed
  /// The fields that lie as copies behind the stretch, in the order of their indices.
  var copies = ContiguousArray<FieldCopy>()

  /// Creates an empty batch.
  public init() {}

  /// Gives the problem of a row, or nil when its fields could be read.
  @inlinable
  public func problem(ofRow row: Int) -> RecordProblem? {
    let index = Int(rows[row].problemIndex)
    return index < 0 ? nil : problems[index]
  }

  /// Gives the bytes of a field, by the number of the row and of the field in it.
  @inlinable
  public func range(row: Int, field: Int) -> Range<Int> {
    fields[Int(rows[row].firstField) + field].range
  }

  /// Removes everything and keeps the storage.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
    copies.removeAll(keepingCapacity: true)
    blankLines = 0
    textFound = TextFound()
    stretchCount = 0
  }
}
