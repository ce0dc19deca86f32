import Basics
import ContactRecords

// MARK: - Arrivals

extension KeyTally {
  /// Takes a row.
  ///
  /// - Parameters:
  ///   - sums: The row's counts.
  ///   - isSuspect: Whether they contradict each other.
  ///   - isSecond: Whether it lies in the second pass of a repeated hour.
  ///   - length: The stated interval length in minutes, 0 where nothing states it.
  ///   - policy: What happens to different rows for one interval.
  /// - Returns: What became of the row; on a conflict it was left out, put in the
  ///   place of the other or added to it, as the policy says.
  mutating func take(
    _ sums: ContactSums, isSuspect: Bool, day: Int32, minute: Int32, isSecond: Bool = false,
    length: Int32, arrival: Arrival, policy: ConflictPolicy
  ) -> Outcome {
    refine(for: minute)
    let block = block(of: day, place: arrival.place)
    if length != 0, lengths[block] != length {
      if lengths[block] != 0 { return .lengthConflict(with: firstPlace(on: day)) }
      state(length: length, ofBlock: block)
    }
    let own = isSecond ? secondBlock(of: day, place: arrival.place) : block
    let cell = own * cellsPerDay + Int(minute) / step
    let row = Row(arrival: arrival, sums: sums, isSuspect: isSuspect)
    guard hasRecord(cell) else {
      place(row, in: cell)
      return .accepted
    }
    let standing = self.row(cell)
    guard contest(cell, standing, row, policy) else { return .repeated }
    switch policy {
    case .error, .first: break
    case .sum:
      var both = standing.sums.merging(sums)
      hasOverflowed = hasOverflowed || both.hasOverflowed
      // The sums are worthless then, but a row stands there.
      if both.hasOverflowed { both[.rows] = 1 }
      place(Row(arrival: standing.arrival, sums: both, isSuspect: standing.isSuspect), in: cell)
    case .last: place(row, in: cell)
    }
    return .conflict(
      with: standing.arrival.place, otherIsSuspect: standing.isSuspect)
  }

  /// The place of the first row of a day; 0 where there is none.
  private func firstPlace(on day: Int32) -> Int {
    for block in [blocks[day], secondBlocks[day]].compactMap(\.self) {
      let cells = (block * cellsPerDay)..<((block + 1) * cellsPerDay)
      if let cell = cells.first(where: hasRecord) { return place(of: cell) }
    }
    return 0
  }

  /// Tells whether a row that equals this one has arrived for the first pass of a time.
  func holds(_ sums: ContactSums, fingerprint: UInt32, day: Int32, minute: Int32) -> Bool {
    guard let block = blocks[day], Int(minute) % step == 0 else { return false }
    let cell = block * cellsPerDay + Int(minute) / step
    guard hasRecord(cell) else { return false }
    // Where it stands, and whether it contradicts itself, is not compared.
    let row = Row(
      arrival: Arrival(place: 0, fingerprint: fingerprint), sums: sums, isSuspect: false)
    return contested[cell]?.identities.contains(row.identity) ?? self.row(cell).equals(row)
  }

  /// Adds a row to the distinct ones of a cell.
  ///
  /// - Returns: `false` when an equal one was there.
  private mutating func contest(
    _ cell: Int, _ standing: Row, _ row: Row, _ policy: ConflictPolicy
  ) -> Bool {
    let keepsRows = policy != .error
    if contested[cell] == nil {
      if standing.equals(row) { return false }
      contested[cell] = Contest(
        identities: [standing.identity], rows: keepsRows ? [standing] : [])
    }
    guard contested[cell]!.identities.insert(row.identity).inserted else { return false }
    if keepsRows { contested[cell]!.rows.append(row) }
    return true
  }

  /// Puts a row into a cell, in the place of what is there.
  private mutating func place(_ row: Row, in cell: Int) {
    let (block, index) = cell.quotientAndRemainder(dividingBy: cellsPerDay)
    var numbers = CellNumbers(
      row.sums, isSuspect: row.isSuspect, fingerprint: row.arrival.fingerprint)
    lower(firstPlace: row.arrival.place, ofBlock: block)
    if block == open.block {
      numbers[CellColumn.place] = row.arrival.place - open.firstPlace
      if numbers.fitOpenDay {
        for column in 0..<CellColumn.count { open.set(column, index, to: numbers[column]) }
        return
      }
      close()
    }
    days[block].put(numbers, place: row.arrival.place, in: index)
  }

  /// Lets the places of a block begin at a lower one.
  private mutating func lower(firstPlace place: Int, ofBlock block: Int) {
    if block == open.block {
      if open.lower(firstPlace: place) { return }
      close()
    }
    days[block].lower(firstPlace: place)
  }
}

// MARK: - Merging

extension KeyTally {
  /// Takes all rows of another tally of this key, whose places come after these.
  ///
  /// - Parameter settle: Told of each row of the other tally: the row, whether it
  ///   counted there, and what became of it here.
  /// - Complexity: O(*n*) in the cells of the other tally.
  mutating func merge(
    _ other: KeyTally, policy: ConflictPolicy,
    settle: (_ row: Row, _ counted: Bool, _ day: Int32, _ minute: Int32, _ outcome: Outcome) -> Void
  ) {
    noteRejected(other.rejectedStarts)
    outcomes.merge(other.outcomes) { $0.joined(with: $1) }
    hasOverflowed = hasOverflowed || other.hasOverflowed
    // In the order of the days, so that rows are settled in the same order each time.
    let blocks =
      other.blocks.sorted { $0.key < $1.key }.map { ($0.key, $0.value, false) }
      + other.secondBlocks.sorted { $0.key < $1.key }.map { ($0.key, $0.value, true) }
    for (day, block, isSecond) in blocks {
      let length = other.blocks[day].map { other.lengths[$0] } ?? 0
      let first = block == other.open.block ? other.open.firstPlace : other.days[block].firstPlace
      for index in 0..<other.cellsPerDay {
        let cell = block * other.cellsPerDay + index
        guard other.hasRecord(cell) else { continue }
        let contest = other.contested[cell]
        let rows =
          contest.map { $0.rows.isEmpty ? [other.row(cell)] : $0.rows }
          ?? [other.row(cell)]
        let minute = Int32(index * other.step)
        // Places are counted from the first of all at once: one by one they might begin
        // lower each time.
        let firstPass = self.block(of: day, place: first)
        lower(
          firstPlace: first, ofBlock: isSecond ? secondBlock(of: day, place: first) : firstPass)
        for (position, row) in rows.enumerated() {
          let counted =
            switch policy {
            case .error, .first: position == 0
            case .sum: true
            case .last: position == rows.count - 1
            }
          let outcome = take(
            row.sums, isSuspect: row.isSuspect, day: day, minute: minute, isSecond: isSecond,
            length: length, arrival: row.arrival, policy: policy)
          settle(row, counted, day, minute, outcome)
        }
        guard let contest, contest.rows.isEmpty else { continue }
        let block =
          isSecond ? secondBlock(of: day, place: first) : self.block(of: day, place: first)
        let own = block * cellsPerDay + Int(minute) / step
        let standing = row(own)
        contested[own, default: Contest(identities: [standing.identity])]
          .identities.formUnion(contest.identities)
      }
    }
  }
}
