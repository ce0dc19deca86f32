// MARK: - Text for people

extension RecordBatch {
  /// Copies a field into a string, with each invalid byte replaced.
  ///
  /// - Complexity: O(*n*) in the length of the field; allocates.
  public func text(row: Int, field: Int) -> String {
    String(decoding: bytes[range(row: row, field: field)], as: UTF8.self)
  }

  /// Gives the record as it stands in the input, without its line break.
  ///
  /// A malformed record is its first physical line; of a line that is too long
  /// only the beginning is kept.
  public func rawBytes(row: Int) -> ContiguousArray<UInt8>.SubSequence {
    bytes[rows[row].rawRange]
  }

  /// Finds the place of a field in the file, as people count.
  ///
  /// - Returns: The physical line, and the column in characters, both from 1.
  ///   A quoted field begins at its quote.
  /// - Complexity: O(*n*) in the length of the record before the field.
  public func position(row: Int, field: Int) -> (line: Int, column: Int) {
    let record = rows[row]
    let index = Int(record.firstField) + field
    var target = rawRange(row: row, field: field).lowerBound
    if fields[index].isQuoted { target -= 1 }
    let (line, lineStart) = lineEnding.lineStart(
      of: target, in: bytes.span, from: Int(record.start), line: record.line)
    let before = lineStart..<target
    var column = 1 + UTF8Text.characters(bytes.span, before)
    guard !copies.isEmpty else { return (line, column) }
    // What continues a character of UTF-8 is one of its own in the other encoding.
    for earlier in Int(record.firstField)..<index {
      guard let copy = copy(ofField: earlier), copy.isWindows1252 else { continue }
      let part = copy.rawRange.clamped(to: before)
      column += part.count - UTF8Text.characters(bytes.span, part)
    }
    return (line, column)
  }
}

// MARK: - Lines

extension RecordBatch {
  /// Counts the lines of a chunk on from those before it.
  ///
  /// - Parameter lines: Physical lines before the first of the batch's.
  public mutating func countLines(from lines: Int) {
    for row in rows.indices { rows[row].line += lines }
    for index in problems.indices { problems[index].line += lines }
  }
}

// MARK: - Lines around rows

extension RecordBatch {
  /// Tells whether a blank line stands above a row, within the batch.
  public func hasBlankLine(above row: Int) -> Bool {
    let previous = row > 0 ? Int(rows[row - 1].end) : 0
    return breaks(from: previous, to: Int(rows[row].start)) > (row > 0 ? 1 : 0)
  }

  /// Whether a blank line stands below the last row of the batch.
  public var endsWithBlankLine: Bool {
    guard let last = rows.last else { return blankLines > 0 }
    return breaks(from: Int(last.end), to: stretchCount) > 1
  }

  /// Tells whether a line break follows a row; only the last line of an input may have none.
  public func endsWithLineBreak(row: Int) -> Bool { Int(rows[row].end) < stretchCount }

  private func breaks(from start: Int, to end: Int) -> Int {
    lineEnding.position(of: end, in: bytes.span, from: start, line: 0).line
  }
}
