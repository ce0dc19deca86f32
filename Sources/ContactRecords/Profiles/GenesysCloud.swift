import DelimitedText

extension ACDProfile {
  /// Durations of Genesys Cloud, which leaves those of 0 blank.
  private static let genesysDurations: Set<String> = [
    "talk_seconds", "hold_seconds", "wrap_seconds", "handle_seconds", "abandon_wait_seconds",
    "wait_seconds",
  ]

  private static func milliseconds(_ names: Set<String>) -> [String: MeasureUnit] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, .milliseconds) })
  }

  /// The export of the queue performance view of Genesys Cloud, by interval.
  ///
  /// Its service level is (answered − answered over the level) / (answered + abandoned), with
  /// switches of the organization; the counts give every formula whatever they are set to.
  static let genesysQueues = ACDProfile(
    name: "genesys-cloud-queues", product: "Genesys Cloud, queue performance export",
    kind: .intervals,
    signature: [["Interval Start"], ["Queue Name", "Queue Id"], ["Offer"], ["Answer"]],
    columns: [
      Column("interval_start", from: "Interval Start"),
      Column("queue", anyOf: "Queue Name", "Queue Id"),
      Column("channel", from: "Media Type"),
      Column("offered", from: "Offer"),
      Column("answered", from: "Answer"),
      Column("abandoned", from: "Abandon"),
      Column("answered_within", sources: [.difference(["Answer", "Over SLA"])]),
      Column("short_abandoned", from: "Short Abandon"),
      Column("flow_out", from: "Flow Out"),
      Column("talk_seconds", from: "Total Talk"),
      Column("hold_seconds", from: "Total Hold"),
      Column("wrap_seconds", from: "Total ACW"),
      Column("handle_seconds", from: "Total Handle"),
      Column("abandon_wait_seconds", from: "Total Abandon"),
      Column("transferred", from: "Transfer"),
    ],
    conventions: ColumnMapping(
      units: milliseconds(genesysDurations),
      habits: ExportHabits(
        blankIsZero: genesysDurations, ends: [["Interval End"]])),
    times: "in the order of the exporting user's language, or year first; the zone is chosen at "
      + "export and not written in the file",
    unknown: [
      "the summed delay of the answered: Total Wait holds other waits too, and ASA is an average",
      "the service-level target that Over SLA was counted with: it is not written in the file",
      "what Interval Complete says: rows of intervals that were under way count as they are",
      "rows of other selections in one file: Filters is not read",
    ])

  /// The export of the interactions view of Genesys Cloud, a row for each contact.
  static let genesysInteractions = ACDProfile(
    name: "genesys-cloud-interactions", product: "Genesys Cloud, interactions export",
    kind: .contacts,
    signature: [["Conversation ID"], ["Date"], ["Queue"], ["Abandoned"], ["Total Queue"]],
    columns: [
      Column("started_at", from: "Date"),
      Column("contact_id", from: "Conversation ID"),
      Column("queue", from: "Queue"),
      Column("channel", from: "Media Type"),
      Column("direction", anyOf: "Initial Direction", "Direction"),
      Column("customer_id", from: "ANI"),
      Column("agent", from: "Users"),
      Column(
        "outcome", sources: [.joined(["Abandoned", "Flow Out Type"]), .joined(["Abandoned"])]),
      Column("wait_seconds", from: "Total Queue"),
      Column("talk_seconds", from: "Total Talk"),
      Column("hold_seconds", from: "Total Hold"),
      Column("wrap_seconds", from: "Total ACW"),
    ],
    conventions: ColumnMapping(
      units: milliseconds(genesysDurations),
      values: [
        // Abandoned, and the way out of the queue where the contact left by one.
        "outcome": WordMap(
          ["NO": "answered", "YES": "abandoned", "NO N/A": "answered", "N/A": "", "N/A N/A": ""],
          beginnings: ["NO ": "flow_out", "YES ": "abandoned"])
      ],
      ignore: [
        .isOneOf(column: "Queue", words: ["", "N/A"])
      ],
      habits: ExportHabits(
        blankIsZero: genesysDurations,
        lists: ["queue": UInt8(ascii: ";"), "agent": UInt8(ascii: ";")])),
    times: "in the order of the exporting user's language, or year first; a contact counts where "
      + "its conversation starts",
    unknown: [
      "which queue a contact waited in where it passed several: the first one counts, with the wait "
        + "in all of them",
      "contacts that reached neither an agent nor a way out nor gave up: they count as answered",
      "the words of Flow Out Type: any of them is a way out",
      "one number in two forms, tel: and sip:, is two customers",
    ])

  /// The historical data that Genesys Cloud takes in for forecasts.
  ///
  /// It has no figure for a service level; volumes and handle times it has.
  static let genesysWFM = ACDProfile(
    name: "genesys-wfm", product: "Genesys Cloud workforce management, historical data",
    kind: .intervals,
    signature: [["Interval Start UTC Date"], ["Offered"], ["Interactions Handled"]],
    columns: [
      Column("interval_start", from: "Interval Start UTC Date"),
      Column("queue", from: "Queue"),
      Column("channel", from: "Media Type"),
      Column("offered", from: "Offered"),
      Column("answered", from: "Interactions Handled"),
      Column("handle_seconds", from: "Total Handle Time (Seconds)"),
    ],
    conventions: ColumnMapping(
      habits: ExportHabits(isUniversalTime: true, isWithoutServiceLevel: true)),
    times: "ISO 8601 in universal time, on quarters of an hour",
    unknown: [
      "anything that a service level could be made of",
      "the abandoned: they are taken as what was offered and not handled",
    ])
}
