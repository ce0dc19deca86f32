internal import Basics
package import ContactRecords
internal import DelimitedText
internal import Reports

extension Configuration {
  /// The canonical names of all kinds of records, each once.
  static let canonicalNames: [String] = {
    var seen: Set<String> = []
    return RecordKind.allCases.flatMap(\.columns).filter { seen.insert($0).inserted }
  }()

  /// The kinds of records whose figures are weighed for plausibility.
  static let weighedKinds = [RecordKind.intervals, .evaluations]

  /// The canonical names of those kinds, each once.
  static let weighedColumns = canonicalNames.filter { name in
    weighedKinds.contains { $0.hasColumn(name) }
  }

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
      formats[name] = StampFormat(node, column: name, &problems)
    }
    for (name, node) in named(members["values"], &problems) {
      var words: [String: String] = [:]
      var seen: Set<String> = []
      for (word, node) in node.dictionary(&problems)?.all ?? [] {
        if !seen.insert(WordMap.folded(word)).inserted {
          problems.note(node.path, .repeatedName(word))
        }
        words[word] = node.text(&problems, allowsEmpty: true)
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

  /// What the configuration says of the export's own columns, for the records.
  package var mapping: ColumnMapping {
    ColumnMapping(
      columns: columns, units: units, formats: formats,
      values: values.mapValues { WordMap($0) }, ignore: ignore, dateOrder: dateOrder)
  }
}

extension StampFormat {
  fileprivate init?(
    _ node: ConfigurationNode, column: String, _ problems: inout ConfigurationNode.Problems
  ) {
    let isMonth = RecordKind.monthColumns.contains(column)
    guard isMonth || RecordKind.stampColumns.contains(column) else {
      // A name that is unknown was noted already.
      if Configuration.isCanonical(column) { problems.note(node.path, .noFormat) }
      return nil
    }
    guard let text = node.text(&problems) else { return nil }
    do throws(StampFormatError) {
      let format = try StampFormat(text)
      guard isMonth || format.hasDay else { throw .missing("a day (dd or d)") }
      self = format
    } catch {
      if case .unknownField(let run) = error {
        problems.note(
          node.path,
          .unknownName(
            kind: "field", found: run, nearest: nil,
            known: StampFormat.Field.allCases.map(\.rawValue)))
      } else {
        problems.note(node.path, .timeFormat(error))
      }
      return nil
    }
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
      for (index, name) in names.enumerated() where names[..<index].contains(name) {
        problems.note(minus.path, .repeatedName(name))
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
