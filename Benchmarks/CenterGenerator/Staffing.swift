import Basics

/// How many agents a queue schedules for a load.
///
/// The rule is the square-root rule that follows from Erlang's formulas: the
/// load in Erlangs and a cushion that grows with its square root. A cushion of
/// 0 keeps the queue on the edge, one of about 1 gives 80 % in 20 s at
/// ordinary sizes.
struct Staffing: Sendable {
  /// The cushion in thousandths of the load's square root, and since when.
  let cushions: [(from: CivilDate, thousandths: Int)]

  /// Creates a rule from cushions in the order of their first days.
  init(cushions: [(from: CivilDate, thousandths: Int)]) {
    self.cushions = cushions
  }

  /// Gives the cushion of a day; before the first one, the first holds.
  func cushion(on day: CivilDate) -> Int {
    (cushions.last { $0.from <= day } ?? cushions[0]).thousandths
  }

  /// Gives the number of agents for a load, at least one.
  ///
  /// - Parameters:
  ///   - load: The load in thousandths of an Erlang.
  ///   - cushion: What `cushion(on:)` gives for the day.
  static func agents(load: Int, cushion: Int) -> Int {
    max(1, (load + cushion * wholeSquareRoot(load * 1000) / 1000 + 500) / 1000)
  }
}

/// Gives the largest whole number whose square is not above the given one.
///
/// - Complexity: O(log *n*) steps of Newton's method, from above.
func wholeSquareRoot(_ number: Int) -> Int {
  guard number > 1 else { return number }
  var root = 1 << ((number.bitWidth - number.leadingZeroBitCount + 1) / 2)
  while true {
    let next = (root + number / root) / 2
    if next >= root { return root }
    root = next
  }
}
