import Basics
import DelimitedText
import Foundation
import Testing

@testable import DelimitedText

@Suite struct TextEncodingTests {
  struct Sample: Sendable {
    let bytes: [UInt8]
    let reason: ScanError.Reason
    let sentence: String
  }

  @Test(arguments: [
    Sample(
      bytes: [0x1F, 0x8B, 8], reason: .gzip,
      sentence: "is gzip-compressed; pipe it in: gzip -dc FILE | slcheck -"),
    Sample(
      bytes: [0x28, 0xB5, 0x2F, 0xFD, 4], reason: .zstandard,
      sentence: "is zstd-compressed; pipe it in: zstd -dc FILE | slcheck -"),
    Sample(
      bytes: Array("PK\u{3}\u{4}x".utf8), reason: .workbook,
      sentence: "is an Excel workbook or a zip archive; save it as CSV, or unpack it"),
    Sample(
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], reason: .oldWorkbook,
      sentence: "is an Excel workbook of an older version; save it as CSV"),
    Sample(
      bytes: Array("%PDF-1.7".utf8), reason: .pdf,
      sentence: "is a PDF document; export the figures as CSV"),
    Sample(
      bytes: Array("a,b\n1,2\n".utf8).flatMap { [$0, 0] }, reason: .unmarkedUTF16,
      sentence: "is not text (byte 1 is zero); it looks like UTF-16 without a byte-order mark, "
        + "so save it as UTF-8"),
    Sample(
      bytes: Array("é,b\n1,2\n".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
      reason: .unmarkedUTF16,
      sentence: "is not text (byte 0 is zero); it looks like UTF-16 without a byte-order mark, "
        + "so save it as UTF-8"),
    Sample(
      bytes: [0xFF, 0xFE] + Array("a,\u{0}\n".utf8).flatMap { [$0, 0] }, reason: .binary,
      sentence: "is not text (byte 2 is zero); export it as CSV in UTF-8"),
    Sample(
      bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], reason: .utf32,
      sentence: "is UTF-32 text, which is not read; save it as UTF-8"),
    Sample(
      bytes: [0, 0, 0xFE, 0xFF], reason: .utf32,
      sentence: "is UTF-32 text, which is not read; save it as UTF-8"),
    Sample(
      bytes: Array("a,b\n1,\u{0}\n".utf8), reason: .binary,
      sentence: "is not text (byte 6 is zero); export it as CSV in UTF-8"),
  ])
  func whatIsNotTextIsRefusedWithAnAnswer(_ sample: Sample) throws {
    for width in [1, 2, 3, 100] {
      let source = MemoryByteSource(sample.bytes, chunkWidth: width)
      let error = #expect(throws: ScanError.self) { _ = try RecordReader(source).bytesRead }
      #expect(error?.reason == sample.reason)
      #expect(error?.description == sample.sentence)
    }
  }

  @Test func aMarkIsSkippedWhereverItIsCut() throws {
    for width in 1...8 {
      let scanned = try Scanned.read(Array("\u{FEFF}a,b\n".utf8), chunkWidth: width)
      #expect(scanned.records.map(\.fields) == [["a", "b"]])
      #expect(scanned.records[0].places == [[1, 1], [1, 3]])
    }
    let alone = try Scanned.read(Array("\u{FEFF}".utf8), chunkWidth: 1)
    #expect(alone == Scanned())
    #expect(try RecordReader(MemoryByteSource("\u{FEFF}a".utf8)).encoding == .utf8WithMark)
    #expect(try RecordReader(MemoryByteSource("a".utf8)).encoding == .utf8)
  }

  @Test func partOfAMarkIsText() throws {
    let scanned = try Scanned.read([0xEF, 0xBB], chunkWidth: 1)
    #expect(scanned.records.count == 1)
  }

  @Test func problemsHaveSentences() {
    let sentences = RecordProblem.Reason.allCases.map {
      RecordProblem(reason: $0, line: 1, column: 1, byteOffset: 0).description
    }
    #expect(
      sentences == [
        "text after a closing quote",
        "a quote is not closed by the end of the input or within 1 MiB",
        "the record is longer than 1 MiB", "the line is longer than 1 MiB",
      ])
  }
}

@Suite struct FileByteSourceTests {
  private func temporary() -> String {
    FileManager.default.temporaryDirectory.path + "/delimited-\(UUID().uuidString)"
  }

  @Test func aFileIsReadToItsEnd() throws {
    let path = temporary()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "a,b\n1,2\n".write(toFile: path, atomically: true, encoding: .utf8)
    var reader = try RecordReader(FileByteSource(path: path))
    var batch = RecordBatch()
    #expect(try reader.read(into: &batch))
    #expect(batch.rows.count == 2)
    #expect(reader.bytesRead == 8)
  }

  @Test func aPipeIsReadToItsEnd() async throws {
    let path = temporary()
    defer { try? FileManager.default.removeItem(atPath: path) }
    // SAFETY: the path outlives the call.
    try #require(unsafe mkfifo(path, 0o600) == 0)
    let text = "a,b\n" + String(repeating: "12,34\n", count: 100_000)
    let writer = Thread {
      FileHandle(forWritingAtPath: path)?.write(Data(text.utf8))
    }
    writer.start()
    var reader = try RecordReader(FileByteSource(path: path))
    var (batch, rows) = (RecordBatch(), 0)
    while try reader.read(into: &batch) { rows += batch.rows.count }
    #expect(rows == 100_001)
  }

  @Test func whatCannotBeOpenedSaysWhy() {
    let directory = FileManager.default.temporaryDirectory.path
    #expect(throws: SystemError(operation: .open, path: directory, errno: EISDIR)) {
      _ = try FileByteSource(path: directory)
    }
    let missing = temporary()
    #expect(throws: SystemError(operation: .open, path: missing, errno: ENOENT)) {
      _ = try FileByteSource(path: missing)
    }
    #expect(throws: SystemError(operation: .open, path: "a\u{0}b", errno: ENOENT)) {
      _ = try FileByteSource(path: "a\u{0}b")
    }
    #expect(
      SystemError(operation: .open, path: "x", errno: ENOENT).message == "No such file or directory"
    )
  }
}
