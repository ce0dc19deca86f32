import MaturityRules

// MARK: - The ladders

extension HTMLPage {
  /// Writes the six standards: at a glance, and then with what is lacking.
  mutating func writeStandards() {
    add("ol", ["class": "tiles"]) { page in
      for finding in page.report.findings { page.writeTile(finding) }
    }
    add("div", ["class": "pairs"]) { page in
      for finding in page.report.findings where finding.isAssessed { page.write(finding) }
    }
    writeRules()
  }

  private mutating func writeTile(_ finding: StandardFinding) {
    // The lowest scope decides.
    let lowest = finding.scopes.filter { $0.level != nil }.min { $0.level! < $1.level! }
    add("li") { page in
      LadderDrawing(
        title: "Ladder of \(finding.standard.id)"
          + (lowest.map { ", \(page.words.title($0.scope, $0.site))" } ?? ""),
        statuses: lowest?.criteria.map(\.status) ?? []
      ).add(to: &page.markup)
      page.add(
        "p", ["class": "level"], text: finding.level.map { "Level \($0) of 4" } ?? "–")
      page.add("p", text: "\(finding.standard.id) \(finding.standard.title)")
      let name = finding.level.map { StandardLadder.levelNames[$0] }
      page.add("p", ["class": "quiet"], text: name ?? page.words.verdict(on: finding))
    }
  }

  private mutating func write(_ finding: StandardFinding) {
    let identifier = "s" + finding.standard.id.replacing(".", with: "-")
    // Many scopes stand beside each other.
    let kind = finding.scopes.count > 3 ? "card wide" : "card"
    add("article", ["class": kind, "aria-labelledby": identifier]) { page in
      // A single scope says it all.
      let verdict = finding.scopes.count > 1 ? ": " + page.words.verdict(on: finding) : ""
      page.add(
        "h3", ["id": identifier],
        text: "\(finding.standard.id) \(finding.standard.title)" + verdict)
      // Where not all are shown, those that decide the level are.
      let scopes =
        finding.scopes.count > HTMLRenderer.mostDrawn
        ? finding.scopes.enumerated().sorted {
          ($0.element.level ?? -1, $0.offset) < ($1.element.level ?? -1, $1.offset)
        }.map(\.element) : finding.scopes
      for scope in scopes.prefix(HTMLRenderer.mostDrawn) { page.write(scope) }
      page.writeRest(finding.scopes.count, "scopes")
    }
  }

  private mutating func write(_ scope: ScopeFinding) {
    add("div", ["class": "scope"]) { page in
      page.add("h4", text: page.words.summary(of: scope))
      guard !scope.criteria.isEmpty else { return }
      page.add("ol", ["class": "criteria"]) { page in
        for criterion in scope.criteria { page.write(criterion) }
      }
      if let next = page.words.nextMonth(of: scope) {
        page.add("p", ["class": "note"], text: next)
      }
    }
  }

  private mutating func write(_ finding: CriterionFinding) {
    add("li") { page in
      page.add("span", ["class": "step"], text: "\(finding.criterion.level)")
      page.add("p", ["class": "first"]) { page in
        page.add("span", ["class": "chip \(finding.status.kind)"], text: finding.status.words)
        page.markup.say(" " + finding.requirement)
      }
      for detail in page.words.details(of: finding) { page.add("p", text: detail) }
    }
  }

  /// Writes the rules of the toolkit, which have no levels.
  private mutating func writeRules() {
    var text = words
    text.writeRules()
    for section in text.lines.sections {
      add("details") { page in
        page.add("summary", text: section.heading)
        page.write(notes: section.pieces)
      }
    }
  }
}
