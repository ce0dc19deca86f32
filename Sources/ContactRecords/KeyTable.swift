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
/// Names are looked up twice: first as they stand in the file, which answers nearly
/// every row with one hash and one comparison; what is new there is trimmed,
/// checked and looked up again, so that padded and plain spellings are one key.
public struct KeyTable: Sendable {
  /// The keys in the order in which they were first seen.
  public private(set) var keys: [RecordKey] = []
  /// Number of each key by its names, joined.
  private var numbers = ByteTable()

  /// Creates an empty table.
  public init() {}

  /// Stands between joined names; a name that holds it is for the caller to refuse.
  static let separator: UInt8 = 0x1F

  /// Finds the number of a key, giving it one when it is new.
  ///
  /// - Complexity: O(*n*) in the length; allocates.
  public mutating func number(of key: RecordKey) -> Int32 {
    var joined = ContiguousArray<UInt8>()
    for (index, name) in [key.site, key.queue, key.channel, key.part].enumerated() {
      if index > 0 { joined.append(KeyTable.separator) }
      joined.append(contentsOf: name.utf8)
    }
    return index(of: joined)
  }

  /// Finds the number of a key, giving it one when it is new.
  ///
  /// - Parameter joined: Site, queue, channel and part, trimmed, with a separator
  ///   after each of the first three.
  /// - Complexity: O(*n*) in the length; allocates when the key is new.
  mutating func index(of joined: ContiguousArray<UInt8>) -> Int32 {
    let whole: ContiguousArray = [0..<joined.count]
    let hash = ByteTable.hash(joined.span, whole)
    if let number = numbers.find(joined.span, whole, hash: hash) { return number }
    let names = joined.split(separator: KeyTable.separator, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    keys.append(RecordKey(site: names[0], queue: names[1], channel: names[2], part: names[3]))
    let number = Int32(keys.count - 1)
    numbers.insert(joined.span, whole, hash: hash, value: number)
    return number
  }
}
