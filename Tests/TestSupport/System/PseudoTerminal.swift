internal import Foundation
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A terminal without a person, for programs that behave differently on one.
package final class PseudoTerminal: Sendable {
  /// The side that a program is given.
  var child: FileHandle { FileHandle(fileDescriptor: childDescriptor, closeOnDealloc: false) }

  private let ownDescriptor: Int32
  private let childDescriptor: Int32
  private let screen = Mutex<[UInt8]>([])
  private let ended = DispatchSemaphore(value: 0)

  /// The system refused a terminal.
  struct Unavailable: Error {}

  /// Creates a terminal.
  ///
  /// - Parameter columns: Its width; `nil` for one that tells none.
  package init(columns: UInt16? = nil) throws {
    var (own, child): (Int32, Int32) = (-1, -1)
    // SAFETY: the call writes the two descriptors and takes nothing for the rest.
    guard unsafe openpty(&own, &child, nil, nil, nil) == 0 else { throw Unavailable() }
    if let columns {
      var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      // SAFETY: the call reads the one `winsize` that it is given.
      _ = unsafe ioctl(child, UInt(TIOCSWINSZ), &size)
    }
    // No other child may hold the terminal open.
    _ = fcntl(own, F_SETFD, FD_CLOEXEC)
    _ = fcntl(child, F_SETFD, FD_CLOEXEC)
    (ownDescriptor, childDescriptor) = (own, child)
    // Text arrives as it was written, without a carriage return before each line feed.
    var settings = termios()
    // SAFETY: the calls read and write the one value that they are given.
    if unsafe tcgetattr(childDescriptor, &settings) == 0 {
      settings.c_oflag &= ~tcflag_t(OPOST)
      _ = unsafe tcsetattr(childDescriptor, TCSANOW, &settings)
    }
  }

  deinit { _ = close(ownDescriptor) }

  /// Gives an input that can be read for some bytes, and then fails.
  ///
  /// It is a terminal seen from its own side: Linux gives what was written at the other
  /// one, and an error once nobody has that open.
  ///
  /// - Parameter bytes: Fewer than a terminal keeps, which is 4,096.
  static func failing(after bytes: [UInt8]) throws -> FileHandle {
    var (own, child): (Int32, Int32) = (-1, -1)
    // SAFETY: the call writes the two descriptors and takes nothing for the rest.
    guard unsafe openpty(&own, &child, nil, nil, nil) == 0 else { throw Unavailable() }
    defer { _ = close(child) }
    _ = fcntl(own, F_SETFD, FD_CLOEXEC)
    let handle = FileHandle(fileDescriptor: own, closeOnDealloc: true)
    var settings = termios()
    // SAFETY: the calls read and write the one value that they are given.
    guard unsafe tcgetattr(child, &settings) == 0 else { throw Unavailable() }
    unsafe cfmakeraw(&settings)
    guard unsafe tcsetattr(child, TCSANOW, &settings) == 0 else { throw Unavailable() }
    // SAFETY: the call reads at most the count of the buffer.
    let written = unsafe bytes.withUnsafeBytes { buffer in
      unsafe write(child, buffer.baseAddress, buffer.count)
    }
    guard written == bytes.count else { throw Unavailable() }
    return handle
  }

  /// Reads the screen on a thread of its own, and lets go of the program's side.
  func beginReading() {
    Thread.detachNewThread { [self] in
      var chunk = [UInt8](repeating: 0, count: 4096)
      while true {
        // SAFETY: the call writes at most the count of the buffer.
        let count = unsafe chunk.withUnsafeMutableBytes { buffer in
          unsafe read(ownDescriptor, buffer.baseAddress, buffer.count)
        }
        if count < 0, errno == EINTR { continue }
        if count <= 0 { break }
        screen.withLock { $0 += chunk[..<count] }
      }
      ended.signal()
    }
    // The reader ends when the program's is the last descriptor to go.
    _ = close(childDescriptor)
  }

  /// The path by which a program can open its side.
  package var path: String {
    // SAFETY: the text is copied before anything else asks for a name.
    unsafe ttyname(childDescriptor).map { unsafe String(cString: $0) } ?? "/dev/null"
  }

  /// Reads what programs wrote that have ended, as far as a terminal keeps it.
  package func screenSoFar() -> [UInt8] {
    beginReading()
    return finish()
  }

  /// Waits until all of the screen is read.
  func finish() -> [UInt8] {
    ended.wait()
    return screen.withLock { $0 }
  }
}
