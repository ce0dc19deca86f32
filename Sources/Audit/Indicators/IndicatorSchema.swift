import Reports

/// The part of an audit's schema that describes findings.
enum IndicatorSchema {
  /// A finding.
  static let indicator = """
        "indicator": {
          "type": "object",
          "required": ["kind", "service", "site", "from", "to", "figures", "chance", "comparisons", \
    "words", "causes"],
          "description": "A finding with its figures.",
          "properties": {
            "kind": {
              "enum": [\(list(Indicator.Kind.allCases.map(\.rawValue)))],
              "description": "What was found: more intervals that just meet the objective than \
    chance puts there; short abandons that rise from one month to the next; intervals met enough \
    by those of one contact alone; a month met by its last days alone; days without records between \
    missed ones; a month that is another by the rows given first than by those given last."
            },
            "service": { "type": "string", "description": "The service." },
            "site": {
              "type": ["string", "null"],
              "description": "The site; null where records carry none, or the service is pooled."
            },
            "from": { "$ref": "#/$defs/date", "description": "The first day that it is about." },
            "to": { "$ref": "#/$defs/date", "description": "The last day." },
            "figures": {
              "type": "array", "description": "What it rests on; each kind has its own names.",
              "items": {
                "type": "object", "required": ["name", "value"],
                "properties": {
                  "name": {
                    "enum": [\(list(Indicator.Name.allCases.map(\.rawValue)))],
                    "description": "What the figure is called."
                  },
                  "value": { "$ref": "#/$defs/figure", "description": "What it comes to." }
                }
              }
            },
            "chance": {
              "type": ["string", "null"], "pattern": "^[01][.][0-9]{6}$",
              "description": "How likely figures as far off are if nothing but chance is at work; \
    null where no test was made. Times the comparisons it is at most 1 %."
            },
            "comparisons": {
              "$ref": "#/$defs/count",
              "description": "How many comparisons of the kind were made in all services together."
            },
            "words": { "type": "string", "description": "The finding in a sentence." },
            "causes": { "type": "string", "description": "What honestly makes such figures." }
          }
        }
    """

  private static func list(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
