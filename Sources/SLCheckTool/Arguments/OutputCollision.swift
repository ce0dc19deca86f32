import Audit
import Basics
import PerformanceMetrics

/// Finds outputs that would overwrite an input, or each other.
enum OutputCollision {
  /// Checks that nothing but the ledger itself is written into its folder.
  static func check(_ arguments: Arguments, ledger folder: String) throws(ToolError) {
    let written = [
      ("-o", arguments.outputPath), ("--rejects", arguments.rejectsPath),
      ("--evidence", arguments.evidencePath),
    ]
    for (option, path) in written {
      guard let path, OutputFolder.holds(folder, path) else { continue }
      throw ToolError(
        sentence: "\(option) would write into the folder of the ledger, which nothing but --update "
          + "changes", .usage)
    }
  }

  /// Checks the files that a run reads against those it writes.
  ///
  /// - Throws: `ToolError` with the status of a usage error for the first collision.
  static func check(_ arguments: Arguments) throws(ToolError) {
    let inputs = (arguments.inputs + arguments.ratings).compactMap { input -> String? in
      switch input {
      case .standardInput, .bytes: nil
      case .file(let path): path
      }
    }
    // One that nobody named is read as well, if it is there; a report has its own.
    let unnamed = ConfigurationFile.defaultName
    let isAlone = arguments.command == .assess && arguments.inputs.isEmpty
    let isFound = arguments.reportPath == nil && !isAlone && FileKind.isRegular(unnamed)
    let configuration = arguments.configurationPath ?? (isFound ? unnamed : nil)
    let read =
      inputs
      + [configuration, arguments.reportPath, arguments.claimsPath].compactMap(\.self)
    let written = [
      ("-o", arguments.outputPath), ("--rejects", arguments.rejectsPath),
      ("--write-config", arguments.startingConfigurationPath),
    ]
    let folders = [
      ("--evidence", arguments.evidencePath, EvidenceFolder.names),
      ("--into", arguments.folderPath, Set(RecordTable.allCases.map(\.fileName))),
    ]
    let inFolders = folders.flatMap { option, folder, names in
      names.sorted().map { name in (option, folder.map { "\($0)/\(name)" }) }
    }
    for (option, path) in written + inFolders {
      guard let path, let input = read.first(where: { OutputFile.isSame($0, path) }) else {
        continue
      }
      throw ToolError(
        sentence: "\(option) would overwrite \(VisibleText.escaping(input)), which is read",
        .usage)
    }
    for (named, folder, _) in folders {
      guard let folder else { continue }
      for (option, path) in written {
        guard let path, OutputFolder.holds(folder, path) else { continue }
        throw ToolError(
          sentence: "\(option) would write into the folder of \(named), which is written whole",
          .usage)
      }
    }
    for (index, (option, path)) in written.enumerated() {
      for (other, otherPath) in written[(index + 1)...] {
        guard let path, let otherPath, OutputFile.isSame(path, otherPath) else { continue }
        throw ToolError(sentence: "\(option) and \(other) name the same file", .usage)
      }
    }
  }
}
