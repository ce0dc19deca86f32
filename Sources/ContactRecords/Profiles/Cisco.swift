import DelimitedText

extension ACDProfile {
  /// The activity of contact service queues of Cisco Unified Contact Center Express.
  ///
  /// Three columns are confirmed. All others have to be mapped.
  static let ciscoUCCX = ACDProfile(
    name: "cisco-uccx-csq",
    product: "Cisco Unified Contact Center Express, contact service queue activity by interval",
    kind: .intervals,
    signature: [["Interval Start Time"], ["Interval End Time"], ["Calls Presented"]],
    columns: [
      Column("interval_start", from: "Interval Start Time"),
      Column("offered", from: "Calls Presented"),
    ],
    conventions: ColumnMapping(habits: ExportHabits(ends: [["Interval End Time"]])),
    times: "a day and a time with AM or PM; a call is written when it is completed",
    unknown: [
      "the names of all columns but Interval Start Time, Interval End Time and Calls Presented: map "
        + "the others with --map or columns in the configuration",
      "the order of the parts of a date",
      "the unit of durations",
      "which of its four formulas a printed service level follows",
    ])

  /// The interval table of call types of Cisco Unified Contact Center Enterprise.
  ///
  /// A call's service-level event is booked in the interval in which it is answered,
  /// abandons or passes the threshold, whichever is first; so a row may lawfully
  /// contradict itself.
  static let ciscoUCCE = ACDProfile(
    name: "cisco-ucce-call-type",
    product: "Cisco Unified Contact Center Enterprise, table Call_Type_Interval",
    kind: .intervals,
    signature: [["DateTime"], ["CallTypeID"], ["CallsOffered"], ["ServiceLevelCalls"]],
    columns: [
      Column("interval_start", from: "DateTime"),
      Column("interval_minutes", from: "ReportingInterval"),
      Column("queue", from: "CallTypeID"),
      Column("offered", from: "CallsOffered"),
      Column("answered", from: "CallsAnswered"),
      Column("abandoned", from: "TotalCallsAband"),
      Column("answered_within", from: "ServiceLevelCalls"),
      Column("abandoned_within", from: "ServiceLevelAband"),
      Column("flow_out", from: "OverflowOut"),
      Column("wait_seconds", from: "AnswerWaitTime"),
      Column("abandon_wait_seconds", from: "CallDelayAbandTime"),
      Column("handle_seconds", from: "HandleTime"),
    ],
    times: "the start of the interval; offered, answered and service-level events of one call "
      + "may count in different intervals",
    unknown: [
      "the service level in seconds",
      "whether TimeZone belongs to DateTime: it is not read",
      "the short calls, which the product takes out of offered and abandoned alike",
      "handled calls: handle time is divided by the answered",
    ])
}
