internal import Basics
internal import ContactRecords
internal import MaturityRules
internal import PerformanceMetrics
internal import Reports

extension Arguments {
  /// Takes a switch.
  mutating func set(_ name: OptionName) {
    switch name {
    case .rejectsRaw: rejectsAreRaw = true
    case .strictCounts: strictCounts = true
    case .digest: wantsDigests = true
    case .update: updatesLedger = true
    case .searchMore: searchesMore = true
    case .quiet: isQuiet = true
    case .verbose: isVerbose = true
    case .help: wantsHelp = true
    case .version: wantsVersion = true
    default: preconditionFailure("the table has a switch that nobody takes: \(name.rawValue)")
    }
  }

  /// Takes an option with its value, which is not empty.
  mutating func set(_ name: OptionName, to value: String, typedName: String) throws(UsageError) {
    func read<T>(_ expected: String, _ parse: (String) -> T?) throws(UsageError) -> T {
      guard let result = parse(value) else {
        throw .malformedValue(typedName, expected: expected, found: value)
      }
      return result
    }
    func choose<T: RawRepresentable<String> & CaseIterable>(
      _ kind: String, _ type: T.Type
    ) throws(UsageError) -> T {
      if let result = T(rawValue: value) { return result }
      let known = T.allCases.map(\.rawValue)
      throw .unknownName(
        typedName, kind: kind, found: value, nearest: NearestName.of(value, in: known),
        known: known)
    }
    switch name {
    case .config: configurationPath = value
    case .objective:
      objective = try read(
        "a percentage from 0 to 100 and whole seconds, such as 80/20", Arguments.objective)
    case .formula: formula = try choose("formula", ServiceLevelFormula.self)
    case .require:
      let (standard, level) = try read(
        "a standard from 8.01 to 8.06 and a level from 1 to 4, such as 8.01=2",
        Arguments.requirement)
      if require[standard] != nil { throw .repeatedRequirement(standard) }
      require[standard] = level
    case .month: month = try read("a month such as 2026-10") { CivilMonth($0) }
    case .asOf: asOf = try read("a date such as 2026-10-31") { CivilDate($0) }
    case .timeZone:
      guard CivilZone.isKnown(value) else {
        throw .unknownZone(typedName, found: value, nearest: CivilZone.nearestName(to: value))
      }
      timeZone = value
    case .dateOrder: dateOrder = try choose("order", Configuration.DateOrder.self)
    case .by: byText = value
    case .over: over = try dimensions(value, typedName)
    case .into:
      if value == "-" { throw .onlyToFile(typedName) }
      folderPath = value
    case .detail: detail = try choose("detail", ReportDetail.self)
    case .ledger: ledgerPath = value
    case .evidence:
      if value == "-" { throw .onlyToFile(typedName) }
      evidencePath = value
    case .claims:
      if value == "-" { throw .notStandardInput(typedName) }
      claimsPath = value
    case .n:
      sampleSize = try read("a whole number from 1 to 10000") { text in
        Arguments.whole(text[...], in: 1...10_000)
      }
    case .seed: seed = value
    case .with: recordPaths.append(value)
    case .template: template = try instrument(value, typedName)
    case .instrument: instrument = try instrument(value, typedName)
    case .map: map.append(try mapping(value, typedName))
    case .profile:
      guard let named = ACDProfile.named(value) else {
        let known = ACDProfile.all.map(\.name)
        throw .unknownName(
          typedName, kind: "profile", found: value, nearest: NearestName.of(value, in: known),
          known: known)
      }
      profile = named
    case .kind: kind = try choose("kind", RecordKind.self)
    case .delimiter:
      delimiter = try read("one character, or comma, semicolon, tab or pipe", Arguments.delimiter)
    case .maxRejects:
      maxRejects = try read("a whole number or a percentage, such as 0.5%") {
        Configuration.RejectLimit($0)
      }
    case .rejects:
      if value == "-" { throw .onlyToFile(typedName) }
      rejectsPath = value
    case .onConflict:
      onConflict = try choose("way to resolve conflicts", Configuration.ConflictPolicy.self)
    case .acceptImplausible: acceptedImplausible.append(value)
    case .format: format = try choose("format", OutputFormat.self)
    case .output: outputPath = value == "-" ? nil : value
    case .writeConfig: startingConfigurationPath = value
    case .threads:
      threads = try read("a whole number from 1 to 1024") { text in
        Arguments.whole(text[...], in: 1...1024)
      }
    case .color: color = try choose("choice", WhenChoice.self)
    case .progress: progress = try choose("choice", WhenChoice.self)
    default: preconditionFailure("the table has an option that nobody takes: \(name.rawValue)")
    }
  }

