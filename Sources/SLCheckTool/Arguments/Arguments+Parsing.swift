internal import Audit
internal import Basics
internal import MaturityRules

extension Arguments {
  /// Takes a command line apart, without the name of the program.
  ///
  /// Options and files come in any order; two dashes end the options. The first
  /// operand is the command when it is the name of one.
  ///
  /// - Throws: `UsageError` at the first argument that is not understood.
  package init(_ typed: [String]) throws(UsageError) {
    self.init()
    isEmpty = typed.isEmpty
    var rest = typed[...]
    var operands: [String] = []
    var used: [OptionName] = []
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        break
      } else if argument.hasPrefix("--") {
        try takeLong(argument, &rest, &used)
      } else if argument.hasPrefix("-"), argument != "-" {
        try takeShort(argument, &rest, &used)
      } else {
        operands.append(argument)
      }
    }
    if let first = operands.first, let named = Command(rawValue: first) {
      command = named
      isCommandTyped = true
      operands.removeFirst()
    }
    for name in used where !OptionTable.entry(for: name).commands.contains(command) {
      if let error = misspelledCommand(operands, with: name) { throw error }
      throw .foreignOption(OptionTable.entry(for: name).typedName, command: command)
    }
    try settleBy()
    guard command.formats.contains(format) else {
      throw .unavailableFormat(format, command: command)
    }
    if folderPath != nil && outputPath != nil { throw .contradiction("--into", "-o") }
    if isQuiet && isVerbose { throw .contradiction("--quiet", "--verbose") }
    if rejectsAreRaw && rejectsPath == nil { throw .needsOption("--rejects-raw", "--rejects FILE") }
    if startingConfigurationPath == "-" && outputPath == nil {
      throw .onlyToFile("--write-config")
    }
    if command == .audit, claimsPath == nil, !wantsHelp, !wantsVersion { throw .missingClaims }
    if command == .sample, seed == nil, !wantsHelp, !wantsVersion { throw .missingSeed }
    if command == .rollup, grain == nil, !wantsHelp, !wantsVersion { throw .missingGrain }
    // Who verifies, and who proves, says what was read.
    let isProof = command == .audit || command == .sample || command == .assess
    if isProof || evidencePath != nil { wantsDigests = true }
    if command == .assess { try settleAssessment(used) }
    if command == .diff {
      let ofRecords = OptionTable.ofRecords
      recordOption = used.first { ofRecords.contains($0) }.map {
        OptionTable.entry(for: $0).typedName
      }
    }
    try take(operands)
  }

  private mutating func take(_ operands: [String]) throws(UsageError) {
    switch command {
    case .schema:
      topic = operands.first
      if let extra = operands.dropFirst().first { throw .tooManyOperands(command, extra) }
      guard let name = topic else {
        if wantsHelp || wantsVersion { return }
        throw .missingSchemaName
      }
      guard Command.schemaNames.contains(name) else {
        throw .unknownName(
          "schema", kind: "name", found: name,
          nearest: NearestName.of(name, in: Command.schemaNames), known: Command.schemaNames)
      }
    case .help:
      wantsHelp = true
      topic = operands.first
      if let extra = operands.dropFirst().first { throw .tooManyOperands(command, extra) }
      guard let name = topic, Command(rawValue: name) == nil else { return }
      let known = Command.allCases.map(\.rawValue)
      throw .unknownCommand(name, nearest: NearestName.of(name, in: known))
    case .completions:
      topic = operands.first
      if let extra = operands.dropFirst().first { throw .tooManyOperands(command, extra) }
      guard let name = topic else {
        if wantsHelp || wantsVersion { return }
        throw .missingShell
      }
      guard ShellText(rawValue: name) != nil else {
        let known = ShellText.allCases.map(\.rawValue)
        throw .unknownName(
          "completions", kind: "shell", found: name, nearest: NearestName.of(name, in: known),
          known: known)
      }
    case .`init`:
      if let extra = operands.first { throw .tooManyOperands(command, extra) }
    case .explain:
      guard let text = operands.first else {
        if wantsHelp || wantsVersion { return }
        throw .missingRule
      }
      if let address = ItemAddress(text) {
        item = address
        if let extra = operands.dropFirst().first { throw .tooManyOperands(command, extra) }
      } else if ItemAddress.isMeant(text) || Arguments.isNearItem(text) {
        throw .unknownSubject(text, ItemAddress.suggestion(for: text))
      } else if FigureAddress.isMeant(text) {
        do throws(FigureAddressError) {
          figure = try FigureAddress(text)
        } catch {
          throw .figure(error)
        }
      } else {
        do throws(RuleAddressError) {
          rule = try RuleAddress(text)
        } catch {
          switch error {
          case .unknownRule(let name, _):
            throw .unknownSubject(name, ItemAddress.suggestion(for: name))
          case .malformedPlace(let place): throw .malformedPlace(place)
          }
        }
      }
      try takeFiles(operands.dropFirst())
      if figure != nil, inputs.isEmpty { throw .missingFiles(text) }
    case .verify:
      if operands.isEmpty, wantsHelp || wantsVersion { return }
      guard let report = operands.first, operands.count > 1 else { throw .missingReport }
      if report.isEmpty { throw .emptyFileName }
      if report == "-" { throw .onlyFromFile(command) }
      reportPath = report
      try takeFiles(operands.dropFirst())
    case .diff:
      if operands.isEmpty, wantsHelp || wantsVersion { return }
      guard operands.count >= 2 else { throw .missingSides }
      if operands.count > 2 { throw .tooManyOperands(command, operands[2]) }
      try takeFiles(operands[...])
    case .assess:
      try takeFiles(operands[...])
      ratings = inputs
      inputs = []
      try takeFiles(recordPaths[...])
      if (ratings + inputs).count(where: { $0 == .standardInput }) > 1 {
        throw .repeatedStandardInput
      }
      if template != nil, !ratings.isEmpty { throw .contradiction("--template", "RATINGS") }
      if template == nil, ratings.isEmpty, !wantsHelp, !wantsVersion { throw .missingRatings }
    default: try takeFiles(operands[...])
    }
  }

  /// Tells whether a text that begins like no part of a report is nearly the address of an item.
  private static func isNearItem(_ text: String) -> Bool {
    let head = String(text.prefix { $0 != "." && $0 != "[" })
    return head.contains("_")
      && !(FigureAddress.sections + FigureAddress.others).contains(head)
  }

  /// Checks what says something only beside records, or beside ratings.
  private func settleAssessment(_ used: [OptionName]) throws(UsageError) {
    let ofAssessing: [OptionName] = [.with, .instrument, .format, .require, .config]
    for name in ofAssessing where template != nil && used.contains(name) {
      throw .contradiction("--template", OptionTable.entry(for: name).typedName)
    }
    for name in [OptionName.require, .config] where recordPaths.isEmpty && used.contains(name) {
      throw .needsOption(OptionTable.entry(for: name).typedName, "--with FILES")
    }
  }

  /// Tells that a first operand, which is no command, was most likely meant as one: as the
  /// one that has an option which was typed and report does not have.
  private func misspelledCommand(_ operands: [String], with option: OptionName) -> UsageError? {
    guard !isCommandTyped, let typed = operands.first, let nearest = Command.nearest(to: typed),
      OptionTable.entry(for: option).commands.contains(nearest)
    else { return nil }
    return .unknownCommand(typed, nearest: nearest.rawValue)
  }

  private mutating func takeFiles(_ operands: ArraySlice<String>) throws(UsageError) {
    for operand in operands {
      if operand.isEmpty { throw .emptyFileName }
      inputs.append(operand == "-" ? .standardInput : .file(operand))
    }
    if inputs.count(where: { $0 == .standardInput }) > 1 { throw .repeatedStandardInput }
  }
}

