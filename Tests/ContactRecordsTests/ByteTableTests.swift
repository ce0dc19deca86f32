import Testing

@testable import ContactRecords

@Suite struct ByteTableTests {
  /// Letters, no two of them equal.
  private static func letters(_ count: Int) -> ContiguousArray<UInt8> {
    ContiguousArray((0..<count).map { UInt8($0 + 40) })
  }

  /// A table of texts, each in one piece, with their positions.
  private static func table(_ texts: [ContiguousArray<UInt8>]) -> ByteTable {
    var table = ByteTable()
    for (position, text) in texts.enumerated() {
      let whole: ContiguousArray<Range<Int>> = [0..<text.count]
      table.insert(
        text.span, whole, hash: ByteTable.hash(text.span, whole), value: Int32(position))
    }
    return table
  }

  @Test func anEntryIsGivenWhereAllBytesAreEqual() {
    for length in 0...40 {
      let text = ByteTableTests.letters(length)
      let table = ByteTableTests.table([[1, 2, 3], text, [4]])
      let value = { (text: ContiguousArray<UInt8>, range: Range<Int>) in
        table.value(ofEntry: 1, ifItHolds: range, of: text.span)
      }
      #expect(value(text, 0..<length) == 1)
      // The same bytes in the middle of others.
      #expect(value([9] + text + [9], 1..<(length + 1)) == 1)
      #expect(value(text + [9], 0..<(length + 1)) == nil)
      for shorter in 0..<length { #expect(value(text, 0..<shorter) == nil) }
      for place in 0..<length {
        var other = text
        other[place] ^= 1
        #expect(value(other, 0..<length) == nil, "\(place) of \(length)")
      }
    }
  }

  @Test func textsAreFoundHoweverManyThereAre() {
    let texts = (0..<300).map { ContiguousArray("text \($0)".utf8) }
    let table = ByteTableTests.table(texts)
    #expect(table.count == 300)
    for (position, text) in texts.enumerated() {
      let whole: ContiguousArray<Range<Int>> = [0..<text.count]
      #expect(
        table.find(text.span, whole, hash: ByteTable.hash(text.span, whole)) == Int32(position))
      for expected in [position, 0, 299, 300] {
        let found = table.find(text.span, whole, expectedAt: expected)
        #expect(found?.entry == position && found?.value == Int32(position))
      }
    }
    let unknown = ContiguousArray("text 300".utf8)
    #expect(table.find(unknown.span, [0..<8], expectedAt: 0) == nil)
  }

  /// "ab" and "c" are not "a" and "bc", nor "abc" in one piece.
  @Test func piecesThatAreCutElsewhereAreOthers() {
    let text = ContiguousArray("abcdefghijklmnopqrst".utf8)
    let cuts: [ContiguousArray<Range<Int>>] = [
      [0..<20], [0..<10, 10..<20], [0..<9, 9..<20], [0..<0, 0..<20], [0..<20, 20..<20], [0..<19],
    ]
    var table = ByteTable()
    for (position, cut) in cuts.enumerated() {
      let hash = ByteTable.hash(text.span, cut)
      #expect(table.find(text.span, cut, hash: hash) == nil)
      table.insert(text.span, cut, hash: hash, value: Int32(position))
    }
    for (position, cut) in cuts.enumerated() {
      for expected in cuts.indices {
        #expect(table.find(text.span, cut, expectedAt: expected)?.value == Int32(position))
      }
      let whole = table.value(ofEntry: position, ifItHolds: 0..<20, of: text.span)
      #expect(whole == (position == 0 ? 0 : nil))
    }
  }
}
