extension ReportSchema {
  /// Cost per contact, cost of quality, and the amounts that they are made of.
  static let costs = """
        "amount": {
          "type": "string", "pattern": "^-?[0-9]+[.][0-9]{4}$",
          "description": "An amount of money with four decimals."
        },
        "amountAverage": {
          "type": "object", "required": ["numerator", "denominator", "value"],
          "description": "An amount by contact: its exact parts, and the quotient for reading.",
          "properties": {
            "numerator": { "type": "integer", "description": "The amount in lowest terms." },
            "denominator": {
              "type": "integer", "minimum": 1,
              "description": "What the amount is divided by in lowest terms, times the contacts."
            },
            "value": {
              "$ref": "#/$defs/amount",
              "description": "The amount by contact; rounded up where an objective judges it, else \
    to nearest."
            }
          }
        },
        "cost": {
          "type": "object",
          "required": ["scope", "currency", "basis", "months", "trend", "scopeRemarks"],
          "description": "The cost per contact of one scope.",
          "properties": {
            "scope": {
              "type": "string",
              "description": "The site, - for costs without one beside costs with one, or \
    organization."
            },
            "currency": {
              "type": ["string", "null"],
              "description": "The code or sign that records state; null where none does."
            },
            "basis": {
              "enum": ["handled", "offered"],
              "description": "The contacts that a cost is divided by."
            },
            "months": {
              "type": "array", "items": { "$ref": "#/$defs/costMonth" },
              "description": "The months from the first with a cost to as-of, without a gap."
            },
            "trend": {
              "anyOf": [{ "$ref": "#/$defs/trend" }, { "type": "null" }],
              "description": "How the cost per contact of the complete months moves; null for \
    fewer than six of them."
            },
            "scopeRemarks": {
              "type": "array", "items": { "type": "string" },
              "description": "What the costs leave out in the whole window, in words."
            }
          }
        },
        "costMonth": {
          "type": "object",
          "required": ["month", "complete", "amount", "contacts", "value", "categories", \
    "channels", "objective", "met"],
          "description": "The cost per contact of one month.",
          "properties": {
            "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month." },
            "complete": {
              "type": "boolean", "description": "Whether as-of lets the month run to its end."
            },
            "amount": {
              "anyOf": [{ "$ref": "#/$defs/amount" }, { "type": "null" }],
              "description": "The total cost of the whole month; null where none is recorded."
            },
            "contacts": {
              "$ref": "#/$defs/count",
              "description": "The contacts that it is divided by, up to as-of."
            },
            "value": {
              "anyOf": [{ "$ref": "#/$defs/amountAverage" }, { "type": "null" }],
              "description": "The cost per contact; null without a cost or contacts, and where \
    as-of cuts the month."
            },
            "categories": {
              "type": "object", "additionalProperties": { "$ref": "#/$defs/amount" },
              "description": "The cost by category."
            },
            "channels": {
              "type": "object", "additionalProperties": { "$ref": "#/$defs/count" },
              "description": "The contacts by channel; without a name where records carry none."
            },
            "objective": {
              "anyOf": [{ "$ref": "#/$defs/amount" }, { "type": "null" }],
              "description": "The objective in force on the last day of the month."
            },
            "met": {
              "type": ["boolean", "null"],
              "description": "Whether the cost per contact is at or under the objective; null \
    where it is not known, or no objective is configured."
            }
          }
        },
        "costOfQuality": {
          "type": "object", "required": ["currency", "months", "trend", "returnTrend"],
          "description": "What quality costs the organization.",
          "properties": {
            "currency": {
              "type": ["string", "null"],
              "description": "The code or sign that records state; null where none does."
            },
            "months": {
              "type": "array", "items": { "$ref": "#/$defs/qualityPeriod" },
              "description": "The months or quarters from the first with a record to as-of, \
    without a gap."
            },
            "trend": {
              "anyOf": [{ "$ref": "#/$defs/trend" }, { "type": "null" }],
              "description": "How the cost of poor quality per contact moves; null for fewer than \
    six complete periods."
            },
            "returnTrend": {
              "anyOf": [{ "$ref": "#/$defs/trend" }, { "type": "null" }],
              "description": "How the return on quality moves, as a share; null likewise."
            }
          }
        },
        "qualityPeriod": {
          "type": "object",
          "required": ["complete", "categories", "contacts", "total", "shareOfCost", "perContact", \
    "good", "poor", "gain", "returnOnQuality"],
          "description": "The cost of quality of a month or a quarter.",
          "properties": {
            "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month, of a month." },
            "quarter": {
              "type": "string", "pattern": "^[0-9]{4}-Q[1-4]$",
              "description": "Which quarter, of a quarter."
            },
            "complete": {
              "type": "boolean", "description": "Whether as-of lets the period run to its end."
            },
            "categories": {
              "type": "object", "additionalProperties": { "$ref": "#/$defs/amount" },
              "description": "The amount by category; one that is not recorded is not there."
            },
            "contacts": { "$ref": "#/$defs/count", "description": "Contacts, up to as-of." },
            "total": {
              "anyOf": [{ "$ref": "#/$defs/amount" }, { "type": "null" }],
              "description": "The four categories together; null unless all are recorded."
            },
            "shareOfCost": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "The total out of the operating cost; null where either is not known."
            },
            "perContact": {
              "anyOf": [{ "$ref": "#/$defs/amountAverage" }, { "type": "null" }],
              "description": "The total by contact; null without contacts, and where as-of cuts \
    the period."
            },
            "good": {
              "anyOf": [{ "$ref": "#/$defs/amount" }, { "type": "null" }],
              "description": "Prevention and appraisal; null unless both are recorded."
            },
            "poor": {
              "anyOf": [{ "$ref": "#/$defs/amount" }, { "type": "null" }],
              "description": "Internal and external failure; null unless both are recorded."
            },
            "gain": {
              "anyOf": [{ "$ref": "#/$defs/amount" }, { "type": "null" }],
              "description": "What quality brought; null where it is not recorded."
            },
            "returnOnQuality": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "(gain - good) / good; null where either is not known."
            }
          }
        }
    """
}
