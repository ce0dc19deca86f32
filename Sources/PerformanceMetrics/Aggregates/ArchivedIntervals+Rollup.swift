import Basics
import ContactRecords

/// How coarse rolled-up records are.
public enum RollupGrain: String, CaseIterable, Hashable, Sendable {
  /// As the records are.
  case interval
  /// Whole days.
  case day
  /// Whole months.
  case month
}

/// Why records cannot be rolled up.
public enum RollupError: Error, Hashable, Sendable {
  /// A sum is larger than any number that is read.
  case overflow
  /// Rows that could not be read have places in time that no coarser row can hold.
  case holes(Int)
  /// Records of whole months stand beside shorter ones, which have another header.
  case months
  /// Printed percentages stand beside counts, which have another header.
  case percentages
  /// Different rows for one interval remain, which the policy does not settle.
  case conflicts(Int)
  /// Rows that are no interval records, in the noun of their kind.
  case otherKind(String)
  /// Contacts, which keep their waits by interval and key alone.
  case contactsByInterval
  /// Issues that were watched in two ways.
  case watchedDifferently(String, String)
  /// Contacts beside sums of contacts.
  case mixed
  /// Values of a transaction type that no amount holds.
  case values(String)
  /// Sums of contacts, where contacts are kept one by one.
  case sumsOfContacts
}

extension RollupError: CustomStringConvertible {
  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .overflow: "a sum reaches 2^53; a column is mapped wrongly"
    case .holes(let count):
      "\(count) rejected \(count == 1 ? "row is a hole" : "rows are holes") in time, which days, "
        + "months and dropped dimensions cannot hold; mend them, or roll up by interval"
    case .months:
      "records of whole months stand beside shorter ones; roll them up apart, or by month"
    case .percentages:
      "some records have counts of contacts answered in time and others a printed service level "
        + "alone; roll them up apart"
    case .conflicts(let count):
      "\(count) \(count == 1 ? "row differs" : "rows differ") from another of the same interval "
        + "after as-of"
    case .otherKind(let noun):
      "\(noun) are no interval records; name a folder for the tables of all kinds with --into DIR"
    case .contactsByInterval:
      "contacts keep their waits, which thresholds and percentiles are made of, by interval and "
        + "queue alone; roll them up by interval, without --over"
    case .watchedDifferently(let first, let second):
      "contacts were rolled up with \(VisibleText.escaping(first)), and with "
        + "\(VisibleText.escaping(second)); roll all of them up with one configuration"
    case .mixed: "\(MetricsError(reason: .sumsBesideContacts))"
    case .values(let type):
      "the values of the transaction type \"\(VisibleText.escaping(type))\" add up to more than "
        + "9 * 10^14 in a month"
    case .sumsOfContacts:
      "a ledger keeps contacts one by one, and these are sums of contacts; give it the contacts"
    }
  }
}

// MARK: - Sums of rows

extension ArchivedIntervals {
  /// The rows that count, summed at a coarser grain.
  ///
  /// Sums of sums are sums: rows add up to one where they share their key, without the
  /// dimensions that are dropped, their day or month, their threshold and the columns that they
  /// give, so that nothing unknown is taken for nothing. A row of a sum carries a part, the sum
  /// of the digests of its rows: different parts of a key add, equal ones are repeats, and parts
  /// of parts are the same as parts of the whole. What is exported as percentages stays row by
  /// row. A day with shorter rows of its key is counted by these, and a month likewise.
  ///
  /// How the intervals of a day or a month ended is in no sum. It rides along where a row holds
  /// all that its key has of the time; a row that is alone keeps what it says.
  ///
  /// - Parameters:
  ///   - grain: How coarse; by interval without a dimension to drop the rows stay as they are.
  ///   - dropped: Dimensions that are summed over.
  ///   - policy: What different rows for one interval come to.
  ///   - judged: How the intervals of days and months ended; `nil` where nobody judged them.
  /// - Throws: `RollupError` for what sums cannot tell.
  /// - Complexity: O(*n* log *n*) in the rows.
  public func rolled(
    by grain: RollupGrain, over dropped: Set<KeyDimension>, policy: ConflictPolicy,
    judged: RolledOutcomes? = nil
  ) throws(RollupError) -> ArchivedIntervals {
    var conflicts = 0
    let counted = folded(policy, conflicts: &conflicts)
    if conflicts > 0, policy == .error { throw .conflicts(conflicts) }
    var result = ArchivedIntervals()
    result.adopt(thresholds)
    result.adopt(objectives)
    if grain == .interval, dropped.isEmpty {
      copy(counted, to: &result)
      return result
    }
    guard holes.isEmpty else { throw .holes(holes.count) }
    var sums = RowSums()
    for row in withoutCovered(counted, by: grain) {
      try sums.add(row, of: self, by: grain, over: dropped)
    }
    let inOrder = sums.inOrder
    let rowCounts = Dictionary(
      inOrder.map { (WholeTime($0.key, $0.group), 1) }, uniquingKeysWith: +)
    for (key, group, sum) in inOrder {
      var values = sum.values
      if let own = sum.ownOutcomes {
        values += own
      } else if rowCounts[WholeTime(key, group)] == 1,
        let outcomes = judged?.outcomes(of: key, on: group.day, length: group.length)
      {
        values += result.values(of: outcomes)
      }
      result.append(
        key.part(sum.digest), day: group.day, minute: group.minute, length: group.length,
        pass: group.pass, values.sorted { $0.column < $1.column })
    }
    return result
  }

