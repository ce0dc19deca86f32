import Basics
import Foundation
import SLCheckTool
import TestSupport
import Testing

/// Zones by name: their tables say what the library says, hour by hour.
@Suite struct CivilZoneNameTests {
  @Test(arguments: [
    "America/Chicago", "Europe/Berlin", "Australia/Sydney", "Australia/Lord_Howe",
    "America/Santiago", "Africa/Casablanca", "Asia/Kathmandu", "America/St_Johns", "UTC",
  ])
  func tableSaysWhatTheLibrarySays(_ name: String) throws {
    let zone = try #require(CivilZone(named: name))
    let library = try #require(TimeZone(identifier: name))
    var clock = WallClock(zone)
    for year in [1950, 1975, 2006, 2026, 2087] {
      let first = Int(CivilDate(year: year, month: 1, day: 1)!.daysSinceEpoch)
      for hour in (first * 24)..<((first + 366) * 24) {
        let time = clock.time(
          day: Int32(hour >= 0 ? hour / 24 : (hour - 23) / 24),
          secondOfDay: Int32((hour % 24 + 24) % 24 * 3600), offsetMinutes: 0)
        let wall = Int(time.day) * 86_400 + Int(time.secondOfDay)
        let offset = library.secondsFromGMT(
          for: Date(timeIntervalSince1970: Double(hour * 3600)))
        guard wall - hour * 3600 != offset else { continue }
        Issue.record("hour \(hour): \(wall - hour * 3600), not \(offset)")
        return
      }
    }
  }

  @Test(arguments: zip(CivilZone.samples, CivilZone.samples.map(\.name)))
  func literalTablesOfTheTestsAreTheZones(_ sample: CivilZone, _ name: String) throws {
    let zone = try #require(CivilZone(named: name))
    let own = zone.changes.filter { change in sample.changes.contains(change) }
    #expect(own == sample.changes)
  }

  @Test(arguments: [
    "", "CST", "EST", "Z", "GMT+3", "Chicago", "America", "America/", "/", "america/chicago",
    "America/Chicago ", "Mars/Olympus",
  ])
  func whatIsNoNameOfTheDatabaseIsNoZone(_ name: String) {
    #expect(!CivilZone.isKnown(name) && CivilZone(named: name) == nil)
  }

  @Test(arguments: ["UTC", "CET", "US/Central", "Asia/Calcutta", "Etc/GMT+5", "Europe/Kyiv"])
  func linksAndPlainNamesAreZones(_ name: String) {
    #expect(CivilZone(named: name)?.name == name)
  }
}
