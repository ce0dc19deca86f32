import Basics
import ContactRecords
import PerformanceMetrics
import TestSupport
import Testing

/// What an exclusion leaves out: intervals that it overlaps, days without any other, months of those.
@Suite struct ExclusionTests {
  private static let times = ["08:00", "08:30", "09:00", "09:30"]

  /// Four half hours of every day of March 2026; those of the second week are missed.
  private func export(_ wanted: (CivilDate, String) -> Bool = { _, _ in true }) -> String {
    var export = Export()
    for offset in 0..<31 {
      let day = CivilDate.day("2026-03-01") + offset
      for time in ExclusionTests.times where wanted(day, time) {
        export.add(day, time, offered: 10, within: (7..<14).contains(offset) ? 0 : 9)
      }
    }
    return export.text
  }

  private func moment(_ text: String, second: Bool = false) -> Exclusion.Moment {
    let parts = text.split(separator: " ")
    let time = parts[1].split(separator: ":").map { Int($0)! }
    return Exclusion.Moment(
      day: .day(String(parts[0])), minute: time[0] * 60 + time[1], isSecond: second)
  }

  private func exclusion(
    _ start: String, _ end: String, service: String? = nil, site: String? = nil
  ) -> Exclusion {
    Exclusion(
      start: moment(start), end: moment(end), reason: "storm", approver: "A. Vogel",
      service: service.map { NamePattern($0) }, site: site.map { NamePattern($0) })
  }

  private func center(
    _ text: String, _ exclusions: [Exclusion], services: [Service] = [.assumed],
    zone: CivilZone? = nil
  ) throws -> CenterMetrics {
    var reading = CenterReading(services)
    reading.zone = zone
    reading.exclusions = exclusions
    // Nothing is expected before the first month.
    reading.metrics.reach = .init(months: 1, days: 1)
    return try reading.center(text)
  }

  static let overlaps: [(String, String, intervals: Int)] = [
    ("2026-03-02 08:30", "2026-03-02 09:00", 1),
    ("2026-03-02 08:31", "2026-03-02 08:32", 1),
    ("2026-03-02 08:59", "2026-03-02 09:01", 2),
    ("2026-03-02 08:30", "2026-03-02 09:30", 2),
    ("2026-03-02 07:00", "2026-03-02 08:00", 0),
    ("2026-03-02 10:00", "2026-03-03 08:00", 0),
    ("2026-03-02 09:59", "2026-03-03 08:01", 2),
    ("2026-03-02 00:00", "2026-03-03 00:00", 4),
    ("2026-02-01 00:00", "2026-03-01 08:00", 0),
    ("2026-03-31 09:59", "2030-01-01 00:00", 1),
    ("2026-01-01 00:00", "2030-01-01 00:00", 124),
  ]

  @Test(arguments: overlaps)
  func whatItOverlapsIsExcludedAndWhatItTouchesIsNot(
    _ start: String, _ end: String, _ intervals: Int
  ) throws {
    let center = try center(export(), [exclusion(start, end)])
    let records = try #require(center.records())
    #expect(center.exclusions[0].effects.map(\.intervals) == (intervals > 0 ? [intervals] : []))
    let plain = records.judged.figures(CivilMonth.of("2026-03").allDays)
    #expect(plain.intervals.excluded == 0 && plain.sums.offered == 1240)
    guard intervals > 0 else {
      #expect(records.withExclusions == nil)
      return
    }
    let figures = try #require(records.withExclusions).figures(CivilMonth.of("2026-03").allDays)
    #expect(figures.intervals.excluded == intervals)
    #expect(figures.intervals.counted == 124 - intervals)
    #expect(figures.sums.offered == 1240 - 10 * intervals)
    #expect(figures.expected == 124 - intervals)
  }

  @Test func dayIsExcludedWhenAllItsOpenIntervalsAre() throws {
    let some = try center(export(), [exclusion("2026-03-08 08:00", "2026-03-08 09:59")])
    #expect(try #require(some.exclusions[0].effects.first).days == 1)
    let three = try center(export(), [exclusion("2026-03-08 08:00", "2026-03-08 09:30")])
    #expect(try #require(three.exclusions[0].effects.first).days == 0)
    let history = try #require(three.records()?.withExclusions)
    #expect(history.figures(.day("2026-03-08")...(.day("2026-03-08"))).state == .missed)
    #expect(history.figures(CivilMonth.of("2026-03").allDays).days.excluded == 0)
    // Two together do what neither does alone, and each of them is named.
    let both = try center(
      export(),
      [
        exclusion("2026-03-08 08:00", "2026-03-08 09:00"),
        exclusion("2026-03-08 09:00", "2026-03-08 10:00"),
      ])
    #expect(both.exclusions.map { $0.effects.map(\.days) } == [[1], [1]])
    #expect(both.exclusions.map { $0.effects.map(\.intervals) } == [[2], [2]])
  }

