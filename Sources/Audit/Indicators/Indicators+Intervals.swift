import Basics
import PerformanceMetrics

// MARK: - A pile at the threshold

extension Indicators {
  /// How many intervals chance puts at the fewest that meet the objective, for so many at one
  /// of the two places beside it, at most.
  ///
  /// If each of d contacts is in time with the same probability, whichever it is, then the
  /// place k has at most √((1 + 1/k)(1 + 1/(d − k))) times the intervals of the fuller place
  /// beside it. From ten contacts on this is below 1.5, and a mixture of probabilities only
  /// makes it less.
  static let mostOdds = (successes: 3, failures: 2)

  /// Looks for more intervals exactly at the objective than next to it.
  static func thresholdPile(
    _ service: ServiceMetrics, _ records: ServiceMetrics.Records, _ counts: IntervalCounts
  ) -> Screening {
    let pile = counts.pile
    let neighbor = max(pile.oneBelow, pile.oneAbove)
    guard pile.intervals > 0 else { return Screening() }
    var screening = Screening(comparisons: 1)
    let isPile =
      pile.atFewest > 0 && mostOdds.failures * pile.atFewest >= mostOdds.successes * neighbor
    guard isPile else { return screening }
    let chance = PValue.binomial(
      atLeast: pile.atFewest, of: pile.atFewest + neighbor, odds: mostOdds)
    screening.candidates.append(
      Indicator(
        .thresholdPile, of: service, records.recorded,
        [
          .intervals: AuditedFigure(count: pile.intervals),
          .atFewest: AuditedFigure(count: pile.atFewest),
          .oneBelow: AuditedFigure(count: pile.oneBelow),
          .oneAbove: AuditedFigure(count: pile.oneAbove),
        ], chance: chance))
    return screening
  }
}

// MARK: - Intervals of one contact

extension Indicators {
  /// So many empty intervals, and of two contacts, are added before they are compared: where there
  /// are few, as many more may have been missing by accident (two deviations of a count of four).
  static let allowance = 4

  /// How many intervals of one contact there are, at most, beside so many without any and so many
  /// of two, where contacts come independently.
  ///
  /// However their rate goes up and down: of a mixture of Poisson distributions the numbers k! · P(k)
  /// are log-convex, so that P(1)² is at most 2 · P(0) · P(2).
  static func mostSingles(empty: Int, pairs: Int) -> Int {
    let product = 2 * Double(empty + allowance) * Double(pairs + allowance)
    return Int(product.squareRoot().rounded(.up))
  }

  /// Looks for an attainment of intervals that is enough by those of one contact alone.
  ///
  /// Quiet hours have such intervals, and they are easily met, because somebody is free: that is
  /// told of no center. Chance is asked for their number, which single contacts that were put
  /// where there were none make too large; as for a pile, half as many more are allowed for.
  static func singleContactIntervals(
    _ service: ServiceMetrics, _ records: ServiceMetrics.Records, _ counts: IntervalCounts
  ) -> Screening {
    let (all, singles) = (counts.all, counts.singles)
    let others = (met: all.met - singles.met, counted: all.counted - singles.counted)
    guard singles.counted > 0, others.counted > 0,
      service.service.finestGrain(on: records.judged.end) == .interval
    else { return Screening() }
    var screening = Screening(comparisons: 1)
    func isEnough(_ met: Int, of counted: Int) -> Bool {
      100 * met >= IntervalCounts.rule.percent * counted
    }
    guard isEnough(all.met, of: all.counted), !isEnough(others.met, of: others.counted) else {
      return screening
    }
    let most = mostSingles(empty: counts.empty, pairs: counts.pairs.counted)
    screening.candidates.append(
      Indicator(
        .singleContactIntervals, of: service, counts.window,
        [
          .intervalsMet: AuditedFigure(share: all.met, of: all.counted),
          .otherIntervalsMet: AuditedFigure(share: others.met, of: others.counted),
          .singlesMet: AuditedFigure(share: singles.met, of: singles.counted),
          .emptyIntervals: AuditedFigure(count: counts.empty),
          .pairs: AuditedFigure(count: counts.pairs.counted),
          .mostSingles: AuditedFigure(count: most),
        ],
        chance: .binomial(
          atLeast: singles.counted, of: singles.counted + most, odds: mostOdds)))
    return screening
  }
}
