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
    hasRows = cutter.cut(into: &batch)
    if hasRows { decoding.decode(batch, from: 0) }
  }

  /// Counts the lines of the records at hand on from those before the chunk.
  mutating func countLines(from lines: Int) { batch.countLines(from: lines) }
}
