import Reports

/// The JSON Schema of what `slcheck audit` tells in JSON.
public enum ClaimAuditSchema: Sendable {
  /// The schema as JSON text, with a line break at its end.
  public static let text =
    opening + "  \"$defs\": {\n"
    + (ReportSchema.frame + [figure, claim, IndicatorSchema.indicator]).joined(separator: ",\n")
    + "\n  }\n}\n"

  private static let opening = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "slcheck.audit/1",
      "description": "Claims held against records, version 1. A figure that the input cannot give \
    is null and never 0; keys may be added and keep their meaning.",
      "type": "object",
      "required": ["schema", "version", "asOf", "timeZone", "configuration", "inputs", "claims", \
    "indicators", "remarks"],
      "properties": {
        "schema": { "const": "slcheck.audit/1", "description": "Name and major version." },
    \(ReportSchema.frameProperties),
        "claims": {
          "type": "array", "items": { "$ref": "#/$defs/claim" },
          "description": "The claims with their verdicts, in the order of their file, which is the \
    last input."
        },
        "indicators": {
          "type": "array", "items": { "$ref": "#/$defs/indicator" },
          "description": "Patterns in the records that deserve a look, each with its usual causes; \
    none changes a verdict or the exit status."
        },
        "remarks": {
          "type": "array", "items": { "type": "string" },
          "description": "What a reader of all verdicts has to know besides, in words."
        }
      },

    """

  private static let figure = """
        "figure": {
          "description": "What a measure comes to: a whole number, a share or an average; null \
    where the records do not tell.",
          "oneOf": [
            { "type": "integer" },
            { "type": "null" },
            {
              "type": "object", "required": ["numerator", "denominator", "meanOf"],
              "description": "A share in percent, or an average as value.",
              "properties": {
                "numerator": {
                  "type": ["integer", "null"],
                  "description": "What is counted; null for a mean, and where it is too long."
                },
                "denominator": {
                  "type": ["integer", "null"], "description": "What it is counted out of; likewise."
                },
                "meanOf": {
                  "type": ["integer", "null"],
                  "description": "How many quotients it is the mean of; null for sums."
                },
                "percent": {
                  "type": "string", "pattern": "^-?[0-9]+[.][0-9]{2}$",
                  "description": "The share in percent."
                },
                "value": {
                  "type": "string", "pattern": "^-?[0-9]+[.][0-9]+$",
                  "description": "The average; an amount or a score of several months has four \
    decimals."
                }
              }
            }
          ]
        }
    """

  private static let claim = """
        "claim": {
          "type": "object",
          "required": ["id", "measure", "scope", "period", "claimed", "verdict", "actual", \
    "difference", "tried", "chance", "explanations", "coverage", "remarks"],
          "description": "A claim and how it stands.",
          "properties": {
            "id": { "type": "string", "description": "What the claim is called." },
            "measure": { "type": "string", "description": "What it is about." },
            "scope": { "type": "string", "description": "The part of the center; empty for all." },
            "period": { "type": "string", "description": "The time." },
            "claimed": { "type": "string", "description": "What is claimed, as written." },
            "verdict": {
              "enum": ["verified", "refuted", "other definition", "indeterminate", "unsupported"],
              "description": "How it stands: true at its precision; false; false as defined and \
    conclusively what another definition gives; open for what is missing; not to be told from these \
    records."
            },
            "actual": { "$ref": "#/$defs/figure" },
            "difference": {
              "type": ["string", "null"], "pattern": "^-?[0-9]+([.][0-9]+)?$",
              "description": "The claim less the truth; null without one."
            },
            "tried": { "$ref": "#/$defs/count", "description": "Other definitions that were tried." },
            "chance": {
              "type": ["string", "null"], "pattern": "^[01][.][0-9]{3}$",
              "description": "The share of false numbers near the truth, at the claim's precision, \
    that some tried definition gives; null where none was tried."
            },
            "explanations": {
              "type": "array",
              "description": "The definitions that give what is claimed, in the order tried.",
              "items": {
                "type": "object", "required": ["definition", "actual", "conclusive"],
                "properties": {
                  "definition": { "type": "string", "description": "The definition's name." },
                  "actual": { "$ref": "#/$defs/figure" },
                  "conclusive": {
                    "type": "boolean",
                    "description": "Whether the match is no likely accident: at a chance of 5 % or \
    less, or where the definition gives a second false claim."
                  }
                }
              }
            },
            "coverage": {
              "$ref": "#/$defs/figure",
              "description": "The expected intervals that are there; null where none is expected."
            },
            "remarks": {
              "type": "array", "items": { "type": "string" },
              "description": "What a reader has to know besides, in words."
            }
          }
        }
    """
}