  @Test func monthIsExcludedWhenAllItsOpenDaysAre() throws {
    let march = CivilMonth.of("2026-03")
    let whole = try center(export(), [exclusion("2026-03-01 00:00", "2026-04-01 00:00")])
    let history = try #require(whole.records()?.withExclusions)
    #expect(history.figures(march.allDays).state == .excluded)
    #expect(history.figures(march.allDays).serviceLevel == nil)
    #expect(whole.records()?.judged.figures(march.allDays).state == .missed)
    // The days of the second week alone: the month attains without them.
    let week = try center(export(), [exclusion("2026-03-08 00:00", "2026-03-15 00:00")])
    let rest = try #require(week.records()?.withExclusions).figures(march.allDays)
    #expect(rest.state == .met && rest.days.excluded == 7 && rest.days.met == 24)
    #expect(rest.serviceLevel == Ratio(864, 960))
  }

  @Test func dailyRecordIsExcludedByAnyOverlap() throws {
    var export = Export()
    for offset in 0..<10 { export.add(.day("2026-03-02") + offset, "00:00") }
    let center = try center(export.text, [exclusion("2026-03-04 23:30", "2026-03-05 00:00")])
    #expect(center.exclusions[0].effects.map(\.days) == [1])
    #expect(center.exclusions[0].effects.map(\.intervals) == [0])
    let days = try #require(center.records()?.withExclusions)
      .figures(.day("2026-03-02")...(.day("2026-03-11"))).days
    #expect(days.excluded == 1 && days.met == 9)
  }

  @Test func holesInExcludedTimeAreNoHoles() throws {
    let text = export { day, time in day != .day("2026-03-20") || time != "09:00" }
    let excluded = try center(text, [exclusion("2026-03-20 09:10", "2026-03-20 09:20")])
    let day = CivilDate.day("2026-03-20")
    let records = try #require(excluded.records())
    #expect(records.judged.figures(day...day).intervals.undecided == 1)
    let figures = try #require(records.withExclusions).figures(day...day)
    #expect(figures.intervals.undecided == 0 && figures.intervals.excluded == 1)
    #expect(figures.holes == 0 && figures.expected == 3 && figures.state == .met)
  }

  static let scopes: [(service: String?, site: String?, [String])] = [
    (nil, nil, ["Billing Bonn", "Billing Ulm", "Other -"]),
    ("Billing", nil, ["Billing Bonn", "Billing Ulm"]),
    ("B*", "Bonn", ["Billing Bonn"]),
    (nil, "U*", ["Billing Ulm"]),
    (nil, "*", ["Billing Bonn", "Billing Ulm", "Other -"]),
    ("Other", "Bonn", []),
    ("billing", nil, []),
  ]

  /// Other is one service over all sites, and has none of its own.
  @Test(arguments: scopes)
  func serviceAndSiteAreMatched(_ service: String?, _ site: String?, _ expected: [String]) throws {
    var export = Export()
    for site in ["Bonn", "Ulm"] {
      for queue in ["Billing", "Sales"] {
        for offset in 0..<9 {
          export.add(.day("2026-03-02") + offset, "08:00", queue: queue, site: site)
        }
      }
    }
    let services = [
      Service(
        name: "Billing", match: ServiceMatch(queue: [NamePattern("Billing")]),
        objectives: [.percent("80", in: 20)]),
      Service(name: "Other", isPooled: true, objectives: [.percent("80", in: 20)]),
    ]
    let center = try center(
      export.text,
      [exclusion("2026-03-04 00:00", "2026-03-05 00:00", service: service, site: site)],
      services: services)
    let found = center.exclusions[0].effects.map { "\($0.service) \($0.site ?? "-")" }
    #expect(found == expected)
    for metrics in center.services {
      let isIn = expected.contains("\(metrics.service.name) \(metrics.site ?? "-")")
      #expect((metrics.records?.withExclusions != nil) == isIn)
    }
  }

  @Test func contactsWhileClosedLeaveTheSumsToo() throws {
    var export = Export()
    export.add(.day("2026-03-02"), "08:00")
    export.add(.day("2026-03-02"), "20:00", offered: 3, within: 3)
    let hours = OpeningHours([
      .init(stretches: [.monday: [.init(start: 480, end: 510)]])
    ])
    let service = Service(name: "Day", objectives: [.percent("80", in: 20)], hours: hours)
    let closed = try center(
      export.text, [exclusion("2026-03-02 20:00", "2026-03-02 20:30")], services: [service])
    let day = CivilDate.day("2026-03-02")
    let figures = try #require(closed.records()?.withExclusions).figures(day...day)
    #expect(figures.sums.offered == 10 && figures.closedOffered == 0)
    #expect(figures.state == .met && figures.intervals.excluded == 1)
    // All that is open is out: the day is excluded, whatever is recorded while closed.
    let open = try center(
      export.text, [exclusion("2026-03-02 08:10", "2026-03-02 08:20")], services: [service])
    let other = try #require(open.records()?.withExclusions).figures(day...day)
    #expect(other.state == .excluded && other.closedOffered == 3)
  }

