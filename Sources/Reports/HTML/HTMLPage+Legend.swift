// MARK: - Legend

extension HTMLPage {
  /// Writes what the marks mean, once for all charts.
  mutating func writeLegend() {
    add("ul", ["class": "legend", "aria-label": "What the marks mean"]) { page in
      let marks: [(name: String, draw: (inout Markup) -> Void)] = [
        ("met", { ChartMark.met.draw(&$0, x: 11, y: 6) }),
        ("missed", { ChartMark.missed.draw(&$0, x: 11, y: 6) }),
        (
          "undecided: what is missing could turn it", { ChartMark.undecided.draw(&$0, x: 11, y: 6) }
        ),
        ("not judged", { ChartMark.plain.draw(&$0, x: 11, y: 6) }),
        (
          "objective",
          { $0.add(empty: "path", ["class": "objective", "d": "M1 6H21"]) }
        ),
        ("95 % interval", { $0.add(empty: "path", ["class": "range", "d": "M11 1V11"]) }),
        ("trend", { $0.add(empty: "path", ["class": "trend", "d": "M1 6H21"]) }),
        (
          "day missed",
          {
            $0.add(
              empty: "rect",
              ["class": "missed", "x": "5", "y": "2", "width": "12", "height": "8", "rx": "1"])
            $0.add(empty: "path", ["class": "cross", "d": "M8.5 3.5L13.5 8.5M13.5 3.5L8.5 8.5"])
          }
        ),
        (
          "excluded",
          {
            $0.add(
              empty: "rect",
              ["class": "excluded", "x": "5", "y": "2", "width": "12", "height": "8", "rx": "1"])
          }
        ),
        (
          "closed or idle",
          { $0.add(empty: "circle", ["class": "closed", "cx": "11", "cy": "6", "r": "1.4"]) }
        ),
      ]
      for mark in marks {
        page.markup.add("li") { item in
          item.add("svg", ["viewBox": "0 0 22 12", "aria-hidden": "true"], mark.draw)
          item.say(mark.name)
        }
      }
    }
  }
}
