import Audit
import Basics
import PerformanceMetrics
import Reports
import TestSupport
import Testing

@testable import SLCheckTool

/// The rows that are listed behind a figure add up to it, whatever the figure is.
@Suite struct FigureTraceTests {
  /// A run in this process, whose figures are traced one after the other.
  private struct Run {
    let arguments: Arguments
    let configuration: Configuration
    let records: Intake.Result
    let report: Report
    let document: [UInt8]
    let tree: JSONTree

    init(_ typed: [String], detail: ReportDetail? = nil) throws {
      arguments = try Arguments(["explain", "services[0].total.offered"] + typed)
      configuration = try ConfigurationFile.read(arguments)
      let intake = try Intake(configuration, arguments: arguments, diagnostics: .silent)
      records = try intake.read(arguments.inputs)
      var report = try Tool.report(records, configuration)
      report.detail = detail
      self.report = report
      document = try JSONRenderer.render(report)
      tree = try JSONTree(document)
    }

    func trace(_ address: String) throws -> FigureTrace {
      let tracer = try FigureTracer(
        try FigureAddress(address), report, document, places: records.places,
        targets: configuration.firstContactResolution ?? ResolutionTargets(),
        zone: configuration.zone)
      let again = try tracer.trace.map {
        try Tool.readAgain(
          keeping: $0, configuration, arguments, as: records.inputs)
      }
      return try tracer.traced(again)
    }
  }

  /// What the rows behind an address have to add up to.
  private enum Figure {
    case count(Int)
    case quotient(Int, Int)
    case amount(String)
    case opportunities(Int)
  }

  private static let counts: Set<String> = [
    "offered", "answered", "abandoned", "answeredWithin", "abandonedWithin", "shortAbandoned",
    "flowOut", "fromPercentages", "closedOffered", "n", "invited", "pending", "washIn", "retries",
    "withValue",
  ]
  private static let quotients: Set<String> = [
    "serviceLevel", "abandonmentRate", "abandonmentRateWithoutShort", "averageSpeedOfAnswer",
    "averageHandleTime", "score", "value", "responseRate", "rate", "perContact",
  ]
  private static let amounts: Set<String> = ["amount", "total", "good", "poor", "gain", "value"]

  /// Every figure of a report that rows add up to, with its address.
  private static func figures(_ tree: JSONTree) -> [(address: String, figure: Figure)] {
    var found: [(String, Figure)] = []
    for section in FigureAddress.sections {
      guard let part = tree[section] else { continue }
      for (path, members) in part.objects(at: section)
      where !path.contains("withExclusions") && !path.contains("backlog") && !path.hasSuffix("rend")
        && !members.contains(where: { $0.key == "numerator" })
      {
        for member in members {
          let (key, address) = (member.key, path + "." + member.key)
          if counts.contains(key), let number = member.value.integer {
            found.append((address, .count(number)))
          } else if key == "contacts", section == "transactionValue",
            let number = member.value.integer
          {
            found.append((address, .count(number)))
          } else if path.hasSuffix(".intervals") && !path.hasPrefix("breakdowns")
            || path.hasSuffix(".days"), let number = member.value.integer
          {
            found.append((address, .opportunities(number)))
          } else if quotients.contains(key), !(key == "value" && section == "costPerContact"),
            !(section == "costOfQuality"), let top = member.value["numerator"]?.integer,
            let bottom = member.value["denominator"]?.integer
          {
            found.append((address, .quotient(top, bottom)))
          } else if amounts.contains(key) || path.hasSuffix(".categories"),
            let text = member.value.text, section != "satisfaction"
          {
            found.append((address, .amount(text)))
          }
        }
      }
    }
    return found
  }

