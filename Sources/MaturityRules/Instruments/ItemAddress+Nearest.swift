import Basics

extension ItemAddress {
  /// Tells whether a text is meant as an address of many parts, whether or not it is one: what it
  /// begins with is an instrument, an area, or the way to a stage.
  ///
  /// - Parameter text: What was written.
  public static func isMeant(_ text: String) -> Bool {
    let head = text.prefix { $0 != "." }.lowercased()
    return head.count < text.count && (Instrument.named(head) != nil || heads.contains(head))
  }

  /// What names of many parts begin with.
  private static let heads: Set<String> = Set(
    bare.keys.filter { $0.contains(".") && $0.contains("_") }
      .compactMap { $0.split(separator: ".").first.map(String.init) })

  /// Finds the rule or the address that an unknown text was most likely meant to be.
  ///
  /// Where several things may have been meant all of them are named, as a text that is read
  /// between quotation marks: what is called by one name, and a number whose last zero a
  /// spreadsheet may have dropped.
  ///
  /// - Parameter text: What was written.
  /// - Returns: What was meant, however far it is.
  /// - Complexity: O(*n*) in the number of addresses.
  public static func nearest(to text: String) -> String? {
    if let same = bare[text.lowercased()], same.count > 1 { return joined(same) }
    let standards = CMOStandards.instrument
    let prefix = standards.id + "."
    let isFull = text.lowercased().hasPrefix(prefix)
    let suggestion = standards.suggestion(
      for: isFull ? String(text.dropFirst(prefix.count)) : text)
    if suggestion.shortened != nil { return String("\(suggestion)".dropFirst().dropLast()) }
    let names = RuleAddress.rules.map(\.id) + all + bare.keys.sorted()
    let nearest = NearestName.closest(to: text, in: names)
    return nearest.map { name in
      guard let same = bare[name], same.count > 1 else { return name }
      return joined(same)
    }
  }

  private static func joined(_ addresses: [ItemAddress]) -> String {
    addresses.map(\.description).joined(separator: "\" or \"")
  }

  /// Looks for what is nearest to an unknown rule among the addresses as well.
  ///
  /// - Parameter error: Why a text is no address of a rule.
  public static func widened(_ error: RuleAddressError) -> RuleAddressError {
    guard case .unknownRule(let name, _) = error else { return error }
    return .unknownRule(name, nearest: nearest(to: name))
  }
}
