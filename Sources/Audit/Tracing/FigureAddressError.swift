import Basics

/// Why a figure cannot be explained by its address.
public enum FigureAddressError: Error, Hashable, Sendable {
  /// The text is no address.
  case malformed(String)
  /// There is no such key.
  case unknownKey(String, place: String, known: [String])
  /// There is no such entry.
  case noEntry(String, place: String, count: Int)
  /// Several entries are called so.
  case severalEntries(String, place: String, first: Int, count: Int)
  /// No rows are behind the value by itself.
  case noRows(String, instead: String?)
  /// More rows are behind it than are listed.
  case tooManyRows(String, limit: Int)
}

extension FigureAddressError: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .malformed(let text):
      "\(quoted(text)) is no address of a figure; expected one such as "
        + "services[0].months[3].offered or services[Voice].months[2026-03].offered"
    case .unknownKey(let key, let place, let known):
      (place.isEmpty ? "the report" : VisibleText.escaping(place)) + " has no \(quoted(key))"
        + (NearestName.of(key, in: known).map { "; did you mean \(quoted($0))?" }
          ?? (known.isEmpty
            ? "" : "; known: " + known.map(VisibleText.escaping).sorted().joined(separator: ", ")))
    case .noEntry(let name, let place, let count):
      "\(VisibleText.escaping(place)) has no entry \(quoted(name)) among its \(count)"
    case .severalEntries(let name, let place, let first, let count):
      "\(count) entries of \(VisibleText.escaping(place)) are called \(quoted(name)); the first is "
        + "\(VisibleText.escaping(place))[\(first)], and a service on a site is called service@site"
    case .noRows(let address, let instead):
      "\(VisibleText.escaping(address)) has no rows behind it" + (instead.map { "; \($0)" } ?? "")
    case .tooManyRows(let address, let limit):
      "more than \(grouped(limit)) rows are behind \(VisibleText.escaping(address)); name a month, "
        + "a day or an interval"
    }
  }

  private func quoted(_ text: String) -> String { "\"\(VisibleText.escaping(text))\"" }
}
