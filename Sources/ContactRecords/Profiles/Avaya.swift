import DelimitedText

extension ACDProfile {
  /// The table of splits by interval of Avaya Call Management System.
  static let avayaCMS = ACDProfile(
    name: "avaya-cms-hsplit", product: "Avaya Call Management System, table hsplit",
    kind: .intervals,
    signature: [["ROW_DATE"], ["STARTTIME"], ["ACDCALLS"], ["ABNCALLS"]],
    columns: [
      Column("interval_start", from: "ROW_DATE", "STARTTIME"),
      Column("interval_minutes", from: "INTRVL"),
      Column("queue", from: "SPLIT"),
      Column("offered", from: "CALLSOFFERED"),
      Column("answered", from: "ACDCALLS"),
      Column("abandoned", from: "ABNCALLS"),
      Column("answered_within", from: "ACCEPTABLE"),
      Column("abandoned_within", from: "SLVLABNS"),
      Column("flow_out", from: "OUTFLOWCALLS"),
      Column("wait_seconds", from: "ANSTIME"),
      Column("abandon_wait_seconds", from: "ABNTIME"),
      Column("talk_seconds", from: "ACDTIME"),
      Column("hold_seconds", from: "HOLDTIME"),
      Column("wrap_seconds", from: "ACWTIME"),
      Column("transferred", from: "TRANSFERRED"),
    ],
    conventions: ColumnMapping(
      habits: ExportHabits(
        wholeClocks: ["interval_start"],
        flags: [
          RowFlag(
            column: "SVCLEVELCHG", word: "1",
            meaning: "the service level in seconds was changed within the interval, so that "
              + "answered_within and abandoned_within count to two thresholds")
        ])),
    times: "a day and a time as a whole number, 800 for 08:00; a call counts in the interval in "
      + "which it ends, and time-zone offsets of the system do not change what was stored",
    unknown: [
      "the form of ROW_DATE, which the program that wrote the file chose",
      "the service level in seconds: the meaning of SERVICELEVEL in an export is not confirmed",
      "how much of a row counts to an older level where SVCLEVELCHG is set",
      "the calls of a split that were neither answered nor abandoned, besides outflows",
    ])

  /// The queue feed for workforce management that is written from Avaya's splits.
  static let avayaWFM = ACDProfile(
    name: "avaya-wfm", product: "Avaya, queue feed for workforce management (queue.csv)",
    kind: .intervals,
    signature: [["INTERVAL_START"], ["split"], ["acdcalls"], ["acceptable"], ["abncalls"]],
    columns: [
      Column("interval_start", from: "INTERVAL_START"),
      Column("queue", from: "split"),
      Column("answered", from: "acdcalls"),
      Column("abandoned", from: "abncalls"),
      Column("answered_within", from: "acceptable"),
      Column("abandoned_within", from: "slvlabns"),
      Column("wait_seconds", from: "anstime"),
      Column("talk_seconds", from: "acdtime"),
      Column("hold_seconds", from: "holdtime"),
      Column("wrap_seconds", from: "acwtime"),
    ],
    times: "the start of the interval",
    unknown: [
      "the offered: they are taken as the answered and the abandoned",
      "the service level in seconds that acceptable was counted with",
    ])

  /// Reports of splits and skills of Avaya's basic call management system.
  ///
  /// Column names of its exports are not known, so that it has to be asked for and mapped.
  static let avayaBCMS = ACDProfile(
    name: "avaya-bcms", product: "Avaya Basic Call Management System, split reports",
    kind: .intervals, columns: [],
    conventions: ColumnMapping(
      habits: ExportHabits(blankIsZero: [
        "talk_seconds", "hold_seconds", "wrap_seconds", "handle_seconds", "wait_seconds",
        "abandon_wait_seconds",
      ])),
    times: "on a clock of 24 hours",
    unknown: [
      "the names of all columns: map them with --map or columns in the configuration",
      "counts of the intervals without activity, which are blank: such rows are rejected",
    ])

  /// The application statistics of Avaya Aura Contact Center, once Symposium.
  ///
  /// It counts what came after the threshold; what came within it is the rest.
  static let avayaAACC = ACDProfile(
    name: "avaya-aacc", product: "Avaya Aura Contact Center, application statistics",
    kind: .intervals,
    signature: [["Timestamp"], ["Application"], ["CallsOffered"], ["CallsAnsweredAftThreshold"]],
    columns: [
      Column("interval_start", from: "Timestamp"),
      Column("queue", from: "Application"),
      Column("offered", from: "CallsOffered"),
      Column("answered", from: "CallsAnswered"),
      Column("abandoned", from: "CallsAbandoned"),
      Column("answered_after", from: "CallsAnsweredAftThreshold"),
      Column(
        "answered_within", sources: [.difference(["CallsAnswered", "CallsAnsweredAftThreshold"])]),
      Column(
        "abandoned_within",
        sources: [.difference(["CallsAbandoned", "CallsAbandonedAftThreshold"])]),
      Column("wait_seconds", from: "CallsAnsweredDelay"),
      Column("talk_seconds", from: "TalkTime"),
      Column("wrap_seconds", from: "PostCallProcessingTime"),
    ],
    times: "the start of the interval",
    unknown: [
      "the form of Timestamp, which the program that wrote the file chose",
      "the threshold in seconds",
      "time on hold: whether TalkTime holds it",
    ])
}
