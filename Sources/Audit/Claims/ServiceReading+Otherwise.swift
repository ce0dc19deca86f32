import Basics
import PerformanceMetrics

extension ServiceReading {
  /// Reads the figure as a mean of quotients.
  ///
  /// - Parameter empty: What an interval without contacts is taken for; `nil` to leave
  ///   it out.
  func mean(
    of grain: AlternativeDefinition.MeanGrain,
    empty: AlternativeDefinition.EmptyIntervals? = nil
  ) throws(FigureFailure) -> AuditedFigure {
    var mean = QuotientMean()
    var empties = 0
    func add(_ terms: Terms) {
      if terms.denominator > 0 {
        mean.add(terms.numerator, over: terms.denominator)
      } else if let empty {
        empties += 1
        mean.add(empty == .met ? 1 : 0, over: 1)
      }
    }
    for part in parts {
      guard let days = days(of: part) else { continue }
      switch grain {
      case .days:
        for offset in 0...(days.upperBound - days.lowerBound) {
          let day = days.lowerBound + offset
          let figures = part.judged.figures(day...day)
          guard figures.tracksDays else { throw .notTrackedByDay }
          add(try terms(figures.sums, figures.judgedSums, figures.formula, figures.demand))
        }
      case .intervals:
        for interval in part.intervals(in: days) {
          add(try terms(interval, interval, part.judged.formula, part.judged.demand))
        }
      case .rows:
        for sums in part.rows(in: days) {
          add(try terms(sums, sums, part.judged.formula, part.judged.demand))
        }
      }
    }
    // Without any empty interval it is the mean of intervals.
    guard mean.count > 0, empty == nil || empties > 0 else { throw .nothingToCount }
    var figure = AuditedFigure(mean, form: measure.form)
    if measure.form == .average { figure = figure.inSeconds }
    figure.rounding = measure == .serviceLevel ? .down : .nearest
    return figure
  }

  /// Reads the figure with intervals without contacts as attained, or as missed.
  func figure(
    emptyIntervals taken: AlternativeDefinition.EmptyIntervals
  ) throws(FigureFailure) -> AuditedFigure {
    guard measure == .intervalsMet else { return try mean(of: .intervals, empty: taken) }
    let counts = try counts()
    guard counts.idle > 0 else { throw .nothingToCount }
    return AuditedFigure(
      met: counts.met + (taken == .met ? counts.idle : 0), of: counts.counted + counts.idle,
      all: 0)
  }

  /// Reads the figure without the days on which it is lowest.
  ///
  /// Of equal days the earliest is left out.
  func figure(withoutWorst count: Int) throws(FigureFailure) -> AuditedFigure {
    guard measure.form != .opportunities else { throw .nothingToCount }
    var (total, totalCount) = ((numerator: 0, denominator: 0), 0)
    var byDay: [(terms: Terms, count: Int)] = []
    for offset in 0...(days.upperBound - days.lowerBound) {
      let day = days.lowerBound + offset
      var (terms, contacts) = ((numerator: 0, denominator: 0), 0)
      for part in parts where part.span.contains(day) {
        let figures = part.judged.figures(day...day)
        contacts += self.count(figures.sums)
        guard measure.form != .count else { continue }
        let own = try self.terms(
          figures.sums, figures.judgedSums, figures.formula, figures.demand)
        terms.numerator += own.numerator
        terms.denominator += own.denominator
      }
      total.numerator += terms.numerator
      total.denominator += terms.denominator
      totalCount += contacts
      if measure.form == .count ? contacts > 0 : terms.denominator > 0 {
        byDay.append((terms, contacts))
      }
    }
    guard byDay.count > count else { throw .nothingToCount }
    // The worst service level is the lowest; the worst speed of answer the longest.
    let isLowest = measure == .serviceLevel || measure.form == .count
    let worst = byDay.enumerated().sorted { a, b in
      if measure.form == .count {
        return (a.element.count, a.offset) < (b.element.count, b.offset)
      }
      let (x, y) = (a.element.terms, b.element.terms)
      let left = Int128(x.numerator) * Int128(y.denominator)
      let right = Int128(y.numerator) * Int128(x.denominator)
      if left != right { return (left < right) == isLowest }
      return a.offset < b.offset
    }
    for day in worst.prefix(count) {
      total.numerator -= day.element.terms.numerator
      total.denominator -= day.element.terms.denominator
      totalCount -= day.element.count
    }
    return measure.form == .count ? AuditedFigure(count: totalCount) : try figure(total)
  }

  /// The same measure and parts, so many days later.
  func shifted(by count: Int) -> ServiceReading {
    var shifted = ServiceReading(
      measure: measure, parts: parts,
      days: (days.lowerBound + count)...(days.upperBound + count))
    shifted.abandonment = abandonment
    shifted.demand = demand
    return shifted
  }
}
