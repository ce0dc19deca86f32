import Basics
import ContactRecords

/// Contacts that count, summed by key, interval and how they ended, so that they can be written
/// again in less room, the less the busier a queue is.
///
/// All that a service is judged by is in these sums: each wait with its contacts, so that any
/// threshold and every percentile come out as they do from the contacts, and the handle times
/// together. Starts are cut to their interval, but where a service needs the second.
/// Contacts with an identifier are apart from those without: the digests of the former add up
/// to a part, which tells a repeat.
///
/// Memory follows the distinct waits of the intervals, and a million contacts beside them.
struct ArchivedContacts: Sendable {
  /// What contacts share that are summed.
  struct Group: Hashable, Sendable {
    /// The number of the key.
    var key: Int32
    var day: Int32
    var second: Int32
    var isSecondPass: Bool
    /// Minutes that the start was cut to; 0 for none.
    var minutes: Int16
    var outcome: ContactBatch.Outcome
    var knowsHandle: Bool
    var hasPart: Bool

    /// The order of groups of keys that are numbered in their order.
    fileprivate static func precedes(_ a: Group, _ b: Group) -> Bool {
      if a.key != b.key { return a.key < b.key }
      if a.day != b.day { return a.day < b.day }
      return a.rest < b.rest
    }

    /// Everything but key and day, in one number.
    private var rest: Int {
      var rest = Int(second) << 1 | (isSecondPass ? 1 : 0)
      rest = rest << 11 | Int(minutes)
      return rest << 4 | Int(outcome.rawValue) << 2 | (knowsHandle ? 2 : 0) | (hasPart ? 1 : 0)
    }
  }

  /// Contacts of a group that waited equally long.
  private struct Entry: Sendable {
    var group: Group
    /// Milliseconds; −1 where unknown.
    var wait: Int
    var contacts: Int
    var handle: Int
    var part: UInt64
  }

  /// A start, or the beginning of its interval, as it is read again.
  private struct Cut {
    var day: Int32
    var second: Int32
    var isSecondPass: Bool
  }

  /// The place in time of a contact that could not be read.
  struct Hole: Hashable, Sendable {
    let key: Int32
    let day: Int32
    let second: Int32
    let isSecondPass: Bool
  }

  private let zone: CivilZone?
  /// Days on which the clock changes.
  private let changedDays: Set<Int32>
  private(set) var keys = KeyTable()
  private(set) var holes: Set<Hole> = []
  private var entries: ContiguousArray<Entry> = []
  /// Entries that are in order, and none of them twice.
  private var summed = 0
  /// The number of each key of the table that contacts come with.
  private var translated: [Int32] = []

  /// A row has no more waits than this: a record of text has an end.
  private static let mostWaits = 4096
  /// So many entries more than twice the summed ones are summed with them.
  private static let most = 1 << 20

  /// Creates an archive of nothing.
  ///
  /// - Parameter zone: The zone whose wall clock contacts start on.
  init(zone: CivilZone?) {
    self.zone = zone
    changedDays = Set(zone?.changedDays.keys.map(\.daysSinceEpoch) ?? [])
  }

  /// Whether nothing was kept.
  var isEmpty: Bool { entries.isEmpty && holes.isEmpty }
}

// MARK: - Taking contacts

extension ArchivedContacts {
  /// Takes the rows of a batch.
  ///
  /// - Parameters:
  ///   - table: The key table that the batch's keys are numbered in, the same one each time.
  ///   - gridMinutes: Minutes that starts are cut to.
  ///   - keepsSeconds: Tells by the number of its key and how it ended whether the start of a
  ///     contact stays as it is.
  /// - Complexity: O(*n* log *n*) in the rows.
  mutating func take(
    _ batch: borrowing ContactBatch, keys table: KeyTable, gridMinutes: Int,
    keepsSeconds: (_ key: Int, ContactBatch.Outcome) -> Bool
  ) {
    for row in 0..<batch.count {
      let (key, outcome) = (Int(batch.keys[row]), batch.outcome(row))
      let isExact = keepsSeconds(key, outcome)
      let second = batch.seconds[row]
      var cut = Cut(day: batch.days[row], second: second, isSecondPass: batch.folds[row] == 1)
      if !isExact { cut = self.cut(cut, to: Int32(gridMinutes * 60)) }
      let handle = outcome == .answered ? batch.handles[row] : -1
      let hasPart = batch.contacts[row] != 0
      let group = Group(
        key: translate(batch.keys[row], table), day: cut.day, second: cut.second,
        isSecondPass: cut.isSecondPass,
        minutes: isExact ? 0 : Int16(gridMinutes), outcome: outcome, knowsHandle: handle >= 0,
        hasPart: hasPart)
      append(
        Entry(
          group: group, wait: ArchivedContacts.hasWait(outcome) ? batch.waits[row] : -1,
          contacts: 1,
          handle: max(0, handle),
          part: hasPart ? ArchivedContacts.digest(row, of: batch) : 0))
    }
  }

