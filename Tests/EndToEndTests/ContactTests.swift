import Foundation
import TestSupport
import Testing

/// One call a line gives everything that interval records give.
@Suite struct OpenContactTests {
  /// Mail on two days that daily records cover, and on one after as-of.
  private func run(_ more: [String]) throws -> CheckedRun {
    let scratch = try ScratchFolder()
    try scratch.write(
      "mail.csv",
      "started_at,outcome,wait_seconds\n2026-03-02T09:00,answered,50\n2026-03-02T10:00,,\n"
        + "2026-03-02T11:00,,\n2026-03-03T09:00,,\n2026-03-05T09:00,,\n2026-03-05T10:00,answered,9\n"
    )
    try scratch.write(
      "days.csv",
      "interval_start,offered,answered,abandoned,answered_within\n2026-03-02,3,1,0,1\n"
        + "2026-03-03,1,0,0,0\n")
    try scratch.write(
      "mail.json",
      "{ intervalMinutes: 1440, services: [{ name: 'Mail', kind: 'response-time', "
        + "objectives: [{ percent: 80, seconds: 86400 }] }] }")
    return try CheckedRun(
      ["mail.csv", "days.csv", "--config", "mail.json"] + more, in: scratch.path)
  }

  @Test func contactsThatNobodyAnsweredAreReconciledToo() throws {
    let found = try #require(try run(["--as-of", "2026-03-04"]).json.at("reconciliations.0"))
    #expect(found["days"]?.integer == 2)
    #expect(found.at("contacts.offered")?.integer == 4)
    #expect(found.at("intervals.offered")?.integer == 4)
  }

  @Test func thoseAfterAsOfAreCountedAsSuch() throws {
    #expect(try run(["--as-of", "2026-03-04"]).json["afterAsOf"]?.integer == 2)
    #expect(try run([]).json["afterAsOf"]?.integer == 0)
  }
}