  /// Takes what --by was given as what the command means by it.
  mutating func settleBy() throws(UsageError) {
    guard let text = byText else { return }
    let typedName = OptionTable.entry(for: .by).typedName
    guard command == .rollup else {
      by = try dimensions(text, typedName)
      return
    }
    grain = RollupGrain(rawValue: text)
    guard grain == nil else { return }
    let known = RollupGrain.allCases.map(\.rawValue)
    throw .unknownName(
      typedName, kind: "grain", found: text, nearest: NearestName.of(text, in: known),
      known: known)
  }

  private func instrument(
    _ value: String, _ typedName: String
  ) throws(UsageError) -> Instrument {
    guard let instrument = Instrument.named(value) else {
      throw .unknownInstrument(typedName, found: value)
    }
    return instrument
  }

  private func dimensions(
    _ value: String, _ typedName: String
  ) throws(UsageError) -> [KeyDimension] {
    var dimensions: [KeyDimension] = []
    for name in value.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      guard let dimension = KeyDimension(rawValue: name) else {
        let known = KeyDimension.allCases.map(\.rawValue)
        throw .unknownName(
          typedName, kind: "dimension", found: name, nearest: NearestName.of(name, in: known),
          known: known)
      }
      if dimensions.contains(dimension) { throw .repeatedName(typedName, name) }
      dimensions.append(dimension)
    }
    return dimensions
  }

  private func mapping(
    _ value: String, _ typedName: String
  ) throws(UsageError) -> ColumnMapping {
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw .malformedValue(
        typedName, expected: "a name and a column, such as offered=\"Calls Offered\"",
        found: value)
    }
    let name = String(parts[0])
    guard Configuration.isCanonical(name) else {
      throw .unknownName(
        typedName, kind: "column", found: name,
        nearest: NearestName.of(name, in: Configuration.canonicalNames), known: [])
    }
    return ColumnMapping(name: name, column: String(parts[1]))
  }

  private static func objective(_ text: String) -> Objective? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let percent = FixedPoint(parts[0]), percent >= FixedPoint(0),
      percent <= FixedPoint(100), let seconds = whole(parts[1], in: Objective.range)
    else { return nil }
    return Objective(percent: percent, seconds: seconds)
  }

  private static func requirement(_ text: String) -> (String, Int)? {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, Configuration.standards.contains(String(parts[0])),
      let level = whole(parts[1], in: 1...4)
    else { return nil }
    return (String(parts[0]), level)
  }

  /// Reads a delimiter: one ASCII character that can stand between fields, or its name.
  private static func delimiter(_ text: String) -> UInt8? {
    switch text {
    case "comma": return UInt8(ascii: ",")
    case "semicolon": return UInt8(ascii: ";")
    case "tab", "\\t": return UInt8(ascii: "\t")
    case "pipe": return UInt8(ascii: "|")
    default:
      let bytes = Array(text.utf8)
      guard bytes.count == 1, bytes[0] == 0x09 || (0x20...0x7e).contains(bytes[0]) else {
        return nil
      }
      switch Unicode.Scalar(bytes[0]) {
      // What fields are made of cannot stand between them.
      case "\"", "a"..."z", "A"..."Z", "0"..."9", ".", "-", "+": return nil
      default: return bytes[0]
      }
    }
  }

  private static func whole(_ text: Substring, in range: ClosedRange<Int>) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text),
      range.contains(number)
    else { return nil }
    return number
  }
}
