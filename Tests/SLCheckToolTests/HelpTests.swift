import Reports
import Testing

@testable import SLCheckTool

/// The help texts, letter by letter.
@Suite struct HelpTests {
  static let optionsOfReport = """
          --config FILE           Read this configuration rather than slcheck.json
                                  of the working folder.
          --objective PERCENT/SECONDS
                                  Judge by this objective, such as 80/20; only
                                  without configured services.
          --formula NAME          Compute the service level this way; only without
                                  configured services.
          --require STANDARD=LEVEL
                                  Fail unless a standard stands at this level or
                                  above, such as 8.01=2. May be given again.
          --as-of DATE            Let every window end with this day.
          --time-zone ZONE        Take time stamps on the clock of this zone, such
                                  as America/Chicago.
          --by DIMENSIONS         Break the figures of each service down by site,
                                  queue, channel, or several joined by commas.
          --date-order mdy|dmy|ymd
                                  Read dates with their parts in this order.
          --profile NAME          Read exports of this product; slcheck schema
                                  profiles lists them.
          --map NAME=COLUMN       Read a canonical column from this one; several for
                                  one name are joined. May be given again.
          --kind KIND             Take the rows of every file as this kind of
                                  record, such as quality_costs.
          --delimiter CHARACTER   Split fields at this character, or at: comma,
                                  semicolon, tab, pipe.
          --max-rejects N|N%      Allow this many rejected rows, or this share of
                                  all rows.
          --rejects FILE          Write the list of rejected rows to a file.
          --rejects-raw           List rejected rows with the customers' identifiers
                                  unmasked.
          --on-conflict error|sum|first|last
                                  Choose what two different records of one thing
                                  come to.
          --strict-counts         Reject rows whose counts contradict each other.
          --accept-implausible COLUMN
                                  Take the figures of a column though they look
                                  wrong. May be given again.
          --detail days|intervals
                                  List the days of each service as well, or its days
                                  and intervals.
          --ledger DIR            Report on the months that are kept in this folder,
                                  and on the new files.
          --update                Keep what the new files say in the ledger, which
                                  is begun where there is none.
          --digest                Say the SHA-256 of every input, as it is stored.
          --evidence DIR          Write a folder that proves the run: report,
                                  digests, configuration, rejects.
          --format text|json|csv|markdown|html|junit|openmetrics
                                  Print text for people, CSV for databases, Markdown
                                  for documents, HTML with charts, JUnit XML for CI,
                                  OpenMetrics for dashboards or JSON for programs.
      -o, --output FILE           Write the result to a file, whole or not at all.
          --threads N             Use at most this many threads; the result is the
                                  same.
          --color auto|always|never
                                  Choose when the text has color.
          --progress auto|always|never
                                  Choose when the progress of reading is shown; else
                                  on a terminal, past one second.
      -q, --quiet                 Say nothing but errors beside the result.
      -v, --verbose               Say more, such as how long each step took.
      -h, --help                  Print help and end.
          --version               Print the version and end.

    Exit status: 0 done, and what was required holds; 1 it fails; 2 it is
    indeterminate; 64 usage; 65 data; 66 no input; 70 a bug; 73 no output;
    74 reading or writing failed; 78 configuration.

    """

  static let optionsOfAll = """
          --config FILE           Read this configuration rather than slcheck.json
                                  of the working folder.
          --threads N             Use at most this many threads; the result is the
                                  same.
          --color auto|always|never
                                  Choose when the text has color.
          --progress auto|always|never
                                  Choose when the progress of reading is shown; else
                                  on a terminal, past one second.
      -q, --quiet                 Say nothing but errors beside the result.
      -v, --verbose               Say more, such as how long each step took.
      -h, --help                  Print help and end.
          --version               Print the version and end.

    """

  @Test func overviewReadsAsRecorded() {
    let golden = """
      usage: slcheck [COMMAND] [OPTION...] [FILE...|-]

      Metrics of a contact center and the maturity that they prove, from its CSV
      exports: service level, quality, satisfaction, costs, transaction value.

      Commands:
        report    metrics and maturity of what the files hold (the default)
        inspect   what a file is: columns, kind, span, intervals, gaps
        summary   the month, the 12 months before it, and what is needed next
        audit     hold each claim against the records
        verify    run a report again from its inputs
        diff      what was restated between two reports or two exports
        sample    random records to trace to their source, reproducibly
        explain   a rule in words and numbers, a figure down to its rows
        rollup    canonical records at a coarser grain
        assess    self-assessments, and what the records say of their ratings
        init      write a commented configuration
        schema    print the JSON Schema of an output or input, or the known exports
        completions
                  print completions for a shell, or the manual page
        help      print help about a command

      Options of report:

      """
    #expect(Help.overview == golden + Self.optionsOfReport)
  }

  @Test func reportReadsAsRecorded() {
    let golden = """
      usage: slcheck [report] [OPTION...] [FILE...|-]

      Reads CSV exports of a contact center, computes service level and the other
      figures, and judges how mature they are. Without a file it reads standard input;
      - stands for standard input as well. A file that is called like a command is
      written ./inspect.

      Options:

      """
    #expect(Help.text(for: .report) == golden + Self.optionsOfReport)
  }

