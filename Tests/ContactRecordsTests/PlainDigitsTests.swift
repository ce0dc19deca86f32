import Testing

@testable import ContactRecords

/// All digits at once give what one after another gives, wherever the field lies.
@Suite struct PlainDigitsTests {
  private static func both(_ text: String, at start: Int, behind: String) -> (Int, Int) {
    let lead = String(repeating: "7", count: start)
    let bytes = ContiguousArray((lead + text + behind).utf8)
    let range = start..<(start + text.utf8.count)
    return (PlainDigits.vector(bytes.span, range), PlainDigits.scalar(bytes.span, range))
  }

  @Test(arguments: ["", "0", "7", "42", "007", "12345678", "99999999", "123456789", "1 ", "-1"])
  func wordsAndDigitsAgree(_ text: String) {
    for start in [0, 1, 8, 17] {
      for count in 0...9 {
        let behind = String(repeating: "7", count: count)
        let (vector, scalar) = PlainDigitsTests.both(text, at: start, behind: behind)
        #expect(vector == scalar, "\(text) at \(start) before \(count)")
      }
    }
  }

  /// Every byte in the place of every digit.
  @Test func anyOtherByteIsNoDigit() {
    for count in 1...8 {
      for place in 0..<count {
        for byte in UInt8.min...UInt8.max {
          var bytes =
            ContiguousArray("12345678".utf8.prefix(count)) + ContiguousArray("00000000".utf8)
          bytes[place] = byte
          let range = 0..<count
          let expected = PlainDigits.scalar(bytes.span, range)
          #expect(PlainDigits.vector(bytes.span, range) == expected)
          #expect((expected < 0) == !(48...57).contains(byte))
        }
      }
    }
  }

  @Test func valuesAreRead() {
    #expect(PlainDigitsTests.both("90210", at: 9, behind: ",11") == (90_210, 90_210))
    #expect(PlainDigitsTests.both("10000001", at: 0, behind: "") == (10_000_001, 10_000_001))
  }
}