// MARK: - Options

extension Arguments {
  private mutating func takeLong(
    _ argument: String, _ rest: inout ArraySlice<String>, _ used: inout [OptionName]
  ) throws(UsageError) {
    let parts = argument.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typedName = "--" + parts[0]
    guard let name = OptionName(rawValue: String(parts[0])) else {
      let known = OptionTable.all.map(\.typedName)
      throw .unknownOption(typedName, nearest: NearestName.of(typedName, in: known))
    }
    try take(name, attached: parts.count > 1 ? String(parts[1]) : nil, &rest, &used)
  }

  /// Takes -q, -o FILE or -oFILE; switches may stand together, as in -qv.
  private mutating func takeShort(
    _ argument: String, _ rest: inout ArraySlice<String>, _ used: inout [OptionName]
  ) throws(UsageError) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      guard let entry = OptionTable.all.first(where: { $0.short == letter }) else {
        throw .unknownOption("-\(letter)", nearest: nil)
      }
      let takesRest = entry.placeholder != nil && !letters.isEmpty
      try take(entry.name, attached: takesRest ? String(letters) : nil, &rest, &used)
      if takesRest { return }
    }
  }

  private mutating func take(
    _ name: OptionName, attached: String?, _ rest: inout ArraySlice<String>,
    _ used: inout [OptionName]
  ) throws(UsageError) {
    let entry = OptionTable.entry(for: name)
    if used.contains(name), entry.placeholder != nil, !entry.isRepeatable {
      throw .repeatedOption(entry.typedName)
    }
    used.append(name)
    guard let placeholder = entry.placeholder else {
      if attached != nil { throw .unexpectedValue(entry.typedName) }
      set(name)
      return
    }
    // A value that looks like an option was most likely forgotten; a lone dash
    // and negative text can be attached with an equals sign.
    guard let value = attached ?? Arguments.detachedValue(&rest) else {
      throw .missingValue(entry.typedName, placeholder: placeholder)
    }
    if value.isEmpty { throw .emptyValue(entry.typedName) }
    try set(name, to: value, typedName: entry.typedName)
    // What is attached is one value; what stands apart may be followed by more.
    guard entry.takesSeveral, attached == nil else { return }
    while let next = Arguments.detachedValue(&rest) {
      if next.isEmpty { throw .emptyValue(entry.typedName) }
      try set(name, to: next, typedName: entry.typedName)
    }
  }

  private static func detachedValue(_ rest: inout ArraySlice<String>) -> String? {
    guard let next = rest.first, next == "-" || !next.hasPrefix("-") else { return nil }
    return rest.popFirst()
  }
}
