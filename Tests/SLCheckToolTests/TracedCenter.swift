import Basics
import TestSupport

/// A small center of every kind of record, with all that makes tracing hard: legs, repeats,
/// conflicts, closed hours, waiting contacts, costs of no site, several ways to count.
struct TracedCenter {
  private let scratch: ScratchFolder
  /// What is typed to explain a figure of it.
  let arguments: [String]

  init(_ seed: Seed) throws {
    let scratch = try ScratchFolder()
    var random = SplitMix64(seed.value)
    let first = CivilDate("2026-01-05")!
    func day(_ random: inout SplitMix64) -> CivilDate {
      first + Int.random(in: 0..<75, using: &random)
    }
    func pick<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
    func time(_ hours: Range<Int>) -> String {
      let (hour, minute) = (
        Int.random(in: hours, using: &random), Int.random(in: 0..<60, using: &random)
      )
      return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    // Contacts: calls of two sites, and mail that waits for its answer.
    var contacts = [
      "started_at,site,queue,channel,outcome,wait_seconds,talk_seconds,contact_id,customer_id,reason,"
        + "resolved,transaction_type,transaction_value"
    ]
    for number in 0..<400 {
      let isMail = random.once(in: 4)
      let start = "\(day(&random))T\(time(6..<22)):00"
      let outcome =
        isMail ? pick(["answered", "answered", ""]) : pick(["answered", "answered", "abandoned"])
      let wait =
        outcome.isEmpty ? "" : "\(Int.random(in: 0..<(isMail ? 200_000 : 60), using: &random))"
      let row =
        "\(start),\(pick(["North", "South"])),\(isMail ? "Mail" : pick(["A", "B"])),"
        + "\(isMail ? "mail" : "voice"),\(outcome),\(wait),\(pick(["60", "301.5", "0"])),"
        + "\(random.once(in: 6) ? "" : "c\(number - (random.once(in: 9) ? 1 : 0))"),"
        + "\(random.once(in: 8) ? "" : "p\(number % 40)"),\(pick(["x", "y", ""])),"
        + "\(pick(["yes", "no", ""])),\(pick(["Sale", "Return", ""])),\(pick(["12.5", "7", ""]))"
      contacts.append(row)
      if random.once(in: 12) { contacts.append(row) }
      if random.once(in: 15) { contacts.append(row.replacing(",60,", with: ",61,")) }
    }
    try scratch.write("contacts.csv", contacts.map { $0 + "\n" }.joined())

    // Half hours of chat at one site, some while closed.
    var intervals = [
      "interval_start,site,queue,channel,offered,answered,abandoned,answered_within,short_abandoned,flow_out,wait_seconds"
    ]
    for offset in 0..<60 {
      for hour in 7..<19 {
        let offered = Int.random(in: 0...9, using: &random)
        let answered = Int.random(in: 0...offered, using: &random)
        let abandoned = offered - answered
        intervals.append(
          "\(first + offset) \(hour < 10 ? "0" : "")\(hour):30,North,Chat,chat,\(offered),\(answered),"
            + "\(abandoned),\(Int.random(in: 0...answered, using: &random)),"
            + "\(Int.random(in: 0...abandoned, using: &random)),0,\(answered * 11)")
        if random.once(in: 30) { intervals.append(intervals[intervals.count - 1]) }
      }
    }
    try scratch.write("intervals.csv", intervals.map { $0 + "\n" }.joined())

    var evaluations = ["evaluated_at,site,contact_id,points,max_points,agent"]
    for number in 0..<120 {
      let row =
        "\(day(&random)),\(pick(["North", "South"])),\(random.once(in: 3) ? "" : "e\(number)"),\(Int.random(in: 0..<40, using: &random)),40,a\(number % 7)"
      evaluations.append(row)
      if random.once(in: 9) { evaluations.append(row) }
      if random.once(in: 9) { evaluations.append(row.replacing(",40,", with: ",50,")) }
    }
    try scratch.write("evaluations.csv", evaluations.map { $0 + "\n" }.joined())

    var surveys = ["responded_at,site,contact_id,score,measure,resolved"]
    for number in 0..<200 {
      let measure = pick(["csat", "csat", "nps"])
      surveys.append(
        "\(day(&random)),\(pick(["North", ""])),\(random.once(in: 3) ? "" : "s\(number / 2)"),"
          + "\(random.once(in: 7) ? "" : "\(Int.random(in: 1...5, using: &random))"),\(measure),\(pick(["yes", "no", ""]))"
      )
    }
    try scratch.write("surveys.csv", surveys.map { $0 + "\n" }.joined())

    var costs = ["month,site,category,amount"]
    for month in ["2026-01", "2026-02", "2026-03"] {
      for site in ["North", "South"] + (random.once(in: 2) ? [""] : []) {
        for category in ["people", "rent"] {
          costs.append(
            "\(month),\(site),\(category),\(Int.random(in: 100..<9999, using: &random)).37")
        }
      }
    }
    try scratch.write("costs.csv", costs.map { $0 + "\n" }.joined())
    try scratch.write(
      "quality.csv",
      "quarter,month,category,amount\n"
        + (1...3).map { "2026-Q1,,prevention,\($0)10\n" }.joined()
        + (1...3).map { ",2026-0\($0),appraisal,\($0)20.5\n,2026-0\($0),internal_failure,\($0)\n" }
        .joined()
        + (1...3).map { ",2026-0\($0),external_failure,3\n,2026-0\($0),gain,70\n" }.joined())

    let method = pick(["repeat", "flag", "survey"])
    let hours =
      "{ mon: '08:00-18:00', tue: '08:00-18:00', wed: '08:00-18:00', thu: '08:00-18:00', fri: '08:00-18:00', sat: 'closed', sun: 'closed' }"
    let clock = pick([
      "clock: 'elapsed'", "clock: 'elapsed', hours: \(hours)", "clock: 'business', hours: \(hours)",
    ])
    try scratch.write(
      "center.json",
      """
      {
        onConflict: '\(pick(["first", "last", "sum"]))',
        \(random.once(in: 2) ? "timeZone: 'America/Chicago'," : "")
        services: [
          { name: 'Calls', match: { channel: 'voice' }, formula: '\(pick(["offered", "answered", "short-abandons-excluded"]))',
            demand: '\(pick(["offered", "answered+abandoned"]))', pooled: \(pick(["true", "false"])),
            closedContacts: '\(pick(["include", "exclude"]))',
            hours: \(hours), objectives: [{ \(pick(["", "from: '2026-01-20', "]))percent: 80, seconds: 20 }] },
          { name: 'Chat', match: { channel: 'chat' }, hours: \(hours), closedContacts: '\(pick(["include", "exclude"]))',
            objectives: [{ percent: 70, seconds: 30 }, { from: '2026-02-10', percent: 80, seconds: 30 }] },
          { name: 'Mail', kind: 'response-time', match: { channel: 'mail' }, \(clock), objectives: [{ percent: 80, seconds: 86400 }] },
        ],
        satisfaction: { measure: '\(pick(["mean", "top-box", "top-2-box", "nps"]))' },
        costPerContact: { basis: '\(pick(["handled", "offered"]))', allocation: '\(pick(["contacts", "none"]))' },
        firstContactResolution: { method: '\(method)', match: '\(pick(["any", "reason"]))', windowDays: 3, maximumContacts: 4 },
      }
      """)
    let files = ["contacts", "intervals", "evaluations", "surveys", "costs", "quality"].map {
      scratch.path + "/\($0).csv"
    }
    self.scratch = scratch
    arguments =
      files.shuffled(using: &random) + ["--config", scratch.path + "/center.json"]
      + (random.once(in: 2) ? ["--by", pick(["queue", "site,channel"])] : [])
      + (random.once(in: 3) ? ["--as-of", "2026-03-11"] : [])
  }
}
