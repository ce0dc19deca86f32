extension ReportSchema {
  /// Attestations, whole and as a criterion shows them.
  static let evidence = """
        "evidence": {
          "type": "object",
          "required": ["standard", "level", "scope", "reference", "attestedBy", "from", "until", \
    "sha256", "note", "inForce", "effect"],
          "description": "An attestation: someone stands for what data cannot decide.",
          "properties": {
            "standard": { "$ref": "#/$defs/standardID", "description": "The standard it is about." },
            "level": {
              "type": "integer", "minimum": 1, "maximum": 4,
              "description": "The level whose criterion it is about."
            },
            "scope": {
              "type": "string",
              "description": "The service, the site or the organization it is about; a star stands \
    for any run of characters."
            },
            "reference": { "type": "string", "description": "What shows it." },
            "attestedBy": { "type": "string", "description": "Who stands for it." },
            "from": { "$ref": "#/$defs/date", "description": "The first day it is in force." },
            "until": {
              "$ref": "#/$defs/date",
              "description": "The last day: the one stated, or the last of 24 months."
            },
            "sha256": {
              "type": ["string", "null"],
              "description": "The digest of what shows it, as stated; it is not checked."
            },
            "note": { "type": ["string", "null"], "description": "What the record says besides." },
            "inForce": { "type": "boolean", "description": "Whether it is in force at as-of." },
            "effect": {
              "enum": ["attests", "decidedByData", "notInForce", "noScope", "ratedByPeople"],
              "description": "attests: it stands for its criterion; decidedByData: data decide the \
    criterion, and no attestation overrides them; noScope: no scope of its name was judged; \
    ratedByPeople: its standard is one that people rate."
            }
          }
        },
        "attestation": {
          "type": "object", "required": ["reference", "attestedBy", "from", "until", "scope"],
          "description": "An attestation that stands for a criterion.",
          "properties": {
            "reference": { "type": "string", "description": "What shows it." },
            "attestedBy": { "type": "string", "description": "Who stands for it." },
            "from": { "$ref": "#/$defs/date", "description": "The first day it is in force." },
            "until": { "$ref": "#/$defs/date", "description": "The last day it is in force." },
            "scope": { "type": "string", "description": "What it is about, as stated." }
          }
        }
    """
}
