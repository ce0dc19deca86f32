/// One spelling of each name that comes in several which compare equal, as an accented letter
/// does in one sign or in two: the least by its bytes, whatever order they come in.
struct Spellings: Sendable {
  private var least: [String: String] = [:]

  /// Creates the spellings of some names.
  init(_ names: some Sequence<String> = EmptyCollection()) {
    for name in names { note(name) }
  }

  /// Takes a name.
  mutating func note(_ name: String) {
    if let known = least[name], !name.utf8.lexicographicallyPrecedes(known.utf8) { return }
    least[name] = name
  }

  /// Takes the names of others.
  mutating func merge(_ other: Spellings) {
    for name in other.least.values { note(name) }
  }

  /// The spelling that stands for a name.
  subscript(name: String) -> String { least[name] ?? name }

  /// The least spelling of each of some names, in order.
  static func once(_ names: some Sequence<String>) -> [String] {
    Spellings(names).least.values.sorted()
  }
}
