import Basics
import MaturityRules
import PerformanceMetrics

/// What the detectors of intervals need, counted in one pass over the intervals of a service.
struct IntervalCounts {
  /// Intervals by how many contacts more than the fewest that meet the objective were in time.
  struct Pile {
    /// Intervals that were looked at.
    var intervals = 0
    /// One contact short of the objective.
    var oneBelow = 0
    /// Just met.
    var atFewest = 0
    /// Met with one contact to spare.
    var oneAbove = 0
  }

  /// Intervals of one size.
  struct Group {
    /// Attained.
    var met = 0
    /// Attained or missed.
    var counted = 0

    fileprivate mutating func add(_ interval: CountedInterval) {
      met += interval.isMet ? 1 : 0
      counted += 1
    }
  }

  /// Intervals near the threshold.
  private(set) var pile = Pile()
  /// The days with records of the window in which intervals are judged.
  let window: ClosedRange<CivilDate>
  /// Intervals of the window without contacts.
  let empty: Int
  /// Intervals of one contact.
  private(set) var singles = Group()
  /// Intervals of two contacts.
  private(set) var pairs = Group()
  /// All intervals of the window that were attained or missed.
  private(set) var all = Group()

  /// Intervals with fewer contacts to judge are not looked at for a pile: see `thresholdPile`.
  static let fewestContacts = 10

  /// Counts the intervals of a service.
  init(_ records: ServiceMetrics.Records, _ service: Service) {
    let (first, last) = (records.recorded.lowerBound, records.judged.end)
    window = max(first, last - (IntervalCounts.rule.days - 1))...last
    let figures = records.judged.figures(window)
    // An export that leaves empty intervals out has no grid where there are many of them: then
    // all the rest of a day may have been open. That asks for more before anything is told.
    let knowsEmpty = records.habit == .dense || service.hours != nil
    let days = figures.days.counted + figures.days.undecided + figures.days.idle
    empty =
      knowsEmpty
      ? figures.intervals.idle
      : max(0, days * (1440 / figures.intervalMinutes) - figures.intervals.counted)
    records.source.forEachCounted(in: records.recorded) { interval in
      add(interval)
      guard window.contains(interval.day) else { return }
      all.add(interval)
      if interval.offered == 1 { singles.add(interval) }
      if interval.offered == 2 { pairs.add(interval) }
    }
  }

  private mutating func add(_ interval: CountedInterval) {
    let (inTime, all) = (interval.terms.numerator, interval.terms.denominator)
    guard interval.isWhole, all >= IntervalCounts.fewestContacts else { return }
    let product = interval.objective.percent.millionths * Int128(all)
    let hundred = 100 * FixedPoint.scale
    let fewest = Int((product + hundred - 1) / hundred)
    // With nothing below or above it there is no neighbor to compare with.
    guard fewest > 0, fewest < all else { return }
    pile.intervals += 1
    switch inTime - fewest {
    case -1: pile.oneBelow += 1
    case 0: pile.atFewest += 1
    case 1: pile.oneAbove += 1
    default: break
    }
  }
}

// MARK: - The rule

extension IntervalCounts {
  /// How the product judges intervals: enough of those of a window have to be attained.
  static let rule = {
    for standard in StandardLadder.standards where standard.id == ClaimScope.serviceLevelStandard {
      for case .intervalsAttained(let percent, let days) in standard.criteria.map(\.test) {
        return (percent: percent, days: days)
      }
    }
    preconditionFailure("intervals are judged by a criterion")
  }()
}
