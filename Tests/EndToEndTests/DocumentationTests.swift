import TestSupport
import Testing

/// What the catalog shows at a terminal is what the program does.
@Suite struct DocumentationTests {
  private static let catalog = "Sources/slcheck/slcheck.docc/"
  /// The root page, and every article that it lists.
  static let pages =
    ["slcheck.md"]
    + [
      "AuditingClaims", "FlowOfData", "LevelsAndRungs", "Opportunities", "PastOneMachine",
      "ReadingAReport", "SelfAssessments", "ServiceLevels", "Terms", "TheSameBytes",
    ].map { "Articles/\($0).md" }

  private static func text(_ name: String) throws -> String {
    String(decoding: try PackageFiles.bytes(catalog + name), as: UTF8.self)
  }

  @Test func everyPageIsListedHere() throws {
    let listed = try ToolRun(
      ["-c", "ls slcheck.md Articles/*.md"], program: "/bin/sh",
      environment: ["LC_ALL": "C"], in: PackageFiles.root + "/" + Self.catalog)
    #expect(Set(listed.output.split(separator: "\n").map { String($0) }) == Set(Self.pages))
  }

  @Test(arguments: pages)
  func commandsOfAPagePrintWhatItShows(_ page: String) throws {
    let text = try Self.text(page)
    let blocks = text.matches(of: #/```console\n([^`]*)```/#).map { TerminalSession($0.1) }
    // Whatever stands in a fence is run; another kind would be held by nobody.
    #expect(text.matches(of: #/(?m)^```/#).count == 2 * blocks.count)
    let scratch = try TerminalSession.folder()
    for block in blocks { try block.check(in: scratch, page) }
  }

  /// The tutorial's files are written under their names, and its commands run in their order.
  @Test func tutorialLeadsToAFolderThatProvesItsReport() throws {
    let scratch = try TerminalSession.folder()
    let text = try Self.text("Tutorials/EvidenceFolder.tutorial")
    var used: Set<String> = []
    for step in text.matches(of: #/@Code\(name: "([^"]+)", file: ([^,)]+)/#) {
      let (name, file) = (String(step.1), String(step.2))
      let shown = try Self.text("Resources/" + file)
      used.insert(file)
      guard name == "Terminal" else {
        try scratch.write(name, shown)
        continue
      }
      let session = TerminalSession(shown)
      #expect(!session.steps.isEmpty, "\(file)")
      try session.check(in: scratch, file)
    }
    let written = try scratch.names(in: "proof")
    #expect(written.contains("inputs.sha256") && written.contains("report.json"))
    let resources = try ToolRun(
      ["Resources"], program: "/bin/ls", in: PackageFiles.root + "/" + Self.catalog)
    let texts = resources.output.split(separator: "\n").map { String($0) }
    #expect(Set(texts.filter { !$0.hasSuffix(".svg") }) == used)
  }
}

@Suite struct TerminalSessionTests {
  @Test(
    arguments: [
      (["a"], ["a"], true), (["a"], ["a", "b"], false), ([], [], true), ([], ["a"], false),
      (["…"], [], true), (["…"], ["a", "b"], true), (["a", "…"], ["a", "b"], true),
      (["…", "b"], ["a", "b"], true), (["…", "b"], ["a", "b", "c"], false),
      (["…", "b"], ["b", "a", "b"], true),
      (["a", "…", "c", "d"], ["a", "c", "b", "c", "d"], true),
      (["…", "c", "…"], ["a", "b"], false),
    ] as [([String], [String], Bool)])
  func dotsStandForAnyLines(_ shown: [String], _ lines: [String], _ expected: Bool) {
    #expect(TerminalSession.matches(shown[...], lines[...]) == expected)
  }
}
