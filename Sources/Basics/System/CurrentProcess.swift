#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The process that runs.
public enum CurrentProcess: Sendable {
  /// What was typed, without the name of the program.
  public static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

  /// Ends the process with a status.
  public static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }
}
