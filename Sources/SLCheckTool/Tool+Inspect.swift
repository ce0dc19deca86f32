import Basics
import Reports

extension Tool {
  /// Tells what files are: text, header, kind, span, grid, rejects and all that is odd.
  ///
  /// Rejects are findings here; only a file that cannot be read as records ends the run
  /// with another status than 0.
  static func inspect(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    try OutputCollision.check(arguments)
    let configuration = try ConfigurationFile.read(arguments)
    let inspector = Inspector(configuration, arguments)
    var findings: [Inspector.Finding] = []
    for input in arguments.inputs {
      findings.append(try inspector.inspect(input))
    }
    let inspection = Inspection(files: findings.map(\.file))
    let result = try rendered("the inspection", arguments) {
      InspectionRenderer.render(inspection, isColored: $0.isColored)
    } json: {
      try JSONRenderer.render(inspection)
    }
    try write(result, to: arguments.outputPath)
    if let path = arguments.startingConfigurationPath {
      let text = StartingConfiguration.text(findings, configuration, arguments)
      try write(Array(text.utf8), to: path == "-" ? nil : path)
    }
    return findings.contains(where: \.isUnreadable) ? .data : .success
  }
}
