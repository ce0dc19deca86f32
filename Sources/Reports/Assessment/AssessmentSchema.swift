import MaturityRules

/// The JSON Schema of what the self-assessments come to in JSON.
public enum AssessmentSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    // The definitions stand before the last brace.
    String(document.text().dropLast(2)) + ",\n  \"$defs\": {\n"
    + (definitions.map { "    \"\($0.key)\": " + $0.value.text(indent: 4) } + [ReportSchema.input])
    .joined(separator: ",\n") + "\n  }\n}\n"

  private static let document = SchemaNode.of([
    "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
    "title": .string(EncodedAssessments.schemaName),
    "description": .string(
      "What self-assessments come to beside what data say, version 1. Counts are integers; what "
        + "is not rated or not known is null and never 0; keys may be added and keep their meaning."
    ),
  ]).followed(
    by: object([
      "schema": SchemaNode.of(["const": .string(EncodedAssessments.schemaName)])
        .described("Name and major version."),
      "asOf": SchemaNode.reference("date").orNull
        .described("The last day that data are judged on; null without any."),
      "inputs": array(.reference("input"))
        .described("The files of ratings, then those of records, in the order of their names."),
      "assessments": array(.reference("assessment"))
        .described("What the ratings come to, in the order of the instruments."),
      "earlier": array(earlier)
        .described("What ratings of earlier days came to, the oldest first."),
      "requirements": array(requirement)
        .described("The levels that were required; empty where none was."),
    ]))

  private static let earlier = object([
    "date": SchemaNode.reference("date").described("The day that the ratings are of."),
    "assessments": array(.reference("assessment"))
      .described("What they came to, without data, which are of today."),
  ])

  private static let requirement = object([
    "standard": string.described("The number of the standard."),
    "level": whole(1...4).described("The level that it has to have at least."),
    "status": words(["holds", "fails", "indeterminate"])
      .described("Whether it has it; indeterminate where what is undecided could give it."),
  ])

  private static let definitions: [SchemaNode.Member] = [
    .init("count", whole(0...).described("A number of things.")),
    .init("level", whole(0...4).described("A level of a standard.")),
    .init(
      "date",
      matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
        .described("A day as year, month and day: 2026-10-31.")),
    .init(
      "points",
      matching("^[0-9]+[.][0-9]{2}$").described("Percentage points with two decimals.")),
    .init("mean", mean), .init("median", median),
    .init(
      "assessment",
      SchemaNode.of(["oneOf": .list(Instrument.all.map { .reference($0.id) })])
        .described("What the ratings by one instrument come to; its name tells which.")),
    .init("gap", gap), .init("material", material),
    .init(CMOStandards.instrument.id, cmo), .init("standard", standard), .init("check", check),
    .init("attestation", attestation), .init(CXMaturity.instrument.id, maturity),
    .init(ContactScope.instrument.id, questionnaire),
    .init(SQMPractice.instrument.id, practice), .init("area", area),
    .init(ICMIConcepts.instrument.id, expectations),
  ]
}

// MARK: - Nodes

extension SchemaNode {
  /// An object of keywords with those of another one behind them.
  fileprivate func followed(by other: SchemaNode) -> SchemaNode {
    guard case .object(let mine) = self, case .object(let theirs) = other else { return self }
    return .object(mine + theirs)
  }
}

extension AssessmentSchema {
  /// Any text.
  static var string: SchemaNode { .of(["type": .string("string")]) }
  /// Yes or no.
  static var truth: SchemaNode { .of(["type": .string("boolean")]) }
  /// A number of things.
  static var count: SchemaNode { .reference("count") }

  /// A text of a form.
  static func matching(_ pattern: String) -> SchemaNode {
    .of(["type": .string("string"), "pattern": .string(pattern)])
  }

  /// A whole number of a range.
  static func whole(_ range: ClosedRange<Int>) -> SchemaNode {
    .of([
      "type": .string("integer"), "minimum": .number(range.lowerBound),
      "maximum": .number(range.upperBound),
    ])
  }

  /// A whole number of at least something.
  static func whole(_ range: PartialRangeFrom<Int>) -> SchemaNode {
    .of(["type": .string("integer"), "minimum": .number(range.lowerBound)])
  }

  /// One of some words.
  static func words(_ words: [String]) -> SchemaNode { .of(["enum": .list(words)]) }

  /// A list of things of a kind.
  static func array(_ items: SchemaNode) -> SchemaNode {
    .of(["type": .string("array"), "items": items])
  }

  /// An object that has all of some keys.
  static func object(_ properties: KeyValuePairs<String, SchemaNode>) -> SchemaNode {
    .of([
      "type": .string("object"), "required": .list(properties.map(\.key)),
      "properties": .of(properties),
    ])
  }
}
