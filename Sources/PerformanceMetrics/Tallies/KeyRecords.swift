import Basics
import ContactRecords

/// The records of one key up to as-of, at the interval length of its service.
///
/// Nothing is copied out of the tallies: a day's records are added up from the
/// blocks of its parts when they are asked for.
struct KeyRecords: Sendable {
  /// The days with records, in order; not empty.
  let dates: [CivilDate]
  /// Interval length in minutes.
  let minutes: Int
  private let parts: [KeyTally]

  /// An interval of a day.
  struct Place: Hashable, Sendable {
    let date: CivilDate
    let slot: Int
  }

  /// Gathers the tallies of a key's parts.
  ///
  /// - Parameter usualLength: The length of days whose length nothing states; a day
  ///   whose length does not fit into `minutes` is left out.
  /// - Returns: `nil` when there is no record up to as-of.
  init?(parts: [KeyTally], minutes: Int, usualLength: Int, through asOf: CivilDate) {
    let last = asOf.daysSinceEpoch
    var (dates, tooLong) = (Set<Int32>(), Set<Int32>())
    for part in parts {
      for (date, block) in part.blocks where date <= last && part.hasRecords(inBlock: block) {
        let stated = Int(part.lengths[block])
        let fits = minutes % (stated == 0 ? usualLength : stated) == 0
        if fits { dates.insert(date) } else { tooLong.insert(date) }
      }
    }
    dates.subtract(tooLong)
    guard !dates.isEmpty else { return nil }
    self.dates = dates.sorted().map { CivilDate(daysSinceEpoch: $0) }
    self.minutes = minutes
    self.parts = parts
  }

  /// Gives the demand of each interval of a day; −1 where there is no record.
  func demand(on date: CivilDate, _ demand: Demand) -> [Int] {
    var found = [Int](repeating: -1, count: 1440 / minutes)
    forEachRecord(on: date) { part, cell, slot in
      let contacts = part.demand(cell, demand)
      if found[slot] < 0 { found[slot] = contacts } else { found[slot].addSaturating(contacts) }
    }
    return found
  }

  /// Adds the records of a day to the day's columns.
  ///
  /// - Returns: Which intervals have a record.
  func add(on date: CivilDate, to day: inout ServiceHistory.Day) -> [Bool] {
    var present = [Bool](repeating: false, count: 1440 / minutes)
    forEachRecord(on: date) { _, _, slot in present[slot] = true }
    for part in parts {
      guard let block = part.blocks[date.daysSinceEpoch] else { continue }
      part.add(block: block, to: &day.sums, minutes: minutes)
    }
    return present
  }

  /// The places in time of rejected rows that no record covers, in order.
  func uncoveredRejects(through asOf: CivilDate) -> [Place] {
    KeyRecords.rejectedPlaces(of: parts, minutes: minutes, through: asOf).filter { place in
      var isCovered = false
      forEachRecord(on: place.date) { _, _, slot in isCovered = isCovered || slot == place.slot }
      return !isCovered
    }
  }

  /// The places in time of the rejected rows of a key's parts, each once and in order.
  static func rejectedPlaces(
    of parts: [KeyTally], minutes: Int, through asOf: CivilDate
  ) -> [Place] {
    let places = parts.flatMap(\.rejectedStarts).map { start in
      Place(date: CivilDate(daysSinceEpoch: start.day), slot: Int(start.minute) / minutes)
    }
    return Set(places).filter { $0.date <= asOf }.sorted { ($0.date, $0.slot) < ($1.date, $1.slot) }
  }

  /// Calls a closure with each part, cell and interval of a day that has a record.
  func forEachRecord(on date: CivilDate, _ body: (KeyTally, Int, Int) -> Void) {
    for part in parts {
      guard let block = part.blocks[date.daysSinceEpoch] else { continue }
      let first = block * part.cellsPerDay
      for index in 0..<part.cellsPerDay where part.hasRecord(first + index) {
        body(part, first + index, index * part.step / minutes)
      }
    }
  }
}
