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
    let row = rows[row]
    let index = Int(row.firstField) + field
    let written = fields[index]
    var start = Int(written.start)
    if start >= stretchCount, written.isQuoted, let raw = rawStart(ofField: index) { start = raw }
    if written.isQuoted { start -= 1 }
    return lineEnding.position(of: start, in: bytes.span, from: Int(row.start), line: row.line)
  }

  private func rawStart(ofField index: Int) -> Int? {
    var (low, high) = (0, doubledQuotes.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(doubledQuotes[middle].field) < index { low = middle + 1 } else { high = middle }
    }
    guard low < doubledQuotes.count, Int(doubledQuotes[low].field) == index else { return nil }
    return Int(doubledQuotes[low].rawStart)
  }
}

// MARK: - Doubled quotes

extension RecordBatch {
  /// Writes a clean copy of each field that holds doubled quotes behind the stretch.
  mutating func copyDoubledQuotes() {
    for entry in doubledQuotes {
      let raw = fields[Int(entry.field)].range
      let start = bytes.count
      var i = raw.lowerBound
      while i < raw.upperBound {
        let byte = bytes[i]
        bytes.append(byte)
        // Inside quotes every quote has a twin behind it.
        i += byte == Byte.quote ? 2 : 1
      }
      fields[Int(entry.field)] = Field(start: start, end: bytes.count, isQuoted: true)
    }
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
