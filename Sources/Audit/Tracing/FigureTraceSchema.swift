import Reports

/// The JSON Schema of what `slcheck explain` tells of a figure in JSON.
public enum FigureTraceSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    opening + "  \"$defs\": {\n" + (ReportSchema.frame + [row]).joined(separator: ",\n")
    + "\n  }\n}\n"

  private static let opening = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.figure/1",
      "description": "A figure of a report and the rows behind it, version 1. Keys may be added and \
    keep their meaning.",
      "type": "object",
      "required": ["schema", "version", "asOf", "timeZone", "configuration", "inputs", "address", \
    "value", "meaning", "numerator", "denominator", "sum", "rows", "parts", "opportunities", \
    "remarks"],
      "properties": {
        "schema": { "const": "slcheck.figure/1", "description": "Name and major version." },
    \(ReportSchema.frameProperties),
        "address": {
          "type": "string",
          "description": "Where the figure stands in the report, entries of lists by number."
        },
        "value": { "type": "string", "description": "What the report says there, in words." },
        "meaning": { "type": "string", "description": "What the rows add up, in words." },
        "numerator": {
          "type": "string", "description": "What is counted; empty where other figures are named."
        },
        "denominator": {
          "type": ["string", "null"],
          "description": "What it is counted out of; null for a sum."
        },
        "sum": {
          "description": "What all rows add up to; null where the figure is not known, or made of \
    them in another way.",
          "oneOf": [
            { "type": "null" },
            {
              "type": "object", "required": ["numerator", "denominator"],
              "properties": {
                "numerator": { "$ref": "#/$defs/number", "description": "What is counted." },
                "denominator": {
                  "anyOf": [{ "$ref": "#/$defs/number" }, { "type": "null" }],
                  "description": "What it is counted out of; null for a sum."
                }
              }
            }
          ]
        },
        "rows": {
          "type": "array", "items": { "$ref": "#/$defs/row" },
          "description": "The rows behind the figure, in the order of inputs and lines."
        },
        "parts": {
          "type": "array",
          "items": {
            "type": "object", "required": ["address", "value"],
            "properties": {
              "address": { "type": "string", "description": "Where it stands in the report." },
              "value": { "type": "string", "description": "What the report says there." }
            }
          },
          "description": "The figures that it is made of, where it is made of figures."
        },
        "opportunities": {
          "type": "array",
          "items": {
            "type": "object", "required": ["label", "state", "numerator", "denominator"],
            "properties": {
              "label": { "type": "string", "description": "The interval or the day." },
              "state": { "type": "string", "description": "How it ended." },
              "numerator": {
                "type": ["integer", "null"],
                "description": "Contacts in time; null where that is not known."
              },
              "denominator": {
                "type": ["integer", "null"], "description": "Contacts counted; likewise."
              }
            }
          },
          "description": "The intervals or days that are counted, where the figure counts some."
        },
        "remarks": {
          "type": "array", "items": { "type": "string" },
          "description": "What the reader has to know besides, in words."
        }
      },

    """

  private static let row = """
        "number": {
          "type": "string", "pattern": "^-?[0-9]+([.][0-9]{4})?$",
          "description": "A number; amounts have four decimals."
        },
        "row": {
          "type": "object", "required": ["positions", "start", "secondPass", "of", "numerator", "denominator"],
          "description": "A row behind a figure.",
          "properties": {
            "positions": {
              "type": "array",
              "items": {
                "type": "object", "required": ["path", "line"],
                "properties": {
                  "path": { "type": "string", "description": "The input." },
                  "line": {
                    "type": "integer", "minimum": 1, "description": "The physical line."
                  }
                }
              },
              "description": "Where it stands; several where rows in conflict were added up."
            },
            "start": {
              "type": "string", "description": "When it starts, or the period that it is about."
            },
            "secondPass": {
              "type": "boolean",
              "description": "Whether it starts in the second pass of a repeated hour."
            },
            "of": {
              "type": "array", "items": { "type": "string" },
              "description": "Its site, queue and channel, or its site and category."
            },
            "numerator": {
              "anyOf": [{ "$ref": "#/$defs/number" }, { "type": "null" }],
              "description": "What it adds to what is counted; null where the row does not tell."
            },
            "denominator": {
              "anyOf": [{ "$ref": "#/$defs/number" }, { "type": "null" }],
              "description": "What it adds to what is counted out of; null for a sum."
            }
          }
        }
    """
}
