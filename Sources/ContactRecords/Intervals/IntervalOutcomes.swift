import DelimitedText

/// How the intervals of a day or a month ended, as a record of the whole says.
///
/// Sums cannot tell it any more, so that a roll-up lets it ride along, with what judged it: who
/// judges by anything else cannot use it.
public struct IntervalOutcomes: Hashable, Sendable {
  /// Intervals that attained the objective.
  public let met: Int
  /// Intervals that attained or missed it.
  public let counted: Int
  /// Intervals that what is missing could turn.
  public let undecided: Int
  /// What judged them: the objective and how it is counted.
  public let objective: String

  /// Creates outcomes.
  ///
  /// - Parameters:
  ///   - met: Intervals that attained the objective; no more than were counted.
  ///   - counted: Intervals that attained or missed it.
  ///   - undecided: Intervals that what is missing could turn.
  ///   - objective: What judged them.
  public init(met: Int, counted: Int, undecided: Int, objective: String) {
    (self.met, self.counted, self.undecided) = (met, counted, undecided)
    self.objective = objective
  }
}

// MARK: - Decoding

extension IntervalDecoder {
  /// Decodes how the intervals of all rows ended; a row that leaves any of it blank says nothing,
  /// nor does one that is shorter than a day.
  mutating func decode(
    _ source: ColumnMap.Outcomes, _ records: borrowing RecordBatch, into batch: inout IntervalBatch
  ) {
    batch.outcomes.removeAll(keepingCapacity: true)
    for row in 0..<batch.count {
      do throws(RejectedRecord) {
        batch.outcomes.append(try outcomes(of: row, source, records, batch))
      } catch {
        batch.outcomes.append(nil)
        if failures[row] == nil { failures[row] = error }
      }
    }
  }

  private func outcomes(
    of row: Int, _ source: ColumnMap.Outcomes, _ records: borrowing RecordBatch,
    _ batch: borrowing IntervalBatch
  ) throws(RejectedRecord) -> IntervalOutcomes? {
    let (record, length) = (Int(batch.sources[row]), Int(batch.lengths[row]))
    guard length >= IntervalLength.day else { return nil }
    // The shortest intervals of days of 25 hours.
    let days = length / IntervalLength.day
    let most = days * (IntervalLength.day + 60) / IntervalLength.known[0]
    let bytes = records.bytes.span
    var counts: [Int] = []
    for (field, name) in zip(source.counts, ColumnMap.Outcomes.names) {
      let range = FieldParsing.trimmed(bytes, records.range(row: record, field: field))
      if FieldParsing.isAbsent(bytes, range) { continue }
      let count: Int
      do throws(FieldFailure) {
        count = try FieldParsing.wholeNumber(bytes, range, decimalSeparator: decimalSeparator)
      } catch {
        throw rejection(
          record, field: field, records,
          .field(column: name, text: text(record, field, records), error), place: batch.place(row))
      }
      guard count <= most else {
        throw rejection(
          record, field: field, records,
          .outside(column: name, text: text(record, field, records), 0...most),
          place: batch.place(row))
      }
      counts.append(count)
    }
    let range = FieldParsing.trimmed(bytes, records.range(row: record, field: source.objective))
    guard counts.count == source.counts.count, !FieldParsing.isAbsent(bytes, range) else {
      return nil
    }
    guard counts[0] <= counts[1] else {
      throw rejection(
        record, field: source.counts[0], records,
        .aboveLimit(
          column: ColumnMap.Outcomes.names[0], text: "\(counts[0])",
          limit: ColumnMap.Outcomes.names[1], limitText: "\(counts[1])"), place: batch.place(row))
    }
    return IntervalOutcomes(
      met: counts[0], counted: counts[1], undecided: counts[2],
      // What judges here is never as long.
      objective: String(decoding: records.bytes[range].prefix(120), as: UTF8.self))
  }
}
