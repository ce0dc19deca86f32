/// A whole number of any size, exact.
///
/// It exists so that a slope is never decided by a rounding: the slope between
/// two months is a quotient of products, the comparison of two slopes multiplies
/// them once more, and 128 bits end there. Numbers of any size need no bound and
/// no failure; those of this module stay under 700 bits.
struct WideInteger: Sendable {
  /// Whether the number is below zero; never with an empty magnitude.
  let isNegative: Bool
  /// Base 2³², the lowest digit first, without zeros at the top; empty for zero.
  private let limbs: [UInt32]

  private init(isNegative: Bool, limbs: [UInt32]) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.limbs = limbs
    self.isNegative = isNegative && !limbs.isEmpty
  }

  /// Creates a wide number from one of 128 bits or fewer.
  init(_ value: some BinaryInteger) {
    let value = Int128(value)
    var (rest, limbs) = (value.magnitude, [UInt32]())
    limbs.reserveCapacity(4)
    while rest > 0 {
      limbs.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    self.init(isNegative: value < 0, limbs: limbs)
  }

  /// Creates two to the given power, which is not negative.
  init(powerOfTwo exponent: Int) {
    var limbs = [UInt32](repeating: 0, count: exponent / 32)
    limbs.append(1 << UInt32(exponent % 32))
    self.init(isNegative: false, limbs: limbs)
  }

  /// Minus one, zero or one.
  var signum: Int { limbs.isEmpty ? 0 : isNegative ? -1 : 1 }

  /// The number without its sign.
  var magnitude: WideInteger { WideInteger(isNegative: false, limbs: limbs) }

  /// The three highest limbs as a number, and how many limbs lie below them.
  ///
  /// The number is `significand` · 2^(32 · `exponent`) within 2⁻⁵¹ of its size,
  /// always with the sign of the number.
  var leading: (significand: Double, exponent: Int) {
    var significand = 0.0
    for limb in limbs.suffix(3).reversed() { significand = significand * 0x1p32 + Double(limb) }
    return (isNegative ? -significand : significand, max(0, limbs.count - 3))
  }
}

// MARK: - Arithmetic

extension WideInteger {
  /// Turns the sign around.
  static prefix func - (a: WideInteger) -> WideInteger {
    WideInteger(isNegative: !a.isNegative, limbs: a.limbs)
  }

  /// Adds two numbers.
  static func + (a: WideInteger, b: WideInteger) -> WideInteger {
    if a.isNegative == b.isNegative {
      return WideInteger(isNegative: a.isNegative, limbs: sum(a.limbs, b.limbs))
    }
    return isBelow(a.limbs, b.limbs)
      ? WideInteger(isNegative: b.isNegative, limbs: difference(b.limbs, a.limbs))
      : WideInteger(isNegative: a.isNegative, limbs: difference(a.limbs, b.limbs))
  }

  /// Subtracts the second number from the first.
  static func - (a: WideInteger, b: WideInteger) -> WideInteger { a + -b }

  /// Multiplies two numbers.
  ///
  /// - Complexity: O(*n* · *k*) in the limbs of both.
  static func * (a: WideInteger, b: WideInteger) -> WideInteger {
    var product = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in a.limbs.indices {
      var carry: UInt64 = 0
      for j in b.limbs.indices {
        // At most (2³² − 1)² + 2 · (2³² − 1), which is 2⁶⁴ − 1.
        let cell = UInt64(a.limbs[i]) * UInt64(b.limbs[j]) + UInt64(product[i + j]) + carry
        product[i + j] = UInt32(truncatingIfNeeded: cell)
        carry = cell >> 32
      }
      product[i + b.limbs.count] = UInt32(carry)
    }
    return WideInteger(isNegative: a.isNegative != b.isNegative, limbs: product)
  }

  private static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var (result, carry) = ([UInt32](), UInt64(0))
    result.reserveCapacity(max(a.count, b.count) + 1)
    for i in 0..<max(a.count, b.count) {
      carry += (i < a.count ? UInt64(a[i]) : 0) + (i < b.count ? UInt64(b[i]) : 0)
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    result.append(UInt32(carry))
    return result
  }

  /// Subtracts the second magnitude from the first, which is not the smaller.
  private static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var (result, borrow) = (a, Int64(0))
    for i in a.indices {
      let cell = Int64(a[i]) - (i < b.count ? Int64(b[i]) : 0) - borrow
      result[i] = UInt32(truncatingIfNeeded: cell)
      borrow = cell < 0 ? 1 : 0
    }
    return result
  }

  private static func isBelow(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    guard a.count == b.count else { return a.count < b.count }
    for i in a.indices.reversed() where a[i] != b[i] { return a[i] < b[i] }
    return false
  }
}

// MARK: - Division

