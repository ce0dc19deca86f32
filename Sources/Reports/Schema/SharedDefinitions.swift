/// The definitions that the schemas of the report and of an explanation share.
enum SharedDefinitions: Sendable {
  /// Counts and days.
  static let values = """
        "count": { "type": "integer", "minimum": 0, "description": "A number of things." },
        "date": {
          "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
          "description": "A day as year, month and day: 2026-10-31."
        },
        "calendarMonth": {
          "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}$",
          "description": "A month as year and month: 2026-10."
        }
    """

  /// How opportunities and criteria stand, and where criteria look.
  static let judgment = """
        "state": {
          "enum": ["met", "missed", "idle", "closed", "undecided", "excluded"],
          "description": "How an opportunity ended."
        },
        "status": {
          "enum": ["met", "missed", "indeterminate", "needsEvidence", "attested", \
    "notApplicable", "notAssessed"],
          "description": "How a criterion or a rule stands: met and missed hold whatever is \
    missing; indeterminate: what is missing could turn it, or the readings of a rule disagree; \
    needsEvidence: data cannot decide it."
        },
        "window": {
          "type": "object", "required": ["from", "to", "grain"],
          "description": "The days that a criterion looks at, both ends included.",
          "properties": {
            "from": { "$ref": "#/$defs/date", "description": "The first day." },
            "to": { "$ref": "#/$defs/date", "description": "The last day." },
            "grain": {
              "enum": ["month", "day", "interval", "quarter"], "description": "What is counted in it."
            }
          }
        }
    """
}
