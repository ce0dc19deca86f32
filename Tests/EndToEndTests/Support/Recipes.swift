import TestSupport
import Testing

/// The recipes of the README: their lines are taken from there, never copied.
enum Recipes {
  /// The blocks of one kind in a recipe, in their order.
  ///
  /// - Parameters:
  ///   - recipe: The words that it begins with.
  ///   - language: What stands behind the fence, such as `sh`.
  static func blocks(_ recipe: String, _ language: String) throws -> [String] {
    let readme = String(decoding: try PackageFiles.bytes("README.md"), as: UTF8.self)
    let section = try #require(
      readme.firstMatch(of: #/\n## Recipes\n(?<text>[\s\S]*?)\n## /#)?.output.text)
    let start = try #require(section.firstRange(of: "\n**\(recipe).**"), "no recipe \(recipe)")
    let rest = section[start.upperBound...]
    let text = rest[..<(rest.firstRange(of: "\n**")?.lowerBound ?? rest.endIndex)]
    return text.matches(of: #/```(?<language>[a-z]+)\n(?<text>[^`]*)```/#)
      .filter { $0.output.language == language }.map { String($0.output.text) }
  }

  /// A folder with the sample as `exports` and a configuration `center.json`.
  ///
  /// - Parameters:
  ///   - chatPercent: The objective of chat, 85 in the sample: there 8.01 stands at level 1,
  ///     and with 70 at level 2.
  ///   - names: The files that are there.
  static func folder(
    chatPercent: Int, names: [String] = SampleVerdictTests.names
  ) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.makeFolder("exports")
    for name in names {
      try scratch.link("exports/" + name, to: PackageFiles.root + "/SampleData/" + name)
    }
    try configure(scratch, chatPercent: chatPercent)
    return scratch
  }

  /// Writes the configuration anew.
  static func configure(_ scratch: ScratchFolder, chatPercent: Int) throws {
    let text = String(decoding: try PackageFiles.bytes("SampleData/slcheck.json"), as: UTF8.self)
    let changed = text.replacing(
      "{ percent: 85, seconds: 60 }", with: "{ percent: \(chatPercent), seconds: 60 }")
    #expect(changed != text || chatPercent == 85)
    try scratch.write("center.json", changed)
  }

  /// Runs lines as a script of a pipeline does: the first that fails ends it.
  static func run(_ lines: String, in scratch: ScratchFolder) throws -> ToolRun {
    try ToolRun(
      ["-e", "-c", lines], program: "/bin/sh",
      environment: ["PATH": try TerminalSession.searchPath, "HOME": scratch.path],
      in: scratch.path)
  }
}
