import Foundation
import TestSupport
import Testing

@testable import SLCheckTool

/// A center of contacts with all that makes summing them hard: legs, repeats, transfers, blanks,
/// shared numbers, deferred channels, business hours, clock changes, rows that cannot be read.
struct SummedCenter {
  let scratch: ScratchFolder
  /// What is said of contacts, and of interval records where there are any.
  let contacts: [Row]
  let intervals: [Row]
  /// Files of other kinds, which are never cut.
  let others: [String]
  let options: [String]

  /// A row of a file, and what decides where it belongs.
  struct Row {
    let text: String
    /// Site, queue, channel and day.
    let key: String
    /// The customer, else the contact.
    var customer = ""
    /// The contact.
    var contact = ""
  }

  static let header =
    "contact_id,started_at,site,queue,channel,customer_id,reason,outcome,wait_seconds,"
    + "talk_seconds,resolved,transaction_type,transaction_value"
  static let intervalHeader =
    "interval_start,site,queue,channel,offered,answered,abandoned,answered_within_20"

  init(_ seed: Seed) throws {
    scratch = try ScratchFolder()
    var random = seed.generator
    let hasZone = random.once(in: 2)
    // Clocks that change by an hour, at midnight, and by half an hour.
    let zone = [
      "America/Chicago", "America/Chicago", "Europe/Berlin", "America/Santiago",
      "Australia/Lord_Howe", "America/Asuncion",
    ].randomElement(using: &random)!
    let minutes = [15, 15, 30, 60, 1440].randomElement(using: &random)!
    var rows: [Row] = []
    let days = Int.random(in: 3...20, using: &random)
    let firstDay = Int.random(in: 0...20, using: &random)
    for number in 0..<Int.random(in: 20...220, using: &random) {
      let isNameless = random.once(in: 8)
      let id = isNameless ? "" : "c\(number)"
      let customer =
        random.once(in: 7)
        ? ["", "-"].randomElement(using: &random)! : "k\(Int.random(in: 0...25, using: &random))"
      for _ in 0..<(random.once(in: 6) ? 2 : 1) {
        let row = SummedCenter.contact(id, customer, firstDay, days, hasZone, &random)
        rows.append(row)
        if random.once(in: 9), !isNameless { rows.append(row) }
      }
    }
    contacts = rows.shuffled(using: &random)
    intervals = random.once(in: 2) ? SummedCenter.intervals(firstDay, days, &random) : []
    var others: [String] = []
    if random.once(in: 2) {
      others.append(
        try scratch.write(
          "costs.csv",
          "month,category,amount\n2026-10,people,4000\n2026-11,people,5000.5\n2026-11,rent,99\n"))
    }
    self.others = others
    let asOf =
      random.once(in: 3) ? "asOf: '2026-11-\(Int.random(in: 10...28, using: &random))'," : ""
    let mail =
      random.once(in: 2)
      ? "clock: 'business', hours: { mon: '08:00-18:00', tue: '08:00-12:00', fri: '20:00-04:00' },"
      : ""
    try scratch.write(
      "center.json",
      """
      { \(hasZone ? "timeZone: '\(zone)'," : "") \(asOf)
        \(random.once(in: 2) ? "intervalMinutes: \(minutes)," : "")
        maxRejects: '100%',
        firstContactResolution: { windowDays: \(Int.random(in: 1...8, using: &random)),
          maximumContacts: \(Int.random(in: 2...20, using: &random)),
          objectives: [{ percent: 60 }, { percent: 70, from: '2026-11-05' }] },
        costPerContact: { basis: '\(random.once(in: 2) ? "offered" : "handled")' },
        services: [
          { name: 'Voice', match: { channel: 'voice' },
            objectives: [{ percent: 80, seconds: 20 }] },
          { name: 'Mail', match: { channel: 'mail' }, kind: 'response-time', \(mail)
            objectives: [{ percent: 90, seconds: 14400 }] },
          { name: 'Chat', match: { channel: 'chat', queue: 'A' }, pooled: true,
            objectives: [{ percent: 70, seconds: 30 }] }] }
      """)
    options = ["--config", scratch.path("center.json")]
  }

