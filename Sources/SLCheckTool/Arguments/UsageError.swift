package import Audit
internal import Basics
package import MaturityRules
internal import PerformanceMetrics

/// What is wrong with a command line; the run ends with status 64.
package enum UsageError: Error, Hashable, Sendable {
  case unknownOption(String, nearest: String?)
  case foreignOption(String, command: Command)
  case unknownCommand(String, nearest: String?)
  case missingValue(String, placeholder: String)
  case emptyValue(String)
  case unexpectedValue(String)
  case repeatedOption(String)
  case malformedValue(String, expected: String, found: String)
  case unknownName(String, kind: String, found: String, nearest: String?, known: [String])
  case unknownZone(String, found: String, nearest: String?)
  case unavailableFormat(OutputFormat, command: Command)
  case emptyFileName
  case repeatedStandardInput
  case contradiction(String, String)
  case needsOption(String, String)
  case onlyToFile(String)
  case notStandardInput(String)
  case missingClaims
  case missingSeed
  case missingGrain
  case missingSchemaName
  case missingShell
  case tooManyOperands(Command, String)
  case configuredServices(String)
  case repeatedRequirement(String)
  case repeatedName(String, String)
  case missingReport
  case missingSides
  case onlyFromFile(Command)
  case missingRule
  case missingRatings
  case unknownInstrument(String, found: String)
  case unknownSubject(String, ItemAddress.Suggestion)
  case malformedPlace(String)
  case figure(FigureAddressError)
  case missingFiles(String)
}

// MARK: - Sentences

extension UsageError: CustomStringConvertible {
  /// What was typed and what was expected, in words.
  package var description: String {
    switch self {
    case .unknownOption(let name, let nearest):
      "unknown option \(VisibleText.escaping(name))"
        + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .foreignOption(let name, let command):
      "\(command.rawValue) does not have the option \(name)"
    case .unknownCommand(let name, let nearest):
      "unknown command \(quoted(name))" + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .missingValue(let name, let placeholder): "\(name) needs a value: \(name) \(placeholder)"
    case .emptyValue(let name): "the value of \(name) must not be empty"
    case .unexpectedValue(let name): "\(name) takes no value"
    case .repeatedOption(let name): "\(name) is given twice"
    case .malformedValue(let name, let expected, let found):
      "\(name): expected \(expected), found \(quoted(found))"
    case .unknownName(let name, let kind, let found, let nearest, let known):
      "\(name): unknown \(kind) \(quoted(found))"
        + (nearest.map { "; did you mean \(quoted($0))?" }
          ?? (known.isEmpty ? "" : "; known: " + known.joined(separator: ", ")))
    case .unknownZone(let name, let found, let nearest):
      "\(name): unknown time zone \(quoted(found)); "
        + (nearest.map { "did you mean \(quoted($0))?" }
          ?? "expected a name of the IANA database, such as America/Chicago")
    case .unavailableFormat(let format, let command):
      "\(command.rawValue) does not have the format \(format.rawValue); available: "
        + command.formats.map(\.rawValue).joined(separator: ", ")
    case .emptyFileName: "the name of a file must not be empty"
    case .repeatedStandardInput: "standard input can be read only once"
    case .contradiction(let first, let second): "\(first) and \(second) contradict each other"
    case .needsOption(let first, let second): "\(first) says something only with \(second)"
    case .onlyToFile(let name):
      "\(name) cannot be standard output, which holds the result and nothing else; name a file"
    case .notStandardInput(let name): "\(name) cannot be standard input; name a file"
    case .missingClaims: "audit needs claims to hold against the records: --claims FILE"
    case .missingSeed:
      "sample needs a seed, so that anyone can draw the same records again: --seed TEXT"
    case .missingGrain:
      "rollup needs a grain: --by "
        + RollupGrain.allCases.map(\.rawValue).joined(separator: ", --by ")
    case .missingSchemaName:
      "schema needs a name; known: " + Command.schemaNames.joined(separator: ", ")
    case .missingShell:
      "completions needs a shell; known: "
        + ShellText.allCases.map(\.rawValue).joined(separator: ", ")
    case .tooManyOperands(let command, let operand):
      "\(command.rawValue) does not take \(quoted(operand))"
    case .configuredServices(let name):
      "\(name) cannot be used with configured services; change their configuration"
    case .repeatedRequirement(let standard): "--require is given twice for \(standard)"
    case .missingReport: "verify needs a report and the files that it was made from"
    case .missingSides: "diff needs two reports or two exports: the old one and the new one"
    case .onlyFromFile(let command):
      "\(command.rawValue) does not read a report from standard input; name a file"
    case .missingRule:
      "explain needs a rule, an item of a self-assessment, or the address of a figure; known rules: "
        + RuleAddress.rules.map(\.id).joined(separator: ", ")
    case .missingRatings:
      "assess needs a file of ratings; --template ID writes one to fill in: "
        + Instrument.all.map(\.id).joined(separator: ", ")
    case .unknownInstrument(let option, let found):
      "\(option): unknown instrument \(quoted(found)); did you mean "
        + "\"\(Instrument.nearest(to: found))\"? known: "
        + Instrument.all.map(\.id).joined(separator: ", ")
    case .unknownSubject(let name, let suggestion):
      if case .namesakes = suggestion {
        "explain: \(quoted(name)) is more than one item: \(suggestion)"
      } else {
        "explain: unknown rule or item \(quoted(name)); did you mean \(suggestion)?"
      }
    case .malformedPlace(let text):
      "explain: expected a month or a day behind the slash, such as 2026-10 or 2026-10-31, found "
        + quoted(text)
    case .figure(let error): "explain: \(error)"
    case .missingFiles(let address):
      "explain: \(VisibleText.escaping(address)) is a figure of a report; name the files that it "
        + "is made from"
    case .repeatedName(let option, let name): "\(option) names \(name) twice"
    }
  }
}
