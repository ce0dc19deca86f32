import Basics
import Foundation
import TestSupport
import Testing

@testable import DelimitedText

@Suite struct DigestedByteSourceTests {
  private static let content = ContiguousArray((0..<3000).map { UInt8(truncatingIfNeeded: $0 * 7) })

  static func digest(_ bytes: some Sequence<UInt8>) -> String {
    var digest = SHA256()
    digest.update(ContiguousArray(bytes).span)
    return digest.hexadecimal()
  }

  private static func read(_ source: any ByteSource, _ most: Int) throws -> [UInt8] {
    var source = source
    var bytes = ContiguousArray<UInt8>(repeating: 0xFF, count: 100)
    var all: [UInt8] = []
    while all.count < most {
      let received = try source.read(into: &bytes, at: 9, count: min(91, most - all.count))
      if received == 0 { break }
      all += bytes[9..<9 + received]
    }
    return all
  }

  /// However much of it was read before, and whether its end was met.
  @Test(arguments: [StreamDigest.Place.inline, .beside], [0, 1, 90, 91, 2999, 3000, 9999])
  func theWholeInputIsDigestedOnce(_ place: StreamDigest.Place, _ most: Int) throws {
    let content = DigestedByteSourceTests.content
    let source = DigestedByteSource(MemoryByteSource(content, chunkWidth: 77), place)
    #expect(try DigestedByteSourceTests.read(source, most) == Array(content.prefix(most)))
    #expect(source.bytesRead == min(most, content.count))
    #expect(try source.finish() == DigestedByteSourceTests.digest(content))
    #expect(source.bytesRead == content.count)
  }

  /// Who asks for no byte has not met the end.
  @Test func nothingThatIsAskedForIsNotTheEnd() throws {
    let content = DigestedByteSourceTests.content
    let source = DigestedByteSource(MemoryByteSource(content, chunkWidth: 77), .inline)
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: 10)
    #expect(try source.read(into: &bytes, at: 0, count: 0) == 0)
    #expect(try source.finish() == DigestedByteSourceTests.digest(content))
  }

  @Test func whatIsReadAgainIsDigestedOnce() throws {
    let content = DigestedByteSourceTests.content
    let digested = DigestedByteSource(MemoryByteSource(content, chunkWidth: 77), .inline)
    let kept = KeptByteSource(digested, memoryBytes: 100)
    for count in [500, 1, 1700] {
      _ = try DigestedByteSourceTests.read(kept, count)
      kept.rewind()
    }
    kept.settle()
    #expect(try DigestedByteSourceTests.read(kept, 9999) == Array(content))
    #expect(try digested.finish() == DigestedByteSourceTests.digest(content))
  }

  /// The mark and the units, not the text that they become.
  @Test func whatIsDigestedIsNotDecoded() throws {
    let text = "queue,offered\nZürich €,12\n"
    let bytes = "\u{FEFF}\(text)".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let digested = DigestedByteSource(MemoryByteSource(bytes, chunkWidth: 3), .beside)
    var reader = try RecordReader(digested)
    var batch = RecordBatch()
    #expect(try reader.read(into: &batch))
    #expect(batch.text(row: 1, field: 0) == "Zürich €")
    #expect(try digested.finish() == DigestedByteSourceTests.digest(bytes))
  }

  @Test func chunksAreDigestedAsTheyAreRead() throws {
    let text = (0..<4000).map { "row \($0),\($0 % 13)\n" }.joined()
    let digested = DigestedByteSource(MemoryByteSource(text.utf8), .beside)
    var limits = ReaderLimits()
    (limits.windowBytes, limits.sampleBytes, limits.chunkBytes) = (256, 64, 500)
    var source = try RecordReader(digested, limits: limits).chunks()
    var chunk = Chunk()
    while try source.next(into: &chunk) {}
    #expect(try digested.finish() == DigestedByteSourceTests.digest(text.utf8))
  }

  @Test(arguments: [false, true])
  func aFileIsDigestedFromWhereItIsReadUnlessItChanges(_ changes: Bool) throws {
    let content = DigestedByteSourceTests.content
    let scratch = try ScratchFolder()
    let path = try scratch.write("data", Array(content))
    let source = try InputSource.file(path, digested: .beside)
    #expect(try DigestedByteSourceTests.read(source, 10).count == 10)
    if changes {
      try DigestedByteSourceTests.append(1, to: path)
      #expect(throws: ScanError.Reason.changed) { try source.finish() }
    } else {
      #expect(try source.finish() == DigestedByteSourceTests.digest(content))
    }
  }

  private static func append(_ byte: UInt8, to path: String) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data([byte]))
    try file.close()
  }
}

/// What is compressed is digested as it is stored, while a program unpacks it.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/gzip")))
struct DigestedPackedFileTests {
  private let scratch: ScratchFolder
  private let packed: [UInt8]
  /// Bytes that do not grow much smaller.
  private static let content: [UInt8] = {
    var generator = SplitMix64(state: 7)
    return (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }()

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("plain", DigestedPackedFileTests.content)
    packed =
      try ToolRun(["-c", "plain"], program: "/usr/bin/gzip", in: scratch.path).outputBytes
    try scratch.write("packed", packed)
    #expect(packed.count > 200_000)
  }

  /// However much of it was asked for before.
  @Test(arguments: [StreamDigest.Place.inline, .beside], [0, 1, 150_000, 300_000, 999_999])
  func itIsDigestedAsItIsStored(_ place: StreamDigest.Place, _ most: Int) throws {
    let source = try InputSource.file(scratch.path("packed"), digested: place)
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: 65_536)
    var all: [UInt8] = []
    while all.count < most {
      let received = try source.read(into: &bytes, at: 0, count: min(65_536, most - all.count))
      if received == 0 { break }
      all += bytes[..<received]
    }
    #expect(all == Array(DigestedPackedFileTests.content.prefix(most)))
    #expect(try source.finish() == DigestedByteSourceTests.digest(packed))
    #expect(source.bytesRead == packed.count)
  }

  @Test func aPackedFileThatChangesHasNoDigest() throws {
    let source = try InputSource.file(scratch.path("packed"), digested: .beside)
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: 1000)
    #expect(try source.read(into: &bytes, at: 0, count: 1000) > 0)
    let file = try #require(FileHandle(forUpdatingAtPath: scratch.path("packed")))
    Thread.sleep(forTimeInterval: 0.02)
    try file.write(contentsOf: Data(packed.prefix(2)))
    try file.close()
    #expect(throws: ScanError.Reason.changed) { try source.finish() }
  }
}
