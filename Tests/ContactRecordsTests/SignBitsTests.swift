import Testing

@testable import ContactRecords

@Suite struct SignBitsTests {
  @Test func signsTellWhatComparisonsTell() {
    let numbers = [-1, 0, 1, 2, 59, 60, 1 << 31, 1 << 32, 1 << 53, (1 << 53) + 1, 1 << 61]
    for a in numbers {
      #expect((SignBits.isPositive(a) < 0) == (a > 0), "\(a)")
      #expect((SignBits.isZero(a) < 0) == (a == 0), "\(a)")
      #expect(SignBits.count(SignBits.isZero(a)) == (a == 0 ? 1 : 0), "\(a)")
      for b in numbers {
        #expect((SignBits.isAbove(a, b) < 0) == (a > b), "\(a) \(b)")
        #expect((SignBits.isZero(a - b) < 0) == (a == b), "\(a) \(b)")
      }
    }
  }
}
