import Basics
import TestSupport
import Testing

@Suite struct CivilZoneTests {
  /// The day and the time of a wall time: 2026-11-01 01:30, and which pass.
  private func text(_ time: WallTime) -> String {
    "\(CivilDate(daysSinceEpoch: time.day)) "
      + "\(CivilTime(minuteOfDay: Int(time.secondOfDay) / 60)) \(time.pass)"
  }

  private func read(_ zone: CivilZone, _ day: String, _ minute: Int, _ offset: Int16?) -> WallTime {
    var clock = WallClock(zone)
    return clock.time(
      day: CivilDate.day(day).daysSinceEpoch, secondOfDay: Int32(minute * 60),
      offsetMinutes: offset)
  }

  static let conversions: [(CivilZone, String, Int, Int16, String)] = [
    (.chicago, "2026-03-08", 7 * 60 + 59, 0, "2026-03-08 01:59 first"),
    (.chicago, "2026-03-08", 8 * 60, 0, "2026-03-08 03:00 first"),
    (.chicago, "2026-11-01", 5 * 60 + 59, 0, "2026-11-01 00:59 first"),
    (.chicago, "2026-11-01", 6 * 60, 0, "2026-11-01 01:00 first"),
    (.chicago, "2026-11-01", 6 * 60 + 59, 0, "2026-11-01 01:59 first"),
    (.chicago, "2026-11-01", 7 * 60, 0, "2026-11-01 01:00 second"),
    (.chicago, "2026-11-01", 7 * 60 + 59, 0, "2026-11-01 01:59 second"),
    (.chicago, "2026-11-01", 8 * 60, 0, "2026-11-01 02:00 first"),
    (.chicago, "2026-11-01", 90, -5 * 60, "2026-11-01 01:30 first"),
    (.chicago, "2026-11-01", 90, -6 * 60, "2026-11-01 01:30 second"),
    (.chicago, "2026-01-01", 0, 0, "2025-12-31 18:00 first"),
    (.berlin, "2026-10-25", 60, 0, "2026-10-25 02:00 second"),
    (.berlin, "2026-10-25", 59, 0, "2026-10-25 02:59 first"),
    (.sydney, "2026-04-04", 16 * 60, 0, "2026-04-05 02:00 second"),
    (.sydney, "2026-10-03", 16 * 60, 0, "2026-10-04 03:00 first"),
    (.lordHowe, "2026-04-04", 15 * 60 - 1, 0, "2026-04-05 01:59 first"),
    (.lordHowe, "2026-04-04", 15 * 60, 0, "2026-04-05 01:30 second"),
    (.lordHowe, "2026-04-04", 15 * 60 + 30, 0, "2026-04-05 02:00 first"),
    (.lordHowe, "2026-10-03", 15 * 60 + 30, 0, "2026-10-04 02:30 first"),
    (.santiago, "2026-04-05", 3 * 60, 0, "2026-04-04 23:00 second"),
    (.santiago, "2026-09-06", 4 * 60, 0, "2026-09-06 01:00 first"),
  ]

  @Test(arguments: conversions)
  func offsetsAreConverted(
    _ zone: CivilZone, _ day: String, _ minute: Int, _ offset: Int16, _ expected: String
  ) {
    #expect(text(read(zone, day, minute, offset)) == expected)
  }

  static let plain: [(CivilZone, String, Int, String)] = [
    (.chicago, "2026-11-01", 59, "2026-11-01 00:59 first"),
    (.chicago, "2026-11-01", 60, "2026-11-01 01:00 unstated"),
    (.chicago, "2026-11-01", 119, "2026-11-01 01:59 unstated"),
    (.chicago, "2026-11-01", 120, "2026-11-01 02:00 first"),
    (.chicago, "2026-03-08", 119, "2026-03-08 01:59 first"),
    (.chicago, "2026-03-08", 120, "2026-03-08 03:00 first"),
    (.chicago, "2026-03-08", 179, "2026-03-08 03:59 first"),
    (.chicago, "2026-03-08", 180, "2026-03-08 03:00 first"),
    (.lordHowe, "2026-10-04", 120, "2026-10-04 02:30 first"),
    (.lordHowe, "2026-10-04", 149, "2026-10-04 02:59 first"),
    (.lordHowe, "2026-10-04", 150, "2026-10-04 02:30 first"),
    (.lordHowe, "2026-04-05", 90, "2026-04-05 01:30 unstated"),
    (.santiago, "2026-04-04", 23 * 60, "2026-04-04 23:00 unstated"),
    (.santiago, "2026-09-06", 30, "2026-09-06 01:30 first"),
  ]

