import Basics

/// One product's export of the small center, and what a reader of it must find.
struct ProfileSample: Sendable {
  /// Figures that a reader must find; `nil` where the export does not have one.
  struct Figures: Sendable {
    var offered: Int?
    var answered: Int?
    var abandoned: Int?
    var answeredWithin: Int?
    var abandonedWithin: Int?
    var flowOut: Int?
    var shortAbandoned: Int?
    /// Summed delay of the answered in seconds.
    var wait: Int?
    /// Summed handle time in seconds.
    var handle: Int?
  }

  /// The name of the profile.
  let name: String
  /// What follows the name in that of the file.
  let suffix: String
  /// What is typed beside the name of the file.
  var arguments: [String] = []
  let text: String
  let figures: Figures

  /// The name of the file.
  var file: String { name + suffix }

  /// All samples, by name.
  static let all = (intervals + contacts + [asterisk]).sorted { $0.name < $1.name }

  /// Writes all files, and what must be found in them, into a directory that exists.
  ///
  /// - Throws: When a file cannot be written.
  static func write(to directory: String) throws(GeneratorError) {
    var entries: [String] = []
    for sample in all {
      try write(sample.text, to: directory + "/" + sample.file)
      entries.append(sample.expectation)
    }
    try write(
      "{\n  \"samples\": [\n" + entries.joined(separator: ",\n") + "\n  ]\n}\n",
      to: directory + "/expected.json")
  }

  private static func write(_ text: String, to path: String) throws(GeneratorError) {
    var output = try ByteOutput(path: path)
    try output.append(Array(text.utf8))
    try output.finish()
  }

  /// What must be found, as JSON.
  private var expectation: String {
    let typed = arguments.map { "\"\($0)\"" }.joined(separator: ", ")
    let members: [(String, Int?)] = [
      ("offered", figures.offered), ("answered", figures.answered),
      ("abandoned", figures.abandoned), ("answeredWithin", figures.answeredWithin),
      ("abandonedWithin", figures.abandonedWithin), ("flowOut", figures.flowOut),
      ("shortAbandoned", figures.shortAbandoned), ("wait", figures.wait),
      ("handle", figures.handle),
    ]
    let values = members.map { "\"\($0.0)\": \($0.1.map { String($0) } ?? "null")" }
    return """
          {
            "file": "\(file)", "profile": "\(name)", "arguments": [\(typed)],
            \(values[0...3].joined(separator: ", ")),
            \(values[4...].joined(separator: ", "))
          }
      """
  }
}

// MARK: - Tables

extension ProfileSample {
  /// Columns of a table, each with what stands in it.
  typealias Columns<Row> = [(name: String, text: (Row) -> String)]

  /// Writes a table: a header, and a line for each row.
  static func table<Row>(
    _ columns: Columns<Row>, of rows: [Row], delimiter: String = ",", ending: String = "\n"
  ) -> String {
    func quoted(_ field: String) -> String {
      field.contains(delimiter) || field.contains("\"") ? "\"\(field)\"" : field
    }
    var lines = [columns.map { quoted($0.name) }.joined(separator: delimiter)]
    for row in rows {
      lines.append(columns.map { quoted($0.text(row)) }.joined(separator: delimiter))
    }
    return lines.map { $0 + ending }.joined()
  }
}
