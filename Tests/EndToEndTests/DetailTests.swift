import TestSupport
import Testing

/// What a report lists on request: days, intervals, and the parts of a service.
@Suite struct DetailTests {
  private static let sample =
    ["--config", "SampleData/slcheck.json"] + SampleVerdictTests.names.map { "SampleData/" + $0 }

  private static let intervals = Result(catching: {
    try CheckedRun(
      sample + ["--detail", "intervals", "--by", "queue,site", "--as-of", "2026-02-10"],
      in: PackageFiles.root)
  })

  private static let counts = [
    "offered", "answered", "abandoned", "answeredWithin", "abandonedWithin", "shortAbandoned",
    "closedOffered",
  ]

  private func sum(_ elements: [JSONTree], _ path: String) -> Int {
    elements.reduce(0) { $0 + ($1.at(path)?.integer ?? -1_000_000) }
  }

  @Test func daysSumToMonthsAndIntervalsToDays() throws {
    let run = try DetailTests.intervals.get()
    for service in try #require(run.json["services"]).elements {
      let days = try #require(service["days"]).elements
      let intervals = try #require(service["intervals"]).elements
      // 2025-09-01 to 2026-02-10, every day.
      #expect(days.count == 163)
      let byDay = Dictionary(grouping: intervals) { String($0["start"]?.text?.prefix(10) ?? "") }
      for day in days {
        let own = byDay[day["day"]?.text ?? ""] ?? []
        for count in DetailTests.counts {
          #expect(sum(own, count) == day[count]?.integer, "\(count)")
        }
        for state in ["met", "idle", "undecided", "closed", "excluded"] {
          #expect(
            own.count { $0["state"]?.text == state } == day.at("intervals.\(state)")?.integer)
        }
        #expect(day["days"] == nil && own.allSatisfy { $0["intervals"] == nil })
      }
      let byMonth = Dictionary(grouping: days) { String($0["day"]?.text?.prefix(7) ?? "") }
      for month in try #require(service["months"]).elements {
        let own = byMonth[month["month"]?.text ?? ""] ?? []
        for count in DetailTests.counts {
          #expect(sum(own, count) == month[count]?.integer, "\(count)")
        }
        for state in ["met", "idle", "undecided", "closed", "excluded"] {
          #expect(
            own.count { $0["state"]?.text == state } == month.at("days.\(state)")?.integer)
          #expect(sum(own, "intervals.\(state)") == month.at("intervals.\(state)")?.integer)
        }
      }
    }
  }

  @Test func partsSumToTheirService() throws {
    let run = try DetailTests.intervals.get()
    let parts = try #require(run.json["breakdowns"]).elements
    let voice = parts.filter { $0["service"]?.text == "Voice" }
    #expect(Set(voice.compactMap { $0.at("by.queue")?.text }) == ["Billing", "Moves", "Support"])
    #expect(parts.allSatisfy { $0.at("by.site")?.text == "Lakeside" })
    for (index, name) in ["Voice", "Chat"].enumerated() {
      let service = try #require(run.json.at("services.\(index)"))
      let own = parts.filter { $0["service"]?.text == name }
      for count in DetailTests.counts {
        #expect(
          sum(own.filter { $0["month"] == .null }, count) == service.at("total.\(count)")?.integer)
        for month in try #require(service["months"]).elements {
          let part = own.filter { $0["month"] == month["month"] }
          #expect(sum(part, count) == month[count]?.integer)
          // Half hours of all queues: what is missing is missing from one of them.
          #expect(
            sum(part, "coverage.denominator") == month.at("coverage.denominator")?.integer)
        }
      }
    }
  }

  @Test func daysComeWithoutIntervals() throws {
    let run = try CheckedRun(
      DetailTests.sample + ["--detail", "days", "--as-of", "2025-09-30"], in: PackageFiles.root)
    #expect(run.json.at("services.0.days")?.elements.count == 30)
    #expect(run.json.at("services.0.intervals") == nil)
    let hole = run.json.at("services.0.days.6")
    #expect(hole?["state"]?.text == "closed" && hole?["met"] == .null)
    #expect(hole?["serviceLevel"] == .null)
  }

  @Test func nothingIsListedUnasked() throws {
    let run = try CheckedRun(
      DetailTests.sample + ["--as-of", "2025-09-30"], in: PackageFiles.root)
    #expect(run.json.at("services.0.days") == nil)
    #expect(run.json.at("services.0.intervals") == nil)
    #expect(run.json["breakdowns"] == .array([]))
  }

  @Test func aServiceWithoutRecordsHasNoDays() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "slcheck.json",
      """
      { by: ["queue"], services: [
        { name: "None", match: { queue: "None" }, objectives: [{ percent: 80, seconds: 20 }] },
        { name: "All", objectives: [{ percent: 80, seconds: 20 }] },
      ] }
      """)
    try scratch.write("data.csv", Export.file(Export.halfHours(from: "2026-03-02", days: 3)))
    let run = try CheckedRun(["data.csv", "--detail", "intervals"], in: scratch.path)
    #expect(run.json.at("services.0.days") == .array([]))
    #expect(run.json.at("services.0.intervals") == .array([]))
    #expect(run.json.at("services.1.intervals")?.elements.count == 12)
    #expect(run.json.at("breakdowns")?.elements.count == 2)
    #expect(run.json.at("configuration.effective.by") == .array([.string("queue")]))
    // What is typed replaces what the file says.
    let channel = try CheckedRun(["data.csv", "--by", "channel"], in: scratch.path)
    #expect(channel.json.at("breakdowns.0.by.channel")?.text == "voice")
    #expect(channel.json.at("breakdowns.0.by.queue") == nil)
  }

  @Test func textListsDaysIntervalsAndParts() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "data.csv",
      Export.file(
        Export.halfHours(from: "2026-03-02", days: 2)
          + Export.halfHours(from: "2026-03-02", days: 2, queue: "Sales\u{1B}[31m")))
    let days = try ToolRun(
      ["data.csv", "--detail", "days", "--by", "queue"], in: scratch.path)
    #expect(days.status == 0, "\(days.errors)")
    #expect(
      days.output.contains(
        """
          in total by queue
            queue              offered  service level  days met  intervals met  abandoned     ASA       AHT
            Billing                122        59.01 %    0 of 2         1 of 8     6.56 %  7.00 s  200.00 s
            Sales<U+001B>[31m      122        59.01 %    0 of 2         1 of 8     6.56 %  7.00 s  200.00 s

          day         offered  service level          intervals met  abandoned     ASA       AHT
          2026-03-01        0              -  closed              -          -       -         -
          2026-03-02      116        58.62 %  missed         0 of 4     6.90 %  7.00 s  200.00 s
          2026-03-03      128        59.37 %  missed         1 of 4     6.25 %  7.00 s  200.00 s

        """))
    let intervals = try ToolRun(["data.csv", "--detail", "intervals"], in: scratch.path)
    #expect(intervals.output.contains("  2026-03-03T09:30"))
  }

  @Test(arguments: [
    (["--by", "queu"], "--by: unknown dimension \"queu\"; did you mean \"queue\"?"),
    (["--by", "queue,queue"], "--by names queue twice"),
    (["--by", "queue,"], "--by: unknown dimension \"\"; known: site, queue, channel"),
    (["--detail", "day"], "--detail: unknown detail \"day\"; did you mean \"days\"?"),
  ])
  func whatIsNotKnownIsRefused(_ typed: [String], _ sentence: String) throws {
    let run = try ToolRun(typed + ["data.csv"])
    #expect(run.status == 64)
    #expect(run.errors == "slcheck: \(sentence)\n")
  }
}
