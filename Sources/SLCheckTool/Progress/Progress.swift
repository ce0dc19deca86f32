import Basics
import Foundation
import Synchronization

/// Shows on standard error how far reading has come, once it takes more than a second.
///
/// Whoever reads stores a few numbers, once for each chunk, and never waits. A thread of its
/// own looks at them: on a terminal it draws one line again and again, and elsewhere, where
/// somebody asked for it, it writes a line from time to time. Whatever else is written
/// while there is a line on the terminal is written `aside`.
final class Progress: Sendable {
  /// How progress is shown.
  private enum Form: Sendable {
    /// One line that is drawn again in its place.
    case line
    /// Lines below each other.
    case lines

    /// How long to wait between two looks.
    var pace: Duration { self == .line ? .milliseconds(100) : .seconds(10) }
  }

  private struct State {
    var paths: [String] = []
    var total: Int?
    var start: ContinuousClock.Instant?
    /// The line on the terminal; empty where there is none.
    var drawn = ""
    var isFinished = false
  }

  private let form: Form
  private let state = Mutex(State())
  private let ended = DispatchSemaphore(value: 0)
  /// The input that is read, from 0.
  private let index = Atomic(0)
  /// The bytes of the inputs that are read to their ends.
  private let bytesBefore = Atomic(0)
  /// The bytes read of the input at hand, as they are stored.
  private let bytes = Atomic(0)
  private let rows = Atomic(0)

  /// What takes less is over before a line about it is read (own rule of the contract).
  private static let patience = Duration.seconds(1)

  /// Prepares to show progress; `nil` where nobody wants to see it, or nobody can.
  init?(_ arguments: Arguments) {
    guard !arguments.isQuiet else { return nil }
    let canRedraw = StandardStream.error.isTerminal && !Environment.hasPlainTerminal
    switch arguments.progress {
    case .never: return nil
    case .auto where !canRedraw: return nil
    case .auto, .always: form = canRedraw ? .line : .lines
    }
  }
}

// MARK: - What is read

extension Progress {
  /// Begins to read inputs.
  ///
  /// - Parameter names: What they are called, where that is not their paths.
  func begin(_ inputs: [Arguments.Input], named names: [String]?) {
    let sizes = inputs.map(\.storedBytes)
    let isKnown = !sizes.contains { $0 == nil }
    state.withLock { state in
      state.paths = names ?? inputs.map(\.path)
      state.total = isKnown ? sizes.compactMap(\.self).reduce(0, +) : nil
      state.start = .now
    }
    if form == .line { StandardStream.eraseLineOnInterrupt() }
    Thread.detachNewThread { self.watch() }
  }

  /// Goes on to an input.
  ///
  /// - Parameter number: Its place among the inputs, from 0.
  func beginInput(_ number: Int) {
    index.store(number, ordering: .relaxed)
    bytesBefore.wrappingAdd(bytes.exchange(0, ordering: .relaxed), ordering: .relaxed)
  }

  /// Notes how much of the input at hand is read.
  func note(bytes count: Int) { bytes.store(count, ordering: .relaxed) }

  /// Notes how many more rows were taken.
  func note(moreRows count: Int) { rows.wrappingAdd(count, ordering: .relaxed) }

  /// Ends, and leaves nothing on the terminal; once it has ended, nothing happens.
  func finish() {
    state.withLock { state in
      erase(&state)
      state.isFinished = true
    }
    ended.signal()
  }

  /// Writes something else to a terminal, above the line that is drawn there.
  func aside(_ write: () -> Void) {
    state.withLock { state in
      erase(&state)
      write()
    }
  }
}

// MARK: - What is shown

extension Progress {
  private func watch() {
    var wait = Progress.patience
    while ended.wait(timeout: .now() + (wait / .seconds(1))) == .timedOut {
      show()
      wait = form.pace
    }
  }

  private func show() {
    // Nobody is left to tell when standard error cannot be written.
    state.withLock { state in
      guard !state.isFinished, let start = state.start else { return }
      let line = line(state, .now - start)
      switch form {
      case .line:
        // In the last column a terminal may begin a new line.
        let text = line.text(width: (StandardStream.error.columns ?? 80) - 1)
        guard text != state.drawn else { return }
        try? StandardStream.error.write("\r" + text + StandardStream.endOfLineEraser)
        state.drawn = text
      case .lines: try? StandardStream.error.write("reading " + line.text(width: .max) + "\n")
      }
    }
  }

  private func line(_ state: State, _ elapsed: Duration) -> ProgressLine {
    let number = index.load(ordering: .relaxed)
    return ProgressLine(
      path: number < state.paths.count ? state.paths[number] : "-", number: number + 1,
      count: state.paths.count,
      bytes: bytesBefore.load(ordering: .relaxed) + bytes.load(ordering: .relaxed),
      total: state.total, rows: rows.load(ordering: .relaxed), elapsed: elapsed)
  }

  private func erase(_ state: inout State) {
    if !state.drawn.isEmpty { try? StandardStream.error.write(StandardStream.lineEraser) }
    state.drawn = ""
  }
}

extension Arguments.Input {
  /// What it is called.
  fileprivate var path: String {
    switch self {
    case .standardInput, .bytes: "-"
    case .file(let path): path
    }
  }

  /// The bytes of a regular file; `nil` for what comes as it comes.
  fileprivate var storedBytes: Int? {
    if case .bytes(let bytes) = self { return bytes.count }
    let file =
      switch self {
      case .bytes: InputFile?.none
      case .standardInput: try? InputFile(standardInputNamed: "-")
      case .file(let path): FileKind.isRegular(path) ? try? InputFile(path: path) : nil
      }
    guard let file, let state = file.state else { return nil }
    // What the system makes up while it is read has no size; whoever gave standard input may
    // have read some of it.
    let left = state.size - file.position
    return left > 0 ? left : nil
  }
}
