internal import Basics
internal import PerformanceMetrics
internal import Reports

extension Service {
  /// All keys of a service, in the order of the documentation.
  static let keys = [
    "name", "kind", "match", "formula", "demand", "pooled", "finestGrain", "clock",
    "closedContacts", "rationale", "objectives", "hours", "holidays",
  ]

  /// Reads the services of a configuration, at least one, each with its own name.
  static func list(
    _ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems
  ) -> [Service] {
    if node.value == .array([]) { problems.note(node.path, .emptyList) }
    var seen: Set<String> = []
    return node.list(&problems) { node, problems in
      guard let service = Service(node, &problems) else { return nil }
      if !service.name.isEmpty, !seen.insert(service.name).inserted {
        problems.note(node.path + ".name", .repeatedName(service.name))
      }
      return service
    }
  }

  private init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(Service.keys, &problems) else { return nil }
    if members["name"] == nil { problems.note(node.path, .missingKey("name")) }
    self.init(name: members["name"]?.text(&problems) ?? "", objectives: [])
    kind = members["kind"]?.choice("kind", Kind.self, &problems) ?? kind
    match = members["match"].flatMap { ServiceMatch(node: $0, &problems) } ?? match
    formula =
      members["formula"]?.choice("formula", ServiceLevelFormula.self, &problems) ?? formula
    demand = members["demand"]?.choice("demand", Demand.self, &problems) ?? demand
    isPooled = members["pooled"]?.flag(&problems) ?? isPooled
    finestGrain = members["finestGrain"]?.choice("grain", Grain.self, &problems)
    clock = members["clock"]?.choice("clock", Clock.self, &problems) ?? clock
    closedContacts =
      members["closedContacts"]?
      .choice("way to take closed contacts", ClosedContacts.self, &problems) ?? closedContacts
    rationale = members["rationale"]?.text(&problems)
    if let list = members["objectives"] {
      if list.value == .array([]) { problems.note(list.path, .noObjectives) }
      objectives = ObjectiveSchedule(list.list(&problems) { Objective($0, &$1) })
    } else {
      problems.note(node.path, .noObjectives)
    }
    hours = members["hours"].flatMap { OpeningHours($0, &problems) }
    holidays = Set(members["holidays"]?.list(&problems) { $0.date(&$1) } ?? [])
  }
}

extension ServiceMatch {
  fileprivate init?(node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["site", "queue", "channel"], &problems) else { return nil }
    func patterns(_ key: String, _ problems: inout ConfigurationNode.Problems) -> [NamePattern] {
      // An empty text is the name of records that carry none.
      (members[key]?.texts(&problems, allowsEmptyText: true) ?? []).map { NamePattern($0) }
    }
    self.init(
      site: patterns("site", &problems), queue: patterns("queue", &problems),
      channel: patterns("channel", &problems))
  }
}

extension Objective {
  /// The seconds that a threshold can have: as many digits as a column's name can state.
  static let range = 0...9_999_999

  fileprivate init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["from", "percent", "seconds"], &problems) else { return nil }
    for key in ["percent", "seconds"] where members[key] == nil {
      problems.note(node.path, .missingKey(key))
    }
    self.init(
      from: members["from"]?.date(&problems),
      percent: members["percent"]?.decimal("percent", from: 0, to: 100, &problems)
        ?? FixedPoint(0),
      seconds: members["seconds"]?.whole("seconds", Objective.range, &problems) ?? 0)
  }
}
