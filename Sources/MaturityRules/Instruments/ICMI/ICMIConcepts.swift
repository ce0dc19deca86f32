/// ICMI's study guide, as an instrument: what customers expect, and a glossary beside it.
public enum ICMIConcepts: Sendable {
  /// The instrument.
  public static let instrument = Instrument(
    id: "icmi_concepts", title: "ICMI study guide",
    source: "ICMI, study guide on operations, module 1, version 5.1 (2013)", scale: scale,
    meanings: [
      Instrument.Meaning(rating: 0, text: "no goal or measure covers it"),
      Instrument.Meaning(
        rating: 1,
        text: "a goal or measure covers it, not checked against what customers say"),
      Instrument.Meaning(
        rating: 2,
        text: "the goal was set from, or checked against, what customers say; evidence names "
          + "the survey or study"),
    ],
    facts: [
      .init("scale", "own rule: the source has none"),
      .init("score", "own rule: the expectations at 2, and the sum of all ratings"),
    ],
    remarks: [
      "The list has held for over 20 years, but what customers mean by it shifts with every "
        + "experience; a goal that fitted once has to be checked again.",
      "This is material for the attestation of level 4 of 8.01 and 8.02, never a substitute.",
    ],
    groups: [
      Instrument.Group(
        id: "expectations", title: "What customers expect",
        items: expectations.map {
          Instrument.Item(
            id: $0.id, title: $0.title,
            summary: $0.measures.isEmpty ? nil : $0.measures.joined(separator: ", "),
            scale: .level(scale))
        })
    ])

  static let scale = 0...2
}

// MARK: - What only this instrument has

extension ICMIConcepts {
  /// Something that customers expect.
  public struct Expectation: Hashable, Sendable {
    /// What files and output call it.
    public let id: String
    /// What is expected.
    public let title: String
    /// The measures of a report that speak to it.
    public let measures: [String]
    /// The standard whose fourth level it is material for.
    public let bearsOn: String
  }

  /// Something that is explained and not rated.
  public struct Concept: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
      /// A word of the trade.
      case term
      /// A level of the value that a center has for its organization.
      case levelOfValue
      /// A skill of those who lead one.
      case skill
    }

    /// What files and output call it.
    public let id: String
    /// What people call it.
    public let title: String
    /// What it is.
    public let kind: Kind
    /// The explanation.
    public let text: String
  }

  /// Finds what an identifier stands for.
  ///
  /// - Parameter id: The identifier, in any case.
  /// - Returns: The concept; `nil` when there is none.
  public static func concept(_ id: String) -> Concept? {
    let plain = id.lowercased()
    return glossary.first { $0.id == plain }
  }
}
