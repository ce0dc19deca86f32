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

  /// A page around the report that measures it, since the report runs nothing itself.
  private func measured(_ width: Int, _ height: Int, isDark: Bool) throws -> [String: String] {
    let around = """
      <!doctype html><html lang="en"><title>around</title><body>
      <iframe id="it" src="report.html" width="\(width)" height="\(height)"></iframe>
      <pre id="found"></pre>
      <script>
      addEventListener("load", () => {
        const page = document.getElementById("it").contentDocument;
        const root = page.documentElement;
        for (const part of page.querySelectorAll("details")) part.open = true;
        const wide = [...page.querySelectorAll("body *")].filter(e =>
          !e.closest(".scroll") && !e.closest("svg") && !e.matches(".skip") &&
          e.getBoundingClientRect().right > root.clientWidth + 1).map(e => e.tagName);
        const cut = [...page.querySelectorAll("svg text")].filter(e => {
          const a = e.getBoundingClientRect(), b = e.ownerSVGElement.getBoundingClientRect();
          return a.right > b.right + 6 || a.left < b.left - 6;
        }).map(e => e.textContent);
        const found = {
          scroll: root.scrollWidth, width: root.clientWidth, wide: wide.join(), cut: cut.join(),
          ground: page.defaultView.getComputedStyle(page.body).backgroundColor,
          text: page.defaultView.getComputedStyle(page.body).color,
          charts: page.querySelectorAll("svg.chart").length,
          landmarks: ["header", "nav", "main", "footer"].map(
            n => page.querySelectorAll(n).length).join(),
        };
        document.getElementById("found").textContent =
          Object.entries(found).map(([k, v]) => k + "=" + v).join("\\n");
      });
      </script>
      """
    try scratch.write("around.html", around)
    let (output, console) = try Browser.open(
      scratch.path("around.html"), ["--dump-dom"], size: (max(width + 40, 600), height),
      isDark: isDark)
    #expect(console == [])
    let found = try #require(output.firstMatch(of: #/<pre id="found">([^<]*)</pre>/#)?.1)
    return Dictionary(
      uniqueKeysWithValues: found.split(separator: "\n").map { line in
        let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
      })
  }

  @Test(arguments: [(360, 800), (1366, 768)], [false, true])
  func pageFitsItsWindow(_ size: (width: Int, height: Int), _ isDark: Bool) throws {
    let found = try measured(size.width, size.height, isDark: isDark)
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
