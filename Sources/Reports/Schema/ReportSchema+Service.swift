extension ReportSchema {
  /// A service with its objectives, months and the other formulas.
  static let service = """
        "service": {
          "type": "object",
          "required": ["name", "site", "kind", "objectives", "formula", "demand", "assumed", \
    "thresholdAssumed", "intervalMinutes", "habit", "total", "months", "withExclusions", \
    "sensitivity", "trend"],
          "description": "One service on one site. Without any record: total, habit and \
    intervalMinutes are null and its lists of figures empty.",
          "properties": {
            "name": { "type": "string", "description": "Its name, as configured." },
            "site": {
              "type": ["string", "null"],
              "description": "The site, as in the data; null where records carry none or sites \
    are pooled."
            },
            "kind": {
              "enum": ["service-level", "response-time"],
              "description": "Whether contacts wait for an answer, or may be answered later."
            },
            "objectives": {
              "type": "array", "items": { "$ref": "#/$defs/objective" },
              "description": "Its objectives by the day from which they hold."
            },
            "formula": { "$ref": "#/$defs/formula", "description": "The formula that judges it." },
            "demand": {
              "enum": ["offered", "answered+abandoned"],
              "description": "What the formula takes for the contacts offered."
            },
            "assumed": {
              "type": "boolean",
              "description": "Whether nobody gave an objective, so that this one is an assumption."
            },
            "thresholdAssumed": {
              "type": "boolean",
              "description": "Whether rows were judged whose threshold nothing in their file states."
            },
            "intervalMinutes": {
              "type": ["integer", "null"], "minimum": 1, "maximum": 1440,
              "description": "Minutes that a row stands for; 1440 for daily rows; null without any."
            },
            "habit": {
              "enum": ["dense", "sparse", "mixed", null],
              "description": "Whether rows without contacts are written (dense), left out \
    (sparse), or both, queue by queue; null without rows."
            },
            "total": {
              "anyOf": [{ "$ref": "#/$defs/figures" }, { "type": "null" }],
              "description": "All of it, from its first month's first day to as-of; null without \
    records."
            },
            "months": {
              "type": "array", "items": { "$ref": "#/$defs/month" },
              "description": "From the first month with data to that of as-of, without a gap."
            },
            "withExclusions": {
              "anyOf": [
                {
                  "type": "object", "required": ["total", "months"],
                  "properties": {
                    "total": { "$ref": "#/$defs/figures", "description": "All of it." },
                    "months": {
                      "type": "array", "items": { "$ref": "#/$defs/month" },
                      "description": "Month by month."
                    }
                  }
                },
                { "type": "null" }
              ],
              "description": "total and months with the exclusions applied; null where they take \
    out nothing."
            },
            "days": {
              "type": "array", "items": { "$ref": "#/$defs/day" },
              "description": "The same by day, every day of the months; left out without --detail."
            },
            "intervals": {
              "type": "array", "items": { "$ref": "#/$defs/interval" },
              "description": "The same by interval, those with records or without those they \
    should have; left out without --detail intervals."
            },
            "sensitivity": {
              "type": "array", "items": { "$ref": "#/$defs/alternative" },
              "description": "What each formula would have given, its own among them."
            },
            "trend": {
              "anyOf": [{ "$ref": "#/$defs/trend" }, { "type": "null" }],
              "description": "The trend of the service level of its complete months, in points a month; \
    null for fewer than six."
            }
          }
        },
        "objective": {
          "type": "object", "required": ["from", "percent", "seconds"],
          "description": "A share of contacts within a number of seconds.",
          "properties": {
            "from": {
              "anyOf": [{ "$ref": "#/$defs/date" }, { "type": "null" }],
              "description": "The first day on which it holds; null: from the beginning."
            },
            "percent": {
              "type": "string", "pattern": "^[0-9]{1,3}([.][0-9]{1,6})?$",
              "description": "The share in percent, exact."
            },
            "seconds": { "$ref": "#/$defs/count", "description": "The threshold in seconds." }
          }
        },
        "alternative": {
          "type": "object", "required": ["formula", "serviceLevel", "level"],
          "description": "What another formula would have given.",
          "properties": {
            "formula": { "$ref": "#/$defs/formula", "description": "The formula." },
            "serviceLevel": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "Its service level over the total, cut; null where a count that it \
    needs is lacking."
            },
            "level": {
              "anyOf": [{ "$ref": "#/$defs/level" }, { "type": "null" }],
              "description": "The level of 8.01 under it; null where it cannot be judged."
            }
          }
        },
        "trend": {
          "type": "object", "required": ["slope", "low", "high", "S", "p", "n"],
          "description": "A trend over calendar months: Theil and Sen's slope, Mann and Kendall's S.",
          "properties": {
            "slope": {
              "type": "string", "pattern": "^-?[0-9]+[.][0-9]{4}$",
              "description": "The median change from month to month."
            },
            "low": {
              "type": "string", "pattern": "^-?[0-9]+[.][0-9]{4}$",
              "description": "The lower end of its interval at 95 %."
            },
            "high": {
              "type": "string", "pattern": "^-?[0-9]+[.][0-9]{4}$",
              "description": "The upper end of its interval at 95 %."
            },
            "S": { "type": "integer", "description": "Rises less falls over all pairs of months." },
            "p": {
              "type": "string", "pattern": "^[01][.][0-9]{4}$",
              "description": "The two-sided chance of such an S without a trend."
            },
            "n": { "$ref": "#/$defs/count", "description": "Months that it rests on." }
          }
        }
    """
}
