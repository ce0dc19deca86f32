public import Basics
public import ContactRecords

/// The cost per contact of one scope, month by month.
public struct CostPerContact: Sendable {
  /// Whose costs these are.
  public let scope: CostScope
  /// The currency that records state; `nil` where none does.
  public let currency: Currency?
  /// The contacts that a cost is divided by.
  public let basis: CostTargets.Basis
  /// The objectives of all scopes, in the order of the configuration.
  public let objectives: [SiteObjective]
  /// The last day.
  public let asOf: CivilDate
  /// The months to as-of, without a gap, from the first with a cost, or with one without
  /// a site that leaves it undecided.
  public let months: [CivilMonth]
  /// Contacts of the scope, and of all scopes, over these months.
  public let share: Ratio?
  private let costs: [CivilMonth: CostAllocation.Month]
  private let channels: [CivilMonth: [String: ContactVolumes.Count]]
  /// The contacts of all scopes by month.
  private let allContacts: [CivilMonth: Int]

  /// One month.
  public struct Month: Sendable {
    /// Which month.
    public let month: CivilMonth
    /// Whether as-of does not cut it.
    public let isComplete: Bool
    /// The total cost; `nil` where no cost is recorded.
    public let amount: Fraction?
    /// The cost by category, in the order of their names.
    public let categories: [(name: String, amount: Fraction)]
    /// The contacts that it is divided by.
    public let contacts: Int
    /// The contacts by channel, in the order of their names; a channel without a name is empty.
    public let channels: [(name: String, contacts: Int)]
    /// The objective in force on the last day of the month.
    public let objective: FixedPoint?
    /// Whether any objective is configured at all.
    public let isJudged: Bool
    /// Whether costs without a site leave it undecided.
    public let isUndecided: Bool
  }
}

// MARK: - A month

extension CostPerContact {
  /// Gives a month, with or without records.
  public func month(_ month: CivilMonth) -> Month {
    let cost = costs[month]
    let channels = (channels[month] ?? [:]).sorted { $0.key < $1.key }
      .map { (name: $0.key, contacts: $0.value.contacts(basis)) }
    let categories = (cost?.categories ?? [:]).sorted { $0.key < $1.key }
    var contacts = 0
    for channel in channels { contacts.addSaturating(channel.contacts) }
    return Month(
      month: month, isComplete: month.lastDay <= asOf,
      amount: categories.isEmpty
        ? nil : categories.reduce(Fraction(0)) { ($0 + $1.value).reduced },
      categories: categories.map { (name: $0.key, amount: $0.value) }, contacts: contacts,
      channels: channels.filter { $0.contacts > 0 },
      objective: objectives.inForce(on: month.lastDay, site: scope.name)?.value,
      isJudged: !objectives.isEmpty, isUndecided: cost?.isUndecided ?? false)
  }

  /// The contacts of all scopes in a month: what costs without a site are shared out by.
  public func allContacts(_ month: CivilMonth) -> Int { allContacts[month] ?? 0 }

  /// The objective in force at as-of; `nil` where there is none.
  public var objectiveAtAsOf: FixedPoint? {
    objectives.inForce(on: asOf, site: scope.name)?.value
  }

  /// How the cost per contact of the complete months moves; `nil` for fewer months than
  /// tell a trend.
  public var trend: Trend? {
    Trend(months.compactMap { month in self.month(month).value.map { TrendPoint(month, $0) } })
  }

  /// Whether the total cost of the complete months never changes, over at least three of
  /// them (own rule): such a figure was not measured.
  public var neverChanges: Bool {
    let amounts = months.map(month).filter(\.isComplete).compactMap(\.amount)
    return amounts.count >= 3 && amounts.allSatisfy { $0 == amounts[0] }
  }
}

extension CostPerContact.Month {
  /// The cost per contact, exact; `nil` without a cost, without contacts, or where
  /// as-of cuts the month, whose cost is that of the whole month.
  public var value: Fraction? {
    guard isComplete, !isUndecided, contacts > 0, let amount else { return nil }
    return amount / contacts
  }

  /// Whether the month attains its objective; undecided where nothing can be said.
  ///
  /// A month without an objective in force is not met, unless none is configured at all.
  public var state: OpportunityState {
    guard isJudged, let value else { return .undecided }
    guard let objective else { return .missed }
    return value <= Fraction(objective) ? .met : .missed
  }
}

// MARK: - From tallies

extension CostPerContact {
  /// Judges the costs of a center, scope by scope; empty without costs.
  ///
  /// - Throws: `MetricsError` when a month lies further back than any center has kept.
  static func scopes(
    _ tally: CostTally, volumes: ContactVolumes, targets: CostTargets, asOf: CivilDate
  ) throws(MetricsError) -> [CostPerContact] {
    let allocation = CostAllocation(tally, volumes: volumes, targets: targets, asOf: asOf)
    var found: [CostPerContact] = []
    for (scope, costs) in allocation.scopes.sorted(by: { $0.key.name < $1.key.name }) {
      let months = try CivilMonth.through(asOf, from: costs.keys.min(), of: "costs")
      guard !months.isEmpty else { continue }
      let channels = months.map { (month: CivilMonth) in
        switch scope {
        case .organization: (month, volumes.channels(month))
        case .site(let site): (month, volumes.channels(site: site, month))
        case .withoutSite: (month, volumes.channels(site: nil, month))
        }
      }
      var (own, whole, all) = (0, 0, [CivilMonth: Int]())
      for (month, counts) in channels {
        for count in counts.values { own.addSaturating(count.contacts(targets.basis)) }
        all[month] = volumes.count(month).contacts(targets.basis)
        whole.addSaturating(all[month]!)
      }
      found.append(
        CostPerContact(
          scope: scope, currency: tally.currencies.currency, basis: targets.basis,
          objectives: targets.objectives, asOf: asOf, months: months,
          share: whole > 0 ? Ratio(own, whole) : nil, costs: costs,
          channels: Dictionary(uniqueKeysWithValues: channels), allContacts: all))
    }
    return found
  }
}

// MARK: - Association

extension CostPerContact {
  /// The organization's cost per contact of the complete months, whatever the scopes are.
  static func series(
    _ tally: CostTally, volumes: ContactVolumes, basis: CostTargets.Basis, asOf: CivilDate
  ) -> Association.Series {
    var amounts: [CivilMonth: FixedPoint] = [:]
    for (cell, amount) in tally.costs where cell.month.lastDay <= asOf {
      amounts[cell.month] = (amounts[cell.month] ?? FixedPoint(0)) + amount
    }
    let values = amounts.compactMap { month, amount -> (CivilMonth, Fraction)? in
      let contacts = volumes.count(month).contacts(basis)
      return contacts > 0 ? (month, Fraction(amount) / contacts) : nil
    }
    return Association.Series("costPerContact", Dictionary(uniqueKeysWithValues: values))
  }
}
