/// Rows that name what they are of, so that a repeat is seen and counts once.
///
/// For each identity the distinct rows are kept in the order of arrival: nearly
/// always one. What they come to is decided by the policy when they are counted.
struct IdentifiedRows<Row: Hashable & Sendable>: Sendable {
  /// A row, where it stands and what it says.
  struct Arrival: Hashable, Sendable {
    /// The line of the row, counted through all inputs; from 1.
    let place: Int
    /// A digest of all its fields.
    let digest: UInt64
    /// What it counts.
    let row: Row
  }

  /// What happens to different rows of one identity.
  let policy: ConflictPolicy
  /// The row that arrived first, by the digest of its identity.
  private var firsts: [UInt64: Arrival] = [:]
  /// The distinct rows that arrived later, where there are any.
  private var others: [UInt64: [Arrival]] = [:]

  /// Creates a collection of nothing.
  init(policy: ConflictPolicy) {
    self.policy = policy
  }

  /// Takes a row.
  mutating func take(_ arrival: Arrival, of identity: UInt64) -> RowOutcome {
    guard let first = firsts[identity] else {
      firsts[identity] = arrival
      return .accepted
    }
    let later = others[identity] ?? []
    if first.digest == arrival.digest || later.contains(where: { $0.digest == arrival.digest }) {
      return .repeated
    }
    others[identity, default: []].append(arrival)
    let standing =
      switch policy {
      case .error, .first, .sum: first
      case .last: later.last ?? first
      }
    return .conflict(with: standing.place)
  }

  /// Calls a closure with each row that counts; in no order.
  func forEachCounted(_ body: (Row) -> Void) {
    for (identity, first) in firsts {
      guard let later = others[identity] else {
        body(first.row)
        continue
      }
      switch policy {
      case .error, .first: body(first.row)
      case .last: body(later[later.count - 1].row)
      case .sum:
        body(first.row)
        for arrival in later { body(arrival.row) }
      }
    }
  }

  /// Takes all rows of a collection whose places come after these.
  ///
  /// - Parameters:
  ///   - renumbered: Gives a row of the other collection in the numbers of this one.
  ///   - settle: Told of each distinct row of the other: its place, whether it counted
  ///     there, whether it is alike, and what became of it here.
  /// - Complexity: O(*n* log *n*) in the rows of the other collection.
  mutating func merge(
    _ other: IdentifiedRows, renumbered: (Row) -> Row,
    settle: (_ row: Row, _ place: Int, _ counted: Bool, _ outcome: RowOutcome) -> Void
  ) {
    var arrivals: [(identity: UInt64, arrival: Arrival, counted: Bool)] = []
    for (identity, first) in other.firsts {
      let all = [first] + (other.others[identity] ?? [])
      for (position, arrival) in all.enumerated() {
        let counted =
          switch policy {
          case .error, .first: position == 0
          case .sum: true
          case .last: position == all.count - 1
          }
        arrivals.append((identity, arrival, counted))
      }
    }
    arrivals.sort { $0.arrival.place < $1.arrival.place }
    for (identity, arrival, counted) in arrivals {
      let row = renumbered(arrival.row)
      let outcome = take(
        Arrival(place: arrival.place, digest: arrival.digest, row: row), of: identity)
      settle(row, arrival.place, counted, outcome)
    }
  }
}
