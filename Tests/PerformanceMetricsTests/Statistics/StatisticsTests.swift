/// The suites of the Statistics folder, so that they can be run together.
///
/// Reference values come from mpmath 1.3 with 40 digits, from SciPy 1.17 and from
/// the project's oracle; published tables are named where they are used.
enum StatisticsTests {}

/// Numbers that look random and are the same in every run: Steele, Lea and Flood's SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Small values among which some are likely to be equal.
  mutating func values(_ count: Int, in range: ClosedRange<Int>) -> [Int] {
    (0..<count).map { _ in Int.random(in: range, using: &self) }
  }
}

/// Tells whether two numbers agree to within a part of the second.
func agrees(_ a: Double, _ b: Double, within part: Double) -> Bool {
  (a - b).magnitude <= b.magnitude * part
}

/// Calls a closure with every order of the values; equal values count as different.
func forEachOrder<Value>(of values: [Value], _ body: ([Value]) -> Void) {
  func place(_ fixed: Int, _ values: inout [Value]) {
    if fixed >= values.count - 1 { return body(values) }
    for i in fixed..<values.count {
      values.swapAt(fixed, i)
      place(fixed + 1, &values)
      values.swapAt(fixed, i)
    }
  }
  var values = values
  place(0, &values)
}
