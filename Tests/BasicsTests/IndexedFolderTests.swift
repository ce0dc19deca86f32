import Basics
import TestSupport
import Testing

/// Files of a folder change together: whoever reads by the index sees all of them or none.
@Suite struct IndexedFolderTests {
  private let scratch: ScratchFolder
  private let folder: IndexedFolder
  private let old: [IndexedFolder.Entry]
  private let new: [IndexedFolder.Entry]

  init() throws {
    scratch = try ScratchFolder()
    folder = IndexedFolder(scratch.path("kept"), index: "index")
    try folder.create()
    func entry(_ name: String, _ text: String) -> IndexedFolder.Entry {
      var digest = SHA256()
      digest.update(text)
      return IndexedFolder.Entry(name: name, sha256: digest.hexadecimal())
    }
    old = [entry("a.csv", "old a"), entry("b.csv", "old b")]
    new = [entry("a.csv", "new a"), entry("b.csv", "new b")]
    try folder.change([(old[0], Array("old a".utf8)), (old[1], Array("old b".utf8))], index: [1])
  }

  private func texts(_ entries: [IndexedFolder.Entry]) throws -> [String] {
    try entries.map { entry in
      let path = folder.path(of: entry)
      return try scratch.text(String(path.dropFirst(scratch.path.count + 1)))
    }
  }

  /// Leaves a change where it is when its process is killed behind some of its steps.
  private func leave(hidden: Bool, index: Bool, renamed: Bool) throws {
    if hidden {
      try scratch.write(renamed ? "kept/a.csv" : "kept/.a.csv." + new[0].sha256, "new a")
      try scratch.write("kept/.b.csv." + new[1].sha256, "new b")
    }
    if index { try scratch.write("kept/index", [2]) }
  }

  @Test func aChangeIsWhole() throws {
    try folder.change([(new[0], Array("new a".utf8)), (new[1], Array("new b".utf8))], index: [2])
    #expect(try texts(new) == ["new a", "new b"])
    #expect(try scratch.names(in: "kept") == ["a.csv", "b.csv", "index"])
    #expect(try scratch.bytes("kept/index") == [2])
  }

  @Test func whatIsCutOffBeforeTheIndexHasNotHappened() throws {
    try leave(hidden: true, index: false, renamed: false)
    #expect(try texts(old) == ["old a", "old b"])
    try folder.recover(old)
    #expect(try scratch.names(in: "kept") == ["a.csv", "b.csv", "index"])
    #expect(try texts(old) == ["old a", "old b"])
  }

  @Test(arguments: [false, true])
  func whatIsCutOffBehindTheIndexHasHappened(renamed: Bool) throws {
    try leave(hidden: true, index: true, renamed: renamed)
    #expect(try texts(new) == ["new a", "new b"])
    try folder.recover(new)
    #expect(try texts(new) == ["new a", "new b"])
    #expect(try scratch.names(in: "kept") == ["a.csv", "b.csv", "index"])
  }

  @Test func filesOfOthersAreLeftAlone() throws {
    try scratch.write("kept/.notes", "mine")
    try scratch.write("kept/.index.slcheck-77", "half an index")
    try scratch.write("kept/.lock", "")
    try folder.recover(old)
    #expect(try scratch.names(in: "kept") == [".lock", ".notes", "a.csv", "b.csv", "index"])
    #expect(try folder.names() == ["a.csv", "b.csv", "index"])
  }
}
