/// The legs that have arrived, 16 bytes each, to tell repeats and conflicts from new ones.
///
/// Open addressing in 64 parts by the highest bits of the hash, so that growing
/// copies a sixty-fourth at a time. A part is at most seven eighths full and grows by
/// half: about 22 bytes a leg, 0.45 GB for twenty million. Two different legs share a
/// hash of 64 bits once in 10⁵ runs of that size; two different rows of one leg share
/// a fingerprint of 32 bits, and pass as a repeat, once in 4 · 10⁹.
struct LegTable: Sendable {
  /// What a table knows of a leg.
  enum Found: Equatable {
    /// It was not there, and is now.
    case new
    /// A row with the same values was there.
    case same
    /// A row with other values stands there; its place.
    case different(place: Int)
  }

  private struct Part: Sendable {
    /// Hash of the leg in each slot; 0 is free.
    var hashes: ContiguousArray<UInt64> = .init(repeating: 0, count: 16)
    /// Fingerprint and place of the row in each slot.
    var rows: ContiguousArray<UInt64> = .init(repeating: 0, count: 16)
    var count = 0

    /// The slot where the search for a hash begins: its place in proportion.
    func home(of hash: UInt64) -> Int {
      // The six highest bits chose the part.
      Int(truncatingIfNeeded: (hash << 6).multipliedFullWidth(by: UInt64(hashes.count)).high)
    }

    /// Finds the slot of a hash, or the free one where it belongs.
    func slot(of hash: UInt64) -> Int {
      var slot = home(of: hash)
      while hashes[slot] != 0, hashes[slot] != hash {
        slot = slot + 1 == hashes.count ? 0 : slot + 1
      }
      return slot
    }

    mutating func grow() {
      let old = (hashes, rows)
      let size = old.0.count + old.0.count / 2
      hashes = .init(repeating: 0, count: size)
      rows = .init(repeating: 0, count: size)
      for index in old.0.indices where old.0[index] != 0 {
        let slot = slot(of: old.0[index])
        hashes[slot] = old.0[index]
        rows[slot] = old.1[index]
      }
    }
  }

  private var parts: ContiguousArray<Part> = .init(repeating: Part(), count: 64)

  /// The number of legs.
  var count: Int { parts.reduce(0) { $0 + $1.count } }

  /// Looks a row up, and adds it where its leg is new.
  ///
  /// - Parameters:
  ///   - leg: The hash of what makes up the leg.
  ///   - fingerprint: That of the row's values.
  ///   - place: Line of the row, counted through all inputs; beyond 2³² it is not kept.
  mutating func take(leg: UInt64, fingerprint: UInt32, place: Int) -> Found {
    let hash = leg == 0 ? 1 : leg
    let part = Int(hash >> 58)
    let slot = parts[part].slot(of: hash)
    if parts[part].hashes[slot] != 0 {
      let row = parts[part].rows[slot]
      if UInt32(truncatingIfNeeded: row >> 32) == fingerprint { return .same }
      return .different(place: Int(row & 0xFFFF_FFFF))
    }
    parts[part].hashes[slot] = hash
    parts[part].rows[slot] = UInt64(fingerprint) << 32 | UInt64(UInt32(clamping: place))
    parts[part].count += 1
    if parts[part].count * 8 > parts[part].hashes.count * 7 { parts[part].grow() }
    return .new
  }
}
