/// Cuts a chunk whose records are all lines with the same number of plain fields.
///
/// Where an export quotes nothing, nearly every chunk is one. Then every so many marks end a
/// line, all others are delimiters, and rows and fields follow from their positions in loops
/// without a decision. Any other chunk is left to `RecordCutter`, which this equals.
struct EvenLines: Sendable {
  private var marks = ContiguousArray<Int32>()

  /// Cuts all of a chunk.
  ///
  /// - Parameters:
  ///   - text: Begins with the chunk, which begins where a record does.
  ///   - count: Bytes of the chunk.
  ///   - recordBytes: The longest record that is allowed.
  ///   - batch: An empty batch, which receives rows and fields.
  /// - Returns: Whether there are bytes beyond ASCII; `nil` where the chunk is not such
  ///   a one, and the batch is left empty.
  /// - Complexity: O(*n*) in the bytes.
  mutating func cut(
    _ text: borrowing ContiguousArray<UInt8>, _ count: Int, _ dialect: Dialect,
    recordBytes: Int, into batch: inout RecordBatch
  ) -> Bool? {
    let input = text.span.extracting(0..<count)
    guard dialect.lineEnding == .lineFeed, let last = input.indices.last,
      input[last] == Byte.lineFeed, let width = EvenLines.fields(ofFirstLine: input, dialect)
    else { return nil }
    let found = PlainMarks.vector(in: input, delimiter: dialect.delimiter, into: &marks)
    guard !found.hasQuote, found.lineFeeds * width == found.marks,
      let hasCarriageReturns = EvenLines.cutRows(
        input, marks.span.extracting(0..<found.marks), width, recordBytes: recordBytes,
        &batch.rows)
    else {
      batch.rows.removeAll(keepingCapacity: true)
      return nil
    }
    EvenLines.cutFields(marks.span.extracting(0..<found.marks), &batch.fields)
    if hasCarriageReturns {
      EvenLines.endFields(ofRows: batch.rows, width, in: &batch.fields)
    }
    return found.hasHighByte
  }

  /// The number of fields of the first line; `nil` where there is one alone, which may be blank.
  private static func fields(ofFirstLine input: Span<UInt8>, _ dialect: Dialect) -> Int? {
    var (fields, i) = (1, 0)
    while input[i] != Byte.lineFeed {
      if input[i] == dialect.delimiter { fields += 1 }
      i += 1
    }
    return fields > 1 ? fields : nil
  }

  /// Makes a row of so many marks each.
  ///
  /// - Returns: Whether a row ends before a CR; `nil` where one of them does not end with a
  ///   line feed, or is too long.
  private static func cutRows(
    _ input: Span<UInt8>, _ marks: Span<Int32>, _ width: Int, recordBytes: Int,
    _ rows: inout ContiguousArray<Row>
  ) -> Bool? {
    let count = marks.count / width
    let none = Row(firstField: 0, fieldCount: 0, start: 0, end: 0, problemIndex: -1, line: 0)
    rows.append(contentsOf: repeatElement(none, count: count))
    var out = rows.mutableSpan
    var (start, hasCarriageReturns) = (0, false)
    for row in 0..<count {
      let first = row &* width
      let mark = Int(marks[first &+ width &- 1])
      let lastField = Int(marks[first &+ width &- 2]) &+ 1
      let end = mark > lastField && input[mark &- 1] == Byte.carriageReturn ? mark &- 1 : mark
      guard input[mark] == Byte.lineFeed, end &- start <= recordBytes else { return nil }
      hasCarriageReturns = hasCarriageReturns || end < mark
      out[row] = Row(
        firstField: Int32(truncatingIfNeeded: first),
        fieldCount: Int32(truncatingIfNeeded: width),
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
        problemIndex: -1, line: row &+ 1)
      start = mark &+ 1
    }
    return hasCarriageReturns
  }

  /// Makes a field of what lies before each mark, behind the one before it.
  private static func cutFields(
    _ marks: Span<Int32>, _ fields: inout ContiguousArray<Field>
  ) {
    let none = Field(start: 0, end: 0, isQuoted: false)
    fields.append(contentsOf: repeatElement(none, count: marks.count))
    var out = fields.mutableSpan
    out[0] = Field(start: 0, end: Int(marks[0]), isQuoted: false)
    for index in 1..<marks.count {
      out[index] = Field(
        start: Int(marks[index &- 1]) &+ 1, end: Int(marks[index]), isQuoted: false)
    }
  }

  /// Ends the last field of each row where the row ends, before a CR of its line break.
  private static func endFields(
    ofRows rows: borrowing ContiguousArray<Row>, _ width: Int,
    in fields: inout ContiguousArray<Field>
  ) {
    let rows = rows.span
    var out = fields.mutableSpan
    for row in rows.indices {
      let last = row &* width &+ width &- 1
      guard out[last].end != rows[row].end else { continue }
      out[last] = Field(
        start: Int(out[last].start), end: Int(rows[row].end), isQuoted: false)
    }
  }
}
