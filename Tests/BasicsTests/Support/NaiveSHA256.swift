/// SHA-256 byte by byte and word by word, as FIPS 180-4 tells it: the twin of the fast one.
struct NaiveSHA256 {
  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private var state = primes.prefix(8).map { NaiveSHA256.fractionOfRoot(of: $0, degree: 2) }
  /// Bytes that do not fill a block of 64 yet.
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// Adds bytes to what is digested.
  mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      pending.append(byte)
      byteCount += 1
      if pending.count == 64 {
        compress()
        pending.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Ends the stream and gives its digest as 64 hexadecimal digits.
  consuming func hexadecimal() -> String {
    let bitCount = byteCount * 8
    update(CollectionOfOne(0x80))
    while pending.count != 56 { update(CollectionOfOne(0)) }
    update((0..<8).reversed().map { UInt8(truncatingIfNeeded: bitCount >> ($0 * 8)) })
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func compress() {
    var schedule = [UInt32](repeating: 0, count: 64)
    for i in 0..<16 {
      for byte in pending[(i * 4)..<(i * 4 + 4)] { schedule[i] = schedule[i] << 8 | UInt32(byte) }
    }
    for i in 16..<64 {
      let (a, b) = (schedule[i - 15], schedule[i - 2])
      let s0 = rotated(a, 7) ^ rotated(a, 18) ^ (a >> 3)
      let s1 = rotated(b, 17) ^ rotated(b, 19) ^ (b >> 10)
      schedule[i] = schedule[i - 16] &+ s0 &+ schedule[i - 7] &+ s1
    }
    var v = state
    for i in 0..<64 {
      let s1 = rotated(v[4], 6) ^ rotated(v[4], 11) ^ rotated(v[4], 25)
      let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
      let t1 = v[7] &+ s1 &+ choice &+ NaiveSHA256.constants[i] &+ schedule[i]
      let s0 = rotated(v[0], 2) ^ rotated(v[0], 13) ^ rotated(v[0], 22)
      let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
      v = [t1 &+ s0 &+ majority, v[0], v[1], v[2], v[3] &+ t1, v[4], v[5], v[6]]
    }
    for i in 0..<8 { state[i] &+= v[i] }
  }

  private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The same of the cube roots of the first 64 primes.
  private static let constants = primes.map { NaiveSHA256.fractionOfRoot(of: $0, degree: 3) }

  private static let primes = (2...311).filter { number in
    !(2..<number).contains { number % $0 == 0 }
  }

  /// The first 32 bits of the fractional part of a root, found bit by bit.
  private static func fractionOfRoot(of number: Int, degree: Int) -> UInt32 {
    // The root times 2³²: the largest whole number whose power is not above the scaled number.
    let scaled = UInt128(number) << UInt128(32 * degree)
    var root: UInt128 = 0
    for bit in (0..<37).reversed() {
      let candidate = root | 1 << UInt128(bit)
      let power = (1..<degree).reduce(candidate) { power, _ in power * candidate }
      if power <= scaled { root = candidate }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}
