import PerformanceMetrics
import Testing

@testable import SLCheckTool

/// The configuration that init writes.
@Suite struct CommentedConfigurationTests {
  @Test func itChangesNothing() throws {
    #expect(try configuration(CommentedConfiguration.text) == Configuration())
  }

  @Test func everyKeyIsExplained() {
    #expect(Set(ConfigurationGuide.sections.map(\.key)) == Set(Configuration.keys))
    #expect(ConfigurationGuide.sections.count == Configuration.keys.count)
    for section in ConfigurationGuide.sections {
      #expect(section.words.hasSuffix("."), "\(section.key)")
      #expect(section.lines.isEmpty || section.lines[0].hasPrefix(section.key + ":"))
    }
  }

  @Test func everyKeyHasALine() {
    #expect(ConfigurationGuide.sections.filter(\.lines.isEmpty).isEmpty)
  }

  /// The lines that are commented out, without their slashes: one block for each key.
  private static let blocks: [[String]] = CommentedConfiguration.text.split(separator: "\n\n")
    .map { block in
      block.split(separator: "\n").compactMap { line in
        let text = line.drop { $0 == " " }
        guard text.hasPrefix("//"), !text.hasPrefix("// ") else { return nil }
        return String(text.dropFirst(2))
      }
    }.filter { !$0.isEmpty }

  @Test(arguments: blocks)
  func everyExampleIsUnderstood(_ lines: [String]) throws {
    let text = "{ \(lines.joined(separator: "\n")) }"
    #expect(refusal(text) == [])
    let read = try configuration(text)
    #expect(read != Configuration(), "\(text)")
  }

  @Test func allExamplesTogetherAreUnderstood() throws {
    let text = CommentedConfiguration.text.split(separator: "\n").map { line in
      let text = line.drop { $0 == " " }
      return text.hasPrefix("//") && !text.hasPrefix("// ") ? text.dropFirst(2) : line
    }
    let commented = ConfigurationGuide.sections.filter { !$0.isDefault && !$0.lines.isEmpty }
    #expect(Self.blocks.count == commented.count)
    let read = try configuration(text.joined(separator: "\n"))
    #expect(read.services.map(\.name) == ["Voice"] && read.require == ["8.01": 2])
  }

  @Test func linesFitAPage() {
    for line in CommentedConfiguration.text.split(separator: "\n") {
      #expect(line.count <= 100, "\(line)")
      #expect(line.last != " ")
    }
  }
}
