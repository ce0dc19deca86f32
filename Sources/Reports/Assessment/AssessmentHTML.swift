import Basics
import MaturityRules

/// Writes self-assessments as one page that needs nothing besides itself.
///
/// Its words and figures are those of the text, and every drawing has its figures in a table.
/// Nothing that comes from ratings or data is markup in it.
public enum AssessmentHTML: Sendable {
  /// Renders a report.
  ///
  /// - Parameter report: What is rendered.
  /// - Returns: The page with a line break at its end.
  public static func render(_ report: AssessmentReport) -> String {
    var page = AssessmentPage(report)
    page.write()
    return "<!DOCTYPE html>" + page.markup.text + "\n"
  }
}

/// The page of self-assessments, which grows section by section.
struct AssessmentPage: HTMLWriter {
  /// The report.
  let report: AssessmentReport
  /// Says what the text says.
  let words: AssessmentText
  /// What was written.
  var markup = Markup()

  /// Begins a page.
  init(_ report: AssessmentReport) {
    (self.report, words) = (report, AssessmentText(report))
  }

  /// Writes all of it.
  mutating func write() {
    let assessments = report.assessments
    var sections = assessments.map {
      HTMLFrame.Section(id: $0.instrument.id, title: $0.instrument.title)
    }
    sections.append(.init(id: "files", title: "Files behind it"))
    let frame = HTMLFrame(
      title: title, skip: "Skip to the results", contents: "Sections of the page",
      sections: sections,
      footer: "Made by slcheck. The same ratings and records give the same page again. What is "
        + "rated here is a center’s own judgment: certificates are for others to issue.")
    write(frame, header: { $0.writeHeader() }) { page, index in
      if index < assessments.count {
        page.write(assessments[index])
      } else {
        page.writeFiles()
      }
    }
  }

  private var title: String {
    "Self-assessments" + (report.asOf.map { " as of \($0)" } ?? "")
  }

  private mutating func writeHeader() {
    let count = counted(report.assessments.count, "instrument")
    let data = report.asOf.map { ", with data as of \($0)" } ?? ", without data"
    add("header") { page in
      page.add("h1", text: "Self-assessments")
      page.add("p", ["class": "lead"], text: "Ratings by \(count)\(data)")
      page.write(page.report.requirements, page.report.findings)
    }
  }

  private mutating func writeFiles() {
    let inputs = report.inputs
    var text = words
    text.writeInputs()
    let notes = text.lines.sections.flatMap(\.sentences)
    add("div", ["class": "card plain"]) { page in
      if inputs.isEmpty {
        page.add("p", text: "None is named.")
      } else {
        page.write(AssessmentText.table(of: inputs), caption: "Files and their rows")
      }
      page.write(notes: notes)
    }
  }
}

// MARK: - One instrument

extension AssessmentPage {
  private mutating func write(_ assessment: Assessment) {
    add("p", ["class": "lead"], text: words.summary(assessment))
    switch assessment {
    case .cmo(let cmo): write(cmo)
    case .questionnaire(let questionnaire): write(questionnaire)
    case .practice(let practice): write(practice)
    case .maturity(let maturity):
      writeItems(maturity.itemTable, caption: "Worksheet: activities and their gaps")
    case .expectations(let expectations):
      writeItems(expectations.itemTable, caption: "What customers expect")
    }
    var text = words
    text.write(assessment)
    let notes = text.lines.sections.flatMap(\.sentences).filter { piece in
      // The areas stand in a table.
      if case .columns = piece { false } else { true }
    }
    let trend = AssessmentTrend(assessment, in: report)?.table
    let items = assessment.foldedItems(in: report)
    add("div", ["class": "card"]) { page in
      page.add("h3", text: "Findings")
      page.write(notes: notes)
      if let trend { page.write(trend, caption: "Ratings from day to day") }
      if let table = items {
        page.write(
          folded: table, "All items", caption: "Items of \(assessment.instrument.title)")
      }
    }
  }

  /// Writes the items of an instrument that has few of them.
  private mutating func writeItems(_ table: TextTable, caption: String) {
    add("div", ["class": "card"]) { page in page.write(table, caption: caption) }
  }

  private mutating func write(_ cmo: CMOAssessment) {
    let bars = cmo.sections.enumerated().map { index, section in
      RatingBars.Bar(name: "\(index + 1) \(section.group.title)", figures: section.figures)
    }
    let results = words.performanceResults(cmo)
    add("div", ["class": "card beside"]) { page in
      page.figure("Mean level by section", "from 0 to 4") { page in
        RatingBars(title: "Mean level by section", bars: bars).add(to: &page.markup)
      }
      page.write(AssessmentText.sections(of: cmo), caption: "Levels by section")
    }
    guard let results else { return }
    add("div", ["class": "card"]) { page in
      page.write(results, caption: "Performance results: claimed and computed")
    }
  }

  private mutating func write(_ questionnaire: QuestionnaireAssessment) {
    let axes = questionnaire.axes.map {
      RatingRadar.Axis(name: $0.theme.title, figures: $0.figures)
    }
    add("div", ["class": "card beside"]) { page in
      page.figure("Mean rating by theme", "from 1 in the center to 5") { page in
        RatingRadar(title: "Mean rating by theme", axes: axes).add(to: &page.markup)
      }
      page.write(
        AssessmentText.themes(of: questionnaire, hasBars: false), caption: "Ratings by theme")
    }
  }

  private mutating func write(_ practice: PracticeAssessment) {
    guard !practice.assessed.isEmpty else { return }
    var table = TextTable([.left, .left, .left, .right, .right, .right, .right, .right])
    table.add([
      "area", "decision", "reasons", "onsite score", "satisfaction", "employees", "surveys",
      "points lacking",
    ])
    for area in practice.assessed {
      let numbers = [
        area.onsiteScore.map { "\($0) %" }, area.satisfaction.map { "\($0) %" },
        area.employees.map(grouped), area.surveys.map(grouped), area.gap?.pointsText,
      ]
      table.add(
        [area.area.title, area.decision.brief, area.reasonsText] + numbers.map { $0 ?? "–" })
    }
    add("div", ["class": "card"]) { page in
      page.write(table, caption: "Areas and what is decided of them")
    }
  }
}
