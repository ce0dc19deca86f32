internal import Basics
internal import ContactRecords

extension Configuration {
  /// The canonical names of all kinds of records, each once.
  static let canonicalNames: [String] = {
    var seen: Set<String> = []
    return RecordKind.allCases.flatMap(\.columns).filter { seen.insert($0).inserted }
  }()

  /// Tells whether any kind of record has a column of this name.
  static func isCanonical(_ name: String) -> Bool {
    RecordKind.allCases.contains { $0.hasColumn(name) }
  }

  mutating func readColumns(
    _ members: ConfigurationNode.Members, _ problems: inout ConfigurationNode.Problems
  ) {
    for (name, node) in named(members["columns"], &problems) {
      columns[name] = ColumnSource(node, &problems)
    }
    for (name, node) in named(members["units"], &problems) {
      units[name] = MeasureUnit(node, column: name, &problems)
    }
    for (name, node) in named(members["formats"], &problems) {
      guard let format = node.text(&problems) else { continue }
      if let field = Configuration.unknownField(in: format) {
        problems.note(
          node.path,
          .unknownName(
            kind: "field", found: field, nearest: nil, known: Configuration.formatFields))
      }
      formats[name] = format
    }
    for (name, node) in named(members["values"], &problems) {
      var words: [String: String] = [:]
      for (word, node) in node.dictionary(&problems)?.all ?? [] {
        words[word] = node.text(&problems)
      }
      values[name] = words
    }
    ignore = members["ignore"]?.list(&problems) { IgnoreRule($0, &$1) } ?? []
  }

  /// Lists the members of an object whose keys are canonical names.
  private func named(
    _ node: ConfigurationNode?, _ problems: inout ConfigurationNode.Problems
  ) -> [(key: String, node: ConfigurationNode)] {
    let members = node?.dictionary(&problems)?.all ?? []
    for (name, node) in members where !Configuration.isCanonical(name) {
      problems.note(
        node.path,
        .unknownName(
          kind: "column", found: name,
          nearest: NearestName.of(name, in: Configuration.canonicalNames), known: []))
    }
    return members
  }

  /// The fields of a time format, longest first among those of one letter.
  static let formatFields = [
    "yyyy", "yy", "MM", "M", "dd", "d", "HH", "H", "hh", "h", "mm", "ss", "a",
  ]

  /// Finds the first run of one letter in a time format that is no field.
  static func unknownField(in format: String) -> String? {
    var run = ""
    for character in format + " " {
      if character == run.last {
        run.append(character)
        continue
      }
      if !run.isEmpty, !formatFields.contains(run) { return run }
      run = character.isLetter ? String(character) : ""
    }
    return nil
  }
}

extension ColumnSource {
  fileprivate init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    switch node.value {
    case .string, .array: self = .joined(node.texts(&problems))
    case .object:
      guard let members = node.members(["minus"], &problems) else { return nil }
      guard let minus = members["minus"] else {
        problems.note(node.path, .missingKey("minus"))
        return nil
      }
      let names = minus.list(&problems) { $0.text(&$1) }
      if case .array(let values) = minus.value, values.count < 2 {
        problems.note(minus.path, .differenceTooShort)
      }
      self = .difference(names)
    default:
      guard
        let source: ColumnSource = node.wrongType(
          "a column, a list of columns or an object with \"minus\"", &problems)
      else { return nil }
      self = source
    }
  }
}

extension Configuration.MeasureUnit {
  fileprivate init?(
    _ node: ConfigurationNode, column: String, _ problems: inout ConfigurationNode.Problems
  ) {
    let fitting: [Configuration.MeasureUnit]
    if column.hasSuffix("_seconds") {
      fitting = [.seconds, .milliseconds]
    } else if column == "service_level" {
      fitting = [.percent, .fraction]
    } else {
      // A name that is unknown was noted already.
      if Configuration.isCanonical(column) { problems.note(node.path, .noUnit) }
      return nil
    }
    guard let text = node.text(&problems) else { return nil }
    let known = fitting.map(\.rawValue)
    guard let unit = fitting.first(where: { $0.rawValue == text }) else {
      problems.note(
        node.path,
        .unknownName(
          kind: "unit", found: text, nearest: NearestName.of(text, in: known), known: known))
      return nil
    }
    self = unit
  }
}
