import Basics
import TestSupport
import Testing

@testable import PerformanceMetrics

/// How few contacts would have turned an opportunity, against counting again with them.
@Suite struct NearMissTests {
  @Test(arguments: [
    ("80", 1000, 800, 1), ("80", 1000, 799, 1), ("80", 1000, 798, 2), ("80", 1000, 801, 2),
    ("80", 5, 4, 1), ("80", 5, 3, 1), ("66.666667", 3, 2, 1), ("66.666666", 3, 2, 1),
    ("100", 7, 5, 2), ("100", 7, 7, 1), ("50", 2, 2, 2),
  ])
  func contactsAreCountedUpToTheObjective(
    _ percent: String, _ offered: Int, _ within: Int, _ contacts: Int
  ) throws {
    let figures = try day(percent, offered: offered, within: within)
    #expect(figures.contactsToFlip == contacts)
  }

  @Test(arguments: [("0", 5, 0), ("80", 0, 0)])
  func nothingTurnsWhatNoContactCanTurn(_ percent: String, _ offered: Int, _ within: Int) throws {
    #expect(try day(percent, offered: offered, within: within).contactsToFlip == nil)
  }

  private func day(_ percent: String, offered: Int, within: Int) throws -> ServiceFigures {
    var export = Export()
    export.add(.day("2026-03-02"), "09:00", offered: offered, within: within)
    let reading = CenterReading([Service(name: "A", objectives: [.percent(percent, in: 20)])])
    return try #require(try reading.center(export.text).figures("2026-03-02"))
  }

  /// The opportunity has to turn with so many contacts, and not with one fewer.
  @Test(arguments: Seed.cases(25))
  func countingAgainTurnsTheOpportunity(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    let center = try sample.reading.center(RandomCenter.header + sample.lines.joined())
    for (index, metrics) in center.services.enumerated() {
      guard let judged = metrics.records?.judged else { continue }
      var tried = 0
      var days: [ClosedRange<CivilDate>] = (0...(judged.end - judged.start)).map {
        (judged.start + $0)...(judged.start + $0)
      }
      days.shuffle(using: &random)
      for span in days.prefix(40) where tried < 3 {
        let figures = judged.figures(span)
        guard let contacts = figures.contactsToFlip, contacts <= 5 else { continue }
        let wanted: OpportunityState = figures.state == .met ? .missed : .met
        let change = figures.state == .met ? -1 : 1
        guard
          let flipped = changed(sample, metrics, span.lowerBound, by: change * contacts),
          let almost = changed(sample, metrics, span.lowerBound, by: change * (contacts - 1))
        else { continue }
        tried += 1
        let label = "\(seed), \(metrics.service.name), \(span.lowerBound), \(contacts)"
        for (rows, state) in [(flipped, wanted), (almost, nil)] {
          let again = try sample.reading.center(RandomCenter.header + rows.joined())
          let found = try #require(again.services[index].records).judged.figures(span).state
          if let state {
            #expect(found == state, "\(label)")
          } else {
            #expect(found != wanted, "\(label)")
          }
        }
      }
    }
  }

  /// The same for single intervals, which are laid out again.
  @Test(arguments: Seed.cases(20))
  func countingAgainTurnsTheInterval(_ seed: Seed) throws {
    var random = seed.generator
    let sample = RandomCenter(&random)
    let center = try sample.reading.center(RandomCenter.header + sample.lines.joined())
    for (index, metrics) in center.services.enumerated() {
      guard let records = metrics.records else { continue }
      let span = records.judged.start...records.judged.end
      var tried = 0
      for interval in records.source.intervals(in: span).shuffled(using: &random)
      where tried < 3 {
        guard let contacts = interval.figures.contactsToFlip, contacts <= 2 else { continue }
        let wanted: OpportunityState = interval.state == .met ? .missed : .met
        let change = interval.state == .met ? -1 : 1
        let first = interval.start.time.minuteOfDay
        let minutes = first..<(first + interval.minutes)
        let day = interval.start.day
        guard
          let flipped = changed(sample, metrics, day, minutes, by: change * contacts),
          let almost = changed(sample, metrics, day, minutes, by: change * (contacts - 1))
        else { continue }
        tried += 1
        for (rows, isTurned) in [(flipped, true), (almost, false)] {
          let again = try sample.reading.center(RandomCenter.header + rows.joined())
          let found = try #require(again.services[index].records).source
            .intervals(in: day...day).first { $0.start == interval.start }?.state
          #expect((found == wanted) == isTurned, "\(seed), \(interval.start), \(contacts)")
        }
      }
    }
  }

  /// Puts more or fewer contacts in time into the rows of a day; `nil` where none has such a count.
  private func changed(
    _ sample: RandomCenter, _ metrics: ServiceMetrics, _ day: CivilDate,
    _ minutes: Range<Int> = 0..<1440, by change: Int
  ) -> [String]? {
    var sample = sample
    var rest = change
    let seconds = metrics.service.objectives.inForce(on: day)?.seconds
    for index in sample.rows.indices where rest != 0 {
      let row = sample.rows[index]
      guard row.day == day, minutes.contains(row.minute), !row.isRejected, let within = row.within,
        row.threshold == seconds,
        metrics.service.isPooled || row.site == (metrics.site ?? ""),
        sample.services.first(where: {
          $0.match.takes(site: row.site, queue: row.queue, channel: "")
        }) == metrics.service
      else { continue }
      let step = rest > 0 ? rest : max(rest, -within)
      sample.setWithin(within + step, of: index)
      rest -= step
    }
    return rest == 0 ? sample.lines : nil
  }
}
