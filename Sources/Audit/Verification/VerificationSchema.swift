/// The JSON Schema of what `slcheck verify` tells in JSON.
///
/// It is written down like that of the report: objects stay open, and a test that knows this
/// version takes every object with `properties` as closed.
package enum VerificationSchema: Sendable {
  /// Name and major version of the document.
  static let name = "slcheck.verify/1"

  /// The schema as JSON text, with a line break at its end.
  package static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.verify/1",
      "description": "What came of running a report again, version 1. Keys may be added and keep \
    their meaning.",
      "type": "object",
      "required": ["schema", "verified", "version", "inputs", "figures", "differences", \
    "difference", "additions", "problems"],
      "properties": {
        "schema": { "const": "slcheck.verify/1", "description": "Name and major version." },
        "verified": {
          "type": "boolean", "description": "Whether the same files give the same report."
        },
        "version": {
          "type": "object", "required": ["report", "tool"],
          "description": "The versions of the program; another one is no difference by itself.",
          "properties": {
            "report": { "type": "string", "description": "The one that wrote the report." },
            "tool": { "type": "string", "description": "The one that made it again." }
          }
        },
        "inputs": {
          "type": "array", "items": { "$ref": "#/$defs/input" },
          "description": "What was read when the report was made, in its order."
        },
        "figures": {
          "$ref": "#/$defs/count", "description": "Numbers that are the same; 0 where nothing was \
    computed."
        },
        "differences": {
          "$ref": "#/$defs/count",
          "description": "Values that differ; 0 as well where nothing was computed."
        },
        "difference": {
          "anyOf": [{ "$ref": "#/$defs/difference" }, { "type": "null" }],
          "description": "The first of them; null without any."
        },
        "additions": {
          "type": "array", "items": { "type": "string" },
          "description": "Keys that this version writes and that of the report did not."
        },
        "problems": {
          "type": "array", "items": { "type": "string" },
          "description": "Why nothing could be compared, a sentence each: other files than those \
    that were read, or files that give no report."
        }
      },
      "$defs": {
        "count": { "type": "integer", "minimum": 0, "description": "A number of things." },
        "input": {
          "type": "object", "required": ["path", "sha256", "file"],
          "description": "An input of the report.",
          "properties": {
            "path": { "type": "string", "description": "The path in the report." },
            "sha256": { "type": "string", "description": "The SHA-256 in the report." },
            "file": {
              "type": ["string", "null"],
              "description": "The file with these bytes; null where there is none."
            }
          }
        },
        "difference": {
          "type": "object", "required": ["path", "was", "now", "entries"],
          "description": "A value that differs.",
          "properties": {
            "path": {
              "type": "string",
              "description": "What leads to it, such as services[0].months[3].intervals.met."
            },
            "was": {
              "type": ["string", "null"],
              "description": "The value in the report; null where it is not there."
            },
            "now": {
              "type": ["string", "null"],
              "description": "The value that the files give; null where there is none."
            },
            "entries": {
              "type": "array", "items": { "type": "string" },
              "description": "What the entries on the way call themselves: a service, a month."
            }
          }
        }
      }
    }

    """
}