  @Test(arguments: plain)
  func wallTimesStandAndSkippedOnesMoveByTheGap(
    _ zone: CivilZone, _ day: String, _ minute: Int, _ expected: String
  ) {
    #expect(text(read(zone, day, minute, nil).moved) == expected)
  }

  /// Every quarter of an hour of two years: there and back again, and no two alike.
  @Test(arguments: CivilZone.samples)
  func everyInstantHasAWallTimeOfItsOwn(_ zone: CivilZone) {
    var clock = WallClock(zone)
    var seen: Set<[Int32]> = []
    let first = Int(CivilDate.day("2025-06-01").daysSinceEpoch) * 96
    for quarter in first..<(first + 2 * 365 * 96) {
      let time = clock.time(
        day: Int32(quarter / 96), secondOfDay: Int32(quarter % 96 * 900), offsetMinutes: 0)
      #expect(time.pass != .unstated && time.gap == 0)
      #expect(seen.insert([time.day, time.secondOfDay, time.pass == .second ? 1 : 0]).inserted)
      let back = zone.instant(
        day: time.day, secondOfDay: time.secondOfDay, isSecond: time.pass == .second)
      #expect(back == quarter * 900)
    }
  }

  @Test(arguments: CivilZone.samples)
  func orderOfQuestionsChangesNoAnswer(_ zone: CivilZone) {
    var clock = WallClock(zone)
    var random = SplitMix64(7)
    for _ in 0..<2000 {
      let day = CivilDate.day("2026-01-01") + Int.random(in: 0..<365, using: &random)
      let second = Int32.random(in: 0..<86_400, using: &random)
      let offset: Int16? = Bool.random(using: &random) ? 0 : nil
      var fresh = WallClock(zone)
      #expect(
        clock.time(day: day.daysSinceEpoch, secondOfDay: second, offsetMinutes: offset)
          == fresh.time(day: day.daysSinceEpoch, secondOfDay: second, offsetMinutes: offset))
    }
  }

  @Test func changedDaysSayWhatTheClockDid() {
    #expect(
      CivilZone.chicago.changedDays == [
        .day("2026-03-08"): ClockChange(skipped: 7200..<10_800, repeated: nil),
        .day("2026-11-01"): ClockChange(skipped: nil, repeated: 3600..<7200),
      ])
    #expect(
      CivilZone.santiago.changedDays == [
        .day("2026-04-04"): ClockChange(skipped: nil, repeated: 82_800..<86_400),
        .day("2026-09-06"): ClockChange(skipped: 0..<3600, repeated: nil),
      ])
  }

  @Test func skippedDayIsSkippedWhole() {
    // Samoa crossed the date line: December 30, 2011, never was.
    let zone = CivilZone(
      name: "Pacific/Apia", offset: -10 * 3600, changes: [(1_325_239_200, 14 * 3600)])
    #expect(
      zone.changedDays == [.day("2011-12-30"): ClockChange(skipped: 0..<86_400, repeated: nil)])
    #expect(text(read(zone, "2011-12-30", 600, nil).moved) == "2011-12-31 10:00 first")
  }

  @Test func changeOfNothingIsLeftOut() {
    let zone = CivilZone(name: "X/Y", offset: 0, changes: [(10, 0), (20, 3600), (30, 3600)])
    #expect(zone.changes.map(\.instant) == [20])
  }

  @Test func zoneWithoutChangesOnlyAddsItsOffset() {
    let zone = CivilZone(name: "Asia/Kathmandu", offset: 20_700, changes: [])
    #expect(text(read(zone, "2026-01-01", 18 * 60 + 15, 0)) == "2026-01-02 00:00 first")
    #expect(text(read(zone, "2026-01-01", 90, nil)) == "2026-01-01 01:30 first")
    #expect(zone.changedDays.isEmpty)
  }
}
