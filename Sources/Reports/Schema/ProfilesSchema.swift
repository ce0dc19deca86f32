/// The JSON Schema of the list of profiles in JSON.
///
/// It is written down like that of the report: objects stay open, and a test that
/// knows this version takes every object with `properties` as closed.
public enum ProfilesSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.profiles/1",
      "description": "The exports of products that are known, version 1. Keys may be added and \
    keep their meaning.",
      "type": "object",
      "required": ["schema", "profiles"],
      "properties": {
        "schema": { "const": "slcheck.profiles/1", "description": "Name and major version." },
        "profiles": {
          "type": "array", "items": { "$ref": "#/$defs/profile" },
          "description": "The profiles, by name."
        }
      },
      "$defs": {
        "names": { "type": "array", "items": { "type": "string" } },
        "profile": {
          "type": "object",
          "required": ["name", "product", "kind", "form", "signature", "columns", "thresholds", \
    "units", "formats", "dateOrder", "values", "blankIsZero", "flags", "times", "unknown"],
          "description": "What is known of one export.",
          "properties": {
            "name": { "type": "string", "description": "The name that --profile takes." },
            "product": { "type": "string", "description": "The product and its export." },
            "kind": {
              "enum": ["intervals", "contacts"], "description": "What one record is."
            },
            "form": {
              "enum": ["table", "events"],
              "description": "A record in every row below a header, or an event in every line."
            },
            "signature": {
              "type": "array", "items": { "$ref": "#/$defs/names" },
              "description": "Names that tell the export, of each group one; none where it has \
    to be asked for."
            },
            "columns": {
              "type": "array", "items": { "$ref": "#/$defs/column" },
              "description": "Where canonical columns come from."
            },
            "thresholds": {
              "type": "array", "items": { "$ref": "#/$defs/thresholdColumns" },
              "description": "Columns whose names state a threshold."
            },
            "units": { "type": "object", "description": "Units by canonical column." },
            "formats": { "type": "object", "description": "Forms of times by canonical column." },
            "dateOrder": {
              "enum": ["mdy", "dmy", "ymd", null],
              "description": "The order of dates; null where it is not known or year first."
            },
            "values": {
              "type": "object",
              "description": "What the export's own words mean, by canonical column; an ellipsis \
    ends those that only begin so."
            },
            "blankIsZero": {
              "$ref": "#/$defs/names",
              "description": "Durations that are 0 where the export leaves them blank."
            },
            "flags": {
              "type": "array", "items": { "$ref": "#/$defs/flag" },
              "description": "Marks on rows whose figures are not what they seem; the report \
    counts them."
            },
            "times": { "type": "string", "description": "How times are written, and which count." },
            "unknown": {
              "$ref": "#/$defs/names", "description": "What is not known of it or not read from it."
            }
          }
        },
        "column": {
          "type": "object", "required": ["name", "sources"],
          "description": "Where a canonical column comes from.",
          "properties": {
            "name": { "type": "string", "description": "The canonical name." },
            "sources": {
              "type": "array", "items": { "$ref": "#/$defs/source" },
              "description": "The sources; the first one counts whose columns are all there."
            }
          }
        },
        "source": {
          "type": "object", "required": ["columns", "made"],
          "description": "Columns of the export.",
          "properties": {
            "columns": { "$ref": "#/$defs/names", "description": "Their names." },
            "made": {
              "enum": ["joined", "difference", "sum"],
              "description": "What is made of several: a text, the first less the others, or all added up."
            }
          }
        },
        "flag": {
          "type": "object", "required": ["column", "word", "meaning"],
          "description": "A mark on a row.",
          "properties": {
            "column": { "type": "string", "description": "The export's own column." },
            "word": { "type": "string", "description": "What stands in it where it is set." },
            "meaning": { "type": "string", "description": "What it says of the row's figures." }
          }
        },
        "thresholdColumns": {
          "type": "object", "required": ["name", "columns"],
          "description": "Columns whose names state a threshold of N seconds.",
          "properties": {
            "name": { "type": "string", "description": "The canonical name, which ends in N." },
            "columns": {
              "$ref": "#/$defs/names", "description": "The export's own names in lower case, with N."
            }
          }
        }
      }
    }

    """
}
