import DelimitedText

extension ACDProfile {
  /// The historical metrics report of Amazon Connect.
  ///
  /// Names from its users' importers and the metric definitions of its documentation. The
  /// printed service levels are left aside: the counts beside them give every formula.
  static let amazonConnect = ACDProfile(
    name: "amazon-connect", product: "Amazon Connect, historical metrics report",
    kind: .intervals,
    signature: [["Queue"], ["StartInterval", "StartDate"], ["Contacts queued"]],
    columns: [
      Column(
        "interval_start",
        sources: [.joined(["StartInterval"]), .joined(["StartDate", "StartTime"])]),
      Column("queue", from: "Queue"),
      Column("offered", from: "Contacts queued"),
      Column("answered", from: "Contacts handled incoming"),
      Column("abandoned", from: "Contacts abandoned"),
    ],
    thresholds: [
      Thresholds(
        stem: "answered_within",
        patterns: [
          .init(prefix: "contacts answered in ", suffix: " seconds"),
          .init(prefix: "contacts answered ", suffix: " seconds"),
        ]),
      Thresholds(
        stem: "abandoned_within",
        patterns: [
          .init(prefix: "contacts abandoned in ", suffix: " seconds"),
          .init(prefix: "contacts abandoned ", suffix: " seconds"),
        ]),
    ],
    conventions: ColumnMapping(
      ignore: [.isOneOf(column: "Queue", words: [""])], dateOrder: .monthDayYear,
      habits: ExportHabits(ends: [["EndInterval"], ["EndDate", "EndTime"]])),
    times: "ISO 8601, or a day as month/day/year beside a time; a contact counts in the "
      + "interval in which it is disconnected",
    unknown: [
      "the byte-order mark, the encoding and a totals row of a file as it leaves the product",
      "whether stamps are in universal time where they carry no offset",
      "sums of times: only averages are given, so that speed of answer and handle time are not read",
      "which contacts were queued by callback or transfer: queued need not be handled and abandoned",
    ])
}
