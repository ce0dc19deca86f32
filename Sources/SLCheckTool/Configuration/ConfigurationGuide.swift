/// What is to be said about each key of a configuration, to whoever writes one.
///
/// The commented configuration of init, the one that inspect begins and the JSON Schema
/// all read this table.
enum ConfigurationGuide: Sendable {
  /// One key with its words and an example.
  struct Section: Hashable, Sendable {
    /// The key at the top of a configuration.
    let key: String
    /// What it says, in one to three sentences.
    let words: String
    /// The key with a value, as JSON5; without a line where this version refuses the key.
    let lines: [String]
    /// Whether the value is the one that holds without it.
    let isDefault: Bool
  }

  /// Finds the section of a key.
  ///
  /// - Precondition: A configuration has the key.
  static func section(_ key: String) -> Section {
    sections.first { $0.key == key }!  // A test goes through all keys.
  }

  /// All keys in the order of the documentation, what is most often needed first.
  static let sections = promises + targets + reading + columns

  private static func section(
    _ key: String, isDefault: Bool = false, _ words: String, _ lines: String
  ) -> Section {
    Section(
      key: key, words: words, lines: lines.split(separator: "\n").map { String($0) },
      isDefault: isDefault)
  }
}

// MARK: - Sections

extension ConfigurationGuide {
  private static let promises = [
    section(
      "services",
      "What is promised to callers, which is in no export. The first service whose match fits "
        + "takes a record. Without any, all contacts are one service at 80 % in 20 s, and the "
        + "report says that this was assumed.",
      """
      services: [
        {
          name: "Voice",
          kind: "service-level",  // or "response-time", for mail and cases
          match: { site: "*", queue: ["Billing", "Support*"], channel: "voice" },
          formula: "offered",  // or "answered", "short-abandons-excluded", …
          demand: "offered",  // or "answered+abandoned"
          pooled: false,  // true: one service over all sites
          finestGrain: "interval",  // or "day", "month": what is counted
          clock: "elapsed",  // or "business": only while open
          closedContacts: "exclude",  // or "include"
          rationale: "why this objective serves the business",
          objectives: [
            { percent: 80, seconds: 20 },
            { from: "2026-07-01", percent: 85, seconds: 20 },
          ],
          hours: { mon: "08:00-20:00", tue: ["08:00-12:00", "13:00-20:00"], sat: "closed" },
          holidays: ["2025-12-25"],
        },
      ],
      """),
    section(
      "require",
      "Levels that a run fails without, by standard.", #"require: { "8.01": 2 },"#),
    section(
      "timeZone",
      "Where the clocks stood that stamped the rows, as the IANA database calls it. Without it "
        + "stamps are wall time, and every day has 24 hours.",
      #"timeZone: "America/Chicago","#),
  ]

  private static let targets = [
    section(
      "quality", "What quality scores have to reach, by site; 0 to 100.",
      "quality: { minimumSample: 30, objectives: [{ site: \"*\", score: 85 }] },"),
    section(
      "satisfaction",
      "What customer satisfaction has to reach. Measures: mean, top-box, top-2-box, nps, ces.",
      """
      satisfaction: {
        minimumSample: 30, measure: "top-2-box", direction: "higher",
        objectives: [{ site: "*", target: 80 }],
      },
      """),
    section(
      "costPerContact",
      "What a contact may cost; by the contacts handled or offered, with the cost of sites shared "
        + "among channels by their contacts or not at all.",
      """
      costPerContact: {
        basis: "handled", allocation: "contacts", objectives: [{ site: "*", amount: 5.80 }],
      },
      """),
    section(
      "firstContactResolution",
      "How first contact resolution is found, and the share that it has to reach: an issue is "
        + "resolved when its customer does not come back within so many days.",
      """
      firstContactResolution: {
        method: "repeat", match: "any", windowDays: 7, maximumContacts: 20,
        objectives: [{ percent: 75 }],
      },
      """),
    section(
      "contactVolume", "How many contacts a month may have at most, or must have at least.",
      "contactVolume: { objectives: [{ atMost: 120000 }] },"),
    section(
      "handleTime", "How many seconds a contact may take on average.",
      "handleTime: { objectives: [{ atMostSeconds: 360 }] },"),
    section(
      "transactionValue",
      "How transactions are valued: what the value is, the months it is held against, the types "
        + "and what each has to be worth.",
      """
      transactionValue: {
        metric: "revenue", baseline: { from: "2025-01", to: "2025-03" },
        types: [{ name: "Sale", major: true, goal: 42.00 }],
      },
      """),
  ]

  private static let reading = [
    section(
      "asOf", "The last day of every window; otherwise the last one with data.",
      #"asOf: "2026-10-31","#),
    section(
      "by", isDefault: true, "What figures are broken down by: site, queue, channel.", "by: [],"),
    section(
      "intervalMinutes",
      "How long an interval is; otherwise it is told from the starts: 5, 10, 15, 20, 30, 60, or "
        + "1440 for days.", "intervalMinutes: 30,"),
    section(
      "shortAbandonSeconds", isDefault: true,
      "Below how many seconds an abandoned contact is a short one.", "shortAbandonSeconds: 5,"),
    section(
      "comparison", isDefault: true,
      "Whether a contact that waited exactly the threshold is in time; \"<\": it is late.",
      #"comparison: "<=","#),
    section(
      "absentIntervals", isDefault: true,
      "What an absent interval means: in a dense export it is missing, in a sparse one nobody "
        + "called; infer: the export tells.", #"absentIntervals: "infer","#),
    section(
      "identityAllowance", isDefault: true,
      "How far answered and abandoned of a day may stray from offered, as a share of it.",
      "identityAllowance: 0.02,"),
    section(
      "dateOrder", "How dates are written whose order their file does not tell: mdy, dmy, ymd.",
      #"dateOrder: "mdy","#),
    section(
      "onConflict", isDefault: true,
      "What two different records of one thing come to: error, sum, first, last.",
      #"onConflict: "error","#),
    section(
      "maxRejects", isDefault: true,
      "How many rows may be rejected, or which share of them, such as \"0.5%\".", "maxRejects: 0,"),
    section(
      "strictCounts", isDefault: true,
      "Whether rows whose counts contradict each other are rejected.",
      "strictCounts: false,"),
    section(
      "ledger", "The folder where months are kept; --update keeps new ones.",
      #"ledger: "ledger","#),
  ]

  private static let columns = [
    section(
      "columns",
      "Where canonical columns stand in an export that calls them otherwise: one column, several "
        + "joined by a blank, or one less others. slcheck schema records lists the names.",
      """
      columns: {
        offered: "Calls Offered", started_at: ["date", "q_start"],
        answered_within: { minus: ["answered", "answered_late"] },
      },
      """),
    section(
      "units",
      "The unit of a column, where it is not that of its name: milliseconds for durations, "
        + "fraction for service_level.",
      #"units: { talk_seconds: "milliseconds", service_level: "fraction" },"#),
    section(
      "formats",
      "How an export writes its times: yyyy yy MM M dd d HH H hh h mm ss a.",
      #"formats: { started_at: "yyMMdd H:mm:ss" },"#),
    section(
      "values", "What an export's own words mean, by canonical column.",
      #"values: { outcome: { AGENT: "answered", HANG: "abandoned" } },"#),
    section(
      "ignore", "Which rows are left out, by the export's own columns and words.",
      """
      ignore: [
        { column: "outcome", is: ["PHANTOM"] },
        { column: "Queue", startsWith: "Total" },
        { all: [{ column: "outcome", is: ["HANG"] }, { column: "q_start", is: ["0:00:00"] }] },
      ],
      """),
  ]
}
