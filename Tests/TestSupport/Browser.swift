internal import Foundation

/// Debian's Chromium, where it is installed: it shows what a page is to a person.
package enum Browser {
  /// The path of the program; `nil` where there is none, and what needs it is skipped.
  package static let path =
    InstalledProgram.path("chromium") ?? InstalledProgram.path("chromium-browser")

  /// A browser that did not show the page.
  package struct Failure: Error {
    /// What it ended with; 124 where it took too long.
    package let status: Int32
    /// What it said.
    package let says: String
  }

  /// The width and the height of a window.
  package typealias Size = (width: Int, height: Int)

  /// Opens a page without a window.
  ///
  /// - Parameters:
  ///   - file: The path of the page.
  ///   - options: What is asked for, such as `--dump-dom`.
  ///   - isDark: Whether the person prefers a dark ground.
  /// - Throws: `Failure` where it ended with an error or took two minutes.
  /// - Returns: What the browser printed, and what it said on the console of pages.
  package static func open(
    _ file: String, _ options: [String], size: Size = (1366, 768), isDark: Bool = false
  ) throws -> (output: String, console: [String]) {
    let scratch = try ScratchFolder()
    // The folder of its own keeps runs beside each other apart; its sandbox wants rights that
    // a container does not have.
    let run = try ToolRun(
      [
        // One that hangs is no reason to wait for ever.
        "120", path ?? "chromium", "--headless=new", "--no-sandbox", "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars", "--no-first-run", "--allow-file-access-from-files",
        "--user-data-dir=\(scratch.path)", "--window-size=\(size.width),\(size.height)",
        "--enable-logging=stderr", "--virtual-time-budget=2000",
      ] + (isDark ? ["--blink-settings=preferredColorScheme=0"] : []) + options
        + ["file://" + file],
      program: "/usr/bin/timeout", environment: ["HOME": scratch.path])
    guard run.status == 0 else { throw Failure(status: run.status, says: run.errors) }
    return (run.output, run.errorLines.filter { $0.contains("CONSOLE") })
  }
}