  private static func contact(
    _ id: String, _ customer: String, _ firstDay: Int, _ days: Int, _ hasZone: Bool,
    _ random: inout SplitMix64
  ) -> Row {
    let day = 20 + firstDay + Int.random(in: 0..<days, using: &random)
    let date = day <= 31 ? "2026-10-\(day)" : "2026-11-\(day - 31 < 10 ? "0" : "")\(day - 31)"
    // The first of November has an hour twice.
    let hour = random.once(in: 4) ? 1 : Int.random(in: 0...23, using: &random)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    let time =
      "\(two(hour)):\(two(Int.random(in: 0...59, using: &random)))"
      + (random.once(in: 3) ? "" : ":\(two(Int.random(in: 0...59, using: &random)))")
    let offset = hasZone && random.once(in: 2) ? (random.once(in: 2) ? "-05:00" : "-06:00") : ""
    let site = ["North", "So, \"uth\"", ""].randomElement(using: &random)!
    let quoted = site.contains("\"") ? "\"\(site.replacing("\"", with: "\"\""))\"" : site
    let queue = ["A", "B"].randomElement(using: &random)!
    let channel = ["voice", "voice", "mail", "chat"].randomElement(using: &random)!
    let outcome =
      random.once(in: 40)
      ? "lost"
      : ["answered", "answered", "answered", "abandoned", "flow_out", "", "not_offered"]
        .randomElement(using: &random)!
    let wait = [
      "0", "3", "12.5", "20", "20.001", "31", "7200", "",
      "\(Int.random(in: 0...90, using: &random))",
    ].randomElement(using: &random)!
    let talk = random.once(in: 9) ? "" : "\(Int.random(in: 1...900, using: &random)).25"
    let reason = ["", "bill", "move"].randomElement(using: &random)!
    let resolved = ["", "", "yes", "no"].randomElement(using: &random)!
    let type = ["", "sale", "claim, big"].randomElement(using: &random)!
    let value = ["", "10", "12.3456", "-4"].randomElement(using: &random)!
    let text =
      "\(id),\(date) \(time)\(offset),\(quoted),\(queue),\(channel),\(customer),\(reason),"
      + "\(outcome),\(random.once(in: 60) ? "long" : wait),\(talk),\(resolved),"
      + "\(type.contains(",") ? "\"\(type)\"" : type),\(value)"
    // An instant that is written in two ways may lie on two days.
    let key = [site, queue, channel, hasZone ? "" : date].joined(separator: "|")
    let person = customer == "" || customer == "-" ? "contact \(id)" : customer
    return Row(
      text: text, key: key, customer: person == "contact " ? text : person,
      contact: id.isEmpty ? text : id)
  }

  private static func intervals(
    _ firstDay: Int, _ days: Int, _ random: inout SplitMix64
  ) -> [Row] {
    (0..<days).flatMap { day -> [Row] in
      let day = 20 + firstDay + day
      let date = day <= 31 ? "2026-10-\(day)" : "2026-11-\(day - 31 < 10 ? "0" : "")\(day - 31)"
      guard random.once(in: 3) else { return [] }
      return (8..<18).map { hour in
        let offered = Int.random(in: 0...9, using: &random)
        return Row(
          text: "\(date) \(hour < 10 ? "0" : "")\(hour):00,North,A,voice,\(offered),\(offered),0,"
            + "\(offered / 2)", key: "North|A|voice|")
      }
    }
  }
}

// MARK: - Running

extension SummedCenter {
  /// Writes rows as a file.
  func file(_ name: String, _ header: String, _ rows: [Row]) throws -> String {
    try scratch.write(name, ([header] + rows.map(\.text)).map { $0 + "\n" }.joined())
  }

  /// The files of the whole, in any order.
  func whole(_ random: inout SplitMix64) throws -> [String] {
    var files = others
    let half = Int.random(in: 0...contacts.count, using: &random)
    for (name, rows) in [("a.csv", contacts[..<half]), ("b.csv", contacts[half...])]
    where !rows.isEmpty {
      files.append(try file(name, SummedCenter.header, Array(rows)))
    }
    if !intervals.isEmpty {
      files.append(try file("i.csv", SummedCenter.intervalHeader, intervals))
    }
    return files.shuffled(using: &random)
  }

  /// What a report says, but of its inputs.
  func report(_ files: [String], _ name: String) throws -> [String: JSONTree] {
    let path = scratch.path(name)
    let status = Tool.run(
      files + options + [
        "--format", "json", "-o", path, "-q", "--rejects", scratch.path("rejects"),
      ])
    try #require(status == 0)
    let tree = try JSONTree([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    var figures = try LedgerTests.figures(path)
    for key in ["records", "afterAsOf", "endedEarly", "reconciliations", "setAside"] {
      figures[key] = tree[key]
    }
    #expect(figures["records"] != nil)
    return figures
  }

  /// The files of a roll-up, by their names.
  func rolled(_ files: [String], _ name: String) throws -> [String] {
    let folder = scratch.path(name)
    let status = Tool.run(
      ["rollup", "--by", "interval", "--into", folder] + files + options
        + ["-q", "--max-rejects", "100%", "--rejects", scratch.path("rejects")])
    try #require(status == 0)
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .map { folder + "/" + $0 }
  }

  /// Keeps some of the sums of a roll-up, and its other tables where they are asked for.
  func picked(
    _ files: [String], _ sums: Set<String>, keepsTables: Bool = false
  ) throws -> [String] {
    try files.compactMap { file in
      guard file.hasSuffix("/sums.csv") else { return keepsTables ? file : nil }
      let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      let kept = lines.dropFirst().filter { sums.contains(String($0.prefix { $0 != "," })) }
      if kept.isEmpty { return nil }
      try (lines[0] + "\n" + kept.map { $0 + "\n" }.joined())
        .write(toFile: file, atomically: true, encoding: .utf8)
      return file
    }
  }
}
