import Basics
import TestSupport
import Testing

/// Exclusions stand beside the level: what is judged is without them, and what they change is shown.
@Suite struct ExclusionRunTests {
  private let scratch: ScratchFolder

  /// Every day of a year; January to March are missed, all others attain.
  init() throws {
    scratch = try ScratchFolder()
    let rows = Export.daily(from: "2025-01-01", through: "2025-12-31") { day in
      day.month.month <= 3 ? 70 : 90
    }
    try scratch.write("year.csv", Export.file(rows))
  }

  private static let header = "start,end,reason,approver,service,site"

  private func write(_ rows: [String], as name: String = "exclusions.csv") throws {
    try scratch.write(name, Export.file(rows, header: ExclusionRunTests.header))
  }

  @Test func levelIsWithoutThemAndTheOtherBeside() throws {
    let plain = try CheckedRun(["year.csv"], in: scratch.path)
    #expect(plain.json.at("standards.0.level")?.integer == 0)
    #expect(plain.json.at("standards.0.levelWithExclusions")?.integer == 0)
    #expect(plain.json.at("services.0.withExclusions") == .null)
    #expect(plain.json["exclusions"]?.elements.isEmpty == true)

    // Without its missed days March attains, which makes ten months; the days attain anyway.
    try write(["2025-03-05T00:00,2025-04-01T00:00,switch failed,J. Ortiz,,"])
    try scratch.write(
      "march.csv",
      Export.file(
        Export.daily(from: "2025-01-01", through: "2025-12-31") { day in
          day.month.month < 3 || day >= CivilDate("2025-03-05")! && day.month.month == 3 ? 70 : 90
        }))
    let run = try CheckedRun(["march.csv", "exclusions.csv"], in: scratch.path)
    #expect(run.json.at("standards.0.level")?.integer == 0)
    #expect(run.json.at("standards.0.levelWithExclusions")?.integer == 2)
    #expect(run.json.at("standards.0.scopes.0.levelWithExclusions")?.integer == 2)
    #expect(run.month("2025-03")?["state"]?.text == "missed")
    #expect(run.month("2025-03")?["offered"]?.integer == 3100)
    let months = run.json.at("services.0.withExclusions.months")?.elements
    let march = months?.first { $0["month"]?.text == "2025-03" }
    #expect(march?["state"]?.text == "met" && march?["offered"]?.integer == 400)
    #expect(march?.at("days.excluded")?.integer == 27)
    let exclusion = run.json.at("exclusions.0")
    #expect(exclusion?["start"]?.text == "2025-03-05T00:00")
    #expect(exclusion?["reason"]?.text == "switch failed")
    #expect(exclusion?["approver"]?.text == "J. Ortiz")
    #expect(exclusion?["service"] == .null && exclusion?["site"] == .null)
    #expect(exclusion?.at("services.0.days")?.integer == 27)
    #expect(exclusion?.at("services.0.intervals")?.integer == 0)
    // What is required is required of the level without them.
    let required = try ToolRun(
      ["march.csv", "exclusions.csv", "--require", "8.01=1"], in: scratch.path)
    #expect(required.status == 1)
    #expect(required.output.contains("with exclusions level 2"))
    #expect(required.output.contains("with exclusions: 2025-03 met"))
    #expect(required.output.contains("switch failed, approved by J. Ortiz"))
  }

