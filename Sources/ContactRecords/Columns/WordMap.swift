/// What an export's own words mean: canonical words by the words of a column.
///
/// Words are compared without padding and without regard to case. A word that
/// means the empty text is absent.
public struct WordMap: Hashable, Sendable {
  /// The canonical words by the export's own, these in lower case.
  private let words: [String: String]
  /// Bit n is set when a word has n bytes, the last bit when one has more.
  private let lengths: UInt64
  /// Canonical words by what the export's own begin with, in lower case; the longest first.
  private let beginnings: [Beginning]

  private struct Beginning: Hashable, Sendable {
    let text: String
    let meaning: String
  }

  /// Creates a map.
  ///
  /// - Parameter words: Canonical words by the export's own; of words that differ in
  ///   case alone the first in order counts.
  public init(_ words: [String: String]) {
    self.init(words, beginnings: [:])
  }

  /// Creates a map that knows what words begin with.
  ///
  /// - Parameters:
  ///   - words: Canonical words by the export's own; they go before the beginnings.
  ///   - beginnings: Canonical words by what the export's own begin with; the longest that
  ///     fits counts.
  init(_ words: [String: String], beginnings: [String: String]) {
    self.beginnings = beginnings.map { Beginning(text: $0.key.lowercased(), meaning: $0.value) }
      .sorted { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
    self.words = Dictionary(
      words.sorted { $0.key < $1.key }.map { (WordMap.folded($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    lengths = self.words.keys.reduce(0) { $0 | 1 << UInt64(min(63, $1.utf8.count)) }
  }

  /// What is known: words in lower case, those that only begin so with an ellipsis.
  public var meanings: [String: String] {
    words.merging(beginnings.map { ($0.text + "…", $0.meaning) }) { $1 }
  }

  /// A word as it is compared: without padding and in lower case.
  public static func folded(_ word: String) -> String {
    let isPadding: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    var rest = word.drop(while: isPadding)
    while let last = rest.last, isPadding(last) { rest.removeLast() }
    return rest.lowercased()
  }

  /// Finds what the bytes of a trimmed field mean; nil where they stand for themselves.
  ///
  /// - Complexity: O(*n*) in the length; allocates only where a word is as long.
  func meaning(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String? {
    // Letters beyond ASCII may be longer or shorter in lower case.
    let isCandidate =
      lengths >> UInt64(min(63, range.count)) & 1 == 1 || range.contains { bytes[$0] >= 0x80 }
    guard isCandidate || !beginnings.isEmpty else { return nil }
    var field = ContiguousArray<UInt8>()
    for position in range { field.append(bytes[position]) }
    let word = String(decoding: field, as: UTF8.self).lowercased()
    return words[word] ?? beginnings.first { word.hasPrefix($0.text) }?.meaning
  }
}
