import ContactRecords
import TestSupport
import Testing

@testable import ContactRecords

@Suite struct KeyTableTests {
  private func joined(_ names: String...) -> ContiguousArray<UInt8> {
    ContiguousArray(names.map { Array($0.utf8) }.joined(separator: [KeyTable.separator]))
  }

  @Test func keysAreNumberedInTheOrderOfTheirFirstAppearance() {
    var table = KeyTable()
    #expect(table.index(of: joined("Bonn", "sales", "voice", "")) == 0)
    #expect(table.index(of: joined("", "", "", "")) == 1)
    #expect(table.index(of: joined("Bonn", "sales", "voice", "")) == 0)
    #expect(
      table.keys == [
        RecordKey(site: "Bonn", queue: "sales", channel: "voice"), RecordKey(),
      ])
  }

  @Test func namesDoNotRunIntoEachOther() {
    var table = KeyTable()
    let keys = [
      joined("ab", "c", "", ""), joined("a", "bc", "", ""), joined("abc", "", "", ""),
      joined("", "abc", "", ""), joined("", "", "", "abc"), joined("a", "b", "c", ""),
    ]
    #expect(keys.map { table.index(of: $0) } == [0, 1, 2, 3, 4, 5])
  }

  @Test func thousandsOfKeysKeepTheirNumbersWhileTheTableGrows() throws {
    var table = KeyTable()
    var expected: [String: Int32] = [:]
    for seed in Seed.cases(1) {
      var random = seed.generator
      for _ in 0..<30_000 {
        let (site, queue) = (random.next() % 7, random.next() % 1500)
        let index = table.index(of: joined("site \(site)", "queue \(queue)", "voice", ""))
        let name = "\(site)/\(queue)"
        if let known = expected[name] {
          try #require(index == known, "\(seed)")
        } else {
          try #require(Int(index) == expected.count, "\(seed)")
          expected[name] = index
        }
      }
      #expect(table.keys.count == expected.count)
      for (name, index) in expected {
        let parts = name.split(separator: "/")
        #expect(
          table.keys[Int(index)]
            == RecordKey(site: "site \(parts[0])", queue: "queue \(parts[1])", channel: "voice"))
      }
    }
  }

  @Test func partsOfAKeyShareItsWhole() {
    let part = RecordKey(site: "s", queue: "q", channel: "c", part: "1")
    #expect(part.whole == RecordKey(site: "s", queue: "q", channel: "c"))
    #expect(part.whole < part)
    #expect(RecordKey(site: "a", queue: "z") < RecordKey(site: "b", queue: "a"))
  }

  @Test(arguments: [
    "sales", " sales", "sales ", "\tsales\t", "\"sales\"", "\u{A0}sales\u{A0}", "\" sales \"",
  ])
  func paddingAroundANameIsNoPartOfIt(_ field: String) throws {
    let decoded = try Decoded(oneRow(",queue", "5,5,0,5,\(field)"))
    #expect(decoded.first?.key == RecordKey(queue: "sales"))
  }

  @Test(arguments: [
    "", " ", "-", "--", "N/A", "n/a", "null", "NULL", "NaN", "unknown", " Unknown ",
  ])
  func anAbsentNameIsEmpty(_ field: String) throws {
    let decoded = try Decoded(oneRow(",queue", "5,5,0,5,\(field)"))
    #expect(decoded.first?.key == RecordKey())
  }

  @Test func namesDifferByCaseAndInnerBlanks() throws {
    let decoded = try Decoded(
      "interval_start,offered,answered,answered_within,queue\n"
        + "2026-03-02 09:00,1,1,1,sales\n2026-03-02 09:00,1,1,1,Sales\n"
        + "2026-03-02 09:00,1,1,1,sa les\n")
    #expect(Set(decoded.rows.map(\.key)).count == 3)
  }

  @Test func joinedNamesLeaveOutWhatIsAbsent() throws {
    let decoded = try Decoded(
      "interval_start,offered,answered,answered_within,a,b\n"
        + "2026-03-02 09:00,1,1,1, x ,y\n2026-03-02 09:00,1,1,1,-,y\n2026-03-02 09:00,1,1,1,x,\n",
      columns: ["queue": .joined(["a", "b"])])
    #expect(decoded.rows.map(\.key.queue) == ["x y", "y", "x"])
  }
}
