extension ReportSchema {
  /// The configuration that a report was made with, key by key.
  static let configuration = """
        "configuration": {
          "type": "object", "required": ["sha256", "effective", "assumed", "reading", "detail"],
          "description": "What the report was made with.",
          "properties": {
            "sha256": {
              "type": "string", "pattern": "^[0-9a-f]{64}$",
              "description": "The digest of effective as JSON without blanks, its keys sorted by \
    their bytes."
            },
            "effective": { "$ref": "#/$defs/effective" },
            "assumed": {
              "type": "boolean",
              "description": "Whether nobody gave an objective, so that 80 % in 20 s stands in."
            },
            "reading": { "$ref": "#/$defs/reading" },
            "detail": {
              "enum": ["days", "intervals", null],
              "description": "What is listed of each service beside its months; null for nothing."
            }
          }
        },
        "reading": {
          "type": "object", "required": ["kind", "profile", "delimiter", "acceptImplausible"],
          "description": "What was said of the inputs by options that no configuration has.",
          "properties": {
            "kind": {
              "type": ["string", "null"],
              "description": "The kind that every input was taken for; null where the headers told."
            },
            "profile": {
              "type": ["string", "null"],
              "description": "The profile that every input was read by; null where the headers told."
            },
            "delimiter": {
              "type": ["string", "null"], "pattern": "^.$",
              "description": "What stands between the fields; null where it was detected."
            },
            "acceptImplausible": {
              "type": "array", "items": { "type": "string" },
              "description": "Columns whose implausible figures were accepted, sorted."
            }
          }
        },
        "effective": {
          "type": "object",
          "required": ["timeZone", "intervalMinutes", "shortAbandonSeconds", "comparison", \
    "absentIntervals", "identityAllowance", "asOf", "onConflict", "maxRejects", "dateOrder", \
    "strictCounts", "by", "require", "services", "quality", "satisfaction", "costPerContact", \
    "firstContactResolution", "contactVolume", "handleTime", "transactionValue", "columns", \
    "units", "formats", "values", "ignore", "ledger"],
          "description": "The configuration file with the options and every default, whole.",
          "properties": {
            "timeZone": { "type": ["string", "null"], "description": "The IANA time zone." },
            "intervalMinutes": {
              "enum": [5, 10, 15, 20, 30, 60, 1440, null],
              "description": "The length of an interval; null where it is detected."
            },
            "shortAbandonSeconds": {
              "$ref": "#/$defs/count", "description": "The limit of a short abandon in seconds."
            },
            "comparison": {
              "enum": ["<=", "<"],
              "description": "Whether a wait of exactly the threshold is within it."
            },
            "absentIntervals": {
              "enum": ["infer", "dense", "sparse"],
              "description": "What an absent interval of an export means."
            },
            "identityAllowance": {
              "type": "number", "minimum": 0, "maximum": 1,
              "description": "How far a day's contacts may stray from offered, as a share of it."
            },
            "asOf": {
              "anyOf": [{ "$ref": "#/$defs/date" }, { "type": "null" }],
              "description": "The last day of every window; null where the data decide."
            },
            "onConflict": {
              "enum": ["error", "sum", "first", "last"],
              "description": "What two different rows for one key and interval come to."
            },
            "maxRejects": {
              "anyOf": [
                { "$ref": "#/$defs/count" },
                { "type": "string", "pattern": "^[0-9]+([.][0-9]+)?%$" }
              ],
              "description": "How many rows, or which share of them, may be rejected."
            },
            "dateOrder": {
              "enum": ["mdy", "dmy", "ymd", null],
              "description": "The order of the parts of a date; null where stamps are ISO 8601."
            },
            "strictCounts": {
              "type": "boolean",
              "description": "Whether rows whose counts contradict each other are rejected."
            },
            "by": {
              "type": "array", "items": { "enum": ["site", "queue", "channel"] },
              "description": "What figures are broken down by."
            },
            "require": {
              "type": "object",
              "additionalProperties": { "type": "integer", "minimum": 1, "maximum": 4 },
              "description": "The levels that are required, by standard."
            },
            "services": {
              "type": "array", "items": { "$ref": "#/$defs/configuredService" },
              "description": "The services in the order in which they take records."
            },
            "quality": {
              "type": ["object", "null"], "description": "What quality scores have to reach."
            },
            "satisfaction": {
              "type": ["object", "null"], "description": "What satisfaction has to reach."
            },
            "costPerContact": {
              "type": ["object", "null"], "description": "What a contact may cost."
            },
            "firstContactResolution": {
              "type": ["object", "null"], "description": "How resolution is found and judged."
            },
            "contactVolume": {
              "type": ["object", "null"], "description": "How many contacts a month may have."
            },
            "handleTime": {
              "type": ["object", "null"], "description": "How long a contact may take."
            },
            "transactionValue": {
              "type": ["object", "null"], "description": "How transactions are valued."
            },
            "columns": {
              "type": "object",
              "additionalProperties": {
                "anyOf": [
                  { "type": "array", "items": { "type": "string" } },
                  {
                    "type": "object", "required": ["minus"],
                    "properties": {
                      "minus": {
                        "type": "array", "items": { "type": "string" },
                        "description": "The first of these columns less all others."
                      }
                    }
                  }
                ]
              },
              "description": "The export's own columns by canonical name, joined or subtracted."
            },
            "units": {
              "type": "object",
              "additionalProperties": { "enum": ["seconds", "milliseconds", "percent", "fraction"] },
              "description": "The units of columns by canonical name."
            },
            "formats": {
              "type": "object", "additionalProperties": { "type": "string" },
              "description": "The time formats of columns by canonical name."
            },
            "values": {
              "type": "object",
              "additionalProperties": {
                "type": "object", "additionalProperties": { "type": "string" }
              },
              "description": "What the export's own words mean, by canonical name."
            },
            "ignore": {
              "type": "array", "items": { "type": "object" },
              "description": "Which rows are left out."
            },
            "ledger": { "type": ["string", "null"], "description": "The folder of the ledger." }
          }
        },
        "configuredService": {
          "type": "object",
          "required": ["name", "kind", "match", "formula", "demand", "pooled", "finestGrain", \
    "clock", "closedContacts", "rationale", "objectives", "hours", "holidays"],
          "description": "A service as it was configured, with its defaults.",
          "properties": {
            "name": { "type": "string", "description": "Its name." },
            "kind": {
              "enum": ["service-level", "response-time"],
              "description": "Whether contacts wait for an answer, or may be answered later."
            },
            "match": {
              "type": "object", "required": ["site", "queue", "channel"],
              "description": "Which records belong to it; * stands for any text.",
              "properties": {
                "site": { "$ref": "#/$defs/patterns", "description": "Names of sites." },
                "queue": { "$ref": "#/$defs/patterns", "description": "Names of queues." },
                "channel": { "$ref": "#/$defs/patterns", "description": "Names of channels." }
              }
            },
            "formula": { "$ref": "#/$defs/formula", "description": "The formula that judges it." },
            "demand": {
              "enum": ["offered", "answered+abandoned"],
              "description": "What the formula takes for the contacts offered."
            },
            "pooled": { "type": "boolean", "description": "Whether all sites are one." },
            "finestGrain": {
              "enum": ["month", "day", "interval", null],
              "description": "The finest grain of a response time; null where it is left open."
            },
            "clock": {
              "enum": ["elapsed", "business"], "description": "How a response time runs."
            },
            "closedContacts": {
              "enum": ["exclude", "include"],
              "description": "Whether contacts offered while closed enter the service level."
            },
            "rationale": {
              "type": ["string", "null"], "description": "Why the objective serves the business."
            },
            "objectives": {
              "type": "array", "items": { "$ref": "#/$defs/configuredObjective" },
              "description": "Its objectives."
            },
            "hours": {
              "type": ["array", "null"], "items": { "$ref": "#/$defs/week" },
              "description": "Its opening hours; null where the data have to tell."
            },
            "holidays": {
              "type": "array", "items": { "$ref": "#/$defs/date" },
              "description": "Days on which it is closed whatever the weekday."
            }
          }
        },
        "patterns": {
          "type": ["array", "null"], "items": { "type": "string" },
          "description": "Names that fit; null where every name does."
        },
        "configuredObjective": {
          "type": "object", "required": ["from", "percent", "seconds"],
          "description": "An objective as it was configured.",
          "properties": {
            "from": {
              "anyOf": [{ "$ref": "#/$defs/date" }, { "type": "null" }],
              "description": "The first day on which it holds; null: from the beginning."
            },
            "percent": {
              "type": "number", "minimum": 0, "maximum": 100, "description": "The share in percent."
            },
            "seconds": { "$ref": "#/$defs/count", "description": "The threshold in seconds." }
          }
        },
        "week": {
          "type": "object",
          "required": ["from", "mon", "tue", "wed", "thu", "fri", "sat", "sun"],
          "description": "The opening hours of a week.",
          "properties": {
            "from": {
              "anyOf": [{ "$ref": "#/$defs/date" }, { "type": "null" }],
              "description": "The first day on which they hold; null: from the beginning."
            },
            "mon": { "$ref": "#/$defs/hours", "description": "Monday." },
            "tue": { "$ref": "#/$defs/hours", "description": "Tuesday." },
            "wed": { "$ref": "#/$defs/hours", "description": "Wednesday." },
            "thu": { "$ref": "#/$defs/hours", "description": "Thursday." },
            "fri": { "$ref": "#/$defs/hours", "description": "Friday." },
            "sat": { "$ref": "#/$defs/hours", "description": "Saturday." },
            "sun": { "$ref": "#/$defs/hours", "description": "Sunday." }
          }
        },
        "hours": {
          "anyOf": [
            { "const": "closed" },
            {
              "type": "array",
              "items": { "type": "string", "pattern": "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$" }
            }
          ],
          "description": "Stretches of a day such as 08:00-20:00, or closed."
        }
    """
}
