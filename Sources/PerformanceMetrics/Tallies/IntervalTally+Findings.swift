public import Basics
public import ContactRecords

// MARK: - What is found

extension IntervalTally {
  /// Rows of a key that are longer than any interval.
  struct LongRows: Hashable {
    /// The number of the key.
    let key: Int
    /// Whether they are months, and not days.
    let isMonthly: Bool
  }

  /// Two different rows for one key and interval.
  public struct Conflict: Hashable, Sendable {
    /// The key of both.
    public let key: RecordKey
    /// The day of both.
    public let day: CivilDate
    /// The minute of the day at which the later row's interval starts.
    public let minute: Int
    /// Whether both are the whole month that ends on the day.
    public let isMonth: Bool
    /// The place of the row that stood there.
    public let earlier: Int
    /// The place of the row that came.
    public let later: Int
  }

  /// How many conflicts there are, and the first hundred of them.
  public struct ConflictList: Hashable, Sendable {
    /// The first hundred.
    public private(set) var first: [Conflict] = []
    /// All.
    public private(set) var count = 0

    private static let limit = 100

    /// Creates a list of nothing.
    public init() {}

    mutating func append(contentsOf other: ConflictList) {
      count += other.count
      first += other.first.prefix(ConflictList.limit - first.count)
    }

    mutating func append(_ conflict: Conflict) {
      count += 1
      if first.count < ConflictList.limit { first.append(conflict) }
    }
  }

  /// What became of the rows of one source.
  public struct SourceTally: Hashable, Sendable {
    /// The place before its first line: lines of all earlier sources.
    public let base: Int
    /// Rows that count.
    public internal(set) var accepted = 0
    /// Rows that equal another and were taken once.
    public internal(set) var repeated = 0
    /// Rows that gave way to another of the same key and interval.
    public internal(set) var dropped = 0
    /// Accepted rows whose counts contradict each other.
    public internal(set) var suspect = 0
    /// Rows whose printed service level no whole number of contacts gives, repeated ones among
    /// them.
    public internal(set) var impossiblePercentages = 0
    /// The earliest start among the rows that could be read.
    public internal(set) var first: IntervalStart?
    /// The latest start among the rows that could be read.
    public internal(set) var last: IntervalStart?
  }
}
