import Basics
import ContactRecords

/// Rows of whole days or months that stand beside shorter ones of their key, side by side
/// with those.
///
/// The shorter rows count: a day or a month of them says more than its own sum does.
public struct SetAsideRows: Hashable, Sendable {
  /// The service's name.
  public let service: String
  /// The site; `nil` where records carry none, or the service is pooled.
  public let site: String?
  /// Whether they are months, and not days.
  public let isMonthly: Bool
  /// How many there are.
  public internal(set) var rows = 0
  /// Contacts offered by them.
  public internal(set) var offered = 0
  /// Contacts answered by them.
  public internal(set) var answered = 0
  /// Contacts offered by the shorter rows of the same days or months.
  public internal(set) var shorterOffered = 0
  /// Contacts answered by the shorter rows.
  public internal(set) var shorterAnswered = 0
}

// MARK: - Joining

extension IntervalTally {
  /// Joins the daily and monthly rows that count with the shorter ones.
  ///
  /// A daily row that states its length counts on a day without shorter rows of its key,
  /// a monthly one in a month without any (own rule: rows whose length nothing states are
  /// taken for shorter ones). What lies after the last day is left as it is. All rows are
  /// known here, so that their order does not matter.
  ///
  /// - Returns: What is set aside, in order.
  /// - Complexity: O(*n*) in the keys, and in the cells of the days that are set aside.
  mutating func joinLongRows(through limit: CivilDate) -> [SetAsideRows] {
    var found: [SetAsideRows.Scope: SetAsideRows] = [:]
    // Months give way to the days that count, and so come behind them.
    for isMonthly in [false, true] {
      let long = longRows.keys.filter { $0.isMonthly == isMonthly }.sorted { $0.key < $1.key }
      guard !long.isEmpty else { continue }
      var shorter: [RecordKey: [Int]] = [:]
      for (index, key) in keys.enumerated() where !key.blocks.isEmpty {
        shorter[key.key.whole, default: []].append(index)
      }
      for rows in long {
        var tally = longRows[rows]!
        let parts = (shorter[tally.key.whole] ?? []).map { keys[$0] }
        if !parts.isEmpty {
          let service = serviceOfKey[rows.key].map { services[$0] }
          setAside(&tally, beside: parts, through: limit, of: service, &found)
        }
        append(
          tally, service: serviceOfKey[rows.key],
          assumesThresholdFrom: assumesThresholdFrom[rows.key])
      }
    }
    return found.values.sorted {
      ($0.service, $0.site ?? "", $0.isMonthly ? 1 : 0)
        < ($1.service, $1.site ?? "", $1.isMonthly ? 1 : 0)
    }
  }

  /// Takes the days or months that have shorter rows out of a tally of long ones.
  private func setAside(
    _ tally: inout KeyTally, beside parts: [KeyTally], through limit: CivilDate,
    of service: Service?, _ found: inout [SetAsideRows.Scope: SetAsideRows]
  ) {
    for day in tally.blocks.keys where day <= limit.daysSinceEpoch {
      let days = tally.daysOfRecord(on: day)
      guard parts.contains(where: { part in days.contains { part.hasRecords(on: $0) } }) else {
        continue
      }
      if let service {
        let scope = SetAsideRows.Scope(service, tally)
        var rows = found[scope] ?? SetAsideRows(scope)
        rows.rows += tally.sum(.rows, on: day)
        rows.offered += tally.sum(.offered, on: day)
        rows.answered += tally.sum(.answered, on: day)
        for part in parts {
          for day in days where part.blocks[day] != nil {
            rows.shorterOffered += part.sum(.offered, on: day)
            rows.shorterAnswered += part.sum(.answered, on: day)
          }
        }
        found[scope] = rows
      }
      tally.remove(day: day)
    }
    guard tally.isMonthly else { return }
    let isCovered = { [tally] (day: Int32) in
      let days = tally.daysOfRecord(on: day)
      return parts.contains { part in days.contains { part.hasRecords(on: $0) } }
    }
    tally.removeRejects { $0 <= limit.daysSinceEpoch && isCovered($0) }
  }
}

extension SetAsideRows {
  /// The rows of one length of a service on a site.
  fileprivate struct Scope: Hashable {
    let service: String
    let site: String?
    let isMonthly: Bool

    init(_ service: Service, _ tally: KeyTally) {
      self.service = service.name
      site = service.isPooled || tally.key.site.isEmpty ? nil : tally.key.site
      isMonthly = tally.isMonthly
    }
  }

  fileprivate init(_ scope: Scope) {
    self.init(service: scope.service, site: scope.site, isMonthly: scope.isMonthly)
  }
}

extension KeyTally {
  /// The days that a record on a day is about: those of its month for a monthly one.
  func daysOfRecord(on day: Int32) -> ClosedRange<Int32> {
    guard isMonthly else { return day...day }
    return CivilDate(daysSinceEpoch: day).month.firstDay.daysSinceEpoch...day
  }

  /// Tells whether a record is about a day.
  func covers(_ day: Int32, through last: CivilDate) -> Bool {
    guard isMonthly else { return hasRecords(on: day) }
    let end = CivilDate(daysSinceEpoch: day).month.lastDay
    return end <= last && hasRecords(on: end.daysSinceEpoch)
  }

  /// The sum of a count over a day.
  func sum(_ figure: ContactSums.Figure, on day: Int32) -> Int {
    var scratch = scratch
    return [blocks[day], secondBlocks[day]].compactMap(\.self).reduce(0) { sum, block in
      sum + self.sum(figure.rawValue, inBlock: block, &scratch)
    }
  }
}
