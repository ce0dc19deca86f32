internal import Basics
package import Reports

/// Two documents held against each other, value by value: the first that differs, and how many.
///
/// Lists are compared by position and objects by key. Numbers are compared as they are written
/// and strings by their bytes, so that nothing that can be seen to differ passes as equal.
///
/// ```swift
/// let comparison = DocumentComparison(before.root, after.root)
/// comparison.first?.path  // services[0].months[3].intervals.met
/// ```
package struct DocumentComparison: Sendable {
  /// A value that differs.
  package struct Difference: Hashable, Sendable {
    /// The keys and positions that lead to it.
    package let path: String
    /// The value in the first document, in words; `nil` where it is not there.
    package let was: String?
    /// The value in the second one.
    package let now: String?
    /// What the entries of the lists on the path call themselves: Voice, 2026-04.
    package let entries: [String]
  }

  /// The first values that differ, in the order of the first document, as many as are kept.
  package private(set) var differences: [Difference] = []
  /// The first value that differs.
  package var first: Difference? { differences.first }
  /// How many values differ; a part that one document lacks counts with all values in it.
  package private(set) var differenceCount = 0
  /// How many numbers are the same.
  package private(set) var figureCount = 0
  /// Keys that only the second document has, and nowhere the first, where they are tolerated.
  package private(set) var additions: [String] = []
  /// How many values they have.
  package private(set) var additionCount = 0

  private enum Step {
    case key(JSONDocument.Value)
    case position(Int, JSONDocument.Value)
  }

  /// A key that only the second document has, until it is known whether the first has it
  /// in another entry of a list.
  private struct Addition {
    let place: String
    let keys: [String?]
    let difference: Difference
    let count: Int
  }

  private let skipped: Set<String>
  /// The last keys of the places that are not compared, to tell most others without a text.
  private let skippedKeys: [String]
  private let tolerated: Set<String>
  private let limit: Int
  private var path: [Step] = []
  private var pending: [Addition] = []

  /// Compares two documents, or parts of them.
  ///
  /// - Parameters:
  ///   - skipped: Places that are not compared, whoever has them: version, services[].days.
  ///   - tolerated: Places that are no difference where the first document has them nowhere,
  ///     as what only a later version writes.
  ///   - limit: How many differences are kept; all are counted.
  /// - Complexity: O(*n*) in the sizes of the documents, where keys have the same order.
  package init(
    _ before: JSONDocument.Value, _ after: JSONDocument.Value, skipping skipped: Set<String> = [],
    tolerating tolerated: Set<String> = [], keeping limit: Int = 1
  ) {
    self.skipped = skipped
    skippedKeys = skipped.map { place in
      place.lastIndex(of: ".").map { String(place[place.index(after: $0)...]) } ?? place
    }
    self.tolerated = tolerated
    self.limit = limit
    compare(before, after)
    settleAdditions(before)
  }

  /// Puts a difference that was found in another way before all others.
  package mutating func lead(with difference: Difference) {
    differences.insert(difference, at: 0)
    differenceCount += 1
  }
}

// MARK: - Values

extension DocumentComparison {
  private mutating func compare(_ was: JSONDocument.Value, _ now: JSONDocument.Value) {
    switch (was.kind, now.kind) {
    case (.object, .object): compareMembers(was.members, now.members)
    case (.list, .list): compareElements(was.elements, now.elements)
    default:
      if was.isSame(as: now) {
        if was.kind == .number { figureCount += 1 }
      } else {
        note(was, now)
      }
    }
  }

  private typealias Member = (key: JSONDocument.Value, value: JSONDocument.Value)

  private mutating func compareMembers(_ was: [Member], _ now: [Member]) {
    var inPlace = 0
    for (index, member) in was.enumerated() {
      path.append(.key(member.key))
      if isSkipped(member.key) {
        if index < now.count, now[index].key.isSame(as: member.key) { inPlace += 1 }
      } else if index < now.count, now[index].key.isSame(as: member.key) {
        inPlace += 1
        compare(member.value, now[index].value)
      } else if let other = now.first(where: { $0.key.isSame(as: member.key) }) {
        compare(member.value, other.value)
      } else {
        note(member.value, nil)
      }
      path.removeLast()
    }
    guard inPlace < now.count else { return }
    for member in now where !was.contains(where: { $0.key.isSame(as: member.key) }) {
      path.append(.key(member.key))
      if isSkipped(member.key) {
        path.removeLast()
        continue
      }
      if !tolerated.isEmpty, tolerated.contains(place) {
        pending.append(
          Addition(
            place: place, keys: keys, difference: difference(nil, member.value),
            count: member.value.leafCount))
      } else {
        note(nil, member.value)
      }
      path.removeLast()
    }
  }

