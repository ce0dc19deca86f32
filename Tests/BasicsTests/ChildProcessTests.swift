import Basics
import Foundation
import TestSupport
import Testing

@Suite struct ChildProcessTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func start(_ script: String, input: String = "") throws -> ChildProcess {
    try scratch.write("input", input)
    return try ChildProcess("sh", ["-c", script], input: InputFile(path: scratch.path("input")))
  }

  private func output(of child: ChildProcess) throws -> String {
    var all: [UInt8] = []
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: 1000)
    while true {
      let count = try child.read(into: &bytes, at: 0, count: 1000)
      if count == 0 { return String(decoding: all, as: UTF8.self) }
      all += bytes[..<count]
    }
  }

  @Test func aProgramReadsTheFileAndIsRead() throws {
    let text = String(repeating: "0123456789\n", count: 50_000)
    let child = try start("cat", input: text)
    #expect(try output(of: child) == text)
    #expect(child.finish().isSuccess)
  }

  @Test(
    arguments: [
      ("echo first >&2; echo second >&2; exit 3", "first"),
      ("echo >&2; echo behind a blank line >&2; exit 1", "behind a blank line"),
      ("exit 7", "ended with status 7"), ("kill -9 $$", "was ended by signal 9"),
    ] as [(String, String)])
  func aFailureHasTheFirstLineOfWhatWasSaid(_ script: String, _ message: String) throws {
    let child = try start(script)
    #expect(try output(of: child) == "")
    let ending = child.finish()
    #expect(!ending.isSuccess && ending.message == message)
  }

  @Test func aProgramThatSaysMuchIsNotBlocked() throws {
    let child = try start(
      "i=0; while [ $i -lt 3000 ]; do echo 'a line of fifty characters or so, over and over' >&2; "
        + "i=$((i+1)); done 2>&2; exit 4")
    #expect(try output(of: child) == "")
    #expect(!child.finish().isSuccess)
  }

  @Test func aMissingProgramIsNamed() throws {
    try scratch.write("input", "")
    let error = try #require(throws: SystemError.self) {
      _ = try ChildProcess(
        "no-such-program-anywhere", [], input: InputFile(path: scratch.path("input")))
    }
    #expect(error.isMissingFile && error.path == "no-such-program-anywhere")
  }

  /// A program that is let go early is gone, and leaves no process behind.
  @Test func aProgramThatIsLetGoIsEnded() throws {
    var child: ChildProcess? = try start("echo $$; exec sleep 600")
    var bytes = ContiguousArray<UInt8>(repeating: 0, count: 100)
    let count = try #require(try child?.read(into: &bytes, at: 0, count: 100))
    let number = try #require(Int32(String(decoding: bytes[..<(count - 1)], as: UTF8.self)))
    #expect(kill(number, 0) == 0)
    child = nil
    #expect(kill(number, 0) != 0)
  }
}
