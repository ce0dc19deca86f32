import DelimitedText

extension ACDProfile {
  /// The calls of Aircall as its interface names their parts.
  ///
  /// A call that nobody took says why; one that says nothing was answered where it has a time
  /// of it, and else is open. Calls outside of opening hours and those that ended
  /// in the menu never came to a queue.
  static let aircall = ACDProfile(
    name: "aircall", product: "Aircall, calls", kind: .contacts,
    signature: [["started_at"], ["answered_at"], ["missed_call_reason"]],
    columns: [
      Column("started_at", from: "started_at"),
      Column("answered_at", from: "answered_at"),
      Column("direction", from: "direction"),
      Column("contact_id", from: "id"),
      Column("outcome", from: "missed_call_reason"),
    ],
    conventions: ColumnMapping(
      values: [
        "outcome": WordMap([
          "short_abandoned": "abandoned", "abandoned_in_classic": "abandoned",
          "no_available_agent": "flow_out", "agents_did_not_answer": "flow_out",
          "out_of_opening_hours": "not_offered", "abandoned_in_ivr": "not_offered",
        ])
      ],
      habits: ExportHabits(
        isUniversalTime: true, isEpochToo: true, answersWithoutOutcome: true)),
    times: "universal time, ISO 8601 or seconds since 1970; a call counts where it starts",
    unknown: [
      "the queue or the team of a call: map queue to the column that names it",
      "talk time: duration holds ringing, and is not read",
      "the zone of the number, which is given apart and not read",
    ])

  /// Calls of Zendesk Talk, under the names of its incremental export.
  static let zendeskTalk = ACDProfile(
    name: "zendesk-talk", product: "Zendesk Talk, calls", kind: .contacts,
    signature: [["completion_status"], ["created_at"], ["time_to_answer", "wait_time"]],
    columns: [
      Column("started_at", from: "created_at"),
      Column("contact_id", from: "id"),
      Column("direction", from: "direction"),
      Column("customer_id", from: "customer_id"),
      Column("agent", from: "agent_id"),
      Column("outcome", anyOf: "completion_status"),
      Column("wait_seconds", from: "wait_time"),
      Column("talk_seconds", from: "talk_time"),
      Column("hold_seconds", from: "hold_time"),
      Column("wrap_seconds", from: "wrap_up_time"),
    ],
    conventions: ColumnMapping(
      values: [
        "outcome": WordMap([
          "completed": "answered",
          "abandoned_in_queue": "abandoned", "abandoned in queue": "abandoned",
          "abandoned_on_hold": "answered", "abandoned on-hold": "answered",
          "abandoned in on-hold": "answered",
          "abandoned_in_voicemail": "flow_out", "abandoned in voicemail": "flow_out",
          "not_answered": "flow_out", "not answered": "flow_out",
          "abandoned_in_ivr": "not_offered", "abandoned in ivr": "not_offered",
        ])
      ],
      habits: ExportHabits(isUniversalTime: true)),
    times: "ISO 8601 in universal time; a call counts where it is created",
    unknown: [
      "completed calls that only left a message: they count as answered",
      "whether the wait holds the greeting and the menu",
      "the columns of the calls' legs: a file of legs counts a call several times and is not to be "
        + "read by this profile",
      "the queue or the group of a call: map queue to the column that names it",
    ])

  /// Call records of FreeSWITCH's mod_callcenter, as FusionPBX and others keep them.
  ///
  /// Words and variables from the source of the module.
  static let freeSWITCH = ACDProfile(
    name: "freeswitch-callcenter", product: "FreeSWITCH mod_callcenter, call records",
    kind: .contacts,
    signature: [["cc_queue"], ["cc_queue_joined_epoch"], ["cc_cause"]],
    columns: [
      Column("started_at", from: "cc_queue_joined_epoch"),
      Column("answered_at", from: "cc_queue_answered_epoch"),
      Column("contact_id", from: "cc_member_uuid"),
      Column("queue", from: "cc_queue"),
      Column("agent", from: "cc_agent"),
      Column(
        "outcome", sources: [.joined(["cc_cause", "cc_cancel_reason"]), .joined(["cc_cause"])]),
    ],
    conventions: ColumnMapping(
      formats: ["started_at": .epoch, "answered_at": .epoch],
      values: [
        "outcome": WordMap(
          ["answered": "answered", "cancel": "abandoned", "cancel none": "abandoned"],
          beginnings: [
            "answered ": "answered", "cancel break_out": "abandoned",
            "cancel timeout": "flow_out", "cancel no_agent_timeout": "flow_out",
            "cancel exit_with_key": "flow_out",
          ]),
        // 0 is no moment.
        "answered_at": WordMap(["0": ""]),
      ],
      ignore: [
        .isOneOf(column: "cc_side", words: ["agent"]), .isOneOf(column: "cc_queue", words: [""]),
      ]),
    times: "seconds since 1970 in universal time; a call counts where it joins the queue",
    unknown: [
      "calls that left by a key where the reason says BREAK_OUT: they count as abandoned",
      "talk time: the moment of the end covers more than the talk, and is not read",
    ])

  /// The event log of Asterisk's app_queue.
  static let asteriskQueueLog = ACDProfile(
    name: "asterisk-queue-log", product: "Asterisk app_queue, queue_log", kind: .contacts,
    form: .events, columns: [],
    times: "seconds since 1970 in universal time; a call counts where it enters the queue",
    unknown: [
      "whether a call that has no end in the log is still waiting or was lost: it is open",
      "work after the talk: the log does not have it, so that handle time is the talk",
      "calls that began in an older log: their lines are left out, and the older log has them as "
        + "open",
    ])
}

extension StampFormat {
  /// Compiles a format that a profile states.
  ///
  /// - Precondition: It is one.
  static func known(_ text: String) -> StampFormat {
    do {
      return try StampFormat(text)
    } catch {
      preconditionFailure("\(text): \(error)")
    }
  }
}