  private mutating func compareElements(
    _ was: [JSONDocument.Value], _ now: [JSONDocument.Value]
  ) {
    for index in 0..<max(was.count, now.count) {
      path.append(.position(index, index < was.count ? was[index] : now[index]))
      if index >= now.count {
        note(was[index], nil)
      } else if index >= was.count {
        note(nil, now[index])
      } else {
        compare(was[index], now[index])
      }
      path.removeLast()
    }
  }

  private mutating func note(_ was: JSONDocument.Value?, _ now: JSONDocument.Value?) {
    if differences.count < limit { differences.append(difference(was, now)) }
    differenceCount += max(was?.leafCount ?? 0, now?.leafCount ?? 0)
  }

  /// Whether the path, which ends with a key, is one that is not compared.
  private func isSkipped(_ key: JSONDocument.Value) -> Bool {
    skippedKeys.contains { key.isText($0) } && skipped.contains(place)
  }

  /// Tells what came later from what was taken out: that another entry of the list has.
  ///
  /// The first document is searched once for each place, however many entries lack it.
  private mutating func settleAdditions(_ before: JSONDocument.Value) {
    var isKnown: [String: Bool] = [:]
    for addition in pending {
      let place = addition.place
      let isTakenOut: Bool
      if let known = isKnown[place] {
        isTakenOut = known
      } else {
        isTakenOut = DocumentComparison.has(addition.keys[...], before)
        isKnown[place] = isTakenOut
        if !isTakenOut { additions.append(place) }
      }
      if isTakenOut {
        if differences.count < limit { differences.append(addition.difference) }
        differenceCount += addition.count
      } else {
        additionCount += addition.count
      }
    }
    pending = []
  }

  /// Whether a document has a key in any entry of the lists that lead to it.
  private static func has(_ keys: ArraySlice<String?>, _ value: JSONDocument.Value) -> Bool {
    guard let key = keys.first else { return true }
    guard let key else { return value.elements.contains { has(keys.dropFirst(), $0) } }
    return value[key].map { has(keys.dropFirst(), $0) } ?? false
  }
}

// MARK: - Words

extension DocumentComparison {
  /// The longest text that is shown of a value; what is longer is cut.
  private static let longestText = 400
  /// Keys whose values tell the entries of a list apart.
  private static let names = [
    "name", "path", "id", "scope", "site", "month", "day", "start", "column", "standard",
  ]

  private func difference(
    _ was: JSONDocument.Value?, _ now: JSONDocument.Value?
  ) -> Difference {
    Difference(
      path: pathText, was: was.map(DocumentComparison.words),
      now: now.map(DocumentComparison.words), entries: entries)
  }

  private static func words(_ value: JSONDocument.Value) -> String {
    switch value.kind {
    case .null, .bool, .number: return value.written
    case .string: return quoted(value.text!)
    case .list: return "a list of \(value.elements.count)"
    case .object: return "an object"
    }
  }

  /// Puts text between quotation marks, safe to show and not without end.
  static func quoted(_ text: String) -> String {
    let isLong = text.unicodeScalars.count > longestText
    let shown = isLong ? String(text.unicodeScalars.prefix(longestText)) + "…" : text
    return "\"" + VisibleText.escaping(shown) + "\""
  }

  private var pathText: String { text { "[\($0)]" } }

  /// The path without positions: services[].months[].offered.
  private var place: String { text { _ in "[]" } }

  private func text(_ position: (Int) -> String) -> String {
    var text = ""
    for step in path {
      switch step {
      case .position(let index, _): text += position(index)
      case .key(let key): text += DocumentPath.text(of: key.text!, isFirst: text.isEmpty)
      }
    }
    return text
  }

  /// The keys of the path; `nil` for a position.
  private var keys: [String?] {
    path.map { step in
      switch step {
      case .key(let key): key.text
      case .position: nil
      }
    }
  }

  private var entries: [String] {
    path.flatMap { step -> [String] in
      guard case .position(_, let entry) = step else { return [] }
      return DocumentComparison.names.compactMap { entry[$0]?.text }.map(VisibleText.escaping)
    }
  }
}
