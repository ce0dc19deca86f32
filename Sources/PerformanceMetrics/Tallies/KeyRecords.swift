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
  private let parts: ContiguousArray<KeyTally>
  /// The blocks of all parts, day by day.
  private let blocks: ContiguousArray<Block>
  /// Where the blocks of each of the dates begin and end; a day has as many as parts have it,
  /// which are few, however many parts there are.
  private let blocksOfDate: ContiguousArray<Range<Int32>>
  /// The tallies of its months.
  private let months: [KeyTally]
  /// As-of: the last day that is looked at.
  private let lastDay: Int32

  /// A day of a part.
  fileprivate struct Block: Sendable {
    let day: Int32
    let part: Int32
    let block: Int32
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
    var found: ContiguousArray<Block> = []
    found.reserveCapacity(tallies.reduce(0) { $0 + $1.blocks.count })
    for (index, part) in tallies.enumerated() {
      for (day, block) in part.blocks where day <= last {
        found.append(Block(day: day, part: Int32(index), block: Int32(block)))
      }
    }
    found.sort { ($0.day, $0.part) < ($1.day, $1.part) }
    var (dates, contactDates): ([CivilDate], Set<CivilDate>) = ([], [])
    var blocksOfDate: ContiguousArray<Range<Int32>> = []
    dates.reserveCapacity(found.count)
    blocksOfDate.reserveCapacity(found.count)
    var first = 0
    while first < found.count {
      // What the parts say of one day.
      var (end, fits, isExported) = (first, true, false)
      while end < found.count, found[end].day == found[first].day {
        let part = Int(found[end].part)
        let stated = Int(tallies[part].lengths[Int(found[end].block)])
        fits = fits && minutes % (stated == 0 ? usualLength : stated) == 0
        isExported = isExported || !tallies[part].isFromContacts
        end += 1
      }
      if fits {
        let date = CivilDate(daysSinceEpoch: found[first].day)
        dates.append(date)
        blocksOfDate.append(Int32(first)..<Int32(end))
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
    self.parts = .init(tallies)
    (blocks, self.blocksOfDate) = (found, blocksOfDate)
    months = parts.filter(\.isMonthly)
    lastDay = last
  }

  /// Reads which intervals of a day have a record, and their demand.
  ///
  /// - Parameter position: The position of the day among the days with records.
  func read(_ position: Int, _ demand: Demand, into day: inout KeyDay) {
    day.clearDemand()
    forEachPart(on: position, in: &day) { index, block, day in
      parts[index].addDemand(demand, ofBlock: block, to: &day)
      forEachSecondRecord(of: parts[index], on: dates[position]) { cell, slot in
        day.note(slot)
        day.addDemand(parts[index].demand(cell, demand), to: slot)
      }
    }
  }

  /// Adds the records of a day to the day's columns, and notes which intervals have one.
  ///
  /// - Parameter position: The position of the day among the days with records.
  func add(_ position: Int, to sums: inout DayColumns, _ day: inout KeyDay) {
    forEachPart(on: position, in: &day) { index, block, day in
      parts[index].add(block: block, to: &sums, &day.numbers)
      forEachSecondRecord(of: parts[index], on: dates[position]) { cell, slot in
        day.note(slot)
        sums.add(parts[index].sums(cell), to: slot)
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
    for number in blocksOfDate[position] {
      let (index, block) = (Int(blocks[Int(number)].part), Int(blocks[Int(number)].block))
      day.fit(cells: parts[index].cellsPerDay)
      parts[index].notePresence(inBlock: block, in: &day)
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
      of: Array(parts) + months, shapes, through: asOf, isCovered: isCovered)
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
    let day = date.daysSinceEpoch
    var number = blocks.partition(before: day)
    while number < blocks.count, blocks[number].day == day {
      defer { number += 1 }
      let part = parts[Int(blocks[number].part)]
      let first = Int(blocks[number].block) * part.cellsPerDay
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
    parts.contains { !$0.outcomes.isEmpty } || months.contains { !$0.outcomes.isEmpty }
  }

  /// Adds the rows of all days and months up to as-of, with what they say of their intervals.
  ///
  /// - Complexity: O(*n*) in the days of the parts.
  func addCarried(to rows: inout CarriedRows) {
    for part in parts { rows.add(part, through: lastDay) }
    for month in months { rows.add(month, through: lastDay) }
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

extension ContiguousArray<KeyRecords.Block> {
  /// The position of the first block of a day or a later one, in blocks by day.
  fileprivate func partition(before day: Int32) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
