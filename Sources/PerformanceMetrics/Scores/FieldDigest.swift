import Basics
import DelimitedText

/// A digest of a row's fields, to tell a repeat from a conflict without keeping the fields.
///
/// It has 64 bits: two different rows, or two different identifiers, pass as
/// equal once in 10¹⁹ pairs. It is the same on every machine and in every run.
struct FieldDigest: Hashable, Sendable {
  /// The digest of the fields so far.
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Mixes in a text; no text is something else than an empty one.
  mutating func add(_ text: String?) {
    guard let text else {
      mix(1)
      return
    }
    var (word, count) = (UInt64(0), 0)
    for byte in text.utf8 {
      word = word << 8 | UInt64(byte)
      count += 1
      if count % 8 == 0 {
        mix(word)
        word = 0
      }
    }
    mix(word)
    // The length ends the field, so that no two ways to cut the same bytes are equal.
    mix(UInt64(count) << 1)
  }

  /// Mixes in a whole number.
  mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  /// Mixes in a decimal number; no number is something else than zero.
  mutating func add(_ number: FixedPoint?) {
    mix(number == nil ? 1 : 2)
    let bits = UInt128(bitPattern: number?.millionths ?? 0)
    mix(UInt64(truncatingIfNeeded: bits))
    mix(UInt64(truncatingIfNeeded: bits >> 64))
  }

  /// Mixes in a time stamp as it was written.
  mutating func add(_ stamp: Stamp) {
    add(Int(stamp.day))
    add(Int(stamp.secondOfDay))
    add(stamp.offsetMinutes.map { Int($0) } ?? .min)
  }

  private mutating func mix(_ word: UInt64) {
    // Vigna's finalizer of SplitMix64: every bit of the word reaches every bit.
    var z = (value ^ word) &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    value = z ^ z >> 31
  }
}