@Suite struct ContactTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// The configuration of an export like that of a bank: days and times apart, its own
  /// words, a voice response unit before the queue.
  private static let configuration = """
    {
      columns: {
        started_at: ["date", "vru_exit"], wait_seconds: "q_time", talk_seconds: "ser_time",
        queue: "type",
      },
      formats: { started_at: "yyMMdd H:mm:ss" },
      values: { outcome: { AGENT: "answered", HANG: "abandoned" }, customer_id: { "0": "" } },
      ignore: [
        { column: "outcome", is: ["PHANTOM"] },
        { all: [{ column: "outcome", is: ["HANG"] }, { column: "q_start", is: ["0:00:00"] }] },
      ],
      absentIntervals: "sparse", comparison: "COMPARISON",
      services: [
        { name: "Calls", formula: "FORMULA", rationale: "r", objectives: [{ percent: 80, seconds: 20 }] },
      ],
    }
    """

  private static func configuration(_ comparison: String, _ formula: String) -> String {
    configuration.replacing("COMPARISON", with: comparison).replacing("FORMULA", with: formula)
  }

  /// A made-up call: minutes of a day, seconds waited and talked, and what became of it.
  private struct Call {
    var queue: String
    var day: Int
    var start: Int
    var wait: Int
    var talk: Int
    var outcome: String

    var line: String {
      let isInQueue = outcome != "HANGUP"
      let name = outcome == "HANGUP" ? "HANG" : outcome
      return [
        "AA", "1", "0", queue, "9901" + (day < 10 ? "0\(day)" : "\(day)"),
        clock(start), isInQueue ? clock(start) : "0:00:00", "\(wait)", name, "\(talk)",
      ].joined(separator: "\t") + "\r\n"
    }

    static let header =
      "line\tcall_id\tcustomer_id\ttype\tdate\tvru_exit\tq_start\tq_time\toutcome\tser_time\r\n"

    private func clock(_ seconds: Int) -> String {
      let parts = [seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      return "\(seconds / 3600):\(parts[0]):\(parts[1])"
    }
  }

  private static let calls: [Call] = (0..<900).map { index in
    let wait = (index * 37) % 67
    let outcome =
      index % 97 == 0 ? "PHANTOM" : index % 41 == 0 ? "HANGUP" : index % 9 == 0 ? "HANG" : "AGENT"
    return Call(
      queue: ["PS", "NW"][index % 2], day: 4 + index % 20, start: 25_200 + (index * 613) % 50_000,
      wait: index % 5 == 0 ? 20 : wait, talk: (index * 53) % 400, outcome: outcome)
  }

  /// The same calls as interval records of half an hour.
  private static func halfHours(below: Bool) -> String {
    var text =
      "interval_start,queue,offered,answered,abandoned,answered_within_20,abandoned_within_20,"
      + "short_abandoned,wait_seconds,handle_seconds\n"
    let counted = calls.filter { $0.outcome == "AGENT" || $0.outcome == "HANG" }
    let groups = Dictionary(grouping: counted) { call in
      let (hour, half) = (call.start / 3600, call.start / 1800 % 2)
      return "1999-01-\(call.day < 10 ? "0" : "")\(call.day) \(hour < 10 ? "0" : "")\(hour):"
        + (half == 0 ? "00" : "30") + ",\(call.queue)"
    }
    for (start, group) in groups.sorted(by: { $0.key < $1.key }) {
      let answered = group.filter { $0.outcome == "AGENT" }
      let abandoned = group.filter { $0.outcome == "HANG" }
      let within = { (calls: [Call]) in calls.count { below ? $0.wait < 20 : $0.wait <= 20 } }
      let counts = [
        group.count, answered.count, abandoned.count, within(answered), within(abandoned),
        abandoned.count { $0.wait <= 5 }, answered.reduce(0) { $0 + $1.wait },
        answered.reduce(0) { $0 + $1.talk },
      ]
      text += start + "," + counts.map { "\($0)" }.joined(separator: ",") + "\n"
    }
    return text
  }

  @Test(
    arguments: [
      ("<=", "offered"), ("<=", "answered"), ("<=", "early-abandons-excluded"),
      ("<=", "short-abandons-met"), ("<", "early-abandons-met"), ("<", "short-abandons-excluded"),
    ])
  func aMonthOfCallsEqualsItsHalfHours(_ comparison: String, _ formula: String) throws {
    try scratch.write("bank.json", ContactTests.configuration(comparison, formula))
    try scratch.write("calls.txt", Call.header + ContactTests.calls.map(\.line).joined())
    try scratch.write("half-hours.csv", ContactTests.halfHours(below: comparison == "<"))
    let plain = """
      { absentIntervals: "sparse", intervalMinutes: 30, services: [
        { name: "Calls", formula: "\(formula)", rationale: "r",
          objectives: [{ percent: 80, seconds: 20 }] } ] }
      """
    try scratch.write("plain.json", plain)
    let calls = try CheckedRun(["--config", "bank.json", "calls.txt"], in: scratch.path).json
    let halves = try CheckedRun(["--config", "plain.json", "half-hours.csv"], in: scratch.path).json
    let keys = [
      "offered", "answered", "abandoned", "answeredWithin", "abandonedWithin", "shortAbandoned",
      "serviceLevel", "abandonmentRate", "averageSpeedOfAnswer", "averageHandleTime", "intervals",
      "days", "coverage", "unweightedMean",
    ]
    for key in keys {
      for place in ["services.0.total.\(key)", "services.0.months.0.\(key)"] {
        #expect(calls.at(place) != nil)
        #expect(calls.at(place) == halves.at(place), "\(place)")
      }
    }
    #expect(calls.at("standards.0.scopes") == halves.at("standards.0.scopes"))
    #expect(calls.at("services.0.sensitivity") == halves.at("services.0.sensitivity"))
    #expect(
      calls.at("services.0.total.waitPercentiles.contacts") == calls.at("services.0.total.answered")
    )
    #expect(halves.at("services.0.total.waitPercentiles") == .null)
    #expect(calls.at("inputs.0.kind")?.text == "contacts")
    #expect(calls.at("inputs.0.rows.read")?.integer == 900)
    let ignored = ContactTests.calls.count { $0.outcome == "PHANTOM" || $0.outcome == "HANGUP" }
    #expect(calls.at("inputs.0.rows.ignored")?.integer == ignored)
  }

  @Test func contactsBesideIntervalRecordsAreReconciledInAnyOrder() throws {
    try scratch.write(
      "intervals.csv",
      "interval_start,queue,offered,answered,abandoned,answered_within_20\n"
        + "2026-03-02 09:00,a,10,9,1,8\n")
    try scratch.write(
      "contacts.csv",
      "started_at,queue,outcome,wait_seconds\n2026-03-02 09:00,a,answered,1\n"
        + "2026-03-03 09:00,a,answered,1\n")
    let arguments = ["--objective", "80/20"]
    let first = try CheckedRun(arguments + ["intervals.csv", "contacts.csv"], in: scratch.path).json
    let second = try CheckedRun(arguments + ["contacts.csv", "intervals.csv"], in: scratch.path)
      .json
    #expect(first.at("services") == second.at("services"))
    #expect(first.at("reconciliations") == second.at("reconciliations"))
    #expect(first.at("services.0.total.offered")?.integer == 11)
    #expect(first.at("reconciliations.0.contacts.offered")?.integer == 1)
    #expect(first.at("reconciliations.0.intervals.offered")?.integer == 10)
    let text = try ToolRun(arguments + ["intervals.csv", "contacts.csv"], in: scratch.path).output
    #expect(text.contains("on 1 day both interval records and contacts were given"))
  }

  @Test func differentRowsOfOneLegAreAConflictThatNamesBothPlaces() throws {
    try scratch.write(
      "contacts.csv",
      "started_at,contact_id,outcome,wait_seconds\n2026-03-02 09:00,x,answered,1\n"
        + "2026-03-02 09:00,x,answered,2\n")
    let run = try ToolRun(["contacts.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(
      run.errorLines.first
        == "contacts.csv:3:1: the contact of this identifier has other values than in "
        + "contacts.csv:2")
    #expect(!run.errors.contains("\"x\""))
    let last = try CheckedRun(["contacts.csv", "--on-conflict", "last"], in: scratch.path).json
    #expect(last.at("services.0.total.averageSpeedOfAnswer.value")?.text == "2.00")
    #expect(last.at("inputs.0.rows.ignored")?.integer == 1)
  }

  @Test func aRuleForAColumnThatNoInputHasIsNamed() throws {
    try scratch.write("c.json", "{ ignore: [{ column: 'Outcom', is: ['x'] }] }")
    try scratch.write("c.csv", "started_at,outcome\n2026-03-02 09:00,answered\n")
    let run = try ToolRun(["--config", "c.json", "c.csv"], in: scratch.path)
    #expect(run.status == 0)
    #expect(
      run.errors.contains(
        "slcheck: ignore[0]: no input has a column \"Outcom\"; did you mean \"outcome\"?"))
  }

  @Test func responseTimesByDayHaveNoCriterionByInterval() throws {
    try scratch.write(
      "c.json",
      "{ services: [{ name: 'Mail', kind: 'response-time', "
        + "objectives: [{ percent: 80, seconds: 14400 }] }] }")
    try scratch.write(
      "c.csv",
      "started_at,outcome,answered_at\n2026-03-02 09:00,answered,2026-03-02 10:00\n"
        + "2026-03-02 23:00,,\n")
    let json = try CheckedRun(["--config", "c.json", "c.csv"], in: scratch.path).json
    #expect(json.at("standards.0.scopes.0.criteria.1.status")?.text != "notApplicable")
    #expect(json.at("standards.0.scopes.0.criteria.2.status")?.text == "notApplicable")
    #expect(json.at("services.0.backlog.pending")?.integer == 1)
    #expect(json.at("services.0.backlog.oldestSeconds")?.integer == 3600)
  }
}

