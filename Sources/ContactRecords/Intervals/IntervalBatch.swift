public import Basics
public import DelimitedText

/// A few thousand interval records as columns, filled again and again.
///
/// Every numeric column is a run of `capacity` values in one array, so that a
/// check over a column is a loop over neighbors. An absent value is −1, which no
/// count and no duration can be.
public struct IntervalBatch: Sendable {
  /// Stands for a value that the row does not give.
  @inlinable public static var absent: Int { -1 }

  /// The number of rows.
  public internal(set) var count = 0
  /// Rows that the columns have room for.
  public private(set) var capacity = 0
  /// Thresholds that column names state, in the order of their columns.
  public let thresholds: [ThresholdColumn]

  /// Physical line of each row in its file, from 1.
  public internal(set) var lines: ContiguousArray<Int> = []
  /// Index of each row's key in the key table.
  public internal(set) var keys: ContiguousArray<Int32> = []
  /// Days since 1970-01-01.
  public internal(set) var days: ContiguousArray<Int32> = []
  /// Minute of the day at which the interval starts.
  public internal(set) var minutes: ContiguousArray<Int32> = []
  /// Which pass of a repeated hour each interval lies in; a `WallPass` by its number.
  public internal(set) var passes: ContiguousArray<UInt8> = []
  /// Whether any row lies in a repeated hour's second pass, or in one that nothing states.
  public internal(set) var hasRepeatedTimes = false
  /// Stated interval length in minutes; 0 where nothing states it. A row of
  /// `IntervalLength.month` stands on its month's last day.
  public internal(set) var lengths: ContiguousArray<Int32> = []
  /// Row of the record batch that each row was read from.
  var sources: ContiguousArray<Int32> = []
  /// A digest of every value of each row, to tell a repeat from a conflict of equal counts.
  public internal(set) var fingerprints: ContiguousArray<UInt32> = []
  /// 1 where a row's counts contradict each other.
  public internal(set) var suspects: ContiguousArray<UInt8> = []
  /// The numeric columns, one after another. A column that no file maps stays absent.
  public internal(set) var values: ContiguousArray<Int> = []
  /// Printed service levels; empty where no column is one, so that other files carry none.
  public internal(set) var percents: ContiguousArray<PrintedPercent?> = []
  /// How the intervals of each row ended; empty where no column says it.
  public internal(set) var outcomes: ContiguousArray<IntervalOutcomes?> = []
  /// Whether any row of the file can have a value in a column, by its position.
  var isInUse: [Bool]
  /// Digests in the making.
  var digests: ContiguousArray<UInt64> = []

  /// Columns that are filled in where no file column is mapped to them.
  private static let derived: [IntervalColumn] = [
    .offered, .answered, .abandoned, .answeredWithin, .handleSeconds,
  ]

  /// Creates an empty batch for files with the given threshold columns.
  public init(thresholds: [ThresholdColumn] = []) {
    self.thresholds = thresholds
    isInUse = Array(repeating: true, count: IntervalColumn.allCases.count + thresholds.count)
  }

  /// Creates an empty batch for files with the columns of a map.
  public init(_ map: ColumnMap) {
    self.init(thresholds: map.thresholds)
    for column in IntervalColumn.allCases where !IntervalBatch.derived.contains(column) {
      isInUse[column.rawValue] = map.has(column)
    }
  }

  /// The number of numeric columns.
  public var columnCount: Int { IntervalColumn.allCases.count + thresholds.count }

  /// Gives one value of one row.
  @inlinable
  public func value(_ column: IntervalColumn, _ row: Int) -> Int {
    values[column.rawValue * capacity + row]
  }

  /// Gives one row's count for the threshold column at the given position.
  @inlinable
  public func value(threshold position: Int, _ row: Int) -> Int {
    values[(IntervalColumn.allCases.count + position) * capacity + row]
  }

  /// Where the values of a column begin.
  func start(_ column: IntervalColumn) -> Int { column.rawValue * capacity }

  /// Where the values of the threshold column at the given position begin.
  func start(threshold position: Int) -> Int {
    (IntervalColumn.allCases.count + position) * capacity
  }

  /// Gives the pass of a row's interval.
  @inlinable
  public func pass(_ row: Int) -> WallPass { WallPass(rawValue: passes[row])! }

  /// Empties the batch and makes room for a number of rows.
  ///
  /// - Complexity: Allocates only when the room grows.
  mutating func reset(capacity wanted: Int) {
    count = 0
    if hasRepeatedTimes {
      hasRepeatedTimes = false
      for row in passes.indices { passes[row] = WallPass.first.rawValue }
    }
    guard wanted > capacity else {
      // What was derived for the last batch is not given by the rows of this one.
      for column in IntervalBatch.derived {
        let start = column.rawValue * capacity
        for position in start..<(start + wanted) { values[position] = IntervalBatch.absent }
      }
      return
    }
    capacity = wanted
    lines = .init(repeating: 0, count: wanted)
    keys = .init(repeating: 0, count: wanted)
    days = .init(repeating: 0, count: wanted)
    minutes = .init(repeating: 0, count: wanted)
    passes = .init(repeating: WallPass.first.rawValue, count: wanted)
    lengths = .init(repeating: 0, count: wanted)
    sources = .init(repeating: 0, count: wanted)
    fingerprints = .init(repeating: 0, count: wanted)
    suspects = .init(repeating: 0, count: wanted)
    digests = .init(repeating: 0, count: wanted)
    values = .init(repeating: IntervalBatch.absent, count: wanted * columnCount)
  }
}
