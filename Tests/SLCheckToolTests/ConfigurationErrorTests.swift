import Basics
import Reports
import Testing

@testable import SLCheckTool

@Suite struct ConfigurationErrorTests {
  static func service(_ rest: String) -> String {
    "{ services: [{ name: 'A', objectives: [{ percent: 80, seconds: 20 }], \(rest) }] }"
  }

  static let sentences: [(String, String)] = [
    ("[]", ": expected an object, found a list"),
    ("{ a: 1,\n b 2 }", ":2:4: expected a colon after the key, found \"2\""),
    ("{ servces: [] }", ": servces: unknown key; did you mean \"services\"?"),
    ("{ zzzzzz: 1 }", ": zzzzzz: unknown key"),
    ("{ 'a b': 1 }", ": [\"a b\"]: unknown key"),
    (
      "{ timeZone: 'here/' }",
      ": timeZone: unknown time zone \"here/\"; expected a name of the IANA database, such as "
        + "America/Chicago"
    ),
    (
      "{ timeZone: 'Chicago' }",
      ": timeZone: unknown time zone \"Chicago\"; did you mean \"America/Chicago\"?"
    ),
    ("{ timeZone: '' }", ": timeZone: the text must not be empty"),
    (
      "{ intervalMinutes: 7 }",
      ": intervalMinutes: intervalMinutes must be one of 5, 10, 15, 20, 30, 60, 1440, found 7"
    ),
    ("{ intervalMinutes: '30' }", ": intervalMinutes: expected a whole number, found a string"),
    ("{ shortAbandonSeconds: 2.5 }", ": shortAbandonSeconds: expected a whole number, found 2.5"),
    (
      "{ shortAbandonSeconds: -1 }",
      ": shortAbandonSeconds: shortAbandonSeconds must be from 0 to 9999999, found -1"
    ),
    ("{ comparison: '>' }", ": comparison: unknown comparison \">\"; did you mean \"<\"?"),
    (
      "{ absentIntervals: 'dens' }",
      ": absentIntervals: unknown meaning \"dens\"; did you mean \"dense\"?"
    ),
    (
      "{ identityAllowance: 2 }",
      ": identityAllowance: identityAllowance must be from 0 to 1, found 2"
    ),
    (
      "{ identityAllowance: 0.0000001 }",
      ": identityAllowance: a number may have at most 6 decimal places, found 0.0000001"
    ),
    ("{ asOf: '2026-02-29' }", ": asOf: expected a date such as 2026-10-31, found \"2026-02-29\""),
    (
      "{ onConflict: 'abort-everything' }",
      ": onConflict: unknown way to resolve conflicts \"abort-everything\"; known: error, sum, first, last"
    ),
    ("{ maxRejects: '5' }", ": maxRejects: expected a percentage such as 0.5%, found \"5\""),
    ("{ maxRejects: '101%' }", ": maxRejects: expected a percentage such as 0.5%, found \"101%\""),
    ("{ maxRejects: -1 }", ": maxRejects: maxRejects must be at least 0, found -1"),
    (
      "{ maxRejects: true }",
      ": maxRejects: expected a whole number or a percentage, found true or false"
    ),
    ("{ dateOrder: 'ydm' }", ": dateOrder: unknown order \"ydm\"; did you mean \"ymd\"?"),
    ("{ strictCounts: 1 }", ": strictCounts: expected true or false, found a number"),
    ("{ by: ['queue', 'queue'] }", ": by[1]: the name \"queue\" is given twice"),
    ("{ by: 'queue' }", ": by: expected a list, found a string"),
    (
      "{ require: { '8.07': 1 } }",
      ": require[\"8.07\"]: unknown standard \"8.07\"; known: 8.01, 8.02, 8.03, 8.04, 8.05, 8.06"
    ),
    ("{ require: { '8.01': 5 } }", ": require[\"8.01\"]: level must be from 1 to 4, found 5"),
    ("{ services: [] }", ": services: the list must not be empty"),
    (
      "{ services: [{ objectives: [{ percent: 80, seconds: 20 }] }] }",
      ": services[0]: the key \"name\" is missing"
    ),
    ("{ services: [{ name: 'A' }] }", ": services[0]: a service needs at least one objective"),
    (
      "{ services: [{ name: 'A', objectives: [] }] }",
      ": services[0].objectives: a service needs at least one objective"
    ),
    (
      "{ services: [{ name: 'A', objectives: [{ percent: 80 }] }] }",
      ": services[0].objectives[0]: the key \"seconds\" is missing"
    ),
    (
      "{ services: [{ name: 'A', objectives: [{ percnt: 1, percent: 120, seconds: 20 }] }] }",
      ": services[0].objectives[0].percnt: unknown key; did you mean \"percent\"?\n: services[0].objectives[0].percent: percent must be from 0 to 100, found 120"
    ),
    (
      service("formula: 'offerd'"),
      ": services[0].formula: unknown formula \"offerd\"; did you mean \"offered\"?"
    ),
    (service("percnt: 80"), ": services[0].percnt: unknown key"),
    (
      service("kind: 'service'"),
      ": services[0].kind: unknown kind \"service\"; known: service-level, response-time"
    ),
    (service("match: { queue: [] }"), ": services[0].match.queue: the list must not be empty"),
    (
      service("match: { queue: 5 }"),
      ": services[0].match.queue: expected a string or a list of strings, found a number"
    ),
    (
      service("match: { quue: 'x' }"),
      ": services[0].match.quue: unknown key; did you mean \"queue\"?"
    ),
    (
      service("hours: 'always'"),
      ": services[0].hours: expected an object or a list of objects, found a string"
    ),
    (service("hours: []"), ": services[0].hours: the list must not be empty"),
    (
      service("hours: { mon: '8-20' }"),
      ": services[0].hours.mon: expected hours such as 08:00-20:00, found \"8-20\""
    ),
    (
      service("hours: { mon: '24:00-04:00' }"),
      ": services[0].hours.mon: expected hours such as 08:00-20:00, found \"24:00-04:00\""
    ),
    (
      service("hours: { mon: '08:00-24:01' }"),
      ": services[0].hours.mon: expected hours such as 08:00-20:00, found \"08:00-24:01\""
    ),
    (
      service("hours: { mon: 8 }"),
      ": services[0].hours.mon: expected hours such as 08:00-20:00, \"closed\" or a list, found a number"
    ),
    (
      service("hours: { mon: '08:00-08:00' }"),
      ": services[0].hours.mon: the hours 08:00-08:00 begin and end at once; a whole day is 00:00-24:00"
    ),
    (
      service("hours: { mon: ['08:00-12:00', '11:00-13:00'] }"),
      ": services[0].hours.mon: the hours 08:00-12:00 and 11:00-13:00 overlap"
    ),
    (
      service("hours: [{ thu: '20:00-04:00', fri: '03:00-05:00' }]"),
      ": services[0].hours[0].fri: the hours 20:00-04:00 and 03:00-05:00 overlap"
    ),
    (
      service("hours: { sun: '20:00-04:00', mon: '00:00-24:00' }"),
      ": services[0].hours.mon: the hours 20:00-04:00 and 00:00-24:00 overlap"
    ),
    (
      service("holidays: ['2025-13-25']"),
      ": services[0].holidays[0]: expected a date such as 2026-10-31, found \"2025-13-25\""
    ),
    (
      "{ quality: { objectives: [{ score: 101 }] } }",
      ": quality.objectives[0].score: score must be from 0 to 100, found 101"
    ),
    ("{ quality: { objectives: [{}] } }", ": quality.objectives[0]: the key \"score\" is missing"),
    (
      "{ satisfaction: { measure: 'top-3-box' } }",
      ": satisfaction.measure: unknown measure \"top-3-box\"; did you mean \"top-2-box\"?"
    ),
    (
      "{ satisfaction: { measure: 'nps', objectives: [{ target: -101 }] } }",
      ": satisfaction.objectives[0].target: target must be from -100 to 100, found -101"
    ),
    (
      "{ costPerContact: { objectives: [{ amount: -1 }] } }",
      ": costPerContact.objectives[0].amount: amount must be at least 0, found -1"
    ),
    (
      "{ firstContactResolution: { windowDays: 3661 } }",
      ": firstContactResolution.windowDays: windowDays must be from 0 to 3660, found 3661"
    ),
    (
      "{ contactVolume: { objectives: [{}] } }",
      ": contactVolume.objectives[0]: give \"atMost\" or \"atLeast\""
    ),
    (
      "{ contactVolume: { objectives: [{ atMost: 1, atLeast: 2 }] } }",
      ": contactVolume.objectives[0]: give either \"atMost\" or \"atLeast\", not both"
    ),
    (
      "{ handleTime: { objectives: [{ atMostSeconds: '1' }] } }",
      ": handleTime.objectives[0].atMostSeconds: expected a number, found a string"
    ),
    (
      "{ transactionValue: { baseline: { from: '2025-03', to: '2025-01' } } }",
      ": transactionValue.baseline: the last month comes before the first"
    ),
    (
      "{ transactionValue: { baseline: { from: '2025-13', to: '2025-01' } } }",
      ": transactionValue.baseline.from: expected a month such as 2026-10, found \"2025-13\""
    ),
    (
      "{ transactionValue: { types: [{ name: 'S' }, { name: 'S' }] } }",
      ": transactionValue.types[1].name: the name \"S\" is given twice"
    ),
    (
      "{ columns: { offerd: 'x' } }",
      ": columns.offerd: unknown column \"offerd\"; did you mean \"offered\"?"
    ),
    (
      "{ columns: { qqqqqqqqqqqqqq: 'x' } }",
      ": columns.qqqqqqqqqqqqqq: unknown column \"qqqqqqqqqqqqqq\""
    ),
    (
      "{ columns: { offered: 5 } }",
      ": columns.offered: expected a column, a list of columns or an object with \"minus\", found a number"
    ),
    (
      "{ columns: { offered: { minus: ['a'] } } }",
      ": columns.offered.minus: a difference needs at least two columns"
    ),
    (
      "{ columns: { offered: { minus: ['a', 'b', 'a'] } } }",
      ": columns.offered.minus: the name \"a\" is given twice"
    ),
    ("{ columns: { offered: {} } }", ": columns.offered: the key \"minus\" is missing"),
    (
      "{ units: { offered: 'seconds' } }",
      ": units.offered: the column is neither a duration nor a percentage, so it has no unit"
    ),
    (
      "{ units: { talk_seconds: 'fraction' } }",
      ": units.talk_seconds: unknown unit \"fraction\"; known: seconds, milliseconds"
    ),
    (
      "{ formats: { started_at: 'YYYY-MM' } }",
      ": formats.started_at: unknown field \"YYYY\"; known: yyyy, yy, MM, M, dd, d, HH, H, hh, h, mm, ss, a"
    ),
    (
      "{ formats: { started_at: 'M/d/yyyy h:mm' } }",
      ": formats.started_at: the format lacks AM or PM (a)"
    ),
    (
      "{ formats: { started_at: 'yyyy-MM' } }",
      ": formats.started_at: the format lacks a day (dd or d)"
    ),
    (
      "{ formats: { offered: 'yyyy-MM-dd' } }",
      ": formats.offered: the column holds no time, so it has no format"
    ),
    (
      "{ values: { outcome: { hang: 'abandoned', ' HANG': 'answered' } } }",
      ": values.outcome.hang: the name \"hang\" is given twice"
    ),
    ("{ values: { outcome: { A: 1 } } }", ": values.outcome.A: expected a string, found a number"),
    ("{ ignore: [{}] }", ": ignore[0]: give \"is\", \"startsWith\" or \"all\""),
    ("{ ignore: [{ is: 'x' }] }", ": ignore[0]: the key \"column\" is missing"),
    (
      "{ ignore: [{ column: 'a', is: 'x', startsWith: 'y' }] }",
      ": ignore[0]: give one of \"is\", \"startsWith\" and \"all\""
    ),
    ("{ ignore: [{ all: [] }] }", ": ignore[0].all: the list must not be empty"),
    (
      "{ identityAllowance: 1e25 }",
      ": identityAllowance: a number may have at most 24 digits before the point, found 10000000000000000000000000"
    ),
    (
      "{ intervalMinutes: 2000 }",
      ": intervalMinutes: intervalMinutes must be from 1 to 1440, found 2000"
    ),
    ("{ ledger: 5 }", ": ledger: expected a string, found a number"),
  ]

