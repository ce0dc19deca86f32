import Audit
import Basics
import ContactRecords
import DelimitedText
import Foundation
import PerformanceMetrics
import Reports

/// Reads every input into what is known of the center, and accounts for each row.
///
/// Inputs are read in the order in which they were named, once, from beginning
/// to end; memory follows the keys and intervals in them and not their size. What
/// a row is, its header tells: each kind has an `InputReading` of its own.
struct Intake: ~Copyable {
  let configuration: Configuration
  private let prober: InputProber
  /// Where inputs are digested; `nil` where nobody asked for it.
  private let digest: StreamDigest.Place?
  let acceptedImplausible: Set<String>
  /// The file of claims; `nil` where none are held against the records.
  private let claimsPath: String?
  /// Whether the input that is read is that file.
  private var isReadingClaims = false
  /// How many threads work.
  let threads: Int
  /// How many of them read.
  let readers: Int
  let diagnostics: Diagnostics
  /// Who is told how far reading has come; `nil` where nobody is shown.
  let progress: Progress?
  private(set) var log: RejectLog
  var center: CenterTally
  /// Offsets from universal time seen in all inputs, with the first file of each.
  var offsets: [(minutes: Int16, file: String)] = []
  private(set) var partials: [Partial] = []
  /// The columns of all inputs.
  private(set) var columns: Set<String> = []

  /// What is known of an input before all of them are read.
  struct Partial {
    var path: String
    /// Physical lines of all inputs before it.
    var base: Int
    var bytes = 0
    /// The SHA-256 of the input; `nil` where nobody asked for it.
    var sha256: String?
    var text = InputText()
    var textFound = TextFound()
    var probe: InputProbe?
    var rejects: [InputSummary.Reject] = []
    var rejected = 0
    var blankLines = 0
    /// Rows below the table.
    var trailerRows = 0
    var rows = 0
    var lines = 0
    /// Fields that identify customers, in order.
    var customerFields: [Int] = []
    var reading: (any InputReading)?

    /// All that was read but the header.
    var read: Int { rows + blankLines + (probe?.preambleRows ?? 0) }
  }

  /// What all inputs come to.
  struct Result {
    let center: CenterTally
    let inputs: [InputSummary]
    /// What became of all rows, by kind; for those that a roll-up summed, as it says.
    let records: [RecordCounts]
    /// The same for a roll-up of these inputs to carry along.
    let carried: [SummedRows]
    /// Offsets from universal time that stamps had, in minutes.
    let offsets: [Int16]
    let implausible: [Implausibility]
    /// Where the inputs begin, for places to be turned back into files and lines.
    let places: SourcePlaces
    /// The claims, in the order of their file; empty without one.
    let claims: [Claim]
    /// Thresholds in seconds that columns of the inputs have counts for.
    let thresholds: Set<Int>
    /// The list of rejected rows; empty unless the run is to be proved.
    var rejects: [UInt8]
    /// How many threads may judge them.
    let threads: Int
    /// How long the stages of reading took.
    let stages: StageTimes
    /// What was said of the inputs beside the configuration.
    let choices: ReadingChoices
  }

  /// What one input comes to, whatever is wrong with it.
  struct Inspected {
    let result: Result
    let probe: InputProbe
    /// Physical lines.
    let lines: Int
    /// Rows that cannot be read, by kind.
    let rejects: [RejectLog.Kind]
    /// What a report would end with.
    let problems: [String]
    /// Columns with figures that no center has.
    let implausible: [String]
  }

  /// How long the stages of reading took so far.
  var stages = StageTimes()

  private static let shownRejects = 10

