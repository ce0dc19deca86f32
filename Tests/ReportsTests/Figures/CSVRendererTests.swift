import Basics
import DelimitedText
import MaturityRules
import PerformanceMetrics
import TestSupport
import Testing

@testable import Reports

@Suite struct CSVRendererTests {
  /// Reports of all kinds that a table of intervals can give.
  private static func reports() throws -> [Report] {
    let onRow = SmallReport.header + "\n2026-01-05 09:00,,Q,voice,"
    return [
      try SmallReport.make(
        SmallReport.center, requirements: [Requirement(standard: "8.01", level: 1)]),
      try SmallReport.make(
        SmallReport.center, asOf: CivilDate("2026-01-28"), by: [.site, .queue], detail: .intervals),
      try SmallReport.make(
        SmallReport.center,
        services: [
          Service(
            name: "None", match: ServiceMatch(queue: [NamePattern("None")]),
            objectives: [Objective(percent: FixedPoint(80), seconds: 20)]),
          .assumed,
        ]),
      try SmallReport.make(onRow + "0,0,0,0,,,,\n"),
      try SmallReport.make(onRow + "5,9,0,9,,,,\n", path: "=1\n2.csv"),
      try SmallReport.make(SmallReport.header + "\n" + HostileNames.rows, by: [.queue, .channel]),
    ]
  }

  private func table(_ report: Report) throws -> FigureTable {
    try FigureTable(try CSVRenderer.render(report))
  }

  @Test func tableIsWrittenAsRecorded() throws {
    let report = try SmallReport.make(
      SmallReport.center, requirements: [Requirement(standard: "8.01", level: 1)])
    try Golden.check(
      String(decoding: try CSVRenderer.render(report), as: UTF8.self), "report.csv")
  }

  @Test func numbersAreThoseOfTheJSON() throws {
    for report in try CSVRendererTests.reports() {
      let table = try table(report)
      let json = try JSONTree(try JSONRenderer.render(report))
      #expect(table.differences(from: json) == [])
      #expect(table.doubles == [])
      #expect(table.notNumbers == [])
    }
  }

  /// The same of centers that nobody thought of.
  @Test(arguments: Seed.cases(12))
  func numbersOfAnyCenterAreThoseOfItsJSON(_ seed: Seed) throws {
    var random = seed.generator
    var text = SmallReport.header + "\n"
    let first = CivilDate("2025-11-20")! + Int.random(in: 0..<60, using: &random)
    let days = Int.random(in: 1...45, using: &random)
    for day in 0..<days {
      for key in 0..<3 where !random.once(in: 4) {
        let offered = Int.random(in: 0...9, using: &random)
        let answered = Int.random(in: 0...offered, using: &random)
        let within = random.once(in: 9) ? "" : "\(Int.random(in: 0...answered, using: &random))"
        let wait = random.once(in: 5) ? "" : "\(answered * 7)"
        text +=
          "\(first + day) 1\(key):00,S\(key % 2),Q\(key),voice,\(offered),\(answered),"
          + "\(offered - answered),\(within),,0,\(wait),\(answered * 99)\n"
      }
    }
    let dimensions: [KeyDimension] = random.once(in: 2) ? [.site] : [.queue, .channel]
    guard text.utf8.count > 300 else { return }
    let report = try SmallReport.make(
      text, by: dimensions, detail: random.once(in: 2) ? .days : .intervals)
    let table = try table(report)
    let json = try JSONTree(try JSONRenderer.render(report))
    #expect(table.differences(from: json) == [], "\(seed)")
    #expect(table.doubles == [], "\(seed)")
  }