  @Test func schemaReadsAsRecorded() {
    let golden = """
      usage: slcheck schema [OPTION...] NAME

      Prints the JSON Schema that the JSON output keeps to: report, summary, audit,
      verify, diff, sample, explain (figure for an address, instrument for an item),
      assess (assessment) or inspect; and that of what is read: configuration, for
      slcheck.json, and records, for a row of each kind. The name profiles lists the
      exports of products that are known: what they are recognized by, what is read of
      them, and what is not known.

      Options:

      """
    let options = Self.optionsOfAll.replacing(
      "      --threads N ",
      with: """
              --format text|json      Print text for people or JSON for programs.
              --threads N\u{20}
        """)
    #expect(Help.text(for: .schema) == golden + options)
  }

  @Test func assessSaysWhatItTakes() {
    let help = Help.text(for: .assess)
    #expect(help.hasPrefix("usage: slcheck assess [OPTION...] RATINGS...\n"))
    for option in ["--with FILE...", "--template ID", "--instrument ID", "--require"] {
      #expect(help.contains("      \(option)"), "\(option)")
    }
    #expect(help.contains("--format text|json|csv|markdown|html\n"))
  }

  @Test func initReadsAsRecorded() {
    let golden = """
      usage: slcheck init [OPTION...]

      Prints a configuration to begin with, as JSON with comments: each key explained,
      with examples that are commented out, so that it changes nothing as it stands.
      With -o slcheck.json it is written to the file that every run reads; a file that
      is there already is never replaced, and the run ends with 73.

      Options:

      """
    let options = Self.optionsOfAll.replacing(
      "      --threads N ",
      with: """
          -o, --output FILE           Write to a file, unless there is one already.
              --threads N\u{20}
        """)
    #expect(Help.text(for: .`init`) == golden + options)
  }

  @Test func completionsReadAsRecorded() {
    let golden = """
      usage: slcheck completions [OPTION...] SHELL

      Prints what a shell needs to complete commands, options and their values: bash,
      zsh or fish. The name man prints the manual page, for packages that install
      both.

      Options:

      """
    #expect(Help.text(for: .completions) == golden + Self.optionsOfAll)
  }

  @Test func helpReadsAsRecorded() {
    let golden = """
      usage: slcheck help [OPTION...] [COMMAND]

      Prints help about a command, or about all of them.

      Options:

      """
    #expect(Help.text(for: .help) == golden + Self.optionsOfAll)
  }

  @Test func shortHelpReadsAsRecorded() {
    #expect(
      Help.short == """
        usage: slcheck [report] [OPTION...] [FILE...|-]

        Examples:
          slcheck october.csv
          slcheck --objective 85/30 --require 8.01=2 october.csv november.csv

        slcheck --help lists commands and options.

        """)
  }

  @Test(arguments: [
    (["--help"], Help.overview), (["help"], Help.overview),
    (["report", "--help"], Help.text(for: .report)), (["help", "report"], Help.text(for: .report)),
    (["schema", "-h"], Help.text(for: .schema)), (["help", "help"], Help.text(for: .help)),
  ])
  func everyWayToAskLeadsToItsText(_ typed: [String], _ text: String) throws {
    let arguments = try Arguments(typed)
    #expect(arguments.wantsHelp)
    #expect(Help.text(for: arguments) == text)
  }

  @Test(arguments: Command.allCases)
  func noLineIsWiderThanATerminal(_ command: Command) {
    let text = Help.text(for: command) + Help.overview + Help.short
    for line in text.split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
      #expect(line.last != " ")
    }
  }

  @Test func theExamplesOfTheShortHelpAreUnderstood() throws {
    let examples = Help.short.split(separator: "\n").filter { $0.hasPrefix("  slcheck ") }
    #expect(examples.count == 2)
    for example in examples {
      let typed = example.split(separator: " ").dropFirst().map { String($0) }
      #expect(try !Arguments(typed).inputs.isEmpty)
    }
  }
}

/// Options whose words depend on the command.
@Suite struct CommandHelpTests {
  @Test func formatsAreThoseOfTheCommand() {
    for command in Command.allCases {
      let help = Help.text(for: command)
      guard help.contains("--format") else { continue }
      let formats = command.formats.map(\.rawValue).joined(separator: "|")
      #expect(help.contains("--format \(formats)"), "\(help)")
    }
    #expect(Help.text(for: .diff).contains("--format text|json|markdown"))
    #expect(Help.text(for: .diff).contains("Markdown for"))
    #expect(!Help.text(for: .diff).contains("HTML"))
    #expect(
      Help.text(for: .report).contains("--format text|json|csv|markdown|html|junit|openmetrics"))
  }

  @Test func verifyReadsNoConfigurationOfTheFolder() {
    let help = Help.text(for: .verify)
    #expect(help.contains("Judge by this configuration rather than by that of"))
    #expect(!help.contains("slcheck.json"))
    #expect(Help.text(for: .report).contains("rather than slcheck.json"))
  }
}

/// The examples in the documentation of the entry points.
@Suite struct DocumentedExampleTests {
  @Test func theyDoWhatTheySay() throws {
    let value = try JSONValue(json5: Array("{ percent: 82.1 }".utf8))
    #expect(value.compactText == #"{"percent":82.1}"#)
    let arguments = try Arguments(["--format=json", "march.csv"])
    #expect(arguments.command == .report)
    #expect(arguments.format == .json)
    let configuration = try Configuration(
      json5: Array("{ shortAbandonSeconds: 10 }".utf8), file: "slcheck.json")
    #expect(configuration.shortAbandonSeconds == 10)
  }
}
