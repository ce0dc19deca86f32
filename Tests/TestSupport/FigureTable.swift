/// The table of figures that a report is written as, held against its JSON.
package struct FigureTable: Sendable {
  /// The table.
  package let table: StrictTable

  /// Reads a table.
  ///
  /// - Throws: When it is none.
  package init(_ bytes: [UInt8]) throws { table = try StrictTable(bytes) }

  /// What tells one figure from the others.
  package static let identity = [
    "as_of", "section", "scope", "site", "by", "grain", "period", "measure",
  ]

  private static let numbers = ["numerator", "denominator", "value"]

  private func places(_ names: [String]) -> [Int] {
    names.map { table.columns.firstIndex(of: $0)! }
  }

  /// The places that two figures have.
  package var doubles: [String] {
    let columns = places(FigureTable.identity)
    var seen: Set<[String]> = []
    return table.records.compactMap { record in
      let place = columns.map { record[$0] }
      return seen.insert(place).inserted ? nil : place.joined(separator: "|")
    }
  }

  /// The cells that hold something else than a number.
  package var notNumbers: [String] {
    let columns = places(FigureTable.numbers)
    return table.records.flatMap { record in
      columns.map { record[$0] }.filter { !$0.isEmpty && !FigureTable.isNumber($0) }
    }
  }

  /// Whether a text is a plain decimal number: 12, -0.31.
  static func isNumber(_ text: String) -> Bool {
    let parts = text.utf8.drop { $0 == UInt8(ascii: "-") }
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return !text.hasPrefix("--") && parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }
  }

  /// The numbers that stand in the JSON and not in the table, or the other way round.
  package func differences(from json: JSONTree) -> [String] {
    var counts: [String: Int] = [:]
    let columns = places(FigureTable.numbers)
    for record in table.records {
      for column in columns where !record[column].isEmpty {
        counts[record[column], default: 0] += 1
      }
    }
    guard case .object(let members) = json else { return ["no report"] }
    for member in members where member.key != "configuration" {
      FigureTable.count(member.value, [member.key], &counts)
    }
    return counts.filter { $0.value != 0 }.map { "\($0.key): \($0.value) too many" }.sorted()
  }

  private static func count(_ value: JSONTree, _ path: [String], _ counts: inout [String: Int]) {
    switch value {
    case .null, .bool: break
    case .number(let number): counts[number, default: 0] -= 1
    case .string(let text):
      // Numbers of standards are names.
      guard !["id", "standard"].contains(path.last), !names.contains(path.last ?? "") else { break }
      if isNumber(text) { counts[text, default: 0] -= 1 }
    case .array(let elements):
      for element in elements { count(element, path, &counts) }
    case .object(let members):
      for member in members {
        // These say which criterion it is, or where in a file a row stands.
        let isPlace =
          ["rollOff", "rollOffs", "rejects", "by"].contains(member.key)
          || (member.key == "level" && path.last == "criteria")
        if !isPlace { count(member.value, path + [member.key], &counts) }
      }
    }
  }

  private static let names = [
    "scope", "name", "site", "service", "path", "column", "reason", "approver", "reference", "note",
    "attestedBy", "metric", "deciding", "unmapped", "notes",
  ]
}
