import Basics
import MaturityRules

/// Draws means of ratings on axes around a center, from the lowest rating in it to the highest
/// on the rim.
///
/// An axis without ratings is a gap in the outline, and never the lowest rating.
struct RatingRadar {
  /// An axis.
  struct Axis {
    /// What it is of.
    let name: String
    /// What its ratings come to.
    let figures: RatingFigures
  }

  /// What it shows.
  let title: String
  /// The axes from the top on, clockwise; as many as there are directions.
  let axes: [Axis]

  private static let width = 360
  private static let height = 236
  private static let center = (x: Length(180), y: Length(118))
  private static let radius: Length = 80
  /// Where six axes point to, in thousandths: a sixth of a circle from one to the next.
  private static let directions = [
    (x: 0, y: -1000), (x: 866, y: -500), (x: 866, y: 500),
    (x: 0, y: 1000), (x: -866, y: 500), (x: -866, y: -500),
  ]

  /// Adds the drawing to a page.
  func add(to page: inout Markup) {
    precondition(axes.count == RatingRadar.directions.count, "a radar has six axes")
    let scale = axes[0].figures.scale
    let ticks = AxisTicks(
      around: [scale.lowerBound, scale.upperBound].map { FixedPoint($0) }, atMost: scale.count - 1)
    let points = axes.indices.map { index in
      axes[index].figures.meanValue.map { point(index, ticks, $0) }
    }
    let drawing = Drawing(
      title: title, description: description(scale), width: RatingRadar.width,
      height: RatingRadar.height, kind: "chart")
    drawing.add(to: &page) { page in
      drawArea(points, &page)
      drawGrid(ticks, &page)
      drawOutline(points, &page)
      for index in axes.indices { drawName(index, &page) }
    }
  }

  /// A place on an axis.
  private typealias Point = (x: Length, y: Length)

  /// Where a value stands on an axis.
  private func point(_ index: Int, _ ticks: AxisTicks, _ value: FixedPoint) -> Point {
    place(index, RatingRadar.radius - ticks.distance(value, height: RatingRadar.radius))
  }

  private func place(_ index: Int, _ distance: Length) -> Point {
    let direction = RatingRadar.directions[index]
    return (
      RatingRadar.center.x + distance * direction.x / 1000,
      RatingRadar.center.y + distance * direction.y / 1000
    )
  }

  private func path(through points: [Point]) -> String {
    "M" + points.map { "\($0.x.text) \($0.y.text)" }.joined(separator: "L")
  }
}

// MARK: - Parts

extension RatingRadar {
  private func drawGrid(_ ticks: AxisTicks, _ page: inout Markup) {
    for tick in ticks.values.dropFirst() {
      let ring = axes.indices.map { point($0, ticks, FixedPoint(millionths: tick)) }
      page.add(empty: "path", ["class": "grid", "d": path(through: ring) + "Z"])
      page.add(
        "text",
        ["x": (ring[0].x - 4).text, "y": (ring[0].y + 9).text, "text-anchor": "end"],
        text: ticks.label(tick))
    }
    let center = RatingRadar.center
    let spokes = axes.indices.map { path(through: [center, place($0, RatingRadar.radius)]) }
    page.add(empty: "path", ["class": "grid", "d": spokes.joined()])
  }

  /// Fills the outline where it has no gap.
  private func drawArea(_ points: [Point?], _ page: inout Markup) {
    let known = points.compactMap(\.self)
    guard known.count == points.count else { return }
    page.add(empty: "path", ["class": "area", "d": path(through: known) + "Z"])
  }

  /// Joins neighbors that both have ratings.
  private func drawOutline(_ points: [Point?], _ page: inout Markup) {
    var line = ""
    for (index, point) in points.enumerated() {
      guard let point, let next = points[(index + 1) % points.count] else { continue }
      line += path(through: [point, next])
    }
    if !line.isEmpty { page.add(empty: "path", ["class": "line", "d": line]) }
    for case let point? in points { ChartMark.plain.draw(&page, x: point.x, y: point.y) }
  }

  /// How far apart lines of text stand.
  private static let leading: Length = 12

  /// Writes the name of an axis and its mean beyond the rim.
  private func drawName(_ index: Int, _ page: inout Markup) {
    let axis = axes[index]
    let direction = RatingRadar.directions[index]
    let lines =
      RatingRadar.lines(axis.name)
      + [axis.figures.rated > 0 ? axis.figures.meanText : "not rated"]
    let anchor = direction.x == 0 ? "middle" : direction.x > 0 ? "start" : "end"
    let end = place(index, RatingRadar.radius + 8)
    let height = RatingRadar.leading * (lines.count - 1)
    let top = direction.y == -1000 ? end.y - height : direction.y == 1000 ? end.y + 8 : end.y
    for (row, line) in lines.enumerated() {
      let isValue = row == lines.count - 1
      page.add(
        "text",
        [
          "class": isValue && axis.figures.rated > 0 ? "strong" : "quiet", "x": end.x.text,
          "y": (top + RatingRadar.leading * row).text, "text-anchor": anchor,
        ], text: line)
    }
  }

  /// More signs than that of a name have no room in a line.
  private static let mostSigns = 18

  /// Cuts a name into lines.
  private static func lines(_ name: String) -> [String] {
    var lines: [String] = []
    for word in name.split(separator: " ").map(String.init) {
      if let last = lines.last, last.count + 1 + word.count <= mostSigns {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// Says in words what there is to see.
  private func description(_ scale: ClosedRange<Int>) -> String {
    let parts = axes.map { axis in
      "\(axis.name) " + (axis.figures.rated > 0 ? axis.figures.meanText : "not rated")
    }
    return "Means from \(scale.lowerBound) in the center to \(scale.upperBound) on the rim: "
      + parts.joined(separator: ", ") + "."
  }
}
