import Basics
import DelimitedText

/// Finds and reads the configuration of a run.
enum ConfigurationFile {
  /// The file that is read from the working directory when none is named.
  static let defaultName = "slcheck.json"

  /// Far more than any configuration; what is longer was named by mistake.
  private static let longestBytes = 16 << 20

  /// Reads the configuration and applies the options to it.
  ///
  /// - Throws: `ToolError` when the named file cannot be read, says something
  ///   wrong, or something that this version cannot do.
  static func read(_ arguments: Arguments) throws(ToolError) -> Configuration {
    var configuration = Configuration()
    let path = arguments.configurationPath ?? defaultName
    if let bytes = try bytes(of: path, isOptional: arguments.configurationPath == nil) {
      do throws(ConfigurationFailure) {
        configuration = try Configuration(json5: bytes, file: path)
      } catch {
        throw ToolError(error.lines, .configuration)
      }
    }
    do throws(UsageError) {
      return try configuration.applying(arguments)
    } catch {
      throw ToolError(sentence: "\(error)", .usage)
    }
  }

  /// Reads a file; `nil` when it is optional and not there.
  private static func bytes(of path: String, isOptional: Bool) throws(ToolError) -> [UInt8]? {
    let bytes: [UInt8]?
    do throws(SystemError) {
      bytes = try WholeFile.read(path, longest: longestBytes)
    } catch {
      if isOptional, error.isMissingFile { return nil }
      throw ToolError(error)
    }
    guard let bytes else {
      throw ToolError("\(VisibleText.escaping(path)): is longer than 16 MiB", .configuration)
    }
    return bytes
  }
}
