import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// The cells of a key, open and packed, against a table of what was written.
@Suite struct KeyCellsTests {
  /// A time of a key.
  private struct Time: Hashable {
    let day: Int32
    let minute: Int32
    let isSecond: Bool
  }

  private static let values = [0, 1, 2, 3, 40, 999, 65_536, 1 << 32 - 1, 1 << 32, 1 << 59]

  private static func sums(_ random: inout SplitMix64, upTo largest: Int) -> ContactSums {
    var sums = ContactSums()
    for figure in ContactSums.Figure.allCases where random.once(in: 2) {
      sums[figure] = values[..<largest].randomElement(using: &random)!
    }
    sums[.rows] = 1
    return sums
  }

  /// Days back and forth, so that rows come to packed ones too, and steps that get smaller.
  @Test(arguments: Seed.cases(60))
  func everyRowStandsWhereItWasPut(_ seed: Seed) throws {
    var random = seed.generator
    var key = KeyTally(key: RecordKey(queue: "q"))
    var rows: [Time: KeyTally.Row] = [:]
    let largest = Int.random(in: 2...Self.values.count, using: &random)
    let isOrderly = random.once(in: 2)
    for number in 0..<Int.random(in: 1...60, using: &random) {
      let minutes = [0, 0, 720, 480, 30, 45]
      let minute = minutes[Int.random(in: 0...min(5, number / 9), using: &random)]
      let time = Time(
        day: Int32(isOrderly ? number / 9 : Int.random(in: 0...3, using: &random)),
        minute: Int32(minute), isSecond: random.once(in: 9))
      // Places fall as well: rows of other tallies come cell by cell.
      var place = 100 + number
      if random.once(in: 5) { place = 100 - number }
      if random.once(in: 99) { place += 1 << 33 }
      let fingerprint = UInt32.random(in: 0 ... .max, using: &random)
      let row = KeyTally.Row(
        arrival: .init(place: place, fingerprint: fingerprint),
        sums: Self.sums(&random, upTo: largest), isSuspect: random.once(in: 3))
      let outcome = key.take(
        row.sums, isSuspect: row.isSuspect, day: time.day, minute: time.minute,
        isSecond: time.isSecond, length: 0, arrival: row.arrival, policy: .last)
      if let standing = rows[time] {
        let conflict = KeyTally.Outcome.conflict(
          with: standing.arrival.place, otherIsSuspect: standing.isSuspect)
        try #require(outcome == conflict, "\(seed)")
      } else {
        try #require(outcome == .accepted, "\(seed)")
      }
      rows[time] = row
      if random.once(in: 12) { key.close() }
      if random.once(in: 15) { try check(key, rows, seed) }
    }
    try check(key, rows, seed)
  }

  private func check(_ key: KeyTally, _ rows: [Time: KeyTally.Row], _ seed: Seed) throws {
    var count = 0
    for (isSecond, blocks) in [(false, key.blocks), (true, key.secondBlocks)] {
      for (day, block) in blocks {
        var scratch = key.scratch
        var offered = 0
        for index in 0..<key.cellsPerDay {
          let cell = block * key.cellsPerDay + index
          let time = Time(day: day, minute: Int32(index * key.step), isSecond: isSecond)
          try #require(key.hasRecord(cell) == (rows[time] != nil), "\(seed)")
          guard let row = rows[time] else { continue }
          count += 1
          let found = key.row(cell)
          try #require(found.arrival == row.arrival, "\(seed)")
          try #require(found.sums == row.sums, "\(seed)")
          try #require(found.isSuspect == row.isSuspect, "\(seed)")
          offered.addSaturating(row.sums.offered)
        }
        let sum = key.sum(ContactSums.Figure.offered.rawValue, inBlock: block, &scratch)
        try #require(sum == offered, "\(seed)")
        var columns = DayColumns(slots: key.cellsPerDay)
        key.add(block: block, to: &columns, &scratch)
        for index in 0..<key.cellsPerDay where !columns.hasOverflowed {
          let cell = block * key.cellsPerDay + index
          try #require(columns.sums(index) == key.sums(cell), "\(seed)")
        }
      }
    }
    try #require(count == rows.count, "\(seed)")
  }

