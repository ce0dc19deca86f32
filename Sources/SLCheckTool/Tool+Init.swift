import Basics

extension Tool {
  /// Writes a commented configuration to standard output, or to a file that is not there yet.
  ///
  /// - Throws: `ToolError` with the status for output that cannot be written, where there
  ///   is a file of the name already.
  static func begin(_ arguments: Arguments) throws(ToolError) -> ExitStatus {
    let bytes = Array(CommentedConfiguration.text.utf8)
    guard let path = arguments.outputPath else {
      try write(bytes, to: nil)
      return .success
    }
    do throws(SystemError) {
      try OutputFile.create(path, with: bytes)
    } catch {
      guard error.isExistingFile else { throw ToolError(error) }
      throw ToolError(
        "\(VisibleText.escaping(path)): there is a file already, which init does not replace",
        .cannotWrite)
    }
    return .success
  }
}
