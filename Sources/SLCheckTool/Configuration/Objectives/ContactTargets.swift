package import Basics

/// How first contact resolution is found, and what it has to reach.
package struct ResolutionTargets: Hashable, Sendable {
  /// How it is found.
  package enum Method: String, CaseIterable, Hashable, Sendable {
    case `repeat`, flag, survey
  }

  /// Which further contact counts as a repeat.
  package enum Match: String, CaseIterable, Hashable, Sendable {
    case any, reason
  }

  /// How it is found; `nil` for the first method that there is data for.
  package var method: Method?
  /// Which further contact counts as a repeat.
  package var match: Match
  /// How long an issue is watched.
  package var windowDays: Int
  /// A customer with more contacts in one window is a shared number.
  package var maximumContacts: Int
  /// The percentage from a day on.
  package var objectives: [DatedObjective]

  /// Creates targets.
  package init(
    method: Method? = nil, match: Match = .any, windowDays: Int = 7, maximumContacts: Int = 20,
    objectives: [DatedObjective] = []
  ) {
    self.method = method
    self.match = match
    self.windowDays = windowDays
    self.maximumContacts = maximumContacts
    self.objectives = objectives
  }
}

/// How many contacts a month may or must have.
package struct VolumeTargets: Hashable, Sendable {
  /// A bound of the contacts of a month, from a day on.
  package struct Bound: Hashable, Sendable {
    /// The first day it is in force; `nil` from the beginning.
    package let from: CivilDate?
    /// Whether the contacts have to stay at or under it.
    package let isUpper: Bool
    /// The number of contacts.
    package let contacts: Int

    /// Creates a bound.
    package init(from: CivilDate? = nil, isUpper: Bool, contacts: Int) {
      self.from = from
      self.isUpper = isUpper
      self.contacts = contacts
    }
  }

  /// The bounds in the order of the configuration.
  package var objectives: [Bound]

  /// Creates targets.
  package init(objectives: [Bound]) {
    self.objectives = objectives
  }
}

/// How long a contact may take.
package struct HandleTimeTargets: Hashable, Sendable {
  /// The average handle time in seconds from a day on.
  package var objectives: [DatedObjective]

  /// Creates targets.
  package init(objectives: [DatedObjective]) {
    self.objectives = objectives
  }
}

// MARK: - Decoding

extension ResolutionTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    let keys = ["method", "match", "windowDays", "maximumContacts", "objectives"]
    guard let members = node.members(keys, &problems) else { return nil }
    self.init()
    method = members["method"]?.choice("method", Method.self, &problems)
    match = members["match"]?.choice("match", Match.self, &problems) ?? match
    windowDays = members["windowDays"]?.whole("windowDays", 1...366, &problems) ?? windowDays
    maximumContacts =
      members["maximumContacts"]?.whole("maximumContacts", 1 ... .max, &problems)
      ?? maximumContacts
    objectives = DatedObjective.list(
      members["objectives"], key: "percent", from: 0, to: 100, &problems)
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object([
      "method": JSONValue(method?.rawValue), "match": .string(match.rawValue),
      "windowDays": JSONValue(windowDays), "maximumContacts": JSONValue(maximumContacts),
      "objectives": .array(objectives.map { $0.json(key: "percent") }),
    ])
  }
}

extension VolumeTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["objectives"], &problems) else { return nil }
    self.init(objectives: members["objectives"]?.list(&problems) { Bound($0, &$1) } ?? [])
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object([
      "objectives": .array(
        objectives.map { bound in
          .object([
            "from": JSONValue(bound.from),
            bound.isUpper ? "atMost" : "atLeast": JSONValue(bound.contacts),
          ])
        })
    ])
  }
}

extension VolumeTargets.Bound {
  fileprivate init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["from", "atMost", "atLeast"], &problems) else { return nil }
    let from = members["from"]?.date(&problems)
    switch (members["atMost"], members["atLeast"]) {
    case (let upper?, nil):
      let contacts = upper.whole("atMost", 0 ... .max, &problems)
      self.init(from: from, isUpper: true, contacts: contacts ?? 0)
    case (nil, let lower?):
      let contacts = lower.whole("atLeast", 0 ... .max, &problems)
      self.init(from: from, isUpper: false, contacts: contacts ?? 0)
    case (nil, nil):
      problems.note(node.path, .noBound)
      return nil
    case (_?, _?):
      problems.note(node.path, .bothBounds)
      return nil
    }
  }
}

extension HandleTimeTargets {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    guard let members = node.members(["objectives"], &problems) else { return nil }
    self.init(
      objectives: DatedObjective.list(
        members["objectives"], key: "atMostSeconds", from: 0, to: nil, &problems))
  }

  /// The targets in the words of the configuration.
  var json: JSONValue {
    .object(["objectives": .array(objectives.map { $0.json(key: "atMostSeconds") })])
  }
}
