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

  /// What may have been meant by a text that is no address.
  public enum Suggestion: Hashable, Sendable {
    /// Another name is nearly the same.
    case nearest(String)
    /// A number whose last zero a spreadsheet may have dropped, or another one.
    case shortened(ItemSuggestion)
    /// Another name is nearly the same, and several things are called so.
    case several([ItemAddress])
    /// Several things are called what was written, which was no mistake.
    case namesakes([ItemAddress])
  }

  /// Finds the rule or the address that an unknown text was most likely meant to be, however far
  /// it is.
  ///
  /// - Parameter text: What was written.
  /// - Complexity: O(*n*) in the number of addresses.
  public static func suggestion(for text: String) -> Suggestion {
    let typed = text.lowercased()
    if let same = bare[typed], same.count > 1 { return .namesakes(same) }
    let standards = CMOStandards.instrument
    let prefix = standards.id + "."
    let number = typed.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text
    let suggestion = standards.suggestion(for: number)
    if suggestion.shortened != nil { return .shortened(suggestion) }
    let names = RuleAddress.rules.map(\.id) + all + bare.keys.sorted()
    let nearest = NearestName.closest(to: text, in: names) ?? names[0]
    if let same = bare[nearest], same.count > 1 { return .several(same) }
    return .nearest(nearest)
  }
}

extension ItemAddress.Suggestion: CustomStringConvertible {
  /// The suggestion in words, to be read behind did you mean.
  public var description: String {
    switch self {
    case .nearest(let name): "\"\(name)\""
    case .shortened(let suggestion): suggestion.description
    case .several(let addresses), .namesakes(let addresses):
      addresses.map { "\"\($0)\"" }.joined(separator: " or ")
    }
  }
}
