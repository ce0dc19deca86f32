#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the environment of the process says.
public enum Environment: Sendable {
  /// Whether colors are unwelcome: NO_COLOR is set to anything, or the terminal is dumb.
  public static var refusesColor: Bool {
    value(of: "NO_COLOR").map { !$0.isEmpty } ?? false || value(of: "TERM") == "dumb"
  }

  /// The value of a variable; `nil` when it is not set.
  static func value(of name: String) -> String? {
    // SAFETY: the text is copied before anything can change the environment.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
