/// The JSON Schema of the JSON report.
///
/// The text is written down in parts, one for each part of the report, and
/// joined in a fixed order. Objects of the contract stay open: keys may be
/// added within a major version, so that a program has to expect them. A test
/// that knows this version takes every object with `properties` as closed.
public enum ReportSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    opening + "  \"$defs\": {\n" + definitions.joined(separator: ",\n") + "\n  }\n}\n"

  /// The definitions of what stands around the figures of every result.
  package static let frame = [SharedDefinitions.values, values, inputs, configuration]

  /// The definitions that parts of a report refer to, from the small to the large.
  static let definitions = [
    SharedDefinitions.values, values, SharedDefinitions.judgment, figures, month, detail, inputs,
    service, scores, costs, contacts, standard, evidence, rules, remarks, configuration,
  ]
}
