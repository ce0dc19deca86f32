/// The site, queue and channel that a record belongs to; absent names are empty.
public struct RecordKey: Hashable, Comparable, Sendable {
  /// The site.
  public let site: String
  /// The queue.
  public let queue: String
  /// The channel.
  public let channel: String
  /// Which part of a rolled-up key the row sums; empty for plain records.
  public let part: String

  /// Creates a key.
  public init(site: String = "", queue: String = "", channel: String = "", part: String = "") {
    self.site = site
    self.queue = queue
    self.channel = channel
    self.part = part
  }

  /// The key that all parts of it share.
  public var whole: RecordKey { RecordKey(site: site, queue: queue, channel: channel) }

  /// Orders keys by site, queue, channel and part.
  public static func < (a: RecordKey, b: RecordKey) -> Bool {
    (a.site, a.queue, a.channel, a.part) < (b.site, b.queue, b.channel, b.part)
  }
}

/// Gives each distinct key a small number, so that rows carry four bytes and no text.
///
/// Open addressing over the joined bytes of the names; a key's text is decoded
/// once, when it is first seen. A row that repeats the last one's key, which most
/// exports do in runs, is answered by one comparison.
public struct KeyTable: Sendable {
  /// The keys in the order in which they were first seen.
  public private(set) var keys: [RecordKey] = []
  /// Joined bytes of all keys, one after another.
  private var bytes: ContiguousArray<UInt8> = []
  /// End of each key in `bytes`.
  private var ends: ContiguousArray<Int> = []
  /// Key index + 1 by hash; 0 is free. The count is a power of two, at most half full.
  private var slots: ContiguousArray<Int32> = .init(repeating: 0, count: 64)

  /// Creates an empty table.
  public init() {}

  /// Separates names in joined bytes; no text of a record holds it, see `index(of:)`.
  static let separator: UInt8 = 0x1F

  /// Finds the number of a key, giving it one when it is new.
  ///
  /// - Parameter joined: Site, queue, channel and part, trimmed, with a separator
  ///   after each of the first three. A name that holds the separator itself is
  ///   for the caller to refuse.
  /// - Complexity: O(*n*) in the length; allocates when the key is new.
  mutating func index(of joined: ContiguousArray<UInt8>) -> Int32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in joined { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if holds(joined, at: index) { return Int32(index) }
      slot = (slot + 1) & mask
    }
    bytes.append(contentsOf: joined)
    ends.append(bytes.count)
    let names = joined.split(separator: KeyTable.separator, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    keys.append(RecordKey(site: names[0], queue: names[1], channel: names[2], part: names[3]))
    slots[slot] = Int32(keys.count)
    if keys.count * 2 > slots.count { grow() }
    return Int32(keys.count - 1)
  }

  private func holds(_ joined: ContiguousArray<UInt8>, at index: Int) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == joined.count else { return false }
    for i in joined.indices where bytes[start + i] != joined[i] { return false }
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = .init(repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      let index = Int(entry) - 1
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for i in (index == 0 ? 0 : ends[index - 1])..<ends[index] {
        hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01B3
      }
      hash ^= hash >> 29
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
