import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// The days of a key read column by column against the same days read cell by cell.
@Suite struct KeyRecordsTests {
  private static let repeated = CivilDate(daysSinceEpoch: 20_002)

  /// A tally of some days, with gaps, of any step, some of its numbers long.
  private static func tally(_ isFromContacts: Bool, _ random: inout SplitMix64) -> KeyTally {
    var tally = KeyTally(key: RecordKey(queue: "q"), isFromContacts: isFromContacts)
    let step = [10, 15, 30, 45, 60, 480].randomElement(using: &random)!
    let largest = [9, 9, 999, 1 << 33, 1 << 58].randomElement(using: &random)!
    for number in 0..<Int.random(in: 1...200, using: &random) {
      let day = 20_000 + Int.random(in: 0...4, using: &random)
      let minute = Int.random(in: 0..<(1440 / step), using: &random) * step
      var sums = ContactSums()
      for figure in ContactSums.Figure.allCases where random.once(in: 2) {
        sums[figure] = Int.random(in: 0...largest, using: &random)
      }
      sums[.rows] = 1
      _ = tally.take(
        sums, isSuspect: false, day: Int32(day), minute: Int32(minute),
        isSecond: day == repeated.daysSinceEpoch && 60..<120 ~= minute && random.once(in: 2),
        length: 0, arrival: .init(place: number, fingerprint: UInt32(number)), policy: .first)
      if random.once(in: 40) { tally.close() }
    }
    return tally
  }

  @Test(arguments: Seed.cases(100), [Demand.offered, .answeredPlusAbandoned])
  func columnsSayWhatCellsSay(_ seed: Seed, _ demand: Demand) throws {
    var random = seed.generator
    let minutes = [10, 15, 30, 60].randomElement(using: &random)!
    let shapes = DayShapes([Self.repeated: ClockChange(repeated: 3600..<7200)], minutes: minutes)
    let parts = (0...Int.random(in: 0...1, using: &random)).map { Self.tally($0 > 0, &random) }
    let records = try #require(
      KeyRecords(
        parts: parts, minutes: minutes, usualLength: minutes,
        through: CivilDate(daysSinceEpoch: 20_004), shapes: shapes))
    #expect(records.dates == records.dates.sorted())
    var day = KeyDay(shapes)
    for (position, date) in records.dates.enumerated() {
      let places = 2 * shapes.slots
      var present = [UInt32](repeating: 0, count: places)
      var contacts = [Int](repeating: 0, count: places)
      var sums = [ContactSums](repeating: ContactSums(), count: places)
      records.forEachRecord(on: date) { part, cell, place in
        present[place] = 1
        contacts[place].addSaturating(part.demand(cell, demand))
        sums[place].merge(part.sums(cell))
      }
      records.read(position, demand, into: &day)
      try #require(Array(day.present) == present && Array(day.demand) == contacts, "\(seed)")
      var columns = DayColumns(slots: shapes.slots, isRepeated: date == Self.repeated)
      records.add(position, to: &columns, &day)
      try #require(Array(day.present) == present, "\(seed)")
      try #require(columns.hasOverflowed == sums.contains(where: \.hasOverflowed), "\(seed)")
      guard !columns.hasOverflowed else { continue }
      for place in 0..<columns.places {
        try #require(columns.sums(place) == sums[place], "\(seed)")
      }
    }
  }
}
