import Basics
import PerformanceMetrics

/// Draws the days of months as small calendars: a week in each row, Monday first.
struct DayCalendar {
  /// One month.
  struct Month {
    /// Which month.
    let month: CivilMonth
    /// How its days ended, the first day first; shorter where as-of cuts it.
    let states: [OpportunityState]
    /// How many days were met of how many, in words.
    let share: String
    /// Whether enough of its days were met; `nil` where nothing says so.
    let isEnough: Bool?
  }

  /// What it shows.
  let title: String
  /// The months, the oldest first.
  let months: [Month]

  private static let columns = 3
  private static let monthWidth = SeriesChart.width / columns
  private static let cell = (width: Length(tenths: 126), height: Length(tenths: 69))
  private static let head = 14
  private static let monthHeight = 57

  /// Adds the calendar to a page.
  func add(to page: inout Markup) {
    let rows = (months.count + DayCalendar.columns - 1) / DayCalendar.columns
    let drawing = Drawing(
      title: title, description: description, width: SeriesChart.width,
      height: rows * DayCalendar.monthHeight, kind: "chart calendar")
    drawing.add(to: &page) { page in
      for (index, month) in months.enumerated() {
        draw(
          month, &page, x: Length(index % DayCalendar.columns * DayCalendar.monthWidth),
          y: Length(index / DayCalendar.columns * DayCalendar.monthHeight))
      }
    }
  }

  private func draw(_ month: Month, _ page: inout Markup, x: Length, y: Length) {
    page.add("text", ["class": "strong", "x": x.text, "y": (y + 9).text], text: "\(month.month)")
    page.add(
      "text",
      [
        "class": month.isEnough == false ? "short" : "quiet", "x": (x + 88).text,
        "y": (y + 9).text, "text-anchor": "end",
      ], text: month.share)
    let offset = month.month.firstDay.weekday.rawValue
    for (index, state) in month.states.enumerated() {
      let (row, column) = (index + offset).quotientAndRemainder(dividingBy: 7)
      draw(
        state, &page, x: x + DayCalendar.cell.width * column,
        y: y + Length(DayCalendar.head) + DayCalendar.cell.height * row)
    }
  }

  private func draw(_ state: OpportunityState, _ page: inout Markup, x: Length, y: Length) {
    let width = DayCalendar.cell.width - Length(tenths: 12)
    let height = DayCalendar.cell.height - Length(tenths: 12)
    func box(_ kind: StaticString) {
      page.add(
        empty: "rect",
        [
          "class": "\(kind)", "x": x.text, "y": y.text, "width": width.text,
          "height": height.text, "rx": "1",
        ])
    }
    switch state {
    case .met: box("met")
    case .missed:
      box("missed")
      let (inset, end) = (Length(tenths: 28), Length(tenths: 12))
      page.add(
        empty: "path",
        [
          "class": "cross",
          "d": "M\((x + inset).text) \((y + end).text)L\((x + width - inset).text) "
            + "\((y + height - end).text)M\((x + width - inset).text) \((y + end).text)"
            + "L\((x + inset).text) \((y + height - end).text)",
        ])
    case .undecided: box("undecided")
    case .excluded: box("excluded")
    case .idle, .closed:
      page.add(
        empty: "circle",
        [
          "class": "closed", "cx": (x + width / 2).text, "cy": (y + height / 2).text, "r": "0.9",
        ])
    }
  }

  private var description: String {
    guard let first = months.first, let last = months.last else { return "No month." }
    let missed = months.reduce(0) { $0 + $1.states.count { $0 == .missed } }
    let met = months.reduce(0) { $0 + $1.states.count { $0 == .met } }
    let short = months.filter { $0.isEnough == false }.map { "\($0.month)" }
    return "\(first.month) to \(last.month): \(counted(met, "day")) met, \(missed) missed; "
      + (short.isEmpty
        ? "no month falls short." : "too few days met in \(short.joined(separator: ", ")).")
  }
}

// MARK: - As a table

extension DayCalendar {
  /// The days as a table: a row for each month, a column for each day, a letter for each state.
  var table: TextTable {
    var table = TextTable([.left] + (1...31).map { _ in .left })
    table.add(["month"] + (1...31).map { "\($0)" })
    for month in months {
      table.add(["\(month.month)"] + month.states.map(DayCalendar.letter))
    }
    return table
  }

  /// What the letters of the table mean.
  static let letters = "M met, X missed, U undecided, E excluded, I idle, · closed"

  private static func letter(_ state: OpportunityState) -> String {
    switch state {
    case .met: "M"
    case .missed: "X"
    case .undecided: "U"
    case .excluded: "E"
    case .idle: "I"
    case .closed: "·"
    }
  }
}
