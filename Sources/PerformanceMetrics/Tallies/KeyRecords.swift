import Basics
import ContactRecords

/// The records of one key up to as-of, at the interval length of its service.
///
/// Nothing is copied out of the tallies: a day's records are added up from the
/// blocks of its parts when they are asked for.
struct KeyRecords: Sendable {
  /// The days with records, in order; empty only where there are months.
  let dates: [CivilDate]
  /// The last days of months whose record is one of the whole month; none where intervals
  /// are shorter than a day.
  let monthEnds: Set<CivilDate>
  /// Interval length in minutes.
  let minutes: Int
  /// The days that are not as every other.
  let shapes: DayShapes
  /// Those of the days whose records were all made from contacts.
  let contactDates: Set<CivilDate>
  /// The tallies of its days.
  private let parts: ContiguousArray<Part>
  /// The tallies of its months.
  private let months: [KeyTally]

  /// A tally of the key's, and where the days stand in it.
  private struct Part: Sendable {
    let tally: KeyTally
    /// The block of each of the days; −1 where it has none.
    let blocks: ContiguousArray<Int32>

    init(_ tally: KeyTally, dates: [CivilDate]) {
      self.tally = tally
      blocks = .init(dates.map { Int32(tally.blocks[$0.daysSinceEpoch] ?? -1) })
    }
  }

  /// An interval of a day; a second pass is counted on behind the day's intervals.
  struct Place: Hashable, Sendable {
    let date: CivilDate
    let slot: Int
    /// Whether it is the whole month that ends on the day.
    let isMonth: Bool

    init(date: CivilDate, slot: Int) {
      (self.date, self.slot, isMonth) = (date, slot, false)
    }

    /// The place of a month among days: behind that of its last day.
    init(monthEnd date: CivilDate) {
      (self.date, slot, isMonth) = (date, ServiceHistory.monthPlace, true)
    }
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
    var monthEnds = Set<CivilDate>()
    for part in parts where part.isMonthly && minutes == IntervalLength.day {
      monthEnds.formUnion(
        part.blocks.keys.filter { $0 <= last }.map { CivilDate(daysSinceEpoch: $0) })
    }
    let tallies = parts.filter { !$0.isMonthly }
    var found: [(day: Int32, fits: Bool, isExported: Bool)] = []
    found.reserveCapacity(tallies.reduce(0) { $0 + $1.blocks.count })
    for part in tallies {
      for (day, block) in part.blocks where day <= last {
        let stated = Int(part.lengths[block])
        let fits = minutes % (stated == 0 ? usualLength : stated) == 0
        found.append((day, fits, !part.isFromContacts))
      }
    }
    found.sort { $0.day < $1.day }
    var (dates, contactDates): ([CivilDate], Set<CivilDate>) = ([], [])
    dates.reserveCapacity(found.count)
    var first = 0
    while first < found.count {
      // What the parts say of one day.
      var (end, fits, isExported) = (first, true, false)
      while end < found.count, found[end].day == found[first].day {
        fits = fits && found[end].fits
        isExported = isExported || found[end].isExported
        end += 1
      }
      if fits {
        let date = CivilDate(daysSinceEpoch: found[first].day)
        dates.append(date)
        if !isExported { contactDates.insert(date) }
      }
      first = end
    }
    guard !dates.isEmpty || !monthEnds.isEmpty else { return nil }
    self.monthEnds = monthEnds
    self.dates = dates
    self.minutes = minutes
    self.shapes = shapes
    self.contactDates = contactDates
    self.parts = .init(tallies.map { Part($0, dates: dates) })
    months = parts.filter(\.isMonthly)
  }

  /// Reads which intervals of a day have a record, and their demand.
  ///
  /// - Parameter position: The position of the day among the days with records.
  func read(_ position: Int, _ demand: Demand, into day: inout KeyDay) {
    day.clearDemand()
    forEachPart(on: position, in: &day) { index, block, day in
      parts[index].tally.addDemand(demand, ofBlock: block, to: &day)
      forEachSecondRecord(of: parts[index].tally, on: dates[position]) { cell, slot in
        day.note(slot)
        day.addDemand(parts[index].tally.demand(cell, demand), to: slot)
      }
    }
  }

