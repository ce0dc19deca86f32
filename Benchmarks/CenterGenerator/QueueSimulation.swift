import Basics

// To the next reader: a queue is simulated contact by contact, in order of
// arrival. With first come, first served, nothing that arrives later can change
// what happens to a contact, so its whole fate is known at once: it is taken by
// the agent who is free first, unless its patience ends before. The state is
// therefore no more than the moment from which each agent is free. Time is in
// whole milliseconds, and only integers are used; see `ExponentialTable` for
// the reason.

/// What happened to the contacts that arrived in one interval, named like the columns.
struct IntervalTotals: Equatable, Sendable {
  var offered = 0
  var answered = 0
  var abandoned = 0
  var answeredWithin = 0
  var abandonedWithin = 0
  var shortAbandoned = 0
  var talkSeconds = 0
  var holdSeconds = 0
  var wrapSeconds = 0
  var waitSeconds = 0
  var abandonWaitSeconds = 0
}

/// What happened to one contact, in whole seconds, cut as switches cut them.
struct SimulatedContact: Equatable, Sendable {
  /// Millisecond since 1970 at which it arrived.
  let arrival: Int
  let isAnswered: Bool
  let waitSeconds: Int
  var talkSeconds = 0
  var holdSeconds = 0
  var wrapSeconds = 0
}

/// A queue on its way through time.
struct QueueSimulation: Sendable {
  /// What is simulated.
  let profile: QueueProfile
  private let index: Int
  private let seed: UInt64
  private let exponential: ExponentialTable
  /// Millisecond since 1970 from which each agent is free; their order means nothing.
  private var freeFrom: [Int] = []
  /// The contacts of the interval at hand, one by one, where the queue keeps a log.
  private(set) var contacts: [SimulatedContact] = []
  private var today = Today()

  /// What holds for one day.
  private struct Today: Sendable {
    var random = SplitMix64(seed: 0)
    /// Open minutes; empty on a closed day.
    var open = 0..<0
    /// Thousandths of a contact per hour, as forecast.
    var level = 0
    /// What comes against the forecast, in thousandths.
    var demand = 1000
    var cushion = 0
    /// Who is there against the schedule, in thousandths.
    var agents = 1000
  }

  /// Abandons within this many seconds are short: the usual limit.
  private static let shortAbandonSeconds = 5

  /// Creates a queue without agents, before its first day.
  ///
  /// - Parameters:
  ///   - index: Its place in the center, which separates its random numbers
  ///     from those of the other queues.
  ///   - exponential: The table, shared by all queues.
  init(profile: QueueProfile, index: Int, seed: UInt64, exponential: ExponentialTable) {
    self.profile = profile
    self.index = index
    self.seed = seed
    self.exponential = exponential
  }

  /// Begins a day: what is open, what is forecast, and how the day will stray from it.
  mutating func begin(_ day: CivilDate) {
    today = Today()
    today.random = SplitMix64(seed: seed, queue: index, day: Int(day.daysSinceEpoch))
    if !profile.holidays.contains(day) { today.open = profile.openMinutes[day.weekday.rawValue] }
    today.level = profile.arrivals.dailyLevel(on: day)
    today.cushion = profile.staffing.cushion(on: day)
    // The mean of three draws: most days are near their forecast.
    let spread = profile.daySpread
    if spread > 0 {
      let draws = (0..<3).reduce(0) { sum, _ in sum + today.random.next(below: 2 * spread + 1) }
      today.demand = 1000 - spread + draws / 3
    }
    for episode in profile.episodes where episode.covers(day) {
      today.demand = today.demand * episode.demand / 1000
      today.agents = today.agents * episode.agents / 1000
    }
  }

  /// Tells whether the queue is open at a minute of the current day.
  func isOpen(at minute: Int) -> Bool { today.open.contains(minute) }

