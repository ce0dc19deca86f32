import Basics

// The center of `SampleData`: a utility's customer center, as data. What each
// period is there to show stands beside it; `SampleData/README.md` tells the
// same story with the figures that come out. Cushions are tuned to those
// figures: whoever changes one has to count the figures again.

/// The center whose records are committed as the sample.
enum SampleCenter {
  /// The records begin and end here: 14 calendar months.
  private static let days = day("2025-09-01")...day("2026-10-31")

  /// The day of which one queue's export failed.
  private static let hole = (queue: "Support", day: day("2026-09-15"))

  /// The month that was exported twice.
  private static let repeated = CivilMonth(year: 2026, month: 6)

  /// The files, and which of them take a row.
  private static let firstYear = "intervals-2025.csv"
  private static let secondYear = "intervals-2026.csv"
  private static let again = "intervals-again-2026-06.csv"
  private static let contacts = "contacts-moves.csv"

  /// Writes all files into a directory that exists.
  ///
  /// - Throws: When a file cannot be written.
  static func write(to directory: String) throws(GeneratorError) {
    let center = Center(queues: [billing, support, moves, chat], minutes: 30, seed: 2025)
    func writer(_ name: String) throws(GeneratorError) -> IntervalWriter {
      try IntervalWriter(to: ByteOutput(path: directory + "/" + name), queues: center.queues)
    }
    var first = try writer(firstYear)
    var second = try writer(secondYear)
    var repetition = try writer(again)
    var log = try SampleContacts(to: ByteOutput(path: directory + "/" + contacts))
    try center.simulate(days) { row throws(GeneratorError) in
      for contact in row.contacts {
        try log.write(contact, of: center.queues[row.queue], on: row.day)
      }
      if row.day == hole.day, center.queues[row.queue].name == hole.queue { return }
      if row.day.month.year == 2025 { try first.write(row) } else { try second.write(row) }
      if row.day.month == repeated { try repetition.write(row) }
    }
    try first.finish()
    try second.finish()
    try repetition.finish()
    try log.finish()
    for file in SampleRecords.files(days) {
      var output = try ByteOutput(path: directory + "/" + file.name)
      try output.append(Array(file.text.utf8))
      try output.finish()
    }
  }
}

// MARK: - Queues

extension SampleCenter {
  private static let billing = QueueProfile(
    site: "Lakeside", name: "Billing", channel: "voice",
    arrivals: ArrivalPattern(
      contactsPerHour: 84, byMonth: ArrivalPattern.winterYear,
      byWeekday: ArrivalPattern.mondayWeek, byHour: ArrivalPattern.twoPeaks),
    handling: Handling(talk: 270, hold: 40, wrap: 55),
    patienceSeconds: 150, thresholdSeconds: 20, daySpread: 340,
    staffing: Staffing(cushions: voiceCushions),
    openMinutes: voiceHours, holidays: holidays,
    episodes: [Episode(days: storm, demand: 1350, agents: 800)])

  private static let support = QueueProfile(
    site: "Lakeside", name: "Support", channel: "voice",
    arrivals: ArrivalPattern(
      contactsPerHour: 62, byMonth: ArrivalPattern.winterYear,
      byWeekday: ArrivalPattern.mondayWeek, byHour: ArrivalPattern.afternoon),
    handling: Handling(talk: 350, hold: 60, wrap: 70),
    patienceSeconds: 180, thresholdSeconds: 20, daySpread: 340,
    staffing: Staffing(cushions: voiceCushions),
    openMinutes: voiceHours, holidays: holidays,
    episodes: [Episode(days: storm, demand: 2200, agents: 800)])

  /// A small queue: many of its intervals have no contact at all.
  private static let moves = QueueProfile(
    site: "Lakeside", name: "Moves", channel: "voice",
    arrivals: ArrivalPattern(
      contactsPerHour: 4, byMonth: ArrivalPattern.evenYear,
      byWeekday: ArrivalPattern.mondayWeek, byHour: ArrivalPattern.twoPeaks),
    handling: Handling(talk: 300, hold: 30, wrap: 90),
    patienceSeconds: 150, thresholdSeconds: 20, daySpread: 300,
    staffing: Staffing(cushions: [(days.lowerBound, 1800)]),
    openMinutes: voiceHours, holidays: holidays, keepsLog: true)

  /// One agent slot is one conversation: who writes with two customers is two slots.
  private static let chat = QueueProfile(
    site: "Lakeside", name: "Web chat", channel: "chat",
    arrivals: ArrivalPattern(
      contactsPerHour: 56, byMonth: ArrivalPattern.evenYear,
      byWeekday: [1060, 1030, 1000, 1000, 980, 700, 0], byHour: ArrivalPattern.afternoon),
    handling: Handling(talk: 480, hold: 0, wrap: 60),
    patienceSeconds: 260, thresholdSeconds: 60, daySpread: 120,
    staffing: Staffing(cushions: [(days.lowerBound, 1200)]),
    openMinutes: [Range<Int>](repeating: 540..<1080, count: 5) + [600..<960, 0..<0],
    holidays: holidays,
    episodes: [
      // In May agents were lent to another team at both ends of the week: the
      // month holds, but too few of its days do.
      Episode(
        days: day("2026-05-01")...day("2026-05-31"), weekdays: [.monday, .saturday], agents: 800)
    ])
}

// MARK: - Periods

extension SampleCenter {
  /// Voice is open Monday to Friday 08:00–20:00 and Saturday 09:00–17:00.
  private static let voiceHours =
    [Range<Int>](repeating: 480..<1200, count: 5) + [540..<1020, 0..<0]

  private static let holidays: Set = [
    day("2025-11-27"), day("2025-12-25"), day("2026-01-01"), day("2026-07-04"),
  ]

  /// The bad week: an ice storm that fails a whole month of Voice.
  private static let storm = day("2026-01-12")...day("2026-01-17")

  private static let voiceCushions = [
    // A center that still learns its volumes; no window reaches back to it.
    (from: day("2025-09-01"), thousandths: 600),
    // Good months and days.
    (from: day("2025-10-01"), thousandths: 1180),
    // Since summer the schedule is a little tighter: days hold, too many
    // intervals do not.
    (from: day("2026-07-01"), thousandths: 1020),
  ]

  /// Reads a day of the story.
  private static func day(_ text: String) -> CivilDate { CivilDate(text)! }
}