  /// What is added bit by bit, as contacts are, is there whole.
  @Test(arguments: Seed.cases(50))
  func countsThatAreAddedGrowInOpenAndPackedDays(_ seed: Seed) throws {
    var random = seed.generator
    var key = KeyTally(key: RecordKey(queue: "q"), isFromContacts: true)
    var counts: [Time: ContactSums] = [:]
    for _ in 0..<200 {
      let time = Time(
        day: Int32.random(in: 0...2, using: &random),
        minute: Int32.random(in: 0...3, using: &random) * 5, isSecond: random.once(in: 9))
      let cell = key.interval(day: time.day, minute: time.minute, isSecond: time.isSecond)
      var contact = ContactAdditions()
      contact.add(1, to: .rows)
      counts[time, default: ContactSums()][.rows] += 1
      let figure = [ContactSums.Figure.answered, .abandoned, .flowOut].randomElement(
        using: &random)!
      let amount = random.once(in: 30) ? 1 << 40 : 3
      contact.add(amount, to: figure)
      counts[time]![figure] += amount
      let wait = random.once(in: 4) ? Int.random(in: 0...99_999, using: &random) : 5000
      contact.addDuration(milliseconds: wait, to: .waitMilliseconds)
      counts[time]![.waitMilliseconds] += wait
      key.add(contact, cell: cell)
    }
    for (time, sums) in counts {
      let cell = key.interval(day: time.day, minute: time.minute, isSecond: time.isSecond)
      try #require(key.sums(cell) == sums, "\(seed)")
    }
  }

  @Test func aContactIsAddedToAnOpenDayWholeOrNotAtAll() {
    var day = OpenDay(.usual)
    day.begin(0, block: 0, count: 1, firstPlace: 0)
    day.set(ContactSums.Figure.abandoned.rawValue, 0, to: (1 << 32) - 2)
    var contact = ContactAdditions()
    contact.add(1, to: .offered)
    contact.add(1, to: .abandoned)
    let (first, second) = (day.add(contact, 0), day.add(contact, 0))
    #expect(first && !second)
    #expect(day[ContactSums.Figure.offered.rawValue, 0] == 1)
    #expect(day[ContactSums.Figure.abandoned.rawValue, 0] == (1 << 32) - 1)
    contact.add(1, to: .flowOut)
    let third = day.add(contact, 0)
    #expect(!third)
  }

  @Test func durationsThatGrowTooLargeAreTold() {
    var key = KeyTally(key: RecordKey(queue: "q"), isFromContacts: true)
    var contact = ContactAdditions()
    contact.add(1, to: .rows)
    contact.addDuration(milliseconds: Int.max, to: .waitMilliseconds)
    let cell = key.interval(day: 1, minute: 0)
    key.add(contact, cell: cell)
    #expect(key.hasOverflowed)
    #expect(key.sums(cell).waitMilliseconds < 1000)
  }

  /// A year of a queue takes a few bytes an interval, however its rows are ordered.
  @Test(arguments: [true, false])
  func usualRowsTakeFewBytes(_ isOrderly: Bool) {
    var random = SplitMix64(5)
    var key = KeyTally(key: RecordKey(queue: "q"))
    var times = (0..<1920).map { number -> (day: Int32, minute: Int32) in
      (Int32(number / 96), Int32(number % 96 * 15))
    }
    if !isOrderly { times.shuffle(using: &random) }
    for (line, time) in times.enumerated() {
      var sums = ContactSums()
      sums[.rows] = 1
      sums[.offered] = Int.random(in: 0...50, using: &random)
      sums[.answered] = sums.offered
      sums[.answeredWithin] = sums.offered
      sums[.waitMilliseconds] = 1000 * Int.random(in: 0...4000, using: &random)
      sums[.handleMilliseconds] = 1000 * Int.random(in: 0...30_000, using: &random)
      _ = key.take(
        sums, isSuspect: false, day: time.day, minute: time.minute, length: 0,
        arrival: .init(place: line + 2, fingerprint: UInt32.random(in: 0 ... .max, using: &random)),
        policy: .error)
    }
    key.close()
    // A fingerprint of 32 bits, a place of 11 in a file without an order, counts of 6 and
    // durations of 12 and 15.
    #expect(key.days.map(\.byteCount).max()! <= 96 * (isOrderly ? 10 : 14))
    #expect(key.days.allSatisfy { $0.has(CellColumn.place) != isOrderly })
  }
}
