import Basics
import ContactRecords
import MaturityRules

// MARK: - Gaps and what is not rated

extension AssessmentText {
  /// So many gaps are shown; of the others the number.
  private static let mostGaps = 10

  /// Says which gaps are left, the first ones by name.
  ///
  /// - Parameters:
  ///   - gaps: The sizes and what they are left of, the largest first.
  ///   - isRated: Whether anything is rated: then no gap is worth a word.
  mutating func write(gaps: [(size: String, name: String)], isRated: Bool) {
    guard !gaps.isEmpty else {
      if isRated { lines.append("gaps", ["none"]) }
      return
    }
    let width = gaps.map(\.size.count).max() ?? 0
    var items = gaps.prefix(AssessmentText.mostGaps).map { gap in
      String(repeating: " ", count: width - gap.size.count) + "\(gap.size)  \(gap.name)"
    }
    let rest = gaps.count - items.count
    if rest > 0 { items.append("and \(rest) more") }
    lines.append("gaps", items)
  }

  /// Says which gaps are left of items of an instrument.
  mutating func write(gaps: [RankedGap<Int>], of instrument: Instrument, isRated: Bool) {
    let named = gaps.map { gap in
      (size: "\(gap.size)", name: AssessmentText.name(gap.id, instrument))
    }
    write(gaps: named, isRated: isRated)
  }

  /// The identifier of an item with its title.
  static func name(_ id: String, _ instrument: Instrument) -> String {
    instrument.item(id).map { "\(id) \($0.title)" } ?? id
  }

  /// Says what nobody rated.
  mutating func write(unrated: [String]) {
    if !unrated.isEmpty { lines.append("unrated", [unrated.joined(separator: ", ")]) }
  }
}

// MARK: - What ratings rest on

extension AssessmentText {
  /// Says what the ratings refer to.
  mutating func writeEvidence(_ assessment: Assessment) {
    let items = assessment.ratings.compactMap { rating in
      rating.evidence.map { VisibleText.escaping("\(rating.item) rated \(rating.value): \($0)") }
    }
    lines.append("evidence", items)
  }

  /// Says who attests what.
  mutating func writeAttestations() {
    let items = report.attestations.map { record in
      VisibleText.escaping(
        "\(record.standard) level \(record.level): \(record.reference), by \(record.attestedBy), "
          + "\(record.from) to \(record.lastDay)"
          + (record.scope == "*" ? "" : ", scope \(record.scope)"))
    }
    lines.append("attested", items)
  }

  /// Says what data tell besides.
  mutating func writeMaterials(_ instrument: Instrument) {
    let items = report.materials.filter { $0.instrument == instrument.id }.map { material in
      VisibleText.escaping((material.item.map { $0 + ": " } ?? "") + material.text)
    }
    lines.append("material", items)
  }
}
