/// The manual page slcheck(1), in the macros of man(7), from the tables of commands,
/// options and statuses.
enum ManualPage: Sendable {
  /// The day on which this text was last worth a look: that of the release, or before the
  /// first one of its writing. No clock is read, so that the same tool gives the same page.
  static let date = "2026-11-23"

  /// The page.
  static var text: String {
    let title = ".TH SLCHECK 1 \"\(date)\" \"slcheck \(Tool.version)\" \"User Commands\"\n"
    return title
      + section(
        "NAME", "slcheck \\- metrics of a contact center and the maturity that they prove\n")
      + section("SYNOPSIS", synopsis) + section("DESCRIPTION", description)
      + section("COMMANDS", commands) + section("OPTIONS", options)
      + section("EXIT STATUS", statuses) + section("FILES", files)
      + section("ENVIRONMENT", environment) + section("EXAMPLES", examples)
      + section("SEE ALSO", others)
  }

  private static func section(_ title: String, _ body: String) -> String {
    ".SH \(title.contains(" ") ? "\"\(title)\"" : title)\n" + body
  }

  private static var synopsis: String {
    """
    .B slcheck
    .RI [ command "] [" option ".\\|.\\|.] [" file ".\\|.\\|.]"
    .br
    .B slcheck help
    .RI [ command ]

    """
  }

  private static var description: String {
    paragraph(
      "Reads CSV exports of a contact center, computes service level, quality, satisfaction, "
        + "costs and transaction value exactly, and decides which level of maturity they prove. "
        + "Standard output is the result and nothing else; everything said to a person goes to "
        + "standard error. The same input gives the same bytes.")
      + ".PP\n"
      + paragraph(
        "Options and files come in any order; two dashes end the options. The first operand is "
          + "the command if it is called like one, and otherwise a file for report.")
  }

  private static var commands: String {
    Command.allCases.map { command in
      let operands = command.operands.isEmpty ? "" : " " + command.operands
      return term(command.rawValue, operands) + paragraph(command.details)
    }.joined()
  }

  private static var options: String {
    OptionTable.all.map { entry in
      let commands = Command.allCases.filter { entry.commands.contains($0) }
      // A form that depends on the command is shown as the widest one.
      let worded = commands.compactMap { command in
        OptionTable.available(for: command).first { $0.name == entry.name }
      }.max { ($0.placeholder?.count ?? 0) < ($1.placeholder?.count ?? 0) }
      let shown = entry.name == .format ? worded ?? entry : entry
      let short = shown.short.map { "-\($0), " } ?? ""
      let owners =
        commands.count == Command.allCases.count
        ? "" : " Of " + commands.map(\.rawValue).joined(separator: ", ") + "."
      let repeats = entry.isRepeatable ? " May be given again." : ""
      return term(short + shown.typedName, shown.placeholder.map { " " + $0 } ?? "")
        + paragraph(shown.help + repeats + owners)
    }.joined()
  }

  private static var statuses: String {
    ExitStatus.allCases.map { term("\($0.rawValue)", "") + paragraph($0.meaning) }.joined()
  }

  private static var files: String {
    term(ConfigurationFile.defaultName, "")
      + paragraph(
        "The configuration of the working folder: services and their objectives, opening hours, "
          + "the columns of an export. Every key may be left out. slcheck init writes one to begin "
          + "with, slcheck schema configuration prints its JSON Schema.")
  }

  private static var environment: String {
    term("NO_COLOR", "") + paragraph("Set to anything, it turns color off where it is automatic.")
      + term("TERM", "")
      + paragraph("The value dumb does the same, and turns progress and sparklines off.")
      + term("COLUMNS", "")
      + paragraph("The width of a terminal, where it is another than the terminal says.")
      + term("LC_ALL, LC_CTYPE, LANG", "")
      + paragraph("The first that is set says whether the terminal has UTF-8, for sparklines.")
  }

  private static var examples: String {
    let runs = [
      ("Metrics and maturity of two months, by an objective:", Help.examples[1]),
      ("What an export is, before it is judged:", "slcheck inspect october.csv"),
      ("A configuration to begin with:", "slcheck init -o \(ConfigurationFile.defaultName)"),
      ("Each claim held against the records:", "slcheck audit --claims claims.csv october.csv"),
      (
        "A page with charts, from a pipe:",
        "gzip -dc year.csv.gz | slcheck --format html -o year.html"
      ),
    ]
    return runs.map { words, command in
      paragraph(words) + ".PP\n.RS 4\n.nf\n" + escaped(command) + "\n.fi\n.RE\n.PP\n"
    }.joined().dropLastLine
  }

  private static var others: String { ".BR gzip (1),\n.BR sha256sum (1),\n.BR zstd (1)\n" }
}

// MARK: - Text

extension ManualPage {
  /// A term with what the reader puts in its place, above an indented paragraph.
  private static func term(_ name: String, _ placeholders: String) -> String {
    ".TP\n\\fB\(escaped(name))\\fR\(escaped(placeholders))\n"
  }

  private static func paragraph(_ text: String) -> String {
    Help.wrapped(text, to: 72).map { escaped($0) + "\n" }.joined()
  }

  /// Text that roff prints as it stands: every hyphen can be copied, and no line is a request.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case ".": result += result.isEmpty ? "\\&." : "."
      case _ where !scalar.isASCII: result += "\\[u\(hexadecimal(scalar))]"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension String {
  /// The text without its last line.
  fileprivate var dropLastLine: String {
    guard let end = dropLast().lastIndex(of: "\n") else { return "" }
    return String(self[...end])
  }
}
