import Basics
public import MaturityRules

/// Writes the self-assessment by one instrument as a table for spreadsheets.
///
/// Columns, by instrument:
/// - `cmo`: the standard, its section, what is claimed, computed, possible and used, its gap and
///   its verdict.
/// - `cx_maturity`: the worksheet of the source, whose last columns people fill in, and a row
///   with the totals.
/// - `contactscope`: the question, its theme, its rating and its gap.
/// - `sqm_practice`: the area, what is stated of it, and what that decides, for all areas.
/// - `icmi_concepts`: the expectation, its rating, its gap and what it bears on.
///
/// What is not known is an empty cell. Lines end with a line feed, and no cell holds one.
public enum AssessmentCSV: Sendable {
  /// Renders the table of one instrument.
  ///
  /// - Parameters:
  ///   - report: What the ratings come to.
  ///   - assessment: The one of them that is written.
  /// - Returns: The bytes of the table, whose lines end with a line feed.
  /// - Throws: When it cannot be encoded, which would be a bug.
  public static func render(
    _ report: AssessmentReport, _ assessment: Assessment
  ) throws -> [UInt8] {
    let rows =
      switch assessment {
      case .cmo(let cmo): rows(of: cmo, report)
      case .maturity(let maturity): rows(of: maturity)
      case .questionnaire(let questionnaire): rows(of: questionnaire)
      case .practice(let practice): rows(of: practice)
      case .expectations(let expectations): rows(of: expectations)
      }
    return rows.flatMap { row in
      row.map { CSVCell.plain(VisibleText.escaping($0)) }.joined(separator: [UInt8(ascii: ",")])
        + [UInt8(ascii: "\n")]
    }
  }

  /// A number, or nothing where it is not known.
  private static func text(_ number: Int?) -> String { number.map(String.init) ?? "" }

  private static func rows(of cmo: CMOAssessment, _ report: AssessmentReport) -> [[String]] {
    [
      [
        "item", "title", "section", "claimed", "computed", "possible", "used", "gap", "verdict",
      ]
    ]
      + cmo.standards.map { standard in
        let levels = [
          standard.claimed, standard.computed?.level, standard.computed?.possible, standard.used,
          standard.gap,
        ]
        return [standard.item.id, standard.item.title, standard.section] + levels.map(text)
          + [report.verdict(on: standard)?.rawValue ?? ""]
      }
  }

  private static func rows(of maturity: MaturityAssessment) -> [[String]] {
    let mine = CXMaturity.worksheet.prefix { !$0.isForPeople }.map(\.id)
    let theirs = CXMaturity.worksheet.dropFirst(mine.count).map(\.id)
    let blank = theirs.map { _ in "" }
    // Between what the sum of gaps lies, as the total does.
    let most = maturity.figures.total * maturity.figures.scale.upperBound
    let (least, largest) = (most - maturity.total.upperBound, most - maturity.total.lowerBound)
    let gaps = least == largest ? "\(least)" : "\(least)–\(largest)"
    return [[mine[0], "title"] + mine.dropFirst() + theirs]
      + maturity.activities.map { activity in
        [activity.rated.item.id, activity.rated.item.title]
          + [activity.rated.level, activity.rated.gap, activity.priority].map(text) + blank
      } + [["total", "", maturity.totalText, gaps, ""] + blank]
  }

  private static func rows(of questionnaire: QuestionnaireAssessment) -> [[String]] {
    [["item", "title", "theme", "rating", "gap"]]
      + questionnaire.items.map { item in
        [item.item.id, item.item.title, ContactScope.theme(of: item.item.id)?.id ?? ""]
          + [item.level, item.gap].map(text)
      }
  }

  private static func rows(of practice: PracticeAssessment) -> [[String]] {
    [
      [
        "area", "title", "onsite_score", "employee_satisfaction", "employees", "surveys",
        "cx_impact", "decision", "reasons", "valid_until", "gap",
      ]
    ] + practice.areas.map(cells)
  }

  private static func cells(_ area: PracticeArea) -> [String] {
    let reasons = area.reasons.map(\.rawValue).joined(separator: "; ")
    return [
      area.area.id, area.area.title, area.onsiteScore?.description ?? "",
      area.satisfaction?.description ?? "", text(area.employees), text(area.surveys),
      area.hasImpact.map { $0 ? "yes" : "no" } ?? "",
      // Nothing is decided of what nobody looked at.
      area.isAssessed ? area.decision.rawValue : "", area.isAssessed ? reasons : "",
      area.validUntil?.description ?? "", area.gap?.pointsText ?? "",
    ]
  }

  private static func rows(of expectations: ExpectationAssessment) -> [[String]] {
    let bearsOn = Dictionary(
      ICMIConcepts.expectations.map { ($0.id, $0.bearsOn) }, uniquingKeysWith: { first, _ in first }
    )
    return [["item", "title", "rating", "gap", "bears_on"]]
      + expectations.items.map { item in
        [item.item.id, item.item.title] + [item.level, item.gap].map(text)
          + [bearsOn[item.item.id] ?? ""]
      }
  }
}
