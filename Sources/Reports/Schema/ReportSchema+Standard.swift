extension ReportSchema {
  /// A standard with its scopes, and a scope with its criteria.
  static let standard = """
        "standardID": {
          "type": "string", "pattern": "^8[.]0[1-6]$",
          "description": "The number of a standard of section 8."
        },
        "standard": {
          "type": "object",
          "required": ["id", "title", "level", "possible", "levelWithExclusions", "scopes"],
          "description": "How one standard stands: at the lowest level of its scopes.",
          "properties": {
            "id": { "$ref": "#/$defs/standardID", "description": "Its number." },
            "title": { "type": "string", "description": "What it is about." },
            "level": {
              "anyOf": [{ "$ref": "#/$defs/level" }, { "type": "null" }],
              "description": "Its level; null where no record of its kind was given or matched."
            },
            "possible": {
              "$ref": "#/$defs/level",
              "description": "The highest level that what is undecided or absent could still allow."
            },
            "levelWithExclusions": {
              "anyOf": [{ "$ref": "#/$defs/level" }, { "type": "null" }],
              "description": "The level with the exclusions applied; the same without any."
            },
            "scopes": {
              "type": "array", "items": { "$ref": "#/$defs/scope" },
              "description": "Its scopes; empty where the standard was not assessed."
            }
          }
        },
        "scope": {
          "type": "object",
          "required": ["scope", "site", "level", "possible", "levelWithExclusions", "share", "criteria", "rollOff", \
    "rollOffs"],
          "description": "How a standard stands for one service on one site, for a site, or for \
    the organization.",
          "properties": {
            "scope": {
              "type": "string",
              "description": "The service's name, the site's, - for rows without a site beside \
    rows with one, or organization."
            },
            "site": {
              "type": ["string", "null"], "description": "Its site; null where there is none."
            },
            "level": {
              "anyOf": [{ "$ref": "#/$defs/level" }, { "type": "null" }],
              "description": "Its level; null where no record matched."
            },
            "possible": {
              "anyOf": [{ "$ref": "#/$defs/level" }, { "type": "null" }],
              "description": "The highest level that what is undecided or absent could still \
    allow; null where no record matched."
            },
            "levelWithExclusions": {
              "anyOf": [{ "$ref": "#/$defs/level" }, { "type": "null" }],
              "description": "The level with the exclusions applied; the same without any."
            },
            "share": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "Its share of the contacts offered to all scopes, rounded to \
    nearest; null without contacts."
            },
            "criteria": {
              "type": "array", "maxItems": 4, "items": { "$ref": "#/$defs/criterion" },
              "description": "Its criteria, level 1 first; empty where no record matched."
            },
            "rollOff": {
              "anyOf": [{ "$ref": "#/$defs/rollOff" }, { "type": "null" }],
              "description": "What next month has to be for the lowest rule that counts months; \
    null without one, and where no record matched."
            },
            "rollOffs": {
              "type": "array", "items": { "$ref": "#/$defs/rollOff" },
              "description": "The same for every rule that counts months, the lowest level first."
            }
          }
        },
        "criterion": {
          "type": "object",
          "required": ["level", "status", "origin", "ownRule", "window", "met", "counted", "undecided", \
    "needed", "distance", "deciding", "months", "remarks", "attested"],
          "description": "How one criterion stands. Of an attestation, the window and its counts \
    are null.",
          "properties": {
            "level": {
              "type": "integer", "minimum": 1, "maximum": 4,
              "description": "The level that it belongs to."
            },
            "status": {
              "$ref": "#/$defs/status",
              "description": "met and missed hold whatever is missing; indeterminate: what is \
    missing could turn it; needsEvidence: data cannot decide it."
            },
            "origin": {
              "enum": ["source", "own rule"],
              "description": "Whether the standard says so, or leaves it open and we decided it."
            },
            "ownRule": {
              "type": ["string", "null"],
              "description": "What of it we decided where the rest is the standard's."
            },
            "window": {
              "anyOf": [{ "$ref": "#/$defs/window" }, { "type": "null" }],
              "description": "Where it looks; null for an attestation, and for what is configured."
            },
            "met": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Opportunities of the window that attained the objective."
            },
            "counted": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Opportunities that attained or missed it."
            },
            "undecided": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Opportunities that what is missing could turn."
            },
            "needed": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Opportunities that have to attain it; null where each month has \
    its own number."
            },
            "distance": {
              "type": "string",
              "description": "What is lacking, what may still be missed, or what would decide."
            },
            "deciding": {
              "type": "array",
              "items": { "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$" },
              "description": "The undecided months or days that would decide an indeterminate one."
            },
            "months": {
              "type": "array", "items": { "$ref": "#/$defs/monthOfDays" },
              "description": "The months of a criterion that is judged month by month."
            },
            "remarks": {
              "type": "array", "items": { "type": "string" },
              "description": "What a reader has to know besides, in words."
            },
            "attested": {
              "type": "array", "items": { "$ref": "#/$defs/attestation" },
              "description": "The attestations that stand for it."
            }
          }
        },
        "monthOfDays": {
          "type": "object", "required": ["month", "met", "counted", "undecided", "needed"],
          "description": "One month of a criterion on days.",
          "properties": {
            "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month." },
            "met": { "$ref": "#/$defs/count", "description": "Days that attained the objective." },
            "counted": { "$ref": "#/$defs/count", "description": "Days that attained or missed it." },
            "undecided": {
              "$ref": "#/$defs/count", "description": "Days that what is missing could turn."
            },
            "needed": { "$ref": "#/$defs/count", "description": "Days that have to attain it." }
          }
        },
        "rollOff": {
          "type": "object", "required": ["level", "next", "leaves", "leavesMet", "demand"],
          "description": "What happens to the criterion on months when the next month is complete.",
          "properties": {
            "level": { "$ref": "#/$defs/level", "description": "The level whose rule it is." },
            "next": { "$ref": "#/$defs/calendarMonth", "description": "The month that enters." },
            "leaves": { "$ref": "#/$defs/calendarMonth", "description": "The month that leaves." },
            "leavesMet": {
              "type": ["boolean", "null"],
              "description": "Whether the leaving month was met; null where it is not counted."
            },
            "demand": {
              "enum": ["mayBeMissed", "dependsOnUndecided", "mustBeMet", "mustBeMetWithUndecided",
                "cannotSuffice"],
              "description": "What the next month has to be for that level's criterion to hold."
            }
          }
        }
    """
}
