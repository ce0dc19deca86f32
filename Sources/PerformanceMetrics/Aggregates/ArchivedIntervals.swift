import Basics
import ContactRecords
import DelimitedText

/// Interval records kept row by row, with every value that they give.
///
/// Tallies keep what figures are made of, for the objective in force; who writes records again
/// wants all of a row. A row takes some forty bytes here: where it stands in time, and for each
/// value that it gives the number of its column and the value, both in as few bytes as they need.
public struct ArchivedIntervals: Sendable {
  /// One row without its values.
  struct Row: Sendable {
    /// The number of its key.
    var key: Int32
    /// The day, since 1970-01-01, on which it starts; the last one of a month.
    let day: Int32
    /// The minute of the day at which it starts.
    let minute: Int32
    /// Its length in minutes; 0 where nothing states it.
    let length: Int32
    /// Which pass of a repeated hour it lies in.
    var pass: WallPass
    /// The input that it stands in, and its line in the order of all inputs.
    let source: Int32
    let place: Int
    /// Where its values begin and end.
    let first: Int
    let end: Int
    /// Whether equal rows say different things of how their intervals ended, so that none counts.
    var hidesOutcomes = false

    /// Rows of different classes do not stand in each other's place: intervals, days and months.
    var lengthClass: Int {
      length > Int32(IntervalLength.day) ? 2 : length == Int32(IntervalLength.day) ? 1 : 0
    }
  }

  /// A value that a row gives.
  struct Value: Hashable, Sendable {
    /// The number of its column.
    let column: Int
    /// A count, milliseconds, or millionths of a percent.
    let number: Int
  }

  /// The keys, by number.
  private(set) var keys = KeyTable()
  /// The rows in the order in which they came.
  private(set) var rows: ContiguousArray<Row> = []
  /// The thresholds that columns state, in the order in which they were met.
  private(set) var thresholds: [ThresholdColumn] = []
  /// Places in time of rows that could not be read.
  private(set) var holes: Set<Hole> = []
  private var values: ContiguousArray<UInt8> = []
  private var sourceCount: Int32 = 0
  /// The number of each key of the tables that rows come with.
  private var translated: [Int32] = []
  private var thresholdNumbers: [ThresholdColumn: Int] = [:]
  /// What judged the intervals of rows, by number.
  private(set) var objectives: [String] = []
  private var objectiveNumbers: [String: Int] = [:]

  /// The place in time of a row that could not be read.
  struct Hole: Hashable, Sendable {
    let key: Int32
    let day: Int32
    let minute: Int32
    let pass: WallPass
    let isMonth: Bool
  }

  /// Numbers of columns: those of `IntervalColumn`, a printed service level, how intervals ended,
  /// then thresholds.
  enum Column {
    static let percent = IntervalColumn.allCases.count
    static let percentUnit = percent + 1
    /// How the intervals of a day or a month ended, and the number of what judged them.
    static let outcomes = (percentUnit + 1)..<(percentUnit + 5)
    static let firstThreshold = outcomes.upperBound
    /// The names of the columns of outcomes, in order.
    static let outcomeNames = [
      "intervals_met", "intervals_counted", "intervals_undecided", "intervals_objective",
    ]
  }

  /// Creates an archive of nothing.
  public init() {}

  /// Whether nothing was kept.
  public var isEmpty: Bool { rows.isEmpty && holes.isEmpty }
}

// MARK: - Taking rows

extension ArchivedIntervals {
  /// Begins the next input.
  mutating func beginSource() {
    sourceCount += 1
    translated = []
  }

  /// Keeps the rows of a batch.
  ///
  /// - Parameters:
  ///   - table: The key table that the batch's keys are numbered in, the same for all batches of
  ///     an input.
  ///   - base: Physical lines of all inputs before this one.
  mutating func take(_ batch: borrowing IntervalBatch, keys table: KeyTable, base: Int) {
    // Equal rows have their values in the same order, whatever that of their files is.
    let columns = batch.thresholds.enumerated().map { ($0.offset, number(of: $0.element)) }
      .sorted { $0.1 < $1.1 }
    for row in 0..<batch.count {
      let first = values.count
      for column in IntervalColumn.allCases {
        let value = batch.value(column, row)
        if value != IntervalBatch.absent { append(Value(column: column.rawValue, number: value)) }
      }
      if !batch.percents.isEmpty, let percent = batch.percents[row] {
        append(Value(column: Column.percent, number: percent.millionths))
        append(Value(column: Column.percentUnit, number: percent.unit))
      }
      if !batch.outcomes.isEmpty, let outcomes = batch.outcomes[row] {
        for value in values(of: outcomes) { append(value) }
      }
      for (position, column) in columns {
        let value = batch.value(threshold: position, row)
        if value != IntervalBatch.absent { append(Value(column: column, number: value)) }
      }
      withdrawDerived(from: first, isSuspect: batch.suspects[row] == 1)
      rows.append(
        Row(
          key: translate(batch.keys[row], table), day: batch.days[row],
          minute: batch.minutes[row], length: batch.lengths[row], pass: batch.pass(row),
          source: sourceCount, place: base + batch.lines[row], first: first, end: values.count))
    }
  }

