extension ReportSchema {
  /// Quality scores, satisfaction, and what goes together with it.
  static let scores = """
        "quality": {
          "type": "object", "required": ["scope", "months", "trend"],
          "description": "The quality scores of a site, or of the organization.",
          "properties": {
            "scope": { "$ref": "#/$defs/scoreScope" },
            "months": {
              "type": "array", "items": { "$ref": "#/$defs/qualityMonth" },
              "description": "From the first month with evaluations to that of as-of, without a gap."
            },
            "trend": {
              "anyOf": [{ "$ref": "#/$defs/trend" }, { "type": "null" }],
              "description": "The trend over its complete months, in points a month; null for \
    fewer than six."
            }
          }
        },
        "scoreScope": {
          "type": "string",
          "description": "A site's name; - for rows without one beside rows with one; organization \
    where no row has a site."
        },
        "qualityMonth": {
          "type": "object",
          "required": ["month", "complete", "n", "score", "standardDeviation", "margin", \
    "objective", "met", "state", "clear", "smallSample"],
          "description": "The quality score of a month up to as-of.",
          "properties": {
    \(scoreMonthProperties),
            "n": { "$ref": "#/$defs/count", "description": "Evaluations." },
            "score": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "Points given out of points possible; a score counts as points of 100."
            },
            "margin": {
              "anyOf": [{ "$ref": "#/$defs/decimal" }, { "type": "null" }],
              "description": "Half the width of the 95 % interval in points, evaluations of one \
    agent taken together; null for fewer than two agents, or evaluations without one."
            }
          }
        },
        "satisfaction": {
          "type": "object",
          "required": ["scope", "measure", "direction", "scales", "nonResponseCorrected", \
    "months", "trend"],
          "description": "Customer satisfaction on a site, or in the organization.",
          "properties": {
            "scope": { "$ref": "#/$defs/scoreScope" },
            "measure": {
              "enum": ["mean", "top-box", "top-2-box", "nps", "ces"],
              "description": "How answers become one figure."
            },
            "direction": {
              "enum": ["higher", "lower"], "description": "Whether a high figure is good."
            },
            "scales": {
              "type": "array", "items": { "type": "string" },
              "description": "The scales of the answers, lowest to highest: 1 to 5."
            },
            "nonResponseCorrected": {
              "const": false,
              "description": "Customers who did not answer are not made up for."
            },
            "months": {
              "type": "array", "items": { "$ref": "#/$defs/satisfactionMonth" },
              "description": "From the first month with answers or invitations to that of as-of, \
    without a gap."
            },
            "trend": {
              "anyOf": [{ "$ref": "#/$defs/trend" }, { "type": "null" }],
              "description": "The trend over its complete months, in points a month; null for \
    fewer than six, and for a mean over several scales."
            }
          }
        },
        "satisfactionMonth": {
          "type": "object",
          "required": ["month", "complete", "n", "invited", "responseRate", "value", \
    "standardDeviation", "low", "high", "objective", "met", "state", "clear", "smallSample"],
          "description": "The satisfaction of a month up to as-of.",
          "properties": {
    \(scoreMonthProperties),
            "n": { "$ref": "#/$defs/count", "description": "Answers." },
            "invited": {
              "type": ["integer", "null"], "minimum": 0,
              "description": "Customers invited to answer; null where invitations are not recorded."
            },
            "responseRate": {
              "anyOf": [{ "$ref": "#/$defs/ratio" }, { "type": "null" }],
              "description": "Answers out of invitations; null likewise."
            },
            "value": {
              "anyOf": [
                { "$ref": "#/$defs/ratio" }, { "$ref": "#/$defs/signedAverage" }, { "type": "null" }
              ],
              "description": "A share of the answers, promoters less detractors of all, or the \
    mean answer; null without answers, and where answers on several scales have no mean."
            },
            "low": {
              "anyOf": [{ "$ref": "#/$defs/decimal" }, { "type": "null" }],
              "description": "The lower end of the 95 % interval, cut outwards."
            },
            "high": {
              "anyOf": [{ "$ref": "#/$defs/decimal" }, { "type": "null" }],
              "description": "The upper end of the 95 % interval, cut outwards."
            }
          }
        },
        "decimal": {
          "type": "string", "pattern": "^-?[0-9]+[.][0-9]{2}$",
          "description": "A number with two decimals."
        },
        "signedAverage": {
          "type": "object", "required": ["numerator", "denominator", "value"],
          "description": "A mean: its exact parts, and the quotient for reading.",
          "properties": {
            "numerator": { "type": "integer", "description": "What is added up." },
            "denominator": {
              "type": "integer", "minimum": 1, "description": "What it is divided by."
            },
            "value": {
              "$ref": "#/$defs/decimal",
              "description": "The mean with two decimals, cut away from a pass where it is judged."
            }
          }
        },
        "association": {
          "type": "object", "required": ["pair", "rho", "n", "p", "pAdjusted"],
          "description": "How the changes of two monthly figures go together: association, not \
    effect.",
          "properties": {
            "pair": {
              "type": "array", "maxItems": 2, "items": { "type": "string" },
              "description": "The two figures."
            },
            "rho": {
              "type": "string", "pattern": "^-?[01][.][0-9]{4}$",
              "description": "Spearman's rank correlation of the changes from month to month."
            },
            "n": { "$ref": "#/$defs/count", "description": "Changes that both figures have." },
            "p": {
              "type": "string", "pattern": "^[01][.][0-9]{4}$",
              "description": "The two-sided chance of such a correlation without an association."
            },
            "pAdjusted": {
              "type": "string", "pattern": "^[01][.][0-9]{4}$",
              "description": "The same, corrected by Holm for all pairs that were looked at."
            }
          }
        }
    """

  /// What months of scores have in common, key by key.
  private static let scoreMonthProperties = """
            "month": { "$ref": "#/$defs/calendarMonth", "description": "Which month." },
            "complete": {
              "type": "boolean", "description": "Whether as-of lets the month run to its end."
            },
            "standardDeviation": {
              "anyOf": [{ "$ref": "#/$defs/decimal" }, { "type": "null" }],
              "description": "How far single scores spread, with n - 1; null for shares and for \
    fewer than two."
            },
            "objective": {
              "type": ["string", "null"], "pattern": "^-?[0-9]+([.][0-9]{1,6})?$",
              "description": "What has to be reached; where it changed inside the month, its mean \
    by weight. Null without records, and where none was in force on the day of one."
            },
            "met": {
              "type": ["boolean", "null"],
              "description": "Whether the month attained its objective; null unless it is complete \
    and counted."
            },
            "state": {
              "enum": ["met", "missed", "undecided"],
              "description": "How the month ended, or stands so far; undecided without records, \
    and where no objective was given at all."
            },
            "clear": {
              "type": ["boolean", "null"],
              "description": "Whether the whole 95 % interval keeps to the objective; null where \
    either is lacking."
            },
            "smallSample": {
              "type": "boolean", "description": "Whether it rests on fewer records than asked for."
            }
    """
}
