import DelimitedText
import Testing

@Suite struct KeptByteSourceTests {
  private static let content = (0..<1000).map { UInt8($0 % 251) }

  private static func read(
    _ source: KeptByteSource, _ count: Int, chunk: Int
  ) throws -> [UInt8] {
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: chunk)
    var result: [UInt8] = []
    while result.count < count {
      let received = try source.read(
        into: &bytes, at: 0, count: min(chunk, count - result.count))
      if received == 0 { break }
      result += bytes[..<received]
    }
    return result
  }

  /// However much stays in memory, and wherever it is begun again, the bytes are the same.
  @Test(arguments: [0, 1, 10, 100, 999, 5000], [0, 1, 9, 100, 1000])
  func whatWasReadIsReadAgain(_ memoryBytes: Int, _ first: Int) throws {
    let source = KeptByteSource(
      MemoryByteSource(KeptByteSourceTests.content, chunkWidth: 7), memoryBytes: memoryBytes)
    for _ in 0..<2 {
      let part = try KeptByteSourceTests.read(source, first, chunk: 13)
      #expect(part == Array(KeptByteSourceTests.content[..<first]))
      source.rewind()
    }
    source.settle()
    #expect(try KeptByteSourceTests.read(source, 2000, chunk: 17) == KeptByteSourceTests.content)
    #expect(try KeptByteSourceTests.read(source, 1, chunk: 17) == [])
    #expect(source.bytesRead == 1000)
  }

  @Test func anEndThatWasReachedComesAgain() throws {
    let source = KeptByteSource(MemoryByteSource([1, 2, 3]))
    #expect(try KeptByteSourceTests.read(source, 10, chunk: 4) == [1, 2, 3])
    source.rewind()
    #expect(try KeptByteSourceTests.read(source, 10, chunk: 4) == [1, 2, 3])
    #expect(try KeptByteSourceTests.read(source, 10, chunk: 4) == [])
  }
}
