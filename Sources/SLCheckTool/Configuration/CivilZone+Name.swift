package import Basics

#if canImport(FoundationInternationalization)
  internal import FoundationEssentials
  internal import FoundationInternationalization
#else
  internal import Foundation
#endif

extension CivilZone {
  /// The years whose changes a zone knows; before and after them its clock stands still.
  ///
  /// Records may span fifty of them at any place.
  private static let years = 1900...2200

  /// Names of the database that are not made of a region and a place, as far as they
  /// mean one zone everywhere. EST or CST are not among them: abbreviations are the
  /// names of several.
  private static let plainNames = [
    "UTC", "GMT", "CET", "EET", "MET", "WET", "CST6CDT", "EST5EDT", "MST7MDT", "PST8PDT",
  ]

  /// Makes a zone from its name in the IANA database; `nil` where there is none.
  ///
  /// - Complexity: O(*n*) in the changes of the zone; some thousandths of a second.
  package init?(named name: String) {
    guard let zone = CivilZone.known(name) else { return nil }
    let first = CivilZone.second(ofYear: CivilZone.years.lowerBound)
    let end = CivilZone.second(ofYear: CivilZone.years.upperBound + 1)
    var changes: [(instant: Int, offset: Int)] = []
    var next = zone.nextDaylightSavingTimeTransition(after: CivilZone.date(first))
    while let date = next, date < CivilZone.date(end) {
      changes.append(
        (Int(date.timeIntervalSince1970.rounded()), zone.secondsFromGMT(for: date)))
      let following = zone.nextDaylightSavingTimeTransition(after: date)
      next = following.map { $0 > date } ?? false ? following : nil
    }
    self.init(
      name: name, offset: zone.secondsFromGMT(for: CivilZone.date(first)), changes: changes)
  }

  /// Tells whether the IANA database has a zone of this name.
  package static func isKnown(_ name: String) -> Bool { known(name) != nil }

  /// Finds the known name that was most likely meant; `nil` where none is near.
  package static func nearestName(to name: String) -> String? {
    let names = TimeZone.knownTimeZoneIdentifiers
    let place = "/" + name.lowercased()
    return names.first { $0.lowercased().hasSuffix(place) }
      ?? NearestName.of(name, in: names + ["UTC"])
  }

  private static func known(_ name: String) -> TimeZone? {
    guard name.contains("/") || plainNames.contains(name) else { return nil }
    return TimeZone(identifier: name)
  }

  private static func second(ofYear year: Int) -> Int {
    Int(CivilDate.days(year: year, month: 1, day: 1)) * secondsPerDay
  }

  private static func date(_ second: Int) -> Date {
    Date(timeIntervalSince1970: Double(second))
  }
}
