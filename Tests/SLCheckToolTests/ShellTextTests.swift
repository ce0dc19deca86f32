import Testing

@testable import SLCheckTool

/// The scripts for shells and the manual page, as far as no shell is needed to check them.
@Suite struct ShellTextTests {
  @Test(arguments: ShellText.allCases)
  func everyTextNamesAllThatIsAvailable(_ shell: ShellText) {
    let text = shell.text.replacing("\\-", with: "-")
    #expect(text.hasSuffix("\n"))
    for command in Command.allCases { #expect(text.contains(command.rawValue)) }
    for entry in OptionTable.all {
      let name = shell == .fish ? "-l \(entry.name.rawValue) " : entry.typedName
      // The names of some begin those of others: --rejects, --rejects-raw.
      let isThere = text.contains(name)
      let others = OptionTable.all.filter {
        $0.typedName != entry.typedName && $0.typedName.hasPrefix(entry.typedName)
      }
      #expect(isThere || !others.isEmpty, "\(entry.typedName)")
    }
  }

  @Test func textsAreTheSameEveryTime() {
    for shell in ShellText.allCases { #expect(shell.text == shell.text) }
    #expect(ShellText.man.text.contains("slcheck \(Tool.version)"))
  }

  /// Whoever adds an option says here that nothing is known of its values.
  @Test func valuesThatNothingIsKnownOfAreThese() {
    let free = OptionTable.all.filter { $0.choice == .text }.map(\.name)
    #expect(free == [.objective, .asOf, .timeZone, .maxRejects, .month, .n, .seed, .threads])
  }

  @Test(arguments: OptionTable.all)
  func everyOfferedValueIsTaken(_ entry: OptionEntry) throws {
    guard let choice = entry.choice else { return }
    for word in choice.words {
      let value: String
      if case .beginnings = choice { value = word + "x" } else { value = word }
      let command = Command.allCases.first { entry.commands.contains($0) }!
      let operands =
        switch command {
        case .sample: ["--seed", "1"]
        case .audit: ["--claims", "c"]
        case .rollup where entry.name != .by: ["--by", "day"]
        case .assess where entry.name != .template: ["r.csv"]
        default: [String]()
        }
      _ = try Arguments([command.rawValue, entry.typedName, value] + operands)
    }
  }

  @Test func everyOfferedFormatIsTaken() throws {
    for command in Command.allCases {
      let entry = OptionTable.available(for: command).first { $0.name == .format }
      guard let entry else { continue }
      #expect(entry.choice?.words == command.formats.map(\.rawValue))
    }
  }

  @Test(arguments: Command.allCases)
  func everyOfferedOperandIsTaken(_ command: Command) throws {
    for word in command.firstOperand.words { _ = try Arguments([command.rawValue, word]) }
  }

  @Test func quotesEndNoText() {
    #expect(ShellText.quoted("the customers' own") == #"'the customers'\'' own'"#)
    #expect(ShellText.zsh.text.contains(#"customers'\'' identifiers"#))
    #expect(ShellText.fish.text.contains(#"customers\' identifiers"#))
  }
}

/// The manual page.
@Suite struct ManualPageTests {
  @Test func itHasItsSectionsInOrder() {
    let sections = ManualPage.text.split(separator: "\n").filter { $0.hasPrefix(".SH ") }
    #expect(
      sections == [
        ".SH NAME", ".SH SYNOPSIS", ".SH DESCRIPTION", ".SH COMMANDS", ".SH OPTIONS",
        ".SH \"EXIT STATUS\"", ".SH FILES", ".SH ENVIRONMENT", ".SH EXAMPLES", ".SH \"SEE ALSO\"",
      ])
  }

  @Test func statusesAreAllThere() {
    for status in SLCheckTool.ExitStatus.allCases {
      #expect(
        ManualPage.text.contains(".TP\n\\fB\(status.rawValue)\\fR\n\(status.meaning.prefix(16))"))
    }
  }

  @Test(arguments: [
    ("--as-of 'x'", #"\-\-as\-of \(aqx\(aq"#), (".csv", #"\&.csv"#), (#"a\b"#, #"a\eb"#),
    ("a ~ ^ `", #"a \(ti \(ha \(ga"#), ("80 ± 2 …", #"80 \[u00B1] 2 \[u2026]"#),
    ("file.csv", "file.csv"),
  ])
  func textIsPrintedAsItStands(_ text: String, _ escaped: String) {
    #expect(ManualPage.escaped(text) == escaped)
  }

  @Test func optionsSayWhoseTheyAre() {
    #expect(
      ManualPage.text.contains("\\fB\\-\\-claims\\fR FILE\nRead the claims from a file. Of audit."))
    #expect(
      ManualPage.text.contains(
        "\\fB\\-\\-format\\fR text|json|csv|markdown|html|junit|openmetrics\n"))
    #expect(ManualPage.text.contains("\\fB\\-q, \\-\\-quiet\\fR\nSay nothing but errors"))
  }
}
