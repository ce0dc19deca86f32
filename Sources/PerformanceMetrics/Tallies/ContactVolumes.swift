public import Basics
import ContactRecords

/// Contacts by site, month and channel, whatever service takes them.
public struct ContactVolumes: Sendable {
  /// How many contacts were offered and answered.
  public struct Count: Hashable, Sendable {
    /// Contacts offered, O.
    public var offered = 0
    /// Contacts answered, A.
    public var answered = 0

    /// Creates a count of nothing.
    public init(offered: Int = 0, answered: Int = 0) {
      self.offered = offered
      self.answered = answered
    }

    /// Adds another count.
    public mutating func merge(_ other: Count) {
      offered.addSaturating(other.offered)
      answered.addSaturating(other.answered)
    }

    /// The contacts that a cost is divided by.
    public func contacts(_ basis: CostTargets.Basis) -> Int {
      switch basis {
      case .handled: answered
      case .offered: offered
      }
    }
  }

  /// Counts by site (`nil` where records carry none), month and channel (empty likewise).
  public private(set) var counts: [String?: [CivilMonth: [String: Count]]] = [:]

  /// Creates volumes without contacts.
  public init() {}

  /// Adds contacts.
  public mutating func add(_ count: Count, site: String?, month: CivilMonth, channel: String) {
    counts[site, default: [:]][month, default: [:]][channel, default: Count()].merge(count)
  }

  /// Whether no count is below zero, which legs that a roll-up claims could make it.
  var areWhole: Bool {
    counts.values.lazy.flatMap(\.values).flatMap(\.values).allSatisfy {
      $0.offered >= 0 && $0.answered >= 0
    }
  }

  /// The channels of a site in a month.
  public func channels(site: String?, _ month: CivilMonth) -> [String: Count] {
    counts[site]?[month] ?? [:]
  }

  /// The channels of all sites in a month.
  public func channels(_ month: CivilMonth) -> [String: Count] {
    var all: [String: Count] = [:]
    for months in counts.values {
      all.merge(months[month] ?? [:]) { $0.merging($1) }
    }
    return all
  }

  /// The contacts of a site in a month.
  public func count(site: String?, _ month: CivilMonth) -> Count {
    channels(site: site, month).values.reduce(Count()) { $0.merging($1) }
  }

  /// The contacts of all sites in a month.
  public func count(_ month: CivilMonth) -> Count {
    counts.keys.reduce(Count()) { $0.merging(count(site: $1, month)) }
  }

  /// The contacts of a site in all months.
  public func total(site: String?) -> Count {
    (counts[site] ?? [:]).values.lazy.flatMap(\.values).reduce(Count()) { $0.merging($1) }
  }
}

extension ContactVolumes.Count {
  /// Gives the sum of both.
  func merging(_ other: Self) -> Self {
    var sum = self
    sum.merge(other)
    return sum
  }
}

// MARK: - From tallies

extension IntervalTally {
  /// Counts the contacts of every site and month on days up to the given one.
  ///
  /// - Complexity: O(*n*) in the cells of the tallies.
  public func volumes(through last: CivilDate) -> ContactVolumes {
    var volumes = ContactVolumes()
    let spellings = spellings
    for key in keys {
      let site = key.key.site.isEmpty ? nil : spellings[key.key.site]
      for (day, block) in [key.blocks, key.secondBlocks].joined()
      where day <= last.daysSinceEpoch {
        let count = key.contacts(inBlock: block)
        guard count != ContactVolumes.Count() else { continue }
        volumes.add(
          count, site: site, month: CivilDate(daysSinceEpoch: day).month,
          channel: spellings[key.key.channel])
      }
    }
    return volumes
  }

  /// The spellings of all sites and channels.
  private var spellings: Spellings {
    Spellings(keys.lazy.flatMap { [$0.key.site, $0.key.channel] })
  }
}