  @Test func textIsTheSameOnAnyNumberOfThreads() throws {
    let report = try SmallReport.make(SmallReport.center, by: [.site, .queue], detail: .days)
    #expect(
      try CSVRenderer.render(report, threads: 1) == CSVRenderer.render(report, threads: 4))
  }

  @Test func unknownFigureIsAnEmptyCell() throws {
    let report = try SmallReport.make(
      SmallReport.header + "\n2026-01-05 09:00,,Q,voice,5,4,1,4,,,,\n")
    let table = try table(report).table
    for measure in ["flowOut", "averageSpeedOfAnswer", "averageHandleTime", "shortAbandoned"] {
      let record = try #require(
        table.record(["section": "services", "grain": "total", "measure": measure]))
      #expect(table.cell(record, "value") == "" && table.cell(record, "numerator") == "")
      #expect(table.cell(record, "unit") != "", "\(measure)")
    }
    let level = try #require(table.record(["by": "standard=8.02", "measure": "level"]))
    #expect(table.cell(level, "value") == "")
  }

  @Test func namesAreNoFormulasAndMoveNothing() throws {
    let report = try SmallReport.make(
      SmallReport.header + "\n" + HostileNames.rows, by: [.queue])
    let bytes = try CSVRenderer.render(report)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      #expect(VisibleText.escaping(String(line)) == line)
    }
    let table = try StrictTable(bytes)
    #expect(table.columns == CSVRenderer.columns)
    for record in table.records {
      for (column, cell) in zip(table.columns, record) {
        let isNumber = ["numerator", "denominator", "value"].contains(column)
        #expect(isNumber || !"=+-@".contains(cell.first ?? "x"), "\(cell)")
      }
    }
    let sites = Set(table.records.map { table.cell($0, "site") })
    #expect(sites.isSuperset(of: ["'=cmd|'/C calc'!A0", "'-1", "a,b", "say \"hi\"", "100"]))
    let queues = Set(table.records.map { table.cell($0, "by") })
    #expect(queues.isSuperset(of: [#"queue=a\;b\=c"#, #"queue=a\\\;queue\=Billing"#]))
  }

  /// What this program reads, it reads of its own table as well.
  @Test func tableIsReadByTheReaderOfRecords() throws {
    let report = try SmallReport.make(
      SmallReport.header + "\n" + HostileNames.rows, by: [.queue])
    let bytes = try CSVRenderer.render(report)
    let strict = try StrictTable(bytes)
    var reader = try RecordReader(MemoryByteSource(bytes))
    var batch = RecordBatch()
    var records: [[String]] = []
    while try reader.read(into: &batch) {
      for (index, row) in batch.rows.enumerated() {
        records.append((0..<Int(row.fieldCount)).map { batch.text(row: index, field: $0) })
      }
    }
    #expect(records == [strict.columns] + strict.records)
  }

  /// A figure that the schema calls a decimal, or that may be unknown, has a unit.
  @Test func everyDecimalOfTheSchemaIsAFigure() throws {
    let schema = try JSONTree(ReportSchema.text)
    let sections = [
      "figures": "services", "month": "services", "day": "services", "interval": "services",
      "breakdown": "breakdowns", "service": "services", "quality": "quality",
      "qualityMonth": "quality", "satisfaction": "satisfaction",
      "satisfactionMonth": "satisfaction", "cost": "costPerContact", "costMonth": "costPerContact",
      "costOfQuality": "costOfQuality", "qualityCostPeriod": "costOfQuality",
      "standard": "standards", "scope": "standards", "criterion": "standards",
    ]
    let numbers: Set = ["ratio", "average", "amountAverage", "share", "decimal", "amount"]
    var found = 0
    for (name, section) in sections {
      guard case .object(let properties) = schema.at("$defs.\(name).properties") else { continue }
      var place = FigurePlace()
      place.section = section
      for property in properties {
        let kinds =
          [property.value] + (property.value["anyOf"]?.elements ?? [])
        let references = kinds.compactMap { $0["$ref"]?.text?.split(separator: "/").last }
        guard references.contains(where: { numbers.contains(String($0)) }) else { continue }
        found += 1
        #expect(FigureUnit.of([property.key], place) != nil, "\(name).\(property.key)")
      }
    }
    #expect(found > 30)
  }
}