  /// Adds the records of a day to the day's columns, and notes which intervals have one.
  ///
  /// - Parameter position: The position of the day among the days with records.
  func add(_ position: Int, to sums: inout DayColumns, _ day: inout KeyDay) {
    forEachPart(on: position, in: &day) { index, block, day in
      parts[index].tally.add(block: block, to: &sums, &day.numbers)
      forEachSecondRecord(of: parts[index].tally, on: dates[position]) { cell, slot in
        day.note(slot)
        sums.add(parts[index].tally.sums(cell), to: slot)
      }
    }
  }

  /// Calls a closure with each part that has records on a day and their block, once it is
  /// noted which intervals these are.
  @inline(__always)
  private func forEachPart(
    on position: Int, in day: inout KeyDay,
    _ body: (_ index: Int, _ block: Int, _ day: inout KeyDay) -> Void
  ) {
    day.clear()
    for index in parts.indices {
      let block = Int(parts[index].blocks[position])
      guard block >= 0 else { continue }
      day.fit(cells: parts[index].tally.cellsPerDay)
      parts[index].tally.notePresence(inBlock: block, in: &day)
      body(index, block, &day)
    }
  }

  /// The places in time of rejected rows that no record covers, in order.
  func uncoveredRejects(through asOf: CivilDate) -> [Place] {
    let isCovered = { (place: Place) in
      var isCovered = false
      forEachRecord(on: place.date) { _, _, slot in isCovered = isCovered || slot == place.slot }
      return isCovered || (place.isMonth && monthEnds.contains(place.date))
    }
    return KeyRecords.rejectedPlaces(
      of: parts.map(\.tally) + months, shapes, through: asOf, isCovered: isCovered)
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
    let starts = parts.flatMap { part in part.rejectedStarts.map { ($0, part.isMonthly) } }
    for (start, isMonth) in starts {
      let date = CivilDate(daysSinceEpoch: start.day)
      guard date <= asOf else { continue }
      if isMonth, shapes.slots == 1 {
        let place = Place(monthEnd: date)
        if !isCovered(place) { places.insert(place) }
        continue
      }
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
    for part in parts.lazy.map(\.tally) {
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
    guard !part.secondBlocks.isEmpty, let block = part.secondBlocks[date.daysSinceEpoch] else {
      return
    }
    let first = block * part.cellsPerDay
    for index in 0..<part.cellsPerDay where part.hasRecord(first + index) {
      let slot = index * part.step / minutes
      body(first + index, shapes.place(ofSecondPass: slot, on: date))
    }
  }
}

// MARK: - How intervals ended

extension KeyRecords {
  /// Whether any record says how its intervals ended.
  var hasOutcomes: Bool {
    parts.contains { !$0.tally.outcomes.isEmpty } || months.contains { !$0.outcomes.isEmpty }
  }

  /// Lists what the records of a day, or of the month that ends on it, say of their intervals;
  /// `nil` for each that says nothing.
  func outcomes(on date: CivilDate, ofMonth: Bool) -> [IntervalOutcomes?] {
    var found: [IntervalOutcomes?] = []
    if ofMonth {
      forEachRecord(ofMonthEnding: date) { part, cell in
        found += part.places(of: cell).map { part.outcomes[$0] }
      }
    } else {
      forEachRecord(on: date) { part, cell, _ in
        found += part.places(of: cell).map { part.outcomes[$0] }
      }
    }
    return found
  }
}

// MARK: - Months

extension KeyRecords {
  /// Calls a closure with each part and cell of the records of a month.
  func forEachRecord(ofMonthEnding date: CivilDate, _ body: (KeyTally, Int) -> Void) {
    guard monthEnds.contains(date) else { return }
    for part in months {
      guard let cell = part.blocks[date.daysSinceEpoch], part.hasRecord(cell) else { continue }
      body(part, cell)
    }
  }

  /// Gives the demand of a month.
  func demand(ofMonthEnding date: CivilDate, _ demand: Demand) -> Int {
    var contacts = 0
    forEachRecord(ofMonthEnding: date) { contacts.addSaturating($0.demand($1, demand)) }
    return contacts
  }
}