  /// Notes the place in time of a row that could not be read.
  mutating func noteRejected(_ place: RejectedRecord.Place, keys table: KeyTable) {
    holes.insert(
      Hole(
        key: translate(place.key, table), day: place.day.daysSinceEpoch,
        minute: Int32(place.time.minuteOfDay), pass: place.pass, isMonth: place.isMonth))
  }

  /// Notes a place in time of this archive's own keys.
  mutating func adopt(_ hole: Hole) { holes.insert(hole) }

  /// The number of a key, given one where it is new.
  mutating func number(of key: RecordKey) -> Int32 { keys.number(of: key) }

  /// Keeps a row that was made and not read.
  mutating func append(
    _ key: RecordKey, day: Int32, minute: Int32, length: Int32, pass: WallPass, _ given: [Value]
  ) {
    let first = values.count
    for value in given { append(value) }
    rows.append(
      Row(
        key: keys.number(of: key), day: day, minute: minute, length: length, pass: pass, source: 0,
        place: rows.count + 1, first: first, end: values.count))
  }

  /// Takes a third count out again that is nothing but what a contradiction left of it, so that
  /// the row contradicts itself when it is read again as it does now.
  private mutating func withdrawDerived(from first: Int, isSuspect: Bool) {
    guard isSuspect else { return }
    var given = values(first..<values.count)
    func number(_ column: IntervalColumn) -> Int? {
      given.first { $0.column == column.rawValue }?.number
    }
    guard let offered = number(.offered), let answered = number(.answered),
      let abandoned = number(.abandoned)
    else { return }
    let flowOut = number(.flowOut) ?? 0
    let third: IntervalColumn? =
      abandoned == 0 && offered - answered - flowOut < 0
      ? .abandoned : answered == 0 && offered - abandoned - flowOut < 0 ? .answered : nil
    guard let third else { return }
    given.removeAll { $0.column == third.rawValue }
    values.removeLast(values.count - first)
    for value in given { append(value) }
  }

  private mutating func translate(_ key: Int32, _ table: KeyTable) -> Int32 {
    if translated.count < table.keys.count {
      translated += repeatElement(-1, count: table.keys.count - translated.count)
    }
    if translated[Int(key)] < 0 { translated[Int(key)] = keys.number(of: table.keys[Int(key)]) }
    return translated[Int(key)]
  }

  /// The number of a threshold's column.
  mutating func number(of threshold: ThresholdColumn) -> Int {
    if let known = thresholdNumbers[threshold] { return known }
    let number = Column.firstThreshold + thresholds.count
    thresholdNumbers[threshold] = number
    thresholds.append(threshold)
    return number
  }

  /// The values of how the intervals of a row ended.
  mutating func values(of outcomes: IntervalOutcomes) -> [Value] {
    let known = objectiveNumbers[outcomes.objective]
    let objective = known ?? objectives.count
    if known == nil {
      objectiveNumbers[outcomes.objective] = objective
      objectives.append(outcomes.objective)
    }
    return zip(Column.outcomes, [outcomes.met, outcomes.counted, outcomes.undecided, objective])
      .map { Value(column: $0, number: $1) }
  }

  private mutating func append(_ value: Value) {
    for number in [value.column, value.number] {
      var rest = UInt(bitPattern: number)
      while rest >= 0x80 {
        values.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      values.append(UInt8(rest))
    }
  }
}

// MARK: - Reading rows

extension ArchivedIntervals {
  /// The values that a row gives, in the order of their columns' numbers.
  func values(of row: Row) -> [Value] {
    let given = values(row.first..<row.end)
    return row.hidesOutcomes
      ? given.filter { !Column.outcomes.contains($0.column) } : given
  }

  /// What a row says of how its intervals ended.
  func outcomes(of row: Row) -> [Value] {
    if objectives.isEmpty { return [] }
    return values(of: row).filter { Column.outcomes.contains($0.column) }
  }

  private func values(_ range: Range<Int>) -> [Value] {
    var (found, next) = ([Value](), range.lowerBound)
    while next < range.upperBound {
      let column = number(at: &next)
      found.append(Value(column: column, number: number(at: &next)))
    }
    return found
  }

  private func number(at next: inout Int) -> Int {
    var (number, shift) = (UInt(0), UInt(0))
    while true {
      let byte = values[next]
      next += 1
      number |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: number) }
      shift += 7
    }
  }

  /// Tells whether two rows give the same values, whatever they say of their intervals.
  func areEqual(_ a: Row, _ b: Row) -> Bool {
    if values[a.first..<a.end].elementsEqual(values[b.first..<b.end]) { return true }
    if objectives.isEmpty { return false }
    let sums = { (row: Row) in
      self.values(of: row).filter { !Column.outcomes.contains($0.column) }
    }
    return sums(a) == sums(b)
  }

  /// The names of a column.
  func name(ofColumn column: Int) -> String {
    if column < Column.percent { return IntervalColumn(rawValue: column)!.name }
    if Column.outcomes.contains(column) {
      return Column.outcomeNames[column - Column.outcomes.lowerBound]
    }
    return column < Column.firstThreshold
      ? "service_level" : thresholds[column - Column.firstThreshold].name
  }

  /// The key of a row.
  func key(of row: Row) -> RecordKey { keys.keys[Int(row.key)] }
}
