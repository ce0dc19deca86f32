import Basics
public import ContactRecords

// MARK: - Merging

extension IntervalTally {
  /// Takes everything that another tally has taken.
  ///
  /// The result is that of one tally over both inputs, in whatever pieces they were
  /// taken; merging is associative. Where conflicts are an error, and so leave no
  /// verdict, the rows in conflict are not sorted into dropped and repeated ones.
  ///
  /// - Parameters:
  ///   - other: A tally of the same services and policy, whose sources come after
  ///     this one's: their bases count on from its lines.
  ///   - table: This tally's key table; receives the other's keys.
  /// - Complexity: O(*n*) in the cells of the other tally.
  public mutating func merge(_ other: IntervalTally, keys table: inout KeyTable) {
    let offset = sources.count
    sources += other.sources
    if policy == .error { conflicts.append(contentsOf: other.conflicts) }
    lengthConflicts.append(contentsOf: other.lengthConflicts)
    for (index, tally) in other.keys.enumerated() {
      let key = Int(table.number(of: tally.key))
      admit(table)
      assumesThresholdFrom[key] = min(assumesThresholdFrom[key], other.assumesThresholdFrom[index])
      var settled: [Settled] = []
      keys[key].merge(tally, policy: policy) { settled.append(Settled($0, $1, $2, $3, $4)) }
      account(settled, of: LongRows(key: key, isMonthly: false), other, sourcesBefore: offset)
    }
    let long = other.longRows.keys.sorted {
      ($0.key, $0.isMonthly ? 1 : 0) < ($1.key, $1.isMonthly ? 1 : 0)
    }
    for rows in long {
      let key = Int(table.number(of: other.keys[rows.key].key))
      let own = LongRows(key: key, isMonthly: rows.isMonthly)
      admit(own)
      var settled: [Settled] = []
      longRows[own]!.merge(other.longRows[rows]!, policy: policy) {
        settled.append(Settled($0, $1, $2, $3, $4))
      }
      account(settled, of: own, other, sourcesBefore: offset)
    }
  }

  /// What became of a row of another tally.
  private struct Settled {
    let row: KeyTally.Row
    /// Whether it counted there.
    let counted: Bool
    let day: Int32
    let minute: Int32
    let outcome: KeyTally.Outcome

    init(
      _ row: KeyTally.Row, _ counted: Bool, _ day: Int32, _ minute: Int32,
      _ outcome: KeyTally.Outcome
    ) {
      (self.row, self.counted, self.outcome) = (row, counted, outcome)
      (self.day, self.minute) = (day, minute)
    }
  }

  /// Accounts for the rows of a key of another tally anew.
  private mutating func account(
    _ settled: [Settled], of key: LongRows, _ other: IntervalTally, sourcesBefore offset: Int
  ) {
    for row in settled {
      // What the other tally made of the row is taken back first.
      let place = row.row.arrival.place
      let source = offset + other.sourceIndex(ofPlace: place)
      if row.counted {
        sources[source].accepted -= 1
        sources[source].suspect -= row.row.isSuspect ? 1 : 0
      } else {
        sources[source].dropped -= 1
      }
      account(
        row.outcome, source: source, place: place, isSuspect: row.row.isSuspect, key, day: row.day,
        minute: row.minute)
    }
  }
}