  /// A key and the day or month of a row of it.
  private struct WholeTime: Hashable {
    let key: RecordKey
    let day: Int32
    let length: Int32

    init(_ key: RecordKey, _ group: RowSums.Group) {
      (self.key, day, length) = (key, group.day, group.length)
    }
  }

  /// Rows that count once each; several of one interval that a policy adds up become parts.
  private func copy(_ counted: [Row], to result: inout ArchivedIntervals) {
    for (index, row) in counted.enumerated() {
      let isAlone =
        !(index > 0 && isSameInterval(row, counted[index - 1]))
        && !(index + 1 < counted.count && isSameInterval(row, counted[index + 1]))
      let key = key(of: row)
      result.append(
        isAlone ? key : key.part(digest(of: row)), day: row.day, minute: row.minute,
        length: row.length, pass: row.pass, values(of: row))
    }
    result.adopt(holes, of: keys)
  }

  private func isSameInterval(_ a: Row, _ b: Row) -> Bool {
    isSameTime(a, b) && a.pass == b.pass
  }

  private mutating func adopt(_ thresholds: [ThresholdColumn]) {
    for threshold in thresholds { _ = number(of: threshold) }
  }

  private mutating func adopt(_ objectives: [String]) {
    for objective in objectives {
      _ = values(of: IntervalOutcomes(met: 0, counted: 0, undecided: 0, objective: objective))
    }
  }

  /// Notes holes that are numbered in another table of keys.
  mutating func adopt(_ holes: Set<Hole>, of table: KeyTable) {
    for hole in holes {
      adopt(
        Hole(
          key: number(of: table.keys[Int(hole.key)]), day: hole.day, minute: hole.minute,
          pass: hole.pass, isMonth: hole.isMonth))
    }
  }

  /// Leaves out days and months that shorter rows of their key speak for, where all of them
  /// would be added up.
  private func withoutCovered(_ counted: [Row], by grain: RollupGrain) -> [Row] {
    struct Span: Hashable {
      let key: RecordKey
      let day: Int32
    }
    guard grain != .interval, counted.contains(where: { $0.lengthClass > 0 }) else {
      return counted
    }
    var shorter: [[Span: Bool]] = [[:], [:]]
    for row in counted where row.lengthClass < 2 {
      let whole = key(of: row).whole
      if row.lengthClass == 0 { shorter[0][Span(key: whole, day: row.day)] = true }
      let end = CivilDate(daysSinceEpoch: row.day).month.lastDay.daysSinceEpoch
      shorter[1][Span(key: whole, day: end)] = true
    }
    return counted.filter { row in
      let span = Span(key: key(of: row).whole, day: row.day)
      return row.lengthClass == 0 || shorter[row.lengthClass - 1][span] == nil
    }
  }

  /// The digest of a row: that of the rows that it sums, where it is a sum itself.
  func digest(of row: Row) -> UInt64 {
    let key = key(of: row)
    if let part = key.digestOfPart { return part }
    var digest = FieldDigest()
    for name in [key.site, key.queue, key.channel, key.part] { digest.add(name) }
    for number in [Int(row.day), Int(row.minute), Int(row.length), Int(row.pass.rawValue)] {
      digest.add(number)
    }
    // By name: what number a threshold's column has is an accident of the run.
    let sums = values(of: row).filter { !Column.outcomes.contains($0.column) }
    let named = sums.map { (name: name(ofColumn: $0.column), value: $0) }
      .sorted { ($0.name, $0.value.column) < ($1.name, $1.value.column) }
    for (name, value) in named {
      digest.add(name)
      digest.add(value.number)
    }
    return digest.value
  }
}

/// Rows in the course of being added up.
private struct RowSums {
  /// What rows that add up share.
  struct Group: Hashable {
    /// The number of their key.
    let key: Int32
    let day: Int32
    let minute: Int32
    let length: Int32
    let pass: WallPass
    /// The number of the list of columns that they give.
    let columns: Int
    /// The threshold that they state; -1 for none.
    let threshold: Int
    /// Tells a row apart that cannot be added to any other; 0 for all others.
    let ownDigest: UInt64
  }

