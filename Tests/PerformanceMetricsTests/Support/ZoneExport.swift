import Basics
import PerformanceMetrics
import TestSupport

/// An export of every interval of some days of a zone, in the order of time.
struct ZoneExport {
  /// How stamps say which pass they mean.
  enum Writing: CaseIterable {
    /// The wall time and its offset.
    case offset
    /// Universal time.
    case universal
    /// The wall time alone.
    case plain
  }

  /// One interval.
  struct Row {
    let day: CivilDate
    let minute: Int
    let isSecond: Bool
    let offset: Int
    let instant: Int
    var offered: Int
    var within: Int
  }

  let zone: CivilZone
  var rows: [Row] = []

  /// Makes a row for every interval of a stretch of days, each with other figures.
  init(_ zone: CivilZone, _ days: ClosedRange<CivilDate>, minutes: Int = 30) {
    self.zone = zone
    var clock = WallClock(zone)
    let first = zone.instant(day: days.lowerBound.daysSinceEpoch, secondOfDay: 0)
    let end = zone.instant(day: (days.upperBound + 1).daysSinceEpoch, secondOfDay: 0)
    for (index, instant) in stride(from: first, to: end, by: minutes * 60).enumerated() {
      let (day, second) = ZoneExport.parts(instant)
      let time = clock.time(day: day, secondOfDay: second, offsetMinutes: 0)
      let wall = Int(time.day) * 86_400 + Int(time.secondOfDay)
      rows.append(
        Row(
          day: CivilDate(daysSinceEpoch: time.day), minute: Int(time.secondOfDay) / 60,
          isSecond: time.pass == .second, offset: (wall - instant) / 60, instant: instant,
          offered: 10 + index % 13, within: 6 + index % 7))
    }
  }

  private static func parts(_ seconds: Int) -> (Int32, Int32) {
    (Int32(seconds / 86_400), Int32(seconds % 86_400))
  }

  /// The rows as a file.
  func text(_ writing: Writing) -> String {
    Export.header + rows.map { line($0, writing) }.joined()
  }

  func line(_ row: Row, _ writing: Writing) -> String {
    let (day, second) = ZoneExport.parts(row.instant)
    let stamp =
      switch writing {
      case .plain: "\(row.day) \(ZoneExport.time(row.minute))"
      case .offset:
        "\(row.day)T\(ZoneExport.time(row.minute))\(row.offset < 0 ? "-" : "+")"
          + ZoneExport.time(abs(row.offset))
      case .universal:
        "\(CivilDate(daysSinceEpoch: day))T\(ZoneExport.time(Int(second) / 60))Z"
      }
    return "\(stamp),,,\(row.offered),\(row.offered),0,\(row.within),20\n"
  }

  private static func time(_ minute: Int) -> String { "\(CivilTime(minuteOfDay: minute))" }

  /// How to read it.
  var reading: CenterReading {
    var reading = CenterReading()
    reading.zone = zone
    return reading
  }

  /// What a day's intervals come to, counted directly.
  func outcome(_ day: CivilDate) -> [Int] {
    let own = rows.filter { $0.day == day }
    return [
      own.count, own.count { 100 * $0.within >= 80 * $0.offered },
      own.reduce(0) { $0 + $1.offered }, own.reduce(0) { $0 + $1.within },
    ]
  }
}

extension CenterMetrics {
  /// Counted and met intervals, contacts offered and answered in time of a day.
  func outcome(_ day: CivilDate) -> [Int]? {
    figures("\(day)").map {
      [$0.intervals.counted, $0.intervals.met, $0.sums.offered, $0.sums.answeredWithin]
    }
  }
}
