internal import Basics
public import Reports

/// Where a figure of a report stands: services[0].months[3].intervals.met.
///
/// Addresses are written as `verify` and `diff` write them. An entry of a list may be named
/// as well as numbered: services[Voice].months[2026-03].offered, services[Voice@Lakeside]. A
/// key that is no plain word stands in quotes: categories["IT & rent"].
///
/// ```swift
/// let address = try FigureAddress("services[Voice].months[2026-03].serviceLevel")
/// ```
public struct FigureAddress: Hashable, Sendable {
  /// A step from a value to one in it.
  enum Step: Hashable {
    /// To the member of an object.
    case key(String)
    /// To the entry of a list: its number, or what it is called.
    case entry(String)
  }

  /// The steps; the first is a key of the report.
  let steps: [Step]
  /// The address as it was written.
  public let text: String

  /// The keys of a report whose figures have rows behind them.
  public static let sections = [
    "services", "breakdowns", "quality", "satisfaction", "costPerContact",
    "firstContactResolution", "costOfQuality", "transactionValue",
  ]

  /// The other keys of a report, whose values have no rows behind them.
  public static let others = [
    "schema", "version", "asOf", "timeZone", "configuration", "inputs", "records", "unmatched",
    "afterAsOf", "endedEarly", "associations", "standards", "evidence", "rules", "exclusions",
    "suspectDays",
    "setAside", "reconciliations", "implausible", "requirements", "ledger",
  ]

  /// Tells whether a text is meant as an address rather than as the name of a rule.
  public static func isMeant(_ text: String) -> Bool {
    let head = text.prefix { $0 != "." && $0 != "[" }
    return head.count < text.count && head.first?.isLetter == true && !text.hasPrefix("toolkit.")
      || sections.contains(text) || others.contains(text)
  }

  /// Reads an address.
  ///
  /// - Throws: `FigureAddressError` where it is not written like one.
  public init(_ text: String) throws(FigureAddressError) {
    self.text = text
    var steps: [Step] = []
    var rest = text[...]
    while !rest.isEmpty {
      if rest.hasPrefix("[\"") {
        // Up to the quotes that a bracket follows: a key may hold either.
        guard !steps.isEmpty, let end = rest.dropFirst(2).firstRange(of: "\"]") else {
          throw .malformed(text)
        }
        steps.append(.key(String(rest.dropFirst(2)[..<end.lowerBound])))
        rest = rest[end.upperBound...]
      } else if rest.first == "[" {
        guard !steps.isEmpty, let end = rest.firstIndex(of: "]") else {
          throw .malformed(text)
        }
        let name = rest[rest.index(after: rest.startIndex)..<end]
        if name.isEmpty { throw .malformed(text) }
        steps.append(.entry(String(name)))
        rest = rest[rest.index(after: end)...]
      } else {
        if !steps.isEmpty {
          guard rest.first == "." else { throw .malformed(text) }
          rest.removeFirst()
        }
        let key = rest.prefix { $0 != "." && $0 != "[" }
        if key.isEmpty { throw .malformed(text) }
        steps.append(.key(String(key)))
        rest = rest[key.endIndex...]
      }
    }
    if steps.isEmpty { throw .malformed(text) }
    self.steps = steps
  }

  /// What a report has to list for the address to be in it.
  public var detail: ReportDetail? {
    guard steps.count > 2, case .key(let list) = steps[2] else { return nil }
    return ReportDetail(rawValue: list)
  }
}

// MARK: - In a report

/// A figure that was found: its value, and the numbers and keys that lead to it.
struct FoundFigure {
  /// The value.
  let value: JSONDocument.Value
  /// The keys, and the numbers of entries.
  let steps: [Step]

  /// A step from a value to one in it, as it was found.
  enum Step: Hashable {
    case key(String)
    case entry(Int)
  }

  /// The address with numbers for all entries.
  var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += DocumentPath.text(of: key, isFirst: text.isEmpty)
      case .entry(let number): text += "[\(number)]"
      }
    }
    return text
  }
}

extension FigureAddress {
  /// Keys whose values entries of lists are called by.
  private static let names = [
    "name", "scope", "month", "quarter", "day", "start", "method", "service",
  ]

  /// Finds the figure in a report.
  ///
  /// - Throws: `FigureAddressError` at the first step that leads nowhere, or to several entries.
  func found(in report: JSONDocument.Value) throws(FigureAddressError) -> FoundFigure {
    var (value, steps) = (report, [FoundFigure.Step]())
    var place = ""
    for step in self.steps {
      switch step {
      case .key(let key):
        // What cannot be typed is written as it is shown.
        let members = value.members.map { (key: $0.key.text!, value: $0.value) }
        let found =
          members.first { $0.key == key } ?? members.first { VisibleText.escaping($0.key) == key }
        guard let (key, member) = found else {
          throw .unknownKey(
            key, place: place, known: members.map(\.key))
        }
        (value, place) = (member, place + DocumentPath.text(of: key, isFirst: place.isEmpty))
        steps.append(.key(key))
      case .entry(let name):
        let number = try FigureAddress.number(of: name, in: value, place)
        (value, place) = (value.elements[number], place + "[\(number)]")
        steps.append(.entry(number))
      }
    }
    return FoundFigure(value: value, steps: steps)
  }

  private static func number(
    of name: String, in list: JSONDocument.Value, _ place: String
  ) throws(FigureAddressError) -> Int {
    let entries = list.elements
    if name.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(name) {
      guard number < entries.count else { throw .noEntry(name, place: place, count: entries.count) }
      return number
    }
    func isCalled(_ entry: JSONDocument.Value, _ name: String) -> Bool {
      names.contains { entry[$0]?.isText(name) ?? false }
    }
    let matching = entries.indices.filter { isCalled(entries[$0], name) }
    if matching.count == 1 { return matching[0] }
    if matching.isEmpty, let at = name.lastIndex(of: "@") {
      let (service, site) = (String(name[..<at]), String(name[name.index(after: at)...]))
      let sited = entries.indices.filter {
        isCalled(entries[$0], service) && entries[$0]["site"]?.isText(site) ?? false
      }
      if sited.count == 1 { return sited[0] }
    }
    guard let first = matching.first else {
      throw .noEntry(name, place: place, count: entries.count)
    }
    throw .severalEntries(name, place: place, first: first, count: matching.count)
  }
}
