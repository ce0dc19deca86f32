/// Cuts a window of input into rows.
///
/// The fast path is narrow: it walks over the positions of the structural bytes
/// that the kernel found, a few kilobytes ahead, and knows unquoted fields only.
/// A record with a quoted field, at the end of the input, or of an unusual
/// length goes to `RecordScanner` from its start.
struct RecordCutter: Sendable {
  /// Why cutting stopped.
  enum Stop {
    case batchIsFull
    /// The window holds no further complete record.
    case needsInput
    /// The rest of a line that is too long is to be skipped.
    case skipsLine
  }

  let dialect: Dialect
  let limits: ReaderLimits
  /// Where the next record begins in the window.
  var position = 0
  /// The physical line at the position, from 1.
  var line = 1

  private var scanner: RecordScanner
  private var marks: Marks

  /// The structural bytes that are known ahead of the position.
  private struct Marks: Sendable {
    /// How much is looked at in one go: its marks stay in the L1 cache.
    static let stride = 4096

    var positions = ContiguousArray<Int32>(repeating: 0, count: Marks.stride)
    var count = 0
    var next = 0
    /// Where in the window the search goes on.
    var searched = 0

    mutating func forget(from position: Int) {
      (count, next, searched) = (0, 0, position)
    }

    mutating func skip(to position: Int) {
      while next < count, Int(positions[next]) < position { next += 1 }
      searched = max(searched, position)
    }
  }

  init(dialect: Dialect, limits: ReaderLimits) {
    self.dialect = dialect
    self.limits = limits
    scanner = RecordScanner(dialect: dialect, recordLimit: limits.recordBytes)
    marks = Marks()
  }

  /// Forgets what is known about the window, whose content has moved.
  mutating func windowMoved(to position: Int) {
    self.position = position
    marks.forget(from: position)
  }
}

// MARK: - Cutting

extension RecordCutter {
  /// Adds the records from the position on to a batch whose bytes begin there.
  ///
  /// - Parameters:
  ///   - input: The known part of the window.
  ///   - isAtEnd: Whether the input ends with the window.
  ///   - baseOffset: The offset of the window in the input.
  mutating func cut(
    _ input: Span<UInt8>, isAtEnd: Bool, baseOffset: Int, into batch: inout RecordBatch
  ) -> Stop {
    let needles = StructuralBytes.Needles(dialect)
    let delimiter = dialect.delimiter
    let endsAtCarriageReturn = dialect.lineEnding == .carriageReturn
    let (origin, batchRows) = (position, limits.batchRows)
    let batchEnd = position + limits.batchBytes
    let recordLimit = limits.recordBytes
    var rows = ContiguousArray<Row>()
    swap(&rows, &batch.rows)
    defer { swap(&rows, &batch.rows) }
    var fields = ContiguousArray<Field>()
    swap(&fields, &batch.fields)
    defer { swap(&fields, &batch.fields) }

    records: while true {
      guard rows.count < batchRows, position < batchEnd else { return .batchIsFull }
      guard position < input.count else { return .needsInput }
      let start = position
      var fieldStart = start
      let firstField = fields.count
      plain: do {
        while true {
          if marks.next == marks.count {
            guard marks.searched < input.count else { break }
            let end = min(input.count, marks.searched + Marks.stride)
            marks.count = StructuralBytes.vector(
              in: input, marks.searched..<end, needles, into: &marks.positions)
            marks.next = 0
            marks.searched = end
            continue
          }
          let mark = Int(marks.positions[marks.next])
          marks.next &+= 1
          let byte = input[mark]
          if byte == delimiter {
            fields.append(
              Field(start: fieldStart &- origin, end: mark &- origin, isQuoted: false))
            fieldStart = mark &+ 1
          } else if byte == Byte.quote {
            if mark == fieldStart { break plain }
          } else {
            // A line break.
            var (end, next) = (mark, mark &+ 1)
            if endsAtCarriageReturn {
              if byte == Byte.carriageReturn {
                guard next < input.count else { break plain }
                if input[next] == Byte.lineFeed {
                  next &+= 1
                  marks.skip(to: next)
                }
              }
            } else if end > fieldStart, input[end &- 1] == Byte.carriageReturn {
              end &-= 1
            }
            guard end &- start <= recordLimit else { break plain }
            if fields.count == firstField, isBlank(input, start..<end) {
              batch.blankLines += 1
            } else {
              fields.append(
                Field(start: fieldStart &- origin, end: end &- origin, isQuoted: false))
              rows.append(
                row(firstField, fields.count, start &- origin, end &- origin, problem: -1))
            }
            position = next
            line &+= 1
            continue records
          }
        }
        // No mark is left: the record goes on behind the window.
        if !isAtEnd, input.count - start <= recordLimit + 1 {
          fields.removeLast(fields.count - firstField)
          marks.forget(from: start)
          return .needsInput
        }
      }

      fields.removeLast(fields.count - firstField)
      let firstDoubled = batch.doubledQuotes.count
      let place = RecordScanner.Place(
        start: start, line: line, baseOffset: baseOffset, isAtEnd: isAtEnd)
      let outcome = scanner.scan(input, place) { fieldStart, end, isQuoted, hasDoubledQuotes in
        if hasDoubledQuotes {
          batch.doubledQuotes.append(
            .init(field: Int32(fields.count), rawStart: Int32(fieldStart - origin)))
        }
        fields.append(Field(start: fieldStart - origin, end: end - origin, isQuoted: isQuoted))
      }
      switch outcome {
      case .complete(let contentEnd, let next, let breaks):
        let only = fields[firstField]
        if fields.count == firstField + 1, !only.isQuoted, isBlank(input, start..<contentEnd) {
          fields.removeLast()
          batch.blankLines += 1
        } else {
          rows.append(
            row(firstField, fields.count, start - origin, contentEnd - origin, problem: -1))
        }
        position = next
        line += 1 + breaks
        marks.skip(to: next)
      case .malformed(let problem, let lineEnd, let next):
        fields.removeLast(fields.count - firstField)
        batch.doubledQuotes.removeLast(batch.doubledQuotes.count - firstDoubled)
        rows.append(
          row(
            firstField, firstField, start - origin, lineEnd - origin,
            problem: batch.problems.count))
        batch.problems.append(problem)
        position = next
        marks.forget(from: next)
        if problem.reason == .lineTooLong { return .skipsLine }
        line += 1
      case .needsInput:
        fields.removeLast(fields.count - firstField)
        batch.doubledQuotes.removeLast(batch.doubledQuotes.count - firstDoubled)
        marks.forget(from: start)
        return .needsInput
      }
    }
  }

  @inline(__always)
  private func row(
    _ firstField: Int, _ endOfFields: Int, _ start: Int, _ end: Int, problem: Int
  ) -> Row {
    Row(
      firstField: Int32(truncatingIfNeeded: firstField),
      fieldCount: Int32(truncatingIfNeeded: endOfFields &- firstField),
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      problemIndex: Int32(truncatingIfNeeded: problem), line: line)
  }

  /// Tells whether a line holds nothing but blanks and tabs.
  ///
  /// A spreadsheet leaves such lines below its table. Where the tab separates
  /// fields a line of tabs is a record of empty fields, as a line of commas is
  /// elsewhere, and does not come here in one piece.
  @inline(__always)
  private func isBlank(_ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for i in range where input[i] != Byte.blank && input[i] != Byte.tab { return false }
    return true
  }
}
