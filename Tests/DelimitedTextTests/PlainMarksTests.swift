import Testing

@testable import DelimitedText

@Suite struct PlainMarksTests {
  /// Finds the marks in both ways, and holds one against the other.
  private func check(_ bytes: some Collection<UInt8>) {
    let bytes = ContiguousArray(bytes)
    let comma = UInt8(ascii: ",")
    var (slow, fast) = (ContiguousArray<Int32>(), ContiguousArray<Int32>())
    let expected = PlainMarks.scalar(in: bytes.span, delimiter: comma, into: &slow)
    let found = PlainMarks.vector(in: bytes.span, delimiter: comma, into: &fast)
    #expect(found.hasQuote == expected.hasQuote)
    // Behind a quote nothing has to be right.
    guard !expected.hasQuote else { return }
    #expect(found == expected)
    #expect(fast[..<found.marks] == slow[..<expected.marks])
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func vectorFindsWhatScalarFinds(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let quote: [UInt8] = seed % 4 == 0 ? [Byte.quote] : []
    let high: [UInt8] = seed % 3 == 0 ? [0x80, 0xAC, 0xFF] : []
    let plain = Array("a0;\u{7F}\u{0}\r.-|+*".utf8)
    let alphabet = plain + plain + plain + Array(",\n".utf8) + quote + high
    for length in [0, 1, 63, 64, 65, 127, 128, 200, 2047, 2049, 3000] {
      check((0..<length).map { _ in alphabet.randomElement(using: &random)! })
    }
  }

  @Test func everyByteMayBeAMark() {
    for byte in Array(",\n".utf8) {
      for length in [64, 2048, 2112, 6000] { check(repeatElement(byte, count: length)) }
    }
  }

  @Test func aQuoteIsFoundAtEveryPlace() {
    for place in 0..<200 {
      var bytes = [UInt8](repeating: UInt8(ascii: "x"), count: 200)
      bytes[place] = Byte.quote
      check(bytes)
    }
  }
}
