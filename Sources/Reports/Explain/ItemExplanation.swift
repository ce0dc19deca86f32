import ContactRecords
public import MaturityRules

/// What a self-assessment asks, in words: a plain value without anybody's ratings.
public struct ItemExplanation: Sendable {
  /// An item and the part of the instrument that it stands in.
  struct Entry {
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
  var instrument: Instrument {
    switch address.subject {
    case .instrument(let instrument), .group(let instrument, _), .item(let instrument, _, _):
      instrument
    case .concept: ICMIConcepts.instrument
    }
  }

  /// What kind of thing was asked about, in a word.
  var kind: String {
    switch address.subject {
    case .instrument: "instrument"
    case .group: "group"
    case .item: "item"
    case .concept: "term"
    }
  }

  /// What people call it.
  var title: String {
    switch address.subject {
    case .instrument(let instrument): instrument.title
    case .group(_, let group): group.title
    case .item(_, _, let item): item.title
    case .concept(let concept): concept.title
    }
  }

  /// What it is; `nil` where its title or its levels say it.
  var summary: String? {
    switch address.subject {
    case .instrument: nil
    case .group(_, let group): group.summary
    case .item(_, _, let item): item.summary
    case .concept(let concept): concept.text
    }
  }

  /// The items that are explained, in the order of the source.
  var entries: [Entry] {
    switch address.subject {
    case .instrument(let instrument):
      instrument.groups.flatMap { group in group.items.map { Entry(group: group, item: $0) } }
    case .group(_, let group): group.items.map { Entry(group: group, item: $0) }
    case .item(_, let group, let item): [Entry(group: group, item: item)]
    case .concept: []
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
