import TestSupport
import Testing

@testable import PerformanceMetrics

/// The planes against plain arrays of numbers.
@Suite struct BitPlanesTests {
  private static func numbers(
    _ count: Int, width: Int, _ random: inout SplitMix64
  ) -> ContiguousArray<UInt32> {
    let largest = width == 0 ? 0 : UInt32.max >> UInt32(32 - width)
    return ContiguousArray((0..<count).map { _ in UInt32.random(in: 0...largest, using: &random) })
  }

  @Test(arguments: 0..<32)
  func whatIsPackedAnywhereIsUnpackedAndReadNumberByNumber(_ offset: Int) throws {
    var random = SplitMix64(UInt64(offset))
    for width in 0...32 {
      for cells in [0, 1, 3, 17] {
        let first = Self.numbers(cells, width: offset, &random)
        let second = Self.numbers(cells, width: width, &random)
        let columns = [
          BitPlanes.Column(offset: 0, width: offset),
          BitPlanes.Column(offset: offset, width: width),
        ]
        var words = ContiguousArray<UInt32>(
          repeating: 0, count: BitPlanes.words(of: offset + width, cells: cells))
        var out = words.mutableSpan
        if offset > 0 { BitPlanes.pack(first.span, columns[0], into: &out) }
        if width > 0 { BitPlanes.pack(second.span, columns[1], into: &out) }
        for (column, numbers) in zip(columns, [first, second]) {
          var found = ContiguousArray<UInt32>(repeating: 7, count: cells)
          var span = found.mutableSpan
          BitPlanes.unpack(column, of: words.span, into: &span)
          try #require(found == numbers, "offset \(offset), width \(width), cells \(cells)")
          for cell in 0..<cells {
            let number = BitPlanes.number(column, of: cell, in: words.span, cells: cells)
            try #require(number == Int(numbers[cell]))
          }
        }
      }
    }
  }

  @Test(arguments: Seed.cases(50))
  func numbersAreWrittenOverEachOtherInAnyWidth(_ seed: Seed) throws {
    var random = seed.generator
    let widths = (0..<5).map { _ in Int.random(in: 0...63, using: &random) }
    let cells = Int.random(in: 1...9, using: &random)
    var plain = Array(repeating: Array(repeating: 0, count: cells), count: widths.count)
    let bits = widths.reduce(0, +)
    var words = ContiguousArray<UInt32>(
      repeating: 0, count: BitPlanes.words(of: bits, cells: cells))
    let columns = widths.indices.map {
      BitPlanes.Column(offset: widths[..<$0].reduce(0, +), width: widths[$0])
    }
    for _ in 0..<100 {
      let (column, cell) = (
        Int.random(in: 0..<widths.count, using: &random), Int.random(in: 0..<cells, using: &random)
      )
      let largest = widths[column] == 0 ? 0 : Int.max >> (63 - widths[column])
      plain[column][cell] = Int.random(in: 0...largest, using: &random)
      var span = words.mutableSpan
      BitPlanes.write(plain[column][cell], columns[column], of: cell, in: &span, cells: cells)
      for (column, numbers) in zip(columns, plain) {
        let found = (0..<cells).map {
          BitPlanes.number(column, of: $0, in: words.span, cells: cells)
        }
        try #require(found == numbers, "\(seed)")
      }
    }
  }

  /// Columns of any width that begin at any bit are added where they stand.
  @Test(arguments: 0..<32)
  func packedNumbersAreAddedAsUnpackedOnesAre(_ offset: Int) throws {
    var random = SplitMix64(UInt64(offset))
    for width in 0...32 {
      let cells = Int.random(in: 0...20, using: &random)
      let column = BitPlanes.Column(offset: offset, width: width)
      let numbers = Self.numbers(cells, width: width, &random)
      // What stands around the column is no part of it.
      let behind = Int.random(in: 0...40, using: &random)
      var words = Self.numbers(
        BitPlanes.words(of: offset + width + behind, cells: cells), width: 32, &random)
      var out = words.mutableSpan
      for cell in 0..<cells {
        BitPlanes.write(Int(numbers[cell]), column, of: cell, in: &out, cells: cells)
      }
      var sums = ContiguousArray(
        (0..<(cells + 2)).map { _ in Int.random(in: 0...9, using: &random) })
      var plain = sums
      let scale: UInt32 = random.once(in: 2) ? 1 : 1000
      var plainSpan = plain.mutableSpan
      let plainBits = BitPlanes.add(numbers.span, times: scale, to: &plainSpan, at: 1)
      var span = sums.mutableSpan
      let bits = BitPlanes.add(
        column, of: words.span, cells: cells, times: scale, to: &span, at: 1)
      try #require(sums == plain && bits == plainBits, "offset \(offset), width \(width)")
    }
  }

