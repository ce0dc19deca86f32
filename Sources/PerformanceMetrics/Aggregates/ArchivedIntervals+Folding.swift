import Basics
import ContactRecords

// MARK: - Each interval once

extension ArchivedIntervals {
  /// The rows that count, in the order of their keys and of time, whatever order they came in.
  ///
  /// A row that equals another of its interval counts once; of different ones the policy keeps
  /// the first, the last or all, as the tallies do.
  ///
  /// - Parameter conflicts: Receives how many rows differ from another of their interval.
  /// - Complexity: O(*n* log *n*) in the rows.
  func folded(_ policy: ConflictPolicy, conflicts: inout Int) -> [Row] {
    let ranks = keys.ranks
    let order = rows.indices.sorted { a, b in
      let (first, second) = (rows[a], rows[b])
      if first.key != second.key { return ranks[Int(first.key)] < ranks[Int(second.key)] }
      let one = (first.day, first.minute, first.lengthClass)
      let other = (second.day, second.minute, second.lengthClass)
      return one == other ? first.place < second.place : one < other
    }
    var (counted, start) = ([Row](), 0)
    while start < order.count {
      let head = rows[order[start]]
      var end = start
      while end < order.count, isSameTime(rows[order[end]], head) { end += 1 }
      defer { start = end }
      if end == start + 1, head.pass != .unstated {
        counted.append(head)
        continue
      }
      let passes = distinct(order[start..<end].map { rows[$0] })
      for distinct in [passes.first, passes.second] {
        conflicts += max(0, distinct.count - 1)
        switch policy {
        case .error, .first: counted += distinct.prefix(1)
        case .last: counted += distinct.suffix(1)
        case .sum: counted += distinct
        }
      }
    }
    return counted
  }

  /// Tells whether two rows start at one wall time, and are both intervals, days or months.
  func isSameTime(_ a: Row, _ b: Row) -> Bool {
    a.key == b.key && a.day == b.day && a.minute == b.minute && a.lengthClass == b.lengthClass
  }

  /// The different rows of one wall time in each of its passes, in the order in which they came.
  ///
  /// Rows of a repeated hour whose pass nothing states are paired in the order of their input.
  private func distinct(_ rows: [Row]) -> (first: [Row], second: [Row]) {
    var (firsts, seconds): ([Row], [Row]) = ([], [])
    var unstated: [Int32: Int] = [:]
    for row in rows {
      var settled = row
      if row.pass == .unstated {
        let before = unstated[row.source, default: 0]
        unstated[row.source] = before + 1
        let isSecond =
          before < 2 ? before == 1 : !firsts.contains { areEqual($0, row) }
        settled.pass = isSecond ? .second : .first
      }
      if settled.pass == .second {
        take(settled, into: &seconds)
      } else {
        take(settled, into: &firsts)
      }
    }
    return (firsts, seconds)
  }

  /// Takes a row unless it equals another; of what both say of their intervals, that counts which
  /// is said by one of them, and nothing where they differ.
  private func take(_ row: Row, into rows: inout [Row]) {
    guard let position = rows.firstIndex(where: { areEqual($0, row) }) else {
      rows.append(row)
      return
    }
    let (own, new) = (outcomes(of: rows[position]), outcomes(of: row))
    if own == new || new.isEmpty || rows[position].hidesOutcomes { return }
    if own.isEmpty {
      rows[position] = row
    } else {
      rows[position].hidesOutcomes = true
    }
  }
}

extension KeyTable {
  /// The rank of each key among all, by the bytes of its names: two spellings of one name,
  /// which compare equal, are two keys.
  ///
  /// - Complexity: O(*n* log *n*) in the keys.
  var ranks: [Int] {
    let names = keys.map { key in
      [key.site, key.queue, key.channel, key.part].map { Array($0.utf8) }
    }
    let order = names.indices.sorted { a, b in
      names[a].lexicographicallyPrecedes(names[b]) { $0.lexicographicallyPrecedes($1) }
    }
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, key) in order.enumerated() { ranks[key] = rank }
    return ranks
  }
}