  private func check(
    _ run: Run, _ address: String, _ figure: Figure, _ comment: Comment
  ) throws {
    let trace = try run.trace(address)
    #expect(trace.address == address, comment)
    if case .opportunities(let number) = figure {
      #expect(trace.opportunities.count == number, "\(address) \(comment)")
      return
    }
    let sum = try #require(trace.sum, "\(address) \(comment)")
    switch figure {
    case .count(let number):
      #expect(sum.numerator == Fraction(number), "\(address) \(comment)")
      #expect(sum.denominator == nil, "\(address) \(comment)")
    case .quotient(let top, let bottom):
      let denominator = sum.denominator ?? Fraction(0)
      #expect(
        sum.numerator * bottom == denominator * top && denominator != Fraction(0),
        "\(address): \(top) of \(bottom), the rows \(sum) \(comment)")
    case .amount(let text):
      #expect(
        sum.numerator.decimalText(places: 4, .nearest) == text, "\(address): \(sum) \(comment)")
    case .opportunities: break
    }
    for row in trace.rows { #expect(!row.positions.isEmpty, "\(address) \(comment)") }
  }

  /// Checks some figures of a report, more of the sections that have few.
  private func check(_ run: Run, _ count: Int, _ seed: Seed) throws {
    var random = SplitMix64(seed.value)
    let figures = FigureTraceTests.figures(run.tree)
    let sections = Dictionary(grouping: figures) { $0.address.prefix { $0 != "[" && $0 != "." } }
    for (_, figures) in sections.sorted(by: { $0.key < $1.key }) {
      for (address, figure) in figures.shuffled(using: &random).prefix(count) {
        try check(run, address, figure, "\(seed)")
      }
    }
  }

  private static let folder = PackageFiles.root + "/SampleData/"
  private static let sample =
    [
      "contacts-moves.csv", "costs.csv", "evaluations.csv", "exclusions.csv", "intervals-2025.csv",
      "intervals-2026.csv", "intervals-again-2026-06.csv", "quality-costs.csv", "surveys.csv",
    ].map { folder + $0 } + ["--config", folder + "slcheck.json"]

  @Test func rowsOfTheSampleAddUpToItsFigures() throws {
    let run = try Run(FigureTraceTests.sample + ["--by", "queue"])
    for seed in Seed.cases(1) { try check(run, 3, seed) }
    #expect(
      Set(FigureTraceTests.figures(run.tree).map { $0.address.prefix { $0 != "[" && $0 != "." } })
        == Set(FigureAddress.sections.map { $0[...] }))
  }

  @Test func daysAndIntervalsHaveTheirRows() throws {
    let run = try Run(
      [
        FigureTraceTests.folder + "intervals-again-2026-06.csv", "--config",
        FigureTraceTests.folder + "slcheck.json",
      ], detail: .intervals)
    var random = SplitMix64(7)
    let figures = FigureTraceTests.figures(run.tree).filter {
      $0.address.contains(".days[") || $0.address.contains("].intervals[")
    }
    #expect(figures.count > 1000)
    for (address, figure) in figures.shuffled(using: &random).prefix(5) {
      try check(run, address, figure, "")
    }
    let found = try #require(figures.first { $0.address.contains("].intervals[") })
    #expect(try FigureAddress(found.address).detail == .intervals)
  }

  @Test(arguments: Seed.cases(6)) func rowsOfAnyCenterAddUpToItsFigures(_ seed: Seed) throws {
    let center = try TracedCenter(seed)
    let run = try Run(center.arguments)
    try check(run, 6, seed)
  }

  // MARK: - Addresses

  private static let withoutRows = [
    (
      "services[0].monhts", "services[0] has no \"monhts\"; did you mean \"months\"?"
    ),
    ("services[9]", "services has no entry \"9\" among its 2"),
    ("services[Vice].total", "services has no entry \"Vice\" among its 2"),
    (
      "firstContactResolution[repeat].months",
      "2 entries of firstContactResolution are called \"repeat\"; the first is "
        + "firstContactResolution[0], and a service on a site is called service@site"
    ),
    (
      "standards[2].level",
      "standards[2].level has no rows behind it; slcheck explain 8.03 with files shows its arithmetic"
    ),
    (
      "inputs[0].bytes",
      "inputs[0].bytes has no rows behind it; slcheck inspect tells what is in a file"
    ),
    (
      "services[0].withExclusions.months[3].offered",
      "services[0].withExclusions.months[3].offered has no rows behind it; it leaves out what "
        + "exclusions name; explain services[0].months[3].offered for all rows"
    ),
    (
      "services[0].habit",
      "services[0].habit has no rows behind it; it is no sum of rows; those behind the figures "
        + "beside it can be asked for"
    ),
    (
      "costPerContact[0].months[2].contacts",
      "costPerContact[0].months[2].contacts has no rows behind it; it counts each contact of the "
        + "scope once, whatever service it is of; explain the figures of services for their rows"
    ),
    (
      "costPerContact[0].basis",
      "costPerContact[0].basis has no rows behind it; it is no sum of rows; those behind the "
        + "figures beside it can be asked for"
    ),
    (
      "services[0].months",
      "services[0].months has no rows behind it; name a figure in it, such as services[0].months[0]"
    ),
    (
      "services[0].months[2].coverage",
      "services[0].months[2].coverage has no rows behind it; what is expected and missing stands in "
        + "no row"
    ),
    (
      "breakdowns[0].intervals.met",
      "breakdowns[0].intervals.met has no rows behind it; the intervals of a part are not kept one "
        + "by one; explain those of its service"
    ),
  ]

  @Test func entriesMayBeNamedAndWhatHasNoRowsIsRefused() throws {
    let run = try Run(FigureTraceTests.sample + ["--by", "queue"])
    // A spread, a mean of means and what is made of other figures have no sum.
    for address in [
      "quality[0].months[2].margin", "services[0].months[2].unweightedMean",
      "satisfaction[0].months[2].low", "costOfQuality.months[4].returnOnQuality",
    ] {
      let trace = try run.trace(address)
      #expect(trace.sum == nil && !(trace.rows.isEmpty && trace.parts.isEmpty), "\(address)")
    }
    #expect(
      try run.trace("costOfQuality.months[4].returnOnQuality").parts.map(\.address)
        == ["costOfQuality.months[4].gain", "costOfQuality.months[4].good"])
    #expect(
      try run.trace("services[Voice].months[2026-03].offered").address
        == "services[0].months[6].offered")
    #expect(
      try run.trace("services[Chat@Lakeside].total.answered").address
        == "services[1].total.answered")
    for (address, sentence) in FigureTraceTests.withoutRows {
      #expect {
        _ = try run.trace(address)
      } throws: { "\($0)" == sentence }
    }
  }

  /// A file that is another one by the second reading is no source of rows.
  @Test func filesThatChangeInBetweenAreRefused() throws {
    let scratch = try ScratchFolder()
    let text = "started_at,outcome,wait_seconds\n2026-03-02T09:00,answered,5\n"
    try scratch.write("a.csv", text)
    let run = try Run([scratch.path("a.csv")])
    #expect(try run.trace("services[0].total.offered").rows.count == 1)
    try scratch.write("a.csv", text + "2026-03-02T09:01,answered,5\n")
    #expect {
      _ = try run.trace("services[0].total.offered")
    } throws: { error in
      let error = error as? ToolError
      return error?.status == .inputOutput
        && error?.lines == [scratch.path("a.csv") + ": changed while it was read"]
    }
  }

  @Test func everyKeyOfAReportIsKnown() throws {
    let run = try Run([FigureTraceTests.folder + "intervals-again-2026-06.csv"])
    // What became of new files in a ledger is told where there is one.
    let known = Set(FigureAddress.sections + FigureAddress.others).subtracting(["ledger"])
    #expect(Set(run.tree.members.map(\.key)) == known)
  }

  @Test(arguments: ["services[", "services[]", "services..a", "services[0]x", "services[0].", ".a"])
  func whatIsNoAddressIsRefused(_ text: String) {
    #expect(throws: FigureAddressError.malformed(text)) { try FigureAddress(text) }
  }

  @Test(
    arguments: [
      ("services[0].offered", true), ("quality", true), ("8.01", false), ("8.01.2/2026-03", false),
      ("toolkit.service-level", false), ("8.011", false), ("toolkit", false), ("a.b", true),
      ("unmatched", true), ("requirements", true),
    ])
  func addressesAreToldFromRules(_ text: String, _ isAddress: Bool) {
    #expect(FigureAddress.isMeant(text) == isAddress)
  }
}
