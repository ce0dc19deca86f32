/// Texts in the order in which they were met, to be compared where they are expected again.
struct KnownTexts: Sendable {
  /// Where a text lies; the count is −1 where there is none.
  private struct Place: Sendable {
    let start: Int
    let count: Int
  }

  private var bytes: ContiguousArray<UInt8> = []
  private var places: ContiguousArray<Place> = []

  /// Adds a text, or none, which nothing is equal to.
  mutating func append(_ input: Span<UInt8>, _ range: Range<Int>?) {
    places.append(Place(start: bytes.count, count: range?.count ?? -1))
    for i in range ?? 0..<0 { bytes.append(input[i]) }
  }

  /// Tells whether a range of bytes is the text at a position.
  ///
  /// Eight bytes at a time; the last eight may overlap those before.
  @inline(__always)
  func holds(_ position: Int, _ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let (place, count) = (places[position], range.upperBound &- range.lowerBound)
    guard count == place.count else { return false }
    precondition(range.lowerBound >= 0 && range.upperBound <= input.count)
    precondition(place.start &+ count <= bytes.count)
    guard count >= 8 else {
      for i in 0..<count where input[range.lowerBound &+ i] != bytes[place.start &+ i] {
        return false
      }
      return true
    }
    // SAFETY: any eight bytes are a valid UInt64; both ranges were just seen to lie within
    // their bytes, and no load begins behind the last eight of them.
    let (known, given) = unsafe (bytes.span.bytes, input.bytes)
    var (different, i): (UInt64, Int) = (0, 0)
    while i < count {
      let own = min(i, count &- 8)
      let a = unsafe known.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place.start &+ own, as: UInt64.self)
      let b = unsafe given.unsafeLoadUnaligned(
        fromUncheckedByteOffset: range.lowerBound &+ own, as: UInt64.self)
      different |= a ^ b
      i &+= 8
    }
    return different == 0
  }
}
