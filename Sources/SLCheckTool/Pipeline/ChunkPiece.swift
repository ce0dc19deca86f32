import DelimitedText

/// A chunk of an input on its way: cut and decoded on any thread, taken in order.
struct ChunkPiece<Decoding: BatchDecoding>: Sendable {
  /// What is read into next.
  var chunk = Chunk()
  /// Records of the chunk at hand: all of them, unless a line is too long.
  private(set) var batch = RecordBatch()
  /// What they were decoded to.
  var decoding: Decoding
  /// Whether there are records, or blank lines, that are not taken yet.
  private(set) var hasRows = false
  private var cutter: ChunkCutter
  private var times = StageTimes()

  init(_ source: borrowing ChunkSource, _ decoding: Decoding) {
    cutter = ChunkCutter(source)
    self.decoding = decoding
  }

  /// Physical lines of the chunk.
  var lines: Int { cutter.lines }
  /// What the next chunk has to be cut behind.
  var leftOver: ChunkCutter.LeftOver { cutter.leftOver() }

  /// Cuts and decodes the chunk as if a record began with it.
  mutating func begin() {
    cutter.begin(&chunk, behind: ChunkCutter.LeftOver())
    advance()
  }

  /// Cuts and decodes the chunk again, behind what the one before left over.
  mutating func beginAgain(behind leftOver: consuming ChunkCutter.LeftOver) {
    cutter.beginAgain(&batch, behind: leftOver)
    advance()
  }

  /// Cuts and decodes what follows the records at hand, once these are taken.
  mutating func advance() {
    let clock = ContinuousClock()
    let start = clock.now
    hasRows = cutter.cut(into: &batch)
    let cut = clock.now
    if hasRows { decoding.decode(batch, from: 0) }
    times.scan += cut - start
    times.decode += clock.now - cut
  }

  /// Gives how long its chunks took so far, and begins again.
  mutating func takeTimes() -> StageTimes {
    defer { times = StageTimes() }
    return times
  }

  /// Counts the lines of the records at hand on from those before the chunk.
  mutating func countLines(from lines: Int) { batch.countLines(from: lines) }
}
