public import Basics
public import ContactRecords

/// Takes each leg of a contact once, whatever file it stands in.
///
/// A leg is a row with an identifier, told by that identifier, its site, queue and
/// channel, and its start (own rule): rows of one identifier that differ in one of
/// these are legs of one contact and all count. Rows of one leg with the same
/// values are repeats; with other values they conflict, and the policy settles it.
/// Rows without an identifier count each time.
///
/// Under the policy last nothing is known of a leg before the end of the input: the
/// rows with an identifier are kept until then, some 120 bytes each.
public struct ContactSieve: Sendable {
  /// What happens to different rows of one leg.
  public let policy: ConflictPolicy
  /// What became of the rows of each source.
  public private(set) var accounts = SourceAccounts()
  private let lastDay: Int32
  private var legs = LegTable()
  /// The rows that the policy last may still replace.
  private var kept = ContactBatch()
  /// Whether the file of each kept row has a column of customers.
  private var keptIdentify: ContiguousArray<Bool> = []
  /// The kept row of each leg.
  private var keptRow: [UInt64: Int] = [:]

  /// Creates a sieve that has taken nothing.
  ///
  /// - Parameters:
  ///   - policy: What two different rows for one thing come to.
  ///   - asOf: The as-of date that was given; rows after it do not conflict.
  public init(policy: ConflictPolicy = .error, asOf: CivilDate? = nil) {
    self.policy = policy
    lastDay = asOf?.daysSinceEpoch ?? .max
  }

  /// Begins the next source; rows belong to the last one begun.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  public mutating func begin(base: Int) { accounts.begin(base: base) }

  /// Takes the rows of a batch, and leaves those in it that count by now, with their places
  /// for lines: counted through all inputs.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - identifiesCustomers: Whether its file has a column of customers.
  /// - Complexity: O(*n*) in the rows.
  public mutating func sift(_ batch: inout ContactBatch, identifiesCustomers: Bool = true) {
    let base = accounts.sources[accounts.sources.count - 1].base
    var removed: [Int] = []
    for row in 0..<batch.count {
      batch.moveLine(of: row, by: base)
      let place = batch.lines[row]
      guard batch.contacts[row] != 0 else {
        accounts.note(.accepted, place: place, policy: policy)
        continue
      }
      if !take(row, of: batch, place: place, identifiesCustomers) { removed.append(row) }
    }
    batch.removeRows(removed)
  }

  /// Gives the rows that were kept until the end, and forgets them: those of files with a
  /// column of customers, and those of files without.
  public mutating func finish() -> [(rows: ContactBatch, identifiesCustomers: Bool)] {
    let parts = [true, false].map { identifies in
      var rows = kept
      rows.removeRows(keptIdentify.indices.filter { keptIdentify[$0] != identifies })
      return (rows: rows, identifiesCustomers: identifies)
    }
    kept = ContactBatch()
    keptIdentify = []
    keptRow = [:]
    return parts.filter { $0.rows.count > 0 }
  }

  /// Takes a row that has an identifier.
  ///
  /// - Returns: Whether it counts by now.
  private mutating func take(
    _ row: Int, of batch: borrowing ContactBatch, place: Int, _ identifiesCustomers: Bool
  ) -> Bool {
    let leg = ContactSieve.leg(row, of: batch)
    let fingerprint = UInt32(truncatingIfNeeded: batch.digests[row] >> 32)
    var found = legs.take(leg: leg, fingerprint: fingerprint, place: place)
    if case .different(let other) = found {
      // Each distinct row of a leg that has several is known by its values too.
      let distinct = ContactSieve.mixed(leg, UInt64(fingerprint))
      if legs.take(leg: distinct, fingerprint: fingerprint, place: place) == .same {
        found = .same
      } else {
        let standing = keptRow[leg].map { kept.lines[$0] } ?? other
        accounts.note(
          .conflict(with: standing), place: place, policy: policy,
          counts: batch.days[row] <= lastDay)
        switch policy {
        case .error, .first: return false
        case .sum: return true
        case .last:
          let index = keptRow[leg]!
          kept.replace(index, with: row, of: batch)
          keptIdentify[index] = identifiesCustomers
          return false
        }
      }
    }
    guard found == .new else {
      accounts.note(.repeated, place: place, policy: policy)
      return false
    }
    accounts.note(.accepted, place: place, policy: policy)
    guard policy == .last else { return true }
    keptRow[leg] = kept.count
    kept.append(row, of: batch)
    keptIdentify.append(identifiesCustomers)
    return false
  }

  /// Hashes what makes up a leg.
  private static func leg(_ row: Int, of batch: borrowing ContactBatch) -> UInt64 {
    let key = UInt64(UInt32(bitPattern: batch.keys[row]))
    let day = UInt64(UInt32(bitPattern: batch.days[row]))
    let second = UInt64(UInt32(bitPattern: batch.seconds[row])) << 1 | UInt64(batch.folds[row])
    return mixed(mixed(batch.contacts[row], key << 32 | day), second)
  }

  private static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    var mixed = (hash ^ value) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ mixed >> 31
  }
}
