/// The JSON Schema of what `slcheck summary` tells in JSON.
public enum MonthSummarySchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    opening + "  \"$defs\": {\n"
    + (ReportSchema.definitions + [service]).joined(separator: ",\n") + "\n  }\n}\n"

  private static let opening = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.summary/1",
      "description": "The attainment of one month, version 1: a report that ends with it. Keys may \
    be added and keep their meaning.",
      "type": "object",
      "required": ["schema", "version", "asOf", "timeZone", "configuration", "inputs", "month", \
    "complete", "unmatched", "breakdowns", "services", "figures", "standards", "requirements"],
      "properties": {
        "schema": { "const": "slcheck.summary/1", "description": "Name and major version." },
    \(ReportSchema.frameProperties),
        "month": { "$ref": "#/$defs/calendarMonth", "description": "The month." },
        "complete": { "type": "boolean", "description": "Whether as-of does not cut it." },
        "unmatched": {
          "$ref": "#/$defs/count", "description": "Accepted rows that no service takes."
        },
        "breakdowns": {
          "type": "array", "items": { "$ref": "#/$defs/breakdown" },
          "description": "Figures of the parts of each service, as in a report; empty unless asked \
    for."
        },
        "services": {
          "type": "array", "items": { "$ref": "#/$defs/summaryService" },
          "description": "Each service with records, on each site."
        },
        "figures": {
          "type": "array",
          "items": {
            "type": "object", "required": ["figure", "scope", "pending", "value", "objective", "state"],
            "properties": {
              "figure": {
                "enum": ["quality", "satisfaction", "cost per contact", "first contact resolution"],
                "description": "What it is."
              },
              "scope": { "type": "string", "description": "Whose it is, or how it is found." },
              "pending": {
                "type": ["integer", "null"], "minimum": 0,
                "description": "Issues of first contact resolution that are not decided yet; null \
    for other figures and methods."
              },
              "value": {
                "type": ["string", "null"],
                "description": "Its value in the month; null where there is none."
              },
              "objective": {
                "type": ["string", "null"], "description": "What it has to reach; null without one."
              },
              "state": {
                "anyOf": [{ "$ref": "#/$defs/state" }, { "type": "null" }],
                "description": "How the month stands; null where nothing judges it."
              }
            }
          },
          "description": "The monthly figures other than those of services."
        },
        "standards": {
          "type": "array", "items": { "$ref": "#/$defs/standard" },
          "description": "How each standard of section 8 stands as of the end of the month."
        },
        "requirements": {
          "type": "array", "items": { "$ref": "#/$defs/requirement" },
          "description": "The levels that were required, by standard; empty where none was."
        }
      },

    """

  private static let service = """
        "summaryService": {
          "type": "object",
          "required": ["name", "site", "objectives", "formula", "assumed", "month", "months", \
    "runRate"],
          "description": "A service in the month.",
          "properties": {
            "name": { "type": "string", "description": "The service's name." },
            "site": {
              "type": ["string", "null"],
              "description": "Its site; null where records carry none, or it is pooled."
            },
            "objectives": {
              "type": "array", "items": { "$ref": "#/$defs/objective" },
              "description": "The objectives and since when they hold."
            },
            "formula": { "type": "string", "description": "How the service level is formed." },
            "assumed": {
              "type": "boolean", "description": "Whether the objective stands in for none."
            },
            "month": { "$ref": "#/$defs/month", "description": "The figures of the month." },
            "months": {
              "type": "array",
              "items": {
                "type": "object", "required": ["month", "serviceLevel", "state"],
                "properties": {
                  "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month." },
                  "serviceLevel": {
                    "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
                    "description": "Its service level; null where it is not known."
                  },
                  "state": { "$ref": "#/$defs/state", "description": "How it ended, or stands." }
                }
              },
              "description": "The months of the ladder that have data, this one last."
            },
            "runRate": {
              "description": "What the month needs of the contacts to come; null for a complete \
    month, and where that cannot be told.",
              "oneOf": [
                { "type": "null" },
                {
                  "type": "object", "required": ["from", "to", "expected", "needed", "missing"],
                  "properties": {
                    "from": { "$ref": "#/$defs/date", "description": "The first day to come." },
                    "to": { "$ref": "#/$defs/date", "description": "The last day of the month." },
                    "expected": {
                      "$ref": "#/$defs/count",
                      "description": "Contacts expected, as on the same weekdays before."
                    },
                    "needed": {
                      "$ref": "#/$defs/count",
                      "description": "How many of them have to be in time; more than all where the \
    month is out of reach."
                    },
                    "missing": {
                      "$ref": "#/$defs/count",
                      "description": "Intervals that are missing so far, and in no count."
                    }
                  }
                }
              ]
            },
            "days": {
              "type": "array", "items": { "$ref": "#/$defs/day" },
              "description": "The days of the month, where they were asked for."
            },
            "intervals": {
              "type": "array", "items": { "$ref": "#/$defs/interval" },
              "description": "Its intervals, where they were asked for."
            }
          }
        }
    """
}
