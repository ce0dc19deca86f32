/// Takes figures one after another.
protocol FigureSink {
  /// Takes the next figure.
  mutating func take(_ figure: Figure)
}

/// Walks through the wire form of a report and gives every number of it with its place.
///
/// Names of objects lead to a measure; lists of periods and scopes, and `total`, say where a
/// figure stands and not what it is. What tells one element of a list from the next is taken
/// into its place, and all that is left and is a number is a figure. A new figure of the wire
/// form is so a figure here; a new list needs a look at what identifies its elements, and
/// the test that no two figures have one place fails until it is told.
struct FigureWalk<Sink: FigureSink> {
  /// Who takes the figures.
  private(set) var sink: Sink

  init(_ sink: Sink) { self.sink = sink }
}

/// Names of the wire form that are more than names of figures.
private enum WireNames {
  /// Lists whose name says nothing of what is measured.
  static let placed: Set = [
    "months", "days", "intervals", "services", "scopes", "criteria", "parts", "types",
  ]

  /// Lists whose elements nothing but their number tells apart.
  static let numbered: Set = [
    "inputs", "objectives", "exclusions", "evidence", "setAside", "implausible",
  ]

  /// Parts that say again what stands elsewhere, or where in a file something is.
  static let passedOver: Set = ["rejects", "rollOff", "rollOffs", "attested", "window", "by"]
}

// MARK: - Going through

extension FigureWalk {
  /// Goes through a section.
  mutating func section(_ name: String, _ node: JSONNode) {
    var place = FigurePlace()
    switch node.resolved {
    case .list(let list):
      place.section = name
      elements(list, name, place, [])
    case .object(let object):
      place.section = name
      members(object, in: "", place, [])
    default:
      place.section = "records"
      figure(node.resolved, [name], place)
    }
  }

  private mutating func elements(
    _ list: JSONNode.List, _ name: String, _ place: FigurePlace, _ path: [String]
  ) {
    for (index, element) in list.elements.enumerated() {
      guard case .object(let object) = element.resolved else { continue }
      var place = place
      // An element stands for itself.
      (place.state, place.isComplete) = (nil, nil)
      if WireNames.numbered.contains(name) { place.parts.append(("number", "\(index + 1)")) }
      members(object, in: name, place, path)
    }
  }

