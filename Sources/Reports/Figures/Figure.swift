/// One number of a report with all that tells which it is.
///
/// Figures are read off the wire form of the report, so that which figures there are is
/// decided there and nowhere else.
struct Figure {
  /// What a figure is one of, and the number itself as it is written.
  enum Number {
    /// The input cannot give it.
    case unknown
    /// A count or an amount.
    case plain(String)
    /// A quotient: its exact parts, and as it is shortened for people.
    case quotient(numerator: String, denominator: String, text: String)
  }

  /// Which it is.
  let place: FigurePlace
  /// What is measured: the names in the wire form that lead to it, joined by points.
  let measure: String
  /// The number.
  let number: Number
  /// What it is counted in.
  let unit: String

  /// The number as it is written for people; `nil` where it is unknown.
  var text: String? {
    switch number {
    case .unknown: nil
    case .plain(let text), .quotient(_, _, let text): text
    }
  }
}

/// What a figure is a figure of: its section, its scope, its period, and how that stands.
struct FigurePlace {
  /// The part of the report: services, quality and so on.
  var section = ""
  /// The service, or the site or organization that is judged.
  var scope: String?
  /// The site of a service.
  var site: String?
  /// What else it belongs to, such as a queue, a standard, a formula, outermost first.
  var parts: [(name: String, value: String)] = []
  /// How long the period is: total, month, quarter, day, interval or window.
  var grain = "total"
  /// Which period: 2026-10, 2026-10-31, 2026-10-31T09:30, 2025-11-01/2026-10-31.
  var period: String?
  /// How the period, the criterion or the requirement stands.
  var state: String?
  /// Whether as-of lets the period run to its end.
  var isComplete: Bool?
  /// What amounts are counted in; `nil` where nobody said.
  var currency: String?
  /// What a criterion counts: month, day, interval, quarter.
  var counted: String?

  /// The value of a part; `nil` where it has none of the name.
  func part(_ name: String) -> String? { parts.last { $0.name == name }?.value }

  /// The parts as one text: queue=Billing;channel=voice.
  ///
  /// A semicolon, an equals sign or a backslash within a name has a backslash before it.
  var partsText: String {
    parts.map { "\($0.name)=\(FigurePlace.escaped($0.value))" }.joined(separator: ";")
  }

  private static func escaped(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      if [";", "=", "\\"].contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
