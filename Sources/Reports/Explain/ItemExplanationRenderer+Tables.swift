import MaturityRules

/// What only some instruments have.
extension ItemExplanationRenderer {
  /// The tables of an instrument, each below a heading; nothing where it has none.
  static func tables(of explanation: ItemExplanation) -> [String] {
    var lines: [String] = []
    func begin(_ title: String, _ entries: [[String]]) {
      let rows = entries.flatMap(\.self)
      if !rows.isEmpty { lines += [""] + heading(title) + rows }
    }
    begin(
      "Stages by the total",
      explanation.stages.map { stage in
        paragraph("\(stage.number)  \(stage.id)  \(stage.name)", indent: 2, hanging: 5)
          + paragraph(stage.summary, indent: 5) + words(of: stage, indent: 5)
      })
    begin("Actions for the next stage", [words(of: explanation.actions)])
    begin(
      "Criteria",
      explanation.criteria.map {
        paragraph("\($0.id)  \($0.title): \($0.asked)", indent: 2, hanging: 4)
      })
    begin(
      "Decision of an area: by the first reason that fits; all that fit are told",
      explanation.decisions.map {
        paragraph("\($0.reason.rawValue)  \($0.decision): \($0.sentence)", indent: 2, hanging: 4)
      })
    begin(
      "Themes (own rule)",
      explanation.themes.map {
        paragraph(
          "\($0.id)  \($0.title): \($0.items.joined(separator: ", "))", indent: 2, hanging: 4)
      })
    return lines
  }

  /// The points, marks and key metrics of a stage.
  static func words(of stage: CXMaturity.Stage, indent: Int = 2) -> [String] {
    [
      ("points", "\(stage.points.lowerBound)–\(stage.points.upperBound)"),
      ("key metrics", stage.keyMetrics.joined(separator: ", ")), ("people", stage.people),
      ("process", stage.process), ("technology", stage.technology),
    ].flatMap { paragraph("\($0.0): \($0.1)", indent: indent, hanging: indent + 2) }
  }

  /// Actions, below a line for each way from a stage to the next one.
  static func words(of actions: [CXMaturity.Action]) -> [String] {
    var lines: [String] = []
    for (index, action) in actions.enumerated() {
      if index == 0 || actions[index - 1].fromStage != action.fromStage {
        lines.append("  from \(action.way)")
      }
      lines += paragraph("\(action.id)  \(action.sentence)", indent: 4, hanging: 6)
    }
    return lines
  }

  /// The results of an area; nothing where there are none.
  static func words(of results: [SQMPractice.Result]) -> [String] {
    guard !results.isEmpty else { return [] }
    let words = results.map(\.description).joined(separator: ", ")
    return paragraph("results to improve or keep high: \(words)", indent: 2, hanging: 4)
  }

  /// What speaks to an expectation, and what it is material for.
  static func words(of expectation: ICMIConcepts.Expectation) -> [String] {
    let measures = expectation.measures.isEmpty ? ["none"] : expectation.measures
    return paragraph(
      "measures in slcheck: \(measures.joined(separator: ", "))", indent: 2, hanging: 4)
      + paragraph(
        "bears on level \(ExpectationAssessment.attestedLevel) of \(expectation.bearsOn)",
        indent: 2, hanging: 4)
  }
}
