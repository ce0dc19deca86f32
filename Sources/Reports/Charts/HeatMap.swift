import Basics
import PerformanceMetrics

/// Draws how many intervals were met by weekday and time of day.
///
/// A field is darker the further it lies from what is needed, on either side, and one that falls
/// short has a dot as well, the larger the further.
struct HeatMap {
  /// What it shows.
  let title: String
  /// The share of intervals that is needed, in percent.
  let neededPercent: Int
  /// The intervals, by times that are few enough to be told apart.
  private let pattern: WeekPattern
  /// The times from the first to the last with an interval.
  private let times: Range<Int>

  /// More columns than that cannot be told apart.
  private static let mostColumns = 36
  /// How far the classes reach on either side of what is needed, in points.
  static let reaches = [10, 30]

  /// Prepares a map; `nil` where no interval counts.
  init?(title: String, _ pattern: WeekPattern, neededPercent: Int) {
    self.title = title
    self.neededPercent = neededPercent
    var shown = pattern
    for length in [pattern.minutes, 30, 60, 120] where length % pattern.minutes == 0 {
      shown = pattern.coarsened(to: length)
      guard let times = HeatMap.times(of: shown) else { return nil }
      if times.count <= HeatMap.mostColumns { break }
    }
    guard let times = HeatMap.times(of: shown) else { return nil }
    (self.pattern, self.times) = (shown, times)
  }

  private static func times(of pattern: WeekPattern) -> Range<Int>? {
    let slots = (0..<pattern.slots).filter { slot in
      Weekday.allCases.contains { pattern[$0, slot].counted + pattern[$0, slot].undecided > 0 }
    }
    guard let first = slots.first, let last = slots.last else { return nil }
    return first..<(last + 1)
  }

  /// The length of a column in minutes.
  var minutes: Int { pattern.minutes }
}

// MARK: - Classes

extension HeatMap {
  /// How a share stands to what is needed.
  enum Shade: String, CaseIterable {
    /// Far short of it.
    case worst
    /// Short of it.
    case poor
    /// Enough.
    case good
    /// More than enough.
    case best
    /// Nothing decided.
    case open
  }

  /// The class of the intervals of a field; `nil` where there are none.
  func shade(_ counts: OpportunityCounts) -> Shade? {
    let all = counts.counted + counts.undecided
    guard all > 0 else { return nil }
    guard counts.counted > 0 else { return .open }
    func reaches(_ percent: Int) -> Bool { counts.met * 100 >= percent * counts.counted }
    if reaches(neededPercent + HeatMap.reaches[0]) { return .best }
    if reaches(neededPercent) { return .good }
    return reaches(neededPercent - HeatMap.reaches[1]) ? .poor : .worst
  }
}

// MARK: - Drawing

extension HeatMap {
  private static let height = 165
  private static let left: Length = 30
  private static let rowHeight: Length = 16

  /// Adds the map to a page.
  func add(to page: inout Markup) {
    let pitch = (Length(SeriesChart.width) - HeatMap.left) / times.count
    let drawing = Drawing(
      title: title, description: description, width: SeriesChart.width, height: HeatMap.height,
      kind: "chart heat")
    drawing.add(to: &page) { page in
      for (row, weekday) in Weekday.allCases.enumerated() {
        let top = HeatMap.rowHeight * row + 2
        page.add(
          "text",
          ["x": (HeatMap.left - 5).text, "y": (top + 11).text, "text-anchor": "end"],
          text: weekday.shortName)
        for (column, slot) in times.enumerated() {
          guard let shade = shade(pattern[weekday, slot]) else { continue }
          draw(shade, &page, x: HeatMap.left + pitch * column, y: top, width: pitch)
        }
      }
      drawTimes(&page, pitch)
      drawLegend(&page)
    }
  }

