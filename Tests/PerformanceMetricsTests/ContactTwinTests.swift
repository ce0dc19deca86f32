import Basics
import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// A contact, and the interval records that a slow twin makes of many.
private struct NaiveContact {
  var queue: String
  var day: CivilDate
  var second: Int
  var outcome: String
  var wait: Int
  var talk: Int

  var text: String {
    let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day) \(clock.joined(separator: ":")),\(queue),\(outcome),\(wait),\(talk)\n"
  }

  static let header = "started_at,queue,outcome,wait_seconds,talk_seconds\n"

  /// Interval records of a number of minutes.
  static func intervals(_ contacts: [NaiveContact], minutes: Int, below: Bool) -> String {
    var text =
      "interval_start,queue,interval_minutes,offered,answered,abandoned,flow_out,answered_within_20,"
      + "answered_within_45,abandoned_within_20,abandoned_within_45,short_abandoned,wait_seconds,"
      + "handle_seconds\n"
    let groups = Dictionary(grouping: contacts) { contact in
      "\(contact.day) \(CivilTime(minuteOfDay: contact.second / 60 / minutes * minutes)),"
        + contact.queue
    }
    for (start, group) in groups.sorted(by: { $0.key < $1.key }) {
      let answered = group.filter { $0.outcome == "answered" }
      let abandoned = group.filter { $0.outcome == "abandoned" }
      func within(_ contacts: [NaiveContact], _ seconds: Int) -> Int {
        contacts.count { below ? $0.wait < seconds : $0.wait <= seconds }
      }
      let counts = [
        minutes, group.count, answered.count, abandoned.count,
        group.count - answered.count - abandoned.count, within(answered, 20),
        within(answered, 45), within(abandoned, 20), within(abandoned, 45),
        abandoned.count { $0.wait <= 5 }, answered.reduce(0) { $0 + $1.wait },
        answered.reduce(0) { $0 + $1.talk },
      ]
      text += start + "," + counts.map(String.init).joined(separator: ",") + "\n"
    }
    return text
  }
}

/// What two readings of one center have to agree on.
private struct Agreed: Equatable, CustomStringConvertible {
  var figures: [String] = []
  var description: String { figures.joined(separator: "\n") }

  init(_ center: CenterMetrics) {
    for service in center.services {
      guard let records = service.records else {
        figures.append("\(service.service.name): nothing")
        continue
      }
      for history in records.alternatives {
        var day = records.recorded.lowerBound
        while day <= records.recorded.upperBound {
          add(history.figures(day...day), "\(service.service.name) \(history.formula) \(day)")
          day = day + 1
        }
        add(history.figures(history.start...history.end), "\(history.formula) total")
      }
    }
    figures.append("\(center.unmatchedKeys.map(\.queue)) \(center.asOf)")
  }

  private mutating func add(_ found: ServiceFigures, _ name: String) {
    var sums = found.sums
    // Rows are contacts here and intervals there.
    sums[.rows] = 0
    figures.append(
      "\(name): \(ContactSums.Figure.allCases.map { sums[$0] }) \(found.intervals) \(found.days) "
        + "\(found.state) \(String(describing: found.serviceLevel)) \(found.closedOffered) "
        + "\(found.unweightedMeanText ?? "") \(found.holes) of \(found.expected)")
  }
}

@Suite struct ContactTwinTests {
  private func contacts(_ random: inout SplitMix64, days: Int) -> [NaiveContact] {
    let first = CivilDate.day("2026-01-28")
    return (0..<Int.random(in: 1...600, using: &random)).map { _ in
      NaiveContact(
        queue: ["a", "b", "c"].randomElement(using: &random)!,
        day: first + Int.random(in: 0..<days, using: &random),
        second: random.once(in: 10)
          ? Int.random(in: 0..<86_400, using: &random)
          : Int.random(in: 32_000..<50_000, using: &random),
        outcome: ["answered", "answered", "answered", "abandoned", "flow_out"]
          .randomElement(using: &random)!,
        wait: [0, 5, 6, 20, 21, 45, 46, Int.random(in: 0..<300, using: &random)]
          .randomElement(using: &random)!,
        talk: Int.random(in: 0..<900, using: &random))
    }
  }

  private func services(_ random: inout SplitMix64) -> [Service] {
    let objectives = [
      Objective(percent: FixedPoint(80), seconds: 20),
      Objective(
        from: .day("2026-02-03"), percent: FixedPoint(70),
        seconds: random.once(in: 2) ? 45 : 20),
    ]
    let hours =
      random.once(in: 2)
      ? nil
      : OpeningHours([
        OpeningHours.Week(
          stretches: Dictionary(
            uniqueKeysWithValues: Weekday.allCases.map {
              ($0, [OpeningHours.Stretch(start: 540, end: 780)])
            }))
      ])
    return [
      Service(
        name: "First",
        match: random.once(in: 2) ? ServiceMatch(queue: [NamePattern("a")]) : .everything,
        demand: Demand.allCases.randomElement(using: &random)!, objectives: objectives,
        hours: hours)
    ]
  }

  @Test(arguments: Seed.cases(12))
  func contactsGiveWhatTheirIntervalRecordsGive(_ seed: Seed) throws {
    var random = seed.generator
    let contacts = contacts(&random, days: Int.random(in: 1...20, using: &random))
    let minutes = [15, 30, 60, 1440].randomElement(using: &random)!
    let below = random.once(in: 2)
    var reading = CenterReading(services(&random))
    reading.metrics.habit = .sparse
    reading.metrics.intervalMinutes = minutes
    let rows = contacts.map(\.text).shuffled(using: &random)
    let cut = Int.random(in: 0...rows.count, using: &random)
    let texts = [rows[..<cut], rows[cut...]].filter { !$0.isEmpty }
      .map { NaiveContact.header + $0.joined() }
    let counted = try reading.center(
      contacts: texts, comparison: below ? .below : .atMost)
    let exported = try reading.center(
      NaiveContact.intervals(contacts, minutes: minutes, below: below))
    #expect(Agreed(counted) == Agreed(exported))
  }

  @Test(arguments: Seed.cases(8))
  func daysOfIntervalRecordsAndDaysOfContactsMakeOneCenter(_ seed: Seed) throws {
    var random = seed.generator
    let contacts = contacts(&random, days: 12)
    var reading = CenterReading(services(&random))
    reading.metrics.habit = .sparse
    // Interval records for some queues and days; contacts for all, or for the others alone.
    let covered = Set(
      Set(contacts.map { "\($0.queue) \($0.day)" }).sorted().filter { _ in
        Bool.random(using: &random)
      })
    let exported = contacts.filter { covered.contains("\($0.queue) \($0.day)") }
    let logged =
      random.once(in: 2)
      ? contacts : contacts.filter { !covered.contains("\($0.queue) \($0.day)") }
    let both = try reading.center(
      contacts: logged.isEmpty ? [] : [NaiveContact.header + logged.map(\.text).joined()],
      intervals: exported.isEmpty
        ? [] : [NaiveContact.intervals(exported, minutes: 30, below: false)])
    let alone = try reading.center(NaiveContact.intervals(contacts, minutes: 30, below: false))
    #expect(Agreed(both) == Agreed(alone))
    #expect(both.reconciliations.allSatisfy { $0.contactsOffered == $0.intervalsOffered })
  }
}
