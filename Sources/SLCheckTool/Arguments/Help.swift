/// The help texts, rendered from the tables of commands and options.
package enum Help: Sendable {
  /// The widest line; the narrowest terminal that is common.
  static let width = 80

  /// The text for someone who typed nothing on a terminal.
  package static let short = """
    usage: slcheck [report] [OPTION...] [FILE...|-]

    Examples:
    \(examples.map { "  " + $0 }.joined(separator: "\n"))

    slcheck --help lists commands and options.

    """

  /// What someone who begins may type.
  static let examples = [
    "slcheck october.csv",
    "slcheck --objective 85/30 --require 8.01=2 october.csv november.csv",
  ]

  /// The text for slcheck --help: all commands, and the options of the usual one.
  package static var overview: String {
    var text = """
      usage: slcheck [COMMAND] [OPTION...] [FILE...|-]

      Metrics of a contact center and the maturity that they prove, from its CSV
      exports: service level, quality, satisfaction, costs, transaction value.

      Commands:

      """
    for command in Command.allCases {
      text += row(command.rawValue, command.summary, column: 12)
    }
    text += "\nOptions of report:\n" + list(OptionTable.available(for: .report))
    text += "\n" + exitStatus
    return text
  }

  /// The text about one command.
  ///
  /// - Complexity: O(*n*) in the number of options.
  package static func text(for command: Command) -> String {
    let operands = command.operands.isEmpty ? "" : " " + command.operands
    let name = command == .report ? "[report]" : command.rawValue
    var text = "usage: slcheck \(name) [OPTION...]\(operands)\n\n"
    for line in wrapped(command.details, to: width) { text += line + "\n" }
    text += "\nOptions:\n" + list(OptionTable.available(for: command))
    if command == .report { text += "\n" + exitStatus }
    return text
  }

  /// The text that a command line asks for.
  package static func text(for arguments: Arguments) -> String {
    if let topic = arguments.topic, arguments.command == .help,
      let command = Command(rawValue: topic)
    {
      return text(for: command)
    }
    return switch arguments.command {
    case .help: overview
    case .report where !arguments.isCommandTyped: overview
    default: text(for: arguments.command)
    }
  }

  /// All statuses in a few words, a little narrower than the rest.
  private static let exitStatus =
    wrapped(
      "Exit status: "
        + ExitStatus.allCases.map { "\($0.rawValue) \($0.words)" }.joined(separator: "; ") + ".",
      to: 72
    ).map { $0 + "\n" }.joined()
}

// MARK: - Layout

extension Help {
  private static func list(_ entries: [OptionEntry]) -> String {
    entries.map { entry in
      let repeats = entry.isRepeatable ? " May be given again." : ""
      return row(entry.synopsis, entry.help + repeats, column: 30)
    }.joined()
  }

  /// Lays a term and its explanation out in two columns.
  private static func row(_ term: String, _ explanation: String, column: Int) -> String {
    var text = "  " + term
    // The explanation begins on its own line where the term leaves no gap.
    var used = text.count
    if used + 2 > column {
      text += "\n"
      used = 0
    }
    for line in wrapped(explanation, to: width - column) {
      text += String(repeating: " ", count: column - used) + line + "\n"
      used = 0
    }
    return text
  }

  /// Breaks text between words into lines of at most a width.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
