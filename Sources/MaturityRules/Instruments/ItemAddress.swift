/// Something of a self-assessment that can be asked about: an instrument, a part of one, an item,
/// what an instrument has besides, or a term of the trade.
///
/// Standards and their checks are written as in the source, 5.06 and 7.01.2; everything else
/// stands behind its instrument, as in cx_maturity.reporting_tool or sqm_practice.email, and terms
/// stand alone. What files and output call something is enough where nothing else is called so.
///
/// ```swift
/// let address = try #require(ItemAddress("contactscope.training"))
/// ```
public struct ItemAddress: Hashable, Sendable {
  /// What is asked about.
  public enum Subject: Hashable, Sendable {
    /// An instrument with all its items.
    case instrument(Instrument)
    /// A part of an instrument with its items.
    case group(Instrument, Instrument.Group)
    /// One item.
    case item(Instrument, Instrument.Group, Instrument.Item)
    /// Questions that belong together.
    case theme(ContactScope.Theme)
    /// A stage on the road to maturity.
    case stage(CXMaturity.Stage)
    /// What is recommended on the way to the next stage.
    case action(CXMaturity.Action)
    /// What records can say of one level of a standard.
    case check(Instrument.Item, DataCheck)
    /// Something that is explained and not rated.
    case concept(ICMIConcepts.Concept)
  }

  /// What is asked about.
  public let subject: Subject

  private init(_ subject: Subject) { self.subject = subject }

  /// Finds what a text is the address of; `nil` where there is nothing or more than one thing, and
  /// for the standards that have rules of their own, 8.01 to 8.06.
  ///
  /// - Parameter text: The address, in any case.
  public init?(_ text: String) {
    if let instrument = Instrument.named(text) {
      self.init(.instrument(instrument))
      return
    }
    let alone = ItemAddress.bare[text.lowercased(), default: []]
    if let only = alone.first, alone.count == 1 {
      self = only
      return
    }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let instrument = Instrument.named(String(parts[0])) else { return nil }
    let name = parts[1].lowercased()
    guard let own = ItemAddress.own(of: instrument).first(where: { $0.bareID == name }) else {
      return nil
    }
    self = own
  }

  /// The instrument; of a term the one whose glossary it is of.
  public var instrument: Instrument {
    switch subject {
    case .instrument(let instrument), .group(let instrument, _), .item(let instrument, _, _):
      instrument
    case .theme: ContactScope.instrument
    case .stage, .action: CXMaturity.instrument
    case .check: CMOStandards.instrument
    case .concept: ICMIConcepts.instrument
    }
  }
}

// MARK: - Writing

extension ItemAddress: CustomStringConvertible {
  /// The address as it is written.
  public var description: String {
    standsAlone ? bareID : "\(instrument.id).\(bareID)"
  }

  /// What files and output call it, without its instrument.
  var bareID: String {
    switch subject {
    case .instrument(let instrument): instrument.id
    case .group(_, let group): group.id
    case .item(_, _, let item): item.id
    case .theme(let theme): theme.id
    case .stage(let stage): stage.id
    case .action(let action): action.id
    case .check(_, let check): check.id
    case .concept(let concept): concept.id
    }
  }

  private var standsAlone: Bool {
    switch subject {
    case .instrument, .check, .concept: true
    case .group, .theme, .stage, .action: false
    case .item(let instrument, _, _): instrument.id == CMOStandards.instrument.id && !isOfARule
    }
  }

  /// Whether it is a standard whose number alone stands for its rule.
  private var isOfARule: Bool {
    guard case .item(let instrument, _, let item) = subject else { return false }
    return instrument.id == CMOStandards.instrument.id && item.computedBy != nil
  }
}

// MARK: - Listing

extension ItemAddress {
  /// Every address, instrument by instrument, and then the terms.
  public static let all: [String] = {
    let terms = ICMIConcepts.glossary.map { ItemAddress(.concept($0)) }
    let others = Instrument.all.flatMap { instrument in
      [ItemAddress(.instrument(instrument))]
        + own(of: instrument).filter { !terms.contains($0) }
    }
    return (others + terms).map(\.description)
  }()

  /// The addresses that are worth offering while one types: all but those of many parts.
  public static let offered: [String] = all.filter { $0.split(separator: ".").count < 3 }

  /// Everything that stands behind an instrument: parts with their items, and what only this
  /// instrument has.
  private static func own(of instrument: Instrument) -> [ItemAddress] {
    var subjects = instrument.groups.flatMap { group in
      [Subject.group(instrument, group)] + group.items.map { .item(instrument, group, $0) }
    }
    switch instrument.id {
    case CMOStandards.instrument.id:
      subjects += instrument.items.flatMap { item in item.checks.map { .check(item, $0) } }
    case CXMaturity.instrument.id:
      subjects += CXMaturity.stages.map { .stage($0) } + CXMaturity.actions.map { .action($0) }
    case ContactScope.instrument.id: subjects += ContactScope.themes.map { .theme($0) }
    case ICMIConcepts.instrument.id: subjects += ICMIConcepts.glossary.map { .concept($0) }
    default: break
    }
    return subjects.map { ItemAddress($0) }
  }

  /// What is called by a name, whatever it is of: items first, then areas and other parts, themes,
  /// stages, actions, checks, and terms.
  static let bare: [String: [ItemAddress]] = {
    let known = Instrument.all.flatMap(own).filter { !$0.isOfARule }
    return Dictionary(grouping: known, by: \.bareID).mapValues { same in
      same.sorted { $0.rank < $1.rank }
    }
  }()

  private var rank: Int {
    switch subject {
    case .instrument: 0
    case .item: 1
    case .group: 2
    case .theme: 3
    case .stage: 4
    case .action: 5
    case .check: 6
    case .concept: 7
    }
  }
}
