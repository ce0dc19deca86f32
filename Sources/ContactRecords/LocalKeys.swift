/// The keys of batches that are decoded apart from others, and their numbers among all keys.
///
/// A thread numbers the keys that it meets in a table of its own. The numbers that
/// all threads share are given when its rows are taken, in the order of the input.
public struct LocalKeys: Sendable {
  /// The keys as the thread numbers them.
  public var table = KeyTable()
  /// The shared number of each; −1 where no row with it was taken yet.
  private var numbers: ContiguousArray<Int32> = []

  /// Creates an empty table.
  public init() {}

  /// Finds the shared number of a key.
  ///
  /// - Complexity: O(1), but for the first row of a key.
  mutating func number(_ local: Int32, in shared: inout KeyTable) -> Int32 {
    let index = Int(local)
    if index >= numbers.count {
      numbers.append(contentsOf: repeatElement(-1, count: table.keys.count - numbers.count))
    }
    if numbers[index] < 0 { numbers[index] = shared.number(of: table.keys[index]) }
    return numbers[index]
  }
}

// MARK: - Settling

extension LocalKeys {
  /// Gives rows the shared numbers of their keys, and counts their lines on.
  fileprivate mutating func settle(
    _ keys: inout ContiguousArray<Int32>, _ lines: inout ContiguousArray<Int>, rows: Int,
    from first: Int, in shared: inout KeyTable
  ) {
    for row in 0..<rows { lines[row] += first }
    for row in 0..<rows { keys[row] = number(keys[row], in: &shared) }
  }
}

extension IntervalBatch {
  /// Gives the rows the lines and the key numbers that they have among all rows.
  ///
  /// - Parameters:
  ///   - first: Physical lines before the first one of the batch's chunk.
  ///   - local: The keys as the batch's chunk numbers them.
  ///   - shared: The keys of all rows, which grow.
  public mutating func settle(
    lines first: Int, _ local: inout LocalKeys, in shared: inout KeyTable
  ) {
    local.settle(&keys, &lines, rows: count, from: first, in: &shared)
  }
}

extension ContactBatch {
  /// Gives the rows the lines and the key numbers that they have among all rows.
  ///
  /// - Parameters:
  ///   - first: Physical lines before the first one of the batch's chunk.
  ///   - local: The keys as the batch's chunk numbers them.
  ///   - shared: The keys of all rows, which grow.
  public mutating func settle(
    lines first: Int, _ local: inout LocalKeys, in shared: inout KeyTable
  ) {
    local.settle(&keys, &lines, rows: count, from: first, in: &shared)
  }
}

extension ContactBatch {
  /// Gives the rows the numbers that their transaction types have among all rows.
  public mutating func settle(types local: TransactionTypes, in shared: inout TransactionTypes) {
    guard !local.names.isEmpty else { return }
    var numbers = [Int32](repeating: -1, count: local.names.count)
    for row in 0..<count where types[row] >= 0 {
      let type = Int(types[row])
      if numbers[type] < 0 { numbers[type] = shared.number(of: local.names[type]) }
      types[row] = numbers[type]
    }
  }
}

extension RejectedRecord {
  /// Gives the row the line and the key number that it has among all rows.
  ///
  /// - Parameters:
  ///   - first: Physical lines before the first one of the batch's chunk.
  ///   - local: The keys as the batch's chunk numbers them.
  ///   - shared: The keys of all rows, which grow.
  public mutating func settle(
    lines first: Int, _ local: inout LocalKeys, in shared: inout KeyTable
  ) {
    line += first
    if let known = place?.key { place!.key = local.number(known, in: &shared) }
  }
}