  struct Sum {
    var digest: UInt64 = 0
    var values: [ArchivedIntervals.Value]
    /// How the intervals ended of the only row, whose time is as it was; `nil` of several.
    var ownOutcomes: [ArchivedIntervals.Value]?
  }

  /// The largest number that is read is one less than two to this power.
  private static let mostBits = 53

  private var sums: [Group: Sum] = [:]
  /// The keys of the sums, and the lists of their columns.
  private var keys = KeyTable()
  private var numbers: [[Int]: Int] = [:]

  /// The sums with their keys and times, in the order of these.
  var inOrder: [(key: RecordKey, group: Group, sum: Sum)] {
    let ranks = keys.ranks
    return sums.sorted { a, b in
      let (first, second) = (a.key, b.key)
      if first.key != second.key { return ranks[Int(first.key)] < ranks[Int(second.key)] }
      let times = ((first.day, first.minute), (second.day, second.minute))
      return times.0 == times.1 ? a.value.digest < b.value.digest : times.0 < times.1
    }.map { (keys.keys[Int($0.key.key)], $0.key, $0.value) }
  }

  mutating func add(
    _ row: ArchivedIntervals.Row, of archive: ArchivedIntervals, by grain: RollupGrain,
    over dropped: Set<KeyDimension>
  ) throws(RollupError) {
    var values = archive.values(of: row)
    let outcomes = values.filter { ArchivedIntervals.Column.outcomes.contains($0.column) }
    values.removeAll { ArchivedIntervals.Column.outcomes.contains($0.column) }
    let digest = archive.digest(of: row)
    let stated = IntervalColumn.thresholdSeconds.rawValue
    let isPercentage = values.contains { $0.column == ArchivedIntervals.Column.percent }
    let (day, minute, length, pass) = row.time(by: grain)
    let group = Group(
      key: keys.number(of: archive.key(of: row).without(dropped)), day: day, minute: minute,
      length: length, pass: pass, columns: number(ofColumns: values.map(\.column)),
      threshold: values.first { $0.column == stated }?.number ?? -1,
      ownDigest: isPercentage ? digest : 0)
    guard var sum = sums[group] else {
      let isAsItWas = row.length == length && !outcomes.isEmpty
      sums[group] = Sum(
        digest: digest, values: values, ownOutcomes: isAsItWas ? outcomes : nil)
      return
    }
    sum.digest &+= digest
    sum.ownOutcomes = nil
    for index in values.indices where values[index].column != stated {
      let (number, overflows) = sum.values[index].number
        .addingReportingOverflow(values[index].number)
      // What is written must be read again, and no count beyond that is.
      if overflows || number >> RowSums.mostBits != 0 { throw .overflow }
      sum.values[index] = .init(column: values[index].column, number: number)
    }
    sums[group] = sum
  }

  private mutating func number(ofColumns columns: [Int]) -> Int {
    if let known = numbers[columns] { return known }
    numbers[columns] = numbers.count
    return numbers.count - 1
  }
}

extension ArchivedIntervals.Row {
  /// Where the row stands at a coarser grain; what is coarser already stays.
  fileprivate func time(
    by grain: RollupGrain
  ) -> (day: Int32, minute: Int32, length: Int32, pass: WallPass) {
    let month = Int32(IntervalLength.month)
    switch grain {
    case .interval: return (day, minute, length, pass)
    case .day where lengthClass < 2: return (day, 0, Int32(IntervalLength.day), .first)
    case .day: return (day, 0, month, .first)
    case .month:
      let end = CivilDate(daysSinceEpoch: day).month.lastDay
      return (end.daysSinceEpoch, 0, month, .first)
    }
  }
}

extension RecordKey {
  /// The key without some dimensions; what part it was is in the digest of its rows.
  func without(_ dropped: Set<KeyDimension>) -> RecordKey {
    RecordKey(
      site: dropped.contains(.site) ? "" : site, queue: dropped.contains(.queue) ? "" : queue,
      channel: dropped.contains(.channel) ? "" : channel)
  }

  /// The digits of a part, which is a digest.
  static let partDigits = 16

  /// The part of the key that sums the rows of a digest.
  func part(_ digest: UInt64) -> RecordKey {
    let digits = String(digest, radix: 16)
    let zeros = String(repeating: "0", count: RecordKey.partDigits - digits.count)
    return RecordKey(site: site, queue: queue, channel: channel, part: zeros + digits)
  }

  /// The digest of the rows that the part sums; `nil` where it is no such part.
  fileprivate var digestOfPart: UInt64? {
    RecordTable.isPartOfSum(Array(part.utf8)) ? UInt64(part, radix: 16) : nil
  }

  /// Tells whether a byte is one of the digits of parts.
  static func isPartDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
