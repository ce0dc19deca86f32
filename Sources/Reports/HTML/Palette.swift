/// The colors of the page, each for a light and a dark ground.
///
/// Blue says met and orange missed, which people who do not tell red from green tell apart; a shape
/// or a word always says the same. A test computes the contrast of every pair that is used.
struct Palette {
  /// A color in both grounds, as six hexadecimal digits.
  struct Color: Hashable {
    /// The name of its variable in the style sheet.
    let name: String
    /// On a light ground.
    let light: String
    /// On a dark ground.
    let dark: String
  }

  /// Two colors that are seen against each other.
  struct Pair: Hashable {
    /// The name of the color in front.
    let front: String
    /// The name of the color behind.
    let back: String
  }

  /// All colors, in the order of the style sheet.
  static let colors = [
    Color(name: "ground", light: "f4f5f7", dark: "11151a"),
    Color(name: "card", light: "ffffff", dark: "1a2028"),
    Color(name: "ink", light: "1b2430", dark: "e9edf2"),
    Color(name: "muted", light: "56616f", dark: "a7b2bf"),
    Color(name: "border", light: "dde1e7", dark: "323b47"),
    Color(name: "grid", light: "e7eaef", dark: "2b333e"),
    Color(name: "faint", light: "9aa4b1", dark: "5f6b7a"),
    Color(name: "link", light: "1d5a9e", dark: "8cc2f7"),
    Color(name: "series", light: "75808f", dark: "8a96a5"),
    Color(name: "met", light: "1f66ad", dark: "6fb1f2"),
    Color(name: "met-soft", light: "e2edf8", dark: "1c3550"),
    Color(name: "met-ink", light: "164a82", dark: "b5d8fb"),
    Color(name: "missed", light: "c4500c", dark: "f79a55"),
    Color(name: "missed-soft", light: "fdeadb", dark: "4a2a12"),
    Color(name: "missed-ink", light: "923a06", dark: "fdc79d"),
    Color(name: "open", light: "75659f", dark: "b3a5dd"),
    Color(name: "open-soft", light: "ecebf5", dark: "322c48"),
    Color(name: "open-ink", light: "4d4178", dark: "d5cbf2"),
    Color(name: "none-soft", light: "edeff2", dark: "28303a"),
    Color(name: "none-ink", light: "4d5866", dark: "b6c0cc"),
    Color(name: "sign", light: "ffffff", dark: "11151a"),
    Color(name: "heat-worst", light: "c4500c", dark: "f79a55"),
    Color(name: "heat-poor", light: "f5c69c", dark: "7c4820"),
    Color(name: "heat-good", light: "b5d3ef", dark: "29527c"),
    Color(name: "heat-best", light: "3f82c4", dark: "5d9fe0"),
  ]

  /// Text and what it stands on.
  static let texts =
    [
      Pair(front: "ink", back: "ground"), Pair(front: "ink", back: "card"),
      Pair(front: "muted", back: "ground"), Pair(front: "muted", back: "card"),
      Pair(front: "link", back: "ground"), Pair(front: "link", back: "card"),
      Pair(front: "missed-ink", back: "card"), Pair(front: "met-ink", back: "card"),
      Pair(front: "open-ink", back: "card"),
    ]
    + ["met", "missed", "open", "none"].map { Pair(front: $0 + "-ink", back: $0 + "-soft") }

  /// Marks that mean something, and what they stand on.
  static let marks = [
    Pair(front: "met", back: "card"), Pair(front: "missed", back: "card"),
    Pair(front: "open", back: "card"), Pair(front: "series", back: "card"),
    Pair(front: "sign", back: "met"), Pair(front: "sign", back: "missed"),
    Pair(front: "sign", back: "heat-worst"), Pair(front: "ink", back: "heat-poor"),
  ]

  /// Finds a color by its name.
  static func color(_ name: String) -> Color? { colors.first { $0.name == name } }

  /// The variables of the style sheet on a light ground.
  static var light: String { variables(\.light) }
  /// The variables of the style sheet on a dark ground.
  static var dark: String { variables(\.dark) }

  private static func variables(_ side: KeyPath<Color, String>) -> String {
    colors.map { "--\($0.name):#\($0[keyPath: side])" }.joined(separator: ";")
  }
}
