import Foundation

/// How many cases a property is tried on whose every case takes several runs of the tool.
enum RunCount {
  /// As many as are wanted where the tool is optimized; a few where it is not, or where memory is
  /// watched, which makes runs slow.
  static let ofRuns: Int = {
    var isOptimized = true
    assert(
      {
        isOptimized = false
        return true
      }())
    let isSanitized = ProcessInfo.processInfo.environment["SLCHECK_SANITIZED"] != nil
    return isOptimized && !isSanitized ? 500 : 10
  }()
}