  init(
    _ configuration: Configuration, arguments: Arguments, diagnostics: Diagnostics
  ) throws(ToolError) {
    self.configuration = configuration
    let progress = Progress(arguments)
    let diagnostics = diagnostics.beside(progress)
    (self.progress, self.diagnostics) = (progress, diagnostics)
    // In locals first: optimized code releases too much where a property is read before all
    // of them are set.
    let threads = arguments.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let digest: StreamDigest.Place? =
      arguments.wantsDigests ? (threads > 1 ? .beside : .inline) : nil
    (self.threads, self.digest) = (threads, digest)
    prober = InputProber(
      mapping: configuration.mapping, delimiter: arguments.delimiter, kind: arguments.kind,
      profile: arguments.profile)
    // Of the threads that were allowed, one is needed for the digest.
    readers = arguments.threads != nil && digest == .beside ? threads - 1 : threads
    acceptedImplausible = Set(arguments.acceptedImplausible)
    claimsPath = arguments.claimsPath
    for column in arguments.acceptedImplausible
    where !Configuration.weighedKinds.contains(where: { $0.hasColumn(column) }) {
      let nearest = NearestName.of(column, in: Configuration.weighedColumns)
      throw ToolError(
        sentence: "--accept-implausible: unknown column \"\(VisibleText.escaping(column))\""
          + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""), .usage)
    }
    log = try RejectLog(
      path: arguments.rejectsPath, isKept: arguments.evidencePath != nil,
      isRaw: arguments.rejectsAreRaw, diagnostics: diagnostics)
    center = CenterTally(
      intervals: IntervalTally(
        services: configuration.services, policy: configuration.onConflict,
        shortAbandonSeconds: configuration.shortAbandonSeconds, asOf: configuration.asOf),
      asOf: configuration.asOf, comparison: configuration.comparison,
      intervalMinutes: configuration.intervalMinutes, zone: configuration.zone)
    center.costs = CostTally(asOf: configuration.asOf)
    center.distinct = DistinctContacts(basis: configuration.costPerContact?.basis ?? .handled)
  }

  /// Reads inputs to their ends, and checks what can only be checked then.
  ///
  /// - Parameter names: What the inputs are called in the result, and behind them the claims
  ///   where there are any, if they lay elsewhere before; `nil` for the paths that they are
  ///   read from.
  /// - Throws: `ToolError` when an input cannot be opened, read or understood, when
  ///   too many rows are rejected, when rows conflict, or when a column's figures
  ///   are those of no center.
  consuming func read(
    _ inputs: [Arguments.Input], named names: [String]? = nil
  ) throws(ToolError) -> Result {
    let progress = progress
    progress?.begin(inputs + (claimsPath.map { [.file($0)] } ?? []), named: names)
    defer { progress?.finish() }
    // A single input of contacts leaves no room for costs.
    center.distinct.isNeeded = inputs.count > 1 || center.archive?.hasSums ?? false
    for (index, input) in inputs.enumerated() {
      progress?.beginInput(index)
      try read(input, prober, named: names?[index])
    }
    if let claimsPath {
      progress?.beginInput(inputs.count)
      try readClaims(claimsPath, named: names?[inputs.count])
    }
    center.finishContacts()
    center.finishDraw()
    center.finishArchive()
    // The list of rejects may go to the terminal that progress is shown on.
    progress?.finish()
    try log.finish()
    sayUnknownIgnoreColumns()
    sayWarnings()
    try checkSums()
    try checkRejects()
    try checkOffsets()
    try checkConflicts()
    try checkCurrencies()
    return result(implausible: try checkPlausibility())
  }

  /// Reads one input to its end, and tells what would keep a report from being made of it.
  ///
  /// - Throws: `ToolError` when it cannot be opened, read or understood.
  consuming func inspect(_ input: Arguments.Input) throws(ToolError) -> Inspected {
    let progress = progress
    progress?.begin([input], named: nil)
    defer { progress?.finish() }
    try read(input, prober)
    center.finishContacts()
    // The list of rejects may go to the terminal that progress is shown on.
    progress?.finish()
    try log.finish()
    var (problems, implausible) = ([String](), [String]())
    do throws(ToolError) { try checkRejects() } catch { problems += error.lines }
    do throws(ToolError) { try checkOffsets() } catch { problems += error.lines }
    do throws(ToolError) { try checkConflicts() } catch { problems += error.lines }
    do throws(ToolError) { try checkCurrencies() } catch { problems += error.lines }
    do throws(ToolError) { _ = try checkPlausibility() } catch { implausible += error.lines }
    return Inspected(
      result: result(implausible: []), probe: partials[0].probe!, lines: partials[0].lines,
      rejects: log.kinds, problems: problems, implausible: implausible)
  }

  /// Sums up all inputs.
  private func result(implausible: [Implausibility]) -> Result {
    let summaries = partials.map { Intake.summary($0, center) }
    precondition(summaries.allSatisfy(\.rows.isWhole), "a row was lost")
    return Result(
      center: center, inputs: summaries,
      records: RecordCounts.all(carried), carried: carried, offsets: offsets.map(\.minutes),
      implausible: implausible, places: places,
      claims: partials.flatMap { ($0.reading as? ClaimReading)?.claims ?? [] },
      thresholds: partials.reduce(into: []) {
        $0.formUnion(($1.reading as? IntervalReading)?.thresholds ?? [])
      },
      rejects: log.kept, threads: threads, stages: stages, choices: choices)
  }

  /// What became of all rows, and of those that they stand for where a roll-up wrote them.
  ///
  /// Where it carried along what became of the rows of a kind, its own are not counted.
  private var carried: [SummedRows] {
    let summed = partials.flatMap { ($0.reading as? SumReading)?.carried ?? [] }
    let kinds = Set(summed.map(\.kind)).union([RecordKind.sums.rawValue])
    let own = partials.flatMap { partial -> [SummedRows] in
      let kind = partial.reading!.kind
      if partial.probe!.schema.isRolledUp, kinds.contains(kind.rawValue) {
        // What could not be read stands for nothing else.
        return [SummedRows(kind: kind.rawValue, fate: "rejected", count: partial.rejected)]
          .filter { $0.count > 0 }
      }
      return Intake.carriedRows(of: partial, center)
    }
    return SummedRows.summed(own + summed)
  }

  /// What was said of the inputs beside the configuration.
  private var choices: ReadingChoices {
    ReadingChoices(
      kind: prober.kind?.rawValue, profile: prober.profile?.name,
      delimiter: prober.delimiter.map { String(UnicodeScalar($0)) },
      acceptImplausible: acceptedImplausible.sorted())
  }

  /// Where the inputs read so far begin.
  var places: SourcePlaces { SourcePlaces(partials.map { ($0.path, $0.base) }) }
}

