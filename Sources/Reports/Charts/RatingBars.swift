import Basics
import MaturityRules

/// Draws means of ratings as bars, one below the other, on the scale of the ratings.
struct RatingBars {
  /// A bar.
  struct Bar {
    /// What it is of.
    let name: String
    /// What its ratings come to.
    let figures: RatingFigures
  }

  /// What it shows.
  let title: String
  /// The bars; all on one scale.
  let bars: [Bar]

  /// The height of a bar and its name.
  private static let pitch = 28
  private static let left: Length = 4
  private static let right: Length = 266

  /// Adds the drawing to a page.
  func add(to page: inout Markup) {
    guard let scale = bars.first?.figures.scale else { return }
    let bottom = RatingBars.pitch * bars.count + 4
    let ticks = AxisTicks(
      around: [scale.lowerBound, scale.upperBound].map { FixedPoint($0) }, atMost: scale.count - 1)
    let drawing = Drawing(
      title: title, description: description(scale), width: SeriesChart.width,
      height: bottom + 18, kind: "chart")
    drawing.add(to: &page) { page in
      drawGrid(ticks, bottom, &page)
      for (index, bar) in bars.enumerated() {
        draw(bar, ticks, top: index * RatingBars.pitch, &page)
      }
    }
  }

  private func x(_ value: FixedPoint, _ ticks: AxisTicks) -> Length {
    RatingBars.right - ticks.distance(value, height: RatingBars.right - RatingBars.left)
  }

  private func drawGrid(_ ticks: AxisTicks, _ bottom: Int, _ page: inout Markup) {
    for tick in ticks.values {
      let place = x(FixedPoint(millionths: tick), ticks).text
      page.add(empty: "path", ["class": "grid", "d": "M\(place) 0V\(bottom)"])
      page.add(
        "text", ["x": place, "y": "\(bottom + 13)", "text-anchor": "middle"],
        text: ticks.label(tick))
    }
  }

  private func draw(_ bar: Bar, _ ticks: AxisTicks, top: Int, _ page: inout Markup) {
    page.add(
      "text", ["class": "value", "x": RatingBars.left.text, "y": "\(top + 12)"], text: bar.name)
    let mean = bar.figures.meanValue
    let end = mean.map { x($0, ticks) } ?? RatingBars.left
    if mean != nil {
      page.add(
        empty: "rect",
        [
          "class": "plain", "x": RatingBars.left.text, "y": "\(top + 17)",
          "width": (end - RatingBars.left).text, "height": "9",
        ])
    }
    page.add(
      "text", ["class": "value", "x": (end + 4).text, "y": "\(top + 25)"],
      text: mean == nil ? "not rated" : bar.figures.meanText)
  }

  /// Says in words what there is to see.
  private func description(_ scale: ClosedRange<Int>) -> String {
    let parts = bars.map { bar in
      "\(bar.name) " + (bar.figures.rated > 0 ? bar.figures.meanText : "not rated")
    }
    return "Means from \(scale.lowerBound) to \(scale.upperBound): "
      + parts.joined(separator: ", ") + "."
  }
}

extension RatingFigures {
  /// The mean as a place on an axis; `nil` where nothing is rated.
  var meanValue: FixedPoint? {
    rated > 0
      ? FixedPoint(millionths: Int128(sum) * FixedPoint.scale / Int128(rated)) : nil
  }
}
