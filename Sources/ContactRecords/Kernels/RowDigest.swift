/// Digests the values of rows, column by column, to tell a repeat from a conflict.
///
/// Every value, an absent one too where the column has a canonical name, is mixed with the number of its column into 64
/// bits a row, of which 32 are kept: two different rows for one interval pass as
/// equal once in four billion such pairs. The loops run over neighbors and have
/// no branches.
enum RowDigest {
  /// The digest of a row before any column.
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Mixes one column into the digests.
  ///
  /// - Parameter salt: Tells the column from others.
  static func mix(
    _ values: Span<Int>, salt: UInt64, into digests: inout ContiguousArray<UInt64>
  ) {
    for row in values.indices {
      let value = UInt64(bitPattern: Int64(values[row])) &+ salt
      var digest = (digests[row] ^ value) &* 0xFF51_AFD7_ED55_8CCD
      digest ^= digest >> 32
      digests[row] = digest
    }
  }

  /// Mixes one column into the digests of the rows that have a value in it, for columns
  /// that other files may lack.
  static func mixPresent(
    _ values: Span<Int>, salt: UInt64, into digests: inout ContiguousArray<UInt64>
  ) {
    for row in values.indices where values[row] >= 0 {
      let value = UInt64(values[row]) &+ salt
      let digest = (digests[row] ^ value) &* 0xFF51_AFD7_ED55_8CCD
      digests[row] = digest ^ digest >> 32
    }
  }

  /// Keeps 32 bits of a finished digest.
  static func folded(_ digest: UInt64) -> UInt32 {
    let mixed = (digest ^ digest >> 29) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
