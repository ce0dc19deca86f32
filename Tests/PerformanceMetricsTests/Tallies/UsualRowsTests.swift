import Basics
import DelimitedText
import TestSupport
import Testing

@testable import ContactRecords
@testable import PerformanceMetrics

/// Rows that go straight into open days against the same rows looked at one by one.
@Suite struct UsualRowsTests {
  private static let thresholds =
    ["answered_within_20", "abandoned_within_20", "answered_within_30"]
    + ["abandoned_within_5", "answered_within_20"]

  /// How a file's rows are, the same for all of them.
  private struct Habits {
    let columns: [IntervalColumn]
    let thresholds: [ThresholdColumn]
    let hasPercents: Bool
    let hasPasses: Bool
    let isRegular: Bool
    let lengths: [Int32]

    init(_ random: inout SplitMix64) {
      let optional: [IntervalColumn] = [
        .answeredWithin, .abandonedWithin, .shortAbandoned, .flowOut, .waitSeconds, .handleSeconds,
      ]
      let stated: [IntervalColumn] = random.once(in: 3) ? [.thresholdSeconds] : []
      columns = optional.filter { _ in !random.once(in: 4) } + stated
      let many = random.once(in: 2) ? 0 : Int.random(in: 0...5, using: &random)
      thresholds = UsualRowsTests.thresholds.prefix(many).map { ThresholdColumn($0)! }
      hasPercents = random.once(in: 4)
      hasPasses = random.once(in: 4)
      isRegular = random.once(in: 2)
      lengths =
        [[0], [15], [0, 15, 30], [0, 1440, 31 * 1440]][Int.random(in: 0...3, using: &random)]
    }
  }

  private static func services(_ random: inout SplitMix64) -> [Service] {
    let objectives = (0..<Int.random(in: 1...3, using: &random)).map { index in
      Objective(
        from: index == 0 && random.once(in: 2)
          ? nil : CivilDate(daysSinceEpoch: Int32(20_000 + index)),
        percent: FixedPoint(80), seconds: [20, 30, 5][Int.random(in: 0...2, using: &random)])
    }
    let first = Service(
      name: "A", match: ServiceMatch(queue: [NamePattern("q0")]),
      formula: ServiceLevelFormula.allCases.randomElement(using: &random)!, objectives: objectives)
    let second = Service(
      name: "B", match: ServiceMatch(queue: [NamePattern("q1")]),
      objectives: [Objective(percent: FixedPoint(90), seconds: 20)])
    return random.once(in: 3) ? [.assumed] : [first, second]
  }

  /// Fills a batch: rows by interval and key, some again, some of other times.
  private static func batch(
    _ habits: Habits, line: inout Int, _ random: inout SplitMix64
  ) -> IntervalBatch {
    var batch = IntervalBatch(thresholds: habits.thresholds)
    let count = Int.random(in: 1...80, using: &random)
    batch.reset(capacity: count + Int.random(in: 0...5, using: &random))
    batch.count = count
    batch.hasRepeatedTimes = habits.hasPasses
    if habits.hasPercents { batch.percents = .init(repeating: nil, count: batch.capacity) }
    for row in 0..<count {
      line += random.once(in: 9) ? 3 : 1
      batch.lines[row] = line
      batch.keys[row] = Int32(row % 3)
      let time =
        habits.isRegular && !random.once(in: 30) ? line / 3 : Int.random(in: 0...40, using: &random)
      batch.days[row] = Int32(20_000 + time / 16 % 4)
      batch.minutes[row] = Int32(time % 16 * (random.once(in: 50) ? 10 : 15))
      batch.lengths[row] = habits.lengths.randomElement(using: &random)!
      if habits.hasPasses, random.once(in: 5) {
        batch.passes[row] = WallPass.allCases.randomElement(using: &random)!.rawValue
      }
      let largest: UInt32 = random.once(in: 2) ? 1 : .max
      batch.fingerprints[row] = UInt32.random(in: 0...largest, using: &random)
      batch.suspects[row] = random.once(in: 6) ? 1 : 0
      for column in [IntervalColumn.offered, .answered, .abandoned] + habits.columns {
        batch.set(column, row, value(of: column, &random))
      }
      for position in habits.thresholds.indices {
        batch.values[(IntervalColumn.allCases.count + position) * batch.capacity + row] =
          random.once(in: 6) ? IntervalBatch.absent : Int.random(in: 0...9, using: &random)
      }
      for column in [IntervalColumn.offered, .answered, .abandoned]
      where batch.value(column, row) < 0 { batch.set(column, row, 0) }
      if habits.hasPercents, random.once(in: 2) {
        batch.percents[row] = PrintedPercent(
          millionths: Int.random(in: 0...100, using: &random) * 1_000_000, unit: 1_000_000)
      }
    }
    return batch
  }

  private static func value(of column: IntervalColumn, _ random: inout SplitMix64) -> Int {
    if random.once(in: 12) { return IntervalBatch.absent }
    if column == .thresholdSeconds { return [20, 30][Int.random(in: 0...1, using: &random)] }
    if random.once(in: 60) {
      return [1 << 31, 1 << 32, 1 << 52][Int.random(in: 0...2, using: &random)]
    }
    let value = Int.random(in: 0...9, using: &random)
    return column.isDuration ? value * (random.once(in: 5) ? 1234 : 1000) : value
  }

