import Basics
import ContactRecords

/// The records of one key by day, at the interval length of its service.
struct KeyDays: Sendable {
  /// Sums by interval of each day with records up to as-of, in the order of days.
  let days: [Day]
  /// Places in time of rejected rows that no record covers.
  let rejected: [Place]

  /// The records of one day.
  struct Day: Sendable {
    let date: CivilDate
    /// Sums by interval; `nil` where there is no record.
    let cells: [ContactSums?]
  }

  /// An interval of a day.
  struct Place: Sendable {
    let date: CivilDate
    let slot: Int
  }

  /// Rolls the tallies of a key's parts up to the interval length of its service.
  init(parts: [KeyTally], minutes: Int, through asOf: CivilDate) {
    let last = asOf.daysSinceEpoch
    let dates = Set(parts.flatMap { $0.blocks.keys }).filter { $0 <= last }.sorted()
    var days: [Day] = []
    for date in dates {
      var cells = [ContactSums?](repeating: nil, count: 1440 / minutes)
      var isEmpty = true
      for part in parts {
        guard let block = part.blocks[date] else { continue }
        for step in 0..<part.cellsPerDay {
          let cell = block * part.cellsPerDay + step
          guard part.hasRecord(cell) else { continue }
          isEmpty = false
          let slot = step * part.step / minutes
          cells[slot] = (cells[slot] ?? ContactSums()).merging(part.sums(cell))
        }
      }
      if !isEmpty { days.append(Day(date: CivilDate(daysSinceEpoch: date), cells: cells)) }
    }
    self.days = days
    let starts = Set(parts.flatMap(\.rejectedStarts)).filter { $0.day <= last }
    let covered = Dictionary(uniqueKeysWithValues: days.map { ($0.date, $0.cells) })
    rejected = starts.compactMap { start in
      let place = Place(
        date: CivilDate(daysSinceEpoch: start.day), slot: Int(start.minute) / minutes)
      if let cells = covered[place.date], cells[place.slot] != nil { return nil }
      return place
    }
  }
}