  /// Takes contacts that were summed before.
  mutating func take(_ contacts: SummedContacts, keys table: KeyTable) {
    var group = Group(
      key: translate(contacts.key, table), day: contacts.day, second: contacts.second,
      isSecondPass: contacts.isSecondPass, minutes: Int16(contacts.intervalMinutes ?? 0),
      outcome: contacts.outcome, knowsHandle: contacts.handleMilliseconds >= 0,
      hasPart: contacts.part != nil)
    if contacts.outcome != .answered { group.knowsHandle = false }
    var entry = Entry(
      group: group, wait: -1, contacts: 0, handle: max(0, contacts.handleMilliseconds),
      part: contacts.part ?? 0)
    var waits = ArchivedContacts.hasWait(contacts.outcome) ? contacts.waits : []
    let unknown = contacts.count - waits.reduce(0) { $0 + $1.contacts }
    if unknown > 0 { waits.append(.init(milliseconds: -1, contacts: unknown)) }
    for wait in waits {
      (entry.wait, entry.contacts) = (wait.milliseconds, wait.contacts)
      append(entry)
      (entry.handle, entry.part) = (0, 0)
    }
  }

  /// Cuts a start to its interval.
  ///
  /// Where the clock changes, an interval may begin at a time that does not exist, or in another
  /// pass than its contact started in.
  private func cut(_ start: Cut, to width: Int32) -> Cut {
    var cut = start
    cut.second = start.second / width * width
    guard let zone, changedDays.contains(start.day) else { return cut }
    let begin = zone.instant(
      day: cut.day, secondOfDay: cut.second, isSecond: cut.isSecondPass)
    let second = (begin % 86_400 + 86_400) % 86_400
    var clock = WallClock(zone)
    let time = clock.time(
      day: Int32((begin - second) / 86_400), secondOfDay: Int32(second), offsetMinutes: 0
    ).moved
    return Cut(day: time.day, second: time.secondOfDay, isSecondPass: time.pass == .second)
  }

  /// Whether the waits of such contacts are in any figure.
  private static func hasWait(_ outcome: ContactBatch.Outcome) -> Bool {
    outcome == .answered || outcome == .abandoned
  }

  /// Notes the place in time of a contact that could not be read.
  mutating func noteRejected(_ place: RejectedRecord.Place, keys table: KeyTable) {
    holes.insert(
      Hole(
        key: translate(place.key, table), day: place.day.daysSinceEpoch,
        second: Int32(place.time.minuteOfDay * 60), isSecondPass: place.pass == .second))
  }

  /// Digests a contact with its key and its start, which the digest of its values leaves out.
  private static func digest(_ row: Int, of batch: borrowing ContactBatch) -> UInt64 {
    var digest = FieldDigest()
    digest.add(Int(bitPattern: UInt(batch.digests[row])))
    digest.add(Int(batch.days[row]) << 20 | Int(batch.seconds[row]) << 1 | Int(batch.folds[row]))
    return digest.value
  }

  private mutating func append(_ entry: Entry) {
    entries.append(entry)
    if entries.count > 2 * summed + ArchivedContacts.most { sum() }
  }

  private mutating func translate(_ key: Int32, _ table: KeyTable) -> Int32 {
    if translated.count < table.keys.count {
      translated += repeatElement(-1, count: table.keys.count - translated.count)
    }
    if translated[Int(key)] < 0 { translated[Int(key)] = keys.number(of: table.keys[Int(key)]) }
    return translated[Int(key)]
  }

  /// Makes one entry of those of one group and wait.
  private mutating func sum() {
    entries.sort { a, b in
      if Group.precedes(a.group, b.group) { return true }
      return a.group == b.group && a.wait < b.wait
    }
    var last = 0
    for index in entries.indices.dropFirst() {
      let entry = entries[index]
      if entries[last].group == entry.group, entries[last].wait == entry.wait {
        entries[last].contacts.addSaturating(entry.contacts)
        entries[last].handle.addSaturating(entry.handle)
        entries[last].part &+= entry.part
      } else {
        last += 1
        entries[last] = entry
      }
    }
    entries.removeSubrange(min(entries.count, last + 1)...)
    summed = entries.count
  }
}

// MARK: - Sums

extension ArchivedContacts {
  /// The sums in the order of their keys and of time; the key numbers are those of `keys`.
  ///
  /// - Complexity: O(*n* log *n*) in what is kept.
  mutating func sums() -> [SummedContacts] {
    sum()
    let ranks = keys.ranks
    var groups: [SummedContacts] = []
    var start = 0
    while start < entries.count {
      let group = entries[start].group
      var sum = SummedContacts(
        key: group.key, day: group.day, second: group.second, isSecondPass: group.isSecondPass,
        intervalMinutes: group.minutes > 0 ? Int(group.minutes) : nil, outcome: group.outcome,
        count: 0, waits: [], handleMilliseconds: group.knowsHandle ? 0 : -1,
        part: group.hasPart ? 0 : nil)
      while start < entries.count, entries[start].group == group,
        sum.waits.count < ArchivedContacts.mostWaits
      {
        let entry = entries[start]
        sum.count.addSaturating(entry.contacts)
        if entry.wait >= 0 {
          sum.waits.append(.init(milliseconds: entry.wait, contacts: entry.contacts))
        }
        if group.knowsHandle { sum.handleMilliseconds.addSaturating(entry.handle) }
        if group.hasPart { sum.part! &+= entry.part }
        start += 1
      }
      groups.append(sum)
    }
    // Those of a key are in order.
    return Dictionary(grouping: groups, by: \.key).sorted {
      ranks[Int($0.key)] < ranks[Int($1.key)]
    }
    .flatMap(\.value)
  }

  /// The places of contacts that could not be read, in order likewise.
  var holesInOrder: [Hole] {
    let ranks = keys.ranks
    return holes.sorted {
      (ranks[Int($0.key)], $0.day, $0.second, $0.isSecondPass ? 1 : 0)
        < (ranks[Int($1.key)], $1.day, $1.second, $1.isSecondPass ? 1 : 0)
    }
  }
}
