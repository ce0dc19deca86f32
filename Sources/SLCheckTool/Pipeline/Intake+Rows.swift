import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports

// One thread reads chunks, which end with a line break, and takes their rows in order;
// every thread cuts and decodes some of them. So nothing that is counted depends on the
// number of threads, and no tally has to be merged with another.

/// Reads the rows of one input.
extension Intake {
  /// What the rows are held against while they are taken.
  private struct Watch {
    var trailers: TrailerSieve
    /// Looks for dates that contradict the order found; `nil` where it was stated.
    var survey: DateSurvey?
    var rejects: [RejectedRecord] = []
  }

  /// Reads the rows of an input to its end: those of the first batch, which is read
  /// already, and then chunk by chunk.
  mutating func readRows<Reading: InputReading>(
    of probed: consuming ProbedInput, by reading: consuming Reading, _ partial: inout Partial
  ) throws(ToolError) {
    let probe = partial.probe!
    var reading = reading
    var watch = Watch(trailers: TrailerSieve(probe.schema), survey: probed.survey)
    var decoding = reading.decoding()
    let start = ContinuousClock.now
    decoding.decode(probed.batch, from: probed.firstRow)
    let decoded = ContinuousClock.now
    try take(
      probed.batch, from: probed.firstRow, &decoding, lines: 0, by: &reading, &watch, &partial)
    stages.decode += decoded - start
    stages.tally += ContinuousClock.now - decoded
    partial.textFound = probed.reader.textFound
    partial.lines = probed.reader.physicalLines
    try readChunks(of: probed.rest(), by: &reading, &watch, &partial)
    let trailer = watch.trailers.finish()
    partial.trailerRows = trailer.rows
    for held in trailer.rejects {
      try account(for: held.rejects, of: held.records, in: &partial)
    }
    do throws(SchemaError) {
      guard partial.rows > 0 else { throw SchemaError(.headerAlone) }
      try reading.finish(&center)
    } catch {
      throw Intake.refusal(error, line: probe.headerLine ?? 1, partial.path)
    }
    for minutes in reading.offsets where !offsets.contains(where: { $0.minutes == minutes }) {
      offsets.append((minutes, partial.path))
    }
    partial.reading = reading
  }

  /// Chunks under way for every thread: one at work, and one that waits; one more is taken.
  private static let piecesPerThread = 2

  private mutating func readChunks<Reading: InputReading>(
    of source: consuming ChunkSource,
    by reading: inout Reading, _ watch: inout Watch, _ partial: inout Partial
  ) throws(ToolError) {
    let pool = WorkPool<ChunkPiece<Reading.Decoding>>(threads: readers) { $0.begin() }
    defer { pool.close() }
    let most = readers == 1 ? 1 : readers * Intake.piecesPerThread + 1
    var idle: [ChunkPiece<Reading.Decoding>] = []
    var (submitted, taken, isAtEnd) = (0, 0, false)
    var (leftOver, failure) = (source.leftOver, ScanError?.none)
    while true {
      while !isAtEnd, submitted - taken < most {
        if idle.isEmpty { idle.append(ChunkPiece(source, reading.decoding())) }
        var piece = idle.removeLast()
        do throws(ScanError) {
          isAtEnd = try !source.next(into: &piece.chunk)
        } catch {
          // What was read before is accounted for first.
          (failure, isAtEnd) = (error, true)
        }
        if isAtEnd { break }
        pool.submit(piece, number: submitted)
        submitted += 1
      }
      guard taken < submitted else { break }
      var piece = pool.result(taken)
      taken += 1
      if !leftOver.isEmpty { piece.beginAgain(behind: leftOver) }
      while piece.hasRows {
        piece.countLines(from: partial.lines)
        let start = ContinuousClock.now
        try take(&piece, by: &reading, &watch, &partial)
        stages.tally += ContinuousClock.now - start
        piece.advance()
      }
      stages.add(piece.takeTimes())
      partial.lines += piece.lines
      leftOver = piece.leftOver
      idle.append(piece)
    }
    if let failure { throw Intake.refusal(failure, partial.path) }
    partial.bytes = source.bytesRead
    partial.text = InputText(
      partial.probe!.encoding, partial.textFound, replacedCharacters: source.replacedCharacters)
  }

  /// Takes what was cut from a chunk.
  private mutating func take<Reading: InputReading>(
    _ piece: inout ChunkPiece<Reading.Decoding>, by reading: inout Reading,
    _ watch: inout Watch, _ partial: inout Partial
  ) throws(ToolError) {
    partial.blankLines += piece.batch.blankLines
    partial.textFound.merge(piece.batch.textFound)
    if piece.batch.rows.isEmpty {
      watch.trailers.noteBlankLines()
      return
    }
    try take(
      piece.batch, from: 0, &piece.decoding, lines: partial.lines, by: &reading, &watch, &partial)
  }

  /// Takes the rows of a batch, and accounts for those that cannot be read.
  private mutating func take<Reading: InputReading>(
    _ records: borrowing RecordBatch, from first: Int, _ decoded: inout Reading.Decoding,
    lines: Int, by reading: inout Reading, _ watch: inout Watch, _ partial: inout Partial
  ) throws(ToolError) {
    partial.rows += records.rows.count - first
    progress?.note(moreRows: records.rows.count - first)
    reading.take(
      records, from: first, &decoded, lines: lines, into: &center, rejects: &watch.rejects)
    try Intake.checkDates(of: watch.rejects, in: records, &watch.survey, partial.path)
    for held in watch.trailers.sift(&watch.rejects, of: records, from: first) {
      try account(for: held.rejects, of: held.records, in: &partial)
    }
    try account(for: watch.rejects, of: records, in: &partial)
    watch.rejects.removeAll(keepingCapacity: true)
  }

  /// Looks among rejected rows for dates in another order than the rest of the file.
  ///
  /// Which order counts cannot depend on which of the rows stands first.
  private static func checkDates(
    of rejects: [RejectedRecord], in records: borrowing RecordBatch, _ survey: inout DateSurvey?,
    _ path: String
  ) throws(ToolError) {
    guard !rejects.isEmpty, var noted = survey else { return }
    for reject in rejects { noted.note(reject.row, records) }
    _ = try InputProber.dates(noted, path)
    survey = noted
  }
}
