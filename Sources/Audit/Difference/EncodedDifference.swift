internal import Reports

/// The wire form of what was restated, version 1.
struct EncodedDifference: Encodable {
  let schema = DifferenceSchema.name
  let same: Bool
  let differences: Int
  let notCompared: [String]
  let months: Section
  let breakdowns: Section
  @Nullable var intervals: Section?
  let levels: [Level]
  let configuration: [Value]

  /// What became of the entries of a list.
  struct Section: Encodable {
    let before: Int
    let same: Int
    let changed: Int
    let added: Int
    let gone: Int
    let entries: [Entry]

    init(_ section: EntryDifference) {
      before = section.countBefore
      same = section.sameCount
      changed = section.changedCount
      added = section.addedCount
      gone = section.goneCount
      entries = section.entries.map(Entry.init)
    }
  }

  /// An entry that is not the same.
  struct Entry: Encodable {
    let names: [String]
    let change: String
    @Nullable var stateBefore: String?
    @Nullable var stateNow: String?
    let differences: Int
    let values: [Value]

    init(_ entry: EntryDifference.Entry) {
      names = entry.names
      change = entry.change.rawValue
      stateBefore = entry.stateBefore
      stateNow = entry.stateNow
      differences = entry.valueCount
      values = entry.values.map(Value.init)
    }
  }

  /// A value that differs.
  struct Value: Encodable {
    let path: String
    @Nullable var was: String?
    @Nullable var now: String?

    init(_ difference: DocumentComparison.Difference) {
      path = difference.path
      was = difference.was
      now = difference.now
    }
  }

  /// A level that is another one.
  struct Level: Encodable {
    let standard: String
    let scope: [String]
    let change: String
    @Nullable var was: Int?
    @Nullable var now: Int?

    init(_ level: ReportDifference.Level) {
      standard = level.standard
      scope = level.scope
      change = level.change.rawValue
      was = level.was.flatMap { Int($0) }
      now = level.now.flatMap { Int($0) }
    }
  }

  init(_ difference: ReportDifference) {
    same = difference.isEmpty
    differences = difference.whole.differenceCount
    notCompared = difference.notCompared.map(\.rawValue)
    months = Section(difference.months)
    breakdowns = Section(difference.breakdowns)
    intervals = difference.intervals.map(Section.init)
    levels = difference.levels.map(Level.init)
    configuration = difference.configuration.differences.map(Value.init)
  }
}