  private mutating func members(
    _ object: JSONNode.Object, in list: String, _ outer: FigurePlace, _ path: [String]
  ) {
    let members = object.members.map { (name: $0.name, value: $0.value.resolved) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var place = outer
    for (name, value) in members { place.take(name, value, in: list) }
    for (name, value) in members where !WireNames.passedOver.contains(name) {
      // The level of a criterion says which one it is.
      if list == "criteria", name == "level" { continue }
      member(name, value, place, path)
    }
  }

  private mutating func member(
    _ name: String, _ value: JSONNode, _ place: FigurePlace, _ path: [String]
  ) {
    switch value {
    case .list(let list):
      elements(list, name, place, WireNames.placed.contains(name) ? path : path + [name])
    case .object(let object):
      if let quotient = object.quotient {
        sink.take(
          Figure(
            place: place, measure: (path + [name]).joined(separator: "."), number: quotient,
            unit: unit(path + [name], place)))
      } else if name == "categories" || name == "channels" {
        // Its names are data, and mean nothing here.
        dictionary(object, name, place, path)
      } else {
        members(object, in: "", place, name == "total" ? path : path + [name])
      }
    default: figure(value, path + [name], place)
    }
  }

  private mutating func dictionary(
    _ object: JSONNode.Object, _ name: String, _ place: FigurePlace, _ path: [String]
  ) {
    let sorted = object.members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    for (key, value) in sorted {
      var place = place
      place.parts.append((name == "categories" ? "category" : "channel", key))
      guard let text = value.resolved.numberText else { continue }
      sink.take(
        Figure(
          place: place, measure: (path + [name]).joined(separator: "."), number: .plain(text),
          unit: unit([name, key], place)))
    }
  }

  /// Gives a value that is a figure: a number, or a name that is known to be one.
  private mutating func figure(
    _ value: JSONNode, _ path: [String], _ place: FigurePlace
  ) {
    let number: Figure.Number
    switch value {
    case .whole, .number: number = .plain(value.numberText!)
    case .null where FigureUnit.of(path, place) != nil: number = .unknown
    case .string where FigureUnit.of(path, place) != nil:
      guard let text = value.numberText else { return }
      number = .plain(text)
    default: return
    }
    sink.take(
      Figure(
        place: place, measure: path.joined(separator: "."), number: number,
        unit: unit(path, place)))
  }

  private func unit(_ path: [String], _ place: FigurePlace) -> String {
    let unit = FigureUnit.of(path, place) ?? .count
    if case .count = unit, let counted = place.counted { return counted + "s" }
    return unit.text(place)
  }
}

// MARK: - What tells where a figure stands

extension FigurePlace {
  /// Takes what a member of an object says of the place of its figures.
  fileprivate mutating func take(_ name: String, _ value: JSONNode, in list: String) {
    switch (name, value) {
    case ("scope", .string(let text)), ("service", .string(let text)): scope = text
    case ("name", .string(let text)):
      switch section {
      case "transactionValue": parts.append(("type", text))
      case "rules": parts.append(("reading", text))
      default: scope = text
      }
    case ("site", .string(let text)): site = text
    case ("by", .object(let object)):
      for (name, value) in object.members.sorted(by: { $0.name < $1.name }) {
        if case .string(let text) = value.resolved { parts.append((name, text)) }
      }
    case ("month", .string(let text)), ("quarter", .string(let text)), ("day", .string(let text)):
      (grain, period) = (name, text)
    case ("wholeMonth", .bool(true)):
      (grain, period) = ("month", period.map { String($0.prefix(7)) })
    case ("start", .string(let text)):
      let end = period.map { "/" + $0 } ?? ""
      (grain, period) = list == "intervals" ? ("interval", text) : ("window", text + end)
    // Names come in order: the end before the start.
    case ("end", .string(let text)): period = text
    case ("secondPass", .bool(true)): parts.append(("pass", "2"))
    case ("window", .object(let object)): takeWindow(object)
    case ("id", .string(let text)):
      parts.append((section == "rules" ? "rule" : "standard", text))
    case ("level", .whole(let level)) where list == "criteria": parts.append(("level", "\(level)"))
    case ("pair", .list(let pair)):
      for (name, element) in zip(["first", "second"], pair.elements) {
        if case .string(let text) = element.resolved { parts.append((name, text)) }
      }
    case ("path", .string(let text)): parts.append(("input", text))
    case ("kind", .string(let text)) where section == "records": parts.append((name, text))
    case ("formula", .string(let text)) where list == "sensitivity": parts.append((name, text))
    case ("standard", .string(let text)), ("method", .string(let text)),
      ("match", .string(let text)), ("measure", .string(let text)), ("column", .string(let text)),
      ("length", .string(let text)):
      parts.append((name, text))
    case ("currency", .string(let text)): currency = text
    case ("state", .string(let text)), ("status", .string(let text)), ("effect", .string(let text)):
      state = text
    // A state says more.
    case ("met", .bool(let flag)) where state == nil: state = flag ? "met" : "missed"
    case ("complete", .bool(let flag)): isComplete = flag
    default: break
    }
  }

  private mutating func takeWindow(_ window: JSONNode.Object) {
    var texts: [String: String] = [:]
    for (name, value) in window.members {
      if case .string(let text) = value.resolved { texts[name] = text }
    }
    guard let from = texts["from"], let to = texts["to"] else { return }
    (grain, period, counted) = ("window", from + "/" + to, texts["grain"])
  }
}

// MARK: - Values

extension JSONNode {
  /// The value that is put where it was not known yet.
  fileprivate var resolved: JSONNode {
    if case .slot(let slot) = self { (slot.value ?? .null).resolved } else { self }
  }

  /// A number, or a decimal in quotes, as it is written.
  fileprivate var numberText: String? {
    switch self {
    case .whole(let number): return String(number)
    case .number(let text): return text
    case .string(let text):
      let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
      let isNumber =
        !digits.isEmpty
        && digits.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
      return isNumber ? text : nil
    default: return nil
    }
  }
}

extension JSONNode.Object {
  /// The quotient that it is, if it has parts and a text.
  fileprivate var quotient: Figure.Number? {
    var (numerator, denominator, text): (String?, String?, String?)
    for (name, value) in members {
      switch name {
      case "numerator": numerator = value.resolved.numberText
      case "denominator": denominator = value.resolved.numberText
      case "percent", "value": text = value.resolved.numberText
      default: return nil
      }
    }
    guard let numerator, let denominator, let text else { return nil }
    return .quotient(numerator: numerator, denominator: denominator, text: text)
  }
}
