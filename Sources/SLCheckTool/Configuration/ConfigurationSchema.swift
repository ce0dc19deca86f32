internal import ContactRecords
internal import DelimitedText
internal import PerformanceMetrics
internal import Reports

/// The JSON Schema of a configuration, in JSON as programs and editors write it.
///
/// Words are those of the guide and choices those of the types that are decoded. Every
/// key that may be left out may be null as well. What no schema can say, such as two
/// stretches of hours that overlap, is said by the decoder alone.
enum ConfigurationSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  static let text = schema.text() + "\n"

  private static let schema = SchemaNode.of([
    "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
    "title": .string("slcheck.configuration/1"),
    "description": .string(
      "The configuration of slcheck, version 1. Every key may be left out; comments are allowed."),
    "type": .string("object"),
    "additionalProperties": .bool(false),
    "properties": .object(
      ConfigurationGuide.sections.map { section in
        .init(section.key, values[section.key]!.orNull.described(section.words))
      }),
    "$defs": .object(definitions),
  ])

  /// The values of the keys at the top; a test goes through all keys.
  private static let values = ofRun.merging(ofTargets) { $1 }.merging(ofColumns) { $1 }

  private static let ofRun: [String: SchemaNode] = [
    "services": list(of: .reference("service"), atLeast: 1),
    "require": object(
      Configuration.standards.map { Key($0, whole(1...4), "The level of \($0).") }),
    "timeZone": nonempty,
    "asOf": .reference("date"),
    "by": list(of: choice(KeyDimension.self)).with("uniqueItems", .bool(true)),
    "intervalMinutes": .of(["enum": .list(Configuration.intervalLengths.map { .number($0) })]),
    "shortAbandonSeconds": whole(Objective.range),
    "comparison": choice(ThresholdComparison.self),
    "absentIntervals": choice(Configuration.AbsentIntervals.self),
    "identityAllowance": number(from: 0, to: 1),
    "dateOrder": choice(DateOrder.self),
    "onConflict": choice(ConflictPolicy.self),
    "maxRejects": .of([
      "anyOf": .list([
        whole(0...),
        .of(["type": .string("string"), "pattern": .string("^[0-9]*[.]?[0-9]+%$")]),
      ])
    ]),
    "strictCounts": flag,
    "ledger": nonempty,
  ]

  private static let ofTargets: [String: SchemaNode] = [
    "quality": targets("score", number(from: 0, to: 100), [sample]),
    "satisfaction": targets(
      "target", number(),
      [
        sample,
        Key("measure", choice(SatisfactionTargets.Measure.self), "How answers become a score."),
        Key("direction", choice(SatisfactionTargets.Direction.self), "Which way is better."),
      ]),
    "costPerContact": targets(
      "amount", number(from: 0),
      [
        Key("basis", choice(CostTargets.Basis.self), "The contacts that share the cost."),
        Key("allocation", choice(CostTargets.Allocation.self), "How channels share a cost."),
      ]),
    "firstContactResolution": object([
      Key("method", choice(ResolutionTargets.Method.self), "Where resolution is told."),
      Key("match", choice(ResolutionTargets.Match.self), "Which further contacts count."),
      Key("windowDays", whole(0...3660), "The days in which a customer may come back."),
      Key("maximumContacts", whole(1...), "The contacts from which a customer is no person."),
      dated("percent", number(from: 0, to: 100)),
    ]),
    "contactVolume": object([
      Key("objectives", list(of: .reference("bound")), "The bounds, each from its day on.")
    ]),
    "handleTime": object([dated("atMostSeconds", number(from: 0))]),
    "transactionValue": object([
      Key("metric", nonempty, "What the value is."),
      Key("baseline", .reference("months"), "The months that it is held against."),
      Key("types", list(of: .reference("transactionType")), "The types of transactions."),
    ]),
  ]

  private static let ofColumns: [String: SchemaNode] = {
    let durations = Configuration.canonicalNames.filter { $0.hasSuffix("_seconds") }
    let times = Configuration.canonicalNames.filter {
      RecordKind.stampColumns.contains($0) || RecordKind.monthColumns.contains($0)
    }
    func units(_ units: [MeasureUnit]) -> SchemaNode { .of(["enum": .list(units.map(\.rawValue))]) }
    return [
      "columns": byColumn(.reference("columnSource")),
      "units": object(
        durations.map { Key($0, units([.seconds, .milliseconds]), "The unit of \($0).") }
          + [Key("service_level", units([.percent, .fraction]), "The unit of service_level.")]),
      "formats": object(times.map { Key($0, nonempty, "How \($0) is written.") }),
      "values": byColumn(
        .of([
          "type": .string("object"), "additionalProperties": .of(["type": .string("string")]),
        ])),
      "ignore": list(of: .reference("ignoreRule")),
    ]
  }()
}

