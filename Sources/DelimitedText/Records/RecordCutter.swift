/// Cuts a window of input into rows.
///
/// The fast path is narrow: it walks over the positions of the structural bytes
/// that the kernel found, a few kilobytes ahead. A record with anything else
/// than plain and simply quoted fields, at the end of the input, or of an
/// unusual length goes to `RecordScanner` from its start.
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
  private var marks = FieldMarks()

  init(dialect: Dialect, limits: ReaderLimits) {
    self.dialect = dialect
    self.limits = limits
    scanner = RecordScanner(dialect: dialect, recordLimit: limits.recordBytes)
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
    var rows = ContiguousArray<Row>()
    swap(&rows, &batch.rows)
    defer { swap(&rows, &batch.rows) }
    var fields = FieldStore(origin: position, storage: &batch.fields)
    defer { fields.giveBack(to: &batch.fields) }
    let (origin, batchEnd) = (position, position + limits.batchBytes)
    let needles = StructuralBytes.Needles(dialect)

    while true {
      guard rows.count < limits.batchRows, position < batchEnd else { return .batchIsFull }
      guard position < input.count else { return .needsInput }
      let (start, firstField) = (position, fields.count)
      switch marks.readRecord(input, from: start, needles, dialect, into: &fields) {
      case .ended(let end, let next) where end - start <= limits.recordBytes:
        if fields.count == firstField + 1, isBlank(input, start..<end) {
          fields.truncate(to: firstField)
          batch.blankLines += 1
        } else {
          rows.append(row(firstField, fields.count, start - origin, end - origin))
        }
        position = next
        line += 1
        continue
      case .ranOut where !isAtEnd && input.count - start <= limits.recordBytes + 1:
        fields.truncate(to: firstField)
        marks.forget(from: start)
        return .needsInput
      case .ended, .ranOut, .unusual: break
      }

      fields.truncate(to: firstField)
      let firstCopy = batch.copies.count
      let place = RecordScanner.Place(
        start: start, line: line, baseOffset: baseOffset, isAtEnd: isAtEnd)
      let outcome = scanner.scan(input, place) { fieldStart, end, isQuoted, hasDoubledQuotes in
        if hasDoubledQuotes {
          batch.copies.append(
            FieldCopy(
              field: Int32(fields.count), rawStart: Int32(fieldStart - origin),
              rawEnd: Int32(end - origin)))
        }
        fields.append(fieldStart, end, isQuoted: isQuoted)
      }
      switch outcome {
      case .complete(let end, let next, let breaks):
        if fields.count == firstField + 1, isBlank(input, start..<end) {
          fields.truncate(to: firstField)
          batch.blankLines += 1
        } else {
          rows.append(row(firstField, fields.count, start - origin, end - origin))
        }
        position = next
        line += 1 + breaks
        marks.skip(to: next)
      case .malformed(let problem, let lineEnd, let next):
        fields.truncate(to: firstField)
        batch.copies.removeLast(batch.copies.count - firstCopy)
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
        fields.truncate(to: firstField)
        batch.copies.removeLast(batch.copies.count - firstCopy)
        marks.forget(from: start)
        return .needsInput
      }
    }
  }

  /// Cuts the first bytes of a text, and tells whether the rest of a line is to be skipped.
  mutating func skipsLine(
    cutting text: ContiguousArray<UInt8>, _ count: Int, isAtEnd: Bool, baseOffset: Int,
    into batch: inout RecordBatch
  ) -> Bool {
    let stop = cut(
      text.span.extracting(0..<count), isAtEnd: isAtEnd, baseOffset: baseOffset, into: &batch)
    return stop == .skipsLine
  }

  @inline(__always)
  private func row(
    _ firstField: Int, _ endOfFields: Int, _ start: Int, _ end: Int, problem: Int = -1
  ) -> Row {
    Row(
      firstField: Int32(truncatingIfNeeded: firstField),
      fieldCount: Int32(truncatingIfNeeded: endOfFields &- firstField),
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
      problemIndex: Int32(truncatingIfNeeded: problem), line: line)
  }

  /// Tells whether a record of one field holds nothing but blanks and tabs.
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
