import TestSupport
import Testing

/// Commands with what they print, as a document shows them: a command behind a dollar sign
/// and a blank, its output below it, and a line of three dots for lines that are left out.
struct TerminalSession {
  /// One command, and the lines that the document shows below it.
  struct Step {
    let command: String
    var shown: [String] = []
  }

  private(set) var steps: [Step] = []

  /// Reads a text; what stands above the first command is no part of it.
  init(_ text: some StringProtocol) {
    var text = text[...]
    if text.hasSuffix("\n") { text = text.dropLast() }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if !steps.isEmpty {
        steps[steps.count - 1].shown.append(String(line))
      }
    }
  }

  /// Runs the commands in a folder that has the sample, and compares.
  ///
  /// - Parameter place: The document, for a failure's comment.
  func check(
    in scratch: ScratchFolder, _ place: String, location: SourceLocation = #_sourceLocation
  ) throws {
    for step in steps {
      let run = try ToolRun(
        ["-c", "exec 2>&1\n" + step.command], program: "/bin/sh",
        environment: ["HOME": scratch.path, "PATH": try Self.searchPath], in: scratch.path)
      var printed = run.output.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0) }
      if printed.last == "" { printed.removeLast() }
      #expect(
        Self.matches(step.shown[...], printed[...]),
        "\(place): \(step.command)\n\(printed.prefix(400).joined(separator: "\n"))",
        sourceLocation: location)
    }
  }

  /// A folder with the sample in it, as a reader has it before the first command.
  static func folder() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.link("SampleData", to: PackageFiles.root + "/SampleData")
    return scratch
  }

  /// The search path of a reader who has installed the program.
  static var searchPath: String {
    get throws {
      let program = try ToolRun.path(ofProgram: "slcheck")
      return program.dropLast("/slcheck".count) + ":/usr/bin:/bin"
    }
  }

  /// Whether lines are those that are shown, with any lines for three dots.
  static func matches(_ shown: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    guard let first = shown.first else { return lines.isEmpty }
    guard first == "…" else {
      return lines.first == first && matches(shown.dropFirst(), lines.dropFirst())
    }
    let rest = shown.dropFirst()
    if rest.isEmpty { return true }
    return lines.indices.contains {
      lines[$0] == rest.first && matches(rest, lines[$0...])
    }
  }
}
