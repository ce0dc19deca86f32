/// The JSON Schema of what `slcheck inspect` tells in JSON.
///
/// It is written down like that of the report: objects stay open, and a test that
/// knows this version takes every object with `properties` as closed.
public enum InspectionSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.inspection/1",
      "description": "What files are, version 1. What is not known is null; keys may be added and \
    keep their meaning.",
      "type": "object", "required": ["schema", "files"],
      "properties": {
        "schema": { "const": "slcheck.inspection/1", "description": "Name and major version." },
        "files": {
          "type": "array", "items": { "$ref": "#/$defs/file" },
          "description": "The files, in the order in which they were named."
        }
      },
      "$defs": {
        "count": { "type": "integer", "minimum": 0, "description": "A number of things." },
        "texts": {
          "type": "array", "items": { "type": "string" }, "description": "A sentence each."
        },
        "file": {
          "type": "object",
          "required": ["path", "text", "header", "dates", "rows", "span", "grid", "suspectDays", \
    "implausible", "problems", "notes"],
          "description": "One file.",
          "properties": {
            "path": { "type": "string", "description": "As it was named; - for standard input." },
            "text": {
              "type": ["object", "null"],
              "required": ["bytes", "lines", "encoding", "delimiter", "lineEnding"],
              "description": "How the text is written.",
              "properties": {
                "bytes": { "$ref": "#/$defs/count", "description": "Bytes read." },
                "lines": { "$ref": "#/$defs/count", "description": "Physical lines." },
                "encoding": { "type": "string", "description": "The encoding." },
                "delimiter": { "type": "string", "description": "What stands between fields." },
                "lineEnding": { "enum": ["LF", "CR"], "description": "LF stands for CRLF too." }
              }
            },
            "header": {
              "type": ["object", "null"],
              "required": ["line", "preambleRows", "kind", "profile", "reason", "columns"],
              "description": "What the header says; null where no row is understood as one.",
              "properties": {
                "line": {
              "type": ["integer", "null"], "description": "Its physical line; null for event logs."
            },
                "preambleRows": { "$ref": "#/$defs/count", "description": "Rows above it." },
                "kind": { "type": "string", "description": "What a row stands for." },
                "profile": {
                  "type": ["string", "null"], "description": "The profile that maps the columns."
                },
                "reason": { "type": "string", "description": "Why kind and profile were taken." },
                "columns": {
                  "type": "array", "description": "The columns in their order.",
                  "items": {
                    "type": "object", "required": ["name", "canonical", "unit"],
                    "description": "A column and what is read from it.",
                    "properties": {
                      "name": { "type": "string", "description": "Its name in the header." },
                      "canonical": {
                        "type": "array", "items": { "type": "string" },
                        "description": "Canonical names read from it; empty where none is."
                      },
                      "unit": {
                        "enum": ["seconds", "milliseconds", "percent", "fraction", null],
                        "description": "Its unit, where the canonical name does not state it."
                      }
                    }
                  }
                }
              }
            },
            "dates": {
              "type": ["object", "null"], "required": ["order", "line", "text"],
              "description": "The order of the parts of dates; null where no date needs one.",
              "properties": {
                "order": { "enum": ["mdy", "dmy", "ymd"], "description": "The order." },
                "line": {
                  "type": ["integer", "null"],
                  "description": "The line of the date that decided it; null where it was stated."
                },
                "text": { "type": ["string", "null"], "description": "That date." }
              }
            },
            "rows": {
              "type": ["object", "null"],
              "required": ["read", "accepted", "rejected", "repeated", "ignored", "suspect", \
    "rejects"],
              "description": "read = accepted + rejected + repeated + ignored.",
              "properties": {
                "read": { "$ref": "#/$defs/count", "description": "All but the header." },
                "accepted": { "$ref": "#/$defs/count", "description": "Rows that count." },
                "rejected": { "$ref": "#/$defs/count", "description": "Rows that cannot be read." },
                "repeated": { "$ref": "#/$defs/count", "description": "Rows that equal another." },
                "ignored": { "$ref": "#/$defs/count", "description": "Lines that are left out." },
                "suspect": {
                  "$ref": "#/$defs/count",
                  "description": "Accepted rows whose counts contradict each other."
                },
                "rejects": {
                  "type": "array", "description": "Rows that cannot be read, by reason.",
                  "items": {
                    "type": "object", "required": ["reason", "count", "line", "column"],
                    "description": "One reason.",
                    "properties": {
                      "reason": { "type": "string", "description": "The reason." },
                      "count": { "$ref": "#/$defs/count", "description": "How many rows." },
                      "line": { "$ref": "#/$defs/count", "description": "Line of the first." },
                      "column": { "$ref": "#/$defs/count", "description": "Its column." }
                    }
                  }
                }
              }
            },
            "span": {
              "type": ["object", "null"], "required": ["first", "last"],
              "description": "The time covered; null without rows.",
              "properties": {
                "first": { "type": "string", "description": "Start of the earliest row." },
                "last": { "type": "string", "description": "Start of the latest row." }
              }
            },
            "grid": {
              "type": ["object", "null"],
              "required": ["intervalMinutes", "isStated", "habit", "keys", "expected", "missing", \
    "gaps", "gapCount", "overlaps"],
              "description": "How intervals lie on the day; null for other records.",
              "properties": {
                "intervalMinutes": {
                  "type": ["integer", "null"], "description": "The interval length."
                },
                "isStated": {
                  "type": "boolean", "description": "Whether a column or the configuration says it."
                },
                "habit": {
                  "enum": ["dense", "sparse", null],
                  "description": "Whether idle intervals have rows; null where queues differ."
                },
                "keys": {
                  "$ref": "#/$defs/count", "description": "Sites, queues and channels with rows."
                },
                "expected": {
                  "$ref": "#/$defs/count", "description": "Intervals of these that are expected."
                },
                "missing": { "$ref": "#/$defs/count", "description": "Those that are missing." },
                "gaps": {
                  "type": "array", "description": "The first stretches of missing intervals.",
                  "items": {
                    "type": "object", "required": ["from", "to", "missing"],
                    "description": "One stretch.",
                    "properties": {
                      "from": { "type": "string", "description": "The first missing interval." },
                      "to": { "type": "string", "description": "The last missing interval." },
                      "missing": {
                        "$ref": "#/$defs/count", "description": "Intervals of single queues."
                      }
                    }
                  }
                },
                "gapCount": { "$ref": "#/$defs/count", "description": "All stretches." },
                "overlaps": {
                  "$ref": "#/$defs/count",
                  "description": "Rows for an interval that another row gives otherwise."
                }
              }
            },
            "suspectDays": {
              "type": "array", "description": "Days whose counts contradict each other.",
              "items": {
                "type": "object", "required": ["day", "offered", "accountedFor"],
                "description": "One day.",
                "properties": {
                  "day": { "type": "string", "description": "The day, or a whole month." },
                  "offered": { "$ref": "#/$defs/count", "description": "Contacts offered." },
                  "accountedFor": {
                    "$ref": "#/$defs/count", "description": "Answered, abandoned or flown out."
                  }
                }
              }
            },
            "implausible": {
              "$ref": "#/$defs/texts", "description": "Columns with figures that no center has."
            },
            "problems": {
              "$ref": "#/$defs/texts", "description": "What a report over the file would end with."
            },
            "notes": { "$ref": "#/$defs/texts", "description": "What to know besides." }
          }
        }
      }
    }

    """
}
