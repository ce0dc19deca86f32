import Basics

/// Places a series on its axes.
struct SeriesPlot {
  private let points: [SeriesChart.Point]
  private let slope: FixedPoint?
  private let ticks: AxisTicks
  private let left: Length
  private let right: Length
  private let top: Length = 10
  private let bottom: Length
  /// From the middle of one month to that of the next.
  private let pitch: Length

  /// How wide a digit of the labels is, and a little more.
  private static let digit = Length(tenths: 56)

  /// Lays a plot out.
  ///
  /// - Parameter points: At least one.
  init(points: [SeriesChart.Point], slope: FixedPoint?, height: Int) {
    self.points = points
    self.slope = slope
    let shown = points.flatMap { point in
      [point.value, point.interval?.low, point.interval?.high, point.objective].compactMap(\.self)
    }
    let ticks = AxisTicks(around: shown, atMost: height < 120 ? 2 : 4)
    self.ticks = ticks
    let longest = ticks.values.map { ticks.label($0).count }.max() ?? 1
    left = SeriesPlot.digit * longest + 8
    let objective = points.compactMap(\.objective).last.map { $0.description.count } ?? 0
    right = Length(SeriesChart.width) - (SeriesPlot.digit * objective + 8)
    bottom = Length(height) - 28
    pitch = (right - left) / points.count
  }

  private func x(_ index: Int) -> Length { left + pitch * index + pitch / 2 }
  private func y(_ value: FixedPoint) -> Length {
    top + ticks.distance(value, height: bottom - top)
  }

  /// Draws it: what lies behind first.
  func draw(_ drawing: inout Markup) {
    drawGrid(&drawing)
    drawMonths(&drawing)
    drawObjective(&drawing)
    drawIntervals(&drawing)
    drawTrend(&drawing)
    drawLine(&drawing)
    for (index, point) in points.enumerated() {
      guard let value = point.value else { continue }
      point.mark.draw(&drawing, x: x(index), y: y(value))
    }
    drawValues(&drawing)
  }
}

// MARK: - Axes

extension SeriesPlot {
  private func drawGrid(_ drawing: inout Markup) {
    for tick in ticks.values {
      let place = y(FixedPoint(millionths: tick))
      drawing.add(
        empty: "path", ["class": "grid", "d": "M\(left.text) \(place.text)H\(right.text)"])
      drawing.add(
        "text",
        [
          "x": (left - 5).text, "y": (place + Length(tenths: 36)).text, "text-anchor": "end",
        ], text: ticks.label(tick))
    }
  }

  private static let initials = ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"]

  /// Names the months by their initials, and the years below the first month of each.
  private func drawMonths(_ drawing: inout Markup) {
    for (index, point) in points.enumerated() {
      let isFirst = index == 0 || point.month.month == 1
      drawing.add(
        "text", ["x": x(index).text, "y": (bottom + 13).text, "text-anchor": "middle"],
        text: SeriesPlot.initials[point.month.month - 1])
      // A year of one month in front of the next has no room of its own.
      let hasRoom = index > 0 || points.count < 4 || point.month.month < 11
      guard isFirst, hasRoom else { continue }
      drawing.add(
        "text", ["class": "quiet", "x": (x(index) - 4).text, "y": (bottom + 25).text],
        text: "\(point.month.year)")
    }
  }
}

// MARK: - Lines

extension SeriesPlot {
  /// Draws the objective as steps, with its last value beside it.
  private func drawObjective(_ drawing: inout Markup) {
    var path = ""
    var last: FixedPoint?
    for (index, point) in points.enumerated() {
      guard let objective = point.objective else {
        last = nil
        continue
      }
      let start = left + pitch * index
      let place = y(objective).text
      path += last == nil ? "M\(start.text) \(place)" : last == objective ? "" : "V\(place)"
      path += "H\((start + pitch).text)"
      last = objective
    }
    guard !path.isEmpty else { return }
    drawing.add(empty: "path", ["class": "objective", "d": path])
    guard let last else { return }
    drawing.add(
      "text",
      ["class": "strong", "x": (right + 4).text, "y": (y(last) + Length(tenths: 36)).text],
      text: last.description)
  }