  @Test func wholeMonthsOutAreNotMet() throws {
    try write(["2025-04-01,2025-05-01,fire,J. Ortiz,,"])
    let run = try CheckedRun(["year.csv", "exclusions.csv"], in: scratch.path)
    let months = run.json.at("services.0.withExclusions.months")?.elements
    let april = months?.first { $0["month"]?.text == "2025-04" }
    #expect(april?["state"]?.text == "excluded" && april?["met"] == .null)
    #expect(april?["serviceLevel"] == .null)
    #expect(run.month("2025-04")?["state"]?.text == "met")
    let unneeded = try CheckedRun(["year.csv"], in: scratch.path)
    #expect(run.json.at("services.0.months") == unneeded.json.at("services.0.months"))
    #expect(
      run.json.at("standards.0.scopes.0.criteria")
        == unneeded.json.at("standards.0.scopes.0.criteria"))
  }

  /// They touch no as-of, and a file of them alone is nothing to judge.
  @Test func theyMoveNoAsOf() throws {
    try write(["2031-01-01T00:00,2031-02-01T00:00,far,away,,"])
    let run = try CheckedRun(["year.csv", "exclusions.csv"], in: scratch.path)
    #expect(run.json["asOf"]?.text == "2025-12-31")
    #expect(run.json.at("exclusions.0.services")?.elements.isEmpty == true)
    #expect(run.json.at("inputs.1.kind")?.text == "exclusions")
    #expect(run.json.at("inputs.1.rows.accepted")?.integer == 1)
    let alone = try ToolRun(["exclusions.csv"], in: scratch.path)
    #expect(alone.status == 65)
  }

  @Test func orderOfFilesAndRowsChangesNothing() throws {
    let rows = [
      "2025-03-05,2025-03-20,a,x,All*,", "2025-03-05,2025-03-20,b,y,,",
      "2025-02-05,2025-03-20,c,z,,",
    ]
    try write(rows)
    try write(rows.reversed(), as: "reversed.csv")
    let one = try CheckedRun(["year.csv", "exclusions.csv"], in: scratch.path)
    let other = try CheckedRun(["reversed.csv", "year.csv"], in: scratch.path)
    #expect(one.json.without("inputs") == other.json.without("inputs"))
    #expect(one.json["exclusions"]?.elements.compactMap { $0["reason"]?.text } == ["c", "b", "a"])
  }

  static let rejects: [(String, String)] = [
    ("2025-03-05,2025-03-05,r,a,,", ":2:12: end: \"2025-03-05\" is not after the start"),
    ("2025-03-05T10:00,2025-03-05T09:59,r,a,,", "is not after the start, \"2025-03-05T10:00\""),
    ("soon,2025-03-05,r,a,,", ":2:1: start: \"soon\" is"),
    ("2025-03-05,,r,a,,", "end is absent"),
    ("2025-03-05,2025-03-06,,a,,", "reason is absent"),
    ("2025-03-05,2025-03-06,r,,,", "approver is absent"),
    ("2025-03-05,2025-03-06,r", "found 3 fields, expected 6"),
  ]

  @Test(arguments: rejects) func unreadableRowIsRejected(_ row: String, _ says: String) throws {
    try write([row])
    let run = try ToolRun(["year.csv", "exclusions.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("exclusions.csv:2:") && run.errors.contains(says), "\(run.errors)")
    let allowed = try CheckedRun(
      ["year.csv", "exclusions.csv", "--max-rejects", "1"], in: scratch.path)
    #expect(allowed.json["exclusions"]?.elements.isEmpty == true)
  }

  /// On the clock of a zone an end before the start can be after it: the clock was set back.
  @Test func timesAreOnTheClockOfTheZone() throws {
    let rows = Export.halfHours(from: "2026-10-30", days: 4)
    try scratch.write("fall.csv", Export.file(rows))
    try write([
      "2026-11-01T01:45-05:00,2026-11-01T01:15-06:00,r,a,,",
      "2026-10-31T13:30Z,2026-10-31T14:00Z,r,a,,",
    ])
    let run = try CheckedRun(
      ["fall.csv", "exclusions.csv", "--time-zone", "America/Chicago"], in: scratch.path)
    let starts = run.json["exclusions"]?.elements.compactMap { $0["start"]?.text }
    #expect(starts == ["2026-10-31T08:30", "2026-11-01T01:45"])
    #expect(run.json.at("exclusions.0.services.0.intervals")?.integer == 1)
    let refused = try ToolRun(["fall.csv", "exclusions.csv"], in: scratch.path)
    #expect(refused.status == 65)
  }

  /// Seconds inside the last minute of a pass do not reach over into the next pass.
  @Test(arguments: [
    ("02:29:30+02:00", 1), ("02:59:00+02:00", 2), ("02:59:30+02:00", 2), ("02:59:59+02:00", 2),
    ("02:00:01+01:00", 3), ("02:59:00+01:00", 4), ("02:59:30+01:00", 4), ("02:59:30", 4),
    ("03:00:00+01:00", 4), ("03:00:01+01:00", 5),
  ])
  func endsInARepeatedHourAreTakenToTheSecond(_ end: String, _ intervals: Int) throws {
    // Half hours of universal time over the night on which the clock was set back.
    let rows = (0..<40).map { index in
      let (hour, half) = index.quotientAndRemainder(dividingBy: 2)
      let time = (hour < 10 ? "0" : "") + "\(hour):" + (half == 0 ? "00" : "30")
      return Export.row("2026-10-25T\(time)Z")
    }
    try scratch.write("fall.csv", Export.file(rows))
    try write(["2026-10-25T02:00:00+02:00,2026-10-25T\(end),r,a,,"])
    let run = try CheckedRun(
      ["fall.csv", "exclusions.csv", "--time-zone", "Europe/Berlin"], in: scratch.path)
    #expect(run.json.at("exclusions.0.services.0.intervals")?.integer == intervals)
  }

  /// A year of days that attain, all of it left out, and someone's word for level 4.
  @Test func anAttestationLeavesTheLevelWithExclusionsAlone() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "days.csv",
      Export.file(Export.daily(from: "2025-01-01", through: "2025-12-31") { _ in 90 }))
    try scratch.write(
      "out.csv", "start,end,reason,approver\n2025-01-01,2026-01-01,all of it,Jo Roe\n")
    try scratch.write(
      "word.csv",
      "standard,level,reference,attested_by,from\n8.01,4,Survey 12,Jo Roe,2025-06-01\n")
    for files in [["days.csv", "out.csv"], ["days.csv", "out.csv", "word.csv"]] {
      let run = try CheckedRun(files, in: scratch.path)
      #expect(run.json.at("standards.0.level")?.integer == 2)
      #expect(run.json.at("standards.0.levelWithExclusions")?.integer == 0)
    }
  }
}