  @Test(arguments: sentences)
  func everyErrorHasItsSentence(_ text: String, _ expected: String) {
    let lines = expected.split(separator: "\n").map { "slcheck.json" + $0 }
    #expect(refusal(text) == lines)
  }

  @Test func repeatedServiceNamesAreRefused() {
    let one = "{ name: 'A', objectives: [{ percent: 80, seconds: 20 }] }"
    #expect(
      refusal("{ services: [\(one), \(one)] }")
        == ["slcheck.json: services[1].name: the name \"A\" is given twice"])
  }

  @Test func allErrorsAreReportedAtOnce() {
    let text = "{ zeta: 1, asOf: 5, services: [{ name: '', formula: 'x' }], ledger: '' }"
    #expect(
      refusal(text) == [
        "slcheck.json: zeta: unknown key",
        "slcheck.json: asOf: expected a string, found a number",
        "slcheck.json: services[0].name: the text must not be empty",
        "slcheck.json: services[0].formula: unknown formula \"x\"; known: offered, answered, "
          + "early-abandons-excluded, early-abandons-met, short-abandons-excluded, "
          + "short-abandons-met",
        "slcheck.json: services[0]: a service needs at least one objective",
        "slcheck.json: ledger: the text must not be empty",
      ])
  }

  @Test func hiddenCharactersAreShown() {
    #expect(
      refusal("{ '\\u001b[31m': 1 }").first?.hasPrefix("slcheck.json: [\"<U+001B>[31m\"]: ")
        == true)
  }
}

