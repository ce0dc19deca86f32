import Basics
import MaturityRules

// MARK: - The toolkit

extension AssessmentText {
  /// Says how far a center has come by the toolkit, and what comes next.
  mutating func write(_ maturity: MaturityAssessment) {
    let open = maturity.unrated.count
    let most = CXMaturity.stages.last?.points.upperBound ?? 0
    let remark = open > 0 ? " (incomplete: \(open) unrated)" : ""
    lines.append("total", ["\(maturity.totalText) of \(most)\(remark)"])
    lines.append("stage", [maturity.stageText])
    lines.append("data", maturity.activities.compactMap(sentence))
    write(gaps: maturity.gaps, of: CXMaturity.instrument, isRated: maturity.figures.rated > 0)
    write(unrated: maturity.unrated)
    writeNext(maturity)
  }

  /// Says how the rating of an activity stands beside its rule; `nil` where no data say anything.
  private func sentence(_ activity: MaturityAssessment.Activity) -> String? {
    guard let state = activity.state, state != .absent else { return nil }
    let reason = VerdictReason.of(activity, report.rules).map { ": " + VisibleText.escaping($0) }
    let claim = activity.rated.level.map { "claimed \($0)" } ?? "not rated"
    let verdict = activity.verdict.map { ": " + styled($0, $0.words) } ?? ": undecided by data"
    return "\(activity.rated.item.id) \(claim)\(verdict)\(reason ?? "")"
  }

  /// Says what is recommended on the way to the next stage, and which metrics matter.
  private mutating func writeNext(_ maturity: MaturityAssessment) {
    let actions = maturity.recommended
    if let next = maturity.nextStage, !actions.isEmpty {
      lines.append("next", ["\(next.name): " + actions.map(\.id).joined(separator: ", ")])
      lines.append("actions", actions.map { "\($0.id): \($0.sentence)" })
    }
    guard maturity.figures.rated > 0 else { return }
    let stages = [maturity.lowestStage, maturity.nextStage].compactMap(\.self)
    lines.append(
      "metrics", stages.map { "\($0.name): \($0.keyMetrics.joined(separator: ", "))" })
  }
}

// MARK: - The questionnaire

extension AssessmentText {
  /// Says what the answers come to by theme.
  mutating func write(_ questionnaire: QuestionnaireAssessment) {
    lines.append(AssessmentText.themes(of: questionnaire, hasBars: true), indent: 0)
    lines.append("")
    write(
      gaps: questionnaire.gaps, of: ContactScope.instrument,
      isRated: questionnaire.overall.rated > 0)
    write(unrated: questionnaire.unrated)
  }

  /// The themes and what the answers to their questions come to.
  ///
  /// - Parameter hasBars: Whether each has a bar beside it.
  static func themes(of questionnaire: QuestionnaireAssessment, hasBars: Bool) -> TextTable {
    var table = TextTable([.left, .right, .right, .right] + (hasBars ? [.left] : []))
    table.add(["theme", "rated", "median", "mean"] + (hasBars ? ["from 1 to 5"] : []))
    func add(_ name: String, _ figures: RatingFigures) {
      table.add(
        [name, figures.ratedText, figures.medianText, figures.meanText]
          + (hasBars ? [bar(figures)] : []))
    }
    for axis in questionnaire.axes { add(axis.theme.id, axis.figures) }
    add("all", questionnaire.overall)
    return table
  }

  /// The signs of a bar for each step of the scale.
  private static let signsOfStep = 5

  /// A mean as a bar from the lowest rating to the highest; nothing where nothing is rated.
  private static func bar(_ figures: RatingFigures) -> String {
    guard figures.rated > 0 else { return "" }
    let scale = figures.scale
    let length = (figures.sum - scale.lowerBound * figures.rated) * signsOfStep / figures.rated
    let room = (scale.upperBound - scale.lowerBound) * signsOfStep
    return String(repeating: "=", count: length) + String(repeating: ".", count: room - length)
  }
}

// MARK: - Areas of practice

extension AssessmentText {
  /// What is never said by a center itself.
  static let practiceNote = "(by the center's own figures; only SQM issues certificates)"

  /// Says how each area is decided, and why.
  mutating func write(_ practice: PracticeAssessment) {
    let areas = practice.assessed
    let width = areas.map(\.area.id.count).max() ?? 0
    let decisions = areas.map(\.decision.brief.count).max() ?? 0
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: width - text.count)
    }
    for area in areas {
      lines.append(
        [
          padded(area.area.id, width), padded(area.decision.brief, decisions), area.reasonsText,
        ], indent: 0)
    }
    write(
      gaps: practice.gaps.map { (size: "\($0.size)", name: $0.id) }, isRated: !areas.isEmpty)
    write(unrated: practice.unrated)
    lines.append("evidence", areas.flatMap { AssessmentText.remarks($0, \.evidence) })
    lines.append("notes", areas.flatMap { AssessmentText.remarks($0, \.note) })
  }

  /// What is said beside the fields of an area, field by field.
  private static func remarks(
    _ area: PracticeArea, _ text: (PracticeArea.Remark) -> String?
  ) -> [String] {
    area.remarks.compactMap { remark in
      text(remark).map { VisibleText.escaping("\(area.area.id).\(remark.field): \($0)") }
    }
  }
}

// MARK: - What customers expect

extension AssessmentText {
  /// Says what of the checklist is covered, and for which attestation there is material.
  mutating func write(_ expectations: ExpectationAssessment) {
    let figures = expectations.figures
    let highest = figures.scale.upperBound
    lines.append(
      "score",
      [
        "\(expectations.atHighest) of \(figures.total) at \(highest); sum \(figures.sum) of "
          + "\(figures.total * highest)"
      ])
    let level = ExpectationAssessment.attestedLevel
    lines.append(
      "alignment",
      expectations.alignments.map { alignment in
        "\(alignment.standard) level \(level): material "
          + (alignment.isPresent
            ? "present" : "lacking: \(alignment.lacking.joined(separator: ", "))")
      })
    write(
      gaps: expectations.gaps, of: ICMIConcepts.instrument, isRated: figures.rated > 0)
    write(unrated: expectations.unrated)
  }
}
