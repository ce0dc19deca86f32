import Audit
import Basics
import Reports

extension Tool {
  /// Tells what was restated between two reports, or between two exports.
  ///
  /// What begins like a JSON document is taken for a report; everything else is read as
  /// records, both with one configuration, and judged.
  static func diff(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    try OutputCollision.check(arguments)
    let inputs = arguments.inputs
    precondition(inputs.count == 2, "diff without its two inputs")
    let areReports = try inputs.map { input throws(ToolError) in try isReport(input) }
    let difference: ReportDifference
    switch (areReports[0], areReports[1]) {
    case (true, true):
      if let option = arguments.recordOption {
        throw ToolError(
          sentence: "\(option) says nothing of two reports, whose records are not read again",
          .usage)
      }
      let documents = try inputs.map { input throws(ToolError) in try document(input) }
      difference = ReportDifference(documents[0], documents[1])
    case (false, false):
      difference = try self.difference(ofRecords: inputs, arguments)
    case (let isFirst, _):
      throw ToolError(
        sentence: "diff compares two reports or two exports; "
          + "\(name(inputs[isFirst ? 0 : 1])) is a report, \(name(inputs[isFirst ? 1 : 0])) is not",
        .usage)
    }
    let result = try rendered("the difference", arguments) {
      DifferenceRenderer.text(difference, isColored: $0.isColored)
    } json: {
      try DifferenceRenderer.json(difference)
    } other: { _ in
      Array(DifferenceRenderer.markdown(difference).utf8)
    }
    try write(result, to: arguments.outputPath)
    return difference.isEmpty ? .success : .failed
  }

  private static func name(_ input: Arguments.Input) -> String {
    switch input {
    case .standardInput, .bytes: Intake.place("-")
    case .file(let path): Intake.place(path)
    }
  }

  /// Whether a file begins like a JSON document; a pipe is always taken for records.
  private static func isReport(_ input: Arguments.Input) throws(ToolError) -> Bool {
    guard case .file(let path) = input, FileKind.isRegular(path) else { return false }
    do throws(SystemError) {
      let start = try InputFile(path: path).peek(4096)
      let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
      return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    } catch {
      throw Intake.refusal(error, path)
    }
  }

  private static func document(_ input: Arguments.Input) throws(ToolError) -> JSONDocument {
    guard case .file(let path) = input else { preconditionFailure("a report from a pipe") }
    let bytes = try reportBytes(path)
    do throws(RecordedReportError) {
      return try RecordedReport.document(bytes)
    } catch {
      throw ToolError(VisibleText.escaping(path) + error.description, .data)
    }
  }

  /// Reads and judges both exports, and compares their records as well.
  private static func difference(
    ofRecords inputs: [Arguments.Input], _ arguments: Arguments
  ) throws(ToolError) -> ReportDifference {
    let configuration = try ConfigurationFile.read(arguments)
    var reports: [Report] = []
    var documents: [JSONDocument] = []
    for input in inputs {
      let intake = try Intake(
        configuration, arguments: arguments, diagnostics: Diagnostics(arguments))
      let records = try intake.read([input])
      let report = try report(records, configuration)
      do {
        documents.append(
          try JSONDocument(try JSONRenderer.render(report, threads: records.threads)))
      } catch {
        throw ToolError(sentence: "the report cannot be compared: \(error)", .internalError)
      }
      reports.append(report)
    }
    return ReportDifference(
      documents[0], documents[1],
      intervals: RecordDifference.intervals(reports[0], reports[1]))
  }
}
