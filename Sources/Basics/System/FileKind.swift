#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What kind of thing a path names.
public enum FileKind: Sendable {
  /// Tells whether a path names a regular file, which can be opened again from its beginning.
  ///
  /// Not so a pipe or a device, of which each reader gets another part.
  public static func isRegular(_ path: String) -> Bool {
    guard !path.isEmpty, !path.utf8.contains(0) else { return false }
    var status = stat()
    // SAFETY: the string outlives the call, and the call writes one `stat`.
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// Tells whether a path names a folder.
  public static func isFolder(_ path: String) -> Bool {
    guard !path.isEmpty, !path.utf8.contains(0) else { return false }
    var status = stat()
    // SAFETY: the string outlives the call, and the call writes one `stat`.
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// Tells whether a path names something that can be read only once: a pipe or a device.
  ///
  /// So is the name of a descriptor, which may not begin again where it is opened again; a
  /// path that names nothing is not.
  public static func isStream(_ path: String) -> Bool {
    guard !path.isEmpty, !path.utf8.contains(0) else { return false }
    if path == "/dev/stdin" || path.hasPrefix("/dev/fd/") { return true }
    var status = stat()
    // SAFETY: the string outlives the call, and the call writes one `stat`.
    guard unsafe stat(path, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind != S_IFREG && kind != S_IFDIR
  }
}
