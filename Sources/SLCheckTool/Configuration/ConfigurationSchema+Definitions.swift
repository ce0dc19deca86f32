internal import PerformanceMetrics
internal import Reports

extension ConfigurationSchema {
  /// What the schema refers to, from the small to the large.
  static let definitions: [SchemaNode.Member] =
    small + [
      .init("columnSource", columnSource), .init("ignoreRule", ignoreRule),
      .init("hours", hours), .init("week", week), .init("objective", objective),
      .init("match", match), .init("service", service), .init("bound", bound),
      .init("months", months), .init("transactionType", transactionType),
    ]

  private static let small: [SchemaNode.Member] = [
    .init(
      "date",
      .of(["type": .string("string"), "pattern": .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")])
        .described("A day as year, month and day: 2026-10-31.")),
    .init(
      "calendarMonth",
      .of(["type": .string("string"), "pattern": .string("^[0-9]{4}-[0-9]{2}$")])
        .described("A month as year and month: 2026-10.")),
    .init(
      "names",
      .of([
        "anyOf": .list([
          .of(["type": .string("string")]),
          list(of: .of(["type": .string("string")]), atLeast: 1),
        ])
      ]).described("One name or several, where * stands for any text.")),
    .init(
      "canonicalName",
      .of([
        "anyOf": .list([
          .of(["enum": .list(Configuration.canonicalNames)]),
          .of([
            "type": .string("string"),
            "pattern": .string("^(answered|abandoned)_within_[0-9]{1,7}$"),
          ]),
        ])
      ]).described("The canonical name of a column.")),
  ]

  private static let columnSource = SchemaNode.of([
    "anyOf": .list([
      nonempty, list(of: nonempty, atLeast: 1),
      object(
        [
          Key(
            "minus", list(of: nonempty, atLeast: 2).with("uniqueItems", .bool(true)),
            "The first column less all others.")
        ], required: ["minus"]),
    ])
  ]).described("A column of the export, several joined by a blank, or a difference.")

  private static let ignoreRule: SchemaNode = {
    let column = Key("column", nonempty, "The export's own column.")
    return .of([
      "anyOf": .list([
        object(
          [column, Key("is", .reference("names"), "The words, of which it has one.")],
          required: ["column", "is"]),
        object(
          [column, Key("startsWith", nonempty, "What it begins with.")],
          required: ["column", "startsWith"]),
        object(
          [Key("all", list(of: .reference("ignoreRule"), atLeast: 1), "Rules that all hold.")],
          required: ["all"]),
      ])
    ]).described("Which rows are left out.")
  }()

  private static let hours: SchemaNode = {
    let time = "([01][0-9]|2[0-3]):[0-5][0-9]"
    let stretch = SchemaNode.of([
      "type": .string("string"), "pattern": .string("^\(time)-(\(time)|24:00)$"),
    ])
    return .of([
      "anyOf": .list([.of(["const": .string("closed")]), stretch, list(of: stretch)])
    ]).described("Stretches of a day such as 08:00-20:00, or closed.")
  }()

  private static let week = object(
    [Key("from", .reference("date"), "The first day on which they hold.")]
      + zip(OpeningHours.weekdayKeys, weekdays).map { Key($0, .reference("hours"), "\($1).") }
  ).described("The opening hours of a week.")

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let objective = object(
    [
      Key("from", .reference("date"), "The first day on which it holds."),
      Key("percent", number(from: 0, to: 100), "The share of contacts that have to be in time."),
      Key("seconds", whole(Objective.range), "The threshold."),
    ], required: ["percent", "seconds"]
  ).described("What is promised.")

  private static let match = object([
    Key("site", .reference("names"), "The sites."),
    Key("queue", .reference("names"), "The queues."),
    Key("channel", .reference("names"), "The channels."),
  ]).described("The records that a service takes.")

  private static let service = object(
    [
      Key("name", nonempty, "Its name, which no other service has."),
      Key("kind", choice(Service.Kind.self), "Whether callers wait or cases do."),
      Key("match", .reference("match"), "The records that it takes."),
      Key("formula", choice(ServiceLevelFormula.self), "How its service level is computed."),
      Key("demand", choice(Demand.self), "What an offered contact is."),
      Key("pooled", flag, "Whether all sites are one."),
      Key("finestGrain", choice(Service.Grain.self), "The finest grain that is counted."),
      Key("clock", choice(Service.Clock.self), "The clock that waits are taken on."),
      Key("closedContacts", choice(Service.ClosedContacts.self), "Contacts of closed hours."),
      Key("rationale", nonempty, "Why this objective serves the business."),
      Key("objectives", list(of: .reference("objective"), atLeast: 1), "What is promised."),
      Key(
        "hours",
        .of([
          "anyOf": .list([.reference("week"), list(of: .reference("week"), atLeast: 1)])
        ]), "The opening hours: one week, or several each from its day on."),
      Key("holidays", list(of: .reference("date")), "Days on which it is closed."),
    ], required: ["name", "objectives"]
  ).described("One service.")

  private static let bound: SchemaNode = {
    func bound(_ key: String, _ words: String) -> SchemaNode {
      object(
        [
          Key("from", .reference("date"), "The first day on which it holds."),
          Key(key, whole(0...), words),
        ], required: [key])
    }
    return .of([
      "anyOf": .list([
        bound("atMost", "The most contacts of a month."),
        bound("atLeast", "The fewest contacts of a month."),
      ])
    ]).described("How many contacts a month may or must have.")
  }()

  private static let months = object(
    [
      Key("from", .reference("calendarMonth"), "The first month."),
      Key("to", .reference("calendarMonth"), "The last month."),
    ], required: ["from", "to"]
  ).described("Months, both ends included.")

  private static let transactionType = object(
    [
      Key("name", nonempty, "Its name, which no other type has."),
      Key("major", flag, "Whether it is a major one."),
      Key("goal", number(), "What it has to be worth."),
    ], required: ["name"]
  ).described("One type of transaction.")
}
