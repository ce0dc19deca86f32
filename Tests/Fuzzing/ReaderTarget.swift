@testable import DelimitedText

/// Reads a text as a whole and in chunks of a few bytes: the same records, with every
/// field inside its row.
///
/// The first byte chooses the width of the chunks.
func readsAlikeInEveryChunk(_ bytes: [UInt8]) {
  guard let first = bytes.first else { return }
  let text = bytes.dropFirst()
  let whole = records(MemoryByteSource(text), limits: .init())
  var limits = ReaderLimits()
  limits.windowBytes = 16 + Int(first >> 4)
  limits.batchRows = 1 + Int(first & 7)
  let cut = records(MemoryByteSource(text, chunkWidth: 1 + Int(first & 31)), limits: limits)
  precondition(whole == cut, "the records depend on the reads")
  limits.chunkBytes = 1 + Int(first)
  let chunks = recordsOfChunks(MemoryByteSource(text), limits: limits)
  precondition(whole == chunks, "the records depend on the chunks")
}

/// What a reader makes of a text: a record or a problem a row, and the lines.
private func records(_ source: MemoryByteSource, limits: ReaderLimits) -> [[String]] {
  guard var reader = try? RecordReader(source, limits: limits) else { return [["refused"]] }
  var batch = RecordBatch()
  var (found, blank) = ([[String]](), 0)
  while (try? reader.read(into: &batch)) == true {
    blank += batch.blankLines
    found += rows(of: batch)
  }
  return found + [["\(blank)", "\(reader.physicalLines)"]]
}

/// What the chunks of a text are cut into, each apart from the others as far as it can be.
private func recordsOfChunks(_ bytes: MemoryByteSource, limits: ReaderLimits) -> [[String]] {
  guard let reader = try? RecordReader(bytes, limits: limits) else { return [["refused"]] }
  var source = reader.chunks()
  var (chunk, cutter, batch) = (Chunk(), ChunkCutter(source), RecordBatch())
  var (found, blank, lines) = ([[String]](), 0, 0)
  var leftOver = source.leftOver
  while (try? source.next(into: &chunk)) == true {
    cutter.begin(&chunk, behind: ChunkCutter.LeftOver())
    var hasRows = cutter.cut(into: &batch)
    if !leftOver.isEmpty {
      cutter.beginAgain(&batch, behind: leftOver)
      hasRows = cutter.cut(into: &batch)
    }
    while hasRows {
      batch.countLines(from: lines)
      blank += batch.blankLines
      found += rows(of: batch)
      hasRows = cutter.cut(into: &batch)
    }
    lines += cutter.lines
    leftOver = cutter.leftOver()
  }
  return found + [["\(blank)", "\(lines)"]]
}

/// Describes the rows of a batch.
private func rows(of batch: RecordBatch) -> [[String]] {
  batch.rows.indices.map { row in
    let place = "\(batch.rows[row].line)"
    if let problem = batch.problem(ofRow: row) {
      return [place, "\(problem.reason)", "\(problem.line):\(problem.column)"]
    }
    let count = Int(batch.rows[row].fieldCount)
    precondition(count > 0, "a record has a field")
    return [place, String(decoding: batch.rawBytes(row: row), as: UTF8.self)]
      + (0..<count).map { field in
        let position = batch.position(row: row, field: field)
        precondition(position.line >= batch.rows[row].line && position.column > 0)
        return "\(position) \(batch.text(row: row, field: field))"
      }
  }
}
