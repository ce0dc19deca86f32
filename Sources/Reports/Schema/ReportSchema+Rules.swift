extension ReportSchema {
  /// A rule of the toolkit with its scopes.
  static let rules = """
        "rule": {
          "type": "object", "required": ["id", "title", "status", "origin", "scopes"],
          "description": "How a rule of the self-assessment toolkit stands; it has no levels.",
          "properties": {
            "id": {
              "type": "string", "pattern": "^toolkit[.][a-z-]+$", "description": "Its identifier."
            },
            "title": { "type": "string", "description": "What it is about." },
            "status": {
              "$ref": "#/$defs/status",
              "description": "missed where one scope misses it, met where all meet it, \
    notAssessed where nothing it is judged by was given."
            },
            "origin": {
              "enum": ["source", "own rule"],
              "description": "Whether the toolkit says so, or we decided it."
            },
            "scopes": {
              "type": "array", "items": { "$ref": "#/$defs/ruleScope" },
              "description": "How it stands for each scope."
            }
          }
        },
        "ruleScope": {
          "type": "object", "required": ["scope", "site", "status", "window", "parts", "remarks"],
          "description": "How a rule stands for one service on one site, or for the organization.",
          "properties": {
            "scope": { "type": "string", "description": "The service's name, or organization." },
            "site": {
              "type": ["string", "null"], "description": "Its site; null where there is none."
            },
            "status": { "$ref": "#/$defs/status", "description": "How it stands." },
            "window": { "$ref": "#/$defs/window", "description": "Where it looks." },
            "parts": {
              "type": "array", "items": { "$ref": "#/$defs/rulePart" },
              "description": "Each reading of the rule, or each figure that it asks for, counted."
            },
            "remarks": {
              "type": "array", "items": { "type": "string" },
              "description": "What a reader has to know besides, in words."
            }
          }
        },
        "rulePart": {
          "type": "object",
          "required": ["name", "status", "met", "counted", "undecided", "needed", "distance"],
          "description": "One reading of a rule, or one figure that it asks for.",
          "properties": {
            "name": { "type": "string", "description": "What is counted." },
            "status": { "$ref": "#/$defs/status", "description": "How it stands." },
            "met": { "$ref": "#/$defs/count", "description": "Opportunities that attained it." },
            "counted": {
              "$ref": "#/$defs/count", "description": "Opportunities that attained or missed it."
            },
            "undecided": {
              "$ref": "#/$defs/count", "description": "Opportunities that what is missing could turn."
            },
            "needed": {
              "$ref": "#/$defs/count", "description": "Opportunities that have to attain it."
            },
            "distance": {
              "type": "string",
              "description": "What is lacking, what may still be missed, or what would decide."
            }
          }
        }
    """
}