  /// Simulates the contacts that arrive in an interval of the current day.
  ///
  /// - Parameters:
  ///   - midnight: The day's first millisecond since 1970.
  ///   - minute: The minute of the day on which the interval begins.
  ///   - minutes: The length of the interval.
  /// - Complexity: O(*c* · *a*) for *c* contacts and *a* agents.
  mutating func simulate(midnight: Int, from minute: Int, minutes: Int) -> IntervalTotals {
    var totals = IntervalTotals()
    contacts.removeAll(keepingCapacity: true)
    let forecast = profile.arrivals.expected(from: minute, minutes: minutes, level: today.level)
    let start = midnight + minute * 60_000
    // Thousandths of a contact in the interval × milliseconds each, over the
    // milliseconds of the interval, are thousandths of an Erlang.
    let load = forecast * profile.handling.meanMilliseconds / (minutes * 60_000)
    let scheduled = Staffing.agents(load: load, cushion: today.cushion)
    staff(max(1, (scheduled * today.agents + 500) / 1000), at: start)

    let expected = forecast * today.demand / 1000
    guard expected > 0 else { return totals }
    let end = start + minutes * 60_000
    let meanGap = minutes * 60_000 * 1000 / expected
    var random = today.random
    var arrival = start + exponential.draw(mean: meanGap, from: &random)
    while arrival < end {
      serve(arrival, with: &random, into: &totals)
      arrival += exponential.draw(mean: meanGap, from: &random)
    }
    today.random = random
    return totals
  }

  /// Decides the fate of one contact.
  private mutating func serve(
    _ arrival: Int, with random: inout SplitMix64, into totals: inout IntervalTotals
  ) {
    totals.offered += 1
    var first = 0
    var earliest = freeFrom[0]
    for i in 1..<max(1, freeFrom.count) where freeFrom[i] < earliest {
      earliest = freeFrom[i]
      first = i
    }
    let wait = max(0, earliest - arrival)
    let patience = exponential.draw(mean: profile.patienceSeconds * 1000, from: &random)
    if wait > patience {
      let seconds = patience / 1000
      totals.abandoned += 1
      totals.abandonWaitSeconds += seconds
      if seconds <= profile.thresholdSeconds { totals.abandonedWithin += 1 }
      if seconds <= QueueSimulation.shortAbandonSeconds { totals.shortAbandoned += 1 }
      log(SimulatedContact(arrival: arrival, isAnswered: false, waitSeconds: seconds))
      return
    }
    // Talk is the sum of a fixed part and two exponential ones: less scattered
    // than a single one, as handling times are. Seconds are cut, not rounded,
    // as switches do it.
    let mean = profile.handling
    let talk =
      mean.talk * 300 + exponential.draw(mean: mean.talk * 350, from: &random)
      + exponential.draw(mean: mean.talk * 350, from: &random)
    let isHeld = random.next(below: 5) == 0
    let hold = isHeld ? exponential.draw(mean: mean.hold * 1000, from: &random) : 0
    let wrap = exponential.draw(mean: mean.wrap * 1000, from: &random)
    freeFrom[first] = arrival + wait + talk + hold + wrap
    let seconds = wait / 1000
    totals.answered += 1
    totals.waitSeconds += seconds
    if seconds <= profile.thresholdSeconds { totals.answeredWithin += 1 }
    totals.talkSeconds += talk / 1000
    totals.holdSeconds += hold / 1000
    totals.wrapSeconds += wrap / 1000
    log(
      SimulatedContact(
        arrival: arrival, isAnswered: true, waitSeconds: seconds, talkSeconds: talk / 1000,
        holdSeconds: hold / 1000, wrapSeconds: wrap / 1000))
  }

  private mutating func log(_ contact: SimulatedContact) {
    if profile.keepsLog { contacts.append(contact) }
  }

  /// Sets the number of agents; who comes is free at once, who leaves has been free the longest.
  private mutating func staff(_ count: Int, at now: Int) {
    while freeFrom.count < count { freeFrom.append(now) }
    while freeFrom.count > count {
      var first = 0
      for i in freeFrom.indices where freeFrom[i] < freeFrom[first] { first = i }
      freeFrom.swapAt(first, freeFrom.count - 1)
      freeFrom.removeLast()
    }
  }
}
