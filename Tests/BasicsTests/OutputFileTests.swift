import Basics
import Foundation
import Testing

/// Every test works in a folder of its own, which is gone afterwards.
@Suite final class OutputFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "output-\(UInt64.random(in: 0...UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.path + "/" + name }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  @Test func aNewFileAppearsWhole() throws {
    try OutputFile.replace(path("report.json"), with: Array("all of it".utf8))
    #expect(try text("report.json") == "all of it")
    #expect(try names == ["report.json"])
  }

  @Test func aFileIsCreatedOnceAndNeverReplaced() throws {
    try OutputFile.create(path("slcheck.json"), with: Array("first".utf8))
    let error = #expect(throws: SystemError.self) {
      try OutputFile.create(path("slcheck.json"), with: Array("second".utf8))
    }
    #expect(error?.isExistingFile == true && error?.operation == .write)
    #expect(try text("slcheck.json") == "first")
    #expect(try names == ["slcheck.json"])
  }

  @Test func anEmptyFileIsAFile() throws {
    try OutputFile.replace(path("empty"), with: [])
    #expect(try text("empty") == "")
  }

  @Test(arguments: [0o600, 0o644, 0o640, 0o755])
  func anExistingFileIsReplacedAndKeepsItsMode(_ mode: Int) throws {
    try Data("old and longer".utf8).write(to: folder.appending(path: "report"))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path("report"))
    try OutputFile.replace(path("report"), with: Array("new".utf8))
    #expect(try text("report") == "new")
    #expect(try self.mode("report") == mode)
    #expect(try names == ["report"])
  }

  @Test func aLinkIsFollowed() throws {
    try Data("old".utf8).write(to: folder.appending(path: "file"))
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: "file")
    try OutputFile.replace(path("link"), with: Array("new".utf8))
    #expect(try text("file") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == "file")
    #expect(try names == ["file", "link"])
  }

  @Test(arguments: ["missing/report", "", "a\0b"])
  func aPathThatCannotBeWrittenIsAnErrorAndLeavesNothing(_ name: String) throws {
    let target = name.isEmpty ? "" : path(name)
    let error = try #require(throws: SystemError.self) {
      try OutputFile.replace(target, with: [1])
    }
    #expect(error.isMissingFile)
    #expect(error.operation == .write)
    #expect(error.path == target)
    #expect(try names == [])
  }

  @Test func aDirectoryIsNotReplaced() throws {
    try FileManager.default.createDirectory(
      atPath: path("report"), withIntermediateDirectories: false)
    let error = try #require(throws: SystemError.self) {
      try OutputFile.replace(path("report"), with: [1])
    }
    #expect(error.isDirectory)
    #expect(try names == ["report"])
  }

  @Test func aFailureLeavesTheExistingFileUntouched() throws {
    try Data("old".utf8).write(to: folder.appending(path: "file"))
    #expect(throws: SystemError.self) {
      try OutputFile.replace(path("file/below"), with: Array("new".utf8))
    }
    #expect(try text("file") == "old")
    #expect(try names == ["file"])
  }

  @Test func aDeviceIsWrittenInPlace() throws {
    try OutputFile.replace("/dev/null", with: Array("gone".utf8))
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 300_000])
  func aSpoolIsCopiedWhole(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31 + $0 >> 8) }
    var spool = try SpoolFile()
    var rest = bytes[...]
    while !rest.isEmpty {
      try spool.append(rest.prefix(50_021))
      rest = rest.dropFirst(50_021)
    }
    try OutputFile.replace(path("rejects.csv"), with: &spool)
    #expect(try Data(contentsOf: folder.appending(path: "rejects.csv")) == Data(bytes))
    try OutputFile.replace(path("again.csv"), with: &spool)
    #expect(try Data(contentsOf: folder.appending(path: "again.csv")) == Data(bytes))
  }
}

@Suite struct InputFileTests {
  @Test func aMissingFileAndADirectoryAreToldApart() throws {
    let missing = try #require(throws: SystemError.self) { _ = try InputFile(path: "/no/such") }
    #expect(missing.isMissingFile && missing.operation == .open && missing.path == "/no/such")
    let directory = try #require(throws: SystemError.self) { _ = try InputFile(path: "/") }
    #expect(directory.isDirectory && !directory.message.isEmpty)
  }
}
