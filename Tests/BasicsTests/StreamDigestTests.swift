import TestSupport
import Testing

@testable import Basics

@Suite struct StreamDigestTests {
  private static func digest(_ bytes: ContiguousArray<UInt8>) -> String {
    var digest = SHA256()
    digest.update(bytes.span)
    return digest.hexadecimal()
  }

  private static func bytes(_ count: Int) -> ContiguousArray<UInt8> {
    ContiguousArray((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
  }

  @Test func theDocumentedExampleHolds() {
    let bytes = ContiguousArray("abc".utf8)
    let digest = StreamDigest(.beside)
    digest.update(bytes.span)
    #expect(
      digest.finish() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  /// Around the ends of buffers, and in more of them than may wait.
  @Test(
    arguments: [StreamDigest.Place.inline, .beside],
    [0, 1, 999, 1000, 1001, 2077, StreamDigest.mostWaiting * 1000 + 1000, 20_500])
  func whateverTheCutsItIsTheDigestOfTheStream(_ place: StreamDigest.Place, _ count: Int) {
    let bytes = StreamDigestTests.bytes(count)
    let expected = StreamDigestTests.digest(bytes)
    for width in [1, 333, 1000, 1001, 3000, 50_000] {
      let digest = StreamDigest(place, bufferBytes: 1000)
      var start = 0
      while start < count {
        let end = min(count, start + width)
        digest.update(bytes.span.extracting(start..<end))
        start = end
      }
      #expect(digest.finish() == expected, "by \(width)")
    }
  }

  @Test func buffersOfTheUsualSizeComeInOrder() {
    let bytes = StreamDigestTests.bytes(1_000_000)
    let digest = StreamDigest(.beside)
    digest.update(bytes.span)
    #expect(digest.finish() == StreamDigestTests.digest(bytes))
  }

  /// As when an input is begun again: nobody asks for the digest, and nothing waits for it.
  @Test func whatIsLetGoBeforeItsEndDisturbsNobody() {
    let bytes = StreamDigestTests.bytes(20_000)
    for _ in 0..<50 { StreamDigest(.beside, bufferBytes: 500).update(bytes.span) }
    let digest = StreamDigest(.beside, bufferBytes: 500)
    digest.update(bytes.span)
    #expect(digest.finish() == StreamDigestTests.digest(bytes))
  }
}
