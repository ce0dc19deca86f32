import Basics
import TestSupport
import Testing

@Suite struct CivilDateTests {
  private static let first = CivilDate(year: 1, month: 1, day: 1)!
  private static let last = CivilDate(year: 9999, month: 12, day: 31)!

  @Test func everySeventeenthDayComesBackFromItsParts() throws {
    var day = Self.first
    while day <= Self.last {
      let parts = day.parts
      let again = CivilDate(year: parts.year, month: parts.month, day: parts.day)
      try #require(again == day, "\(parts)")
      day = day + 17
    }
  }

  @Test(arguments: [
    ("2026-10-31", "2026-10"), ("2026-10-30", "2026-09"), ("2026-11-01", "2026-10"),
    ("2024-02-28", "2024-01"), ("2024-02-29", "2024-02"), ("2026-02-28", "2026-02"),
    ("2026-01-30", "2025-12"), ("2025-12-31", "2025-12"), ("2026-01-01", "2025-12"),
  ])
  func theLastCompleteMonthEndsOnOrBeforeTheDay(_ day: String, _ month: String) throws {
    #expect(try #require(CivilDate(day)).lastCompleteMonth.description == month)
  }

  @Test func everyThirtySeventhDayComesBackFromItsText() throws {
    var day = Self.first
    while day <= Self.last {
      try #require(CivilDate(day.description) == day, "\(day)")
      day = day + 37
    }
  }

  @Test(arguments: [1, 1581, 1582, 1969, 1970, 2000, 2023, 2024, 2100, 9999])
  func theDaysOfAYearFollowEachOther(_ year: Int) throws {
    var day = try #require(CivilDate(year: year, month: 1, day: 1))
    for month in 1...12 {
      for number in 1...CivilMonth(year: year, month: month).dayCount {
        let parts = day.parts
        #expect((parts.year, parts.month, parts.day) == (year, month, number))
        #expect(day.month == CivilMonth(year: year, month: month))
        day = day + 1
      }
    }
    #expect(day.parts.year == year + 1)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-10-31", 20757),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func daysCountFromTheEpoch(_ text: String, _ count: Int32) {
    #expect(CivilDate(text)?.daysSinceEpoch == count)
    #expect(CivilDate(daysSinceEpoch: count).description == text)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
    "2026-01-00", "2026-01-32", "0000-01-01", "10000-01-01", "2026-1-01", "2026-01-1", "26-01-01",
    "2026/01/01", "20260101", "2026-01", "2026-01-01-", "-026-01-01", "+026-01-01", " 2026-01-01",
    "2026-01-01 ", "2026-01-0१", "", "--", "2026--01",
  ])
  func otherTextIsNoDay(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: ["2000-02-29", "2024-02-29", "0004-02-29", "2400-02-29"])
  func leapYearsHaveAFebruary29(_ text: String) {
    #expect(CivilDate(text)?.description == text)
  }

  @Test(arguments: [
    (2026, 2, 29), (2026, 0, 1), (2026, 13, 1), (0, 1, 1), (10_000, 1, 1), (2026, 1, 0),
    (2026, 1, -1), (-1, 1, 1), (2026, 11, 31),
  ])
  func impossiblePartsAreNoDay(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-28"),
    ("2026-01-31", 1, "2026-02-28"), ("2026-03-31", 24, "2028-03-30"),
    ("2026-01-01", 12, "2026-12-31"),
  ])
  func aTermEndsOnTheDayBeforeTheSameDay(_ first: String, _ months: Int, _ last: String) throws {
    #expect(try #require(CivilDate(first)).lastDay(ofMonths: months) == CivilDate(last))
  }

  @Test func differencesUndoAdditions() {
    let day = CivilDate.day("2026-03-02")
    for count in [-800_000, -366, -1, 0, 1, 365, 800_000] {
      #expect((day + count) - day == count)
      #expect((day + count) - count == day)
    }
    #expect(CivilDate.day("2026-02-28") < CivilDate.day("2026-03-01"))
    #expect(CivilDate.distantPast < Self.first)
  }

  @Test(arguments: [
    ("1969-12-28", Weekday.sunday), ("1970-01-01", .thursday), ("2000-01-01", .saturday),
    ("2026-10-31", .saturday), ("2026-11-01", .sunday), ("2026-11-02", .monday),
    ("1600-02-29", .tuesday), ("0001-01-01", .monday),
  ])
  func weekdaysAreThoseOfTheCalendar(_ text: String, _ weekday: Weekday) {
    #expect(CivilDate.day(text).weekday == weekday)
  }

  @Test func weekdaysFollowEachOtherMondayFirst() {
    let monday = CivilDate.day("1969-12-22")
    #expect((0..<21).allSatisfy { (monday + $0).weekday.rawValue == $0 % 7 })
  }
}

@Suite struct CivilMonthTests {
  @Test func everyMonthComesBackFromItsText() throws {
    for index in CivilMonth(year: 1, month: 1).index...CivilMonth(year: 9999, month: 12).index {
      let month = CivilMonth(index: index)
      try #require(CivilMonth(month.description) == month)
    }
  }

  @Test(arguments: [
    "0000-01", "2026-00", "2026-13", "2026-1", "226-01", "2026/01", "2026-01-01", "2026", "",
    "2026-Q1", "+026-01",
  ])
  func otherTextIsNoMonth(_ text: String) {
    #expect(CivilMonth(text) == nil)
  }

  @Test(arguments: [
    ("2026-02", 28, "2026-02-28"), ("2024-02", 29, "2024-02-29"), ("1900-02", 28, "1900-02-28"),
    ("2000-02", 29, "2000-02-29"), ("2026-04", 30, "2026-04-30"), ("2026-12", 31, "2026-12-31"),
  ])
  func monthsEndOnTheirLastDay(_ text: String, _ count: Int, _ last: String) {
    let month = CivilMonth.of(text)
    #expect(month.dayCount == count)
    #expect(month.lastDay.description == last)
    #expect(month.lastDay - month.firstDay == count - 1)
  }

  @Test func monthsAreCountedAcrossYears() {
    let month = CivilMonth.of("2025-11")
    #expect((month + 2).description == "2026-01")
    #expect((month - 11).description == "2024-12")
    #expect((month + 2).year == 2026 && (month + 2).month == 1)
    #expect(month < month + 1)
  }
}

@Suite struct CivilTimeTests {
  @Test(arguments: [(0, "00:00"), (9, "00:09"), (510, "08:30"), (600, "10:00"), (1439, "23:59")])
  func timesAreWrittenWithTwoDigits(_ minute: Int, _ text: String) {
    #expect(CivilTime(minuteOfDay: minute).description == text)
  }

  @Test func earlierTimesComeFirst() {
    #expect(CivilTime(minuteOfDay: 599) < CivilTime(minuteOfDay: 600))
  }

  @Test func aDayHas1440Minutes() async {
    await #expect(processExitsWith: .failure) { _ = CivilTime(minuteOfDay: 1440) }
    await #expect(processExitsWith: .failure) { _ = CivilTime(minuteOfDay: -1) }
  }
}
