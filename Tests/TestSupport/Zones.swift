public import Basics

// Zones as literal tables, so that the stages before the tool are tested without a library.

extension CivilZone {
  /// Chicago in 2026: forward on March 8, back on November 1, at two in the morning.
  public static let chicago = CivilZone(
    name: "America/Chicago", hours: -6,
    [("2026-03-08", 8 * 60, -5 * 60), ("2026-11-01", 7 * 60, -6 * 60)])

  /// Berlin in 2026: forward on March 29 at two, back on October 25 at three.
  public static let berlin = CivilZone(
    name: "Europe/Berlin", hours: 1,
    [("2026-03-29", 60, 2 * 60), ("2026-10-25", 60, 60)])

  /// Sydney in 2026: back on April 5 at three, forward on October 4 at two.
  public static let sydney = CivilZone(
    name: "Australia/Sydney", hours: 11,
    [("2026-04-04", 16 * 60, 10 * 60), ("2026-10-03", 16 * 60, 11 * 60)])

  /// Lord Howe in 2026: half an hour back on April 5 at two, and forward on October 4.
  public static let lordHowe = CivilZone(
    name: "Australia/Lord_Howe", hours: 11,
    [("2026-04-04", 15 * 60, 630), ("2026-10-03", 15 * 60 + 30, 660)])

  /// Santiago in 2026: back on April 5 at midnight, forward on September 6 at midnight,
  /// so that the skipped hour begins a day and the repeated one ends another.
  public static let santiago = CivilZone(
    name: "America/Santiago", hours: -3,
    [("2026-04-05", 3 * 60, -4 * 60), ("2026-09-06", 4 * 60, -3 * 60)])

  /// All of them.
  public static let samples = [chicago, berlin, sydney, lordHowe, santiago]

  private init(name: String, hours: Int, _ changes: [(day: String, minute: Int, offset: Int)]) {
    self.init(
      name: name, offset: hours * 3600,
      changes: changes.map { change in
        (
          Int(CivilDate.day(change.day).daysSinceEpoch) * 86_400 + change.minute * 60,
          change.offset * 60
        )
      })
  }

  /// The day that became longer, and the day that became shorter.
  public var longAndShortDay: (long: CivilDate, short: CivilDate) {
    let days = changedDays
    return (
      days.first { $0.value.repeated != nil }!.key, days.first { $0.value.skipped != nil }!.key
    )
  }
}
