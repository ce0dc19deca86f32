#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files that appear whole or not at all.
///
/// The bytes go to a temporary file beside the target, are synced, and take the
/// target's name in one step: whoever reads the target sees the old file or the
/// new one. Signals that end the process wait until that is done, so that none
/// leaves the temporary file behind. A target that is no regular file (a device,
/// a pipe) is written in place.
public enum OutputFile: Sendable {
  /// Writes a file whole, or leaves what was there.
  ///
  /// A link is followed, to a file that need not be there yet; an existing file keeps
  /// its permissions.
  ///
  /// - Throws: `SystemError` when any step fails; the temporary file is then gone.
  public static func replace(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    try replace(path) { descriptor throws(SystemError) in
      try Descriptor.write(bytes, to: descriptor, path: path)
    }
  }

  /// Writes a file whole from a spool, or leaves what was there.
  ///
  /// - Throws: `SystemError` when any step fails; the temporary file is then gone.
  public static func replace(_ path: String, with spool: inout SpoolFile) throws(SystemError) {
    try replace(path) { descriptor throws(SystemError) in
      try spool.copy(to: descriptor, path: path)
    }
  }

  /// Writes a file whole where there is none yet.
  ///
  /// One that appears in the meantime is left alone as well. What is no regular file (a
  /// device, a pipe) is written in place.
  ///
  /// - Throws: `SystemError` when any step fails, which `isExistingFile` tells apart where
  ///   there is a file.
  public static func create(_ path: String, with bytes: [UInt8]) throws(SystemError) {
    try replace(path, isNew: true) { descriptor throws(SystemError) in
      try Descriptor.write(bytes, to: descriptor, path: path)
    }
  }

  private static func replace(
    _ path: String, isNew: Bool = false, writing: (Int32) throws(SystemError) -> Void
  ) throws(SystemError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw failure(path, ENOENT) }
    var status = stat()
    // SAFETY: the path outlives the call, which writes one `stat`.
    let exists = unsafe stat(path, &status) == 0
    // A link that leads in a circle is no name for a new file.
    guard exists || errno == ENOENT else { throw failure(path, errno) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      // By its own name: a pipe behind /dev/stdout has no other.
      // SAFETY: the path outlives the call.
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path, errno) }
      defer { _ = close(descriptor) }
      return try writing(descriptor)
    }
    if exists, isNew { throw failure(path, EEXIST) }
    let target = resolved(path)
    // SAFETY: the path outlives the call.
    if exists, unsafe access(target, W_OK) != 0 { throw failure(path, errno) }
    let mask = SignalMask()
    defer { mask.restore() }
    let temporary = temporaryName(beside: target)
    // SAFETY: the path outlives the call.
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path, errno) }
    do throws(SystemError) {
      if exists, fchmod(descriptor, status.st_mode & 0o7777) != 0 { throw failure(path, errno) }
      try writing(descriptor)
      guard fsync(descriptor) == 0 else { throw failure(path, errno) }
    } catch {
      _ = close(descriptor)
      // SAFETY: the path outlives the call.
      _ = unsafe unlink(temporary)
      throw error
    }
    let isPlaced = close(descriptor) == 0 && place(temporary, target, isNew) == 0
    let problem = errno
    if !isPlaced || isNew {
      // SAFETY: the path outlives the call.
      _ = unsafe unlink(temporary)
    }
    if !isPlaced { throw failure(path, problem) }
  }

  /// Gives a temporary file its name: a second one, where no other file may lose it.
  private static func place(_ temporary: String, _ target: String, _ isNew: Bool) -> Int32 {
    // SAFETY: both paths outlive the calls.
    isNew ? unsafe link(temporary, target) : unsafe rename(temporary, target)
  }

  private static func failure(_ path: String, _ problem: Int32) -> SystemError {
    SystemError(operation: .write, path: path, errno: problem)
  }

  /// Follows links to the file itself, which need not exist.
  static func resolved(_ path: String) -> String {
    var path = path
    // The system itself follows no more links than this.
    for _ in 0..<40 {
      var status = stat()
      // SAFETY: the path outlives the call, which writes one `stat`.
      guard unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else {
        return path
      }
      var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let length = unsafe target.withUnsafeMutableBytes { buffer in
        // SAFETY: the call writes at most the count of the buffer.
        unsafe readlink(path, buffer.baseAddress!, buffer.count)
      }
      guard length > 0 else { return path }
      let next = String(decoding: target[..<length], as: UTF8.self)
      path = next.hasPrefix("/") ? next : folder(of: path) + next
    }
    return path
  }

  /// The folder of a path with its slash; empty for a name alone.
  private static func folder(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  /// A name beside the target that nothing else has.
  static func temporaryName(beside target: String) -> String {
    let folder = folder(of: target)
    // No longer than a name may be, whatever the target's.
    let name = String(decoding: target.utf8.dropFirst(folder.utf8.count).prefix(64), as: UTF8.self)
    return folder + "." + name + ".slcheck-\(getpid())"
  }

  /// Tells whether two paths name one file, which the second need not have created yet.
  public static func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    // SAFETY: both paths outlive the calls, each of which writes one `stat`.
    if unsafe stat(a, &first) == 0, unsafe stat(b, &second) == 0 {
      return first.st_dev == second.st_dev && first.st_ino == second.st_ino
        && first.st_mode & S_IFMT == S_IFREG
    }
    return resolved(a) == resolved(b)
  }
}

/// Holds back the signals that end a process, for the few steps that must not be cut.
struct SignalMask {
  private var before = sigset_t()

  init() {
    var blocked = sigset_t()
    // SAFETY: each call reads and writes the sets it is given and nothing else.
    unsafe sigemptyset(&blocked)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { unsafe sigaddset(&blocked, number) }
    _ = unsafe pthread_sigmask(SIG_BLOCK, &blocked, &before)
  }

  func restore() {
    var before = before
    // SAFETY: the set was filled by the call that blocked.
    _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
