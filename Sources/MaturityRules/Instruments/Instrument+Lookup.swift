import Basics
import DelimitedText

extension Instrument {
  /// The instruments, in the order of reports.
  public static let all: [Instrument] = [
    CMOStandards.instrument, CXMaturity.instrument, ContactScope.instrument,
    SQMPractice.instrument, ICMIConcepts.instrument,
  ]

  /// Finds an instrument by its identifier.
  ///
  /// - Parameter id: The identifier, in any case and with or without blanks around it.
  /// - Returns: The instrument; `nil` when there is none.
  public static func named(_ id: String) -> Instrument? {
    let plain = plain(id)
    return all.first { $0.id == plain }
  }

  /// Finds the instrument whose identifier is nearest to a misspelled one.
  ///
  /// - Parameter id: What was written.
  /// - Returns: The nearest, however far it is; of several the one that comes first.
  public static func nearest(to id: String) -> String {
    NearestName.closest(to: plain(id), in: all.map(\.id)) ?? all[0].id
  }

  /// Finds an item by its identifier.
  ///
  /// - Parameter id: The identifier, in any case and with or without blanks around it.
  /// - Returns: The item; `nil` when there is none.
  public func item(_ id: String) -> Item? {
    Instrument.items[self.id]?[Instrument.plain(id)]
  }

  /// The items of all instruments, which are looked for once a row.
  private static let items: [String: [String: Item]] = Dictionary(
    uniqueKeysWithValues: all.map { instrument in
      (instrument.id, Dictionary(uniqueKeysWithValues: instrument.items.map { ($0.id, $0) }))
    })

  /// Finds the items that may have been meant by an identifier that is none.
  ///
  /// A spreadsheet drops the last zero of a number, so that 5.10 becomes 5.1; and the name
  /// of an area alone stands for its first field.
  ///
  /// - Parameter id: What was written.
  /// - Returns: The suggestion, which always names an item.
  public func suggestion(for id: String) -> ItemSuggestion {
    let plain = Instrument.plain(id)
    let known = items.map(\.id)
    let isBareArea = scale == nil
    if isBareArea, let area = groups.first(where: { $0.id == plain }) {
      return ItemSuggestion(nearest: area.items[0].id, shortened: nil)
    }
    let shortened = known.contains(plain + "0") ? plain + "0" : nil
    let others = known.filter { $0 != shortened }
    return ItemSuggestion(
      nearest: NearestName.closest(to: plain, in: others) ?? known[0], shortened: shortened)
  }

  /// An identifier as it is compared: without blanks around it, in lower case.
  private static func plain(_ id: String) -> String {
    let bytes = ContiguousArray(id.utf8)
    let range = FieldParsing.trimmed(bytes.span, 0..<bytes.count)
    return String(decoding: bytes[range], as: UTF8.self).lowercased()
  }
}

/// Which item may have been meant by an identifier that is none.
public struct ItemSuggestion: Hashable, Sendable {
  /// The nearest identifier.
  public let nearest: String
  /// The identifier that a spreadsheet may have made it of; `nil` where none did.
  public let shortened: String?
}

extension ItemSuggestion: CustomStringConvertible {
  /// The suggestion in words, to be read behind did you mean.
  public var description: String {
    guard let shortened else { return "\"\(nearest)\"" }
    return "\"\(shortened)\" (a spreadsheet may have dropped the last zero) or \"\(nearest)\""
  }
}