  /// Two cells share the words of the last plane where its bits are no more than half a word.
  @Test(arguments: [
    (0, 0, 0), (1, 6, 3), (16, 6, 3), (17, 6, 6), (32, 6, 6), (33, 6, 9), (48, 6, 9), (49, 6, 12),
    (16, 7, 4), (48, 7, 11), (16, 1, 1), (48, 1, 2), (16, 0, 0),
  ])
  func wordsAreSharedUpToHalfOfThem(_ bits: Int, _ cells: Int, _ words: Int) {
    #expect(BitPlanes.words(of: bits, cells: cells) == words)
  }

  @Test(arguments: 0..<70)
  func sumsAndBitsAreThoseOfPlainLoops(_ count: Int) {
    var random = SplitMix64(UInt64(count))
    let numbers = Self.numbers(count, width: 32, &random)
    var sums = ContiguousArray((0..<(count + 3)).map { _ in Int.random(in: 0...9, using: &random) })
    var plain = sums
    for cell in 0..<count { plain[cell + 2] += Int(numbers[cell]) * 1000 }
    var span = sums.mutableSpan
    let bits = BitPlanes.add(numbers.span, times: 1000, to: &span, at: 2)
    #expect(sums == plain)
    #expect(bits == plain.dropFirst(2).prefix(count).reduce(0, |))
    var gathered = ContiguousArray<UInt32>(repeating: 0, count: count)
    var target = gathered.mutableSpan
    let all = BitPlanes.gather(numbers.span, from: 0, stride: 1, count: count, into: &target)
    #expect(gathered == numbers && all == numbers.reduce(0, |))
  }

  @Test func columnsOutsideTheirWordsAndNumbersThatAreTooLongTrap() async {
    await #expect(processExitsWith: .failure) {
      let numbers: ContiguousArray<UInt32> = [1, 2]
      var words: ContiguousArray<UInt32> = [0, 0]
      var span = words.mutableSpan
      BitPlanes.pack(numbers.span, .init(offset: 30, width: 3), into: &span)
    }
    await #expect(processExitsWith: .failure) {
      let words: ContiguousArray<UInt32> = [0, 0]
      var numbers: ContiguousArray<UInt32> = [0, 0]
      var span = numbers.mutableSpan
      BitPlanes.unpack(.init(offset: 32, width: 1), of: words.span, into: &span)
    }
    await #expect(processExitsWith: .failure) {
      let words: ContiguousArray<UInt32> = [1, 2, 3]
      var numbers: ContiguousArray<UInt32> = [0, 0]
      var span = numbers.mutableSpan
      BitPlanes.gather(words.span, from: 0, stride: 2, count: 2, into: &span)
    }
    await #expect(processExitsWith: .failure) {
      let numbers: ContiguousArray<UInt32> = [1, 2]
      var sums: ContiguousArray<Int> = [0, 0]
      var span = sums.mutableSpan
      _ = BitPlanes.add(numbers.span, times: 1, to: &span, at: 1)
    }
    await #expect(processExitsWith: .failure) {
      let words: ContiguousArray<UInt32> = [1, 2]
      var sums: ContiguousArray<Int> = [0, 0]
      var span = sums.mutableSpan
      _ = BitPlanes.add(
        .init(offset: 32, width: 1), of: words.span, cells: 2, times: 1, to: &span, at: 0)
    }
    await #expect(processExitsWith: .failure) {
      let words: ContiguousArray<UInt32> = [1, 2]
      var sums: ContiguousArray<Int> = [0, 0]
      var span = sums.mutableSpan
      _ = BitPlanes.add(
        .init(offset: 0, width: 1), of: words.span, cells: 2, times: 1, to: &span, at: 1)
    }
    await #expect(processExitsWith: .failure) {
      let numbers: ContiguousArray<UInt32> = [1, 2]
      var words: ContiguousArray<UInt32> = [0]
      var span = words.mutableSpan
      BitPlanes.pack(numbers.span, .init(offset: 14, width: 3), into: &span)
    }
    await #expect(processExitsWith: .failure) {
      var words: ContiguousArray<UInt32> = [0]
      var span = words.mutableSpan
      BitPlanes.write(8, .init(offset: 0, width: 3), of: 0, in: &span, cells: 1)
    }
  }
}
