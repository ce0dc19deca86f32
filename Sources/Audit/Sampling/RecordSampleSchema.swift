import Reports

/// The JSON Schema of what `slcheck sample` tells in JSON.
public enum RecordSampleSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    opening + "  \"$defs\": {\n" + (ReportSchema.frame + [record, bounds]).joined(separator: ",\n")
    + "\n  }\n}\n"

  private static let opening = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.sample/1",
      "description": "Records drawn at random to be traced to their source, version 1. Keys may be \
    added and keep their meaning.",
      "type": "object",
      "required": ["schema", "version", "asOf", "timeZone", "configuration", "inputs", "seed", \
    "asked", "population", "records", "bounds", "remarks"],
      "properties": {
        "schema": { "const": "slcheck.sample/1", "description": "Name and major version." },
    \(ReportSchema.frameProperties),
        "seed": { "type": "string", "description": "The text that decided the draw." },
        "asked": { "$ref": "#/$defs/count", "description": "How many records were asked for." },
        "population": {
          "type": "object", "required": ["intervals", "contacts"],
          "description": "The records that could have been drawn.",
          "properties": {
            "intervals": { "$ref": "#/$defs/count", "description": "Interval records." },
            "contacts": { "$ref": "#/$defs/count", "description": "Contacts, each leg once." }
          }
        },
        "records": {
          "type": "array", "items": { "$ref": "#/$defs/drawn" },
          "description": "The records that were drawn, in the order of inputs and lines."
        },
        "bounds": {
          "type": "array", "items": { "$ref": "#/$defs/bounds" },
          "description": "What none, one and a few faulty records in the sample say of all, as \
    exact binomial bounds with 95 % confidence; empty where every record is drawn."
        },
        "remarks": {
          "type": "array", "items": { "type": "string" },
          "description": "What the reader has to know besides, in words."
        }
      },

    """

  private static let record = """
        "drawn": {
          "type": "object",
          "required": ["draw", "kind", "rows", "site", "queue", "channel", "start", "secondPass", \
    "counts", "contact"],
          "description": "A drawn record.",
          "properties": {
            "draw": {
              "type": "integer", "minimum": 1,
              "description": "Its number in the draw: those up to m are a sample of m themselves."
            },
            "kind": {
              "enum": ["interval", "day", "month", "contact"], "description": "What it is about."
            },
            "rows": {
              "type": "array",
              "items": {
                "type": "object", "required": ["path", "line"],
                "properties": {
                  "path": { "type": "string", "description": "The input; - for standard input." },
                  "line": {
                    "type": "integer", "minimum": 1, "description": "The physical line."
                  }
                }
              },
              "description": "Where it stands; several rows where those in conflict were added up."
            },
            "site": { "type": "string", "description": "Its site; empty without one." },
            "queue": { "type": "string", "description": "Its queue; empty without one." },
            "channel": { "type": "string", "description": "Its channel; empty without one." },
            "start": {
              "type": "string",
              "description": "When it starts, on the wall clock; only the day or the month of \
    records that are about one."
            },
            "secondPass": {
              "type": "boolean",
              "description": "Whether it starts in the second pass of a repeated hour."
            },
            "counts": {
              "description": "What an interval record counts; null for contacts.",
              "oneOf": [
                { "type": "null" },
                {
                  "type": "object",
                  "required": ["offered", "answered", "abandoned", "answeredWithin"],
                  "properties": {
                    "offered": { "$ref": "#/$defs/count", "description": "Contacts offered." },
                    "answered": { "$ref": "#/$defs/count", "description": "Contacts answered." },
                    "abandoned": { "$ref": "#/$defs/count", "description": "Contacts abandoned." },
                    "answeredWithin": {
                      "type": ["integer", "null"], "minimum": 0,
                      "description": "Contacts answered in time; null where the record does not \
    give their number."
                    }
                  }
                }
              ]
            },
            "contact": {
              "description": "What became of a contact; null for interval records.",
              "oneOf": [
                { "type": "null" },
                {
                  "type": "object", "required": ["outcome", "waitSeconds", "handleSeconds"],
                  "properties": {
                    "outcome": {
                      "enum": ["answered", "abandoned", "flowed out", "open"],
                      "description": "How it ended."
                    },
                    "waitSeconds": {
                      "type": ["string", "null"], "description": "How long it waited."
                    },
                    "handleSeconds": {
                      "type": ["string", "null"], "description": "How long it was handled."
                    }
                  }
                }
              ]
            }
          }
        }
    """

  private static let bounds = """
        "bounds": {
          "type": "object", "required": ["faulty", "atMost", "low", "high"],
          "description": "The share of faulty records in percent that so many in the sample allow.",
          "properties": {
            "faulty": { "$ref": "#/$defs/count", "description": "Faulty records in the sample." },
            "atMost": {
              "type": "string", "pattern": "^[0-9]+[.][0-9]{2}$", "description": "One-sided."
            },
            "low": {
              "type": "string", "pattern": "^[0-9]+[.][0-9]{2}$", "description": "Two-sided."
            },
            "high": {
              "type": "string", "pattern": "^[0-9]+[.][0-9]{2}$", "description": "Two-sided."
            }
          }
        }
    """
}
