import Audit
import Basics
import ContactRecords
import Reports

extension Tool {
  /// Runs a report again from its inputs, and names the first difference.
  ///
  /// The files are found by their bytes. They are read in the order and under the names of
  /// the report, with the configuration that it records, and nothing of the folder or the
  /// machine has a say.
  static func verify(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    guard let path = arguments.reportPath else { preconditionFailure("verify without a report") }
    try OutputCollision.check(arguments)
    let report = try recordedReport(path)
    let pairing = InputPairing(report.inputs, try digested(arguments))
    let outcome: Verification.Outcome =
      pairing.problems.isEmpty
      ? try repeated(report, pairing.files.compactMap { $0?.path }, path, arguments)
      : .otherFiles(pairing.problems)
    let verification = Verification(report, pairing, version: version, outcome: outcome)
    let result = try rendered("the verification", arguments) {
      VerificationRenderer.text(verification, isColored: $0.isColored)
    } json: {
      try VerificationRenderer.json(verification)
    }
    try write(result, to: arguments.outputPath)
    return verification.isVerified ? .success : .failed
  }

  /// Reads a report that was written before.
  private static func recordedReport(_ path: String) throws(ToolError) -> RecordedReport {
    let bytes = try reportBytes(path)
    do throws(RecordedReportError) {
      return try RecordedReport(bytes)
    } catch {
      throw ToolError(VisibleText.escaping(path) + error.description, .data)
    }
  }

  /// Reads the bytes of a report.
  static func reportBytes(_ path: String) throws(ToolError) -> [UInt8] {
    let bytes: [UInt8]?
    do throws(SystemError) {
      bytes = try WholeFile.read(path, longest: JSONDocument.longestBytes)
    } catch {
      throw Intake.refusal(error, path)
    }
    guard let bytes else {
      throw ToolError("\(VisibleText.escaping(path)): is longer than any report: 1 GiB", .data)
    }
    return bytes
  }

  /// Digests the files that were given, before any of them is read.
  private static func digested(
    _ arguments: Arguments
  ) throws(ToolError) -> [InputPairing.Given] {
    var given: [InputPairing.Given] = []
    let progress = Progress(arguments)
    progress?.begin(arguments.inputs, named: nil)
    defer { progress?.finish() }
    for (index, input) in arguments.inputs.enumerated() {
      progress?.beginInput(index)
      guard case .file(let path) = input, !FileKind.isStream(path) else {
        let name = if case .file(let path) = input { path } else { "-" }
        throw ToolError(
          sentence: "verify reads its files twice, and \(Intake.place(name)) can be read only "
            + "once; name a file that holds it", .usage)
      }
      do throws(SystemError) {
        given.append(.init(path: path, sha256: try WholeFile.sha256(of: path, progress)))
      } catch {
        throw Intake.refusal(error, path)
      }
    }
    return given
  }

  /// Makes a report again, and holds it against the one that was recorded.
  ///
  /// - Parameters:
  ///   - files: The files with the bytes of its inputs, in their order.
  ///   - path: The name of the report.
  private static func repeated(
    _ report: RecordedReport, _ files: [String], _ path: String, _ arguments: Arguments
  ) throws(ToolError) -> Verification.Outcome {
    var repeating = try Arguments(repeating: report, of: path, arguments)
    var inputs = files.map { Arguments.Input.file($0) }
    // Claims are read behind all records, and by their own rules; they stand last.
    if report.inputs.last?.isOfClaims == true {
      inputs.removeLast()
      repeating.claimsPath = files.last
    }
    let configuration = try configuration(of: report, path, arguments)
    // What there is to say of the inputs stands in the report.
    let diagnostics = arguments.isVerbose ? Diagnostics(arguments) : .silent
    let records: Intake.Result
    var again: Report
    do throws(ToolError) {
      let intake = try Intake(configuration, arguments: repeating, diagnostics: diagnostics)
      records = try intake.read(inputs, named: report.inputs.map(\.path))
      again = try self.report(records, configuration)
    } catch {
      switch error.status {
      case .data, .usage: return .noReport(error.lines)
      default: throw error
      }
    }
    again.detail = report.detail
    do {
      let bytes = try JSONRenderer.render(again, threads: records.threads)
      let document = try JSONDocument(bytes)
      return .compared(Verification.compare(report, with: document, version: version))
    } catch {
      throw ToolError(sentence: "the report cannot be made again: \(error)", .internalError)
    }
  }

  /// The configuration that a report records, or the one that was named instead.
  private static func configuration(
    of report: RecordedReport, _ path: String, _ arguments: Arguments
  ) throws(ToolError) -> Configuration {
    if arguments.configurationPath != nil { return try ConfigurationFile.read(arguments) }
    let place = path + ": configuration.effective"
    do throws(ConfigurationFailure) {
      return try Configuration(report.effective, file: place, isAssumed: report.isAssumed)
    } catch {
      throw ToolError(error.lines, .data)
    }
  }
}

extension Arguments {
  /// What was typed when a report was made, as far as the report says it; the rest as it is
  /// typed now.
  ///
  /// - Throws: `ToolError` for what this version does not know.
  fileprivate init(
    repeating report: RecordedReport, of path: String, _ typed: Arguments
  ) throws(ToolError) {
    func known<Value>(
      _ name: String, _ recorded: String?, _ find: (String) -> Value?
    ) throws(ToolError) -> Value? {
      guard let recorded else { return nil }
      if let value = find(recorded) { return value }
      throw ToolError(
        "\(VisibleText.escaping(path)): configuration.reading.\(name): this version does not know "
          + quoted(recorded), .data)
    }
    self = typed
    let choices = report.choices
    kind = try known("kind", choices.kind) { RecordKind(rawValue: $0) }
    profile = try known("profile", choices.profile) { ACDProfile.named($0) }
    delimiter = try known("delimiter", choices.delimiter) { text in
      text.utf8.count == 1 ? text.utf8.first : nil
    }
    acceptedImplausible = choices.acceptImplausible
    wantsDigests = true
  }
}
