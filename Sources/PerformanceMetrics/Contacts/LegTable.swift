/// The legs that have arrived, 16 bytes each, to tell repeats and conflicts from new ones.
///
/// Two different legs share a hash of 64 bits once in 10⁵ runs of twenty million; two
/// different rows of one leg share a fingerprint of 32 bits, and pass as a repeat,
/// once in 4 · 10⁹.
struct LegTable: Sendable {
  /// What a table knows of a leg.
  enum Found: Equatable {
    /// It was not there, and is now.
    case new
    /// A row with the same values was there.
    case same
    /// A row with other values stands there; its place.
    case different(place: Int)
  }

  /// Fingerprint and place of the row of each leg.
  private var rows = DigestTable()

  /// The number of legs.
  var count: Int { rows.count }

  /// Looks a row up, and adds it where its leg is new.
  ///
  /// - Parameters:
  ///   - leg: The hash of what makes up the leg.
  ///   - fingerprint: That of the row's values.
  ///   - place: Line of the row, counted through all inputs; beyond 2³² it is not kept.
  mutating func take(leg: UInt64, fingerprint: UInt32, place: Int) -> Found {
    let row = UInt64(fingerprint) << 32 | UInt64(UInt32(clamping: place))
    guard let standing = rows.insert(leg, row) else { return .new }
    if UInt32(truncatingIfNeeded: standing >> 32) == fingerprint { return .same }
    return .different(place: Int(standing & 0xFFFF_FFFF))
  }
}
