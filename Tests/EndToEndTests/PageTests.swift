import Foundation
import TestSupport
import Testing

/// The sample's report as a page and as a document.
@Suite struct PageTests {
  private static func sample(_ format: String) throws -> ToolRun {
    try ToolRun(
      ["--config", "SampleData/slcheck.json", "--format", format]
        + SampleVerdictTests.names.map { "SampleData/" + $0 }, in: PackageFiles.root)
  }

  private static let page = Result(catching: { try sample("html") })

  @Test func sampleIsAPageThatKeepsItsRules() throws {
    let run = try Self.page.get()
    #expect(run.status == 0, "\(run.errors)")
    let page = try MarkedUpPage(run.output)
    #expect(page.problems == [])
    #expect(run.outputBytes.count < 400_000)
    // The heat map counts what the criterion counts.
    #expect(page.all("desc").contains { $0.text.hasPrefix("1,764 of 2,289 counted intervals") })
    #expect(page.all("p").contains { $0.text.hasPrefix("1,764 of 2,312 intervals met") })
  }

  @Test func anyNumberOfThreadsGivesTheSamePage() throws {
    let names = SampleVerdictTests.names.map { "SampleData/" + $0 }
    let arguments = ["--config", "SampleData/slcheck.json", "--format", "html"]
    let one = try ToolRun(arguments + ["--threads", "1"] + names, in: PackageFiles.root)
    let reversed = try ToolRun(
      arguments + ["--threads", "3"] + names, in: PackageFiles.root)
    let isSame = one.outputBytes == reversed.outputBytes
    #expect(isSame)
    let isFirst = try one.outputBytes == Self.page.get().outputBytes
    #expect(isFirst)
  }

  @Test func markdownHasEveryWordOfTheText() throws {
    let run = try Self.sample("markdown")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("# Metrics and maturity as of 2026-10-31\n"))
    let text = try Self.sample("text").output
    func words(_ text: String) -> [Substring] {
      text.replacing("\\", with: "").replacing("&gt;", with: ">").replacing("&lt;", with: "<")
        .split { " \n|·#".contains($0) }.filter { $0.contains { $0.isLetter || $0.isNumber } }
    }
    #expect(words(run.output) == words(text))
  }

  @Test func hostileNamesAreTextInAPage() throws {
    let scratch = try ScratchFolder()
    let rows = HostileTextTests.names.flatMap { name in
      Export.halfHours(from: "2026-03-02", days: 2).map {
        $0.replacing("Billing", with: "\"" + name.replacing("\"", with: "\"\"") + "\"")
      }
    }
    try scratch.write("data.csv", Export.file(rows))
    let run = try ToolRun(
      ["data.csv", "--by", "queue", "--format", "html", "-o", "page.html"], in: scratch.path)
    #expect(run.status == 0, "\(run.errors)")
    let bytes = try scratch.bytes("page.html")
    #expect(HostileTextTests.dangerous(bytes) == [])
    let page = try MarkedUpPage(String(decoding: bytes, as: UTF8.self))
    #expect(page.problems == [])
    #expect(page.all("th").contains { $0.text == "<script>alert(1)</script>" })
  }
}

/// What a browser makes of the page; skipped where Debian's Chromium is not installed
/// (apt-get install chromium).
@Suite(
  .enabled(if: Browser.path != nil, "Chromium is not installed: apt-get install chromium"),
  .serialized)
struct BrowserTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    let run = try ToolRun(
      [
        "--config", "SampleData/slcheck.json", "--format", "html", "-o",
        scratch.path("report.html"),
      ] + SampleVerdictTests.names.map { "SampleData/" + $0 }, in: PackageFiles.root)
    try #require(run.status == 0, "\(run.errors)")
  }

  @Test(arguments: [(360, 800), (1366, 768)], [false, true])
  func pageFitsItsWindow(_ size: (width: Int, height: Int), _ isDark: Bool) throws {
    let found = try Browser.measure("report.html", in: scratch, size: size, isDark: isDark)
    #expect(found["scroll"] == found["width"], "\(found)")
    #expect(found["wide"] == "", "\(found)")
    #expect(found["cut"] == "", "\(found)")
    #expect(found["landmarks"] == "1,1,1,1")
    #expect(Int(found["charts"] ?? "") ?? 0 >= 18)
    #expect(found["ground"] == (isDark ? "rgb(17, 21, 26)" : "rgb(244, 245, 247)"))
  }

  @Test func consoleStaysSilent() throws {
    let (output, console) = try Browser.open(scratch.path("report.html"), ["--dump-dom"])
    #expect(console == [])
    #expect(output.contains("Contact center performance"))
  }

  private func pages(of file: String) throws -> Int {
    let paper = scratch.path("paper.pdf")
    let (_, console) = try Browser.open(
      file, ["--no-pdf-header-footer", "--print-to-pdf=\(paper)"])
    #expect(console == [])
    let text = String(decoding: try scratch.bytes("paper.pdf"), as: UTF8.self)
    return text.matches(of: #/\/Type ?\/Page\b(?!s)/#).count
  }

  @Test func sampleOfTwoServicesPrintsToThreePages() throws {
    #expect(try pages(of: scratch.path("report.html")) <= 3)
  }

  @Test func reportOfOneServicePrintsToTwoPages() throws {
    let configuration = String(
      decoding: try PackageFiles.bytes("SampleData/slcheck.json"), as: UTF8.self)
    // Every record is the voice service's.
    let chat = try #require(
      configuration.firstRange(
        of: #/\{\s*name: "Chat"[^{]*\{[^}]*\}[^{]*\{[^}]*\}[^{]*\{[^}]*\}[^}]*\},/#))
    try scratch.write("one.json", configuration.replacingCharacters(in: chat, with: ""))
    let run = try ToolRun(
      [
        "--config", scratch.path("one.json"), "--format", "html", "-o", scratch.path("one.html"),
      ] + SampleVerdictTests.names.map { "SampleData/" + $0 }, in: PackageFiles.root)
    try #require(run.status == 0, "\(run.errors)")
    #expect(try pages(of: scratch.path("one.html")) <= 2)
  }
}
