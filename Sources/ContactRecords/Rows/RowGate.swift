import DelimitedText

/// What is decided of a row before its values are read: its shape, and whether it is left out.
///
/// One gate serves every kind of record, so that a repeated header, a totals row
/// or a row of the wrong length is the same thing in each of them.
struct RowGate: Hashable, Sendable {
  /// The names of the header as they stand in the file, trimmed.
  let header: [String]
  /// Where the times of a record stand; a row in which one of them is read is no totals row.
  let times: [TimeSource]
  /// What was left out.
  var leftOut: LeftOutRows
  private let rules: [CompiledIgnoreRule?]

  /// Creates the gate of a file.
  init(header: [String], times: [TimeSource], mapping: ColumnMapping = ColumnMapping()) {
    self.header = header
    self.times = times
    rules = mapping.ignore.map { CompiledIgnoreRule($0, header: header) }
    leftOut = LeftOutRows(rules: rules.count, ofProfile: mapping.ignoreOfProfile)
  }

  /// Whether any rule of the configuration may leave a row out.
  var hasRules: Bool { rules.contains { $0 != nil } }

  /// Tells whether the configuration leaves a row out, whatever else it holds, and counts it.
  ///
  /// A record that cannot be cut into fields has none that a rule could see.
  mutating func ignores(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    for (index, rule) in rules.enumerated() {
      if let rule, rule.holds(row, records) {
        leftOut.ignored[index] += 1
        return true
      }
    }
    return false
  }

  /// Checks that a row could be cut into as many fields as the header has.
  func check(_ row: Int, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    if let problem = records.problem(ofRow: row) {
      throw RejectedRecord(
        row: row, line: problem.line, column: problem.column, reason: .malformed(problem),
        place: nil)
    }
    let count = Int(records.rows[row].fieldCount)
    guard count == header.count || hasHarmlessCount(row, count, records) else {
      throw RejectedRecord(
        row: row, line: records.rows[row].line, column: 1,
        reason: .fieldCount(found: count, expected: header.count), place: nil)
    }
  }

  /// Tells whether a row that cannot be read is left out rather than rejected, and counts it.
  mutating func leavesOut(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    if isEmpty(row, records) {
      leftOut.emptyRows += 1
      return true
    }
    if isRepeatedHeader(row, records) {
      leftOut.repeatedHeaders += 1
      return true
    }
    if isTotals(row, records) {
      leftOut.totalsRows += 1
      return true
    }
    return false
  }

  /// Tells whether a row differs from the header only by a nameless empty last column.
  private func hasHarmlessCount(
    _ row: Int, _ count: Int, _ records: borrowing RecordBatch
  ) -> Bool {
    if header.last == "" { return count == header.count - 1 }
    return count == header.count + 1 && records.range(row: row, field: count - 1).isEmpty
  }

  /// The byte-order mark of a file that was put behind another one.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Tells whether a row has fields, and nothing in any of them.
  private func isEmpty(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    let count = Int(records.rows[row].fieldCount)
    for field in 0..<count {
      let range = records.range(row: row, field: field)
      if !FieldParsing.trimmed(records.bytes.span, range).isEmpty { return false }
    }
    return count > 1
  }

  /// Tells whether a row that cannot be read is the header once more.
  private func isRepeatedHeader(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    guard Int(records.rows[row].fieldCount) == header.count else { return false }
    for (field, name) in header.enumerated() {
      let range = FieldParsing.trimmed(
        records.bytes.span, records.range(row: row, field: field))
      let text = records.bytes[range]
      let isMarked = field == 0 && text.starts(with: RowGate.mark)
      if !text.dropFirst(isMarked ? 3 : 0).elementsEqual(name.utf8) { return false }
    }
    return true
  }

  /// Words that a totals row begins a cell with, in lower case.
  private static let totalsWords = ["total", "totals", "grand total", "summary", "sum"]
    .map { Array($0.utf8) }

  /// Tells whether a row sums others: it has no readable time, nor anything that begins as
  /// one does, and a cell that begins with a word for a total.
  private func isTotals(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    let count = Int(records.rows[row].fieldCount)
    // A record without a time, such as a claim, may be called Total.
    if count == 0 || times.isEmpty { return false }
    for time in times where time.isReadable(row, records) { return false }
    let bytes = records.bytes.span
    for time in times where time.fields[0] < count {
      // A queue may be called Total Care: its row with a broken time is one to reject.
      let range = FieldParsing.trimmed(bytes, records.range(row: row, field: time.fields[0]))
      if let first = range.first, bytes[first] &- 48 <= 9 { return false }
    }
    for field in 0..<count {
      let range = FieldParsing.trimmed(bytes, records.range(row: row, field: field))
      for word in RowGate.totalsWords where range.count >= word.count {
        // Lower case, as far as ASCII letters go; a letter behind makes another word.
        let start = records.bytes[range].prefix(word.count).lazy.map { $0 | 0x20 }
        let next = range.count > word.count ? bytes[range.lowerBound + word.count] | 0x20 : 0
        if start.elementsEqual(word), !(0x61...0x7A).contains(next), next < 0x80 { return true }
      }
    }
    return false
  }
}
