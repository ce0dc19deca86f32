/// The sizes that a reader works with; tests make them small.
struct ReaderLimits: Sendable {
  /// The size of the window at first, which is how much is read at once. Larger
  /// than a batch, so that refilling it is rare; small enough for the L2 cache.
  var windowBytes = 524_288
  /// The bytes of input after which a batch is full: half of a usual L2 cache.
  var batchBytes = 262_144
  /// The size of a chunk that is cut and decoded apart from others: own measurement.
  var chunkBytes = 131_072
  /// The rows after which a batch is full.
  var batchRows = 4096
  /// The longest record, from the specification of records.
  var recordBytes = 1_048_576
  /// How much of the input is looked at to recognize its dialect.
  var sampleBytes = TextEncoding.sampleBytes

  /// The same, with batches that hold whole chunks.
  var forChunks: ReaderLimits {
    var limits = self
    (limits.batchBytes, limits.batchRows) = (Int.max / 2, .max)
    return limits
  }
}
