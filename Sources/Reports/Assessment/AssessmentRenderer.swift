import Basics
import MaturityRules

/// Writes self-assessments for people: what was rated, what data say of it, and what is lacking.
///
/// Texts from ratings and from data are shown with their control characters made visible. No
/// verdict says that anything is certified: that is for auditors to say.
package enum AssessmentRenderer: Sendable {
  /// Renders a report for the place that a style describes.
  ///
  /// - Parameters:
  ///   - report: What is rendered.
  ///   - style: What the place can show.
  /// - Returns: The text with a line break at its end.
  package static func render(_ report: AssessmentReport, _ style: TextStyle) -> String {
    text(of: report, style).lines(style).joined(separator: "\n") + "\n"
  }

  /// Says all of a report, piece by piece.
  static func text(of report: AssessmentReport, _ style: TextStyle) -> ReportText {
    var text = AssessmentText(report, style)
    for assessment in report.assessments { text.write(assessment) }
    if report.assessments.isEmpty { text.lines.begin("Nothing is rated") }
    text.writeRequirements()
    text.writeInputs()
    return text.lines
  }
}

/// The pieces of a report on self-assessments as they grow.
struct AssessmentText {
  /// The report.
  let report: AssessmentReport
  /// What the place can show.
  let style: TextStyle
  /// What was said.
  var lines = ReportText()

  /// Begins with nothing said.
  init(_ report: AssessmentReport, _ style: TextStyle = TextStyle()) {
    (self.report, self.style) = (report, style)
  }

  /// Says what the ratings by one instrument come to.
  mutating func write(_ assessment: Assessment) {
    lines.begin(heading(assessment))
    switch assessment {
    case .cmo(let cmo): write(cmo)
    case .maturity(let maturity): write(maturity)
    case .questionnaire(let questionnaire): write(questionnaire)
    case .practice(let practice): write(practice)
    case .expectations(let expectations): write(expectations)
    }
    writeEvidence(assessment)
    lines.append("hints", assessment.hints.map(\.description))
    writeMaterials(assessment.instrument)
    if case .practice = assessment { lines.append(AssessmentText.practiceNote) }
    writeTrend(assessment)
  }

  /// The name of an instrument, and how far the ratings go.
  func heading(_ assessment: Assessment) -> String {
    let instrument = assessment.instrument
    return "\(instrument.id)  \(instrument.title): \(summary(assessment))"
  }

  /// How far the ratings go, and what decides besides.
  func summary(_ assessment: Assessment) -> String {
    let day = report.ratedOn[assessment.instrument.id].map { " on \($0)" } ?? ""
    var text = assessment.ratedWords + day
    switch assessment {
    case .cmo(let cmo) where cmo.computedCount > 0:
      let asOf = report.asOf.map { " (as of \($0))" } ?? ""
      text += ", \(cmo.computedCount) computed from data\(asOf)"
    case .practice(let practice): text += "; \(practice.decisionWords)"
    case .cmo, .maturity, .questionnaire, .expectations: break
    }
    return text
  }

  /// Colors a verdict.
  func styled(_ verdict: RatingVerdict, _ text: String) -> String {
    switch verdict {
    case .contradicted: style.bad(text)
    case .unproven: style.open(text)
    case .agrees, .understated, .computed, .claimed: text
    }
  }
}

// MARK: - What was required and read

extension AssessmentText {
  /// Says what was required, and how it stands.
  mutating func writeRequirements() {
    guard !report.requirements.isEmpty else { return }
    lines.begin("Required")
    for requirement in report.requirements {
      let status = style.status(requirement.status(report.findings))
      lines.append("  \(requirement.standard) at level \(requirement.level): \(status)")
    }
  }

  /// Says what was read.
  mutating func writeInputs() {
    guard !report.inputs.isEmpty else { return }
    lines.begin("Files")
    lines.append(AssessmentText.table(of: report.inputs), indent: 2)
    for input in report.inputs {
      for note in input.notes {
        lines.append("  " + VisibleText.escaping("\(input.path): \(note)"))
      }
    }
  }

  /// The files and what became of their rows.
  static func table(of inputs: [InputSummary]) -> TextTable {
    var table = TextTable([.left, .left, .right, .right, .right])
    table.add(["file", "kind", "read", "accepted", "rejected"])
    for input in inputs {
      let rows = [input.rows.read, input.rows.accepted, input.rows.rejected]
      table.add([VisibleText.escaping(input.path), input.kind] + rows.map(grouped))
    }
    return table
  }
}
