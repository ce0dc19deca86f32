import Basics
import MaturityRules
import Reports

extension Tool {
  /// Explains a rule: in words, and over the files that were named.
  static func explain(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    guard let address = arguments.rule else { preconditionFailure("explain without a rule") }
    let explanation: Explanation
    if arguments.inputs.isEmpty {
      guard address.place == nil else {
        throw ToolError(
          sentence: "explain: \(address) names a day or a month; name the files to look at", .usage)
      }
      explanation = Explanation(address)
    } else {
      try OutputCollision.check(arguments)
      let configuration = try ConfigurationFile.read(arguments)
      let intake = try Intake(
        configuration, arguments: arguments, diagnostics: Diagnostics(arguments))
      let records = try intake.read(arguments.inputs)
      let report = try report(records, configuration)
      do throws(ExplanationError) {
        explanation = try Explanation(address, report, places: records.places)
      } catch {
        throw ToolError(sentence: "explain: \(error)", .usage)
      }
    }
    let result = try rendered("the explanation", arguments) {
      ExplanationRenderer.render(explanation, isColored: $0)
    } json: {
      try JSONRenderer.render(explanation)
    }
    try write(result, to: arguments.outputPath)
    return .success
  }
}
