/// The JSON Schema of what `slcheck diff` tells in JSON.
///
/// It is written down like that of the report: objects stay open, and a test that knows this
/// version takes every object with `properties` as closed.
package enum DifferenceSchema: Sendable {
  /// Name and major version of the document.
  static let name = "slcheck.diff/1"

  /// The schema as JSON text, with a line break at its end.
  package static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.diff/1",
      "description": "What was restated between two reports or two exports, version 1. Keys may be \
    added and keep their meaning.",
      "type": "object",
      "required": ["schema", "same", "differences", "notCompared", "months", "breakdowns", \
    "intervals", "levels", "configuration"],
      "properties": {
        "schema": { "const": "slcheck.diff/1", "description": "Name and major version." },
        "same": {
          "type": "boolean",
          "description": "Whether nothing differs but the version, the configuration and the inputs."
        },
        "differences": {
          "$ref": "#/$defs/count",
          "description": "Values of the reports that differ, these three aside."
        },
        "notCompared": {
          "type": "array", "items": { "enum": ["days", "intervals", "breakdowns"] },
          "description": "Parts that are not compared: lists that only one of the reports has, and \
    breakdowns by other dimensions."
        },
        "months": {
          "$ref": "#/$defs/section",
          "description": "The months of services: service, site, month."
        },
        "breakdowns": {
          "$ref": "#/$defs/section",
          "description": "The months and totals of parts: service, site, part, month or total."
        },
        "intervals": {
          "anyOf": [{ "$ref": "#/$defs/section" }, { "type": "null" }],
          "description": "The intervals of services where both reports list them, those of exports \
    by site, queue, channel and start; the first ten by name. Null where nothing lists them."
        },
        "levels": {
          "type": "array", "items": { "$ref": "#/$defs/level" },
          "description": "The levels that are others, overall and by scope."
        },
        "configuration": {
          "type": "array", "items": { "$ref": "#/$defs/value" },
          "description": "The first value in which the configurations differ; empty without any."
        }
      },
      "$defs": {
        "count": { "type": "integer", "minimum": 0, "description": "A number of things." },
        "change": {
          "enum": ["changed", "added", "gone"], "description": "What became of it."
        },
        "section": {
          "type": "object", "required": ["before", "same", "changed", "added", "gone", "entries"],
          "description": "What became of the entries of a list.",
          "properties": {
            "before": { "$ref": "#/$defs/count", "description": "How many there were." },
            "same": { "$ref": "#/$defs/count", "description": "How many are the same." },
            "changed": { "$ref": "#/$defs/count", "description": "How many have other values." },
            "added": { "$ref": "#/$defs/count", "description": "How many are new." },
            "gone": { "$ref": "#/$defs/count", "description": "How many are there no more." },
            "entries": {
              "type": "array", "items": { "$ref": "#/$defs/entry" },
              "description": "Those that are not the same."
            }
          }
        },
        "entry": {
          "type": "object",
          "required": ["names", "change", "stateBefore", "stateNow", "differences", "values"],
          "description": "A month, a part or an interval that is not the same.",
          "properties": {
            "names": {
              "type": "array", "items": { "type": "string" },
              "description": "What it is called, from the large to the small."
            },
            "change": { "$ref": "#/$defs/change" },
            "stateBefore": {
              "type": ["string", "null"], "description": "Its state before; null without one."
            },
            "stateNow": {
              "type": ["string", "null"], "description": "Its state now; null without one."
            },
            "differences": {
              "$ref": "#/$defs/count",
              "description": "How many of its values differ; 0 where it is added or gone."
            },
            "values": {
              "type": "array", "items": { "$ref": "#/$defs/value" },
              "description": "The first forty of them."
            }
          }
        },
        "value": {
          "type": "object", "required": ["path", "was", "now"],
          "description": "A value that differs.",
          "properties": {
            "path": { "type": "string", "description": "What leads to it within its entry." },
            "was": {
              "type": ["string", "null"], "description": "Before; null where it was not there."
            },
            "now": {
              "type": ["string", "null"], "description": "Now; null where it is there no more."
            }
          }
        },
        "level": {
          "type": "object", "required": ["standard", "scope", "change", "was", "now"],
          "description": "A level that is another one.",
          "properties": {
            "standard": { "type": "string", "description": "The standard." },
            "scope": {
              "type": "array", "items": { "type": "string" },
              "description": "The scope and its site; empty for the standard's own level."
            },
            "change": { "$ref": "#/$defs/change" },
            "was": { "type": ["integer", "null"], "description": "Before; null without one." },
            "now": { "type": ["integer", "null"], "description": "Now; null without one." }
          }
        }
      }
    }

    """
}
