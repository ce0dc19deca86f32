import Basics

/// A center of any size, for measuring how fast its records are read.
///
/// Its queues are open around the clock and differ in size, in the shape of
/// their day and in how well they are staffed. They are simulated contact by
/// contact like the sample: no cheaper model is needed.
struct SizedCenter: Sendable {
  /// Number of queues.
  let queueCount: Int
  /// Number of calendar months; the month of the first day counts as one.
  let months: Int
  /// The length of an interval in minutes.
  let minutes: Int
  /// The first day.
  let start: CivilDate
  /// The sites, over which the queues are dealt out in turn.
  let sites: [String]
  /// What all random numbers follow from.
  let seed: UInt64

  /// Writes the center's records, in order of time.
  ///
  /// - Throws: When the output cannot be written.
  func write(to output: consuming ByteOutput) throws(GeneratorError) {
    let center = Center(
      queues: SizedCenter.queues(queueCount, sites: sites, start: start), minutes: minutes,
      seed: seed)
    var writer = try IntervalWriter(to: output, queues: center.queues)
    let last = (start.month + (months - 1)).lastDay
    try center.simulate(start...last) { row throws(GeneratorError) in try writer.write(row) }
    try writer.finish()
  }

  /// Makes queues of different sizes and channels.
  ///
  /// - Parameter keepLogs: Whether their contacts are given one by one.
  static func queues(
    _ count: Int, sites: [String], start: CivilDate, keepLogs: Bool = false
  ) -> [QueueProfile] {
    let digits = String(count).utf8.count
    return (0..<count).map { index in
      let number = String(index + 1)
      let isChat = index % 5 == 4
      // Sizes from 10 to 100 contacts in a full hour: 18 steps, without a
      // common factor with the channels and the sites' usual numbers.
      let size = 10 + index * 7 % 18 * 90 / 17
      return QueueProfile(
        site: sites[index % sites.count],
        name: (isChat ? "Chat " : "Line ")
          + String(repeating: "0", count: digits - number.utf8.count) + number,
        channel: isChat ? "chat" : "voice",
        arrivals: ArrivalPattern(
          contactsPerHour: size, byMonth: ArrivalPattern.winterYear,
          byWeekday: ArrivalPattern.mondayWeek,
          byHour: isChat ? ArrivalPattern.afternoon : ArrivalPattern.twoPeaks),
        handling: isChat
          ? Handling(talk: 420, hold: 0, wrap: 60) : Handling(talk: 240, hold: 45, wrap: 50),
        patienceSeconds: isChat ? 240 : 150,
        thresholdSeconds: isChat ? 60 : 20,
        daySpread: 120,
        staffing: Staffing(cushions: [(start, 700 + index % 4 * 200)]),
        openMinutes: [Range<Int>](repeating: 0..<1440, count: 7),
        keepsLog: keepLogs)
    }
  }
}
