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
  private typealias Terms = (numerator: Int, denominator: Int)

  /// The days that a part has: inside those that can be asked for.
  private func days(of part: ScopePart) -> ClosedRange<CivilDate>? {
    let first = max(days.lowerBound, part.span.lowerBound)
    let last = min(days.upperBound, part.span.upperBound)
    return first <= last ? first...last : nil
  }

  /// Whether the period is one of whole months.
  private var isOfWholeMonths: Bool {
    days.lowerBound == days.lowerBound.month.firstDay
      && days.upperBound == days.upperBound.month.lastDay
  }

  /// The figures of each part with any day in the period.
  private var figures: [ServiceFigures] {
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

  private func figure(_ terms: Terms) throws(FigureFailure) -> AuditedFigure {
    guard terms.denominator > 0 else { throw .nothingToCount }
    if measure.form == .share {
      var figure = AuditedFigure(share: terms.numerator, of: terms.denominator)!
      figure.rounding = measure == .serviceLevel ? .down : .nearest
      return figure
    }
    return AuditedFigure(milliseconds: terms.numerator, over: terms.denominator)
  }

  private func count(_ sums: ContactSums) -> Int {
    switch measure {
    case .offered: sums.demand(demand ?? .offered)
    case .abandoned: sums.abandoned
    default: sums.answered
    }
  }

  /// Forms the terms of a quotient.
  private func terms(
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
        guard figures.tracksIntervals else { throw .notTrackedByInterval }
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

// MARK: - What is missing

extension ServiceReading {
  /// How far the figure can go either way by what is missing, or by rounded percentages; `nil`
  /// where nothing is.
  func bounds(_ figure: AuditedFigure, as claimed: ClaimedFigure) -> FigureBounds? {
    if measure.form == .opportunities {
      guard let counts = try? counts(), counts.undecided > 0 else { return nil }
      let (low, high) = (Fraction(counts.met), Fraction(counts.met + counts.undecided))
      let all = counts.counted + counts.undecided
      return claimed.unit == .percent
        ? FigureBounds(low: low * 100 / all, high: high * 100 / all, decide: true)
        : FigureBounds(low: low, high: high, decide: true)
    }
    if lackingMonths > 0 {
      switch measure.form {
      case .count: return FigureBounds(low: figure.value, high: nil, decide: true)
      case .share: return FigureBounds(low: Fraction(0), high: Fraction(100), decide: true)
      default: return FigureBounds(low: nil, high: nil, decide: true)
      }
    }
    let figures = figures
    var volume = 0
    for part in figures { volume.addCapped(part.possibleVolume) }
    let hidden = Int128(volume)
    switch measure.form {
    case .count:
      return volume > 0
        ? FigureBounds(low: figure.value, high: figure.value + Fraction(volume), decide: false)
        : nil
    case .share where measure == .serviceLevel: return boundsOfServiceLevel(figures, hidden)
    case .share:
      guard volume > 0, let parts = figure.parts else { return nil }
      let (part, all) = (Int128(parts.numerator), Int128(parts.denominator) + hidden)
      return FigureBounds(
        low: Fraction(part, all) * 100, high: Fraction(part + hidden, all) * 100, decide: false)
    default:
      let answered = figures.reduce(Int128(0)) { $0 + Int128($1.sums.answered) }
      guard volume > 0, answered > 0 else { return nil }
      return FigureBounds(
        low: figure.value * Fraction(answered, answered + hidden), high: nil, decide: false)
    }
  }

  private func boundsOfServiceLevel(
    _ figures: [ServiceFigures], _ hidden: Int128
  ) -> FigureBounds? {
    var (worst, best) = ((Int128(0), hidden), (hidden, hidden))
    for part in figures {
      let terms = ServiceLevelTerms(part.judgedSums, part.formula, part.demand)
      worst.0 += Int128(terms.worst.numerator)
      worst.1 += Int128(terms.worst.denominator)
      best.0 += Int128(terms.best.numerator)
      best.1 += Int128(terms.best.denominator)
    }
    guard worst.1 > 0, best.1 > 0, hidden > 0 || isOfPercentages else { return nil }
    return FigureBounds(
      low: Fraction(worst.0, worst.1) * 100, high: Fraction(best.0, best.1) * 100,
      decide: isOfPercentages)
  }

  /// Whether printed percentages stand in for counts, which leaves the figure open.
  var isOfPercentages: Bool {
    measure == .serviceLevel && figures.contains { $0.judgedSums.answeredDoubtful > 0 }
  }

  /// The days of the period with records of which no objective was in force.
  var daysWithoutObjective: Int {
    parts.reduce(0) { count, part in
      guard part.service.objectives.objectives.allSatisfy({ $0.from != nil }),
        let days = days(of: part)
      else { return count }
      let first = max(days.lowerBound, part.recorded.lowerBound)
      let last = min(days.upperBound, part.recorded.upperBound)
      guard first <= last else { return count }
      return count
        + (0...(last - first)).count { offset in
          part.service.objectives.inForce(on: first + offset) == nil
            && part.records.source.hasRecords(on: first + offset)
        }
    }
  }

  /// How many months of the period have no record at all, though some should be there.
  var lackingMonths: Int {
    (days.lowerBound.month.index...days.upperBound.month.index).count { index in
      let month = CivilMonth(index: index)
      return parts.contains { part in
        let first = max(month.firstDay, days.lowerBound, part.span.lowerBound)
        let last = min(month.lastDay, days.upperBound, part.span.upperBound)
        guard first <= last else { return true }
        let figures = part.judged.figures(first...last)
        return figures.expected > 0 && figures.holes == figures.expected
      }
    }
  }

  /// The share of expected intervals that are not missing; `nil` where nothing is expected, and
  /// where the period goes on outside of what can be expected.
  var coverage: Ratio? {
    guard
      parts.allSatisfy({ $0.span.contains(days.lowerBound) && $0.span.contains(days.upperBound) })
    else { return nil }
    var (expected, holes) = (0, 0)
    for part in figures {
      expected += part.expected
      holes += part.holes
    }
    return expected > 0 ? Ratio(expected - holes, expected) : nil
  }
}

extension Int {
  /// Adds, up to what a sum of contacts can be.
  fileprivate mutating func addCapped(_ other: Int) {
    let (sum, overflows) = addingReportingOverflow(other)
    self = overflows ? .max : sum
  }
}

// MARK: - Otherwise

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

extension ScopePart {
  /// The sums of the part's intervals that are judged.
  fileprivate func intervals(in days: ClosedRange<CivilDate>) -> [ContactSums] {
    guard !names.isEmpty else {
      return records.source.intervals(in: days).compactMap { interval in
        interval.isJudged ? interval.figures.sums : nil
      }
    }
    var sums: [Moment: ContactSums] = [:]
    forEachRow(in: days) { row in
      sums[Moment(row.start, row.isSecondPass), default: ContactSums()].merge(row.sums)
    }
    return Array(sums.values)
  }

  /// The sums of the part's rows that are judged.
  fileprivate func rows(in days: ClosedRange<CivilDate>) -> [ContactSums] {
    var sums: [ContactSums] = []
    // Contacts are counted by interval: such a row is none of any file.
    forEachRow(in: days) { if !$0.places.isEmpty { sums.append($0.sums) } }
    return sums
  }

  /// When an interval is.
  private struct Moment: Hashable {
    let start: IntervalStart
    let isSecondPass: Bool

    init(_ start: IntervalStart, _ isSecondPass: Bool) {
      (self.start, self.isSecondPass) = (start, isSecondPass)
    }
  }

  /// Visits the rows of the part, but those whose interval enters no service level.
  private func forEachRow(
    in days: ClosedRange<CivilDate>, _ visit: (TracedRecord) -> Void
  ) {
    // Rows may be finer than the intervals that are judged: an interval holds those that
    // start in it.
    var leftOut: [(start: IntervalStart, minutes: Int, isSecondPass: Bool)] = []
    if service.hours != nil || !service.holidays.isEmpty {
      for interval in records.source.intervals(in: days) where !interval.isJudged {
        leftOut.append((interval.start, interval.minutes, interval.isSecondPass))
      }
    }
    let closed = Dictionary(grouping: leftOut, by: \.start.day)
    for offset in 0...(days.upperBound - days.lowerBound) {
      let day = days.lowerBound + offset
      if service.objectives.inForce(on: day) == nil { continue }
      for row in records.source.records(of: day) where takes(row.key) {
        let isClosed = (closed[day] ?? []).contains {
          $0.isSecondPass == row.isSecondPass
            && ($0.start.time.minuteOfDay..<$0.start.time.minuteOfDay + $0.minutes)
              .contains(row.start.time.minuteOfDay)
        }
        if !isClosed { visit(row) }
      }
    }
  }
}

extension IntervalFigures {
  /// Whether the interval enters the service level: it is neither closed nor left out.
  fileprivate var isJudged: Bool { state != .closed && state != .excluded }
}

/// How far a figure can go either way, and whether that leaves a claim inside open.
struct FigureBounds {
  /// The smallest it can be; `nil` where it is not bounded.
  let low: Fraction?
  /// The largest.
  let high: Fraction?
  /// Whether a claim inside is open: not so where quotients of what is recorded are asked for,
  /// and only some intervals are missing.
  let decide: Bool

  /// Tells whether a number lies inside.
  func contains(_ number: Fraction) -> Bool {
    (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
  }
}
