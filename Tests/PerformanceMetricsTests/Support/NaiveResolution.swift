import Basics
import ContactRecords

@testable import PerformanceMetrics

/// First contact resolution as the contract words it, contact against contact.
struct NaiveResolution {
  /// The answered contacts of one customer, and when it abandoned others.
  private struct Contact {
    var instant: Int
    var day: CivilDate
    var reason: Int
    /// Smaller first among equal stamps; rows without an identifier come last.
    var order: Int
  }

  /// The reason of the earliest leg that gives one; of several in one second, the one
  /// whose digest is the smallest.
  private static func reason(_ legs: [LogRow]) -> Int {
    func order(_ row: LogRow) -> (Int, UInt32) {
      let leg = ContactTrace.Leg(day: 0, second: 0, reason: LogRow.digest(row.reason))
      return (row.instant, ContactTrace(leg).reason)
    }
    return legs.filter { $0.reason != 0 }.min { order($0) < order($1) }?.reason ?? 0
  }

  /// What all rows come to.
  static func issues(_ rows: [LogRow], _ watch: IssueWatch) -> Issues {
    var issues = Issues()
    let window = max(0, watch.windowDays) * 86_400
    let seen = rows.filter { $0.outcome != .flowOut }
    guard let firstDay = seen.filter({ $0.customer != 0 }).map(\.day).min() ?? seen.first?.day
    else { return issues }
    let rows = seen.filter { $0.day <= watch.asOf }

    // Legs of a contact; a row without an identifier is one of its own.
    var groups: [[Int]: [LogRow]] = [:]
    for (index, row) in rows.enumerated() {
      groups[[row.customer, row.contact, row.contact == 0 ? index : 0], default: []].append(row)
    }
    var contacts: [Int: [Contact]] = [:]
    var abandons: [Int: [Int]] = [:]
    for (key, legs) in groups {
      let answered = legs.filter { $0.outcome == .answered }.sorted { $0.instant < $1.instant }
      guard let first = answered.first else {
        abandons[key[0], default: []].append(legs.map(\.instant).min()!)
        continue
      }
      if let last = answered.last(where: { $0.resolved != nil }) {
        let ofLast = answered.filter { $0.instant == last.instant }.compactMap(\.resolved)
        let isResolved = !ofLast.contains(false)
        issues.flagged.add(
          ResolutionCounts(resolved: isResolved ? 1 : 0, unresolved: isResolved ? 0 : 1),
          on: first.day)
      }
      guard key[0] != 0 else {
        issues.blank += 1
        continue
      }
      contacts[key[0], default: []].append(
        Contact(
          instant: first.instant, day: first.day,
          reason: reason(answered),
          order: key[1] == 0 ? 1_000_000 + key[2] : key[1]))
    }

    for (customer, all) in contacts {
      let isShared = all.contains { first in
        all.count { (0...window).contains($0.instant - first.instant) } > watch.maximumContacts
      }
      if isShared {
        issues.shared += 1
        issues.sharedContacts += all.count
        continue
      }
      issues.withoutReason += all.count { $0.reason == 0 }
      for contact in all {
        let others = all.filter { $0.order != contact.order }
        for matchesReason in [false, true] where !matchesReason || contact.reason != 0 {
          let matching = others.filter { !matchesReason || $0.reason == contact.reason }
          let isFurther = matching.contains {
            ($0.instant, $0.order) < (contact.instant, contact.order)
              && contact.instant - $0.instant <= window
          }
          guard !isFurther else { continue }
          var counts = ResolutionCounts()
          let fails = matching.contains {
            $0.instant > contact.instant && $0.instant <= contact.instant + window
          }
          let lastSecond = (Int(watch.asOf.daysSinceEpoch) + 1) * 86_400 - 1
          if contact.day < firstDay + watch.windowDays {
            counts.washIn = 1
          } else if fails {
            counts.unresolved = 1
          } else if contact.instant + window <= lastSecond {
            counts.resolved = 1
          } else {
            counts.pending = 1
          }
          let hadAbandoned = (abandons[customer] ?? []).contains {
            $0 < contact.instant && contact.instant - $0 <= window
          }
          if counts.washIn == 0, hadAbandoned { counts.retries = 1 }
          if matchesReason {
            issues.sameReason.add(counts, on: contact.day)
          } else {
            issues.any.add(counts, on: contact.day)
          }
        }
      }
    }
    return issues
  }
}
