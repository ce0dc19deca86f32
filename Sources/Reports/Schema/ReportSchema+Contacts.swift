extension ReportSchema {
  /// First contact resolution and transaction value.
  static let contacts = """
        "resolution": {
          "type": "object",
          "required": ["method", "match", "windowDays", "judged", "months", "leftOut", \
    "rulesOfThumb"],
          "description": "First contact resolution by one method.",
          "properties": {
            "method": {
              "enum": ["repeat", "flag", "survey"],
              "description": "How issues are found: by further contacts of the customer, by what \
    is noted of a contact, by what customers answer."
            },
            "match": {
              "enum": ["any", "reason", null],
              "description": "Which further contact fails an issue; null for other methods."
            },
            "windowDays": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "How many days a further contact may take; null for other methods."
            },
            "judged": {
              "type": "boolean",
              "description": "Whether the objectives are for it; what stands beside it is not judged."
            },
            "months": {
              "type": "array", "items": { "$ref": "#/$defs/resolutionMonth" },
              "description": "From the first month with issues to that of as-of, without a gap; \
    empty where the configured method has no data."
            },
            "leftOut": {
              "anyOf": [{ "$ref": "#/$defs/resolutionLeftOut" }, { "type": "null" }],
              "description": "Contacts that further contacts are not looked for in; null for other \
    methods."
            },
            "rulesOfThumb": {
              "anyOf": [{ "$ref": "#/$defs/rulesOfThumb" }, { "type": "null" }],
              "description": "What others report of such a figure, beside one from surveys; null \
    beside any other."
            }
          }
        },
        "resolutionMonth": {
          "type": "object",
          "required": ["month", "complete", "rate", "pending", "washIn", "retries", "objective", \
    "met", "state"],
          "description": "The issues that opened in a month, up to as-of.",
          "properties": {
            "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month." },
            "complete": {
              "type": "boolean", "description": "Whether as-of lets the month run to its end."
            },
            "rate": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "Issues resolved at first contact out of those decided; null where \
    none is."
            },
            "pending": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Issues whose window has not passed by as-of, in neither count; null \
    for methods without a window."
            },
            "washIn": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Issues of the first days of the data, whose history is not known, in \
    none of the other counts; null likewise."
            },
            "retries": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Issues among the decided and the pending that opened after the \
    customer had abandoned a contact; null likewise."
            },
            "objective": {
              "type": ["string", "null"], "pattern": "^[0-9]+([.][0-9]{1,6})?$",
              "description": "The percentage in force at the end of the month, or at as-of; null \
    where none is."
            },
            "met": {
              "type": ["boolean", "null"],
              "description": "Whether the month attained its objective; null unless it is complete \
    and counted."
            },
            "state": {
              "enum": ["met", "missed", "undecided", "excluded"],
              "description": "How the month ended, or stands so far; undecided without decided \
    issues and with over a quarter pending, excluded where an objective was lacking."
            }
          }
        },
        "resolutionLeftOut": {
          "type": "object", "required": ["blank", "shared", "sharedContacts", "withoutReason"],
          "description": "Contacts that further contacts are not looked for in.",
          "properties": {
            "blank": {
              "$ref": "#/$defs/count", "description": "Answered contacts of unknown customers."
            },
            "shared": {
              "$ref": "#/$defs/count",
              "description": "Identifiers with more contacts in one window than a customer has."
            },
            "sharedContacts": {
              "$ref": "#/$defs/count", "description": "The answered contacts of these."
            },
            "withoutReason": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Answered contacts without a reason; null where reasons are not matched."
            }
          }
        },
        "rulesOfThumb": {
          "type": "object", "required": ["source", "sentences"],
          "description": "What others report, not computed from these data.",
          "properties": {
            "source": { "type": "string", "description": "Who reports it." },
            "sentences": {
              "type": "array", "items": { "type": "string" }, "description": "What they report."
            }
          }
        },
        "transactionValue": {
          "type": "object", "required": ["metric", "baseline", "types"],
          "description": "What the contacts of each transaction type are worth.",
          "properties": {
            "metric": {
              "type": ["string", "null"],
              "description": "What is valued; null where the configuration does not say."
            },
            "baseline": {
              "anyOf": [{ "$ref": "#/$defs/monthSpan" }, { "type": "null" }],
              "description": "The months that others are compared with: as configured, else the \
    first three of the data; null without either."
            },
            "types": {
              "type": "array", "items": { "$ref": "#/$defs/transactionType" },
              "description": "Every type that the configuration or a contact names, by name."
            }
          }
        },
        "monthSpan": {
          "type": "object", "required": ["from", "to"],
          "description": "Months, both ends included.",
          "properties": {
            "from": { "$ref": "#/$defs/calendarMonth", "description": "The first." },
            "to": { "$ref": "#/$defs/calendarMonth", "description": "The last." }
          }
        },
        "transactionType": {
          "type": "object",
          "required": ["name", "major", "contacts", "withValue", "value", "perContact", \
    "baseline", "goal", "months"],
          "description": "One transaction type over all months.",
          "properties": {
            "name": { "type": "string", "description": "Its name." },
            "major": {
              "type": "boolean",
              "description": "Whether it is marked as a major type; where none is, whether it is \
    among the fewest that make up 80 % of the contacts or of the value of the last 12 months."
            },
    \(transactionProperties),
            "baseline": {
              "anyOf": [{ "$ref": "#/$defs/amountAverage" }, { "type": "null" }],
              "description": "The value per contact in the months of the baseline; null without."
            },
            "goal": {
              "anyOf": [{ "$ref": "#/$defs/amount" }, { "type": "null" }],
              "description": "What a contact should bring; null where nothing is set."
            },
            "months": {
              "type": "array", "items": { "$ref": "#/$defs/transactionMonth" },
              "description": "From the first month with contacts of any type to that of as-of, \
    without a gap."
            }
          }
        },
        "transactionMonth": {
          "type": "object",
          "required": ["month", "complete", "contacts", "withValue", "value", "perContact"],
          "description": "One transaction type in one month.",
          "properties": {
            "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month." },
            "complete": {
              "type": "boolean", "description": "Whether as-of lets the month run to its end."
            },
    \(transactionProperties)
          }
        }
    """

  /// What a type and a month of it have in common, key by key.
  private static let transactionProperties = """
            "contacts": { "$ref": "#/$defs/count", "description": "Contacts of the type." },
            "withValue": {
              "$ref": "#/$defs/count",
              "description": "Those of them that a value is given for."
            },
            "value": {
              "anyOf": [{ "$ref": "#/$defs/amount" }, { "type": "null" }],
              "description": "The sum of the values; null where none is given."
            },
            "perContact": {
              "anyOf": [{ "$ref": "#/$defs/amountAverage" }, { "type": "null" }],
              "description": "The sum out of all contacts of the type; null likewise. Cut where \
    there is a goal, else rounded to nearest."
            }
    """
}
