internal import Basics
internal import ContactRecords
internal import PerformanceMetrics
package import Reports

extension Configuration {
  /// All keys of a configuration, in the order of the documentation.
  package static let keys = [
    "timeZone", "intervalMinutes", "shortAbandonSeconds", "comparison", "absentIntervals",
    "identityAllowance", "asOf", "onConflict", "maxRejects", "dateOrder", "strictCounts", "by",
    "require", "services", "quality", "satisfaction", "costPerContact", "firstContactResolution",
    "contactVolume", "handleTime", "transactionValue", "columns", "units", "formats", "values",
    "ignore", "ledger",
  ]

  /// Reads the bytes of a configuration file.
  ///
  /// - Parameters:
  ///   - bytes: A JSON5 document.
  ///   - file: The name of the file for the errors, as it was given.
  /// - Throws: `ConfigurationFailure` with every error of the file.
  package init(json5 bytes: [UInt8], file: String) throws(ConfigurationFailure) {
    let value: JSONValue
    do {
      value = try JSONValue(json5: bytes)
    } catch {
      throw ConfigurationFailure(file: file, errors: [ConfigurationError(error)])
    }
    try self.init(value, file: file)
  }

  /// Reads a configuration from a value.
  ///
  /// - Parameters:
  ///   - value: An object with the keys of a configuration.
  ///   - file: The name of the file for the errors, as it was given.
  ///   - isAssumed: Whether the services in it were assumed, as a report says
  ///     beside the effective configuration; false for a file.
  /// - Throws: `ConfigurationFailure` with every error of the value.
  package init(
    _ value: JSONValue, file: String, isAssumed: Bool = false
  ) throws(ConfigurationFailure) {
    self.init()
    var problems = ConfigurationNode.Problems()
    read(value, &problems)
    if isAssumed { self.isAssumed = true }
    guard problems.errors.isEmpty else {
      throw ConfigurationFailure(file: file, errors: problems.errors)
    }
  }

  /// Reads a value, which is an object with the keys of a configuration.
  mutating func read(_ value: JSONValue, _ problems: inout ConfigurationNode.Problems) {
    let node = ConfigurationNode(value: value, path: "")
    guard let members = node.members(Configuration.keys, &problems) else { return }
    readRun(members, &problems)
    readRequirements(members, &problems)
    if let node = members["services"] {
      services = Service.list(node, &problems)
      isAssumed = false
    }
    quality = members["quality"].flatMap { QualityTargets($0, &problems) }
    satisfaction = members["satisfaction"].flatMap { SatisfactionTargets($0, &problems) }
    costPerContact = members["costPerContact"].flatMap { CostTargets($0, &problems) }
    firstContactResolution = members["firstContactResolution"]
      .flatMap { ResolutionTargets($0, &problems) }
    contactVolume = members["contactVolume"].flatMap { VolumeTargets($0, &problems) }
    handleTime = members["handleTime"].flatMap { HandleTimeTargets($0, &problems) }
    transactionValue = members["transactionValue"]
      .flatMap { TransactionValueTargets($0, &problems) }
    readColumns(members, &problems)
    ledger = members["ledger"]?.text(&problems)
  }

  private mutating func readRun(
    _ members: ConfigurationNode.Members, _ problems: inout ConfigurationNode.Problems
  ) {
    zone = members["timeZone"]?.zone(&problems)
    if let node = members["intervalMinutes"] {
      intervalMinutes = node.whole("intervalMinutes", 1...1440, &problems)
      if let minutes = intervalMinutes, !Configuration.intervalLengths.contains(minutes) {
        problems.note(
          node.path,
          .notOneOf(
            name: "intervalMinutes", known: Configuration.intervalLengths.map { String($0) },
            found: String(minutes)))
      }
    }
    shortAbandonSeconds =
      members["shortAbandonSeconds"]?.whole("shortAbandonSeconds", Objective.range, &problems)
      ?? shortAbandonSeconds
    comparison =
      members["comparison"]?.choice("comparison", ThresholdComparison.self, &problems) ?? comparison
    absentIntervals =
      members["absentIntervals"]?.choice("meaning", AbsentIntervals.self, &problems)
      ?? absentIntervals
    identityAllowance =
      members["identityAllowance"]?.decimal("identityAllowance", from: 0, to: 1, &problems)
      ?? identityAllowance
    asOf = members["asOf"]?.date(&problems)
    onConflict =
      members["onConflict"]?.choice("way to resolve conflicts", ConflictPolicy.self, &problems)
      ?? onConflict
    maxRejects = members["maxRejects"].flatMap { RejectLimit($0, &problems) } ?? maxRejects
    dateOrder = members["dateOrder"]?.choice("order", DateOrder.self, &problems)
    strictCounts = members["strictCounts"]?.flag(&problems) ?? strictCounts
    if let node = members["by"] {
      var seen: Set<Dimension> = []
      by = node.list(&problems) { node, problems in
        guard let dimension = node.choice("dimension", Dimension.self, &problems) else {
          return nil
        }
        if !seen.insert(dimension).inserted {
          problems.note(node.path, .repeatedName(dimension.rawValue))
        }
        return dimension
      }
    }
  }

  private mutating func readRequirements(
    _ members: ConfigurationNode.Members, _ problems: inout ConfigurationNode.Problems
  ) {
    for (standard, node) in members["require"]?.dictionary(&problems)?.all ?? [] {
      if !Configuration.standards.contains(standard) {
        problems.note(
          node.path,
          .unknownName(
            kind: "standard", found: standard, nearest: nil, known: Configuration.standards))
      }
      require[standard] = node.whole("level", 1...4, &problems)
    }
  }
}

extension ConfigurationNode {
  /// Reads a time zone by its name.
  fileprivate func zone(_ problems: inout Problems) -> CivilZone? {
    guard let name = text(&problems) else { return nil }
    if let zone = CivilZone(named: name) { return zone }
    problems.note(path, .unknownZone(found: name, nearest: CivilZone.nearestName(to: name)))
    return nil
  }
}

extension Configuration.RejectLimit {
  init?(_ node: ConfigurationNode, _ problems: inout ConfigurationNode.Problems) {
    switch node.value {
    case .number:
      guard let count = node.whole("maxRejects", 0 ... .max, &problems) else { return nil }
      self = .count(count)
    case .string:
      let limit = node.parsed("a percentage such as 0.5%", &problems) { text in
        text.hasSuffix("%") ? Configuration.RejectLimit(text) : nil
      }
      guard let limit else { return nil }
      self = limit
    default:
      guard
        let limit: Configuration.RejectLimit = node.wrongType(
          "a whole number or a percentage", &problems)
      else { return nil }
      self = limit
    }
  }
}
