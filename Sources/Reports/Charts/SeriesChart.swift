import Basics

/// Draws a figure month by month: a line with a mark for each month, an objective, an interval
/// around each value and a trend, as far as there are any.
struct SeriesChart {
  /// One month.
  struct Point {
    /// Which month.
    let month: CivilMonth
    /// The value; `nil` leaves a gap.
    var value: FixedPoint?
    /// The value as it is printed.
    var text = "–"
    /// How the month stands.
    var mark = ChartMark.plain
    /// Whether as-of cuts the month.
    var isComplete = true
    /// The lower and the upper end of what the value may be.
    var interval: (low: FixedPoint, high: FixedPoint)?
    /// The objective in force.
    var objective: FixedPoint?
  }

  /// What it shows.
  let title: String
  /// What the numbers are, such as %.
  let unit: String
  /// The months, the oldest first.
  let points: [Point]
  /// How the value moves each month; `nil` draws no trend.
  var slope: FixedPoint?
  /// The height of the drawing; a low one has fewer ticks.
  var height = 165

  /// More months than that are not drawn: the latest ones are.
  static let mostMonths = 24
  /// The width of the drawing.
  static let width = 300

  private var drawn: ArraySlice<Point> { points.suffix(SeriesChart.mostMonths) }

  /// Adds the chart to a page.
  func add(to page: inout Markup) {
    let drawing = Drawing(
      title: title, description: description, width: SeriesChart.width, height: height,
      kind: "chart")
    drawing.add(to: &page) { page in
      guard drawn.contains(where: { $0.value != nil }) else {
        page.add(
          "text", ["class": "quiet", "x": "150", "y": "\(height / 2)", "text-anchor": "middle"],
          text: "no figures")
        return
      }
      SeriesPlot(points: Array(drawn), slope: slope, height: height).draw(&page)
    }
  }

  /// Says in words what there is to see.
  private var description: String {
    let known = drawn.filter { $0.value != nil }
    guard let first = drawn.first, let last = drawn.last else { return "No month." }
    var parts = ["\(counted(drawn.count, "month")), \(first.month) to \(last.month)"]
    if let low = known.min(by: { $0.value! < $1.value! }),
      let high = known.max(by: { $0.value! < $1.value! })
    {
      parts.append(
        "lowest \(low.text)\(unit) in \(low.month), highest \(high.text)\(unit) in \(high.month)")
    } else {
      parts.append("no figures")
    }
    let objectives = Set(drawn.compactMap(\.objective)).sorted().map(\.description)
    if !objectives.isEmpty {
      parts.append("objective " + objectives.joined(separator: ", ") + unit)
    }
    for (mark, word) in [(ChartMark.missed, "missed"), (.undecided, "undecided")] {
      let months = drawn.filter { $0.mark == mark }.map { "\($0.month)" }
      if !months.isEmpty { parts.append(word + " in " + months.joined(separator: ", ")) }
    }
    let sentences = parts.joined(separator: "; ") + "."
    return sentences.prefix(1).uppercased() + sentences.dropFirst()
  }
}