// MARK: - One input

extension Intake {
  private mutating func read(
    _ input: Arguments.Input, _ prober: InputProber, named name: String? = nil
  ) throws(ToolError) {
    var source = RestartableInput(input, named: name, digest: digest, progress: progress)
    let probed = try prober.open(&source)
    let path = source.path
    guard let probe = probed.probe else {
      let error = SchemaError(.empty)
      throw ToolError("\(Intake.place(path)):1:\(error.column): \(error)", .data)
    }
    var partial = Partial(path: path, base: partials.reduce(0) { $0 + $1.lines })
    partial.probe = probe
    partial.blankLines = probed.blankLines
    columns.formUnion(probe.schema.header)
    let reading: any InputReading
    do throws(SchemaError) {
      reading = try self.reading(
        probe.schema, delimiter: probe.dialect.delimiter, base: partial.base)
    } catch {
      throw Intake.refusal(
        error.read(by: probe.schema.profile), line: probe.headerLine ?? 1, path)
    }
    partial.customerFields = Set(
      reading.customerFields + probe.schema.mapping.customerFields(of: probe.schema.header)
    ).sorted()
    try readRows(of: probed, by: reading, &partial)
    do throws(ScanError.Reason) {
      partial.sha256 = try source.digested?.finish()
    } catch {
      throw Intake.refusal(ScanError(reason: error, byteOffset: partial.bytes), path)
    }
    partials.append(partial)
  }

