/// What tells a sum of records from the sums of others: the digests of the records, added up.
///
/// Sums of sums have the sum of their parts, so that parts of parts are the same as parts of the
/// whole. A part that comes with several rows of one sum is in it once.
struct PartDigest: Hashable, Sendable {
  private var own: UInt64?
  private var parts: Set<UInt64> = []

  /// The part; `nil` where no record can be told from others.
  var value: UInt64? {
    own == nil && parts.isEmpty ? nil : parts.reduce(own ?? 0, &+)
  }

  /// Adds a record.
  mutating func add(_ digest: FieldDigest) { own = (own ?? 0) &+ digest.value }

  /// Adds the part of a sum, where it has one.
  mutating func add(part: UInt64?) {
    if let part { parts.insert(part) }
  }

  /// Adds the records and sums of another.
  mutating func merge(_ other: PartDigest) {
    if let added = other.own { own = (own ?? 0) &+ added }
    parts.formUnion(other.parts)
  }
}
