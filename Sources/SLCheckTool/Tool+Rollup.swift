import Basics
import ContactRecords
import PerformanceMetrics
import Reports

extension Tool {
  /// Writes records again as canonical CSV, at a coarser grain where one is asked for: interval
  /// records alone as one table, records of all kinds as the tables of a folder.
  static func rollup(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    try OutputCollision.check(arguments)
    let configuration = try ConfigurationFile.read(arguments)
    var intake = try Intake(
      configuration, arguments: arguments, diagnostics: Diagnostics(arguments))
    intake.center.begin(
      RecordArchive(
        policy: configuration.onConflict, zone: configuration.zone,
        sumsContacts: arguments.folderPath != nil))
    let rolled = try rolledUp(try intake.read(arguments.inputs), configuration, arguments)
    if let folder = arguments.folderPath {
      try write(rolled, into: folder)
    } else {
      try write(Array(rolled.first?.document ?? []), to: arguments.outputPath)
    }
    return .success
  }

  /// The tables of a roll-up; without a folder at most one, of interval records.
  private static func rolledUp(
    _ records: Intake.Result, _ configuration: Configuration, _ arguments: Arguments
  ) throws(ToolError) -> [RecordRows] {
    guard let grain = arguments.grain else { preconditionFailure("a roll-up without its grain") }
    let (center, dropped) = (records.center, Set(arguments.over))
    let options = options(configuration, threads: records.threads)
    do throws(RollupError) {
      let isFine = grain == .interval && dropped.isEmpty
      if arguments.folderPath == nil {
        let kinds = records.inputs.compactMap { RecordKind(rawValue: $0.kind) }
        if let other = kinds.first(where: { $0 != .intervals }) { throw .otherKind(other.noun) }
      } else if !isFine, center.archive!.hasContacts {
        throw .contactsByInterval
      }
      let judged =
        grain == .interval ? nil : RolledOutcomes(center, options: options, over: dropped)
      let intervals = try center.archive!.intervals.rolled(
        by: grain, over: dropped, policy: configuration.onConflict, judged: judged)
      guard arguments.folderPath == nil else {
        return try center.tables(
          with: intervals, options: options, rows: records.carried, offsets: records.offsets)
      }
      return try intervals.table(zone: configuration.zone).map { [$0] } ?? []
    } catch {
      throw ToolError(sentence: "rollup: \(error)", .data)
    }
  }

  /// Writes tables as the files of a folder, in place of those of an earlier roll-up.
  private static func write(_ tables: [RecordRows], into folder: String) throws(ToolError) {
    do throws(SystemError) {
      try OutputFolder.replace(
        folder, with: tables.map { .init($0.table.fileName, Array($0.document)) },
        earlier: ([RecordTable.sums.fileName], Set(RecordTable.allCases.map(\.fileName))))
    } catch {
      throw ToolError(error)
    }
  }
}

extension RecordTable {
  /// What its file is called in the folder of a roll-up.
  var fileName: String { rawValue + ".csv" }
}
