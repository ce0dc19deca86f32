/// Finds the known name that was most likely meant by a misspelled one.
public enum NearestName: Sendable {
  /// Finds the name with the smallest edit distance, compared without regard to case.
  ///
  /// - Returns: The name, or `nil` when none is closer than half the length of
  ///   what was written. Ties go to the name that comes first.
  /// - Complexity: O(*n* · *k*²) for *n* names of length *k*.
  public static func of(_ written: String, in names: some Sequence<String>) -> String? {
    guard let best = best(written, names) else { return nil }
    let length = min(written.lowercased().unicodeScalars.count, longest)
    return best.distance <= max(1, (length - 1) / 2) ? best.name : nil
  }

  /// Finds the name with the smallest edit distance likewise, however far it is.
  ///
  /// - Parameters:
  ///   - written: What was written.
  ///   - names: The known names.
  /// - Returns: The name; `nil` when there are none. Ties go to the name that comes first.
  /// - Complexity: O(*n* · *k*²) for *n* names of length *k*.
  public static func closest(
    to written: String, in names: some Sequence<String>
  ) -> String? {
    best(written, names)?.name
  }

  /// Scalars of a name that are compared.
  private static let longest = 64

  private static func best(
    _ written: String, _ names: some Sequence<String>
  ) -> (name: String, distance: Int)? {
    var best: (name: String, distance: Int)?
    let typed = Array(written.lowercased().unicodeScalars.prefix(longest))
    for name in names {
      let distance = distance(typed, Array(name.lowercased().unicodeScalars.prefix(longest)))
      if distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best
  }

  /// Counts the insertions, deletions, replacements and swaps of neighbors between two words.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      for j in b.indices {
        var best = min(previous[j + 1], current[j]) + 1
        best = min(best, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        current.append(best)
      }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
