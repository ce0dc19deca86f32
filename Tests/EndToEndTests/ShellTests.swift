import TestSupport
import Testing

/// What is offered behind a line in the real shells, each with its own script.
@Suite struct ShellTests {
  /// A line that ends where the cursor is, what has to be offered, and what must not be.
  typealias Offer = (line: String, offered: Set<String>, others: Set<String>)

  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.makeFolder("work/sub")
    try scratch.write("work/october.csv", "")
    try scratch.write("work/reports.csv", "")
    for shell in ["bash", "zsh", "fish"] {
      try scratch.write(shell, try ToolRun(["completions", shell]).output)
    }
  }

  /// What all shells offer alike.
  static let offers: [Offer] = [
    ("slcheck rep", ["report", "reports.csv"], ["inspect", "october.csv"]),
    ("slcheck schema ", ["report", "records", "configuration"], ["october.csv", "text"]),
    ("slcheck schema report ", [], ["report", "october.csv"]),
    ("slcheck completions ", ["bash", "zsh", "fish", "man"], ["october.csv"]),
    ("slcheck help s", ["sample", "schema", "summary"], ["report"]),
    ("slcheck explain 8.01", ["8.01", "8.01.1", "8.01.4"], ["8.02"]),
    ("slcheck explain cx_maturity.rep", ["cx_maturity.reporting_tool"], ["cx_maturity.people"]),
    ("slcheck assess --template c", ["cmo", "cx_maturity", "contactscope"], ["icmi_concepts"]),
    ("slcheck assess --with oct", ["october.csv"], ["reports.csv"]),
    ("slcheck assess r.csv --with a.csv oct", ["october.csv"], ["reports.csv"]),
    ("slcheck explain 8.01 o", ["october.csv"], ["8.01"]),
    ("slcheck inspect o", ["october.csv"], ["reports.csv"]),
    ("slcheck --format ", ["text", "json", "csv", "html", "junit"], ["october.csv"]),
    ("slcheck diff --format m", ["markdown"], ["html"]),
    ("slcheck --config diff --format h", ["html"], []),
    ("slcheck -q audit --cl", ["--claims"], ["--color"]),
    ("slcheck --cl", [], ["--claims"]),
    ("slcheck --config oct", ["october.csv"], ["reports.csv"]),
    ("slcheck -o oct", ["october.csv"], ["reports.csv"]),
    ("slcheck --map off", ["offered="], ["answered="]),
    ("slcheck --kind qu", ["quality_costs"], ["costs"]),
    ("slcheck --profile ring", ["ringcx"], ["aircall"]),
    ("slcheck --formula short", ["short-abandons-met", "short-abandons-excluded"], ["offered"]),
    ("slcheck --on-conflict f", ["first"], ["last"]),
    ("slcheck --color a", ["auto", "always"], ["never"]),
    ("slcheck --progress n", ["never"], ["auto", "always"]),
    ("slcheck --require 8.06", ["8.06=1", "8.06=4"], ["8.01=1"]),
    ("slcheck init --", ["--output", "--help"], ["--format", "--as-of"]),
    ("slcheck -- --", [], ["--help"]),
  ]

  private func check(_ offer: Offer, _ found: Set<String>) {
    #expect(offer.offered.subtracting(found) == [], "\(offer.line): \(found.sorted())")
    #expect(offer.others.intersection(found) == [], "\(offer.line): \(found.sorted())")
    if offer.offered.isEmpty { #expect(found.allSatisfy { $0.hasPrefix("-") }, "\(offer.line)") }
  }

  /// What a shell offers behind each line: one line of output each, its words between bars.
  private func offers(_ run: ToolRun) -> [Set<String>] {
    run.output.split(separator: "\n").map { line in
      Set(line.split(separator: "|").map { String($0) })
    }
  }
}

// MARK: - bash

extension ShellTests {
  @Test(.enabled(if: InstalledProgram.path("bash") != nil, "bash is not installed"))
  func bashOffersWhatFits() throws {
    let bash = try #require(InstalledProgram.path("bash"))
    #expect(try ToolRun(["-n", scratch.path("bash")], program: bash).errors == "")
    // Words are cut at = as bash does for a function; a line that ends in a blank has one more.
    let calls = Self.offers.map { offer in
      let words = offer.line.split(separator: " ", omittingEmptySubsequences: false)
      return "try " + words.map { "'\($0)'" }.joined(separator: " ")
    }
    let script = """
      source '\(scratch.path("bash"))'
      try() {
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
        _slcheck
        printf '|%s' "${COMPREPLY[@]}"; echo '|'
      }
      \(calls.joined(separator: "\n"))
      try slcheck --format = js
      try slcheck --format =
      try slcheck --by = site,q
      try slcheck --require 8.01 = ''
      COMP_WORDBREAKS=' '
      try slcheck --format=js
      complete -p slcheck
      """
    let run = try ToolRun(["-c", script], program: bash, in: scratch.path("work"))
    #expect(run.errors == "")
    var found = offers(run)
    #expect(found.count == Self.offers.count + 6)
    guard found.count == Self.offers.count + 6 else { return }
    #expect(found.removeLast() == ["complete -F _slcheck slcheck"])
    #expect(
      found.suffix(5) == [
        ["json"], ["text", "json", "csv", "markdown", "html", "junit", "openmetrics"],
        ["site,queue"], ["1", "2", "3", "4"],
        ["--format=json"],
      ])
    for (offer, found) in zip(Self.offers, found) { check(offer, found) }
  }
}

