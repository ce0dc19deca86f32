import DelimitedText
import Testing

@testable import DelimitedText

@Suite struct StructuralBytesTests {
  @Test(arguments: [Dialect.LineEnding.lineFeed, .carriageReturn])
  func vectorFindsWhatScalarFinds(_ lineEnding: Dialect.LineEnding) {
    var random = SplitMix64(state: 7)
    let alphabet = Array(",,\"\n\ra;\u{7F}\u{0}".utf8) + [0x80, 0xAC, 0x8A, 0xA2, 0xFF]
    let bytes = ContiguousArray((0..<200).map { _ in alphabet.randomElement(using: &random)! })
    let needles = StructuralBytes.Needles(Dialect(lineEnding: lineEnding))
    var slow = ContiguousArray<Int32>(repeating: 0, count: 130)
    var fast = slow
    for offset in 0..<64 {
      for length in 0...130 {
        let range = offset..<offset + length
        let expected = StructuralBytes.scalar(in: bytes.span, range, needles, into: &slow)
        let found = StructuralBytes.vector(in: bytes.span, range, needles, into: &fast)
        #expect(slow[..<expected] == fast[..<found], "offset \(offset), length \(length)")
      }
    }
  }

  @Test func everyByteMayBeStructural() {
    let bytes = ContiguousArray(repeating: UInt8(ascii: ","), count: 130)
    var marks = ContiguousArray<Int32>(repeating: -1, count: 130)
    let needles = StructuralBytes.Needles(Dialect())
    #expect(StructuralBytes.vector(in: bytes.span, 0..<130, needles, into: &marks) == 130)
    #expect(marks.elementsEqual(0..<130))
  }
}
