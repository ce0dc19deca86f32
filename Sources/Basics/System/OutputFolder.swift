#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Folders of files that appear whole or not at all.
///
/// The files go to a temporary folder beside the target, are synced, and take the target's
/// name in one step. A folder of an earlier run gives way to it; any other keeps what it holds.
/// Signals that end the process wait until that is done.
public enum OutputFolder: Sendable {
  /// A file of a folder.
  public struct File: Sendable {
    /// Its name in the folder.
    public let name: String
    /// What it holds.
    public let bytes: [UInt8]

    /// Creates a file.
    ///
    /// - Precondition: The name is one of a file, without a slash.
    public init(_ name: String, _ bytes: [UInt8]) {
      precondition(!name.isEmpty && !name.contains("/"), "a file of the folder itself")
      self.name = name
      self.bytes = bytes
    }
  }

  /// Writes a folder whole, or leaves what was there.
  ///
  /// A folder that gives way leaves its permissions to the new one.
  ///
  /// - Parameters:
  ///   - path: The folder; what it is in has to exist.
  ///   - files: Its files.
  ///   - earlier: The names that a folder of an earlier run has at least, and at most. One that
  ///     is neither empty nor such a folder is left as it is.
  /// - Throws: `SystemError` when any step fails; what was begun is then gone.
  public static func replace(
    _ path: String, with files: [File], earlier: (least: Set<String>, most: Set<String>)
  ) throws(SystemError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw failure(path, ENOENT) }
    var target = OutputFile.resolved(path.trimmingSlashes)
    if target.isEmpty { target = "/" }
    let mask = SignalMask()
    defer { mask.restore() }
    let old = try names(in: target)
    if let old, !old.isEmpty {
      guard old.isSuperset(of: earlier.least), old.isSubset(of: earlier.most),
        old.allSatisfy({ isFile(target + "/" + $0) })
      else { throw failure(path, ENOTEMPTY) }
    }
    let temporary = try temporaryFolder(beside: target, path)
    do throws(SystemError) {
      for file in files { try write(file, in: temporary, path) }
      // SAFETY: the path outlives the call.
      guard unsafe chmod(temporary, mode(like: target)) == 0 else { throw failure(path, errno) }
      try move(temporary, to: target, over: old, path)
    } catch {
      remove(temporary, Set(files.map(\.name)))
      throw error
    }
  }

  /// Makes a folder of a name that nothing else has, which nobody else may look into.
  private static func temporaryFolder(
    beside target: String, _ path: String
  ) throws(SystemError) -> String {
    let placeholder = String(repeating: "X", count: 6)
    var template = Array((OutputFile.temporaryName(beside: target) + "-" + placeholder).utf8CString)
    // SAFETY: the template ends in a zero and six X, which the call replaces in place.
    let isMade = unsafe template.withUnsafeMutableBufferPointer {
      unsafe mkdtemp($0.baseAddress!) != nil
    }
    guard isMade else { throw failure(path, errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The permissions of a folder; for one that is not there yet, those of any new one.
  private static func mode(like path: String) -> mode_t {
    var status = stat()
    // SAFETY: the path outlives the call, which writes one `stat`.
    if unsafe stat(path, &status) == 0 { return status.st_mode & 0o7777 }
    let mask = umask(0)
    _ = umask(mask)
    return 0o777 & ~mask
  }

  /// Tells whether a path is that of a regular file itself, and of no link.
  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: the path outlives the call, which writes one `stat`.
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Tells whether a path names a folder itself, or something right in it.
  public static func holds(_ folder: String, _ path: String) -> Bool {
    let folder = folder.trimmingSlashes
    let parent = OutputFile.resolved(path)
    let inside = parent.lastIndex(of: "/").map { String(parent[..<$0]) } ?? "."
    return isSame(folder, path.trimmingSlashes) || isSame(folder, inside.isEmpty ? "/" : inside)
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    // SAFETY: both paths outlive the calls, each of which writes one `stat`.
    if unsafe stat(a, &first) == 0, unsafe stat(b, &second) == 0 {
      return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
    return a.withoutDots == b.withoutDots
  }

  /// Lists what is in a folder; `nil` where there is none.
  static func names(in path: String) throws(SystemError) -> Set<String>? {
    // SAFETY: the path outlives the call; the stream is closed before it is forgotten.
    guard let stream = unsafe opendir(path) else {
      if errno == ENOENT { return nil }
      throw failure(path, errno)
    }
    defer { _ = unsafe closedir(stream) }
    var names: Set<String> = []
    // SAFETY: each entry is read before the next call, and its name ends in a zero.
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.insert(name) }
    }
    return names
  }

  static func write(
    _ file: File, in folder: String, _ path: String
  ) throws(SystemError) {
    let name = folder + "/" + file.name
    // SAFETY: the path outlives the call.
    let descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path, errno) }
    do throws(SystemError) {
      try Descriptor.write(file.bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw failure(path, errno) }
    } catch {
      _ = close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure(path, errno) }
  }

  /// Gives a folder its name; one that has it is moved aside first, and back where that fails.
  private static func move(
    _ folder: String, to target: String, over old: Set<String>?, _ path: String
  ) throws(SystemError) {
    let aside = folder + "-old"
    // SAFETY: all paths outlive the calls.
    if old != nil, unsafe rename(target, aside) != 0 { throw failure(path, errno) }
    guard unsafe rename(folder, target) == 0 else {
      let problem = errno
      if old != nil { _ = unsafe rename(aside, target) }
      throw failure(path, problem)
    }
    if let old { remove(aside, old) }
  }

  private static func remove(_ folder: String, _ names: Set<String>) {
    // SAFETY: the paths outlive the calls.
    for name in names { _ = unsafe unlink(folder + "/" + name) }
    _ = unsafe rmdir(folder)
  }

  private static func failure(_ path: String, _ problem: Int32) -> SystemError {
    SystemError(operation: .write, path: path, errno: problem)
  }
}

extension String {
  /// The path without slashes at its end.
  fileprivate var trimmingSlashes: String {
    var path = self[...]
    while path.last == "/" { path.removeLast() }
    return String(path)
  }

  /// The path without steps to where it is already.
  fileprivate var withoutDots: String {
    let isAbsolute = hasPrefix("/")
    let steps = split(separator: "/").filter { $0 != "." }
    return (isAbsolute ? "/" : "") + steps.joined(separator: "/")
  }
}