  /// Reads the claims, which are in canonical columns, every one of them.
  ///
  /// - Throws: `ToolError` also where a claim cannot be read: no verdict may be missing.
  private mutating func readClaims(
    _ path: String, named name: String?
  ) throws(ToolError) {
    let prober = InputProber(
      mapping: ColumnMapping(), delimiter: nil, kind: .claims, profile: nil)
    isReadingClaims = true
    try read(.file(path), prober, named: name)
    let claims = partials[partials.count - 1]
    // What other tables have beside their records would be a claim without a verdict here.
    let lost = claims.reading!.leftOut.filter { $0.cause != "without any value" }
    let unread = claims.rejected + claims.trailerRows + lost.reduce(0) { $0 + $1.rows }
    guard unread == 0 else {
      throw ToolError(
        "\(Intake.place(path)): \(unread) of its rows cannot be read as claims", .data)
    }
  }

  /// Begins the reading that a header asks for.
  private mutating func reading(
    _ schema: FileSchema, delimiter: UInt8, base: Int
  ) throws(SchemaError) -> any InputReading {
    if schema.profile?.form == .events {
      return QueueLogReading(configuration, base: base, &center)
    }
    switch schema.kind {
    case .intervals:
      return try IntervalReading(schema, delimiter: delimiter, configuration, base: base, &center)
    case .evaluations:
      return try ScoreReading<EvaluationRecord>(
        schema, delimiter: delimiter, configuration, base: base, &center)
    case .surveys:
      return try ScoreReading<SurveyRecord>(
        schema, delimiter: delimiter, configuration, base: base, &center)
    case .contacts:
      return try ContactReading(schema, delimiter: delimiter, configuration, base: base, &center)
    case .costs, .qualityCosts:
      return try CostReading(schema, isStated: prober.kind != nil, delimiter: delimiter, base: base)
    case .evidence:
      return try EvidenceReading(schema, delimiter: delimiter)
    case .exclusions:
      return try ExclusionReading(schema, delimiter: delimiter, configuration)
    case .claims where isReadingClaims: return try ClaimReading(schema, delimiter: delimiter)
    case .sums: return try SumReading(schema, delimiter: delimiter, configuration, base: base)
    case .claims, .ratings:
      throw SchemaError(.unsupportedKind(schema.kind))
    }
  }

  mutating func account(
    for rejects: [RejectedRecord], of batch: borrowing RecordBatch, in partial: inout Partial
  ) throws(ToolError) {
    partial.rejected += rejects.count
    for reject in rejects {
      let reason = try log.add(
        reject, file: partial.path, customerFields: partial.customerFields, in: batch)
      if partial.rejects.count < Intake.shownRejects {
        partial.rejects.append(
          .init(line: reject.line, column: reject.column, reason: reason))
      }
    }
  }

  /// Reads the next batch of an input.
  static func next(
    _ reader: inout RecordReader, into batch: inout RecordBatch, _ path: String
  ) throws(ToolError) -> Bool {
    do throws(ScanError) {
      return try reader.read(into: &batch)
    } catch {
      throw refusal(error, path)
    }
  }

  /// Tells what is wrong with the row that looks most like a header.
  static func refusal(
    _ failure: HeaderFinder.Failure, in batch: borrowing RecordBatch, _ path: String
  ) -> ToolError {
    let line = batch.problem(ofRow: failure.row)?.line ?? batch.rows[failure.row].line
    return refusal(failure.error, line: line, path)
  }

  static func refusal(_ error: SchemaError, line: Int, _ path: String) -> ToolError {
    ToolError("\(place(path)):\(line):\(error.column): \(error)", .data)
  }