  private func draw(
    _ shade: Shade, _ page: inout Markup, x: Length, y: Length, width: Length
  ) {
    let height = HeatMap.rowHeight
    page.add(
      empty: "rect",
      [
        "class": shade.rawValue, "x": x.text, "y": y.text,
        "width": (width - Length(tenths: 8)).text, "height": (height - Length(tenths: 8)).text,
      ])
    guard shade == .worst || shade == .poor else { return }
    page.add(
      empty: "circle",
      [
        "class": "dot \(shade.rawValue)-dot", "cx": (x + width / 2 - Length(tenths: 4)).text,
        "cy": (y + height / 2 - Length(tenths: 4)).text, "r": shade == .worst ? "2.8" : "1.3",
      ])
  }

  /// Writes the hours below the map, as many as have room.
  private func drawTimes(_ page: inout Markup, _ pitch: Length) {
    let perHour = max(1, 60 / minutes)
    let hours = times.filter { ($0 * minutes) % 60 == 0 }
    let widest = 24
    let every = max(1, (widest * 10 + pitch.tenths * perHour - 1) / (pitch.tenths * perHour))
    for (index, slot) in hours.enumerated() where index % every == 0 {
      page.add(
        "text",
        [
          "x": (HeatMap.left + pitch * (slot - times.lowerBound)).text,
          "y": (HeatMap.rowHeight * 7 + 14).text,
        ], text: "\(CivilTime(minuteOfDay: slot * minutes))".prefix(2) + "h")
    }
  }

  private func drawLegend(_ page: inout Markup) {
    let places: [(shade: Shade, words: String, x: Int)] = [
      (.worst, "<\(neededPercent - HeatMap.reaches[1]) %", 30),
      (.poor, "<\(neededPercent) %", 98), (.good, "≥\(neededPercent) %", 166),
      (.best, "≥\(neededPercent + HeatMap.reaches[0]) %", 234),
    ]
    for (shade, words, x) in places {
      draw(shade, &page, x: Length(x), y: Length(HeatMap.height) - 20, width: 14)
      page.add(
        "text", ["class": "quiet", "x": "\(x + 19)", "y": "\(HeatMap.height - 7)"], text: words)
    }
  }

  private var description: String {
    let all = pattern.total
    var worst: (weekday: Weekday, slot: Int, counts: OpportunityCounts)?
    for weekday in Weekday.allCases {
      for slot in times {
        let counts = pattern[weekday, slot]
        guard counts.counted > 0 else { continue }
        guard let found = worst else {
          worst = (weekday, slot, counts)
          continue
        }
        if counts.met * found.counts.counted < found.counts.met * counts.counted {
          worst = (weekday, slot, counts)
        }
      }
    }
    let sum = "\(grouped(all.met)) of \(grouped(all.counted)) counted intervals met"
    guard let worst else { return sum + "." }
    return sum + "; the fewest on \(worst.weekday.name), "
      + "\(CivilTime(minuteOfDay: worst.slot * minutes)): \(worst.counts.met) of "
      + "\(worst.counts.counted)."
  }
}

// MARK: - As a table

extension HeatMap {
  /// The fields as a table: a row for each time, a column for each weekday.
  var table: TextTable {
    var table = TextTable([.left] + Weekday.allCases.map { _ in .right })
    table.add(["from"] + Weekday.allCases.map(\.shortName))
    for slot in times {
      let cells = Weekday.allCases.map { weekday in
        let counts = pattern[weekday, slot]
        let all = counts.counted + counts.undecided
        guard all > 0 else { return "-" }
        let best = counts.undecided > 0 ? "–\(grouped(counts.met + counts.undecided))" : ""
        return "\(grouped(counts.met))\(best) of \(grouped(all))"
      }
      table.add(["\(CivilTime(minuteOfDay: slot * minutes))"] + cells)
    }
    return table
  }
}

extension Weekday {
  /// The name of the day.
  var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }

  /// The name cut to three letters.
  var shortName: String { String(name.prefix(3)) }
}
