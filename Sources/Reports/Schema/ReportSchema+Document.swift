extension ReportSchema {
  /// What stands around the figures of every result: the keys of `ReportFrame`.
  package static let frameProperties = """
        "version": {
          "type": "string", "pattern": "^[0-9]+[.][0-9]+[.][0-9]+",
          "description": "The version of the program that wrote the report."
        },
        "asOf": {
          "$ref": "#/$defs/date",
          "description": "The last day that anything is judged on; every window ends with it."
        },
        "timeZone": {
          "type": ["string", "null"],
          "description": "The IANA time zone of the stamps; null where they are wall time."
        },
        "configuration": { "$ref": "#/$defs/configuration" },
        "inputs": {
          "type": "array", "items": { "$ref": "#/$defs/input" },
          "description": "What was read, in the order in which it was named; with a ledger its \
    files."
        },
        "ledger": { "$ref": "#/$defs/ledger" }
    """

  /// The document itself: its name and the keys at the top, without its last brace.
  static let opening = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.report/1",
      "description": "The report of slcheck, version 1. Counts are integers; a figure that the \
    input cannot give is null and never 0; keys may be added and keep their meaning.",
      "type": "object",
      "required": ["schema", "version", "asOf", "timeZone", "configuration", "inputs", "records", \
    "unmatched", "afterAsOf", "endedEarly", "services", "breakdowns", "quality", "satisfaction", "costPerContact", \
    "firstContactResolution", "costOfQuality", "transactionValue", "associations", "standards", \
    "evidence", "rules", "exclusions", "suspectDays", "setAside", "reconciliations", \
    "implausible", "requirements"],
      "properties": {
        "schema": { "const": "slcheck.report/1", "description": "Name and major version." },
    \(frameProperties),
        "records": {
          "type": "array",
          "items": {
            "type": "object", "required": ["kind", "rows"],
            "properties": {
              "kind": { "type": "string", "description": "The kind of record." },
              "rows": { "$ref": "#/$defs/rows" }
            }
          },
          "description": "What became of all rows, kind by kind; of rows that a roll-up summed, \
    as it carried it along."
        },
        "unmatched": {
          "$ref": "#/$defs/count", "description": "Accepted rows that no service takes."
        },
        "afterAsOf": {
          "$ref": "#/$defs/count",
          "description": "Accepted rows after as-of, otherwise taken as if not given."
        },
        "endedEarly": {
          "type": "array",
          "items": {
            "type": "object", "required": ["kind", "last"],
            "properties": {
              "kind": { "type": "string", "description": "The kind of record." },
              "last": { "$ref": "#/$defs/date", "description": "The last day of its records." }
            }
          },
          "description": "Kinds of records that end a month or more before as-of."
        },
        "services": {
          "type": "array", "items": { "$ref": "#/$defs/service" },
          "description": "Each service on each site that it has records on, with its figures."
        },
        "breakdowns": {
          "type": "array", "items": { "$ref": "#/$defs/breakdown" },
          "description": "Figures of the parts of each service by site, queue or channel, month \
    by month and in total; empty unless asked for."
        },
        "quality": {
          "type": "array", "items": { "$ref": "#/$defs/quality" },
          "description": "Quality scores by scope and month."
        },
        "satisfaction": {
          "type": "array", "items": { "$ref": "#/$defs/satisfaction" },
          "description": "Customer satisfaction by scope and month."
        },
        "costPerContact": {
          "type": "array", "items": { "$ref": "#/$defs/cost" },
          "description": "Cost per contact by scope and month; empty without costs."
        },
        "firstContactResolution": {
          "type": "array", "items": { "$ref": "#/$defs/resolution" },
          "description": "First contact resolution by month: what is judged first, what stands \
    beside it after it; empty without data."
        },
        "costOfQuality": {
          "anyOf": [{ "$ref": "#/$defs/costOfQuality" }, { "type": "null" }],
          "description": "Costs of quality by month or quarter; null without any."
        },
        "transactionValue": {
          "anyOf": [{ "$ref": "#/$defs/transactionValue" }, { "type": "null" }],
          "description": "The value of transactions by type; null where nothing names a type or \
    a metric."
        },
        "associations": {
          "type": "array", "items": { "$ref": "#/$defs/association" },
          "description": "Rank correlations of the monthly satisfaction of the organization with \
    other monthly figures: material for an attestation, never in its place."
        },
        "standards": {
          "type": "array", "items": { "$ref": "#/$defs/standard" },
          "description": "How each standard of section 8 stands, in the order of the source."
        },
        "evidence": {
          "type": "array", "items": { "$ref": "#/$defs/evidence" },
          "description": "The attestations that were given, and what each of them does."
        },
        "rules": {
          "type": "array", "items": { "$ref": "#/$defs/rule" },
          "description": "The rules of the self-assessment toolkit, which have no levels."
        },
        "exclusions": {
          "type": "array", "items": { "$ref": "#/$defs/exclusion" },
          "description": "Stretches of time to leave out, by their start. Figures, states and \
    levels are without them applied unless their key says so."
        },
        "suspectDays": {
          "type": "array", "items": { "$ref": "#/$defs/suspectDay" },
          "description": "Days whose contacts do not add up within the allowance."
        },
        "setAside": {
          "type": "array", "items": { "$ref": "#/$defs/setAside" },
          "description": "Rows of whole days or months that gave way to shorter ones of their key."
        },
        "reconciliations": {
          "type": "array", "items": { "$ref": "#/$defs/reconciliation" },
          "description": "Where interval records and contacts cover the same queues and days: \
    the interval records count."
        },
        "implausible": {
          "type": "array", "items": { "$ref": "#/$defs/implausibility" },
          "description": "Columns with figures that no center has, accepted on request."
        },
        "requirements": {
          "type": "array", "items": { "$ref": "#/$defs/requirement" },
          "description": "The levels that were required, by standard; empty where none was."
        }
      },

    """
}
