import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Every record has the same chance, and a seed draws the same ones.
@Suite struct RecordDrawTests {
  /// Forty interval records of two queues, the first of them a repeat.
  private static let intervals: String = {
    var export = Export()
    for queue in ["a", "b"] {
      export.addDays(
        "2026-03-02", "2026-03-06", at: ["08:00", "08:30", "09:00", "09:30"], queue: queue)
    }
    export.add(.day("2026-03-02"), "08:00", queue: "a")
    return export.text
  }()

  private func draw(_ count: Int, _ seed: String, asOf: CivilDate? = nil) throws -> RecordDraw {
    var draw = RecordDraw(count: count, seed: seed, asOf: asOf)
    draw.take(try CenterReading().tally([RecordDrawTests.intervals]).tally)
    return draw
  }

  private func drawOfContacts(
    _ rows: [String], _ count: Int, _ seed: String, _ policy: ConflictPolicy = .error
  ) throws -> RecordDraw {
    var reading = CenterReading()
    reading.policy = policy
    let header = "started_at,outcome,wait_seconds,contact_id,queue\n"
    let tally = try reading.tally(
      contacts: [header + rows.map { $0 + "\n" }.joined()],
      draw: RecordDraw(count: count, seed: seed))
    return tally.draw!
  }

  @Test func populationIsEachRecordOnce() throws {
    let draw = try draw(7, "x")
    #expect(draw.intervals == 40 && draw.contacts == 0 && draw.population == 40)
    #expect(draw.drawn.count == 7)
    #expect(Set(draw.drawn.map { "\($0.key) \($0.day) \($0.secondOfDay)" }).count == 7)
    #expect(try self.draw(7, "x", asOf: .day("2026-03-03")).population == 16)
  }

  @Test func smallerDrawIsTheBeginningOfALargerOne() throws {
    let all = try draw(40, "x").drawn
    for count in [1, 2, 13, 39] { #expect(try draw(count, "x").drawn == Array(all.prefix(count))) }
    #expect(try draw(1000, "x").drawn == all)
    #expect(try draw(40, "y").drawn != all)
  }

  /// With 39 degrees of freedom a sum above 72.1 is one in a thousand; the seeds are fixed.
  @Test func everyRecordHasTheSameChance() throws {
    let tally = try CenterReading().tally([RecordDrawTests.intervals]).tally
    var counts: [String: Int] = [:]
    for seed in 0..<800 {
      var draw = RecordDraw(count: 10, seed: "\(seed)")
      draw.take(tally)
      for record in draw.drawn {
        counts["\(record.key.queue) \(record.day) \(record.secondOfDay)", default: 0] += 1
      }
    }
    #expect(counts.count == 40)
    let expected = 200.0
    let chiSquare = counts.values.reduce(0.0) { sum, count in
      sum + (Double(count) - expected) * (Double(count) - expected) / expected
    }
    #expect(chiSquare < 72.1, "\(chiSquare)")
  }

  @Test func largeDrawsForgetOnlyWhatCannotBeDrawn() throws {
    let rows = (0..<3000).map { index in
      "2026-03-02 \(index / 600 + 10):\(index / 10 % 60 < 10 ? "0" : "")\(index / 10 % 60),answered,5,c\(index),a"
    }
    let whole = try drawOfContacts(rows, 3000, "s").drawn
    #expect(whole.count == 3000)
    for count in [1, 40, 63, 64, 65, 700] {
      #expect(
        try drawOfContacts(rows.reversed(), count, "s").drawn.map(\.rank)
          == whole.prefix(count).map(\.rank))
    }
  }

  /// Of 50 equal contacts and 50 others, draws of 12 hold about six of the equal ones, and nearly
  /// never none or all: each is drawn by itself.
  @Test func equalContactsAreDrawnOneByOne() throws {
    let rows =
      Array(repeating: "2026-03-02 09:00,abandoned,,,a", count: 50)
      + (10..<60).map { "2026-03-02 10:\($0),answered,5,,a" }
    var extremes = 0
    for seed in 0..<100 {
      let drawn = try drawOfContacts(rows, 12, "\(seed)").drawn
      let equal = drawn.count { $0.places[0] <= 51 }
      extremes += equal == 0 || equal == 12 ? 1 : 0
      #expect(drawn.count == 12)
      let backward = try drawOfContacts(rows.reversed(), 12, "\(seed)").drawn
      #expect(backward.map(\.rank) == drawn.map(\.rank))
    }
    #expect(extremes <= 1)
  }

  @Test func contactsAreDrawnByTheirLegs() throws {
    let rows = [
      "2026-03-02 09:00,answered,5,c1,a", "2026-03-02 09:00,answered,5,c1,a",
      "2026-03-02 09:00,answered,5,c1,b", "2026-03-02 09:00,abandoned,,,a",
      "2026-03-02 09:00,abandoned,,,a",
    ]
    let draw = try drawOfContacts(rows, 10, "s")
    #expect(draw.contacts == 4 && draw.drawn.count == 4)
    #expect(draw.drawn.map(\.places).sorted { $0[0] < $1[0] } == [[2], [4], [5], [6]])
    #expect(
      draw.drawn.first { $0.places == [2] }?.content
        == .contact(.answered, waitMilliseconds: 5000, handleMilliseconds: nil))
  }

  @Test(
    arguments: [(.first, [2]), (.last, [4]), (.sum, [2, 3, 4])] as [(ConflictPolicy, [Int])])
  func conflictsAreSettledFirst(_ policy: ConflictPolicy, _ lines: [Int]) throws {
    let rows = [5, 6, 7].map { "2026-03-02 09:00,answered,\($0),c1,a" }
    let draw = try drawOfContacts(rows, 10, "s", policy)
    #expect(draw.drawn.flatMap(\.places).sorted() == lines)
  }
}
