import Basics
import MaturityRules

/// The items of an instrument as a table: the ratings, what is lacking, and what was said of them.
extension Assessment {
  /// The items where they are too many to be read at once; `nil` where they stand elsewhere.
  func foldedItems(in report: AssessmentReport) -> TextTable? {
    switch self {
    case .cmo(let cmo): cmo.itemTable(in: report)
    case .questionnaire(let questionnaire): questionnaire.itemTable
    case .maturity, .practice, .expectations: nil
    }
  }
}

extension CMOAssessment {
  /// The standards.
  fileprivate func itemTable(in report: AssessmentReport) -> TextTable {
    var table = TextTable([.left, .left, .right, .right, .right, .right, .left, .left, .left])
    table.add([
      "item", "title", "claimed", "computed", "used", "gap", "verdict", "evidence", "note",
    ])
    for standard in standards {
      let levels = [standard.claimed, standard.computed?.level, standard.used, standard.gap]
      table.add(
        [standard.item.id, standard.item.title] + levels.map(ItemCell.text)
          + [report.verdict(on: standard)?.words ?? "–"] + ItemCell.remarks(standard.rating))
    }
    return table
  }
}

extension MaturityAssessment {
  /// The activities.
  var itemTable: TextTable {
    var table = TextTable([.left, .left, .right, .right, .right, .left, .left, .left])
    table.add([
      "activity", "title", "rating", "gap", "priority", "verdict", "evidence", "note",
    ])
    for activity in activities {
      let numbers = [activity.rated.level, activity.rated.gap, activity.priority]
      table.add(
        [activity.rated.item.id, activity.rated.item.title] + numbers.map(ItemCell.text)
          + [activity.verdict?.words ?? "–"] + ItemCell.remarks(activity.rated.rating))
    }
    return table
  }
}

extension QuestionnaireAssessment {
  /// The questions.
  fileprivate var itemTable: TextTable {
    var table = TextTable([.left, .left, .left, .right, .right, .left, .left])
    table.add(["item", "title", "theme", "rating", "gap", "evidence", "note"])
    for item in items {
      table.add(
        [item.item.id, item.item.title, ContactScope.theme(of: item.item.id)?.id ?? ""]
          + [item.level, item.gap].map(ItemCell.text) + ItemCell.remarks(item.rating))
    }
    return table
  }
}

extension ExpectationAssessment {
  /// The expectations.
  var itemTable: TextTable {
    var table = TextTable([.left, .left, .right, .right, .left, .left, .left])
    table.add(["item", "title", "rating", "gap", "bears on", "evidence", "note"])
    for item in items {
      let expectation = ICMIConcepts.expectations.first { $0.id == item.item.id }
      table.add(
        [item.item.id, item.item.title] + [item.level, item.gap].map(ItemCell.text)
          + [expectation?.bearsOn ?? ""] + ItemCell.remarks(item.rating))
    }
    return table
  }
}

/// Cells that the tables of items share.
private enum ItemCell {
  /// A number, or a dash where it is not known.
  static func text(_ number: Int?) -> String { number.map(String.init) ?? "–" }

  /// What a rating refers to, and what was said besides.
  static func remarks(_ rating: Rating?) -> [String] {
    [rating?.evidence, rating?.note].map { VisibleText.escaping($0 ?? "") }
  }
}
