import Basics
import TestSupport
import Testing

/// Whole runs with a time zone: half hours around the clock, over a change of it.
@Suite struct TimeZoneTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// One interval of an export: how its start is written, and how many were offered.
  struct Row {
    let plain: String
    let stated: String
    let offered: Int

    /// The row in a file, with its start in one of the two writings.
    func line(_ start: KeyPath<Row, String>) -> String {
      Export.row(self[keyPath: start], offered: offered, within: offered - 1)
    }
  }

  /// Every half hour of three days of a zone in the order of time.
  static func rows(_ zone: CivilZone, around day: CivilDate) -> [Row] {
    var clock = WallClock(zone)
    let first = zone.instant(day: (day - 1).daysSinceEpoch, secondOfDay: 0)
    let end = zone.instant(day: (day + 2).daysSinceEpoch, secondOfDay: 0)
    return stride(from: first, to: end, by: 1800).enumerated().map { index, instant in
      let (date, second) = (Int32(instant / 86_400), Int32(instant % 86_400))
      let time = clock.time(day: date, secondOfDay: second, offsetMinutes: 0)
      let text = { (day: Int32, second: Int32) in
        "\(CivilDate(daysSinceEpoch: day))T\(CivilTime(minuteOfDay: Int(second) / 60))"
      }
      return Row(
        plain: text(time.day, time.secondOfDay), stated: text(date, second) + "Z",
        offered: 5 + index % 11)
    }
  }

  private func write(_ name: String, _ rows: [Row], _ start: KeyPath<Row, String>) throws {
    try scratch.write(name, Export.file(rows.map { $0.line(start) }))
  }

  static let zones: [(CivilZone, long: Int, short: Int)] = [
    (.chicago, 50, 46), (.berlin, 50, 46), (.sydney, 50, 46), (.lordHowe, 49, 47),
  ]

  @Test(arguments: zones)
  func contactsAndIntervalsAreWholeOverAChange(
    _ zone: CivilZone, _ long: Int, _ short: Int
  ) throws {
    let days = zone.longAndShortDay
    for (day, intervals) in [(days.long, long), (days.short, short)] {
      let rows = TimeZoneTests.rows(zone, around: day)
      #expect(rows.count == 96 + intervals)
      try write("plain.csv", rows, \.plain)
      try write("stated.csv", rows, \.stated)
      let plain = try CheckedRun(["plain.csv", "--time-zone", zone.name], in: scratch.path)
      let stated = try CheckedRun(["stated.csv", "--time-zone", zone.name], in: scratch.path)
      #expect(plain.json.without("inputs") == stated.json.without("inputs"))
      #expect(plain.json["timeZone"]?.text == zone.name)
      let total = plain.json.at("services.0.total")
      #expect(total?["offered"]?.integer == rows.reduce(0) { $0 + $1.offered })
      #expect(total?.at("intervals.counted")?.integer == rows.count)
    }
  }

  /// Three contacts in each half hour, one of them in time.
  private func contacts(_ rows: [Row], _ start: KeyPath<Row, String>) -> String {
    var text = "started_at,outcome,wait_seconds\n"
    for row in rows {
      let stamp = row[keyPath: start]
      for (minutes, wait) in [(0, 10), (11, 30), (29, 90)] {
        // The minutes of a half hour are the last two digits before an offset.
        let isStated = stamp.hasSuffix("Z")
        let body = isStated ? stamp.dropLast() : stamp[...]
        let minute = Int(body.suffix(2))! + minutes
        text += "\(body.dropLast(2))\(minute < 10 ? "0" : "")\(minute):07"
        text += "\(isStated ? "Z" : ""),answered,\(wait)\n"
      }
    }
    return text
  }

  @Test(arguments: zones)
  func aContactLogIsWholeOverAChange(_ zone: CivilZone, _ long: Int, _ short: Int) throws {
    let days = zone.longAndShortDay
    for (day, intervals) in [(days.long, long), (days.short, short)] {
      let rows = TimeZoneTests.rows(zone, around: day)
      try scratch.write("stated.csv", contacts(rows, \.stated))
      try scratch.write("plain.csv", contacts(rows, \.plain))
      let stated = try CheckedRun(["stated.csv", "--time-zone", zone.name], in: scratch.path)
      let total = stated.json.at("services.0.total")
      #expect(total?["offered"]?.integer == 3 * rows.count)
      #expect(total?["answeredWithin"]?.integer == rows.count)
      // Each half hour is one interval, also where the clock ran through it twice.
      #expect(total?.at("intervals.counted")?.integer == 96 + intervals)
      let plain = try CheckedRun(["plain.csv", "--time-zone", zone.name], in: scratch.path)
      let merged = plain.json.at("services.0.total")
      #expect(merged?["offered"]?.integer == 3 * rows.count)
      // Without offsets both passes of the repeated hour are its first.
      #expect(merged?.at("intervals.counted")?.integer == 96 + min(intervals, 48))
    }
  }

  /// Mail that waits over a change of the clock: an hour of Monday, and two.
  @Test(arguments: [
    ("2026-10-31T12:00", "2026-11-02T09:00", 3600), ("2026-03-07T12:00", "2026-03-09T10:00", 7200),
    ("2026-06-06T12:00", "2026-06-08T09:30", 5400),
  ])
  func hoursOfBusinessAreOpenByTheWallClock(_ start: String, _ answer: String, _ seconds: Int)
    throws
  {
    try scratch.write("mail.csv", "started_at,outcome,answered_at\n\(start),answered,\(answer)\n")
    let hours = ["mon", "tue", "wed", "thu", "fri"].map { "\($0): '08:00-18:00'" }
      .joined(separator: ", ")
    try scratch.write(
      "mail.json",
      "{ timeZone: 'America/Chicago', services: [{ name: 'Mail', kind: 'response-time', "
        + "clock: 'business', hours: { \(hours), sat: 'closed', sun: 'closed' }, "
        + "objectives: [{ percent: 80, seconds: 5400 }] }] }")
    let run = try CheckedRun(["mail.csv", "--config", "mail.json"], in: scratch.path)
    let total = try #require(run.json.at("services.0.total"))
    #expect(total.at("averageSpeedOfAnswer.numerator")?.integer == seconds)
    #expect(total["answeredWithin"]?.integer == (seconds <= 5400 ? 1 : 0))
  }

  /// Half an hour after midnight of a day of 25 hours, and no answer to its end: 24.5 hours.
  @Test(arguments: [(88_199, 1), (88_200, 0)])
  func aBacklogIsAsOldAsItsDaysWereLong(_ threshold: Int, _ overdue: Int) throws {
    try scratch.write(
      "open.csv",
      "started_at,outcome,wait_seconds\n2026-11-01T00:30,,\n2026-11-01T09:00,answered,5\n")
    try scratch.write(
      "open.json",
      "{ timeZone: 'America/Chicago', services: [{ name: 'Mail', kind: 'response-time', "
        + "objectives: [{ percent: 80, seconds: \(threshold) }] }] }")
    let run = try CheckedRun(["open.csv", "--config", "open.json"], in: scratch.path)
    let backlog = try #require(run.json.at("services.0.backlog"))
    #expect(backlog["oldestSeconds"]?.integer == 88_200)
    #expect(backlog["overdue"]?.integer == overdue)
  }

  @Test func configurationNamesTheZoneAndTheOptionWins() throws {
    let rows = TimeZoneTests.rows(.chicago, around: CivilZone.chicago.longAndShortDay.long)
    try write("stated.csv", rows, \.stated)
    let typed = try CheckedRun(["stated.csv", "--time-zone", "America/Chicago"], in: scratch.path)
    try scratch.write("zone.json", "{ timeZone: \"America/Chicago\" }")
    try scratch.write("other.json", "{ timeZone: \"Asia/Tokyo\" }")
    let configured = try CheckedRun(["stated.csv", "--config", "zone.json"], in: scratch.path)
    #expect(configured.run.output == typed.run.output)
    let both = try CheckedRun(
      ["stated.csv", "--config", "other.json", "--time-zone", "America/Chicago"], in: scratch.path)
    #expect(both.run.output == typed.run.output)
    let other = try CheckedRun(["stated.csv", "--config", "other.json"], in: scratch.path)
    #expect(other.json["timeZone"]?.text == "Asia/Tokyo")
    #expect(other.json["services"] != typed.json["services"])
    let text = try ToolRun(["stated.csv", "--time-zone", "America/Chicago"], in: scratch.path)
    #expect(text.output.contains("times on the clock of America/Chicago\n"))
  }

  @Test(arguments: ["America/Chicago", "Pacific/Kiritimati", "Europe/Berlin", ":UTC", "nonsense"])
  func zoneOfTheProcessChangesNothing(_ process: String) throws {
    let rows = TimeZoneTests.rows(.berlin, around: CivilZone.berlin.longAndShortDay.long)
    try write("plain.csv", rows, \.plain)
    for format in ["text", "json"] {
      let arguments = ["plain.csv", "--time-zone", "Europe/Berlin", "--format", format]
      let usual = try ToolRun(arguments, in: scratch.path)
      let elsewhere = try ToolRun(arguments, environment: ["TZ": process], in: scratch.path)
      #expect(usual.status == 0 && elsewhere.outputBytes == usual.outputBytes)
    }
  }

  /// Exports of two winters' offsets have one meaning only on the clock of a zone.
  @Test func differentOffsetsNeedAZone() throws {
    try scratch.write(
      "mixed.csv",
      Export.file([
        Export.row("2026-03-02T08:00-06:00"), Export.row("2026-03-09T08:00-05:00"),
      ]))
    let refused = try ToolRun(["mixed.csv"], in: scratch.path)
    #expect(refused.status == 65)
    #expect(refused.errors.contains("timeZone in the configuration, or --time-zone"))
    let run = try CheckedRun(["mixed.csv", "--time-zone", "America/Chicago"], in: scratch.path)
    #expect(run.json.at("inputs.0.first")?.text == "2026-03-02T08:00")
    #expect(run.json.at("inputs.0.last")?.text == "2026-03-09T08:00")
  }

  @Test func skippedTimesAreNoted() throws {
    try scratch.write(
      "skipped.csv",
      Export.file(["01:30", "02:00", "02:30", "05:00"].map { Export.row("2026-03-08 \($0)") }))
    let run = try CheckedRun(["skipped.csv", "--time-zone", "America/Chicago"], in: scratch.path)
    #expect(
      run.json.at("inputs.0.notes")?.elements.map(\.text) == [
        "2 rows start at a time that the clock skipped; taken as much later"
      ])
    #expect(run.json.at("services.0.total.offered")?.integer == 40)
    #expect(run.json.at("services.0.total.intervals.counted")?.integer == 4)
    let unzoned = try CheckedRun(["skipped.csv"], in: scratch.path)
    #expect(unzoned.json.at("inputs.0.notes")?.elements.isEmpty == true)
    #expect(unzoned.json["timeZone"] == .null)
  }
}
