import DelimitedText

extension ACDProfile {
  /// The queue statistics report of RingCX.
  ///
  /// Offered are the calls that came to the queue first and those that overflowed into it. A
  /// neighbor of its durations is in milliseconds in the JSON form; it is no column of this one.
  static let ringCX = ACDProfile(
    name: "ringcx", product: "RingCX, queue statistics report", kind: .intervals,
    signature: [["date_from"], ["offd_direct_call_cnt"], ["answ_call_cnt"], ["aband_call_cnt"]],
    columns: [
      Column(
        "interval_start",
        sources: [
          .joined(["date_from", "time"]), .joined(["date_from", "time (H24:MI)"]),
        ]),
      Column("interval_minutes", from: "interval"),
      Column("queue", anyOf: "queue_name", "queue"),
      Column(
        "offered",
        sources: [
          .sum(["offd_direct_call_cnt", "overflow_in_call_cnt"]),
          .joined(["offd_direct_call_cnt"]),
        ]),
      Column("answered", from: "answ_call_cnt"),
      Column("abandoned", from: "aband_call_cnt"),
      Column("flow_out", from: "overflow_out_call_cnt"),
      Column("answered_within", from: "ans_servicelevel_cnt"),
      Column("abandoned_within", from: "aband_within_sl_cnt"),
      Column("short_abandoned", from: "aband_short_call_cnt"),
      Column("wait_seconds", from: "queued_and_answ_call_dur"),
      Column("abandon_wait_seconds", from: "queued_and_aband_call_dur"),
      Column("talk_seconds", from: "talking_call_dur"),
      Column("wrap_seconds", from: "wrap_up_dur"),
    ],
    times: "a day and a time of 24 hours in columns of their own",
    unknown: [
      "the form of date_from",
      "the service level in seconds; calls abandoned within 5 seconds are not among those abandoned "
        + "within it",
      "time on hold",
      "intervals of 45 minutes, which are rejected",
    ])
}
