extension ReportSchema {
  /// Plain values: counts, days, months, levels.
  static let values = """
        "count": { "type": "integer", "minimum": 0, "description": "A number of things." },
        "date": {
          "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          "description": "A day as year, month and day: 2026-10-31."
        },
        "calendarMonth": {
          "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$",
          "description": "A month as year and month: 2026-10."
        },
        "level": {
          "type": "integer", "minimum": 0, "maximum": 4,
          "description": "A step of the ladder: 0 not started, 1 just started, 2 some progress, 3 \
    considerable progress, 4 fully achieved and/or optimized."
        },
        "formula": {
          "enum": ["offered", "answered", "early-abandons-excluded", "early-abandons-met", \
    "short-abandons-excluded", "short-abandons-met"],
          "description": "How a service level is formed from counts."
        }
    """

  /// Ratios, averages, opportunities, and the figures of a span that are made of them.
  static let figures = """
        "ratio": {
          "type": "object", "required": ["numerator", "denominator", "percent"],
          "description": "A share: its exact parts, and percent for reading.",
          "properties": {
            "numerator": { "type": "integer", "description": "What is counted." },
            "denominator": {
              "type": "integer", "minimum": 1, "description": "What it is counted out of."
            },
            "percent": {
              "type": "string", "pattern": "^-?[0-9]+[.][0-9]{2}$",
              "description": "The share in percent with two decimals. A judged share is cut, so \
    that it is never printed as attained when it is not; any other is rounded to nearest."
            }
          }
        },
        "average": {
          "type": "object", "required": ["numerator", "denominator", "value"],
          "description": "An average in seconds: its exact parts, and the quotient for reading.",
          "properties": {
            "numerator": {
              "type": "integer", "minimum": 0,
              "description": "Summed seconds, scaled like the denominator where they are not whole."
            },
            "denominator": {
              "type": "integer", "minimum": 1,
              "description": "Answered contacts, times 10, 100 or 1000 for parts of a second."
            },
            "value": {
              "type": "string", "pattern": "^[0-9]+[.][0-9]{2}$",
              "description": "Seconds with two decimals, rounded to nearest."
            }
          }
        },
        "waits": {
          "type": "object", "required": ["contacts", "p50", "p90", "p95", "max"],
          "description": "Waits of answered contacts in whole seconds, a started one counted; \
    percentiles by nearest rank: the shortest wait that the share did not exceed.",
          "properties": {
            "contacts": {
              "$ref": "#/$defs/count", "description": "Answered contacts whose wait is known."
            },
            "p50": { "$ref": "#/$defs/count", "description": "Half waited no longer." },
            "p90": { "$ref": "#/$defs/count", "description": "90 % waited no longer." },
            "p95": { "$ref": "#/$defs/count", "description": "95 % waited no longer." },
            "max": { "$ref": "#/$defs/count", "description": "The longest wait." }
          }
        },
        "opportunities": {
          "type": "object",
          "required": ["met", "counted", "idle", "closed", "undecided", "excluded"],
          "description": "How the intervals or days of a span ended, one state each.",
          "properties": {
            "met": {
              "$ref": "#/$defs/count", "description": "Attained the objective, whatever is missing."
            },
            "counted": { "$ref": "#/$defs/count", "description": "Attained or missed it." },
            "idle": { "$ref": "#/$defs/count", "description": "Had no contact to judge." },
            "closed": {
              "$ref": "#/$defs/count",
              "description": "Days on which nothing was expected or recorded; intervals with \
    records outside the opening hours."
            },
            "undecided": {
              "$ref": "#/$defs/count", "description": "What is missing could turn them."
            },
            "excluded": {
              "$ref": "#/$defs/count",
              "description": "Left out, or without an objective in force."
            }
          }
        },
        "figures": {
          "type": "object",
          "required": [\(figureKeys)],
          "description": "The figures of a service from the first day of its first month with \
    records to as-of.",
          "properties": {
    \(figureProperties)
          }
        }
    """

