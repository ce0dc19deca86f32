import ContactRecords
public import MaturityRules

/// What a self-assessment asks, in words: a plain value without anybody's ratings.
public struct ItemExplanation: Sendable {
  /// An item and the part of the instrument that it stands in.
  struct Entry {
    let instrument: Instrument
    let group: Instrument.Group
    let item: Instrument.Item
  }

  /// What was asked about.
  public let address: ItemAddress

  /// Creates an explanation.
  ///
  /// - Parameter address: What was asked about.
  public init(_ address: ItemAddress) { self.address = address }

  /// The instrument; for a term the one whose glossary it is of.
  var instrument: Instrument { address.instrument }

  /// What kind of thing was asked about, in a word.
  var kind: String {
    switch address.subject {
    case .instrument: "instrument"
    case .group: "group"
    case .item: "item"
    case .theme: "theme"
    case .stage: "stage"
    case .action: "action"
    case .check: "check"
    case .concept: "term"
    }
  }

  /// What people call it.
  var title: String {
    switch address.subject {
    case .instrument(let instrument): instrument.title
    case .group(_, let group): group.title
    case .item(_, _, let item): item.title
    case .theme(let theme): theme.title
    case .stage(let stage): stage.name
    case .action(let action): action.way
    case .check(let item, let check): "\(item.title), level \(check.level)"
    case .concept(let concept): concept.title
    }
  }

  /// What it is; `nil` where its title or its levels say it.
  var summary: String? {
    switch address.subject {
    case .instrument, .theme: nil
    case .group(_, let group): group.summary
    case .item(_, _, let item): item.summary
    case .stage(let stage): stage.summary
    case .action(let action): action.sentence
    case .check(_, let check): check.sentence
    case .concept(let concept): concept.text
    }
  }

  /// The items that are explained, in the order of the source.
  var entries: [Entry] {
    let all = instrument.groups.flatMap { group in
      group.items.map { Entry(instrument: instrument, group: group, item: $0) }
    }
    switch address.subject {
    case .instrument: return all
    case .group(_, let group): return all.filter { $0.group.id == group.id }
    case .item(_, _, let item): return all.filter { $0.item.id == item.id }
    case .theme(let theme):
      return theme.items.compactMap { id in all.first { $0.item.id == id } }
    case .stage, .action, .check, .concept: return []
    }
  }
}

// MARK: - Words

extension Instrument.Item {
  /// Who gives the rating, in words.
  var ratedBy: String {
    guard let computedBy else { return "rated by people" }
    return levels.isEmpty
      ? "rated by people, and held against the rule \(computedBy)"
      : "computed from records by the rule \(computedBy)"
  }
}

extension DataCheck {
  /// What it reads, in words; each part needs one of its kinds.
  var sourceWords: [String] {
    sources.map { source in
      switch source {
      case .configuration: "configuration"
      case .anyRecords: "records of any kind"
      case .records(let kinds): kinds.map(\.rawValue).joined(separator: " or ")
      }
    }
  }
}

extension DataCheck.Verdict {
  /// The verdict in words.
  var explained: String {
    switch self {
    case .supported: "supported"
    case .dataSuffice: "data suffice"
    case .contradicted: "contradicted"
    case .notVisible: "not visible"
    case .notExamined: "not examined"
    }
  }
}
