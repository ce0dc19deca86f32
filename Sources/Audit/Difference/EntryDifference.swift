import Reports

/// What became of the entries of a list, found by their names: months, intervals.
package struct EntryDifference: Sendable {
  /// What became of an entry.
  package enum Change: String, Hashable, Sendable {
    case changed, added, gone
  }

  /// An entry that is not the same.
  package struct Entry: Sendable {
    /// What it is called, from the large to the small: Voice, Dallas, 2026-03.
    package let names: [String]
    /// What became of it.
    package let change: Change
    /// The state it was in, such as missed; `nil` where it had none.
    package let stateBefore: String?
    /// The state that it is in now.
    package let stateNow: String?
    /// The first values that differ; none where it is added or gone.
    package let values: [DocumentComparison.Difference]
    /// How many values differ.
    package let valueCount: Int

    /// Whether it was in another state.
    package var isFlipped: Bool { change == .changed && stateBefore != stateNow }
  }

  /// An entry of a list with what it is found by.
  struct Named {
    let names: [String]
    let value: JSONDocument.Value
  }

  /// How many entries there were.
  package private(set) var countBefore = 0
  /// How many are the same.
  package private(set) var sameCount = 0
  /// How many have other values.
  package private(set) var changedCount = 0
  /// How many were not there before.
  package private(set) var addedCount = 0
  /// How many are there no more.
  package private(set) var goneCount = 0
  /// The first of them, as many as are kept: in the order of the first list, and those that
  /// were added behind it.
  package private(set) var entries: [Entry] = []

  private let limit: Int
  /// How many values are kept of an entry.
  private static let valueLimit = 40

  /// Nothing was compared yet.
  ///
  /// - Parameter limit: How many entries are kept; all are counted.
  init(keeping limit: Int) { self.limit = limit }

  /// Compares two lists.
  init(_ before: [Named], _ after: [Named], keeping limit: Int) {
    self.init(keeping: limit)
    var rest = Dictionary(grouping: after.indices) { NameBytes(after[$0].names) }
    for entry in before {
      let name = NameBytes(entry.names)
      guard let index = rest[name]?.first else {
        noteGone(entry.names, state: EntryDifference.state(entry.value))
        continue
      }
      rest[name]!.removeFirst()
      let comparison = DocumentComparison(
        entry.value, after[index].value, keeping: EntryDifference.valueLimit)
      note(
        entry.names, comparison.differences, count: comparison.differenceCount,
        states: (EntryDifference.state(entry.value), EntryDifference.state(after[index].value)))
    }
    for index in rest.values.joined().sorted() {
      noteAdded(after[index].names, state: EntryDifference.state(after[index].value))
    }
  }

  /// Whether nothing differs.
  package var isEmpty: Bool { changedCount + addedCount + goneCount == 0 }

  private static func state(_ entry: JSONDocument.Value) -> String? { entry["state"]?.text }
}

// MARK: - Taking entries

extension EntryDifference {
  /// Takes an entry that both have.
  ///
  /// - Parameter count: How many values differ; none for one that is the same.
  mutating func note(
    _ names: @autoclosure () -> [String],
    _ values: @autoclosure () -> [DocumentComparison.Difference], count: Int,
    states: (before: String?, now: String?) = (nil, nil)
  ) {
    countBefore += 1
    if count == 0 {
      sameCount += 1
      return
    }
    changedCount += 1
    guard entries.count < limit else { return }
    entries.append(
      Entry(
        names: names(), change: .changed, stateBefore: states.before, stateNow: states.now,
        values: values(), valueCount: count))
  }

  mutating func noteGone(_ names: @autoclosure () -> [String], state: String? = nil) {
    countBefore += 1
    goneCount += 1
    guard entries.count < limit else { return }
    entries.append(
      Entry(
        names: names(), change: .gone, stateBefore: state, stateNow: nil, values: [],
        valueCount: 0))
  }

  mutating func noteAdded(_ names: @autoclosure () -> [String], state: String? = nil) {
    addedCount += 1
    guard entries.count < limit else { return }
    entries.append(
      Entry(
        names: names(), change: .added, stateBefore: nil, stateNow: state, values: [],
        valueCount: 0))
  }
}

/// Names that are the same where their bytes are.
struct NameBytes: Hashable {
  private let names: [[UInt8]]

  init(_ names: [String]) { self.names = names.map { Array($0.utf8) } }
}
