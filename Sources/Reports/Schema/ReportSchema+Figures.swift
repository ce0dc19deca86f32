extension ReportSchema {
  /// Plain values that the report alone has: levels and formulas.
  static let values = """
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
            "idle": {
              "anyOf": [{ "$ref": "#/$defs/count" }, { "type": "null" }],
              "description": "Had no contact to judge; null where rows of days or months say how \
    their intervals ended, which tell nothing of these."
            },
            "closed": {
              "anyOf": [{ "$ref": "#/$defs/count" }, { "type": "null" }],
              "description": "Days on which nothing was expected or recorded; intervals with \
    records outside the opening hours; null as above."
            },
            "undecided": {
              "$ref": "#/$defs/count", "description": "What is missing could turn them."
            },
            "excluded": {
              "anyOf": [{ "$ref": "#/$defs/count" }, { "type": "null" }],
              "description": "Left out, or without an objective in force; null as above."
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

  /// The names of the figures of an interval.
  private static let intervalKeys = """
    "offered", "answered", "abandoned", "answeredWithin", "abandonedWithin", "shortAbandoned", \
    "flowOut", "fromPercentages", "closedOffered", "serviceLevel", "unweightedMean", "abandonmentRate", \
    "abandonmentRateWithoutShort", "averageSpeedOfAnswer", "averageHandleTime", "coverage"
    """

  /// The names of the figures of a day.
  private static let dayKeys = intervalKeys + ", \"intervals\""

  /// The names of the figures of a span of days.
  private static let figureKeys = dayKeys + ", \"days\", \"waitPercentiles\""

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
              "$ref": "#/$defs/state",
              "description": "How the month ended, or stands so far where as-of cuts it."
            },
    \(figureProperties)
          }
        }
    """

  /// A day, an interval and a part of a service: their figures, and what they are.
  static let detail = """
        "day": {
          "type": "object",
          "required": ["day", "met", "state", \(dayKeys)],
          "description": "The figures of a day, and how it stands.",
          "properties": {
            "day": { "$ref": "#/$defs/date", "description": "Which day." },
            "met": {
              "type": ["boolean", "null"],
              "description": "Whether the day attained the objective; null unless it is counted."
            },
            "state": { "$ref": "#/$defs/state", "description": "How the day ended." },
    \(intervalProperties),
    \(dayProperties)
          }
        },
        "interval": {
          "type": "object",
          "required": ["start", "secondPass", "minutes", "met", "state", \(intervalKeys)],
          "description": "The figures of an interval, and how it stands.",
          "properties": {
            "start": {
              "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$",
              "description": "Its day and the time at which it starts."
            },
            "secondPass": {
              "type": "boolean",
              "description": "Whether it is the second interval of this start: the clock was set back."
            },
            "minutes": {
              "type": "integer", "minimum": 1, "maximum": 60, "description": "Its length."
            },
            "met": {
              "type": ["boolean", "null"],
              "description": "Whether it attained the objective; null unless it is counted."
            },
            "state": { "$ref": "#/$defs/state", "description": "How the interval ended." },
    \(intervalProperties)
          }
        },
        "breakdown": {
          "type": "object",
          "required": ["service", "site", "by", "month", \(figureKeys)],
          "description": "The figures of a part of a service in one month or in total: of the \
    keys that share their names in the dimensions asked for. Judged by the service's objectives.",
          "properties": {
            "service": { "type": "string", "description": "The service's name." },
            "site": {
              "type": ["string", "null"], "description": "Its site; null where there is none."
            },
            "by": {
              "type": "object",
              "properties": {
                "site": { "type": "string", "description": "The site; empty where there is none." },
                "queue": { "type": "string", "description": "The queue, likewise." },
                "channel": { "type": "string", "description": "The channel, likewise." }
              },
              "description": "The names of the part, by dimension."
            },
            "month": {
              "anyOf": [{ "$ref": "#/$defs/calendarMonth" }, { "type": "null" }],
              "description": "The month up to as-of; null for all months of the service."
            },
    \(figureProperties)
          }
        }
    """

  /// The figures of a span of days, key by key.
  private static let figureProperties =
    intervalProperties + ",\n" + dayProperties + ",\n" + """
              "days": {
                "anyOf": [{ "$ref": "#/$defs/opportunities" }, { "type": "null" }],
                "description": "How the days ended; null where a month is recorded as a whole."
              },
              "waitPercentiles": {
                "anyOf": [{ "$ref": "#/$defs/waits" }, { "type": "null" }],
                "description": "How long answered contacts waited; null without contacts, where interval \
      records count in their place, and where exclusions leave days out."
              }
      """

  /// What a day has besides the figures of an interval.
  private static let dayProperties = """
            "intervals": {
              "anyOf": [{ "$ref": "#/$defs/opportunities" }, { "type": "null" }],
              "description": "How the intervals ended; null where rows are longer than an hour and do not \
    say it."
            }
    """

  /// The figures of an interval, key by key.
  private static let intervalProperties = """
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
            "fromPercentages": {
              "$ref": "#/$defs/count",
              "description": "Rows whose contacts answered in time are known from a rounded \
    percentage alone, so that the nearest count is shown."
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
            "coverage": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "Expected intervals of the queues that are not missing, cut; null \
    where none is expected."
            }
    """
}
