/// The JSON Schema of an explanation in JSON.
///
/// It is written down like that of the report: objects stay open, and a test that
/// knows this version takes every object with `properties` as closed.
public enum ExplanationSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    opening + "  \"$defs\": {\n"
    + [
      SharedDefinitions.values, SharedDefinitions.judgment, term, words, arithmetic, opportunity,
    ].joined(separator: ",\n")
    + "\n  }\n}\n"

  private static let opening = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.explain/1",
      "description": "A rule in words and, over records, in numbers, version 1. What does not apply \
    is null; keys may be added and keep their meaning.",
      "type": "object",
      "required": ["schema", "address", "title", "rules", "asOf", "assumed", "scopes"],
      "properties": {
        "schema": { "const": "slcheck.explain/1", "description": "Name and major version." },
        "address": {
          "type": "string",
          "description": "What was asked about: 8.01, 8.01.3 or 8.01.3/2026-10-05."
        },
        "title": { "type": "string", "description": "What the standard or the rule is about." },
        "rules": {
          "type": "array", "items": { "$ref": "#/$defs/rule" },
          "description": "The criteria that were asked about, or the rule itself, in words."
        },
        "asOf": {
          "anyOf": [{ "$ref": "#/$defs/date" }, { "type": "null" }],
          "description": "The last day that anything is judged on; null where no file was named."
        },
        "assumed": {
          "type": ["boolean", "null"],
          "description": "Whether what is judged are services for which nobody gave an objective; null where no file was named."
        },
        "scopes": {
          "type": "array", "items": { "$ref": "#/$defs/scope" },
          "description": "The arithmetic, scope by scope; empty without files, or not assessed."
        }
      },

    """

  private static let term = """
        "term": {
          "type": "object", "required": ["numerator", "denominator"],
          "description": "What the formula counts. The denominator may be 0.",
          "properties": {
            "numerator": { "type": "integer", "description": "Contacts handled in time." },
            "denominator": {
              "type": "integer", "description": "The contacts that they are counted out of."
            }
          }
        }
    """

  private static let words = """
        "rule": {
          "type": "object",
          "required": ["id", "level", "requirement", "sentence", "window", "origin", "ownRule", \
    "missing"],
          "description": "A criterion or a rule in our words.",
          "properties": {
            "id": { "type": "string", "description": "Its identifier: 8.01.2." },
            "level": {
              "type": ["integer", "null"], "minimum": 1, "maximum": 4,
              "description": "The level that it belongs to; null for a rule without levels."
            },
            "requirement": { "type": "string", "description": "What has to hold, with numbers." },
            "sentence": { "type": "string", "description": "What it asks for." },
            "window": {
              "type": ["string", "null"], "description": "Where it looks; null for an attestation."
            },
            "origin": {
              "enum": ["source", "own rule"],
              "description": "Whether the source says so, or leaves it open and we decided it."
            },
            "ownRule": {
              "type": ["string", "null"], "description": "What of it we decided; null for nothing."
            },
            "missing": { "type": "string", "description": "How missing data are taken." }
          }
        }
    """

  private static let arithmetic = """
        "scope": {
          "type": "object", "required": ["scope", "site", "level", "basis", "criteria", "place"],
          "description": "The arithmetic of a service on a site, of a site, or of the organization.",
          "properties": {
            "scope": { "type": "string", "description": "Its name." },
            "site": {
              "type": ["string", "null"], "description": "The site of a service; null without one."
            },
            "level": {
              "type": ["integer", "null"], "minimum": 0, "maximum": 4,
              "description": "Its level; null for a rule without levels, or where nothing matched."
            },
            "basis": {
              "type": "array", "items": { "type": "string" },
              "description": "What its figures are judged by: objectives and formula."
            },
            "criteria": {
              "type": "array", "items": { "$ref": "#/$defs/criterion" },
              "description": "The criteria that were asked about, or the rule itself."
            },
            "place": {
              "anyOf": [{ "$ref": "#/$defs/place" }, { "type": "null" }],
              "description": "The month or the day that was asked about; null for none."
            }
          }
        },
        "criterion": {
          "type": "object",
          "required": ["id", "status", "requirement", "window", "counts", "distance", "remarks", \
    "parts", "opportunities", "figures", "nearMisses", "rollOff"],
          "description": "The arithmetic of one criterion.",
          "properties": {
            "id": { "type": "string", "description": "Its identifier: 8.01.2." },
            "status": { "$ref": "#/$defs/status", "description": "How it stands." },
            "requirement": { "type": "string", "description": "What has to hold, and where." },
            "window": {
              "anyOf": [{ "$ref": "#/$defs/window" }, { "type": "null" }],
              "description": "Where it looks; null for an attestation."
            },
            "counts": {
              "type": "array", "items": { "$ref": "#/$defs/tally" },
              "description": "What it was counted by; one count for each reading of a rule."
            },
            "distance": {
              "type": "array", "items": { "type": "string" },
              "description": "What is lacking, what may still be missed, or what would decide."
            },
            "remarks": {
              "type": "array", "items": { "type": "string" },
              "description": "What a reader has to know besides."
            },
            "parts": {
              "type": "array", "items": { "$ref": "#/$defs/tally" },
              "description": "Finer counts: the months of days, the days of intervals."
            },
            "opportunities": {
              "type": "array", "items": { "$ref": "#/$defs/opportunity" },
              "description": "The months of the window, or the days of months that are not met."
            },
            "figures": {
              "type": "array", "items": { "$ref": "#/$defs/figure" },
              "description": "The months of a figure other than the service level, with the first \
    criterion of the window that was asked about."
            },
            "nearMisses": {
              "anyOf": [
                { "type": "array", "items": { "$ref": "#/$defs/nearMiss" } }, { "type": "null" }
              ],
              "description": "Opportunities that a contact or two would have turned; null where \
    that is not looked for."
            },
            "rollOff": {
              "type": ["string", "null"],
              "description": "What leaves the window next month, and what the next month has to be."
            }
          }
        },
        "figure": {
          "type": "object",
          "required": ["month", "numerator", "denominator", "value", "objective", "state"],
          "description": "A month of a figure, as text in the figure's own unit.",
          "properties": {
            "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month." },
            "numerator": {
              "type": ["string", "null"], "description": "What was measured; null for nothing."
            },
            "denominator": {
              "type": ["string", "null"], "description": "What it was measured out of."
            },
            "value": {
              "type": ["string", "null"],
              "description": "The figure, shortened away from a pass where it is judged."
            },
            "objective": {
              "type": ["string", "null"], "description": "The objective; null where none was in force."
            },
            "state": { "$ref": "#/$defs/state", "description": "How the month stands." }
          }
        },
        "tally": {
          "type": "object",
          "required": ["label", "met", "counted", "undecided", "needed", "status"],
          "description": "Opportunities that were counted.",
          "properties": {
            "label": { "type": "string", "description": "Those of which month, day or reading." },
            "met": { "$ref": "#/$defs/count", "description": "Attained." },
            "counted": { "$ref": "#/$defs/count", "description": "Attained or missed." },
            "undecided": { "$ref": "#/$defs/count", "description": "What is missing could turn." },
            "needed": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "How many have to be attained; null where it is not judged itself."
            },
            "status": {
              "anyOf": [{ "$ref": "#/$defs/status" }, { "type": "null" }],
              "description": "How it stands; null where it is not judged itself."
            }
          }
        },
        "nearMiss": {
          "type": "object", "required": ["label", "met", "contacts"],
          "description": "An opportunity that a contact or two would have turned.",
          "properties": {
            "label": { "type": "string", "description": "Which month, day or interval." },
            "met": {
              "type": "boolean", "description": "Whether it was met, and would have been missed."
            },
            "contacts": {
              "type": "integer", "minimum": 1, "maximum": 2,
              "description": "Contacts fewer, or more, answered in time that would have turned it."
            }
          }
        },
        "place": {
          "type": "object", "required": ["whole", "parts"],
          "description": "A month with its days, or a day with its intervals.",
          "properties": {
            "whole": { "$ref": "#/$defs/opportunity", "description": "The month or the day." },
            "parts": {
              "type": "array", "items": { "$ref": "#/$defs/opportunity" },
              "description": "Its days or intervals."
            }
          }
        }
    """

  private static let opportunity = """
        "opportunity": {
          "type": "object",
          "required": ["label", "state", "worst", "best", "holes", "possibleVolume", "objectives", \
    "records"],
          "description": "A month, a day or an interval with its numerator and denominator.",
          "properties": {
            "label": {
              "type": "string",
              "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?$",
              "description": "Which it is: 2026-05, 2026-05-06 or 2026-05-06T09:30."
            },
            "state": { "$ref": "#/$defs/state", "description": "How it ended." },
            "worst": {
              "$ref": "#/$defs/term", "description": "With unknown counts taken as none."
            },
            "best": { "$ref": "#/$defs/term", "description": "With unknown counts taken as all." },
            "holes": { "$ref": "#/$defs/count", "description": "Records of queues that are missing." },
            "possibleVolume": {
              "$ref": "#/$defs/count", "description": "Contacts that these may hide."
            },
            "objectives": {
              "type": "array",
              "items": { "type": "string", "pattern": "^[0-9]{1,3}([.][0-9]{1,6})?$" },
              "description": "The objectives in percent in the order in which they were in force."
            },
            "records": {
              "type": "array", "items": { "$ref": "#/$defs/record" },
              "description": "The records behind it, where a day was asked about."
            }
          }
        },
        "record": {
          "type": "object", "required": ["start", "site", "queue", "channel", "term", "positions"],
          "description": "A record and where it stands.",
          "properties": {
            "start": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$",
              "description": "When it starts."
            },
            "site": { "type": "string", "description": "Its site; empty where there is none." },
            "queue": { "type": "string", "description": "Its queue, likewise." },
            "channel": { "type": "string", "description": "Its channel, likewise." },
            "term": { "$ref": "#/$defs/term", "description": "What the formula counts of it." },
            "positions": {
              "type": "array", "items": { "$ref": "#/$defs/position" },
              "description": "Its row; several where rows in conflict were added up."
            }
          }
        },
        "position": {
          "type": "object", "required": ["path", "line"],
          "description": "A line of a file.",
          "properties": {
            "path": { "type": "string", "description": "As it was named; - for standard input." },
            "line": {
              "type": "integer", "minimum": 1, "description": "The physical line, from 1."
            }
          }
        }
    """
}
