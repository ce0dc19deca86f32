import DelimitedText

extension ACDProfile {
  /// All profiles, by name.
  public static let all: [ACDProfile] = [amazonConnect].sorted { $0.name < $1.name }

  /// The historical metrics report of Amazon Connect.
  static let amazonConnect = ACDProfile(
    name: "amazon-connect", product: "Amazon Connect, historical metrics", kind: .intervals,
    signature: [["Queue"], ["StartInterval", "StartDate"], ["Contacts queued"]],
    columns: [
      Column(
        canonical: "interval_start",
        sources: [.joined(["StartInterval"]), .joined(["StartDate", "StartTime"])]),
      Column(canonical: "queue", sources: [.joined(["Queue"])]),
      Column(canonical: "offered", sources: [.joined(["Contacts queued"])]),
      Column(canonical: "answered", sources: [.joined(["Contacts handled incoming"])]),
      Column(canonical: "abandoned", sources: [.joined(["Contacts abandoned"])]),
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
    conventions: ColumnMapping(dateOrder: .monthDayYear),
    unknown: ["byte-order mark, encoding and totals row of a file as it leaves the product"])
}
