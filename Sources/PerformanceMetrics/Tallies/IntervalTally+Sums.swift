import Basics
import ContactRecords

// MARK: - From a row to sums

extension IntervalTally {
  /// Picks from a row the counts that its service's objective asks for.
  mutating func sums(
    of row: Int, in batch: borrowing IntervalBatch, key: Int, day: Int32
  ) -> ContactSums {
    var sums = ContactSums()
    let answered = batch.value(.answered, row)
    let abandoned = batch.value(.abandoned, row)
    sums[.rows] = 1
    sums[.offered] = batch.value(.offered, row)
    sums[.answered] = answered
    sums[.abandoned] = abandoned

    let threshold = serviceOfKey[key].flatMap { thresholdSeconds(of: $0, on: day) }
    let stated = batch.value(.thresholdSeconds, row)
    let fits = stated == IntervalBatch.absent || threshold == nil || stated == threshold
    let named = threshold.flatMap { count(in: batch, row, within: $0, abandoned: false) }
    let within = named ?? (fits ? known(batch.value(.answeredWithin, row)) : nil)
    if let within {
      sums[.answeredWithin] = within
      if named == nil, stated == IntervalBatch.absent {
        assumesThresholdFrom[key] = min(assumesThresholdFrom[key], day)
      }
    }

    let early =
      threshold.flatMap { count(in: batch, row, within: $0, abandoned: true) }
      ?? (fits ? known(batch.value(.abandonedWithin, row)) : nil)
    if let early { sums[.abandonedWithin] = early } else { sums[.abandonedUnjudged] = abandoned }

    let short =
      known(batch.value(.shortAbandoned, row))
      ?? count(in: batch, row, within: shortAbandonSeconds, abandoned: true)
      ?? (threshold == shortAbandonSeconds ? early : nil)
    if let short { sums[.shortAbandoned] = short } else { sums[.shortUnjudged] = abandoned }

    if within == nil {
      let counts = fits ? percentage(of: row, in: batch, key: key, early: early, short: short) : nil
      if let counts {
        sums[.answeredWithin] = counts.lowest
        sums[.answeredDoubtful] = counts.highest - counts.lowest
        sums[.answeredNearest] = counts.nearest - counts.lowest
        sums[.rowsOfPercentages] = 1
        if !counts.isPossible { sources[sources.count - 1].impossiblePercentages += 1 }
        if stated == IntervalBatch.absent {
          assumesThresholdFrom[key] = min(assumesThresholdFrom[key], day)
        }
      } else {
        sums[.answeredUnjudged] = answered
      }
    }

    if let flowOut = known(batch.value(.flowOut, row)) {
      sums[.flowOut] = flowOut
    } else if sums.offered > 0 {
      sums[.rowsWithoutFlowOut] = 1
    }
    // A blank duration is nothing on a row without answered calls.
    if let wait = known(batch.value(.waitSeconds, row)) {
      sums[.waitMilliseconds] = wait
    } else if answered > 0 {
      sums[.rowsWithoutWait] = 1
    }
    if let handle = known(batch.value(.handleSeconds, row)) {
      sums[.handleMilliseconds] = handle
    } else if answered > 0 {
      sums[.rowsWithoutHandle] = 1
    }
    return sums
  }

  /// Finds the counts that a row's printed service level allows; `nil` where it has none, or
  /// lacks what the formula of its service needs besides.
  private func percentage(
    of row: Int, in batch: borrowing IntervalBatch, key: Int, early: Int?, short: Int?
  ) -> PercentageCounts? {
    guard !batch.percents.isEmpty, let percent = batch.percents[row],
      let service = serviceOfKey[key].map({ services[$0] })
    else { return nil }
    let answered = batch.value(.answered, row)
    let offered =
      service.demand == .offered
      ? batch.value(.offered, row) : answered + batch.value(.abandoned, row)
    let base: PercentageCounts.Base
    switch service.formula {
    case .offered: base = .init(added: 0, denominator: offered)
    case .answered: base = .init(added: 0, denominator: answered)
    case .earlyAbandonsExcluded:
      guard let early else { return nil }
      base = .init(added: 0, denominator: offered - early)
    case .earlyAbandonsMet:
      guard let early else { return nil }
      base = .init(added: early, denominator: offered)
    case .shortAbandonsExcluded:
      guard let short else { return nil }
      base = .init(added: 0, denominator: offered - short)
    case .shortAbandonsMet:
      guard let short else { return nil }
      base = .init(added: short, denominator: offered)
    }
    return PercentageCounts(percent, of: base, answered: answered)
  }

  private func known(_ value: Int) -> Int? { value == IntervalBatch.absent ? nil : value }

  /// Finds the count of a threshold column for the given seconds.
  private func count(
    in batch: borrowing IntervalBatch, _ row: Int, within seconds: Int, abandoned: Bool
  ) -> Int? {
    for (position, column) in batch.thresholds.enumerated()
    where column.seconds == seconds && column.countsAbandoned == abandoned {
      if let value = known(batch.value(threshold: position, row)) { return value }
    }
    return nil
  }

  /// Finds the threshold in force; rows of one day follow each other, so the last answer is kept.
  mutating func thresholdSeconds(of service: Int, on day: Int32) -> Int? {
    if lookups[service].day != day {
      let day = CivilDate(daysSinceEpoch: day)
      lookups[service] = (
        day.daysSinceEpoch, services[service].objectives.inForce(on: day)?.seconds
      )
    }
    return lookups[service].seconds
  }
}
