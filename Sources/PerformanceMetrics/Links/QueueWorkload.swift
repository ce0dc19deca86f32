public import Basics
public import ContactRecords

/// How finely the volume of one queue is recorded, month by month.
public struct QueueWorkload: Sendable {
  /// The queue with its site and channel.
  public let key: RecordKey
  /// Contacts offered in the months.
  public let offered: Int
  /// The months with any record.
  public let recorded: Set<CivilMonth>
  /// The months with records on enough days, of these or of their intervals.
  public let daily: Set<CivilMonth>
  /// Those of them whose records are all of intervals.
  public let byInterval: Set<CivilMonth>

  /// Days of a month with records from which on it is tracked by day (own rule): two a week, so
  /// that a figure now and then is none.
  static let fewestDays = 8

  /// The months that have enough days.
  static func trackedMonths(_ days: Set<CivilDate>) -> Set<CivilMonth> {
    Set(
      Dictionary(grouping: days, by: \.month).filter { $0.value.count >= fewestDays }.keys)
  }
}

extension CenterTally {
  /// Tells how finely the volume of each queue is recorded in some months.
  ///
  /// - Parameters:
  ///   - months: The months; the last one ends the records that are looked at.
  ///   - minutes: The configured interval length; `nil` where the data tell it.
  /// - Returns: The queues with records in these months, in the order of their keys.
  /// - Throws: `MetricsError` as for the services.
  /// - Complexity: O(*n*) in the days of the tallies.
  func workloads(
    in months: ClosedRange<CivilMonth>, minutes: Int?
  ) throws(MetricsError) -> [QueueWorkload] {
    let tally = try JoinedTally(
      intervals, contacts, through: months.upperBound.lastDay, minutes: minutes
    ).tally
    let wholes = Dictionary(grouping: tally.keys.filter { !$0.blocks.isEmpty }) { $0.key.whole }
    return wholes.keys.sorted().compactMap { key in
      var (offered, monthly) = (0, Set<CivilMonth>())
      var (days, coarse) = (Set<CivilDate>(), Set<CivilMonth>())
      for part in wholes[key]! {
        for day in part.blocks.keys where part.hasRecords(on: day) {
          let month = CivilDate(daysSinceEpoch: day).month
          guard months.contains(month) else { continue }
          offered.addSaturating(part.sum(.offered, on: day))
          if part.isMonthly {
            monthly.insert(month)
          } else {
            days.insert(CivilDate(daysSinceEpoch: day))
          }
          if !part.isByInterval(on: day) { coarse.insert(month) }
        }
      }
      guard !days.isEmpty || !coarse.isEmpty else { return nil }
      let daily = QueueWorkload.trackedMonths(days)
      return QueueWorkload(
        key: key, offered: offered, recorded: monthly.union(days.map(\.month)), daily: daily,
        byInterval: daily.subtracting(coarse))
    }
  }
}

extension KeyTally {
  /// Whether the records of a day are of intervals; where nothing states their length, the
  /// starts that were seen tell it.
  fileprivate func isByInterval(on day: Int32) -> Bool {
    guard !isMonthly, let block = blocks[day] else { return false }
    let stated = Int(lengths[block])
    return (stated > 0 ? stated : step) <= IntervalLength.longest
  }
}
