/// A growing row of whole numbers from 0, each kept in as few bytes as the largest one needs.
///
/// Most rows hold small counts, and some nothing but zeros: those take one byte a number,
/// and none. A number that does not fit widens the
/// whole row once. Widths are 0, 1, 2, 4 and 8 bytes.
struct PackedCounts: Sendable {
  /// How many numbers there are.
  private(set) var count = 0
  /// Bytes a number; exactly the array of that width holds `count` numbers.
  private(set) var width = 0
  private var ones: ContiguousArray<UInt8> = []
  private var twos: ContiguousArray<UInt16> = []
  private var fours: ContiguousArray<UInt32> = []
  private var eights: ContiguousArray<Int64> = []

  /// Appends zeros.
  mutating func grow(by more: Int) {
    count += more
    switch width {
    case 0: break
    case 1: ones.append(contentsOf: repeatElement(0, count: more))
    case 2: twos.append(contentsOf: repeatElement(0, count: more))
    case 4: fours.append(contentsOf: repeatElement(0, count: more))
    default: eights.append(contentsOf: repeatElement(0, count: more))
    }
  }

  /// The number at a position.
  ///
  /// - Precondition: Numbers that are stored are not negative.
  subscript(position: Int) -> Int {
    get {
      switch width {
      case 0: 0
      case 1: Int(ones[position])
      case 2: Int(twos[position])
      case 4: Int(fours[position])
      default: Int(eights[position])
      }
    }
    set {
      precondition(newValue >= 0 && position < count)
      let needed = PackedCounts.width(of: newValue)
      if needed > width { widen(to: needed) }
      switch width {
      case 0: break
      case 1: ones[position] = UInt8(truncatingIfNeeded: newValue)
      case 2: twos[position] = UInt16(truncatingIfNeeded: newValue)
      case 4: fours[position] = UInt32(truncatingIfNeeded: newValue)
      default: eights[position] = Int64(newValue)
      }
    }
  }

  private mutating func widen(to newWidth: Int) {
    var wider = PackedCounts()
    wider.width = newWidth
    wider.grow(by: count)
    let old = self
    self = wider
    guard old.width > 0 else { return }
    for position in 0..<count { self[position] = old[position] }
  }

  private static func width(of number: Int) -> Int {
    if number == 0 { return 0 }
    if number <= Int(UInt8.max) { return 1 }
    if number <= Int(UInt16.max) { return 2 }
    return number <= Int(UInt32.max) ? 4 : 8
  }
}
