import Basics

/// Finds outputs that would overwrite an input, or each other.
enum OutputCollision {
  /// Checks the files that a run reads against those it writes.
  ///
  /// - Throws: `ToolError` with the status of a usage error for the first collision.
  static func check(_ arguments: Arguments) throws(ToolError) {
    let inputs = arguments.inputs.compactMap { input -> String? in
      switch input {
      case .standardInput: nil
      case .file(let path): path
      }
    }
    let read = inputs + [arguments.configurationPath].compactMap { $0 }
    for (option, path) in [("-o", arguments.outputPath), ("--rejects", arguments.rejectsPath)] {
      guard let path, let input = read.first(where: { OutputFile.isSame($0, path) }) else {
        continue
      }
      throw ToolError(
        sentence: "\(option) would overwrite \(VisibleText.escaping(input)), which is read",
        .usage)
    }
    if let output = arguments.outputPath, let rejects = arguments.rejectsPath,
      OutputFile.isSame(output, rejects)
    {
      throw ToolError(sentence: "-o and --rejects name the same file", .usage)
    }
  }
}