// MARK: - fish

extension ShellTests {
  @Test(.enabled(if: InstalledProgram.path("fish") != nil, "fish is not installed"))
  func fishOffersWhatFits() throws {
    let fish = try #require(InstalledProgram.path("fish"))
    #expect(
      try ToolRun(
        ["-n", scratch.path("fish")], program: fish, environment: ["HOME": scratch.path]
      ).errors == "")
    let lines = Self.offers.map(\.line) + ["slcheck --format=js", "slcheck --by site,q"]
    let script = """
      source '\(scratch.path("fish"))'
      for line in \(lines.map { "'\($0)'" }.joined(separator: " "))
        set -l found (complete -C $line | string replace -r '\\t.*' '' | string join '|')
        echo "|$found|"
      end
      complete -C 'slcheck rep'
      """
    let run = try ToolRun(
      ["--no-config", "-c", script], program: fish, environment: ["HOME": scratch.path],
      in: scratch.path("work"))
    #expect(run.errors == "")
    let found = offers(run)
    try #require(found.count >= lines.count)
    for (offer, found) in zip(Self.offers, found) { check(offer, found) }
    #expect(found[Self.offers.count] == ["--format=json"])
    #expect(found[Self.offers.count + 1] == ["site,queue"])
    #expect(run.output.contains("report\tmetrics and maturity of what the files hold"))
  }
}

// MARK: - zsh

extension ShellTests {
  /// A shell at a terminal of its own types each line and the key for completion, and
  /// writes down what is added to the list.
  private func zshScript(_ lines: [String]) -> String {
    """
    zmodload zsh/zpty || exit 3
    export OUT=$PWD/../offered
    for line in \(lines.map { "'\($0)'" }.joined(separator: " ")); do
      : > $OUT
      zpty shell zsh -f -i
      zpty -w shell "source $PWD/../setup; source $PWD/../zsh"
      zpty -w -n shell "$line"$'\\t\\x18'
      for i in {1..400}; do
        grep -q END $OUT && break
        zpty -r -t shell output > /dev/null
        sleep 0.05
      done
      print -r -- "|$(grep -v END $OUT | tr '\\n' '|')"
      zpty -d shell
    done
    """
  }

  private static let zshSetup = #"""
    PS1= RPS1=
    autoload -Uz compinit
    compinit -u -D
    setopt no_beep
    bindkey '^I' complete-word
    compadd() {
      if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
        builtin compadd "$@"
        return
      fi
      local -a found
      builtin compadd -A found "$@"
      (( $#found )) && print -rl -- $found >> $OUT
      builtin compadd "$@"
    }
    finish() { print END >> $OUT; }
    zle -N finish
    bindkey '^X' finish
    """#

  @Test(.enabled(if: InstalledProgram.path("zsh") != nil, "zsh is not installed"))
  func zshOffersWhatFits() throws {
    let zsh = try #require(InstalledProgram.path("zsh"))
    #expect(try ToolRun(["-n", scratch.path("zsh")], program: zsh).errors == "")
    try scratch.write("setup", Self.zshSetup)
    let lines = Self.offers.map(\.line) + ["slcheck --format=js", "slcheck --by site,q"]
    try scratch.write("try", zshScript(lines))
    let run = try ToolRun(
      ["-f", scratch.path("try")], program: zsh, environment: ["HOME": scratch.path],
      in: scratch.path("work"))
    #expect(run.errors == "")
    let found = offers(run)
    #expect(found.count == lines.count)
    guard found.count == lines.count else { return }
    for (offer, found) in zip(Self.offers, found) { check(offer, found) }
    #expect(found[Self.offers.count] == ["json"])
    #expect(found[Self.offers.count + 1] == ["queue"])
  }
}

/// The manual page as the programs that print it see it.
@Suite struct ManualPageRunTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    try scratch.write("slcheck.1", try ToolRun(["completions", "man"]).output)
  }

  @Test(.enabled(if: InstalledProgram.path("mandoc") != nil, "mandoc is not installed"))
  func mandocFindsNothing() throws {
    let mandoc = try #require(InstalledProgram.path("mandoc"))
    let run = try ToolRun(["-Tlint", scratch.path("slcheck.1")], program: mandoc)
    #expect(run.status == 0 && run.output == "" && run.errors == "")
    let page = try ToolRun(["-Tutf8", scratch.path("slcheck.1")], program: mandoc).output
    #expect(page.contains("slcheck init -o slcheck.json"))
  }

  @Test(.enabled(if: InstalledProgram.path("groff") != nil, "groff is not installed"))
  func groffFindsNothing() throws {
    let groff = try #require(InstalledProgram.path("groff"))
    let run = try ToolRun(["-ww", "-man", "-Tutf8", scratch.path("slcheck.1")], program: groff)
    #expect(run.status == 0 && run.errors == "")
    // Hyphens of options are those that can be typed.
    let plain = try ToolRun(
      ["-man", "-Tascii", "-P-cbou", scratch.path("slcheck.1")], program: groff)
    #expect(plain.output.contains("--on-conflict error|sum|first|last"))
  }
}
