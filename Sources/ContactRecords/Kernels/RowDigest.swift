/// Digests the values of rows, column by column, to tell a repeat from a conflict.
///
/// Every value that is present is multiplied with a number of its column, and the
/// products of a row are added up, so that columns come in any order and one that a file
/// lacks is as one that is absent in all of its rows. Of the 64 bits 32 are kept: two
/// different rows for one interval pass as equal once in four billion such pairs, and only
/// where their counts are equal, which are compared besides; see `KeyTally.Row`. The loops
/// run over neighbors and have no branches.
enum RowDigest {
  /// Begins the first digests anew.
  static func clear(_ digests: inout ContiguousArray<UInt64>, _ count: Int) {
    var out = digests.mutableSpan
    for row in 0..<count { out[row] = 0 }
  }

  /// Adds one column to the digests.
  ///
  /// - Parameters:
  ///   - values: Holds the column; a value of −1 is absent and adds nothing.
  ///   - range: Where the column's values lie.
  ///   - salt: Tells the column from others.
  static func add(
    _ values: borrowing ContiguousArray<Int>, _ range: Range<Int>, salt: UInt64,
    to digests: inout ContiguousArray<UInt64>
  ) {
    // Odd, so that no two values of a column give the same.
    let multiplier = TextDigest.mixed(seed, salt &* seed) &* seed | 1
    let column = values.span.extracting(range)
    var out = digests.mutableSpan
    for row in column.indices {
      out[row] &+= UInt64(bitPattern: Int64(column[row] &+ 1)) &* multiplier
    }
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Keeps 32 bits of each of the first digests.
  static func fold(
    _ digests: borrowing ContiguousArray<UInt64>, _ count: Int,
    into fingerprints: inout ContiguousArray<UInt32>
  ) {
    let whole = digests.span
    var out = fingerprints.mutableSpan
    for row in 0..<count {
      let mixed = (whole[row] ^ whole[row] >> 29) &* 0xC4CE_B9FE_1A85_EC53
      out[row] = UInt32(truncatingIfNeeded: mixed >> 32)
    }
  }
}
