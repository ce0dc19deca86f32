import ContactRecords

/// The JSON Schema of the records that are read: one definition for a row of each kind.
///
/// CSV is text; the types say what a value is once it is read, and a cell without one is
/// null. What is required is a column of the header, and mostly a value in each row too.
public enum RecordsSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text = schema.text() + "\n"

  private static let schema = SchemaNode.of([
    "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
    "title": .string("slcheck.records/1"),
    "description": .string(
      "The records that are read, version 1: a row of each kind as an object, with the canonical "
        + "columns, what they hold and in which unit; a cell without a value is null. Columns come in any order; others are ignored."
    ),
    "anyOf": .list(RecordKind.allCases.map { .reference($0.rawValue) }),
    "$defs": .object(RecordKind.allCases.map { .init($0.rawValue, row($0)) }),
  ])

  private static func row(_ kind: RecordKind) -> SchemaNode {
    let groups = kind.required
    let single = groups.filter { $0.count == 1 }.flatMap(\.self)
    var choices = groups.filter { $0.count > 1 }.map { names in oneOf(names.map { [$0] }) }
    if kind == .intervals {
      // The third follows from any two.
      choices.append(
        oneOf([["offered", "answered"], ["offered", "abandoned"], ["answered", "abandoned"]]))
    }
    var node = SchemaNode.of(["type": .string("object"), "description": .string(kind.row)])
    if !single.isEmpty { node = node.with("required", .list(single)) }
    if !choices.isEmpty { node = node.with("allOf", .list(choices)) }
    node = node.with(
      "properties",
      .object(kind.describedColumns.map { .init($0.name, value($0, of: kind)) }))
    guard kind == .intervals else { return node }
    return node.with(
      "patternProperties",
      .object(
        ["answered", "abandoned"].map { stem in
          .init(
            "^\(stem)_within_[0-9]{1,7}$",
            SchemaNode.of(["type": .string("integer"), "minimum": .number(0)])
              .described("Contacts \(stem) within so many seconds.").with("unit", .string("count")))
        }))
  }

  /// Any of these groups of columns.
  private static func oneOf(_ groups: [[String]]) -> SchemaNode {
    .of(["anyOf": .list(groups.map { .of(["required": .list($0)]) })])
  }

  private static func value(_ column: CanonicalColumn, of kind: RecordKind) -> SchemaNode {
    // Who was asked and did not answer has no score.
    let isNeeded =
      kind.required.contains([column.name]) && !(kind == .surveys && column.name == "score")
    let type: SchemaNode =
      switch column.content {
      case .text: .of(["type": .string("string")])
      case .words(let words): .of(["enum": .list(words)])
      case .time: text(matching: "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}")
      case .day: text(matching: "^[0-9]{4}-[0-9]{2}-[0-9]{2}")
      case .month: text(matching: "^[0-9]{4}-[0-9]{2}$")
      case .quarter: text(matching: "^[0-9]{4}-Q[1-4]$")
      case .count: .of(["type": .string("integer"), "minimum": .number(0)])
      case .whole(let range):
        .of([
          "type": .string("integer"), "minimum": .number(range.lowerBound),
          "maximum": .number(range.upperBound),
        ])
      case .number, .amount: .of(["type": .string("number")])
      case .duration: .of(["type": .string("number"), "minimum": .number(0)])
      case .percent:
        .of(["type": .string("number"), "minimum": .number(0), "maximum": .number(100)])
      case .truth: .of(["type": .string("boolean")])
      }
    let described = (isNeeded ? type : type.orNull).described(column.summary)
    return column.unit.map { described.with("unit", .string($0)) } ?? described
  }

  private static func text(matching pattern: String) -> SchemaNode {
    .of(["type": .string("string"), "pattern": .string(pattern)])
  }
}