// MARK: - Parts

extension ConfigurationSchema {
  /// A key of an object with its value and words.
  struct Key: Sendable {
    let name: String
    let value: SchemaNode
    let words: String

    init(_ name: String, _ value: SchemaNode, _ words: String) {
      (self.name, self.value, self.words) = (name, value, words)
    }
  }

  static let nonempty = SchemaNode.of(["type": .string("string"), "minLength": .number(1)])
  static let flag = SchemaNode.of(["type": .string("boolean")])
  private static let sample = Key(
    "minimumSample", whole(0...), "The records that a month needs to be judged.")

  static func whole(_ range: ClosedRange<Int>) -> SchemaNode {
    number(from: range.lowerBound, to: range.upperBound, type: "integer")
  }

  static func whole(_ range: PartialRangeFrom<Int>) -> SchemaNode {
    number(from: range.lowerBound, type: "integer")
  }

  static func number(from low: Int? = nil, to high: Int? = nil, type: String = "number")
    -> SchemaNode
  {
    var node = SchemaNode.of(["type": .string(type)])
    if let low { node = node.with("minimum", .number(low)) }
    if let high { node = node.with("maximum", .number(high)) }
    return node
  }

  static func choice<T: RawRepresentable<String> & CaseIterable>(_ type: T.Type) -> SchemaNode {
    .of(["enum": .list(T.allCases.map(\.rawValue))])
  }

  static func list(of items: SchemaNode, atLeast count: Int = 0) -> SchemaNode {
    let list = SchemaNode.of(["type": .string("array"), "items": items])
    return count > 0 ? list.with("minItems", .number(count)) : list
  }

  /// An object with these keys and no others; those that must be there cannot be null.
  static func object(_ keys: [Key], required: [String] = []) -> SchemaNode {
    var node = SchemaNode.of(["type": .string("object"), "additionalProperties": .bool(false)])
    if !required.isEmpty { node = node.with("required", .list(required)) }
    return node.with(
      "properties",
      .object(
        keys.map { key in
          let value = required.contains(key.name) ? key.value : key.value.orNull
          return .init(key.name, value.described(key.words))
        }))
  }

  /// An object whose keys are canonical columns.
  private static func byColumn(_ value: SchemaNode) -> SchemaNode {
    .of([
      "type": .string("object"), "propertyNames": .reference("canonicalName"),
      "additionalProperties": .of(["anyOf": .list([value, .of(["type": .string("null")])])]),
    ])
  }

  /// What is aimed at, site by site.
  private static func targets(_ key: String, _ value: SchemaNode, _ keys: [Key]) -> SchemaNode {
    let objective = object(
      [
        Key("site", .reference("names"), "The sites, where * stands for any text."),
        Key("from", .reference("date"), "The first day on which it holds."),
        Key(key, value, "What has to be reached."),
      ], required: [key])
    return object(
      keys + [Key("objectives", list(of: objective), "The objectives, each from its day on.")])
  }

  /// What is aimed at, from a day on.
  private static func dated(_ key: String, _ value: SchemaNode) -> Key {
    let objective = object(
      [
        Key("from", .reference("date"), "The first day on which it holds."),
        Key(key, value, "What has to be reached."),
      ], required: [key])
    return Key("objectives", list(of: objective), "The objectives, each from its day on.")
  }
}
