/// The order of values, and which of them are equal.
struct Ranking: Sendable {
  /// The group of each value: 0 for the smallest ones, 1 for the next, and so on.
  let groups: [Int]
  /// How many values each group has; one where a value has no equal.
  let sizes: [Int]

  /// Ranks values.
  ///
  /// - Complexity: O(*n* log *n*).
  init<Value: Comparable>(_ values: [Value]) {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var groups = [Int](repeating: 0, count: values.count)
    var sizes: [Int] = []
    for (position, index) in order.enumerated() {
      if position > 0, values[index] == values[order[position - 1]] {
        sizes[sizes.count - 1] += 1
      } else {
        sizes.append(1)
      }
      groups[index] = sizes.count - 1
    }
    self.groups = groups
    self.sizes = sizes
  }
}
