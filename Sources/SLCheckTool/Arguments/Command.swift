internal import MaturityRules

/// What the tool can be asked to do, by the word for it.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case report, inspect, summary, audit, verify, diff, sample, explain, rollup, assess
  case `init`, schema, completions, help

  /// One line about the command for the list of commands.
  package var summary: String {
    switch self {
    case .report: "metrics and maturity of what the files hold (the default)"
    case .inspect: "what a file is: columns, kind, span, intervals, gaps"
    case .summary: "the month, the 12 months before it, and what is needed next"
    case .audit: "hold each claim against the records"
    case .verify: "run a report again from its inputs"
    case .diff: "what was restated between two reports or two exports"
    case .sample: "random records to trace to their source, reproducibly"
    case .explain: "a rule in words and numbers, a figure down to its rows"
    case .rollup: "canonical records at a coarser grain"
    case .assess: "self-assessments, and what the records say of their ratings"
    case .`init`: "write a commented configuration"
    case .schema: "print the JSON Schema of an output or input, or the known exports"
    case .completions: "print completions for a shell, or the manual page"
    case .help: "print help about a command"
    }
  }

  /// What follows the name of the command, apart from options.
  package var operands: String {
    switch self {
    case .report: "[FILE...|-]"
    case .inspect, .summary, .audit, .sample, .rollup: "FILE..."
    case .verify: "REPORT FILE..."
    case .diff: "OLD NEW"
    case .explain: "RULE[/MONTH|/DAY]|ITEM|ADDRESS [FILE...|-]"
    case .assess: "RATINGS..."
    case .`init`: ""
    case .schema: "NAME"
    case .completions: "SHELL"
    case .help: "[COMMAND]"
    }
  }

  /// What help says about the command below its usage, wrapped where it is printed.
  package var details: String {
    switch self {
    case .report:
      "Reads CSV exports of a contact center, computes service level and the other figures, "
        + "and judges how mature they are. Without a file it reads standard input; - stands "
        + "for standard input as well. A file that is called like a command is written "
        + "./inspect."
    case .inspect:
      "Tells what is in files before they are judged: encoding, header and columns, kind and "
        + "profile, date order, span, interval length, gaps, rejected rows and their reasons, "
        + "figures that look wrong. Rejected rows are findings and no failure; a file that cannot be "
        + "read as records ends with 65."
    case .audit:
      "Holds each claim of a CSV file against the records: verified, refuted, or true only by "
        + "another definition, such as another formula or a mean of days. Columns: id, measure, "
        + "scope, period, claimed. Measures: service_level, offered, answered, abandoned, contacts, "
        + "months_met, days_met, intervals_met, abandonment_rate, asa, aht, quality, csat, "
        + "cost_per_contact, fcr, level. Scope: empty, or names as in service=Voice;site=Dallas;"
        + "queue=Billing, and standard=8.01 for a level. Period: 2026-03-02, 2026-03, "
        + "2026-01..2026-06, last-12-months, past-120-days. Claimed: 84.1%, 20.5 s, 5.80, 11, 11/12. "
        + "Ends with 1 where a claim is false, else with 2 where one is open. Behind the verdicts stand "
        + "patterns that deserve a look, which change no status; months that were restated are found "
        + "with --on-conflict first or last."
    case .schema:
      "Prints the JSON Schema that the JSON output keeps to: report, summary, audit, verify, diff, sample, "
        + "explain (figure for an address, instrument for an item), assess (assessment) or inspect; and that of what is read: configuration, for "
        + "slcheck.json, and records, for a row of each kind. The name profiles lists the exports of "
        + "products that are known: what they are "
        + "recognized by, what is read of them, and what is not known."
    case .explain:
      "Prints a rule in words and numbers: what it asks for, where it looks, how missing data are "
        + "taken. With files it prints its arithmetic for each service and site, and what a contact "
        + "or two would have turned; behind a slash, that of one month or one day, down to file and "
        + "line. ADDRESS is where a figure stands in the JSON report of the same files and options, such as "
        + "services[0].months[3].offered or services[Voice].months[2026-03].serviceLevel: it lists the "
        + "rows behind it, and what each adds. ITEM is what a self-assessment asks: 5.06, "
        + "cx_maturity.reporting_tool, sqm_practice.email, the name of an instrument, such as cmo, or "
        + "of a term, such as contact_center. RULE is one of: \(RuleAddress.rules.map(\.id).joined(separator: ", "))."
    case .assess:
      "Scores ratings by the self-assessments \(Instrument.all.map(\.id).joined(separator: ", ")): "
        + "levels, stages, gaps and what is next. Each row of a CSV file rates one item: instrument, "
        + "item, rating, and beside them evidence, note and rated_on, a date; of several dates the "
        + "last one counts, and the others show the way. With records, 8.01 to 8.06 are computed and "
        + "the ratings held against them: a rating is contradicted where no missing record could "
        + "save it, and unproven where one could. Ends with 1 where a rating is contradicted, else "
        + "with 2 where one is unproven; without records with 0. Records are read and judged as by "
        + "report, with its configuration; without them none is read. --format csv holds one instrument."
    case .verify:
      "Makes a report again that was written with --format json --digest -o REPORT, from the files "
        + "that it was made from, and names the first value that differs. The files are found by "
        + "their SHA-256, whatever they are called now; configuration and options are those that the "
        + "report records. It ends with 0 where all is the same, and with 1 otherwise."
    case .diff:
      "Tells what was restated between two reports in JSON, or between two exports, which are then "
        + "read and judged with the same configuration: months, parts, intervals and levels that "
        + "changed, were added or are gone. It ends with 0 where no figure differs, and with 1 "
        + "otherwise. --format markdown makes a document of it."
    case .summary:
      "Sums up a month on one screen: the figures of each service, the other monthly figures, how "
        + "each standard stands as of its end with the months of the past year in marks, and what the "
        + "next month has to be. Of a month that is still running it says how many of the contacts "
        + "still expected, as on the same weekdays before, have to be answered in time."
    case .sample:
      "Draws interval records and contacts at random, each with file and line, so that they can be "
        + "traced to their source, and says what finding none, one or a few of them faulty shows of "
        + "all: exact binomial bounds. The same seed draws the same records, whatever the order of "
        + "rows and files; the first of a draw are a draw of fewer. Choose the seed when the files can "
        + "no longer be changed."
    case .rollup:
      "Writes interval records again as canonical CSV, each once, in the order of their keys and of "
        + "time: by interval as they are, or summed by day or by month, or over a dimension. Sums "
        + "carry a part, a digest of the rows in them: parts of different rows add when they are read "
        + "together, equal ones are repeats, so that pieces of the records can be rolled up apart, on "
        + "any machine and in any order. By interval nothing is lost: the rows give the report that "
        + "the exports give. A coarser grain keeps counts and times. How the intervals of a day or a "
        + "month ended rides along, with the objective that judged them, and is used where one row is "
        + "all that a service has of the day, and no day of its queue has several. With --into a "
        + "folder gets the tables of all kinds of records, and sums.csv: contacts by queue, interval "
        + "and wait, issues of first contact resolution by day, transactions, and what became of the "
        + "rows. Sums add up: of pieces that hold whole queues and days for services, whole customers "
        + "for first contact resolution, and whole contacts for transactions and costs."
    case .`init`:
      "Prints a configuration to begin with, as JSON with comments: each key explained, with "
        + "examples that are commented out, so that it changes nothing as it stands. With -o "
        + "slcheck.json it is written to the file that every run reads; a file that is there already "
        + "is never replaced, and the run ends with 73."
    case .completions:
      "Prints what a shell needs to complete commands, options and their values: bash, zsh or fish. "
        + "The name man prints the manual page, for packages that install both."
    case .help: "Prints help about a command, or about all of them."
    }
  }

  /// Whether it reads standard input where no file is named.
  var readsStandardInput: Bool {
    switch self {
    case .report, .inspect, .summary, .audit, .sample, .rollup: true
    case .verify, .diff, .explain, .assess, .`init`, .schema, .completions, .help: false
    }
  }

  /// The forms that its result has.
  package var formats: [OutputFormat] {
    switch self {
    case .report: OutputFormat.allCases
    case .diff, .summary: [.text, .json, .markdown]
    case .assess: [.text, .json, .csv, .markdown, .html]
    default: [.text, .json]
    }
  }

  /// The outputs and inputs whose schema can be printed, and the list of profiles.
  package static let schemaNames = [
    "report", "summary", "audit", "verify", "diff", "sample", "explain", "figure", "instrument",
    "assessment", "inspect",
    "configuration", "records", "profiles",
  ]
}
