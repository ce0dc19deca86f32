import Basics
import PerformanceMetrics

// MARK: - Short abandons

extension Indicators {
  /// A jump is told where the share of short abandons at least doubles, or rises by so many points:
  /// the ways of customers drift, and in a large center every drift is beyond chance.
  static let (leastFactor, leastPoints) = (2, 10)

  /// Looks for months with far more short abandons out of the abandoned than the month before.
  ///
  /// Of logs of contacts the limit is the configuration's own, which does not change.
  static func shortAbandonJump(
    _ service: ServiceMetrics, _ records: ServiceMetrics.Records
  ) -> Screening {
    guard records.waits == nil else { return Screening() }
    var screening = Screening()
    var earlier: (month: CivilMonth, sums: ContactSums)?
    for month in months(of: records) {
      let sums = figures(of: month, records).judgedSums
      guard sums.abandoned > 0, sums.shortUnjudged == 0, sums.shortAbandoned <= sums.abandoned
      else {
        earlier = nil
        continue
      }
      defer { earlier = (month, sums) }
      guard let before = earlier else { continue }
      screening.comparisons += 1
      guard isJump(from: before.sums, to: sums) else { continue }
      let demand = records.judged.demand
      func level(_ sums: ContactSums) -> AuditedFigure? {
        let terms = ServiceLevelTerms(sums, .shortAbandonsExcluded, demand)
        return terms.isKnown ? AuditedFigure(serviceLevel: terms.counted) : nil
      }
      screening.candidates.append(
        Indicator(
          .shortAbandonJump, of: service,
          before.month.firstDay...min(month.lastDay, records.judged.end),
          [
            .shortShareBefore: AuditedFigure(
              share: before.sums.shortAbandoned, of: before.sums.abandoned),
            .shortShare: AuditedFigure(share: sums.shortAbandoned, of: sums.abandoned),
            .levelWithoutShortBefore: level(before.sums),
            .levelWithoutShort: level(sums),
          ],
          chance: .hypergeometric(
            atLeast: sums.shortAbandoned, of: sums.abandoned,
            marked: sums.shortAbandoned + before.sums.shortAbandoned,
            in: sums.abandoned + before.sums.abandoned)))
    }
    return screening
  }

  /// Tells whether a share of short abandons rises enough to be told.
  static func isJump(from before: ContactSums, to after: ContactSums) -> Bool {
    // b/B and a/A over their common denominator.
    let common = Int128(before.abandoned) * Int128(after.abandoned)
    let (low, high) = (
      Int128(before.shortAbandoned) * Int128(after.abandoned),
      Int128(after.shortAbandoned) * Int128(before.abandoned)
    )
    guard high > low else { return false }
    return high >= Int128(leastFactor) * low || 100 * (high - low) >= Int128(leastPoints) * common
  }
}

// MARK: - The end of a month

extension Indicators {
  /// So many days are the end of a month: a week of working days.
  static let lastDays = 5

  /// Looks for months that are met with their last days, and missed without them.
  ///
  /// A month is compared where some five days decide it: met, and missed without its five best
  /// days. That does not depend on which days these are, so that chance is not asked only where
  /// it has answered already, nor of months that no five days could turn.
  static func monthEnd(_ service: ServiceMetrics, _ records: ServiceMetrics.Records) -> Screening {
    var screening = Screening()
    for month in months(of: records) where month.lastDay <= records.judged.end {
      let whole = figures(of: month, records)
      guard whole.tracksDays, whole.state == .met else { continue }
      let days = days(of: month, service.service, records)
      guard days.count >= 2 * lastDays else { continue }
      let best = days.map(\.margin).sorted().suffix(lastDays).reduce(0, +)
      guard days.reduce(0, { $0 + $1.margin }) < best else { continue }
      screening.comparisons += 1
      let (end, before) = (days.suffix(lastDays), days.dropLast(lastDays))
      let rest = records.judged.figures(
        max(month.firstDay, records.judged.start)...(end.first!.day - 1))
      guard rest.state == .missed else { continue }
      screening.candidates.append(
        Indicator(
          .monthEnd, of: service, month.firstDay...month.lastDay,
          [
            .serviceLevel: AuditedFigure(serviceLevel: whole),
            .levelBefore: AuditedFigure(serviceLevel: rest),
            .levelOfLastDays: AuditedFigure(
              serviceLevel: records.judged.figures(end.first!.day...month.lastDay)),
          ],
          chance: RankSum(end.map(\.level), others: before.map(\.level)).twoSidedP))
    }
    return screening
  }

  /// A day with contacts.
  private struct Day {
    let day: CivilDate
    let level: Fraction
    /// 100 · numerator − percent · denominator in millionths, with every hole missed: a month
    /// is met where the sum is not negative.
    let margin: Int128
  }

  /// The days of a month that have a service level.
  private static func days(
    of month: CivilMonth, _ service: Service, _ records: ServiceMetrics.Records
  ) -> [Day] {
    let (first, last) = (max(month.firstDay, records.judged.start), month.lastDay)
    return (0...(last - first)).compactMap { offset in
      let day = first + offset
      let figures = records.judged.figures(day...day)
      guard let level = figures.serviceLevel, let objective = service.objectives.inForce(on: day)
      else { return nil }
      let worst = ServiceLevelTerms(figures.judgedSums, figures.formula, figures.demand).worst
      let all = Int128(worst.denominator) + Int128(figures.possibleVolume)
      return Day(
        day: day, level: Fraction(level),
        margin: 100 * FixedPoint.scale * Int128(worst.numerator)
          - objective.percent.millionths * all)
    }
  }
}

// MARK: - Months

extension Indicators {
  /// The months with records.
  static func months(of records: ServiceMetrics.Records) -> [CivilMonth] {
    (records.recorded.lowerBound.month.index...records.recorded.upperBound.month.index)
      .map { CivilMonth(index: $0) }
  }

  /// The figures of a month as far as it is judged.
  static func figures(of month: CivilMonth, _ records: ServiceMetrics.Records) -> ServiceFigures {
    records.judged.figures(
      max(month.firstDay, records.judged.start)...min(month.lastDay, records.judged.end))
  }
}
