/// A word of 64 bits for each of many digests, 16 bytes an entry.
///
/// Open addressing in 64 parts by the highest bits of the digest, so that growing
/// copies a sixty-fourth at a time. A part is at most seven eighths full and grows by
/// half: about 22 bytes an entry, 0.45 GB for twenty million.
struct DigestTable: Sendable {
  private struct Part: Sendable {
    /// Digest in each slot; 0 is free.
    var digests: ContiguousArray<UInt64> = .init(repeating: 0, count: 16)
    /// The word of each slot.
    var words: ContiguousArray<UInt64> = .init(repeating: 0, count: 16)
    var count = 0

    /// The slot where the search for a digest begins: its place in proportion.
    func home(of digest: UInt64) -> Int {
      // The six highest bits chose the part.
      Int(truncatingIfNeeded: (digest << 6).multipliedFullWidth(by: UInt64(digests.count)).high)
    }

    /// Finds the slot of a digest, or the free one where it belongs.
    func slot(of digest: UInt64) -> Int {
      var slot = home(of: digest)
      while digests[slot] != 0, digests[slot] != digest {
        slot = slot + 1 == digests.count ? 0 : slot + 1
      }
      return slot
    }

    mutating func grow() {
      let old = (digests, words)
      let size = old.0.count + old.0.count / 2
      digests = .init(repeating: 0, count: size)
      words = .init(repeating: 0, count: size)
      for index in old.0.indices where old.0[index] != 0 {
        let slot = slot(of: old.0[index])
        digests[slot] = old.0[index]
        words[slot] = old.1[index]
      }
    }
  }

  private var parts: ContiguousArray<Part> = .init(repeating: Part(), count: 64)

  /// The number of entries.
  var count: Int { parts.reduce(0) { $0 + $1.count } }

  /// Looks a digest up, and adds it with a word where it is new.
  ///
  /// - Returns: The word that stands there; `nil` where the digest is new.
  mutating func insert(_ digest: UInt64, _ word: UInt64) -> UInt64? {
    let digest = DigestTable.stored(digest)
    let part = Int(digest >> 58)
    let slot = parts[part].slot(of: digest)
    if parts[part].digests[slot] != 0 { return parts[part].words[slot] }
    parts[part].digests[slot] = digest
    parts[part].words[slot] = word
    parts[part].count += 1
    if parts[part].count * 8 > parts[part].digests.count * 7 { parts[part].grow() }
    return nil
  }

  /// Puts another word to a digest that is there.
  mutating func replace(_ digest: UInt64, with word: UInt64) {
    let digest = DigestTable.stored(digest)
    let part = Int(digest >> 58)
    parts[part].words[parts[part].slot(of: digest)] = word
  }

  private static func stored(_ digest: UInt64) -> UInt64 { digest == 0 ? 1 : digest }
}
