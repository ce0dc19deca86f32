import Basics
import TestSupport
import Testing

@Suite struct SHA256Tests {
  private func digest(_ bytes: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    digest.update(ContiguousArray(bytes).span)
    return digest.hexadecimal()
  }

  private func twin(_ bytes: some Sequence<UInt8>) -> String {
    var digest = NaiveSHA256()
    digest.update(bytes)
    return digest.hexadecimal()
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func publishedTextsHaveTheirPublishedDigests(_ text: String, _ expected: String) {
    #expect(digest(text.utf8) == expected)
  }

  @Test func aMillionLettersHaveTheirPublishedDigest() {
    #expect(
      digest(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// Lengths at which the padding fills a block, or needs another one.
  @Test(arguments: [
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (57, "f13b2d724659eb3bf47f2dd6af1accc87b81f09f59f2b75e5c0bed6589dfe8c6"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
  ])
  func lettersUpToTheEndOfABlockHaveTheirDigests(_ count: Int, _ expected: String) {
    #expect(digest(repeatElement(UInt8(ascii: "a"), count: count)) == expected)
  }

  @Test func everyLengthCutAnywhereIsTheSame() {
    // Where the second piece begins decides how its blocks lie, and how many there are.
    for count in 0...200 {
      let bytes = ContiguousArray((0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + count) })
      let expected = twin(bytes)
      for cut in 0...count {
        var pieces = SHA256()
        pieces.update(bytes.span.extracting(0..<cut))
        pieces.update(bytes.span.extracting(cut..<count))
        #expect(pieces.hexadecimal() == expected, "\(count) bytes cut at \(cut)")
      }
    }
  }

  /// Four blocks go together, so that their number matters and not only their bytes.
  @Test func everyNumberOfBlocksIsDigestedAsByTheTwin() {
    for count in [256, 257, 319, 320, 448, 511, 512, 513, 575, 576, 640, 960, 1024, 4097] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 &+ count) }
      #expect(digest(bytes) == twin(bytes), "\(count) bytes")
    }
  }

  @Test(arguments: Seed.cases(20)) func anyPiecesGiveWhatTheTwinGives(_ seed: Seed) {
    var generator = seed.generator
    var (pieces, naive) = (SHA256(), NaiveSHA256())
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let count = Int.random(in: 0...700, using: &generator)
      let piece = ContiguousArray(
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
      pieces.update(piece.span)
      naive.update(piece)
    }
    #expect(pieces.hexadecimal() == naive.hexadecimal(), "\(seed)")
  }

  @Test func aTextIsDigestedInUTF8() {
    var text = SHA256()
    text.update("ab")
    text.update("")
    text.update("Zürich €")
    #expect(text.hexadecimal() == digest("abZürich €".utf8))
  }
}
