import Basics
import PerformanceMetrics

/// Reads the measures of services over a stretch of days: by the definition in force, or
/// otherwise.
struct ServiceReading {
  /// What is read.
  let measure: ClaimMeasure
  /// The services or parts that it is read of.
  let parts: [ScopePart]
  /// The days.
  let days: ClosedRange<CivilDate>
  /// The formula by which abandoned contacts are left out of their rate; offered leaves none.
  var abandonment = ServiceLevelFormula.offered
  /// What is taken for the contacts offered; `nil` for what they are.
  var demand: Demand?

  /// Numerator and denominator of a quotient; durations in milliseconds.
  typealias Terms = (numerator: Int, denominator: Int)

  /// The days that a part has: inside those that can be asked for.
  func days(of part: ScopePart) -> ClosedRange<CivilDate>? {
    let first = max(days.lowerBound, part.span.lowerBound)
    let last = min(days.upperBound, part.span.upperBound)
    return first <= last ? first...last : nil
  }

  /// Whether the period is one of whole months.
  var isOfWholeMonths: Bool {
    days.lowerBound == days.lowerBound.month.firstDay
      && days.upperBound == days.upperBound.month.lastDay
  }

  /// The figures of each part with any day in the period.
  var figures: [ServiceFigures] {
    parts.compactMap { part in days(of: part).map(part.judged.figures) }
  }
}

// MARK: - As defined

extension ServiceReading {
  /// Reads the figure as the definition has it.
  func figure() throws(FigureFailure) -> AuditedFigure {
    let figures = figures
    guard !figures.isEmpty else { throw .noRecords }
    // Of a month that is recorded as a whole nothing smaller is known.
    if !isOfWholeMonths, figures.contains(where: { !$0.tracksDays }) { throw .onlyMonths }
    switch measure.form {
    case .opportunities: return try opportunities()
    case .count:
      var sums = ContactSums()
      for part in figures { sums.merge(part.sums) }
      return AuditedFigure(count: count(sums))
    case .share, .average, .level:
      var total: Terms = (0, 0)
      for part in figures {
        let terms = try self.terms(part.sums, part.judgedSums, part.formula, part.demand)
        total.numerator += terms.numerator
        total.denominator += terms.denominator
      }
      return try figure(total)
    }
  }

  func figure(_ terms: Terms) throws(FigureFailure) -> AuditedFigure {
    guard terms.denominator > 0 else { throw .nothingToCount }
    if measure.form == .share {
      var figure = AuditedFigure(share: terms.numerator, of: terms.denominator)!
      figure.rounding = measure == .serviceLevel ? .down : .nearest
      return figure
    }
    return AuditedFigure(milliseconds: terms.numerator, over: terms.denominator)
  }

  func count(_ sums: ContactSums) -> Int {
    switch measure {
    case .offered: sums.demand(demand ?? .offered)
    case .abandoned: sums.abandoned
    default: sums.answered
    }
  }

  /// Forms the terms of a quotient.
  func terms(
    _ sums: ContactSums, _ judged: ContactSums, _ formula: ServiceLevelFormula, _ demand: Demand
  ) throws(FigureFailure) -> Terms {
    switch measure {
    case .serviceLevel:
      let terms = ServiceLevelTerms(judged, formula, demand)
      guard terms.isKnown else { throw .notKnown("contacts within the threshold") }
      return (terms.counted.numerator, terms.counted.denominator)
    case .abandonmentRate:
      let offered = sums.demand(self.demand ?? .offered)
      switch abandonment {
      case .shortAbandonsExcluded:
        guard sums.shortUnjudged == 0 else { throw .notKnown("short abandons") }
        return (sums.abandoned - sums.shortAbandoned, offered - sums.shortAbandoned)
      case .earlyAbandonsExcluded:
        guard sums.abandonedUnjudged == 0 else { throw .notKnown("early abandons") }
        return (sums.abandoned - sums.abandonedWithin, offered - sums.abandonedWithin)
      default: return (sums.abandoned, offered)
      }
    case .averageSpeedOfAnswer:
      guard sums.rowsWithoutWait == 0 else { throw .notKnown("wait_seconds") }
      return (sums.waitMilliseconds, sums.answered)
    default:
      guard sums.rowsWithoutHandle == 0 else { throw .notKnown("handle_seconds") }
      return (sums.handleMilliseconds, sums.answered)
    }
  }

  /// Counts the opportunities of the period.
  private func opportunities() throws(FigureFailure) -> AuditedFigure {
    let counts = try self.counts()
    return AuditedFigure(
      met: counts.met, of: counts.counted,
      all: counts.counted + counts.undecided + counts.idle + counts.closed + counts.excluded)
  }

  /// How the opportunities of the period ended.
  func counts() throws(FigureFailure) -> OpportunityCounts {
    var counts = OpportunityCounts()
    if measure == .intervalsMet {
      for part in parts {
        guard let days = days(of: part) else { continue }
        let figures = part.judged.figures(days)
        guard figures.knowsIntervals else { throw .notTrackedByInterval }
        counts.merge(figures.intervals)
      }
      return counts
    }
    guard parts.count == 1 else { throw .severalServices(Set(parts.map(\.name)).sorted()) }
    guard let days = days(of: parts[0]) else { throw .noRecords }
    if measure == .daysMet {
      let figures = parts[0].judged.figures(days)
      guard figures.tracksDays else { throw .notTrackedByDay }
      return figures.days
    }
    guard isOfWholeMonths else { throw .onlyMonths }
    for index in self.days.lowerBound.month.index...self.days.upperBound.month.index {
      let month = CivilMonth(index: index)
      let isKnown = month.firstDay >= parts[0].span.lowerBound && month.lastDay <= days.upperBound
      counts.add(
        isKnown ? parts[0].judged.figures(month.firstDay...month.lastDay).state : .undecided)
    }
    return counts
  }
}
