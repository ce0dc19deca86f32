internal import Basics
internal import Reports

/// A value of the configuration together with the key path that leads to it.
///
/// Every reading function notes what is wrong and gives `nil` or a shorter list,
/// so that one run finds all errors of a file. What was read is used only when
/// nothing was noted.
struct ConfigurationNode {
  /// What is wrong so far.
  struct Problems {
    private(set) var errors: [ConfigurationError] = []
    /// The keys that are known where an object was read, by its key path; a test holds the
    /// JSON Schema against them.
    private(set) var knownKeys: [String: [String]] = [:]

    /// Notes an error.
    mutating func note(_ path: String, _ reason: ConfigurationError.Reason) {
      errors.append(ConfigurationError(path, reason))
    }

    /// Notes which keys an object can have.
    fileprivate mutating func know(_ path: String, _ keys: [String]) { knownKeys[path] = keys }
  }

  /// The members of an object, each found by its key.
  struct Members {
    fileprivate let values: [String: JSONValue]
    /// The key path of the object.
    let path: String

    /// Finds a member; one that is null is as good as absent.
    subscript(key: String) -> ConfigurationNode? {
      guard let value = values[key], value != .null else { return nil }
      return ConfigurationNode(value: value, path: ConfigurationNode.path(path, key))
    }

    /// All members that are not null, sorted by key.
    var all: [(key: String, node: ConfigurationNode)] {
      values.keys.sorted().compactMap { key in self[key].map { (key, $0) } }
    }
  }

  let value: JSONValue
  let path: String

  /// Gives the key path of a member: a.b, or a["b c"] where the key is no plain word.
  static func path(_ parent: String, _ key: String) -> String {
    let isPlain =
      !key.isEmpty
      && key.utf8.allSatisfy { byte in
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: false
        }
      }
    guard isPlain else { return parent + "[\"" + VisibleText.escaping(key) + "\"]" }
    return parent.isEmpty ? key : parent + "." + key
  }
}

// MARK: - Objects and lists

extension ConfigurationNode {
  /// Reads an object with any keys.
  func dictionary(_ problems: inout Problems) -> Members? {
    guard case .object(let values) = value else { return wrongType("an object", &problems) }
    return Members(values: values, path: path)
  }

  /// Reads an object and notes every key that is not known.
  func members(_ keys: [String], _ problems: inout Problems) -> Members? {
    guard let members = dictionary(&problems) else { return nil }
    problems.know(path, keys)
    for key in members.values.keys.sorted() where !keys.contains(key) {
      problems.note(
        ConfigurationNode.path(path, key),
        .unknownKey(nearest: NearestName.of(key, in: keys)))
    }
    return members
  }

  /// Reads a list, each element with the given function.
  func list<T>(
    _ problems: inout Problems, _ read: (ConfigurationNode, inout Problems) -> T?
  ) -> [T] {
    guard case .array(let values) = value else { return wrongType("a list", &problems) ?? [] }
    return values.enumerated().compactMap { index, value in
      read(ConfigurationNode(value: value, path: "\(path)[\(index)]"), &problems)
    }
  }

  /// Reads one string or a list of at least one.
  func texts(_ problems: inout Problems, allowsEmptyText: Bool = false) -> [String] {
    switch value {
    case .string:
      return text(&problems, allowsEmpty: allowsEmptyText).map { [$0] } ?? []
    case .array(let values):
      if values.isEmpty { problems.note(path, .emptyList) }
      return list(&problems) { $0.text(&$1, allowsEmpty: allowsEmptyText) }
    default: return wrongType("a string or a list of strings", &problems) ?? []
    }
  }

  func wrongType<T>(_ expected: String, _ problems: inout Problems) -> T? {
    problems.note(path, .wrongType(expected: expected, found: value.kindName))
    return nil
  }
}

// MARK: - Plain values

extension ConfigurationNode {
  func text(_ problems: inout Problems, allowsEmpty: Bool = false) -> String? {
    guard case .string(let text) = value else { return wrongType("a string", &problems) }
    if text.isEmpty && !allowsEmpty {
      problems.note(path, .emptyText)
      return nil
    }
    return text
  }

  func flag(_ problems: inout Problems) -> Bool? {
    guard case .bool(let flag) = value else { return wrongType("true or false", &problems) }
    return flag
  }

  /// Reads an exact decimal; the name is what the sentence about its limits begins with.
  func decimal(
    _ name: String, from low: Int? = nil, to high: Int? = nil, _ problems: inout Problems
  ) -> FixedPoint? {
    guard case .number(let text) = value else { return wrongType("a number", &problems) }
    guard let number = FixedPoint(text) else {
      problems.note(path, .unheldNumber(text))
      return nil
    }
    let (low, high) = (low.map { FixedPoint($0) }, high.map { FixedPoint($0) })
    if let low, number < low || high.map({ number > $0 }) ?? false {
      problems.note(path, .outOfRange(name: name, low: low, high: high, found: text))
      return nil
    }
    return number
  }

  func whole(_ name: String, _ range: ClosedRange<Int>, _ problems: inout Problems) -> Int? {
    guard case .number(let text) = value else { return wrongType("a whole number", &problems) }
    guard let number = FixedPoint(text) else {
      problems.note(path, .unheldNumber(text))
      return nil
    }
    let (quotient, rest) = number.millionths.quotientAndRemainder(dividingBy: FixedPoint.scale)
    guard rest == 0 else {
      problems.note(path, .wrongType(expected: "a whole number", found: text))
      return nil
    }
    guard let whole = Int(exactly: quotient), range.contains(whole) else {
      let high = range.upperBound == .max ? nil : FixedPoint(range.upperBound)
      problems.note(
        path,
        .outOfRange(name: name, low: FixedPoint(range.lowerBound), high: high, found: text))
      return nil
    }
    return whole
  }

  /// Reads one of the names of a type; the kind is what the sentence calls them.
  func choice<T: RawRepresentable<String> & CaseIterable>(
    _ kind: String, _ type: T.Type, _ problems: inout Problems
  ) -> T? {
    guard let text = text(&problems) else { return nil }
    if let value = T(rawValue: text) { return value }
    let known = T.allCases.map(\.rawValue)
    problems.note(
      path,
      .unknownName(
        kind: kind, found: text, nearest: NearestName.of(text, in: known), known: known))
    return nil
  }

  func date(_ problems: inout Problems) -> CivilDate? {
    parsed("a date such as 2026-10-31", &problems) { CivilDate($0) }
  }

  func month(_ problems: inout Problems) -> CivilMonth? {
    parsed("a month such as 2026-10", &problems) { CivilMonth($0) }
  }

  func parsed<T>(
    _ expected: String, _ problems: inout Problems, _ parse: (String) -> T?
  ) -> T? {
    guard let text = text(&problems) else { return nil }
    if let value = parse(text) { return value }
    problems.note(path, .malformed(expected: expected, found: text))
    return nil
  }
}
