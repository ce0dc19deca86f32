/// A table from byte strings to numbers, for the few distinct strings of many rows.
///
/// Open addressing over the hash; the strings lie one after another in one array.
/// A string may be given in pieces, which are hashed and compared where they lie.
struct ByteTable: Sendable {
  /// One string: its hash, where it ends, and its number.
  private struct Entry: Sendable {
    let hash: UInt64
    let end: Int
    let value: Int32
  }

  private var bytes: ContiguousArray<UInt8> = []
  private var entries: ContiguousArray<Entry> = []
  /// Entry index + 1 by hash; 0 is free. The count is a power of two, at most half full.
  private var slots: ContiguousArray<Int32> = .init(repeating: 0, count: 64)

  /// Hashes a string given in pieces; where one piece ends and the next begins counts.
  static func hash(_ bytes: Span<UInt8>, _ pieces: ContiguousArray<Range<Int>>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for piece in pieces {
      var position = piece.lowerBound
      // SAFETY: any eight bytes are a valid UInt64; the load checks bounds.
      let raw = unsafe bytes.bytes
      while piece.upperBound - position >= 8 {
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
        position += 8
      }
      var rest = UInt64(piece.count)
      while position < piece.upperBound {
        rest = rest << 8 | UInt64(bytes[position])
        position += 1
      }
      hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
      hash ^= hash >> 29
    }
    return hash
  }

  /// Finds the number of a string; `nil` when it is new.
  func find(
    _ bytes: Span<UInt8>, _ pieces: ContiguousArray<Range<Int>>, hash: UInt64
  ) -> Int32? {
    entry(of: bytes, pieces, hash: hash).map { entries[$0].value }
  }

  /// Finds a string that is likely to be the one of a given entry.
  ///
  /// - Returns: Its entry, in the order in which strings were added, and its number; `nil`
  ///   when it is new.
  func find(
    _ bytes: Span<UInt8>, _ pieces: ContiguousArray<Range<Int>>, expectedAt entry: Int
  ) -> (entry: Int, value: Int32)? {
    if entry < entries.count, holds(entry, bytes, pieces) { return (entry, entries[entry].value) }
    return self.entry(of: bytes, pieces, hash: ByteTable.hash(bytes, pieces)).map {
      ($0, entries[$0].value)
    }
  }

  /// The number of strings.
  var count: Int { entries.count }

  /// Gives the number of an entry if a string in one piece is that entry's; `nil` for any other.
  @inline(__always)
  func value(
    ofEntry entry: Int, ifItHolds piece: Range<Int>, of bytes: Span<UInt8>
  ) -> Int32? {
    let (own, end) = (start(of: entry), entries[entry].end)
    guard end &- own == ByteTable.lengthBytes &+ piece.count,
      holds(piece, of: bytes, at: own, before: end)
    else { return nil }
    return entries[entry].value
  }

  private func entry(
    of bytes: Span<UInt8>, _ pieces: ContiguousArray<Range<Int>>, hash: UInt64
  ) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if entries[index].hash == hash, holds(index, bytes, pieces) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a string that is not there yet.
  mutating func insert(
    _ bytes: Span<UInt8>, _ pieces: ContiguousArray<Range<Int>>, hash: UInt64, value: Int32
  ) {
    for piece in pieces {
      // The length comes first, so that no two ways to cut the same bytes are equal.
      for shift in [0, 8, 16, 24] { self.bytes.append(UInt8(piece.count >> shift & 0xFF)) }
      for position in piece { self.bytes.append(bytes[position]) }
    }
    entries.append(Entry(hash: hash, end: self.bytes.count, value: value))
    if entries.count * 2 > slots.count {
      slots = .init(repeating: 0, count: slots.count * 2)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  private mutating func place(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index + 1)
  }

  /// Compares an entry with pieces that hash alike.
  private func holds(
    _ index: Int, _ bytes: Span<UInt8>, _ pieces: ContiguousArray<Range<Int>>
  ) -> Bool {
    var own = start(of: index)
    for piece in pieces {
      guard holds(piece, of: bytes, at: own, before: entries[index].end) else { return false }
      own += ByteTable.lengthBytes + piece.count
    }
    return own == entries[index].end
  }

  /// Bytes of the length that stands before each piece.
  private static let lengthBytes = 4

  @inline(__always)
  private func start(of index: Int) -> Int { index == 0 ? 0 : entries[index &- 1].end }

  /// Tells whether a piece stands at a place, its length before it.
  ///
  /// Eight bytes at a time; the last eight may overlap those before.
  @inline(__always)
  private func holds(
    _ piece: Range<Int>, of input: Span<UInt8>, at own: Int, before end: Int
  ) -> Bool {
    let (count, first) = (piece.count, own &+ ByteTable.lengthBytes)
    guard first &+ count <= end else { return false }
    precondition(own >= 0 && end <= bytes.count)
    precondition(piece.lowerBound >= 0 && piece.upperBound <= input.count)
    // SAFETY: any bytes are a valid number. The length and as many bytes as the piece has
    // lie before the end, and the piece within the input, as was just seen; no load begins
    // behind the last eight of them.
    let (known, given) = unsafe (bytes.span.bytes, input.bytes)
    let length = unsafe known.unsafeLoadUnaligned(fromUncheckedByteOffset: own, as: UInt32.self)
    guard Int(length.littleEndian) == count else { return false }
    guard count >= 8 else {
      for i in 0..<count where bytes[first &+ i] != input[piece.lowerBound &+ i] { return false }
      return true
    }
    var (different, i): (UInt64, Int) = (0, 0)
    while i < count {
      let offset = min(i, count &- 8)
      let a = unsafe known.unsafeLoadUnaligned(
        fromUncheckedByteOffset: first &+ offset, as: UInt64.self)
      let b = unsafe given.unsafeLoadUnaligned(
        fromUncheckedByteOffset: piece.lowerBound &+ offset, as: UInt64.self)
      different |= a ^ b
      i &+= 8
    }
    return different == 0
  }
}
