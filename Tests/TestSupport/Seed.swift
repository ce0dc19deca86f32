import Foundation

/// The generator of pseudorandom numbers by Steele, Lea and Flood.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator.
  public init(_ seed: UInt64) {
    state = seed
  }

  /// Gives the next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Gives true once in so many calls.
  public mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}

/// Where the random cases of one test come from: printed on failure, and replayable.
///
/// A failure shows the seed of its case; with SLCHECK_SEED set to it, every
/// property test runs that case alone.
public struct Seed: Sendable, CustomStringConvertible {
  /// The number that the case is made from.
  public let value: UInt64

  /// The variable that replays a case.
  public static let variable = "SLCHECK_SEED"

  /// Gives fresh seeds, or the one that is replayed.
  ///
  /// - Parameter count: The number of cases.
  public static func cases(_ count: Int) -> [Seed] {
    if let text = ProcessInfo.processInfo.environment[variable], let value = UInt64(text) {
      return [Seed(value: value)]
    }
    return (0..<count).map { _ in Seed(value: UInt64.random(in: 0...UInt64.max)) }
  }

  /// A generator that begins at the seed.
  public var generator: SplitMix64 { SplitMix64(value) }

  /// How to replay the case.
  public var description: String { "replay with \(Seed.variable)=\(value)" }
}
