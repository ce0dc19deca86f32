/// What is there and what is missing on a day: a column for each count, with a number for
/// each interval.
struct DayPlaces: Sendable {
  /// Keys with records.
  private(set) var records: ContiguousArray<UInt32>
  /// Keys that should have records.
  private(set) var expected: ContiguousArray<UInt32>
  /// Keys with a hole.
  private(set) var holes: ContiguousArray<UInt32>
  /// 1 where configured opening hours leave the interval closed.
  private(set) var closed: ContiguousArray<UInt32>
  /// Contacts that the holes of all keys may hide.
  private(set) var volumes: ContiguousArray<Int>
  /// Contacts that are still to be answered.
  private(set) var pending: ContiguousArray<Int>

  /// Creates places without anything.
  init(count: Int) {
    records = .init(repeating: 0, count: count)
    (expected, holes, closed) = (records, records, records)
    volumes = .init(repeating: 0, count: count)
    pending = volumes
  }

  /// How many places there are.
  var count: Int { records.count }
  /// The places.
  var indices: Range<Int> { 0..<count }

  /// What is there and what is missing in one place.
  subscript(place: Int) -> ServiceHistory.Cell {
    get {
      .init(
        volume: volumes[place], records: Int(records[place]), expected: Int(expected[place]),
        holes: Int(holes[place]), pending: pending[place], isClosed: closed[place] == 1)
    }
    set {
      volumes[place] = newValue.volume
      records[place] = UInt32(newValue.records)
      expected[place] = UInt32(newValue.expected)
      holes[place] = UInt32(newValue.holes)
      pending[place] = newValue.pending
      closed[place] = newValue.isClosed ? 1 : 0
    }
  }

  /// Whether any place has a record.
  ///
  /// - Complexity: O(*n*) in the places.
  var haveRecords: Bool {
    var bits: UInt32 = 0
    let records = records.span
    for place in records.indices { bits |= records[place] }
    return bits != 0
  }

  /// Whether nothing is hidden or still to be answered, and no place is closed.
  ///
  /// - Complexity: O(*n*) in the places.
  var arePlain: Bool {
    var (bits, marks): (Int, UInt32) = (0, 0)
    let (closed, volumes, pending) = (closed.span, volumes.span, pending.span)
    for place in closed.indices { marks |= closed[place] }
    for place in volumes.indices { bits |= volumes[place] }
    for place in pending.indices { bits |= pending[place] }
    return bits == 0 && marks == 0
  }

  /// Closes a place, or opens it.
  mutating func close(_ place: Int, if isClosed: Bool) { closed[place] = isClosed ? 1 : 0 }

  /// Forgets everything.
  mutating func clear() {
    DayPlaces.clear(&records)
    DayPlaces.clear(&expected)
    DayPlaces.clear(&holes)
    DayPlaces.clear(&closed)
    DayPlaces.clear(&volumes)
    DayPlaces.clear(&pending)
  }

  private static func clear<Number: FixedWidthInteger>(_ column: inout ContiguousArray<Number>) {
    var span = column.mutableSpan
    span.update(repeating: 0)
  }
}

// MARK: - Keys

extension DayPlaces {
  /// Adds the records of a key.
  ///
  /// - Parameter places: How many places the day has for a key.
  mutating func add(_ day: borrowing KeyDay, places: Int) {
    PlaceColumns.add(day.present.span, count: places, to: &records)
  }

  /// Adds what is expected of a key, and what of it is missing.
  ///
  /// - Parameters:
  ///   - wanted: 1 where the key should have a record, from the given start on.
  ///   - day: The records of the key.
  ///   - places: How many places the day has for a key.
  ///   - countsHoles: Whether an interval without a record is a hole.
  ///   - most: The contacts that a hole may hide, by interval.
  mutating func expect(
    _ wanted: Span<UInt32>, from start: Int, of day: borrowing KeyDay, places: Int,
    countsHoles: Bool, hiding most: Span<Int>
  ) {
    let isAnyMissing = PlaceColumns.expect(
      wanted, from: start, present: day.present.span, places: places, countsHoles: countsHoles,
      expected: &expected, holes: &holes)
    guard isAnyMissing else { return }
    for place in 0..<places where wanted[start + place] == 1 && day.present[place] == 0 {
      volumes[place].addSaturating(most[place % most.count])
    }
  }
}
