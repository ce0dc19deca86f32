import DelimitedText

// Most exports give all queues at one time, and then at the next. So the time of a row is
// mostly the last one's, and its key the one that came behind the last one's before: that is
// found out by comparing bytes, and nothing has to be parsed.

extension IntervalDecoder {
  /// Decodes the keys and times of rows up to the first that has others than the expected
  /// ones, or another number of fields.
  ///
  /// It does what `decodeHead` would do for each of them.
  ///
  /// - Returns: The first row that was not decoded.
  mutating func decodeExpectedHeads(
    from first: Int, of records: borrowing RecordBatch, into batch: inout IntervalBatch
  ) -> Int {
    let minutes = options.intervalMinutes ?? 0
    let start = lastStamp.stamp
    guard let field = lastStamp.field,
      minutes == 0 || Int(start.secondOfDay) % (minutes * 60) == 0
    else { return first }
    let before = batch.count
    let end = IntervalDecoder.findKeys(
      from: first, of: records, fieldCount: gate.header.count, stampField: field, lastStamp,
      &keyReader, &batch.keys, &batch.lines, &batch.sources, at: before)
    if end == first { return first }
    batch.count = before + end - first
    IntervalDecoder.fill(&batch.days, before..<batch.count, with: start.day)
    IntervalDecoder.fill(&batch.minutes, before..<batch.count, with: start.secondOfDay / 60)
    IntervalDecoder.fill(&batch.lengths, before..<batch.count, with: Int32(minutes))
    IntervalDecoder.fill(&batch.suspects, before..<batch.count, with: 0)
    return end
  }

  private static func findKeys(
    from first: Int, of records: borrowing RecordBatch, fieldCount: Int, stampField: Int,
    _ stamp: StampMemory, _ keyReader: inout KeyReader, _ keys: inout ContiguousArray<Int32>,
    _ lines: inout ContiguousArray<Int>, _ sources: inout ContiguousArray<Int32>, at start: Int
  ) -> Int {
    let (bytes, rows, fields) = (records.bytes.span, records.rows.span, records.fields.span)
    var keysOut = keys.mutableSpan
    var linesOut = lines.mutableSpan
    var sourcesOut = sources.mutableSpan
    var (row, next) = (first, start)
    while row < rows.count {
      let firstField = Int(rows[row].firstField)
      guard Int(rows[row].fieldCount) == fieldCount,
        stamp.holds(bytes, fields[firstField &+ stampField].range)
      else { break }
      let key = keyReader.expectedKey(bytes, fields, firstField)
      guard key >= 0 else { break }
      keysOut[next] = key
      linesOut[next] = rows[row].line
      sourcesOut[next] = Int32(truncatingIfNeeded: row)
      (row, next) = (row &+ 1, next &+ 1)
    }
    return row
  }

  private static func fill<Number>(
    _ column: inout ContiguousArray<Number>, _ range: Range<Int>, with number: Number
  ) {
    var out = column.mutableSpan
    for row in range { out[row] = number }
  }
}
