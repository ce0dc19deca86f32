import Audit
import Basics
import ContactRecords
import PerformanceMetrics
import Reports

extension Tool {
  /// Draws records at random, to be traced to their source.
  static func sample(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    guard let seed = arguments.seed else { preconditionFailure("a draw without its seed") }
    try OutputCollision.check(arguments)
    let configuration = try ConfigurationFile.read(arguments)
    var intake = try Intake(
      configuration, arguments: arguments, diagnostics: Diagnostics(arguments))
    intake.center.begin(
      RecordDraw(count: arguments.sampleSize, seed: seed, asOf: configuration.asOf))
    let records = try intake.read(arguments.inputs)
    if let sums = records.inputs.first(where: { $0.kind == RecordKind.sums.rawValue }) {
      throw ToolError(
        "\(VisibleText.escaping(sums.path)): sums of contacts cannot be traced to their source; name "
          + "the contacts", .data)
    }
    guard records.center.draw!.population > 0 else {
      throw ToolError(
        sentence: "sample: no interval record and no contact to draw from; rows of other kinds are "
          + "not drawn", .data)
    }
    let sample = RecordSample(
      records.center.draw!, seed: seed, report: try report(records, configuration),
      places: records.places)
    let result = try rendered("the sample", arguments) {
      RecordSampleRenderer.render(sample, isColored: $0.isColored)
    } json: {
      try sample.json()
    }
    try write(result, to: arguments.outputPath)
    return .success
  }
}
