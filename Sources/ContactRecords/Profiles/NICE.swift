import DelimitedText

extension ACDProfile {
  /// The call detail of NICE CXone's data download, a row for each contact.
  ///
  /// Its column SLA is 0 within the level and 1 beyond it, and −1 for what was never queued,
  /// abandoned early or was passed on. The wait decides here, and SLA only what was not offered.
  static let niceCXone = ACDProfile(
    name: "nice-cxone-call-detail", product: "NICE CXone, data download of call details",
    kind: .contacts,
    signature: [["Contact_ID"], ["Skill_Name"], ["Start_Date"], ["Start_Time"], ["InQueue"]],
    columns: [
      Column("started_at", from: "Start_Date", "Start_Time"),
      Column("contact_id", from: "Contact_ID"),
      Column("queue", from: "Skill_Name"),
      Column("channel", from: "Media_Name"),
      Column("customer_id", from: "ANI_Dialnum"),
      Column("agent", anyOf: "Agent_Name", "Agent_No"),
      Column("outcome", from: "Abandon", "SLA"),
      Column("wait_seconds", from: "InQueue"),
      Column("talk_seconds", from: "Active_Talk_Time"),
      Column("hold_seconds", from: "Hold_Time"),
      Column("wrap_seconds", from: "ACW_Seconds"),
    ],
    conventions: ColumnMapping(
      formats: ["started_at": .known("MM/dd/yyyy HH:mm:ss")],
      values: [
        "outcome": WordMap([
          "N 0": "answered", "N 1": "answered", "N -1": "not_offered",
          "Y 0": "abandoned", "Y 1": "abandoned", "Y -1": "abandoned",
        ])
      ]),
    times: "month/day/year and a time of 24 hours; a contact counts where it starts",
    unknown: [
      "the formula of the printed service level",
      "the direction of a contact: rows of outbound skills have to be left out with ignore",
      "the contact that a passed-on one was part of: Master_Contact_ID is not read",
    ])

  /// The queue feed of NICE IEX workforce management.
  static let niceIEX = ACDProfile(
    name: "nice-iex-queue", product: "NICE IEX workforce management, queue data export",
    kind: .intervals,
    columns: [Column("interval_start", from: "date", "period")],
    conventions: ColumnMapping(formats: ["interval_start": .known("MMddyyyy HH:mm")]),
    times: "month, day and year without separators, unless the export says otherwise, and the "
      + "start of the period; the repeated hour of daylight saving cannot be told apart",
    unknown: [
      "the names of the columns with counts: map them with --map or columns in the configuration",
      "how the header line is marked",
    ])

  /// The table of queue statistics of NICE workforce management.
  ///
  /// Four counts before and after the threshold are all that any formula needs.
  static let niceWFM = ACDProfile(
    name: "nice-wfm-queuestats", product: "NICE workforce management, table R_QUEUESTATS",
    kind: .intervals,
    signature: [["C_TIMESTAMP"], ["C_ORIGCONTRCVD"], ["C_ORIGHNDLBEFSL"]],
    columns: [
      Column("interval_start", from: "C_TIMESTAMP"),
      Column("queue", anyOf: "C_QTAG", "C_QUEUE"),
      Column("offered", from: "C_ORIGCONTRCVD"),
      Column("answered", sources: [.sum(["C_ORIGHNDLBEFSL", "C_ORIGHNDLAFTSL"])]),
      Column("answered_within", from: "C_ORIGHNDLBEFSL"),
      Column("abandoned", sources: [.sum(["C_ORIGABANDBEFSL", "C_ORIGABANDAFTSL"])]),
      Column("abandoned_within", from: "C_ORIGABANDBEFSL"),
    ],
    times: "with an offset, as its users' queries show",
    unknown: [
      "the columns for times: speed of answer and handle time are not read",
      "the threshold in seconds",
    ])
}
