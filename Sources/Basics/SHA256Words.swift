/// The eight words of 32 bits that SHA-256 turns blocks of a stream into.
///
/// What a block is spread to, its schedule, depends on the block alone, and so four
/// blocks are spread at once, one in each lane of a vector. The rounds, each of which
/// needs the one before it, then go through one block after the other.
struct SHA256Words: Sendable {
  /// The bytes of a block.
  static let blockBytes = 64
  /// How many blocks are spread at once: as many as the narrowest vectors have words.
  private static let lanes = 4
  /// Word by word what the blocks at hand are spread to, a block in each lane.
  private typealias Schedule = InlineArray<64, SIMD4<UInt32>>

  private var a: UInt32
  private var b: UInt32
  private var c: UInt32
  private var d: UInt32
  private var e: UInt32
  private var f: UInt32
  private var g: UInt32
  private var h: UInt32

  /// The words before the first block: the first 32 bits of the fractional parts of the
  /// square roots of the first eight primes.
  static let initial = SHA256Words(
    a: 0x6a09_e667, b: 0xbb67_ae85, c: 0x3c6e_f372, d: 0xa54f_f53a,
    e: 0x510e_527f, f: 0x9b05_688c, g: 0x1f83_d9ab, h: 0x5be0_cd19)

  /// The words as 64 hexadecimal digits.
  var hexadecimal: String {
    [a, b, c, d, e, f, g, h].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// Takes the next blocks of the stream.
  ///
  /// - Precondition: They are whole.
  /// - Complexity: O(*n*) in the bytes. Allocates nothing.
  mutating func take(_ blocks: Span<UInt8>) {
    precondition(blocks.count % SHA256Words.blockBytes == 0, "only whole blocks are taken")
    var schedule = Schedule(repeating: .zero)
    var words = self
    var start = 0
    while start < blocks.count {
      let count = min(SHA256Words.lanes, (blocks.count - start) / SHA256Words.blockBytes)
      let end = start + count * SHA256Words.blockBytes
      SHA256Words.spread(blocks.extracting(start..<end), into: &schedule)
      var lane = 0
      while lane < count {
        words.takeBlock(schedule.span, lane)
        lane += 1
      }
      start = end
    }
    self = words
  }
}

// MARK: - Schedule

extension SHA256Words {
  /// Spreads one to four blocks; lanes without a block repeat the last one.
  @inline(__always)
  private static func spread(_ blocks: Span<UInt8>, into schedule: inout Schedule) {
    let last = blocks.count - blockBytes
    let (second, third, fourth) = (min(64, last), min(128, last), min(192, last))
    let first = blocks.extracting(0..<blockBytes)
    let others = (
      blocks.extracting(second..<second + blockBytes),
      blocks.extracting(third..<third + blockBytes),
      blocks.extracting(fourth..<fourth + blockBytes)
    )
    var w = schedule.mutableSpan
    var i = 0
    while i < 16 {
      w[i] = SIMD4(
        word(i, of: first), word(i, of: others.0), word(i, of: others.1), word(i, of: others.2))
      i += 1
    }
    while i < 64 {
      let (x, y) = (w[i - 15], w[i - 2])
      // Two rotations and a shift each. Shifts to the right and to the left take turns,
      // or the compiler makes rotations of them, which plain vectors do not have.
      let s0 = x &>> 7 ^ x &<< 14 ^ x &>> 18 ^ x &<< 25 ^ x &>> 3
      let s1 = y &>> 17 ^ y &<< 13 ^ y &>> 19 ^ y &<< 15 ^ y &>> 10
      w[i] = (w[i - 16] &+ s0) &+ (w[i - 7] &+ s1)
      i += 1
    }
  }

  /// A word of a block, its highest byte first.
  @inline(__always)
  private static func word(_ i: Int, of block: Span<UInt8>) -> UInt32 {
    UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16
      | UInt32(block[4 * i + 2]) << 8 | UInt32(block[4 * i + 3])
  }
}

// MARK: - Rounds

extension SHA256Words {
  /// Goes through the 64 rounds of a block.
  ///
  /// After each round every word would move on by one place. Instead the places move,
  /// and after eight rounds they are where they were.
  @inline(__always)
  private mutating func takeBlock(_ w: Span<SIMD4<UInt32>>, _ lane: Int) {
    var (a, b, c, d) = (self.a, self.b, self.c, self.d)
    var (e, f, g, h) = (self.e, self.f, self.g, self.h)
    @inline(__always) func word(_ i: Int) -> UInt32 { w[i][lane] &+ SHA256Words.constants[i] }
    var i = 0
    while i < 64 {
      SHA256Words.round(a, b, c, &d, e, f, g, &h, word(i))
      SHA256Words.round(h, a, b, &c, d, e, f, &g, word(i + 1))
      SHA256Words.round(g, h, a, &b, c, d, e, &f, word(i + 2))
      SHA256Words.round(f, g, h, &a, b, c, d, &e, word(i + 3))
      SHA256Words.round(e, f, g, &h, a, b, c, &d, word(i + 4))
      SHA256Words.round(d, e, f, &g, h, a, b, &c, word(i + 5))
      SHA256Words.round(c, d, e, &f, g, h, a, &b, word(i + 6))
      SHA256Words.round(b, c, d, &e, f, g, h, &a, word(i + 7))
      i += 8
    }
    self.a &+= a
    self.b &+= b
    self.c &+= c
    self.d &+= d
    self.e &+= e
    self.f &+= f
    self.g &+= g
    self.h &+= h
  }

  /// A round; all of its sums are meant to overflow.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
    _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let choice = g ^ (e & (f ^ g))
    let sum = h &+ word &+ choice &+ s1
    let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    let majority = b ^ ((a ^ b) & (b ^ c))
    d &+= sum
    h = sum &+ s0 &+ majority
  }

  @inline(__always)
  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
