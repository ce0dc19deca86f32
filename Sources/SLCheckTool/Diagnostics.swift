import Basics

/// What is said to a person, on standard error and never on standard output.
struct Diagnostics: Sendable {
  /// How much is said.
  enum Level: Int, Sendable {
    case quiet
    case normal
    case verbose
  }

  let level: Level
  /// What shows how far reading has come meanwhile; `nil` where nothing does.
  private var progress: Progress?

  /// Says nothing, where everything to say is in the result.
  static let silent = Diagnostics(level: .quiet)

  private init(level: Level) { self.level = level }

  init(_ arguments: Arguments) {
    level = arguments.isQuiet ? .quiet : (arguments.isVerbose ? .verbose : .normal)
  }

  /// The same beside the progress that is shown while something is read.
  func beside(_ progress: Progress?) -> Diagnostics {
    var diagnostics = self
    diagnostics.progress = progress
    return diagnostics
  }

  /// Says why a run ends, whatever the level.
  static func fail(_ lines: [String]) {
    // Nobody is left to tell when standard error cannot be written.
    for line in lines { try? StandardStream.error.write(line + "\n") }
  }

  /// Says one line about the data, unless quiet was asked for.
  func say(_ line: String) {
    guard level != .quiet else { return }
    write(line)
  }

  /// Says one line for those who asked for more.
  func detail(_ line: String) {
    guard level == .verbose else { return }
    write(line)
  }

  private func write(_ line: String) {
    func write() { try? StandardStream.error.write(line + "\n") }
    if let progress { progress.aside(write) } else { write() }
  }
}
