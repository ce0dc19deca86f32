internal import Foundation

/// Programs of the system that a test needs and that need not be there.
package enum InstalledProgram {
  private static let folders = ["/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin"]

  /// Finds a program by its name; `nil` where there is none, and what needs it is skipped.
  package static func path(_ name: String) -> String? {
    folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
