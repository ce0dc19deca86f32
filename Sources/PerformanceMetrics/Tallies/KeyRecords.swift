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
  /// The days that are not as every other.
  let shapes: DayShapes
  /// Those of the days whose records were all made from contacts.
  let contactDates: Set<CivilDate>
  private let parts: [KeyTally]

  /// An interval of a day; a second pass is counted on behind the day's intervals.
  struct Place: Hashable, Sendable {
    let date: CivilDate
    let slot: Int
  }

  /// Gathers the tallies of a key's parts.
  ///
  /// - Parameter usualLength: The length of days whose length nothing states; a day
  ///   whose length does not fit into `minutes` is left out.
  /// - Returns: `nil` when there is no record up to as-of.
  init?(
    parts: [KeyTally], minutes: Int, usualLength: Int, through asOf: CivilDate, shapes: DayShapes
  ) {
    let last = asOf.daysSinceEpoch
    var (dates, tooLong) = (Set<Int32>(), Set<Int32>())
    var exported = Set<Int32>()
    for part in parts {
      for (date, block) in part.blocks where date <= last && part.hasRecords(on: date) {
        let stated = Int(part.lengths[block])
        let fits = minutes % (stated == 0 ? usualLength : stated) == 0
        if fits { dates.insert(date) } else { tooLong.insert(date) }
        if !part.isFromContacts { exported.insert(date) }
      }
    }
    dates.subtract(tooLong)
    guard !dates.isEmpty else { return nil }
    self.dates = dates.sorted().map { CivilDate(daysSinceEpoch: $0) }
    self.minutes = minutes
    self.shapes = shapes
    contactDates =
      parts.contains(where: \.isFromContacts)
      ? Set(dates.subtracting(exported).map { CivilDate(daysSinceEpoch: $0) }) : []
    self.parts = parts
  }

  /// Gives the demand of each interval of a day; −1 where there is no record.
  func demand(on date: CivilDate, _ demand: Demand) -> [Int] {
    var found = [Int](repeating: -1, count: shapes.places(on: date))
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
    var present = [Bool](repeating: false, count: shapes.places(on: date))
    forEachRecord(on: date) { _, _, slot in present[slot] = true }
    for part in parts {
      guard let block = part.blocks[date.daysSinceEpoch] else { continue }
      part.add(block: block, to: &day.sums, minutes: minutes)
      forEachSecondRecord(of: part, on: date) { cell, slot in
        day.sums.add(part.sums(cell), to: slot)
      }
    }
    return present
  }

  /// The places in time of rejected rows that no record covers, in order.
  func uncoveredRejects(through asOf: CivilDate) -> [Place] {
    let isCovered = { (place: Place) in
      var isCovered = false
      forEachRecord(on: place.date) { _, _, slot in isCovered = isCovered || slot == place.slot }
      return isCovered
    }
    return KeyRecords.rejectedPlaces(of: parts, shapes, through: asOf, isCovered: isCovered)
  }

  /// The places in time of the rejected rows of a key's parts, each once and in order.
  ///
  /// - Parameter isCovered: Tells which places have a record, and so no hole. A row of a
  ///   repeated hour that does not say which pass it is of lies in the first that has none.
  static func rejectedPlaces(
    of parts: [KeyTally], _ shapes: DayShapes, through asOf: CivilDate,
    isCovered: (Place) -> Bool = { _ in false }
  ) -> [Place] {
    var places: Set<Place> = []
    for start in parts.lazy.flatMap(\.rejectedStarts) {
      let date = CivilDate(daysSinceEpoch: start.day)
      guard date <= asOf else { continue }
      let slot = Int(start.minute) * shapes.slots / 1440
      let first = Place(date: date, slot: slot)
      let second = Place(date: date, slot: shapes.place(ofSecondPass: slot, on: date))
      let passes: [Place] =
        switch start.pass {
        case .first: [first]
        case .second: [second]
        case .unstated: [first, second]
        }
      if let place = passes.first(where: { !isCovered($0) }) { places.insert(place) }
    }
    return places.sorted { ($0.date, $0.slot) < ($1.date, $1.slot) }
  }

  /// Calls a closure with each part, cell and interval of a day that has a record.
  func forEachRecord(on date: CivilDate, _ body: (KeyTally, Int, Int) -> Void) {
    for part in parts {
      guard let block = part.blocks[date.daysSinceEpoch] else { continue }
      let first = block * part.cellsPerDay
      for index in 0..<part.cellsPerDay where part.hasRecord(first + index) {
        body(part, first + index, index * part.step / minutes)
      }
      forEachSecondRecord(of: part, on: date) { body(part, $0, $1) }
    }
  }

  /// Calls a closure with each cell and interval of a day's second pass that has a record.
  private func forEachSecondRecord(
    of part: KeyTally, on date: CivilDate, _ body: (Int, Int) -> Void
  ) {
    guard let block = part.secondBlocks[date.daysSinceEpoch] else { return }
    let first = block * part.cellsPerDay
    for index in 0..<part.cellsPerDay where part.hasRecord(first + index) {
      let slot = index * part.step / minutes
      body(first + index, shapes.place(ofSecondPass: slot, on: date))
    }
  }
}
