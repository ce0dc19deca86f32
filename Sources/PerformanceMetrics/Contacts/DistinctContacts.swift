import Basics
public import ContactRecords

/// Tells contacts from legs: queues count every leg, a cost counts each contact once.
///
/// A contact counts where and when its first leg began; of two that began in the same
/// second, that of the first key by name does (own rule). Which of the legs come in first
/// does not matter. Rows without an identifier are contacts of their own.
public struct DistinctContacts: Sendable {
  /// The contacts that a cost is divided by: answered legs alone, or all that were offered.
  let basis: CostTargets.Basis
  /// Whether anything is divided by contacts: a run without costs need not remember them.
  public var isNeeded = true
  /// The first leg of each contact so far: its start, and its key.
  private var firstLegs = DigestTable()
  /// Legs beyond the first, by key and day.
  private(set) var furtherLegs: [Int32: [Int32: Int]] = [:]

  /// What tells the legs beyond the first from others.
  private(set) var part = PartDigest()
  /// What the legs that a roll-up counted are divided by.
  private var summedBases: Set<CostTargets.Basis> = []

  /// A key has a number below this, or its contacts are not told from their legs.
  private static let keyLimit: UInt64 = 1 << 24

  /// Creates an account of no contact.
  public init(basis: CostTargets.Basis = .handled) {
    self.basis = basis
  }

  /// Takes every row of a batch, each leg once.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - table: The key table that the batch's keys are numbered in.
  ///   - isOffered: Tells by its key whether a contact that nothing says was answered is offered
  ///     all the same: it is, unless a service of response times still waits for it.
  /// - Complexity: O(*n*) in the rows; keeps about 22 bytes a contact.
  public mutating func add(
    _ batch: borrowing ContactBatch, keys table: borrowing KeyTable,
    isOffered: (_ key: Int) -> Bool = { _ in true }
  ) {
    guard isNeeded else { return }
    for row in 0..<batch.count where batch.contacts[row] != 0 {
      guard counts(batch.outcome(row), isOffered: isOffered(Int(batch.keys[row]))) else { continue }
      guard let leg = DistinctContacts.leg(row, of: batch) else { continue }
      guard let standing = firstLegs.insert(batch.contacts[row], leg) else { continue }
      if DistinctContacts.isEarlier(leg, standing, table) {
        firstLegs.replace(batch.contacts[row], with: leg)
        noteFurther(standing, of: batch.contacts[row])
      } else {
        noteFurther(leg, of: batch.contacts[row])
      }
    }
  }

  private func counts(_ outcome: ContactBatch.Outcome, isOffered: Bool) -> Bool {
    switch (basis, outcome) {
    case (.handled, .answered), (.offered, .answered), (.offered, .abandoned),
      (.offered, .flowOut):
      true
    case (.offered, .open): isOffered
    case (.handled, .abandoned), (.handled, .flowOut), (.handled, .open): false
    }
  }

  /// Takes legs beyond the first that a roll-up counted.
  ///
  /// - Parameter part: The sum of the digests of these and all others beside them.
  mutating func add(
    _ legs: Int, key: Int32, day: Int32, basis: CostTargets.Basis, part: UInt64?
  ) {
    furtherLegs[key, default: [:]][day, default: 0].addSaturating(legs)
    summedBases.insert(basis)
    self.part.add(part: part)
  }

  /// Checks that what a roll-up counted answers what is asked.
  ///
  /// - Throws: `MetricsError` where it counted legs of other contacts than costs are divided by.
  func check() throws(MetricsError) {
    guard let other = summedBases.first(where: { $0 != basis }) else { return }
    throw MetricsError(
      reason: .summedOtherwise(
        "contacts of costs", found: "by the basis \(other.rawValue)",
        asked: "by the basis \(basis.rawValue)"))
  }

  private mutating func noteFurther(_ leg: UInt64, of contact: UInt64) {
    var digest = FieldDigest()
    // Without the number of the key, which is another one in another run.
    digest.add(Int(bitPattern: UInt(contact)))
    digest.add(Int(leg / DistinctContacts.keyLimit))
    part.add(digest)
    let key = Int32(truncatingIfNeeded: leg % DistinctContacts.keyLimit)
    let day = Int32(truncatingIfNeeded: Int64(leg >> 42) + DistinctContacts.firstDay)
    furtherLegs[key, default: [:]][day, default: 0] += 1
  }

  // MARK: A leg in 64 bits

  /// The last day before the year 1, which a zone may put a record on.
  private static let firstDay = Int64(CivilDate.days(year: 1, month: 1, day: 1)) - 1

  /// Packs a leg: 22 bits of days, 17 of seconds, the repeated hour, and 24 of the key.
  private static func leg(_ row: Int, of batch: borrowing ContactBatch) -> UInt64? {
    let day = UInt64(Int64(batch.days[row]) - firstDay)
    let (second, key) = (UInt64(batch.seconds[row]), UInt64(batch.keys[row]))
    guard key < keyLimit, day < 1 << 22 else { return nil }
    return (day << 18 | second << 1 | UInt64(batch.folds[row])) << 24 | key
  }

  private static func isEarlier(_ a: UInt64, _ b: UInt64, _ table: borrowing KeyTable) -> Bool {
    guard a / keyLimit == b / keyLimit else { return a < b }
    return table.keys[Int(a % keyLimit)] < table.keys[Int(b % keyLimit)]
  }
}

// MARK: - Volumes

extension CenterTally {
  /// Counts the contacts of every site and month on days up to the given one, each contact
  /// once where its legs are told apart.
  ///
  /// - Parameter joined: Interval records, and the legs of contacts where there are none.
  /// - Complexity: O(*n*) in the cells of the tallies.
  func volumes(_ joined: IntervalTally, through last: CivilDate) -> ContactVolumes {
    var volumes = joined.volumes(through: last)
    guard !distinct.furtherLegs.isEmpty else { return volumes }
    var covering: [RecordKey: [Int]] = [:]
    for (index, key) in joined.keys.enumerated() where !key.isFromContacts {
      covering[key.key.whole, default: []].append(index)
    }
    for (key, days) in distinct.furtherLegs {
      let key = keys.keys[Int(key)]
      for (day, legs) in days where day <= last.daysSinceEpoch {
        // Where interval records count, the legs do not.
        let isCovered = (covering[key.whole] ?? []).contains {
          joined.keys[$0].covers(day, through: last)
        }
        guard !isCovered else { continue }
        volumes.add(
          .init(
            offered: distinct.basis == .offered ? -legs : 0,
            answered: distinct.basis == .handled ? -legs : 0),
          site: key.site.isEmpty ? nil : key.site, month: CivilDate(daysSinceEpoch: day).month,
          channel: key.channel)
      }
    }
    return volumes
  }
}
