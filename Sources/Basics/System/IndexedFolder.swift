#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A folder whose files change together, or not at all.
///
/// One of them, the index, says which files there are and what their digests are. New files are
/// first written beside the old ones, under hidden names that carry their digest; the index then
/// takes its name in one step, which is the moment of the change, and the files take theirs. Who
/// reads by the index finds a file under its hidden name as long as it has that one, so that
/// a process that is killed at any moment leaves the folder as it was before or as it is afterwards.
public struct IndexedFolder: Sendable {
  /// A file that the index names.
  public struct Entry: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The SHA-256 of its bytes.
    public let sha256: String

    /// Creates an entry.
    public init(name: String, sha256: String) { (self.name, self.sha256) = (name, sha256) }

    /// The name that it has until the change is complete.
    var hiddenName: String { ".\(name).\(sha256)" }
  }

  /// The folder.
  public let path: String
  /// The name of the index.
  public let index: String

  /// Names a folder; nothing is opened.
  public init(_ path: String, index: String) { (self.path, self.index) = (path, index) }

  /// The path of the index.
  public var indexPath: String { path + "/" + index }

  /// Where a file that the index names is now.
  public func path(of entry: Entry) -> String {
    let hidden = path + "/" + entry.hiddenName
    // SAFETY: the path outlives the call.
    return unsafe access(hidden, F_OK) == 0 ? hidden : path + "/" + entry.name
  }

  /// Creates the folder where there is none; what it is in has to exist.
  public func create() throws(SystemError) {
    // SAFETY: the path outlives the call.
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure() }
  }

  /// The names of what is in the folder, hidden ones aside; `nil` where there is none.
  public func names() throws(SystemError) -> Set<String>? {
    try OutputFolder.names(in: path).map { $0.filter { !$0.hasPrefix(".") } }
  }

  /// Completes a change that was cut off behind its moment, and forgets one that was before it.
  ///
  /// - Parameter entries: What the index names.
  public func recover(_ entries: [Entry]) throws(SystemError) {
    let names = try OutputFolder.names(in: path) ?? []
    var isChanged = false
    for entry in entries where names.contains(entry.hiddenName) {
      try rename(entry.hiddenName, to: entry.name)
      isChanged = true
    }
    let kept = Set(entries.map(\.hiddenName) + [FolderLock.name])
    for name in names where name.hasPrefix(".") && !kept.contains(name) && isLeftOver(name) {
      // SAFETY: the path outlives the call.
      _ = unsafe unlink(path + "/" + name)
    }
    if isChanged { try sync() }
  }

  /// Changes files and the index together.
  ///
  /// - Parameters:
  ///   - files: The files that change, with their digests.
  ///   - bytes: The index that names them.
  ///   - gone: Files that the index names no longer.
  /// - Throws: `SystemError` when a step fails; unless it is one behind the change, nothing has
  ///   changed.
  public func change(
    _ files: [(Entry, [UInt8])], removing gone: [String] = [], index bytes: [UInt8]
  ) throws(SystemError) {
    // No signal ends the process between the steps.
    let mask = SignalMask()
    defer { mask.restore() }
    do throws(SystemError) {
      for (entry, bytes) in files {
        try OutputFolder.write(OutputFolder.File(entry.hiddenName, bytes), in: path, path)
      }
      try sync()
      try OutputFile.replace(indexPath, with: bytes)
    } catch {
      // SAFETY: the paths outlive the calls.
      for (entry, _) in files { _ = unsafe unlink(path + "/" + entry.hiddenName) }
      throw error
    }
    for (entry, _) in files { try rename(entry.hiddenName, to: entry.name) }
    for name in gone {
      // SAFETY: the path outlives the call.
      guard unsafe unlink(path + "/" + name) == 0 || errno == ENOENT else { throw failure() }
    }
    try sync()
  }

  /// Whether a hidden name is one that a change was cut off with: a digest behind it, or that of
  /// an index in the making.
  private func isLeftOver(_ name: String) -> Bool {
    if name.hasPrefix(".\(index).slcheck-") { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    let digest = name[name.index(after: dot)...].utf8
    return digest.count == 64 && digest.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  private func rename(_ name: String, to other: String) throws(SystemError) {
    let (from, to) = (path + "/" + name, path + "/" + other)
    // SAFETY: both paths outlive the call.
    #if canImport(Glibc)
      let result = unsafe Glibc.rename(from, to)
    #elseif canImport(Musl)
      let result = unsafe Musl.rename(from, to)
    #else
      let result = unsafe Darwin.rename(from, to)
    #endif
    guard result == 0 else { throw failure() }
  }

  /// Lets the names of the folder reach the disk.
  private func sync() throws(SystemError) {
    // SAFETY: the path outlives the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { _ = close(descriptor) }
    // Some file systems cannot sync a folder, and need not.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
  }

  private func failure() -> SystemError {
    SystemError(operation: .write, path: path, errno: errno)
  }
}
