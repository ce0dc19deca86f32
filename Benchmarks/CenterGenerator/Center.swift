import Basics

/// Queues that are simulated side by side, interval by interval.
struct Center: Sendable {
  /// The queues, in the order of their rows.
  let queues: [QueueProfile]
  /// The length of an interval in minutes, a divisor of 1440.
  let minutes: Int
  /// What all random numbers of the center follow from.
  let seed: UInt64

  /// One interval of one queue.
  struct Row: Sendable {
    /// The day.
    let day: CivilDate
    /// The minute of the day on which the interval begins.
    let minute: Int
    /// The place of the queue in the center.
    let queue: Int
    /// What happened to the contacts that arrived in it.
    let totals: IntervalTotals
    /// The contacts themselves, where the queue keeps a log.
    let contacts: [SimulatedContact]
  }

  /// Simulates the center and gives each row of an open interval, in order of time.
  ///
  /// The rows of all queues for one interval follow each other in the order of
  /// the queues, so the memory depends on the number of queues alone.
  ///
  /// - Throws: What the receiver of the rows throws.
  func simulate(
    _ days: ClosedRange<CivilDate>, into receive: (Row) throws(GeneratorError) -> Void
  ) throws(GeneratorError) {
    try simulate(from: days.lowerBound, through: days.upperBound) { row throws(GeneratorError) in
      try receive(row)
      return true
    }
  }

  /// Simulates the center likewise, through a day or until the receiver has enough.
  ///
  /// - Parameter receive: Takes a row and tells whether it wants more.
  /// - Throws: What the receiver of the rows throws.
  func simulate(
    from first: CivilDate, through last: CivilDate? = nil,
    while receive: (Row) throws(GeneratorError) -> Bool
  ) throws(GeneratorError) {
    let exponential = ExponentialTable()
    var simulations = queues.enumerated().map { index, profile in
      QueueSimulation(profile: profile, index: index, seed: seed, exponential: exponential)
    }
    var day = first
    while last.map({ day <= $0 }) ?? true {
      let midnight = Int(day.daysSinceEpoch) * 86_400_000
      for i in simulations.indices { simulations[i].begin(day) }
      for minute in stride(from: 0, to: 1440, by: minutes) {
        for i in simulations.indices where simulations[i].isOpen(at: minute) {
          let totals = simulations[i].simulate(midnight: midnight, from: minute, minutes: minutes)
          let isWanted = try receive(
            Row(
              day: day, minute: minute, queue: i, totals: totals,
              contacts: simulations[i].contacts))
          guard isWanted else { return }
        }
      }
      day = day + 1
    }
  }
}
