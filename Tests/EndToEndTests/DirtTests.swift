import Foundation
import TestSupport
import Testing

/// A known number of each fault is planted in a clean file; exactly that many are found, and
/// the figures stay those of the clean file.
///
/// With SLCHECK_DIRT set to a number, so many seeds are tried for each kind.
@Suite struct DirtTests {
  static let seeds = Seed.cases(
    ProcessInfo.processInfo.environment["SLCHECK_DIRT"].flatMap { Int($0) } ?? 20)

  @Test(arguments: DirtyFile.Kind.allCases, seeds)
  func everyFaultIsFoundAndNoFigureChanges(_ kind: DirtyFile.Kind, _ seed: Seed) throws {
    let file = DirtyFile(kind, seed)
    let scratch = try ScratchFolder()
    func report(_ bytes: [UInt8]) throws -> (json: JSONTree, errors: [String]) {
      try scratch.write("data.csv", bytes)
      let run = try ToolRun(
        ["data.csv", "--format", "json", "--max-rejects", "99", "--on-conflict", "first"],
        in: scratch.path)
      #expect(run.status == 0, "\(seed): \(run.errors)")
      return (try JSONTree(run.outputBytes), run.errorLines)
    }
    let clean = try report(file.clean)
    let dirty = try report(file.dirty)
    let input = try #require(dirty.json.at("inputs.0"))
    let (faults, rows) = (file.faults, input["rows"])
    #expect(rows?["accepted"]?.integer == file.rowCount, "\(seed)")
    #expect(rows?["rejected"]?.integer == faults.rejectedLines.count, "\(seed)")
    #expect(rows?["repeated"]?.integer == faults.repeated, "\(seed)")
    #expect(input["suspect"]?.integer == faults.suspect, "\(seed)")

    let causes = [
      (faults.blank, "blank"), (faults.aboveHeader, "above the header"),
      (faults.repeatedHeaders, "repeated header"), (faults.totals, "totals"),
      (faults.belowTable, "below the table"), (faults.conflicting, "in conflict with another"),
    ]
    let expected = causes.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let ignored = input["notes"]?.elements.compactMap(\.text).last { $0.hasPrefix("ignored: ") }
    let found = ignored?.dropFirst("ignored: ".count).components(separatedBy: ", ") ?? []
    #expect(found == expected, "\(seed)")
    #expect(rows?["ignored"]?.integer == causes.reduce(0) { $0 + $1.0 }, "\(seed)")

    let lines = dirty.errors.compactMap { line -> Int? in
      let parts = line.split(separator: ":")
      return parts.first == "data.csv" && parts.count > 1 ? Int(parts[1]) : nil
    }
    #expect(lines == faults.rejectedLines, "\(seed)")
    // A row off the grid is a hole, since no other row covers its start: no count changes,
    // and an interval in which another queue met its objective may be undecided with it.
    let parts =
      faults.offGrid == 0
      ? ["services", "standards", "unmatched", "costPerContact"]
      : ["offered", "answered", "abandoned", "answeredWithin", "serviceLevel"]
        .map { "services.0.total.\($0)" }
    for part in parts {
      #expect((dirty.json.at(part) == clean.json.at(part)) == true, "\(part); \(seed)")
    }
    let met = try [clean, dirty].map {
      try #require($0.json.at("services.0.total.intervals.met")?.integer)
    }
    #expect((0...faults.offGrid).contains(met[0] - met[1]), "\(met); \(seed)")
  }
}
