extension ReportSchema {
  /// A ledger, and an input with the account of its rows.
  static let inputs = ledger + ",\n" + input

  /// A ledger.
  private static let ledger = """
        "ledger": {
          "type": "object",
          "required": ["path", "updated", "sources", "added", "unchanged", "restated", \
    "restatements"],
          "description": "The ledger whose files the inputs are, and what became of new files in \
    it; only where there is one.",
          "properties": {
            "path": { "type": "string", "description": "The folder as it was given." },
            "updated": {
              "type": "boolean",
              "description": "Whether it was changed; else the report is made as if it were."
            },
            "sources": {
              "type": "array", "items": { "$ref": "#/$defs/input" },
              "description": "The new files, and what became of their rows."
            },
            "added": {
              "$ref": "#/$defs/count",
              "description": "Keys and days that the ledger did not have."
            },
            "unchanged": {
              "$ref": "#/$defs/count", "description": "Those that it had, with the same rows."
            },
            "restated": {
              "$ref": "#/$defs/count", "description": "Those that it had, with other rows."
            },
            "restatements": {
              "type": "array", "maxItems": 20,
              "items": {
                "type": "object", "required": ["file", "scope"],
                "properties": {
                  "file": { "type": "string", "description": "The file of the ledger." },
                  "scope": { "type": "string", "description": "The names of the key, and the day." }
                }
              },
              "description": "The first of these."
            }
          }
        }
    """

  /// An input and the account of its rows.
  static let input = """
        "input": {
          "type": "object",
          "required": ["path", "sha256", "bytes", "kind", "profile", "encoding", "delimiter", \
    "first", "last", "rows", "suspect", "unmapped", "rejects", "notes"],
          "description": "What one input was, and what became of its rows.",
          "properties": {
            "path": {
              "type": "string", "description": "The path as it was given; - is standard input."
            },
            "sha256": {
              "type": ["string", "null"], "pattern": "^[0-9a-f]{64}$",
              "description": "The digest of its bytes; null where it was not asked for."
            },
            "bytes": { "$ref": "#/$defs/count", "description": "Bytes read." },
            "kind": {
              "enum": ["intervals", "contacts", "evaluations", "surveys", "costs", \
    "quality_costs", "evidence", "exclusions", "claims", "ratings", "sums"],
              "description": "What a row stands for."
            },
            "profile": {
              "type": ["string", "null"],
              "description": "The product whose export it is; null for canonical or configured \
    column names."
            },
            "encoding": { "type": "string", "description": "The encoding of its text." },
            "delimiter": {
              "type": "string", "pattern": "^.$", "description": "What stands between fields."
            },
            "first": {
              "type": ["string", "null"],
              "pattern": "^[0-9]{4}-([0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?|Q[1-4])$",
              "description": "The earliest start of a row that could be read: a time, a day, a \
    month or a quarter; null without rows."
            },
            "last": {
              "type": ["string", "null"],
              "pattern": "^[0-9]{4}-([0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?|Q[1-4])$",
              "description": "The latest start; null without rows."
            },
            "rows": { "$ref": "#/$defs/rows" },
            "suspect": {
              "$ref": "#/$defs/count",
              "description": "Accepted rows whose counts contradict each other."
            },
            "unmapped": {
              "type": "array", "items": { "type": "string" },
              "description": "Columns that nothing was read from, in the order of the header."
            },
            "rejects": {
              "type": "array", "maxItems": 10, "items": { "$ref": "#/$defs/reject" },
              "description": "The first ten rows that could not be read."
            },
            "notes": {
              "type": "array", "items": { "type": "string" },
              "description": "What a reader has to know besides, in words."
            }
          }
        },
        "rows": {
          "type": "object",
          "required": ["read", "accepted", "rejected", "repeated", "ignored"],
          "description": "The account: read is the sum of the four others.",
          "properties": {
            "read": {
              "$ref": "#/$defs/count", "description": "All below the header, blank lines too."
            },
            "accepted": { "$ref": "#/$defs/count", "description": "Rows that count." },
            "rejected": {
              "$ref": "#/$defs/count", "description": "Rows that could not be read."
            },
            "repeated": {
              "$ref": "#/$defs/count", "description": "Rows equal to another, taken once."
            },
            "ignored": {
              "$ref": "#/$defs/count",
              "description": "Blank lines, and rows dropped for another of the same key."
            }
          }
        },
        "reject": {
          "type": "object", "required": ["line", "column", "reason"],
          "description": "A row that could not be read.",
          "properties": {
            "line": {
              "type": "integer", "minimum": 1, "description": "Physical line of the file, from 1."
            },
            "column": {
              "type": "integer", "minimum": 1, "description": "Column in characters, from 1."
            },
            "reason": { "type": "string", "description": "Why, in words." }
          }
        }
    """

