import MaturityRules

/// Draws the four levels of a standard as stairs, each with the sign of how its criterion stands.
struct LadderDrawing {
  /// What it shows.
  let title: String
  /// How the criteria stand, level 1 first.
  let statuses: [CriterionStatus]

  private static let step = 30
  private static let rise = 14

  /// Adds the stairs to a page.
  func add(to page: inout Markup) {
    let height = LadderDrawing.rise * 4 + 2
    let words = statuses.enumerated().map { "level \($0 + 1) \($1.words)" }
    let sentence = (statuses.isEmpty ? "not assessed" : words.joined(separator: ", ")) + "."
    let drawing = Drawing(
      title: title, description: sentence.prefix(1).uppercased() + sentence.dropFirst(),
      width: LadderDrawing.step * 4, height: height, kind: "ladder")
    drawing.add(to: &page) { page in
      for level in 0..<4 {
        let status = level < statuses.count ? statuses[level] : .notAssessed
        let (x, rise) = (level * LadderDrawing.step, LadderDrawing.rise * (level + 1))
        page.add(
          empty: "rect",
          [
            "class": "\(status.kind)", "x": "\(x + 1)", "y": "\(height - rise)",
            "width": "\(LadderDrawing.step - 3)", "height": "\(rise - 1)", "rx": "1.5",
          ])
        draw(status, &page, x: x + 14, y: height - rise + 7)
      }
    }
  }

  /// Draws the sign of a status around a place.
  private func draw(_ status: CriterionStatus, _ page: inout Markup, x: Int, y: Int) {
    let path: String
    switch status {
    case .met: path = "M\(x - 4) \(y)l3 3l5 -6"
    case .attested: path = "M\(x - 4) \(y - 1)l3 3l5 -6M\(x - 4) \(y + 4)h9"
    case .missed: path = "M\(x - 3) \(y - 3)l6 6m0 -6l-6 6"
    case .needsEvidence, .notApplicable: path = "M\(x - 3) \(y)h6"
    case .indeterminate:
      page.add(
        "text", ["class": "sign", "x": "\(x)", "y": "\(y + 4)", "text-anchor": "middle"],
        text: "?")
      return
    case .notAssessed: return
    }
    page.add(empty: "path", ["class": "sign \(status.kind)-sign", "d": path])
  }
}

extension CriterionStatus {
  /// The status in words.
  var words: String {
    switch self {
    case .met, .missed, .indeterminate, .attested: rawValue
    case .needsEvidence: "needs evidence"
    case .notApplicable: "not applicable"
    case .notAssessed: "not assessed"
    }
  }

  /// What kind of status it is, for the style sheet.
  var kind: StaticString {
    switch self {
    case .met, .attested: "met"
    case .missed: "missed"
    case .indeterminate: "undecided"
    case .needsEvidence, .notApplicable, .notAssessed: "none"
    }
  }
}
