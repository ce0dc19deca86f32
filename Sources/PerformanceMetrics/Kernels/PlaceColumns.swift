/// Columns with a number for each place of a day, one key after another added to them.
///
/// A key says 1 or 0 for each place: whether it has a record there, whether it should have one.
enum PlaceColumns {
  /// Marks the places whose number is above zero.
  ///
  /// - Precondition: There are no fewer places than numbers.
  static func mark(_ numbers: ContiguousArray<UInt32>, in places: inout ContiguousArray<UInt32>) {
    let numbers = numbers.span
    var places = places.mutableSpan
    precondition(numbers.count <= places.count)
    // SAFETY: there are no fewer places than numbers, as the precondition says.
    for place in 0..<numbers.count {
      let mark: UInt32 = unsafe numbers[unchecked: place] > 0 ? 1 : 0
      unsafe places[unchecked: place] |= mark
    }
  }

  /// Adds marks to counts.
  ///
  /// - Precondition: There are at least so many of both.
  static func add(_ marks: Span<UInt32>, count: Int, to counts: inout ContiguousArray<UInt32>) {
    var counts = counts.mutableSpan
    precondition(count <= marks.count && count <= counts.count)
    // SAFETY: both have the places, as the precondition says.
    for place in 0..<count { unsafe counts[unchecked: place] &+= marks[unchecked: place] }
  }

  /// Counts the places where a key should have a record, and as holes those where it has none.
  ///
  /// - Parameters:
  ///   - start: Where the marks of what should be there begin.
  ///   - present: The marks of what is there.
  ///   - places: How many places there are.
  ///   - countsHoles: Whether a place without a record is a hole.
  /// - Returns: Whether there is any hole.
  /// - Precondition: All columns have the places.
  static func expect(
    _ wanted: Span<UInt32>, from start: Int, present: Span<UInt32>, places: Int, countsHoles: Bool,
    expected: inout ContiguousArray<UInt32>, holes: inout ContiguousArray<UInt32>
  ) -> Bool {
    var expected = expected.mutableSpan
    var holes = holes.mutableSpan
    precondition(start >= 0 && start + places <= wanted.count && places <= present.count)
    precondition(places <= expected.count && places <= holes.count)
    let counted: UInt32 = countsHoles ? 1 : 0
    var bits: UInt32 = 0
    // SAFETY: all columns have the places, as the preconditions say.
    for place in 0..<places {
      let mark = unsafe wanted[unchecked: start &+ place]
      let hole = unsafe mark & counted & ~present[unchecked: place]
      unsafe expected[unchecked: place] &+= mark
      unsafe holes[unchecked: place] &+= hole
      bits |= hole
    }
    return bits != 0
  }

  /// Counts marks by place and keeps the largest number of each.
  ///
  /// - Parameters:
  ///   - marks: 1 where there is a number.
  ///   - count: How many places there are.
  ///   - start: Where the counts and the largest numbers of these places begin.
  /// - Precondition: All columns have the places; a number without a mark is zero.
  static func survey(
    _ marks: Span<UInt32>, _ numbers: Span<Int>, count: Int, at start: Int,
    counts: inout ContiguousArray<Int>, largest: inout ContiguousArray<Int>
  ) {
    var counts = counts.mutableSpan
    var largest = largest.mutableSpan
    precondition(count <= marks.count && count <= numbers.count && start >= 0)
    precondition(start + count <= counts.count && start + count <= largest.count)
    // SAFETY: all columns have the places, as the preconditions say.
    for place in 0..<count {
      unsafe counts[unchecked: start &+ place] &+= Int(marks[unchecked: place])
      let most = unsafe max(largest[unchecked: start &+ place], numbers[unchecked: place])
      unsafe largest[unchecked: start &+ place] = most
    }
  }
}
