/// A version as it is released: three whole numbers, the first of which weighs most.
///
/// ```swift
/// ReleaseVersion("0.9.0")! < ReleaseVersion("0.10.0")!  // true
/// ```
package struct ReleaseVersion: Hashable, Sendable {
  private let numbers: [Int]

  /// Reads a version; `nil` for anything but three whole numbers between dots, as what a
  /// version with more behind them precedes is not known.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      let isWhole = part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard isWhole, let number = Int(String(decoding: part, as: UTF8.self)) else { return nil }
      numbers.append(number)
    }
    self.numbers = numbers
  }
}

// MARK: - Order

extension ReleaseVersion: Comparable {
  /// Whether a version came before another.
  package static func < (first: ReleaseVersion, second: ReleaseVersion) -> Bool {
    first.numbers.lexicographicallyPrecedes(second.numbers)
  }
}
