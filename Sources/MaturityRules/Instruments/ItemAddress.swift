import Basics

/// Something of a self-assessment that can be asked about: an instrument, a part of one, an item, or
/// a term of the trade.
///
/// Standards are written as in the source, 5.06; everything else stands behind its instrument, as in
/// cx_maturity.reporting_tool or sqm_practice.email, and terms stand alone.
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
    /// Something that is explained and not rated.
    case concept(ICMIConcepts.Concept)
  }

  /// What is asked about.
  public let subject: Subject

  /// Finds what a text is the address of; `nil` where there is nothing, and for the standards that
  /// have rules of their own, 8.01 to 8.06.
  ///
  /// - Parameter text: The address, in any case.
  public init?(_ text: String) {
    guard let subject = ItemAddress.subject(text) else { return nil }
    self.subject = subject
  }

  private static func subject(_ text: String) -> Subject? {
    if let instrument = Instrument.named(text) { return .instrument(instrument) }
    if let concept = ICMIConcepts.concept(text) { return .concept(concept) }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let instrument = Instrument.named(String(parts[0])) else {
      guard let found = place(of: text, in: CMOStandards.instrument), found.1.computedBy == nil
      else { return nil }
      return .item(CMOStandards.instrument, found.0, found.1)
    }
    let name = parts[1].lowercased()
    if let (group, item) = place(of: name, in: instrument) { return .item(instrument, group, item) }
    if let group = instrument.groups.first(where: { $0.id == name }) {
      return .group(instrument, group)
    }
    guard instrument.id == ICMIConcepts.instrument.id else { return nil }
    return ICMIConcepts.concept(name).map { .concept($0) }
  }

  private static func place(
    of id: String, in instrument: Instrument
  ) -> (Instrument.Group, Instrument.Item)? {
    for group in instrument.groups {
      if let item = group.items.first(where: { $0.id == id }) { return (group, item) }
    }
    return nil
  }
}

// MARK: - Writing

extension ItemAddress: CustomStringConvertible {
  /// The address as it is written.
  public var description: String {
    switch subject {
    case .instrument(let instrument): instrument.id
    case .group(let instrument, let group): "\(instrument.id).\(group.id)"
    case .item(let instrument, _, let item): ItemAddress.text(of: item, instrument)
    case .concept(let concept): concept.id
    }
  }

  private static func text(of item: Instrument.Item, _ instrument: Instrument) -> String {
    let standsAlone = instrument.id == CMOStandards.instrument.id && item.computedBy == nil
    return standsAlone ? item.id : "\(instrument.id).\(item.id)"
  }
}

// MARK: - Finding

extension ItemAddress {
  /// Every address, instrument by instrument, and then the terms.
  public static let all: [String] =
    Instrument.all.flatMap { instrument in
      [instrument.id]
        + instrument.groups.flatMap { group in
          ["\(instrument.id).\(group.id)"] + group.items.map { text(of: $0, instrument) }
        }
    } + ICMIConcepts.glossary.map(\.id)

  /// The addresses that are worth offering while one types: all but the fields of areas.
  public static let offered: [String] = all.filter { $0.split(separator: ".").count < 3 }

  /// Tells whether a text is meant as an address behind an instrument, whether or not it is one.
  ///
  /// - Parameter text: What was written.
  public static func isMeant(_ text: String) -> Bool {
    let head = text.prefix { $0 != "." }
    return head.count < text.count && Instrument.named(String(head)) != nil
  }

  /// Finds the rule or the address that a misspelled text was most likely meant to be.
  ///
  /// - Parameter text: What was written.
  /// - Returns: `nil` where nothing is near.
  public static func nearest(to text: String) -> String? {
    NearestName.of(text, in: RuleAddress.rules.map(\.id) + all)
  }

  /// Looks for what is nearest to an unknown rule among the addresses as well.
  ///
  /// - Parameter error: Why a text is no address of a rule.
  public static func widened(_ error: RuleAddressError) -> RuleAddressError {
    guard case .unknownRule(let name, _) = error else { return error }
    return .unknownRule(name, nearest: nearest(to: name))
  }
}
