/// The JSON Schema of what a self-assessment asks, in JSON.
public enum InstrumentSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    opening + "  \"$defs\": {\n" + [item, parts].joined(separator: ",\n") + "\n  }\n}\n"

  private static let opening = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.instrument/1",
      "description": "What a self-assessment asks, version 1. What does not apply is null; keys may \
    be added and keep their meaning.",
      "type": "object",
      "required": ["schema", "address", "kind", "instrument", "title", "source", "summary", \
    "meanings", "facts", "remarks", "items"],
      "properties": {
        "schema": { "const": "slcheck.instrument/1", "description": "Name and major version." },
        "address": { "type": "string", "description": "What was asked about: 5.06 or cmo." },
        "kind": {
          "enum": ["instrument", "group", "item", "term"], "description": "What it is."
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
          "description": "The items in the order of the source; empty for a term."
        }
      },

    """

  private static let item = """
        "item": {
          "type": "object",
          "required": ["id", "group", "title", "summary", "scale", "levels", "computedBy", \
    "needed", "checks"],
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
}
