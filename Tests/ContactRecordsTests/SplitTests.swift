import ContactRecords
import TestSupport
import Testing

/// Files of random rows, many of them broken, read in pieces of every size.
@Suite struct SplitTests {
  @Test(arguments: Seed.cases(150))
  func everyRowIsAcceptedOrRejectedHoweverTheFileIsCut(_ seed: Seed) throws {
    var random = seed.generator
    let file = MessyFile(MessyFile.whole, &random)
    let options = IntervalDecoder.Options(rejectsContradictions: random.once(in: 3))
    let whole = try Decoded(file.text, options: options)
    try #require(whole.read == whole.rows.count + whole.rejects.count, "\(seed)\n\(file.text)")
    try #require(whole.read == file.rows, "\(seed)\n\(file.text)")
    try #require(whole.blankLines == file.blankLines, "\(seed)\n\(file.text)")
    for width in [1, 2, 3, 7, 16, 64, 1000] {
      for batchRows in [2, 3, 8, 4096] {
        let cut = try Decoded(
          file.text, options: options,
          pieces: Pieces(chunkWidth: width, batchRows: batchRows, batchBytes: 1_000_000))
        let label = "\(seed), chunks of \(width), batches of \(batchRows)\n\(file.text)"
        try #require(cut.rows == whole.rows, "\(label)")
        try #require(cut.complaints == whole.complaints, "\(label)")
        try #require(cut.plausibility == whole.plausibility, "\(label)")
        try #require(cut.blankDurations == whole.blankDurations, "\(label)")
        try #require(cut.read == whole.read && cut.blankLines == whole.blankLines, "\(label)")
      }
    }
  }
}
