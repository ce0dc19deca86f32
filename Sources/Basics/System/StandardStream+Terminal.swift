#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

extension StandardStream {
  /// The width of the terminal at the other end, in columns.
  ///
  /// The environment's COLUMNS goes before what the terminal says; nil where there is no
  /// terminal, or where neither tells a width.
  public var columns: Int? {
    guard isTerminal else { return nil }
    if let stated = Environment.columns { return stated }
    var size = winsize()
    // SAFETY: the call writes one `winsize`, which is what it is given.
    guard unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Makes a terminal blank the line that the cursor is in, from its beginning.
  public static let lineEraser = "\r" + endOfLineEraser

  /// Makes a terminal blank what stands behind the cursor in its line.
  public static let endOfLineEraser = "\u{1B}[K"

  /// Erases a line on standard error that is not finished, should the process be interrupted.
  ///
  /// The process ends by the signal all the same, as whoever waits for it can tell. Where the
  /// signal is ignored, as of a process behind nohup, nothing changes.
  public static func eraseLineOnInterrupt() {
    let isFirst = isErasing.exchange(true, ordering: .relaxed)
    guard !isFirst else { return }
    var before = sigaction()
    // SAFETY: the call writes one `sigaction`, which is what it is given.
    guard unsafe sigaction(SIGINT, nil, &before) == 0, !before.isIgnored else { return }
    _ = signal(SIGINT) { number in
      eraseLine()
      _ = signal(number, SIG_DFL)
      _ = raise(number)
    }
  }

  /// Whether a line is erased already when the process is interrupted.
  private static let isErasing = Atomic(false)
}

/// Erases the line on standard error by the one call that the handler of a signal may make.
private func eraseLine() {
  // The bytes of the eraser: nothing is allocated here.
  var bytes: (UInt8, UInt8, UInt8, UInt8) = (0x0D, 0x1B, 0x5B, 0x4B)
  // SAFETY: the call reads the four bytes that it is given.
  _ = unsafe write(STDERR_FILENO, &bytes, 4)
}

extension sigaction {
  /// Whether the signal does nothing.
  fileprivate var isIgnored: Bool {
    #if canImport(Glibc)
      let handler = unsafe __sigaction_handler.sa_handler
    #elseif canImport(Musl)
      let handler = unsafe __sa_handler.sa_handler
    #else
      let handler = unsafe __sigaction_u.__sa_handler
    #endif
    // SAFETY: both are addresses of functions, or marks of the same size, and only compared.
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