  @Test(arguments: Seed.cases(60), ConflictPolicy.allCases)
  func theyLeaveWhatRowsTakenOneByOneLeave(_ seed: Seed, _ policy: ConflictPolicy) throws {
    var random = seed.generator
    let services = Self.services(&random)
    var table = KeyTable()
    for queue in ["q0", "q1", "q2"] { _ = table.number(of: RecordKey(queue: queue)) }
    var fast = IntervalTally(services: services, policy: policy)
    var slow = fast
    for source in 0..<2 {
      let habits = Habits(&random)
      fast.beginSource(base: source * 10_000)
      slow.beginSource(base: source * 10_000)
      var line = 0
      for _ in 0..<4 {
        let batch = Self.batch(habits, line: &line, &random)
        fast.add(batch, keys: table)
        slow.addOneByOne(batch, keys: table)
      }
    }
    try #require(fast.sources == slow.sources, "\(seed)")
    try #require(fast.conflicts == slow.conflicts, "\(seed)")
    try #require(fast.lengthConflicts == slow.lengthConflicts, "\(seed)")
    try #require(fast.assumesThresholdFrom == slow.assumesThresholdFrom, "\(seed)")
    for (one, other) in zip(fast.keys, slow.keys) { try compare(one, other, seed) }
    try #require(Set(fast.longRows.keys) == Set(slow.longRows.keys), "\(seed)")
    for (rows, one) in fast.longRows { try compare(one, slow.longRows[rows]!, seed) }
  }

  private func compare(_ one: KeyTally, _ other: KeyTally, _ seed: Seed) throws {
    try #require(one.step == other.step, "\(seed)")
    try #require(one.blocks == other.blocks, "\(seed)")
    try #require(one.secondBlocks == other.secondBlocks, "\(seed)")
    try #require(one.lengths == other.lengths, "\(seed)")
    try #require(one.hasOverflowed == other.hasOverflowed, "\(seed)")
    for cell in 0..<(one.lengths.count * one.cellsPerDay) {
      try #require(one.hasRecord(cell) == other.hasRecord(cell), "\(seed)")
      guard one.hasRecord(cell) else { continue }
      let (own, twin) = (one.row(cell), other.row(cell))
      try #require(own.arrival == twin.arrival, "\(seed)")
      try #require(own.sums == twin.sums, "\(seed)")
      try #require(own.isSuspect == twin.isSuspect, "\(seed)")
      try #require(one.places(of: cell) == other.places(of: cell), "\(seed)")
    }
  }

  /// The path is taken at all: of a plain file all rows but the first of each key and day.
  @Test func plainRowsAreUsual() {
    var table = KeyTable()
    for queue in 0..<5 { _ = table.number(of: RecordKey(queue: "q\(queue)")) }
    var tally = IntervalTally(services: [.assumed])
    tally.beginSource(base: 0)
    var batch = IntervalBatch()
    batch.reset(capacity: 96 * 5)
    batch.count = 96 * 5
    for row in 0..<batch.count {
      (batch.lines[row], batch.keys[row]) = (row + 2, Int32(row % 5))
      (batch.days[row], batch.minutes[row]) = (20_000, Int32(row / 5 * 15))
      batch.fingerprints[row] = UInt32(row)
      for column in [IntervalColumn.offered, .answered, .answeredWithin] {
        batch.set(column, row, 3)
      }
      batch.set(.abandoned, row, 0)
    }
    // The first row of a key opens its day, the second tells how long intervals are.
    let plans: ContiguousArray = [RowPlan(batch, day: 20_000, threshold: 20, shortSeconds: 5)]
    let planOfKey = ContiguousArray<Int32>(repeating: 0, count: 5)
    tally.addOneByOne(batch, keys: table, rows: 0..<10)
    var run = UsualRows.Run()
    run.end = 10
    let places = OpenPlaces(tally.keys[4].open.columns)
    var firstDays = tally.assumesThresholdFrom
    var assumesFrom = firstDays.mutableSpan
    for index in 0..<5 { tally.keys[index].open.widen(to: tally.keys[4].open.columns) }
    var keys = tally.keys.mutableSpan
    UsualRows.take(
      batch, &run, base: 0, plans: plans.span, planOfKey: planOfKey.span, places: places,
      assumesFrom: &assumesFrom, keys: &keys)
    #expect(run.end == 480)
    #expect(run.latest == 20_000 * 1440 + 95 * 15)
  }
}

extension IntervalTally {
  /// Takes rows as `add` does, each by itself.
  fileprivate mutating func addOneByOne(
    _ batch: borrowing IntervalBatch, keys table: borrowing KeyTable, rows: Range<Int>? = nil
  ) {
    admit(table)
    var run = UsualRows.Run()
    for row in rows ?? 0..<batch.count { take(row, of: batch, &run) }
    note(run)
  }
}

extension IntervalBatch {
  fileprivate mutating func set(_ column: IntervalColumn, _ row: Int, _ value: Int) {
    values[column.rawValue * capacity + row] = value
  }
}
