import DelimitedText
import TestSupport
import Testing

@testable import ContactRecords

/// Rows of numbers are read as each of their fields is by itself.
@Suite struct NumberColumnsTests {
  private static let names = [
    "interval_start", "queue", "offered", "answered", "abandoned", "answered_within",
    "talk_seconds",
  ]
  private static let words = [
    "0", "7", "42", "007", "12345678", "99999999", "123456789", "", " 1", "1 ", "-1", "1.5", "é",
    "\"8\"", "\"1\"\"2\"", "1234567x", "18446744073709551617",
  ]

  @Test(arguments: Seed.cases(40))
  func rowsAreReadAsTheirFields(_ seed: Seed) throws {
    var random = SplitMix64(seed.value)
    let count = Int.random(in: 1...20, using: &random)
    var text = NumberColumnsTests.names.joined(separator: ",") + "\n"
    // Short texts have no room for words of eight bytes behind their last fields.
    for _ in 0..<count {
      let plain = Int.random(in: 0...9_999, using: &random)
      var fields = ["", "A"] + NumberColumnsTests.names.dropFirst(2).map { _ in "\(plain)" }
      if random.once(in: 2) {
        let field = Int.random(in: 2..<fields.count, using: &random)
        fields[field] = NumberColumnsTests.words.randomElement(using: &random)!
      }
      text += fields.joined(separator: ",") + "\n"
    }
    if random.once(in: 2) { text.removeLast() }
    try NumberColumnsTests.check(text)
  }

  /// The last number stands at every distance from the end of the text, and beyond its words.
  @Test(arguments: ["1", "12", "12345678", "x", ""])
  func theEndOfTheTextIsNotReadOver(_ last: String) throws {
    let header = NumberColumnsTests.names.joined(separator: ",") + "\n"
    for end in ["", "\n", "\r\n"] {
      try NumberColumnsTests.check(header + ",A,1,2,3,4,\(last)\(end)")
    }
  }

  private static func check(_ text: String) throws {
    var reader = try RecordReader(MemoryByteSource(Array(text.utf8)))
    var records = RecordBatch()
    _ = try reader.read(into: &records)
    let map = try ColumnMap(header: names, mapping: ColumnMapping())
    let numbers = ContiguousArray(
      map.numbers.enumerated().compactMap { PlainNumber($1, index: $0) })
    #expect(numbers.count == names.count - 2)
    let sources = ContiguousArray((1..<records.rows.count).map { Int32($0) })
    let capacity = sources.count
    let columns = numbers.map(\.target).max()! + 1
    var values = ContiguousArray(repeating: -7, count: columns * capacity)
    var unusual = ContiguousArray<UnusualField>()
    NumberColumns.decode(
      numbers, of: sources, capacity, records, into: &values, capacity: capacity,
      unusual: &unusual)
    var found = Set<UnusualField>()
    for row in 0..<capacity {
      for number in numbers {
        let range = records.range(row: row + 1, field: number.field)
        let plain = PlainDigits.scalar(records.bytes.span, range)
        if plain < 0 { found.insert(UnusualField(number: number.index, row: row)) }
        let value = values[number.target * capacity + row]
        #expect(plain < 0 || value == plain * number.scale, "row \(row), \(text)")
      }
    }
    #expect(found == Set(unusual) && found.count == unusual.count)
  }
}
