import Basics
import DelimitedText

@testable import MaturityRules

/// Answers for tests, written as a file would have them.
enum Answers {
  /// Makes ratings of one instrument from the texts of its items.
  static func of(
    _ instrument: String, _ texts: KeyValuePairs<String, String>, evidence: String? = nil
  ) -> [Rating] {
    of(instrument, texts.map { ($0.key, $0.value) }, evidence: evidence)
  }

  static func of(
    _ instrument: String, _ texts: [(String, String)], evidence: String? = nil
  ) -> [Rating] {
    let check = checked(texts.map { (instrument, $0.0, $0.1) }, evidence: evidence)
    precondition(check.problems.isEmpty, "\(check.problems)")
    return check.ratings
  }

  /// Rates the first items of an instrument, in its order.
  static func inOrder(_ instrument: Instrument, _ levels: [Int]) -> [Rating] {
    of(instrument.id, zip(instrument.items, levels).map { ($0.0.id, String($0.1)) })
  }

  /// Checks rows of a file with the columns of a template, from line 2 on.
  static func checked(
    _ rows: [(String, String, String)], file: String = "ratings.csv", evidence: String? = nil
  ) -> RatingCheck {
    var check = RatingCheck()
    take(rows, file: file, evidence: evidence, by: &check)
    check.finish()
    return check
  }

  static func take(
    _ rows: [(String, String, String)], file: String = "ratings.csv", evidence: String? = nil,
    by check: inout RatingCheck
  ) {
    for (index, row) in rows.enumerated() {
      func cell(_ text: String, behind texts: String...) -> RatingCell {
        let column = 1 + texts.reduce(0) { $0 + $1.count + 1 }
        return RatingCell(text, at: RatingPlace(file: file, line: index + 2, column: column))
      }
      check.take(
        RatingRow(
          instrument: cell(row.0), item: cell(row.1, behind: row.0),
          rating: cell(row.2, behind: row.0, row.1), evidence: evidence))
    }
  }
}