  /// Tells why an input is not read.
  static func refusal(_ error: ScanError, _ path: String) -> ToolError {
    if case .unreadable(let cause) = error.reason { return refusal(cause, path) }
    let status: ExitStatus =
      switch error.reason {
      case .changed: .inputOutput
      case .noProgram: .noInput
      case .unreadable, .notUnpacked, .gzip, .zstandard, .workbook, .oldWorkbook, .pdf, .utf32,
        .binary, .unmarkedUTF16:
        .data
      }
    return ToolError("\(place(path)): \(error)", status)
  }

  /// Tells why an input is not opened or read on.
  static func refusal(_ error: SystemError, _ path: String) -> ToolError {
    if error.isDirectory {
      return ToolError("\(place(path)): is a directory; name the files in it", .noInput)
    }
    let hint = error.isMissingFile ? Command.nearest(to: path)?.rawValue : nil
    return ToolError(
      "\(place(path)): \(error.message)" + (hint.map { "; did you mean the command \($0)?" } ?? ""),
      error.operation == .read ? .inputOutput : .noInput)
  }

  /// The name of an input in a sentence.
  static func place(_ path: String) -> String {
    path == "-" ? "standard input" : VisibleText.escaping(path)
  }
}

// MARK: - Accounting

extension Intake {
  /// Rows that were left out, by cause.
  private static func ignored(
    _ partial: Partial, _ account: InputAccount
  ) -> [(cause: String, rows: Int)] {
    [("blank", partial.blankLines), ("above the header", partial.probe!.preambleRows)]
      + partial.reading!.leftOut + [("below the table", partial.trailerRows)]
      + [("in conflict with another", account.dropped)]
  }

  /// What became of the rows of an input.
  private static func carriedRows(of partial: Partial, _ center: CenterTally) -> [SummedRows] {
    let account = partial.reading!.account(in: center)
    let fates =
      [("accepted", account.accepted), ("rejected", partial.rejected)]
      + [("repeated", account.repeated)]
      + ignored(partial, account).map { (SummedRows.ignored($0.cause), $0.rows) }
    return fates.map {
      SummedRows(kind: partial.reading!.kind.rawValue, fate: $0.0, count: $0.1)
    }
  }

  private static func summary(_ partial: Partial, _ center: CenterTally) -> InputSummary {
    let (reading, probe) = (partial.reading!, partial.probe!)
    let account = reading.account(in: center)
    let ignored = ignored(partial, account)
    var rows = InputSummary.Rows()
    rows.read = partial.read
    rows.accepted = account.accepted
    rows.rejected = partial.rejected
    rows.repeated = account.repeated
    rows.ignored = ignored.reduce(0) { $0 + $1.1 }
    var notes = partial.text.notes
    notes += reading.fallbacks.map {
      "no column \"\(VisibleText.escaping($0.source))\", which is mapped to "
        + "\($0.canonical): its own column \($0.canonical) is read"
    }
    notes += reading.lacking.map {
      "no column \"\(VisibleText.escaping($0.source))\", which is mapped to \($0.canonical): "
        + "the \(reading.kind.noun) are read without it"
        + (NearestName.of($0.source, in: reading.unmapped).map {
          "; did you mean \"\(VisibleText.escaping($0))\"?"
        } ?? "")
    }
    notes += probe.notes + reading.notes + account.notes + account.warnings
    let causes = ignored.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    if !causes.isEmpty { notes.append("ignored: " + causes.joined(separator: ", ")) }
    return InputSummary(
      path: partial.path, sha256: partial.sha256, bytes: partial.bytes, kind: reading.kind.rawValue,
      profile: probe.schema.profile?.name, encoding: partial.text.encoding,
      delimiter: String(UnicodeScalar(probe.dialect.delimiter)),
      first: account.first, last: account.last, rows: rows, suspect: account.suspect,
      unmapped: reading.unmapped, rejects: partial.rejects, notes: notes)
  }
}
