import Basics
import Testing

@testable import PerformanceMetrics

extension StatisticsTests {
  @Suite struct WideIntegerTests {
    /// A number of the given count of pseudo-random 32-bit parts, with extremes among them.
    private func number(_ parts: Int, _ numbers: inout SeededNumbers) -> WideInteger {
      var number = WideInteger(0)
      for _ in 0..<parts {
        let choice = Int.random(in: 0..<6, using: &numbers)
        let part: UInt32 =
          switch choice {
          case 0: 0
          case 1: .max
          case 2: 1 << 31
          case 3: .max - 1
          default: .random(in: 0 ... .max, using: &numbers)
          }
        number = number * WideInteger(powerOfTwo: 32) + WideInteger(part)
      }
      return Bool.random(using: &numbers) ? -number : number
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func quotientTimesDivisorPlusRemainderIsTheNumber(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      for _ in 0..<150 {
        let a = number(.random(in: 0...9, using: &numbers), &numbers)
        let b = number(.random(in: 1...6, using: &numbers), &numbers)
        guard b.signum != 0 else { continue }
        let (quotient, remainder) = a.dividingMagnitudes(by: b)
        #expect(quotient * b.magnitude + remainder == a.magnitude, "seed \(seed): \(a) / \(b)")
        #expect(remainder < b.magnitude && remainder.signum >= 0, "seed \(seed): \(a) / \(b)")
      }
    }

    @Test func aGuessThatIsOneTooLargeIsTakenBack() {
      // The digits of Knuth's rare case, in base 2³²: the guess survives its
      // check against two digits and fails against the third.
      let base = WideInteger(powerOfTwo: 32)
      let b = (WideInteger(1 << 31) * base + WideInteger(0)) * base + WideInteger(1)
      let a = ((WideInteger(UInt32(1) << 31) * base) * base + WideInteger(0)) * base
      let (quotient, remainder) = a.dividingMagnitudes(by: b)
      #expect(quotient == WideInteger(UInt32.max))
      #expect(quotient * b + remainder == a)
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func smallNumbersAgreeWithTheLanguage(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      for _ in 0..<200 {
        let a =
          Int64.random(in: .min ... .max, using: &numbers)
          >> Int.random(in: 0..<64, using: &numbers)
        let b =
          Int64.random(in: .min ... .max, using: &numbers)
          >> Int.random(in: 0..<64, using: &numbers)
        let (x, y) = (WideInteger(a), WideInteger(b))
        #expect((x + y).description == (Int128(a) + Int128(b)).description, "seed \(seed)")
        #expect((x - y).description == (Int128(a) - Int128(b)).description, "seed \(seed)")
        #expect((x * y).description == (Int128(a) * Int128(b)).description, "seed \(seed)")
        #expect((x < y) == (a < b) && (x == y) == (a == b), "seed \(seed)")
      }
    }

    @Test func extremesOf128BitsKeepTheirDigits() {
      #expect(WideInteger(Int128.min).description == Int128.min.description)
      #expect(WideInteger(Int128.max).description == Int128.max.description)
      #expect((WideInteger(1_000_000_000) * WideInteger(7)).description == "7000000000")
      let square = WideInteger(Int128.min) * WideInteger(Int128.min)
      #expect(square == WideInteger(powerOfTwo: 254))
    }
  }

  @Suite struct FractionTests {
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func textAgreesWithTheTextOfRatios(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      for _ in 0..<100 {
        let numerator = Int128(Int.random(in: -100_000...100_000, using: &numbers))
        let denominator = Int128(Int.random(in: 1...64, using: &numbers))
        for rounding in [DecimalRounding.down, .up, .nearest] {
          for places in 0...4 {
            #expect(
              Fraction(numerator, denominator).decimalText(places: places, rounding)
                == decimalText(numerator, over: denominator, places: places, rounding),
              "seed \(seed): \(numerator)/\(denominator), \(places) places")
          }
        }
      }
    }

    @Test func numbersTooCloseForFloatingPointAreOrdered() {
      let huge: Int128 = 1_000_000_000_000_000_000_000_000_000_007
      let a = Fraction(huge, huge - 1)
      let b = Fraction(huge + 1, huge)
      #expect(a.doubleValue == b.doubleValue)
      #expect(b < a && a != b)
      #expect((a - b).signum == 1)
      #expect(Fraction(Int128.min, -1) > Fraction(Int128.max, 1))
    }

    @Test func equalValuesAreEqualHoweverWritten() {
      #expect(Fraction(10, 4) == Fraction(-5, -2))
      #expect(Fraction(0, -7) == Fraction(0))
      #expect(Fraction(Ratio(1, 3)) + Fraction(1, 6) == Fraction(1, 2))
      #expect(Fraction(FixedPoint("0.1")!) == Fraction(1, 10))
      #expect(Fraction(10, 4).decimalText(places: 2, .up) == "2.50")
    }

    @Test(arguments: [
      0, -0.0, 1, -1.5, 0.1, .pi, 1e300, -1e-300, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    ])
    func floatingPointNumbersAreKeptExactly(_ number: Double) {
      #expect(Fraction(number).doubleValue == number)
      #expect(Fraction(number) == Fraction(number) * 3 / 3)
      #expect(Fraction(number) < Fraction(number) + Fraction(1, Int128.max))
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func floatingPointValueIsClose(seed: UInt64) {
      var numbers = SeededNumbers(seed: seed)
      for _ in 0..<200 {
        let a = Int.random(in: 1...(1 << 53), using: &numbers)
        let b = Int.random(in: 1...(1 << 53), using: &numbers)
        let value = Fraction(Int128(a), Int128(b)).doubleValue
        #expect(agrees(value, Double(a) / Double(b), within: 0x1p-49), "seed \(seed): \(a)/\(b)")
      }
    }
  }

  @Suite struct PortableMathTests {
    @Test func knownValues() {
      #expect(PortableMath.exponential(0) == 1)
      #expect(agrees(PortableMath.exponential(1), 2.718281828459045, within: 1e-15))
      #expect(agrees(PortableMath.exponential(-1), 0.36787944117144233, within: 1e-15))
      #expect(agrees(PortableMath.exponential(-700), 9.859676543759770e-305, within: 1e-15))
      #expect(PortableMath.exponential(-1000) == 0)
      #expect(PortableMath.logarithm(onePlus: 0) == 0)
      #expect(agrees(PortableMath.logarithm(onePlus: 1), 0.6931471805599453, within: 1e-15))
      #expect(agrees(PortableMath.logarithm(onePlus: 1e-10), 9.9999999995e-11, within: 1e-15))
      #expect(agrees(PortableMath.logarithm(onePlus: 1e9), 20.723265837946411, within: 1e-15))
    }

    @Test func oneUndoesTheOther() {
      for step in 0...2000 {
        let y = Double(step) / 100
        let u = PortableMath.exponential(y) - 1
        #expect(
          (PortableMath.logarithm(onePlus: max(0, u)) - y).magnitude < 1e-15 * max(2, y), "at \(y)")
      }
    }
  }
}
