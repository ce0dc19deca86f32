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
    } else {
      sums[.answeredUnjudged] = answered
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
  private mutating func thresholdSeconds(of service: Int, on day: Int32) -> Int? {
    if lookups[service].day != day {
      let day = CivilDate(daysSinceEpoch: day)
      lookups[service] = (
        day.daysSinceEpoch, services[service].objectives.inForce(on: day)?.seconds
      )
    }
    return lookups[service].seconds
  }
}
