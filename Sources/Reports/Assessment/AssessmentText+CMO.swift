import Basics
import MaturityRules

/// The scorecard of the standards in words.
extension AssessmentText {
  mutating func write(_ cmo: CMOAssessment) {
    lines.append(AssessmentText.sections(of: cmo), indent: 0)
    if let results = performanceResults(cmo) {
      lines.append("")
      lines.append(results, indent: 0)
    }
    lines.append("")
    writeChecks(cmo)
    write(gaps: cmo.gaps, of: CMOStandards.instrument, isRated: cmo.overall.rated > 0)
    let names = cmo.unrated.map { AssessmentText.name($0, CMOStandards.instrument) }
    // Titles of many would be a wall of words.
    write(unrated: names.count > AssessmentText.mostNamed ? cmo.unrated : names)
    writeAttestations()
  }

  /// So many standards are named by their titles too.
  private static let mostNamed = 10

  /// The sections and what the levels in them come to.
  static func sections(of cmo: CMOAssessment) -> TextTable {
    let ratings = CMOStandards.instrument.scale.map { Array($0) } ?? []
    var table = TextTable([.left] + Array(repeating: .right, count: 4 + ratings.count))
    table.add(["section", "rated", "lowest", "median", "mean"] + ratings.map(String.init))
    func add(_ name: String, _ figures: RatingFigures) {
      table.add(
        [name, figures.ratedText, figures.lowestText, figures.medianText, figures.meanText]
          + figures.counts.map(String.init))
    }
    for (index, section) in cmo.sections.enumerated() {
      add("\(index + 1) \(section.group.id)", section.figures)
    }
    add("all", cmo.overall)
    return table
  }

  /// The standards that data can decide, as claimed and as computed.
  func performanceResults(_ cmo: CMOAssessment) -> TextTable? {
    let standards = cmo.standards.filter { $0.item.computedBy != nil }
    guard let index = cmo.sections.firstIndex(where: { $0.group.id == standards.first?.section }),
      standards.contains(where: { $0.verdict != nil })
    else { return nil }
    func text(_ level: Int?) -> String { level.map(String.init) ?? "–" }
    var table = TextTable([.left, .right, .right, .right, .left])
    table.add([
      "\(index + 1) \(cmo.sections[index].group.id)", "claimed", "computed", "possible", "verdict",
    ])
    for standard in standards {
      table.add([
        "\(standard.item.id) \(standard.item.title)", text(standard.claimed),
        text(standard.computed?.level), text(standard.computed?.possible), verdict(standard),
      ])
    }
    return table
  }

  /// How a claim stands, with the rung that decides.
  func verdict(_ standard: CMOAssessment.Standard) -> String {
    guard let verdict = standard.verdict else { return "–" }
    let reason = VerdictReason.of(standard, report.findings).map(VisibleText.escaping)
    let sign = verdict == .agrees ? "; " : ": "
    return styled(verdict, verdict.words) + (reason.map { sign + $0 } ?? "")
  }
}

// MARK: - Checks

extension AssessmentText {
  /// Says what data tell of the standards that people rate; what is contradicted first.
  private mutating func writeChecks(_ cmo: CMOAssessment) {
    let all = cmo.standards.compactMap { standard -> (isContradicted: Bool, text: String)? in
      let findings = report.checks.filter { $0.check.standard == standard.item.id }
      let text = AssessmentText.sentence(on: findings, claimed: standard.claimed)
      return text.map { text in
        let claim = standard.claimed.map { "claimed \($0)" } ?? "not rated"
        let isContradicted = findings.contains { $0.verdict == .contradicted }
        return (isContradicted, VisibleText.escaping("\(standard.item.id) \(claim): \(text)"))
      }
    }
    lines.append(
      "data",
      (all.filter(\.isContradicted) + all.filter { !$0.isContradicted })
        .map(\.text))
  }

  /// Says how checks of a standard came out; of one that is contradicted what contradicts it.
  ///
  /// - Returns: `nil` where no data were looked at.
  private static func sentence(
    on findings: [DataCheckFinding], claimed: Int?
  ) -> String? {
    let contradicted = findings.filter { $0.verdict == .contradicted }
    guard contradicted.isEmpty else { return words(contradicted) }
    // Of levels above the claim nobody asked.
    let asked = findings.filter { $0.check.level <= claimed ?? .max }
    guard asked.contains(where: { $0.verdict != .notExamined }) else { return nil }
    return words(asked)
  }

  /// Says how checks came out, those alike together.
  private static func words(_ findings: [DataCheckFinding]) -> String {
    var groups: [[DataCheckFinding]] = []
    for finding in findings {
      if let last = groups.last?.last, last.verdict == finding.verdict,
        last.fullDetail == finding.fullDetail
      {
        groups[groups.count - 1].append(finding)
      } else {
        groups.append([finding])
      }
    }
    let parts = groups.map { group in
      let levels = group.map { String($0.check.level) }
      let names =
        levels.count == 1
        ? "level \(levels[0])"
        : "levels \(levels.dropLast().joined(separator: ", ")) and \(levels[levels.count - 1])"
      let detail = group[0].fullDetail
      return group[0].verdict.words(names) + (detail.isEmpty ? "" : ": \(detail)")
    }
    let hasDetails = groups.contains { !$0[0].fullDetail.isEmpty }
    return parts.joined(separator: hasDetails ? "; " : ", ")
  }
}

extension DataCheckFinding {
  /// What was found, and which half of the level it speaks to.
  fileprivate var fullDetail: String {
    let isFavorable = verdict == .supported || verdict == .dataSuffice
    let half = isFavorable ? check.half.map { "its \($0) half" } : nil
    return [half, detail.isEmpty ? nil : detail].compactMap(\.self).joined(separator: ", ")
  }
}