  private func drawIntervals(_ drawing: inout Markup) {
    var path = ""
    for (index, point) in points.enumerated() {
      guard let interval = point.interval else { continue }
      path += "M\(x(index).text) \(y(interval.low).text)V\(y(interval.high).text)"
    }
    if !path.isEmpty { drawing.add(empty: "path", ["class": "range", "d": path]) }
  }

  /// Draws the trend through the median of what it leaves of the values.
  private func drawTrend(_ drawing: inout Markup) {
    guard let slope else { return }
    let rests = points.enumerated().compactMap { index, point in
      point.isComplete ? point.value.map { $0.millionths - slope.millionths * Int128(index) } : nil
    }.sorted()
    guard rests.count > 1 else { return }
    let middle = (rests[(rests.count - 1) / 2] + rests[rests.count / 2]) / 2
    let ends = [0, points.count - 1].map { index in
      let value = FixedPoint(millionths: middle + slope.millionths * Int128(index))
      return "\(x(index).text) \(y(value).text)"
    }
    drawing.add(empty: "path", ["class": "trend", "d": "M" + ends.joined(separator: "L")])
  }

  private func drawLine(_ drawing: inout Markup) {
    var path = ""
    var isOpen = false
    for (index, point) in points.enumerated() {
      guard let value = point.value else {
        isOpen = false
        continue
      }
      path += (isOpen ? "L" : "M") + "\(x(index).text) \(y(value).text)"
      isOpen = true
    }
    drawing.add(empty: "path", ["class": "line", "d": path])
  }
}

// MARK: - Values

extension SeriesPlot {
  /// How wide a digit of a value is, which is printed bold.
  private static let boldDigit = Length(tenths: 66)

  /// Writes the last value, and that of the month that missed its objective by most.
  private func drawValues(_ drawing: inout Markup) {
    guard let last = points.lastIndex(where: { $0.value != nil }) else { return }
    let before = points[..<last].lastIndex { $0.value != nil }
    let isRising = before.map { points[$0].value! <= points[last].value! } ?? true
    let missed = points.indices.filter { points[$0].mark == .missed && $0 != last }
    let worst = missed.max { distance(points[$0]) < distance(points[$1]) }
    if let worst, gap(worst, last) { drawValue(worst, isAbove: isOver(points[worst]), &drawing) }
    let isAbove = points[last].mark == .missed ? isOver(points[last]) : isRising
    drawValue(last, isAbove: isAbove, &drawing)
  }

  /// How far a value lies from its objective, in millionths.
  private func distance(_ point: SeriesChart.Point) -> Int128 {
    guard let value = point.value, let objective = point.objective else { return 0 }
    return abs(value.millionths - objective.millionths)
  }

  private func isOver(_ point: SeriesChart.Point) -> Bool {
    guard let value = point.value, let objective = point.objective else { return true }
    return value > objective
  }

  private func half(_ index: Int) -> Length {
    SeriesPlot.boldDigit * points[index].text.count / 2
  }

  private func middle(_ index: Int) -> Length {
    min(x(index), Length(SeriesChart.width) - half(index))
  }

  /// Whether the values of two months stand beside each other.
  private func gap(_ first: Int, _ second: Int) -> Bool {
    middle(first) + half(first) <= middle(second) - half(second)
  }

  private func drawValue(_ index: Int, isAbove: Bool, _ drawing: inout Markup) {
    let point = points[index]
    guard let value = point.value else { return }
    let above = point.interval.map { y($0.high) } ?? y(value)
    let below = point.interval.map { y($0.low) } ?? y(value)
    // Where the side has no room the other has.
    let isHigh = isAbove ? above >= 16 : below > bottom - 14
    drawing.add(
      "text",
      [
        "class": "value", "x": middle(index).text, "y": (isHigh ? above - 7 : below + 14).text,
        "text-anchor": "middle",
      ], text: point.text)
  }
}