extension WideInteger {
  /// Divides the magnitudes; the signs play no part.
  ///
  /// Long division digit by digit, each digit guessed from the two highest ones
  /// of the divisor and corrected: Knuth, The Art of Computer Programming,
  /// volume 2, section 4.3.1, algorithm D.
  ///
  /// - Precondition: The divisor is not zero.
  /// - Complexity: O(*n* · *k*) in the limbs of the quotient and of the divisor.
  func dividingMagnitudes(
    by divisor: WideInteger
  ) -> (quotient: WideInteger, remainder: WideInteger) {
    precondition(!divisor.limbs.isEmpty, "nothing is divided by zero")
    if WideInteger.isBelow(limbs, divisor.limbs) { return (WideInteger(0), magnitude) }
    if divisor.limbs.count == 1 {
      let (quotient, remainder) = dividingMagnitude(bySmall: divisor.limbs[0])
      return (quotient, WideInteger(remainder))
    }
    // Shifted until the divisor's highest bit is set: the guess is then at most
    // two too large.
    let shift = UInt32(divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount)
    let v = WideInteger.shiftedUp(divisor.limbs, shift).dropLast(1)
    var u = WideInteger.shiftedUp(limbs, shift)
    let n = v.count
    let (top, second) = (UInt64(v[n - 1]), UInt64(v[n - 2]))
    var quotient = [UInt32](repeating: 0, count: u.count - n)
    for j in quotient.indices.reversed() {
      var (guess, rest) = (UInt64(u[j + n]) << 32 | UInt64(u[j + n - 1]))
        .quotientAndRemainder(dividingBy: top)
      while guess >> 32 > 0 || guess * second > rest << 32 | UInt64(u[j + n - 2]) {
        guess -= 1
        rest += top
        if rest >> 32 > 0 { break }
      }
      var (carry, borrow) = (UInt64(0), Int64(0))
      for i in 0...n {
        let product = i < n ? guess * UInt64(v[i]) + carry : carry
        carry = product >> 32
        let cell = Int64(u[i + j]) - borrow - Int64(product & 0xffff_ffff)
        u[i + j] = UInt32(truncatingIfNeeded: cell)
        borrow = cell < 0 ? 1 : 0
      }
      if borrow > 0 {
        // One too large after all: about two times in 2³² digits.
        guess -= 1
        var carry: UInt64 = 0
        for i in 0...n {
          carry += UInt64(u[i + j]) + (i < n ? UInt64(v[i]) : 0)
          u[i + j] = UInt32(truncatingIfNeeded: carry)
          carry >>= 32
        }
      }
      quotient[j] = UInt32(guess)
    }
    return (
      WideInteger(isNegative: false, limbs: quotient),
      WideInteger(isNegative: false, limbs: WideInteger.shiftedDown(u, shift))
    )
  }

  private func dividingMagnitude(
    bySmall divisor: UInt32
  ) -> (quotient: WideInteger, remainder: UInt32) {
    var (quotient, rest) = (limbs, UInt64(0))
    for i in limbs.indices.reversed() {
      let part = rest << 32 | UInt64(limbs[i])
      quotient[i] = UInt32(part / UInt64(divisor))
      rest = part % UInt64(divisor)
    }
    return (WideInteger(isNegative: false, limbs: quotient), UInt32(rest))
  }

  /// Shifts by fewer than 32 bits, into one limb more.
  private static func shiftedUp(_ limbs: [UInt32], _ shift: UInt32) -> [UInt32] {
    var (result, carry) = ([UInt32](), UInt64(0))
    for limb in limbs {
      carry |= UInt64(limb) << UInt64(shift)
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    result.append(UInt32(carry))
    return result
  }

  private static func shiftedDown(_ limbs: [UInt32], _ shift: UInt32) -> [UInt32] {
    limbs.indices.map { i in
      let above = i + 1 < limbs.count ? UInt64(limbs[i + 1]) : 0
      return UInt32(truncatingIfNeeded: (above << 32 | UInt64(limbs[i])) >> UInt64(shift))
    }
  }
}

// MARK: - Order and text

extension WideInteger: Comparable {
  /// Tells whether two numbers are equal.
  static func == (a: WideInteger, b: WideInteger) -> Bool {
    a.isNegative == b.isNegative && a.limbs == b.limbs
  }

  /// Tells whether the first number is smaller than the second.
  static func < (a: WideInteger, b: WideInteger) -> Bool {
    guard a.isNegative == b.isNegative else { return a.isNegative }
    return a.isNegative ? isBelow(b.limbs, a.limbs) : isBelow(a.limbs, b.limbs)
  }
}

extension WideInteger: CustomStringConvertible {
  /// The number in decimal digits.
  var description: String {
    guard !limbs.isEmpty else { return "0" }
    var (rest, groups) = (magnitude, [String]())
    while rest.signum > 0 {
      let (quotient, group) = rest.dividingMagnitude(bySmall: 1_000_000_000)
      let digits = String(group)
      let width = quotient.signum > 0 ? 9 : digits.utf8.count
      groups.append(String(repeating: "0", count: width - digits.utf8.count) + digits)
      rest = quotient
    }
    return (isNegative ? "-" : "") + groups.reversed().joined()
  }
}
