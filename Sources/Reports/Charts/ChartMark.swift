import MaturityRules
import PerformanceMetrics

/// How something ended, as a shape: no meaning rests on a color alone.
enum ChartMark: String, CaseIterable, Hashable, Sendable {
  /// A disc.
  case met
  /// A diamond.
  case missed
  /// An open square.
  case undecided
  /// A small disc: there is nothing that judges it.
  case plain

  /// The mark of a state; `nil` where there is nothing to show.
  init?(_ state: OpportunityState) {
    switch state {
    case .met: self = .met
    case .missed: self = .missed
    case .undecided: self = .undecided
    case .excluded: self = .plain
    case .idle, .closed: return nil
    }
  }

  /// Draws the mark around a place.
  func draw(_ drawing: inout Markup, x: Length, y: Length) {
    switch self {
    case .met:
      drawing.add(empty: "circle", ["class": "met", "cx": x.text, "cy": y.text, "r": "3.4"])
    case .missed:
      let reach = Length(tenths: 48)
      drawing.add(
        empty: "path",
        [
          "class": "missed",
          "d": "M\(x.text) \((y - reach).text)L\((x + reach).text) \(y.text)L\(x.text) "
            + "\((y + reach).text)L\((x - reach).text) \(y.text)z",
        ])
    case .undecided:
      let reach = Length(tenths: 33)
      drawing.add(
        empty: "rect",
        [
          "class": "undecided", "x": (x - reach).text, "y": (y - reach).text, "width": "6.6",
          "height": "6.6",
        ])
    case .plain:
      drawing.add(empty: "circle", ["class": "plain", "cx": x.text, "cy": y.text, "r": "2.6"])
    }
  }
}

/// A drawing with a name and a description for those who do not see it.
struct Drawing {
  /// What it shows.
  let title: String
  /// What there is to see.
  let description: String
  /// Its width in units.
  let width: Int
  /// Its height in units.
  let height: Int
  /// What kind of drawing it is, for the style sheet.
  let kind: StaticString

  /// Adds the drawing to a page.
  func add(to page: inout Markup, _ content: (inout Markup) -> Void) {
    let (title, description) = (page.newIdentifier(), page.newIdentifier())
    page.add(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "\(kind)",
        "viewBox": "0 0 \(width) \(height)", "role": "img",
        "aria-labelledby": title + " " + description,
      ]
    ) {
      $0.add("title", ["id": title], text: self.title)
      $0.add("desc", ["id": description], text: self.description)
      content(&$0)
    }
  }
}
