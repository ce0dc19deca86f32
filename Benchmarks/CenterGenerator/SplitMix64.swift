/// A generator of pseudorandom numbers whose whole state is one integer.
///
/// The algorithm is Steele, Lea and Flood's SplitMix64 with its published
/// constants. It is written out here, and the standard library's generator
/// methods are left alone, because the bytes of a simulated center must not
/// change with the machine or with the version of a library.
struct SplitMix64: Sendable {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal sequences.
  init(seed: UInt64) {
    state = seed
  }

  /// Creates the generator of one day of one queue.
  ///
  /// Each day draws from a sequence of its own, so that a change to one week of
  /// a story leaves the arrivals of every other week as they were.
  init(seed: UInt64, queue: Int, day: Int) {
    var mixer = SplitMix64(seed: seed)
    mixer.state = mixer.next() ^ UInt64(truncatingIfNeeded: queue)
    mixer.state = mixer.next() ^ UInt64(truncatingIfNeeded: day)
    self.init(seed: mixer.next())
  }

  /// Draws the next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Draws a whole number from 0 up to, and not including, the bound.
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