  /// Days and columns that contradict themselves, and levels that were required.
  static let remarks = """
        "exclusion": {
          "type": "object",
          "required": ["start", "end", "reason", "approver", "service", "site", "services"],
          "description": "A stretch of time to leave out of the judgment of services, half-open.",
          "properties": {
            "start": { "$ref": "#/$defs/moment", "description": "The first moment left out." },
            "end": { "$ref": "#/$defs/moment", "description": "The first moment left in again." },
            "reason": { "type": "string", "description": "Why." },
            "approver": { "type": "string", "description": "Who approved it." },
            "service": {
              "type": ["string", "null"], "description": "The services meant; null for all."
            },
            "site": { "type": ["string", "null"], "description": "The sites meant; null for all." },
            "services": {
              "type": "array", "items": { "$ref": "#/$defs/exclusionEffect" },
              "description": "The services that it took something out of."
            }
          }
        },
        "exclusionEffect": {
          "type": "object", "required": ["name", "site", "intervals", "days", "months"],
          "description": "What an exclusion took out of a service.",
          "properties": {
            "name": { "type": "string", "description": "The service's name." },
            "site": {
              "type": ["string", "null"], "description": "Its site; null where there is none."
            },
            "intervals": {
              "$ref": "#/$defs/count",
              "description": "Intervals that it overlaps; 0 where days are the finest."
            },
            "days": {
              "$ref": "#/$defs/count",
              "description": "Days that it overlaps and that are excluded whole."
            },
            "months": {
              "$ref": "#/$defs/count",
              "description": "Months recorded as a whole that it overlaps, which are excluded whole."
            }
          }
        },
        "moment": {
          "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$",
          "description": "A minute of the wall clock."
        },
        "suspectDay": {
          "type": "object", "required": ["service", "site", "day", "wholeMonth", "offered", "accountedFor"],
          "description": "A day of a service whose contacts do not add up.",
          "properties": {
            "service": { "type": "string", "description": "The service's name." },
            "site": {
              "type": ["string", "null"], "description": "Its site; null where there is none."
            },
            "day": { "$ref": "#/$defs/date", "description": "The day." },
            "wholeMonth": {
              "type": "boolean",
              "description": "Whether it is the month that ends on the day, recorded as a whole."
            },
            "offered": { "$ref": "#/$defs/count", "description": "Contacts offered on it." },
            "accountedFor": {
              "$ref": "#/$defs/count", "description": "Answered, abandoned and flown out."
            }
          }
        },
        "setAside": {
          "type": "object",
          "required": ["service", "site", "length", "rows", "offered", "answered", \
    "shorterOffered", "shorterAnswered"],
          "description": "Rows of one length that gave way to shorter ones of the same days.",
          "properties": {
            "service": { "type": "string", "description": "The service's name." },
            "site": {
              "type": ["string", "null"], "description": "Its site; null where there is none."
            },
            "length": { "enum": ["day", "month"], "description": "What each of them stands for." },
            "rows": { "$ref": "#/$defs/count", "description": "How many there are." },
            "offered": { "$ref": "#/$defs/count", "description": "Contacts offered by them." },
            "answered": { "$ref": "#/$defs/count", "description": "Contacts answered by them." },
            "shorterOffered": {
              "$ref": "#/$defs/count",
              "description": "Contacts offered by the shorter rows, which count."
            },
            "shorterAnswered": {
              "$ref": "#/$defs/count", "description": "Contacts answered by the shorter rows."
            }
          }
        },
        "implausibility": {
          "type": "object", "required": ["path", "column", "rows", "of", "reason"],
          "description": "A column that looks wrongly mapped and was accepted by name.",
          "properties": {
            "path": { "type": "string", "description": "The input as it was given." },
            "column": { "type": "string", "description": "The canonical name of the column." },
            "rows": { "$ref": "#/$defs/count", "description": "Rows with such a figure." },
            "of": {
              "$ref": "#/$defs/count", "description": "Rows with contacts, or with a score."
            },
            "reason": { "type": "string", "description": "What is implausible, in words." }
          }
        },
        "requirement": {
          "type": "object", "required": ["standard", "level", "status"],
          "description": "A level that was required of a standard.",
          "properties": {
            "standard": { "$ref": "#/$defs/standardID", "description": "Which standard." },
            "level": {
              "type": "integer", "minimum": 1, "maximum": 4,
              "description": "The level that it has to have at least."
            },
            "status": {
              "enum": ["holds", "fails", "indeterminate"],
              "description": "Whether the standard has it; indeterminate where what is undecided \
    or absent could still give it. The exit status follows: any fails 1, else any indeterminate 2."
            }
          }
        }
    """
}
