import Basics
import PerformanceMetrics
import TestSupport
import Testing

@Suite struct OpeningHoursTests {
  /// Weekdays from eight to six, over noon closed on Wednesdays, Fridays into the night.
  private static let hours = OpeningHours([
    .init(stretches: [
      .monday: [.init(start: 480, end: 1080)],
      .wednesday: [.init(start: 480, end: 720), .init(start: 780, end: 1080)],
      .friday: [.init(start: 1200, end: 1680)],
      .sunday: [.init(start: 0, end: 1440)],
    ]),
    .init(from: .day("2026-04-01"), stretches: [.monday: [.init(start: 540, end: 1020)]]),
  ])

  @Test(arguments: [
    ("2026-03-02", [480..<1080]), ("2026-03-03", []), ("2026-03-04", [480..<720, 780..<1080]),
    ("2026-03-06", [1200..<1440]), ("2026-03-07", [0..<240]), ("2026-03-08", [0..<1440]),
    ("2026-03-30", [480..<1080]), ("2026-04-01", []), ("2026-04-06", [540..<1020]),
  ])
  func openMinutesFollowTheWeekInForceAndReachOverMidnight(_ day: String, _ open: [Range<Int>]) {
    #expect(Self.hours.openMinutes(on: .day(day), holidays: []) == open)
  }

  @Test func aHolidayClosesWhatBeginsOnItAndNotWhatReachesInto() {
    let friday = CivilDate.day("2026-03-06")
    #expect(Self.hours.openMinutes(on: friday, holidays: [friday]) == [])
    #expect(Self.hours.openMinutes(on: friday + 1, holidays: [friday]) == [])
    #expect(Self.hours.openMinutes(on: friday + 1, holidays: [friday + 1]) == [0..<240])
  }

  @Test func aWeekThatEndsIntoTheNextOneIsSeenFromBothSides() {
    let hours = OpeningHours([
      .init(stretches: [.tuesday: [.init(start: 1320, end: 1500)]]),
      .init(from: .day("2026-03-04"), stretches: [:]),
    ])
    #expect(hours.openMinutes(on: .day("2026-03-03"), holidays: []) == [1320..<1440])
    #expect(hours.openMinutes(on: .day("2026-03-04"), holidays: []) == [0..<60])
    #expect(hours.openMinutes(on: .day("2026-03-11"), holidays: []) == [])
  }

  @Test func beforeTheFirstWeekEverythingIsClosed() {
    let hours = OpeningHours([
      .init(from: .day("2026-03-09"), stretches: [.monday: [.init(start: 0, end: 60)]])
    ])
    #expect(hours.openMinutes(on: .day("2026-03-02"), holidays: []) == [])
    #expect(hours.openMinutes(on: .day("2026-03-09"), holidays: []) == [0..<60])
  }

  @Test func stretchesBeginInTheirDayAndEndWithinADay() async {
    await #expect(processExitsWith: .failure) { _ = OpeningHours.Stretch(start: 1440, end: 1500) }
    await #expect(processExitsWith: .failure) { _ = OpeningHours.Stretch(start: 60, end: 60) }
    await #expect(processExitsWith: .failure) { _ = OpeningHours.Stretch(start: 60, end: 1501) }
  }
}