  /// The names of the figures of a span.
  private static let figureKeys = """
    "offered", "answered", "abandoned", "answeredWithin", "abandonedWithin", "shortAbandoned", \
    "flowOut", "closedOffered", "serviceLevel", "unweightedMean", "abandonmentRate", \
    "abandonmentRateWithoutShort", "averageSpeedOfAnswer", "averageHandleTime", "waitPercentiles", \
    "coverage", \
    "intervals", "days"
    """

  /// A month: the figures of a span, and what the month itself is.
  static let month = """
        "month": {
          "type": "object",
          "required": ["month", "complete", "met", "state", \(figureKeys)],
          "description": "The figures of a month up to as-of, and how it stands.",
          "properties": {
            "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month." },
            "complete": {
              "type": "boolean", "description": "Whether as-of lets the month run to its end."
            },
            "met": {
              "type": ["boolean", "null"],
              "description": "Whether the month attained the objective; null unless it is complete \
    and counted."
            },
            "state": {
              "enum": ["met", "missed", "idle", "closed", "undecided", "excluded"],
              "description": "How the month ended, or stands so far where as-of cuts it."
            },
    \(figureProperties)
          }
        }
    """

  /// The figures of a span, key by key.
  private static let figureProperties = """
            "offered": {
              "$ref": "#/$defs/count",
              "description": "Contacts offered, also while closed."
            },
            "answered": { "$ref": "#/$defs/count", "description": "Contacts answered." },
            "abandoned": {
              "$ref": "#/$defs/count", "description": "Contacts that gave up before an answer."
            },
            "answeredWithin": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Answered within the objective's threshold; null where a row with \
    answered contacts lacks that count."
            },
            "abandonedWithin": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Abandoned within the objective's threshold; null where a row with \
    abandoned contacts lacks that count."
            },
            "shortAbandoned": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Abandoned within the short limit; null where a row with abandoned \
    contacts lacks that count."
            },
            "flowOut": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Offered, neither answered nor abandoned but sent elsewhere; null \
    where a row with contacts lacks that count."
            },
            "closedOffered": {
              "$ref": "#/$defs/count", "description": "Contacts offered outside the opening hours."
            },
            "serviceLevel": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "The service level by the service's formula, cut; null without \
    contacts to judge, or where a count that the formula needs is lacking."
            },
            "unweightedMean": {
              "type": ["string", "null"], "pattern": "^-?[0-9]+[.][0-9]{2}$",
              "description": "The mean of the intervals' own service levels in percent, for \
    comparison only: nothing is judged by it. Null where no interval has one."
            },
            "abandonmentRate": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "Abandoned out of offered; null without contacts."
            },
            "abandonmentRateWithoutShort": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "The same with short abandons taken out of both; null without such \
    contacts, or where shortAbandoned is null."
            },
            "averageSpeedOfAnswer": {
              "anyOf": [{ "$ref": "#/$defs/average" }, { "type": "null" }],
              "description": "Summed delay of the answered over answered; null without answered \
    contacts, or where a row with some lacks it."
            },
            "averageHandleTime": {
              "anyOf": [{ "$ref": "#/$defs/average" }, { "type": "null" }],
              "description": "Summed handle time over answered; null likewise."
            },
            "waitPercentiles": {
              "anyOf": [{ "$ref": "#/$defs/waits" }, { "type": "null" }],
              "description": "How long answered contacts waited; null without contacts, and where \
    interval records count in their place."
            },
            "coverage": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "Expected intervals of the queues that are not missing, cut; null \
    where none is expected."
            },
            "intervals": {
              "anyOf": [{ "$ref": "#/$defs/opportunities" }, { "type": "null" }],
              "description": "How the intervals ended; null where rows are longer than an hour."
            },
            "days": { "$ref": "#/$defs/opportunities", "description": "How the days ended." }
    """
}
