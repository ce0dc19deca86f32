import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics
import Reports
import TestSupport
import Testing

@Suite struct ExplanationTests {
  private func explained(_ address: String, _ report: Report? = nil) throws -> Explanation {
    let report = try report ?? SmallReport.make(SmallReport.center)
    return try Explanation(
      try RuleAddress(address), report, places: SourcePlaces([("center.csv", 0)]))
  }

  @Test(arguments: RuleAddress.rules.map(\.id).filter { $0.count < 6 || $0.hasPrefix("toolkit") })
  func ruleIsExplainedAsRecorded(_ id: String) throws {
    let text = ExplanationRenderer.render(Explanation(try RuleAddress(id)))
    try Golden.check(text, "explain-\(id).txt")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    ("8.01", "explain-center.txt"), ("8.01.3/2026-01-26", "explain-day.txt"),
    ("8.01.2/2026-01", "explain-month.txt"), ("toolkit.service-level", "explain-toolkit.txt"),
  ])
  func arithmeticIsWrittenAsRecorded(_ address: String, _ golden: String) throws {
    try Golden.check(ExplanationRenderer.render(try explained(address)), golden)
  }

  @Test func colorsAreAllThatColorsAdd() throws {
    let explanation = try explained("8.01")
    let colored = ExplanationRenderer.render(explanation, isColored: true)
    #expect(colored.contains("\u{1B}[1m"))
    #expect(
      colored.replacing(/\u{1B}\[[0-9]+m/, with: "") == ExplanationRenderer.render(explanation))
  }

  @Test(arguments: [
    "8.01", "8.01.2", "8.01.4", "8.02", "8.01/2026-01", "8.01.3/2026-01-26", "8.01.3/2026-02-01",
    "toolkit.service-level", "toolkit.service-level/2026-01-26",
  ])
  func jsonKeepsToItsSchema(_ address: String) throws {
    let validator = JSONSchemaValidator(try JSONTree(ExplanationSchema.text), isStrict: true)
    let json = try JSONTree(try JSONRenderer.render(try explained(address)))
    #expect(validator.problems(in: json) == [])
    #expect(json["address"]?.text == address)
    for (path, members) in json.objects() {
      #expect(members.map(\.key) == members.map(\.key).sorted(), "\(path)")
    }
    guard !address.contains("/") else { return }
    let words = try JSONTree(try JSONRenderer.render(Explanation(try RuleAddress(address))))
    #expect(validator.problems(in: words) == [])
    #expect(words["asOf"] == .null && words["scopes"] == .array([]))
    #expect(words["rules"] == json["rules"])
  }

  @Test func schemaIsTidy() throws {
    let validator = JSONSchemaValidator(try JSONTree(ExplanationSchema.text), isStrict: true)
    #expect(validator.untidyPlaces == [])
  }

  /// The rows behind a day, summed, are the day; each is the line that it says it is.
  @Test func recordsAreTracedToTheirLines() throws {
    let lines = SmallReport.center.split(separator: "\n")
    let scopes = try #require(try explained("8.01.3/2026-01-27").arithmetic?.scopes)
    #expect(scopes.map(\.site) == ["Austin", "Dallas"])
    for scope in scopes {
      let place = try #require(scope.place)
      let records = place.parts.flatMap(\.records)
      #expect(records.count == 4)
      #expect(records.reduce(0) { $0 + $1.term.numerator } == place.whole.worst.numerator)
      #expect(records.reduce(0) { $0 + $1.term.denominator } == place.whole.worst.denominator)
      for record in records {
        let position = try #require(record.positions.first)
        #expect(position.path == "center.csv" && record.positions.count == 1)
        let cells = lines[position.line - 1].split(
          separator: ",", omittingEmptySubsequences: false)
        #expect(cells[0] == "\(record.start.day) \(record.start.time)")
        #expect(
          [record.key.site, record.key.queue, record.key.channel] == cells[1...3].map(String.init))
        #expect(
          ["\(record.term.denominator)", "\(record.term.numerator)"] == [cells[4], cells[7]])
      }
    }
  }

  /// Near misses against counting contact by contact over the rows.
  @Test(arguments: ["79", "80", "85.5", "66.666667", "100", "0"])
  func nearMissesAreThoseOfTheRows(_ percent: String) throws {
    let report = try SmallReport.make(
      SmallReport.center,
      services: [Service(name: "All", objectives: [.percent(percent, in: 20)])])
    let scopes = try #require(try explained("8.01.3", report).arithmetic?.scopes)
    for scope in scopes {
      var naive: Set<Explanation.NearMiss> = []
      for line in SmallReport.center.split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let (offered, within) = (Int(cells[4])!, Int(cells[7])!)
        guard cells[1] == scope.site, offered > 0 else { continue }
        let isMet = attains(within, offered, percent)
        let turned = (1...2).first { contacts in
          let changed = isMet ? within - contacts : within + contacts
          return (0...offered).contains(changed) && attains(changed, offered, percent) != isMet
        }
        if let turned {
          naive.insert(
            .init(label: cells[0].replacing(" ", with: "T"), isMet: isMet, contacts: turned))
        }
      }
      let found = try #require(scope.criteria.first?.nearMisses)
      #expect(Set(found) == naive && found.count == naive.count, "\(percent), \(scope.site ?? "")")
      #expect(percent == "0" || !naive.isEmpty)
    }
  }

  private func attains(_ within: Int, _ offered: Int, _ percent: String) -> Bool {
    100 * FixedPoint.scale * Int128(within) >= FixedPoint.of(percent).millionths * Int128(offered)
  }

  @Test func dayOfDailyRecordsHasItsRow() throws {
    let report = try SmallReport.make(
      SmallReport.header
        + "\n2026-01-05,,Q,voice,10,10,0,8,0,0,,\n2026-01-06,,Q,voice,10,10,0,7,0,0,,\n"
    )
    let place = try #require(try explained("8.01/2026-01-06", report).arithmetic?.scopes[0].place)
    #expect(place.parts.isEmpty)
    #expect(place.whole.state == .missed)
    #expect(place.whole.records.map(\.positions) == [[.init(path: "center.csv", line: 3)]])
  }

  @Test(arguments: [
    ("8.01/2019-05", "2019-05 lies outside what is judged, 2025-03-01 to 2026-03-06"),
    ("8.01/2026-03-07", "2026-03-07 lies outside what is judged, 2025-03-01 to 2026-03-06"),
    (
      "8.02.1/2026-01",
      "8.02.1 is not judged by the days of services; leave out what is behind the slash"
    ),
  ])
  func placesOutsideAreRefused(_ address: String, _ sentence: String) throws {
    let error = #expect(throws: ExplanationError.self) { try explained(address) }
    #expect(error?.description == sentence)
  }

  @Test func hostileNamesAreMadeVisible() throws {
    let hostile = "a\u{1B}[31mb\u{202E}c"
    let report = try SmallReport.make(
      SmallReport.header + "\n2026-01-05 09:00,\(hostile),\(hostile),voice,5,5,0,5,0,0,50,500\n",
      path: hostile)
    let explanation = try Explanation(
      try RuleAddress("8.01/2026-01-05"), report, places: SourcePlaces([(hostile, 0)]))
    let text = ExplanationRenderer.render(explanation)
    let shown = "a<U+001B>[31mb<U+202E>c"
    #expect(text.contains("All contacts at \(shown)"))
    #expect(text.contains("\(shown), \(shown), voice, \(shown):2"))
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }
}