  @Test func daysWithoutObjectiveStayExcludedAndAreNotCounted() throws {
    let service = Service(name: "Late", objectives: [.percent("80", in: 20, from: "2026-03-10")])
    let center = try center(
      export(), [exclusion("2026-03-09 00:00", "2026-03-11 00:00")], services: [service])
    #expect(center.exclusions[0].effects.map(\.days) == [1])
    #expect(center.exclusions[0].effects.map(\.intervals) == [4])
    let history = try #require(center.records()?.withExclusions)
    #expect(history.figures(CivilMonth.of("2026-03").allDays).days.excluded == 10)
  }

  @Test func orderOfExclusionsChangesNothing() throws {
    let list = [
      exclusion("2026-03-04 00:00", "2026-03-05 00:00", site: "Bonn"),
      exclusion("2026-03-04 00:00", "2026-03-05 00:00"),
      exclusion("2026-03-03 00:00", "2026-03-05 00:00"),
      exclusion("2026-03-04 00:00", "2026-03-04 09:00", service: "All*"),
    ]
    let forward = try center(export(), list).exclusions
    #expect(try center(export(), list.reversed()).exclusions == forward)
    #expect(forward.map { "\($0.exclusion.start)" }.first == "2026-03-03T00:00")
  }
}

// MARK: - Where the clock was set

@Suite struct ExclusionAndClockTests {
  private let export = ZoneExport(.chicago, .day("2026-10-30")...(.day("2026-11-03")))
  private let day = CivilDate.day("2026-11-01")

  private func center(
    _ start: (minute: Int, isSecond: Bool), _ end: (minute: Int, isSecond: Bool),
    isInsideMinute: Bool = false
  ) throws -> CenterMetrics {
    var reading = export.reading
    reading.exclusions = [
      Exclusion(
        start: .init(day: day, minute: start.minute, isSecond: start.isSecond),
        end: .init(
          day: day, minute: end.minute, isSecond: end.isSecond, isInsideMinute: isInsideMinute),
        reason: "r", approver: "a")
    ]
    return try reading.center(export.text(.offset))
  }

  static let stretches: [(Int, Bool, Int, Bool, [String])] = [
    (0, false, 60, false, ["00:00", "00:30"]),
    (60, false, 90, false, ["01:00"]),
    (60, true, 90, true, ["01:00 second"]),
    (90, false, 60, true, ["01:30"]),
    (90, false, 90, true, ["01:30", "01:00 second"]),
    (60, false, 120, false, ["01:00", "01:30", "01:00 second", "01:30 second"]),
    (90, true, 150, false, ["01:30 second", "02:00"]),
    (120, false, 121, false, ["02:00"]),
  ]

  /// An end inside the last minute of a pass leaves out that pass, and nothing of the next.
  @Test(arguments: [
    (0, false, 59, false, 2), (60, false, 89, false, 1), (60, false, 119, false, 2),
    (60, false, 89, true, 3), (60, false, 119, true, 4), (60, true, 119, true, 2),
    (60, false, 120, false, 5),
  ])
  func anEndInsideAMinuteLeavesOutThatMinuteAlone(
    _ start: Int, _ startIsSecond: Bool, _ end: Int, _ endIsSecond: Bool, _ expected: Int
  ) throws {
    let center = try center((start, startIsSecond), (end, endIsSecond), isInsideMinute: true)
    #expect(center.exclusions[0].effects.map(\.intervals) == [expected])
    let figures = try #require(center.records()?.withExclusions).figures(day...day)
    #expect(figures.intervals.excluded == expected)
  }

  @Test(arguments: stretches)
  func passesAreLeftOutAsTheyCome(
    _ start: Int, _ startIsSecond: Bool, _ end: Int, _ endIsSecond: Bool, _ expected: [String]
  ) throws {
    let center = try center((start, startIsSecond), (end, endIsSecond))
    let out = export.rows.filter { row in
      let name = "\(CivilTime(minuteOfDay: row.minute))" + (row.isSecond ? " second" : "")
      return row.day == day && expected.contains(name)
    }
    #expect(out.count == expected.count)
    #expect(center.exclusions[0].effects.map(\.intervals) == [expected.count])
    let figures = try #require(center.records()?.withExclusions).figures(day...day)
    #expect(figures.intervals.excluded == expected.count)
    #expect(
      figures.sums.offered == export.outcome(day)[2] - out.reduce(0) { $0 + $1.offered })
  }
}
