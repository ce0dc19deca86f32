import Basics
import PerformanceMetrics

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
    for part in figures { volume.addSaturating(part.possibleVolume) }
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
