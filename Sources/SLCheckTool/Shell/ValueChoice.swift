internal import ContactRecords
internal import MaturityRules
internal import PerformanceMetrics

/// What can stand for the value of an option or for an operand, as far as a shell can tell.
enum ValueChoice: Hashable, Sendable {
  /// One of these words.
  case words([String])
  /// Some of these words, joined by commas.
  case list([String])
  /// One of these, and behind it something that only the user knows.
  case beginnings([String])
  /// The name of a file.
  case file
  /// The name of a folder.
  case folder
  /// Text that nothing is known of.
  case text
  /// Nothing at all.
  case nothing

  /// The words, whatever is done with them.
  var words: [String] {
    switch self {
    case .words(let words), .list(let words), .beginnings(let words): words
    case .file, .folder, .text, .nothing: []
    }
  }
}

extension OptionEntry {
  /// What can stand for its value; `nil` for a switch.
  ///
  /// A placeholder that lists words, such as auto|always|never, is the list; the others
  /// are taken from the tables that the values are checked against.
  var choice: ValueChoice? {
    guard let placeholder else { return nil }
    switch name {
    case .formula: return .words(ServiceLevelFormula.allCases.map(\.rawValue))
    case .require:
      return .words(
        StandardLadder.standards.flatMap { standard in (1...4).map { "\(standard.id)=\($0)" } })
    case .by where !placeholder.contains("|"), .over:
      return .list(KeyDimension.allCases.map(\.rawValue))
    case .profile: return .words(ACDProfile.all.map(\.name))
    case .map: return .beginnings(Configuration.canonicalNames.map { $0 + "=" })
    case .kind: return .words(RecordKind.allCases.map(\.rawValue))
    case .delimiter: return .words(["comma", "semicolon", "tab", "pipe"])
    case .template, .instrument: return .words(Instrument.all.map(\.id))
    case .acceptImplausible: return .words(Configuration.weighedColumns)
    default: break
    }
    if placeholder == "FILE" || placeholder == "FILE..." { return .file }
    if placeholder == "DIR" { return .folder }
    let words = placeholder.split(separator: "|").map { String($0) }
    let isList = words.count > 1 && words.allSatisfy { $0.allSatisfy(\.isLowercase) }
    return isList ? .words(words) : .text
  }
}

extension Command {
  /// What can stand as its first operand.
  var firstOperand: ValueChoice {
    switch self {
    case .`init`: .nothing
    case .schema: .words(Command.schemaNames)
    case .completions: .words(ShellText.allCases.map(\.rawValue))
    case .help: .words(Command.allCases.map(\.rawValue))
    case .explain: .words(RuleAddress.rules.map(\.id) + ItemAddress.offered)
    case .report, .inspect, .summary, .audit, .verify, .diff, .sample, .rollup, .assess: .file
    }
  }

  /// What can stand as the operands behind the first one.
  var furtherOperands: ValueChoice {
    switch self {
    case .`init`, .schema, .completions, .help: .nothing
    case .report, .inspect, .summary, .audit, .verify, .diff, .sample, .explain, .rollup, .assess:
      .file
    }
  }
}

extension OptionTable {
  /// How the options that take a value are typed, of whatever command.
  static var typedNamesWithValue: [String] {
    all.filter { $0.placeholder != nil }.flatMap { entry in
      [entry.typedName] + (entry.short.map { ["-\($0)"] } ?? [])
    }
  }
}
