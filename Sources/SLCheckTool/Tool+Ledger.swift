import Basics
import PerformanceMetrics
import Reports

extension Tool {
  /// What a report is made of.
  struct Gathered {
    /// The records.
    let records: Intake.Result
    /// The ledger whose files they are, locked; `nil` for none.
    let ledger: Ledger?
  }

  /// Reads what a report is made of: the inputs, or with a ledger its files once the inputs are
  /// in them.
  ///
  /// - Parameter keepsLinks: Whether it is kept which channels, agents and contacts records are about.
  /// - Throws: `ToolError` as reading does, and where the ledger is none or was tampered with.
  static func gather(
    _ arguments: Arguments, _ configuration: Configuration, _ diagnostics: Diagnostics,
    keepsLinks: Bool = false
  ) throws(ToolError) -> Gathered {
    guard let path = configuration.ledger else {
      guard !arguments.updatesLedger else {
        throw ToolError(
          sentence: "\(UsageError.needsOption("--update", "--ledger DIR"))", .usage)
      }
      var intake = try Intake(configuration, arguments: arguments, diagnostics: diagnostics)
      if keepsLinks { intake.center.begin(RecordLinks()) }
      return Gathered(records: try intake.read(arguments.inputs), ledger: nil)
    }
    try OutputCollision.check(arguments, ledger: path)
    if arguments.updatesLedger, arguments.inputs.isEmpty {
      throw ToolError(sentence: "--update needs files that are new to the ledger", .usage)
    }
    if arguments.evidencePath != nil, !arguments.updatesLedger, !arguments.inputs.isEmpty {
      throw ToolError(
        sentence: "--evidence proves files that can be read again: keep the new ones in the ledger "
          + "with --update first", .usage)
    }
    let new = try arguments.inputs.isEmpty ? nil : archived(arguments, configuration, diagnostics)
    let ledger = try Ledger(path, isUpdate: arguments.updatesLedger)
    if let new { try ledger.take(new) }
    let inputs = ledger.inputs
    guard !inputs.isEmpty else {
      throw ToolError("\(VisibleText.escaping(path)): the ledger holds no records yet", .data)
    }
    // What is said of exports is not said of the ledger, and was said when they were read.
    var own = arguments
    (own.kind, own.profile, own.delimiter) = (nil, nil, nil)
    if new != nil { own.rejectsPath = nil }
    own.wantsDigests = true
    var intake = try Intake(configuration, arguments: own, diagnostics: .silent)
    if keepsLinks { intake.center.begin(RecordLinks()) }
    var records = try intake.read(inputs.map(\.input), named: inputs.map(\.name))
    try ledger.check(records.inputs)
    records.rejects = new?.rejects ?? records.rejects
    return Gathered(records: records, ledger: ledger)
  }

  /// Reads inputs and keeps their records.
  private static func archived(
    _ arguments: Arguments, _ configuration: Configuration, _ diagnostics: Diagnostics
  ) throws(ToolError) -> Intake.Result {
    var arguments = arguments
    arguments.wantsDigests = arguments.wantsDigests || arguments.updatesLedger
    var intake = try Intake(configuration, arguments: arguments, diagnostics: diagnostics)
    intake.center.begin(RecordArchive(policy: configuration.onConflict, zone: configuration.zone))
    return try intake.read(arguments.inputs)
  }

  /// Whether a run without inputs reads a ledger, and so not standard input.
  static func readsLedgerAlone(_ arguments: Arguments) throws(ToolError) -> Bool {
    let mayHaveLedger = OptionTable.entry(for: .ledger).commands.contains(arguments.command)
    guard mayHaveLedger else { return false }
    return try ConfigurationFile.read(arguments).ledger != nil
  }
}