// MARK: - Broken files

@Suite struct ConfigurationMutationTests {
  /// A small generator, so that a seed gives the same mutations everywhere.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
      return mixed ^ (mixed >> 31)
    }
  }

  static let scraps = [
    "{", "}", "[", "]", ",", ":", "\"", "'", "-", "+", "0", "9", "1e9", "null", "true", "\\", "\\u",
    "/*", "//", "\n", "\u{0}", "é", "99999999999999999999999999", "-1", "0x", ".", "Infinity", "{}",
    "[]", "''", "24:00", "00:00",
  ].map { Array($0.utf8) }

  /// Replaces up to three stretches of the text with scraps.
  static func mutation(_ generator: inout Generator) -> [UInt8] {
    var bytes = Array(fullConfiguration.utf8)
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...6, using: &generator))
      bytes.replaceSubrange(start..<end, with: scraps.randomElement(using: &generator)!)
    }
    return bytes
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func noMutationTraps(seed: UInt64) {
    var generator = Generator(state: seed)
    for round in 0..<250 {
      let bytes = Self.mutation(&generator)
      do throws(ConfigurationFailure) {
        let read = try Configuration(json5: bytes, file: "f")
        let again = try Configuration(read.effective, file: "f", isAssumed: read.isAssumed)
        #expect(again == read, "seed \(seed), round \(round)")
      } catch {
        #expect(!error.lines.isEmpty)
      }
    }
  }
}