// MARK: - A real month

/// Runs only where the variable names the folder of the bank's calls, which are not ours
/// to publish again.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["SLCHECK_REAL_DATA"] != nil))
struct RealContactTests {
  private let scratch: ScratchFolder
  private let folder = ProcessInfo.processInfo.environment["SLCHECK_REAL_DATA"] ?? ""

  init() throws { scratch = try ScratchFolder() }

  @Test(arguments: [5, 10, 20, 30, 60, 90, 120])
  func theBanksMonthGivesItsPublishedCounts(_ seconds: Int) throws {
    let path = folder + "/anonymous-bank-1999-01.expected.json"
    let expected = try JSONTree(String(contentsOfFile: path, encoding: .utf8))
    for (comparison, key) in [("<=", "answered_le_T"), ("<", "answered_lt_T")] {
      try scratch.write(
        "bank.json",
        """
        { columns: { started_at: ["date", "vru_exit"], wait_seconds: "q_time",
            talk_seconds: "ser_time", queue: "type" },
          formats: { started_at: "yyMMdd H:mm:ss" },
          values: { outcome: { AGENT: "answered", HANG: "abandoned" }, customer_id: { "0": "" } },
          ignore: [ { column: "outcome", is: ["PHANTOM"] },
            { all: [{ column: "outcome", is: ["HANG"] },
              { column: "q_start", is: ["0:00:00"] }] } ],
          comparison: "\(comparison)", shortAbandonSeconds: \(seconds),
          services: [{ name: "All", objectives: [{ percent: 80, seconds: \(seconds) }] }] }
        """)
      let json = try CheckedRun(
        ["--config", "bank.json", folder + "/anonymous-bank-1999-01.txt"], in: scratch.path
      ).json
      let total = "services.0.total"
      #expect(
        json.at("\(total).answeredWithin")?.integer == expected.at("T.\(seconds).\(key)")?.integer)
      #expect(
        json.at("\(total).shortAbandoned")?.integer
          == expected.at("T.\(seconds).abandoned_le_T")?.integer)
      #expect(json.at("\(total).answered")?.integer == expected.at("answered")?.integer)
      #expect(
        json.at("\(total).abandoned")?.integer == expected.at("abandoned_in_queue")?.integer)
      #expect(
        json.at("\(total).averageSpeedOfAnswer.numerator")?.integer
          == expected.at("wait_sum_answered")?.integer)
      #expect(
        json.at("\(total).averageHandleTime.numerator")?.integer
          == expected.at("service_sum_answered")?.integer)
    }
  }
}
