import Basics
import DelimitedText
import Foundation
import TestSupport
import Testing

/// A regular file that changes while it is read gives no records to trust.
@Suite struct ChangedFileTests {
  private let scratch: ScratchFolder
  private static let text = "a,b\n" + String(repeating: "12,34\n", count: 200_000)

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("data.csv", ChangedFileTests.text)
  }

  /// Reads a file, and does something after the first bytes.
  private func read(_ change: (FileHandle) throws -> Void) throws -> Int {
    var source = try FileByteSource(path: scratch.path("data.csv"))
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: 65_536)
    var total = try source.read(into: &bytes, at: 0, count: 65_536)
    try change(try #require(FileHandle(forUpdatingAtPath: scratch.path("data.csv"))))
    while true {
      let received = try source.read(into: &bytes, at: 0, count: 65_536)
      if received == 0 { break }
      total += received
    }
    #expect(source.bytesRead == total)
    return total
  }

  @Test func aFileThatStaysIsReadWhole() throws {
    #expect(try read { _ in } == ChangedFileTests.text.utf8.count)
  }

  @Test func aFileThatGrowsIsRefused() throws {
    #expect(throws: ScanError.Reason.changed) {
      try read { file in
        try file.seekToEnd()
        try file.write(contentsOf: Data("1,2\n".utf8))
      }
    }
  }

  @Test func aFileThatShrinksIsRefused() throws {
    #expect(throws: ScanError.Reason.changed) { try read { try $0.truncate(atOffset: 100_000) } }
  }

  @Test func aFileOfOtherBytesIsRefused() throws {
    #expect(throws: ScanError.Reason.changed) {
      try read { file in
        Thread.sleep(forTimeInterval: 0.02)
        try file.write(contentsOf: Data("x".utf8))
      }
    }
  }

  @Test func aFileThatIsReplacedIsReadAsItWas() throws {
    let total = try read { _ in
      try FileManager.default.removeItem(atPath: scratch.path("data.csv"))
      try scratch.write("data.csv", "a,b\n")
    }
    #expect(total == ChangedFileTests.text.utf8.count)
  }

  #if os(Linux)
    /// What the system makes up has no size before it is read.
    @Test func aFileWithoutASizeIsReadToItsEnd() throws {
      var source = try FileByteSource(path: "/proc/self/status")
      var bytes = ContiguousArray<UInt8>(repeating: 0, count: 65_536)
      var total = 0
      while true {
        let received = try source.read(into: &bytes, at: 0, count: 1000)
        if received == 0 { break }
        total += received
      }
      #expect(total > 100)
    }
  #endif
}
