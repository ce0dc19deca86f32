import Basics

/// A row of scores as it is kept: numbers for names, and only what figures need.
protocol ScoreRow: Hashable, Sendable {
  /// What rows of one site and day add up to.
  associatedtype Sums: ScoreSums where Sums.Row == Self
  /// The number of the site.
  var site: Int32 { get }
  /// Days since 1970-01-01.
  var day: Int32 { get }

  /// Gives the row in the numbers of other tables.
  func renumbered(site: Int32, agent: (Int32) -> Int32) -> Self
}

/// What rows of scores add up to; exact, and the same in any order.
protocol ScoreSums: Sendable {
  /// What is added.
  associatedtype Row

  /// Creates the sums of nothing.
  init()

  /// Adds a row.
  mutating func add(_ row: Row)

  /// Adds other sums.
  mutating func merge(_ other: Self)

  /// Gives the sums in the numbers of other tables.
  func renumbered(agent: (Int32) -> Int32) -> Self
}

/// The tally of a kind of scores: sums by site and day, and the rows that can repeat.
///
/// Rows without an identity are added up where they arrive; rows with one are kept,
/// some forty bytes each, until all inputs are read. Rows after a given as-of date are
/// kept apart: they are accounted for, and otherwise as if not given.
struct ScoreTally<Row: ScoreRow>: Sendable {
  /// A site and a day.
  struct Place: Hashable, Sendable {
    let site: Int32
    let day: Int32
  }

  /// What happens to different rows of one identity.
  let policy: ConflictPolicy
  /// What became of the rows of each source.
  private(set) var accounts = SourceAccounts()
  /// The sites.
  private(set) var sites = NameTable()
  /// The agents.
  private(set) var agents = NameTable()
  private let lastDay: Int32
  private var sums: [Place: Row.Sums] = [:]
  private var identified: IdentifiedRows<Row>
  private var identifiedAfter: IdentifiedRows<Row>

  /// Creates a tally without records.
  init(policy: ConflictPolicy, asOf: CivilDate?) {
    self.policy = policy
    lastDay = asOf?.daysSinceEpoch ?? .max
    identified = IdentifiedRows(policy: policy)
    identifiedAfter = IdentifiedRows(policy: policy)
  }

  /// Begins the next source; rows are added to the last one begun.
  mutating func beginSource(base: Int) { accounts.begin(base: base) }

  /// Finds the number of a site.
  mutating func number(ofSite name: String) -> Int32 { sites.number(of: name) }

  /// Finds the number of an agent.
  mutating func number(ofAgent name: String) -> Int32 { agents.number(of: name) }

  /// Takes a row of the last source begun.
  ///
  /// - Parameters:
  ///   - line: Its physical line in its source, from 1.
  ///   - identity: A digest of what it names; `nil` where it names nothing.
  ///   - digest: A digest of all its fields.
  mutating func take(_ row: Row, line: Int, identity: UInt64?, digest: UInt64) -> RowOutcome {
    let place = accounts.sources[accounts.sources.count - 1].base + line
    let outcome: RowOutcome
    if let identity {
      let arrival = IdentifiedRows<Row>.Arrival(place: place, digest: digest, row: row)
      outcome =
        row.day <= lastDay
        ? identified.take(arrival, of: identity) : identifiedAfter.take(arrival, of: identity)
    } else {
      sums[Place(site: row.site, day: row.day), default: Row.Sums()].add(row)
      outcome = .accepted
    }
    accounts.note(outcome, place: place, policy: policy, counts: row.day <= lastDay)
    return outcome
  }
}

// MARK: - What it comes to

extension ScoreTally {
  /// Adds up the rows that count, by site and day.
  ///
  /// - Complexity: O(*n*) in the sites and days, and in the rows that name something.
  func days() -> [Place: Row.Sums] {
    var all = sums
    forEachIdentified { row in
      all[Place(site: row.site, day: row.day), default: Row.Sums()].add(row)
    }
    return all
  }

  /// Calls a closure with each row that names something and counts; in no order.
  func forEachIdentified(_ body: (Row) -> Void) {
    identified.forEachCounted(body)
    identifiedAfter.forEachCounted(body)
  }

  /// The last day with a row on or before a limit; `nil` where there is none.
  func lastDay(through limit: CivilDate?) -> CivilDate? {
    let limit = limit?.daysSinceEpoch ?? .max
    return places().lazy.map(\.day).filter { $0 <= limit }.max()
      .map { CivilDate(daysSinceEpoch: $0) }
  }

  /// The sites with rows on or before a limit; empty for rows without one.
  func sites(through limit: CivilDate) -> Set<String> {
    Set(places().lazy.filter { $0.day <= limit.daysSinceEpoch }.map { sites[$0.site] })
  }

  /// The sites and days with rows.
  private func places() -> Set<Place> {
    var places = Set(sums.keys)
    forEachIdentified { places.insert(Place(site: $0.site, day: $0.day)) }
    return places
  }
}

// MARK: - Merging

extension ScoreTally {
  /// Takes everything that another tally has taken, whose sources come after this one's.
  mutating func merge(_ other: ScoreTally) {
    let siteNumbers = other.sites.names.map { sites.number(of: $0) }
    let agentNumbers = other.agents.names.map { agents.number(of: $0) }
    let agent = { (number: Int32) in agentNumbers[Int(number)] }
    for (place, part) in other.sums {
      let own = Place(site: siteNumbers[Int(place.site)], day: place.day)
      sums[own, default: Row.Sums()].merge(part.renumbered(agent: agent))
    }
    accounts.append(other.accounts)
    let renumbered = { (row: Row) in
      row.renumbered(site: siteNumbers[Int(row.site)], agent: agent)
    }
    var settled: [(row: Row, place: Int, counted: Bool, outcome: RowOutcome)] = []
    identified.merge(other.identified, renumbered: renumbered) {
      settled.append(($0, $1, $2, $3))
    }
    identifiedAfter.merge(other.identifiedAfter, renumbered: renumbered) {
      settled.append(($0, $1, $2, $3))
    }
    for (row, place, counted, outcome) in settled.sorted(by: { $0.place < $1.place }) {
      // What the other tally made of the row is taken back first.
      accounts.takeBack(place: place, counted: counted)
      accounts.note(outcome, place: place, policy: policy, counts: row.day <= lastDay)
    }
  }
}
