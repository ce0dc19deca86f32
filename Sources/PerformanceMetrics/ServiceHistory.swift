import Basics
import ContactRecords

/// All days of one service on one site: records, holes and what was expected,
/// interval by interval.
///
/// A history is built from the tallies of the service's keys once they are
/// complete. It is small beside them: its cells are those of the service, not of
/// its keys. Judging it under a formula is `JudgedHistory`'s part.
struct ServiceHistory: Sendable {
  /// The service.
  let service: Service
  /// The site; `nil` where records carry none or the service is pooled.
  let site: String?
  /// Interval length in minutes.
  let minutes: Int
  /// The days with records, first to last.
  let recorded: ClosedRange<CivilDate>
  /// Day of the first cell.
  let start: CivilDate
  /// One entry a day from `start`, `nil` where nothing is recorded or expected.
  let days: [Day?]

  /// One day: a cell for each interval.
  struct Day: Sendable {
    var cells: [Cell]
  }

  /// One interval of one day.
  struct Cell: Sendable {
    var sums = ContactSums()
    /// Contacts that the holes of all keys may hide.
    var volume = 0
    /// Keys with records.
    var records = 0
    /// Keys that should have records.
    var expected = 0
    /// Keys with a hole.
    var holes = 0
    /// Whether configured opening hours leave the interval closed.
    var isClosed = false
  }

  /// Intervals of a day.
  var cellsPerDay: Int { 1440 / minutes }
}

// MARK: - Building

extension ServiceHistory {
  /// Lays the records and holes of a service's keys out by day.
  ///
  /// - Parameters:
  ///   - group: The service's keys; at least one.
  ///   - windowStart: The first day of the earliest window that will be asked for.
  ///   - asOf: The last day.
  init(_ group: ServiceGroup, windowStart: CivilDate, asOf: CivilDate) {
    service = group.service
    site = group.site
    minutes = group.minutes
    let minutes = group.minutes
    let spans = group.keys.map(\.grid.span)
    let first = spans.map(\.lowerBound).min()!
    let recorded = first...spans.map(\.upperBound).max()!
    self.recorded = recorded
    start = min(first.month.firstDay, windowStart)
    var timeline = [Day?](repeating: nil, count: asOf - start + 1)
    let firstDay = start
    let empty = Day(cells: [Cell](repeating: Cell(), count: 1440 / minutes))

    func touch(_ day: CivilDate, _ slot: Int, _ change: (inout Cell) -> Void) {
      let offset = day - firstDay
      if timeline[offset] == nil { timeline[offset] = empty }
      change(&timeline[offset]!.cells[slot])
    }
    for key in group.keys {
      let grid = key.grid
      for day in key.days {
        for (slot, sums) in day.cells.enumerated() {
          guard let sums else { continue }
          touch(day.date, slot) {
            $0.sums.merge(sums)
            $0.records += 1
          }
        }
      }
      var next = 0
      for offset in timeline.indices {
        let day = firstDay + offset
        while next < key.days.count, key.days[next].date < day { next += 1 }
        let own = next < key.days.count && key.days[next].date == day ? key.days[next].cells : nil
        // Outside the service's records every interval of every key is a hole;
        // inside them a key that has not begun or has ended expects nothing.
        guard !recorded.contains(day) || grid.span.contains(day) else { continue }
        for (slot, isExpected) in grid.intervals(on: day).enumerated() where isExpected {
          let isHole = own == nil || (own?[slot] == nil && grid.isDense)
          touch(day, slot) {
            $0.expected += 1
            guard isHole else { return }
            $0.holes += 1
            $0.volume.addSaturating(grid.possibleVolume(on: day, slot: slot))
          }
        }
      }
      for place in key.rejected where place.date >= firstDay {
        let (day, slot) = (place.date, place.slot)
        let isExpected =
          (!recorded.contains(day) || grid.span.contains(day)) && grid.intervals(on: day)[slot]
        let isHoleAlready =
          isExpected && (grid.isDense || !key.days.contains { $0.date == day })
        guard !isHoleAlready else { continue }
        touch(day, slot) {
          $0.expected += isExpected ? 0 : 1
          $0.holes += 1
          $0.volume.addSaturating(grid.possibleVolume(on: day, slot: slot))
        }
      }
    }
    if let schedule = OpenIntervals(service, minutes: minutes) {
      for offset in timeline.indices where timeline[offset] != nil {
        let open = schedule.intervals(on: firstDay + offset)
        for slot in open.indices { timeline[offset]!.cells[slot].isClosed = !open[slot] }
      }
    }
    days = timeline
  }
}

// MARK: - Contradictions

extension ServiceHistory {
  /// Lists the days on which answered, abandoned and flown out stray from offered
  /// by more than the allowance.
  func suspectDays(allowance: FixedPoint) -> [SuspectDay] {
    days.enumerated().compactMap { offset, day in
      var sums = ContactSums()
      for cell in day?.cells ?? [] { sums.merge(cell.sums) }
      let accountedFor = sums.answered + sums.abandoned + sums.flowOut
      let stray = Int128((accountedFor - sums.offered).magnitude) * FixedPoint.scale
      guard stray > allowance.millionths * Int128(sums.offered) else { return nil }
      return SuspectDay(
        service: service.name, site: site, day: start + offset, offered: sums.offered,
        accountedFor: accountedFor)
    }
  }
}
