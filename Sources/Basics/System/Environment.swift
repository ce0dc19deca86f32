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

  /// Whether the terminal knows no more than lines, one below the other.
  ///
  /// So it is taken where nothing says what it is.
  public static var hasPlainTerminal: Bool {
    let terminal = value(of: "TERM") ?? ""
    return terminal.isEmpty || terminal == "dumb"
  }

  /// Whether text is in UTF-8, as the first of LC_ALL, LC_CTYPE and LANG says that is set.
  public static var usesUTF8: Bool {
    let stated = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { value(of: $0) }
      .first { !$0.isEmpty }
    // A locale is language_COUNTRY.ENCODING@variant; on macOS one is the encoding alone.
    let locale = stated?.split(separator: "@").first ?? ""
    return ["utf-8", "utf8"].contains(locale.split(separator: ".").last?.lowercased() ?? "")
  }

  /// The width of the screen that COLUMNS states; `nil` where it is no number above 0.
  static var columns: Int? {
    guard let text = value(of: "COLUMNS"), !text.isEmpty, text.utf8.count <= 5,
      text.utf8.allSatisfy({ (48...57).contains($0) }), let columns = Int(text), columns > 0
    else { return nil }
    return columns
  }

  /// The value of a variable; `nil` when it is not set.
  static func value(of name: String) -> String? {
    // SAFETY: the text is copied before anything can change the environment.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }
}
