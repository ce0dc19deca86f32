import TestSupport
import Testing

/// A run that gave a report in JSON, with what must hold for every such run.
struct CheckedRun {
  let run: ToolRun
  let json: JSONTree

  /// The one schema that every output is held against: the one that the program prints.
  static let schema = Result(catching: {
    try JSONTree(try ToolRun(["schema", "report"]).outputBytes)
  })

  /// Runs the program with JSON as its format, and checks its output.
  ///
  /// - Parameter arguments: What is typed beside `--format json`.
  init(
    _ arguments: [String], input: ToolRun.Input = .empty, environment: [String: String] = [:],
    in folder: String? = nil, status: Int32 = 0, location: SourceLocation = #_sourceLocation
  ) throws {
    run = try ToolRun(
      arguments + ["--format", "json"], input: input, environment: environment, in: folder)
    #expect(run.status == status, "\(run.errors)", sourceLocation: location)
    json = try JSONTree(run.outputBytes)
    try CheckedRun.check(json, run.outputBytes, location)
  }

  /// Checks what the contract says of every report.
  static func check(_ json: JSONTree, _ bytes: [UInt8], _ location: SourceLocation) throws {
    let problems = JSONSchemaValidator(try schema.get(), isStrict: true).problems(in: json)
    #expect(problems.isEmpty, "\(problems.prefix(5))", sourceLocation: location)
    #expect(bytes.last == UInt8(ascii: "\n"), sourceLocation: location)
    for (path, members) in json.objects() {
      let keys = members.map(\.key)
      #expect(keys == keys.sorted(), "\(path) is not sorted", sourceLocation: location)
    }
    for input in json["inputs"]?.elements ?? [] {
      let counts = ["accepted", "rejected", "repeated", "ignored"]
        .map { input.at("rows.\($0)")?.integer ?? -1 }
      #expect(
        input.at("rows.read")?.integer == counts.reduce(0, +), "\(counts)",
        sourceLocation: location)
    }
    // What the ratios say agrees with their parts, whatever the rounding.
    for (path, members) in json.objects() {
      let tree = JSONTree.object(members)
      guard let text = tree["percent"]?.text, let percent = Double(text),
        let numerator = tree["numerator"]?.integer, let denominator = tree["denominator"]?.integer
      else { continue }
      let exact = 100 * Double(numerator) / Double(denominator)
      #expect(abs(percent - exact) < 0.01 + 1e-9, "\(path)", sourceLocation: location)
    }
  }

  /// The figures of a month of a service.
  func month(_ month: String, service: Int = 0) -> JSONTree? {
    json.at("services.\(service).months")?.elements.first { $0["month"]?.text == month }
  }
}
