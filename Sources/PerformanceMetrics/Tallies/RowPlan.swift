import ContactRecords

/// Which columns of a batch say what a service's objective asks of a row on one day.
///
/// `IntervalTally.sums` decides for any row; a plan says the same for the rows whose counts
/// stand in the first column that is asked.
struct RowPlan: Sendable {
  /// The day, since 1970-01-01, that the plan is for.
  var day = Int32.min
  /// The threshold in force; −1 where there is none.
  var threshold = -1
  /// The column of the contacts answered within the threshold.
  private(set) var within = IntervalColumn.answeredWithin.rawValue
  /// Whether the column is for this threshold by its name.
  private(set) var isNamed = false
  /// −1 where something else is asked when the column has no number, else 0.
  private(set) var otherWithin = 0
  /// The column of the contacts abandoned within the threshold.
  private(set) var early = IntervalColumn.abandonedWithin.rawValue
  /// −1 where something else is asked when the column has no number, else 0.
  private(set) var otherEarly = 0
  /// The column of short abandons.
  let short = IntervalColumn.shortAbandoned.rawValue
  /// −1 where something else is asked when the column has no number, else 0.
  private(set) var otherShort = 0
  /// The columns that the plan names lie in this range.
  private(set) var columns = 0..<IntervalColumn.allCases.count

  /// A plan for no day.
  init() {}

  /// Finds the columns of a batch.
  ///
  /// - Parameters:
  ///   - threshold: The threshold in force; `nil` where there is none.
  ///   - shortSeconds: The short-abandon limit.
  init(
    _ batch: borrowing IntervalBatch, day: Int32, threshold: Int?, shortSeconds: Int
  ) {
    self.day = day
    self.threshold = threshold ?? -1
    otherWithin = batch.percents.isEmpty ? 0 : -1
    otherShort = threshold == shortSeconds ? -1 : 0
    let named = IntervalColumn.allCases.count
    columns = 0..<batch.columnCount
    for (position, column) in batch.thresholds.enumerated().reversed() {
      if column.seconds == threshold, column.countsAbandoned {
        (early, otherEarly) = (named + position, -1)
      } else if column.seconds == threshold {
        (within, isNamed, otherWithin) = (named + position, true, -1)
      }
      if column.seconds == shortSeconds, column.countsAbandoned { otherShort = -1 }
    }
  }
}
