/// The JSON Schema of what a self-assessment asks, in JSON.
public enum InstrumentSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    opening + "  \"$defs\": {\n" + [item, parts, tables, rows].joined(separator: ",\n")
    + "\n  }\n}\n"

  private static let opening = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.instrument/1",
      "description": "What a self-assessment asks, version 1. What does not apply is null; keys may \
    be added and keep their meaning.",
      "type": "object",
      "required": ["schema", "address", "kind", "instrument", "title", "source", "summary", \
    "meanings", "facts", "remarks", "items", "checks", "tables"],
      "properties": {
        "schema": { "const": "slcheck.instrument/1", "description": "Name and major version." },
        "address": { "type": "string", "description": "What was asked about: 5.06 or cmo." },
        "kind": {
          "enum": ["instrument", "group", "item", "theme", "stage", "action", "check", "term"],
          "description": "What it is."
        },
        "instrument": { "type": "string", "description": "The instrument that it is of." },
        "title": { "type": "string", "description": "What people call it." },
        "source": { "type": "string", "description": "Where the instrument comes from." },
        "summary": {
          "type": ["string", "null"],
          "description": "What it is; null where its title or its levels say it."
        },
        "meanings": {
          "type": "array", "items": { "$ref": "#/$defs/meaning" },
          "description": "What single ratings mean, lowest first; empty where nobody words them."
        },
        "facts": {
          "type": "array", "items": { "$ref": "#/$defs/fact" },
          "description": "What is known of a whole instrument; else empty."
        },
        "remarks": {
          "type": "array", "items": { "type": "string", "description": "A remark." },
          "description": "What a reader of results of a whole instrument should know; else empty."
        },
        "items": {
          "type": "array", "items": { "$ref": "#/$defs/item" },
          "description": "The items in the order of the source; empty for what has none."
        },
        "checks": {
          "type": "array", "items": { "$ref": "#/$defs/check" },
          "description": "What records can say, where that alone was asked about; else empty."
        },
        "tables": { "$ref": "#/$defs/tables" }
      },

    """

  private static let item = """
        "item": {
          "type": "object",
          "required": ["id", "group", "title", "summary", "scale", "levels", "computedBy", \
    "needed", "checks", "theme", "criterion", "measures", "bearsOn"],
          "description": "What is rated.",
          "properties": {
            "id": { "type": "string", "description": "What files of ratings call it." },
            "group": { "type": "string", "description": "The part that it stands in." },
            "title": { "type": "string", "description": "What people call it." },
            "summary": { "type": ["string", "null"], "description": "What is asked." },
            "scale": { "type": "string", "description": "What can be answered, in words." },
            "levels": {
              "type": "array", "items": { "$ref": "#/$defs/level" },
              "description": "What the ratings stand for; empty where the source words none."
            },
            "computedBy": {
              "type": ["string", "null"],
              "description": "The rule that records decide it by; null where people alone do."
            },
            "needed": { "type": "boolean", "description": "Whether a template asks for it." },
            "checks": {
              "type": "array", "items": { "$ref": "#/$defs/check" },
              "description": "What records can say of it."
            },
            "theme": {
              "type": ["string", "null"],
              "description": "The theme that it belongs to; null where there are no themes."
            },
            "criterion": {
              "anyOf": [{ "$ref": "#/$defs/criterion" }, { "type": "null" }],
              "description": "What it is judged by; null where nothing judges it."
            },
            "measures": {
              "type": "array", "items": { "type": "string", "description": "A measure." },
              "description": "The measures of a report that speak to it; else empty."
            },
            "bearsOn": {
              "type": ["string", "null"],
              "description": "The standard whose fourth level it is material for; else null."
            }
          }
        }
    """

  private static let parts = """
        "meaning": {
          "type": "object", "required": ["rating", "name", "text"],
          "description": "What a rating means whatever is rated.",
          "properties": {
            "rating": { "type": "integer", "description": "The rating." },
            "name": { "type": ["string", "null"], "description": "What it is called." },
            "text": { "type": "string", "description": "What it means." }
          }
        },
        "fact": {
          "type": "object", "required": ["name", "text"],
          "description": "Something that is known of an instrument.",
          "properties": {
            "name": { "type": "string", "description": "What it is about." },
            "text": { "type": "string", "description": "What is known." }
          }
        },
        "level": {
          "type": "object", "required": ["level", "text"],
          "description": "What a rating of one item stands for.",
          "properties": {
            "level": { "type": "integer", "description": "The rating." },
            "text": { "type": "string", "description": "What it stands for." }
          }
        },
        "check": {
          "type": "object",
          "required": ["id", "level", "sources", "favorable", "otherwise", "half", "sentence", \
    "invisible"],
          "description": "What records can say of one level.",
          "properties": {
            "id": { "type": "string", "description": "Its identifier: 5.06.1." },
            "level": { "type": "integer", "description": "The level that it speaks to." },
            "sources": {
              "type": "array", "items": { "type": "string", "description": "Any one of these." },
              "description": "What it reads: one of each entry."
            },
            "favorable": {
              "enum": ["supported", "dataSuffice"], "description": "What it comes to if it holds."
            },
            "otherwise": {
              "enum": ["notVisible", "contradicted"],
              "description": "What it comes to if it does not hold."
            },
            "half": {
              "type": ["string", "null"],
              "description": "The half of the level that it speaks to; null for all of it."
            },
            "sentence": { "type": "string", "description": "What has to hold." },
            "invisible": {
              "type": ["string", "null"],
              "description": "What no file shows; null where nothing stays hidden."
            }
          }
        }
    """

  private static let tables = """
        "tables": {
          "type": "object",
          "required": ["stages", "actions", "criteria", "decisions", "themes", "results"],
          "description": "What only some instruments have; empty where it was not asked about.",
          "properties": {
            "stages": {
              "type": "array", "items": { "$ref": "#/$defs/stage" },
              "description": "Stages, lowest first."
            },
            "actions": {
              "type": "array", "items": { "$ref": "#/$defs/action" },
              "description": "What is recommended on the way from a stage to the next one."
            },
            "criteria": {
              "type": "array", "items": { "$ref": "#/$defs/criterion" },
              "description": "The criteria that areas are judged by."
            },
            "decisions": {
              "type": "array", "items": { "$ref": "#/$defs/decision" },
              "description": "The rows that decide of an area: the first that fits does."
            },
            "themes": {
              "type": "array", "items": { "$ref": "#/$defs/theme" },
              "description": "Items that belong together."
            },
            "results": {
              "type": "array", "items": { "type": "string", "description": "A result, in words." },
              "description": "What the practice of an area is to improve or keep high."
            }
          }
        },
        "criterion": {
          "type": "object", "required": ["id", "title", "value", "decisive"],
          "description": "What is asked for.",
          "properties": {
            "id": { "type": "string", "description": "Its identifier." },
            "title": { "type": "string", "description": "What it is about." },
            "value": { "type": "string", "description": "What is asked for, in words." },
            "decisive": {
              "type": "boolean", "description": "Whether it decides; others are typical."
            }
          }
        }
    """

  private static let rows = """
        "stage": {
          "type": "object",
          "required": ["number", "id", "name", "lowest", "highest", "summary", "keyMetrics", \
    "people", "process", "technology"],
          "description": "A stage on the road to maturity.",
          "properties": {
            "number": { "type": "integer", "description": "Its number, from 1." },
            "id": { "type": "string", "description": "What output calls it." },
            "name": { "type": "string", "description": "What people call it." },
            "lowest": { "type": "integer", "description": "The lowest total in points." },
            "highest": { "type": "integer", "description": "The highest total in points." },
            "summary": { "type": "string", "description": "What it is like." },
            "keyMetrics": {
              "type": "array", "items": { "type": "string", "description": "A metric." },
              "description": "The metrics that matter in it."
            },
            "people": { "type": "string", "description": "Marks of its people." },
            "process": { "type": "string", "description": "Marks of its processes." },
            "technology": { "type": "string", "description": "Marks of its technology." }
          }
        },
        "action": {
          "type": "object", "required": ["id", "fromStage", "sentence"],
          "description": "What is recommended on the way to the next stage.",
          "properties": {
            "id": { "type": "string", "description": "What output calls it." },
            "fromStage": { "type": "integer", "description": "The stage that it leads away from." },
            "sentence": { "type": "string", "description": "What is to be done." }
          }
        },
        "decision": {
          "type": "object", "required": ["reason", "decision", "sentence"],
          "description": "A row of the table that decides of an area.",
          "properties": {
            "reason": { "type": "string", "description": "The reason that is told." },
            "decision": {
              "enum": ["criteriaMet", "criteriaNotMet", "indeterminate"],
              "description": "What is decided then."
            },
            "sentence": { "type": "string", "description": "When it fits." }
          }
        },
        "theme": {
          "type": "object", "required": ["id", "title", "items"],
          "description": "Items that belong together.",
          "properties": {
            "id": { "type": "string", "description": "What output calls it." },
            "title": { "type": "string", "description": "What people call it." },
            "items": {
              "type": "array", "items": { "type": "string", "description": "An item." },
              "description": "Its items."
            }
          }
        }
    """
}
