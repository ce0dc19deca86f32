public import Basics

/// What a month that is still running needs of the contacts that are to come.
///
/// The contacts that are to come are those of the same weekdays before (own rule: the mean of
/// the last four on which the service was open). How many of them have to be answered in time
/// follows from the exact margin of the days so far, each judged by its own day's objective.
public struct RunRate: Hashable, Sendable {
  /// The days that are to come.
  public let days: ClosedRange<CivilDate>
  /// The contacts, as the formula counts them, that are expected on these days.
  public let expected: Int
  /// How many of these have to be answered in time for the month to be met; 0 where it is met
  /// even if none is, and more than all of them where it is out of reach.
  public let needed: Int

  /// How many weekdays of a kind the expectation rests on at most.
  static let weekdays = 4

  /// Whether the month is met even if none of them is answered in time.
  public var isCertain: Bool { needed <= 0 }
  /// Whether the month is missed even if all of them are answered in time.
  public var isOutOfReach: Bool { needed > expected }

  /// Finds the run rate of the month that as-of cuts.
  ///
  /// - Returns: `nil` for a month that is complete, and where the service level so far, or the
  ///   objective of a day, is not known.
  /// - Complexity: O(*n*) in the days of the month, and in those of the weeks before.
  public init?(_ judged: JudgedHistory, of service: Service, recorded: ClosedRange<CivilDate>) {
    let asOf = judged.end
    let month = asOf.month
    guard asOf < month.lastDay else { return nil }
    days = (asOf + 1)...month.lastDay
    func terms(_ day: CivilDate) -> ServiceLevelTerms {
      ServiceLevelTerms(judged.figures(day...day).judgedSums, judged.formula, judged.demand)
    }
    // 100 · numerator − percent · denominator so far.
    var margin = Fraction(0)
    var day = max(month.firstDay, judged.start)
    while day <= asOf {
      let counted = terms(day)
      if counted.counted.denominator != 0 || counted.counted.numerator != 0 {
        guard counted.isKnown, let objective = service.objectives.inForce(on: day) else {
          return nil
        }
        margin =
          (margin + Fraction(100 * counted.counted.numerator)
          - Fraction(objective.percent) * counted.counted.denominator).reduced
      }
      day = day + 1
    }
    var (all, toReach) = (Fraction(0), Fraction(0))
    for day in 0...(days.upperBound - days.lowerBound) {
      let day = days.lowerBound + day
      if let hours = service.hours, service.closedContacts == .exclude,
        hours.openMinutes(on: day, holidays: service.holidays).isEmpty
      {
        continue
      }
      var (counted, weeks) = (0, 0)
      var earlier = day - 7
      while earlier >= max(judged.start, recorded.lowerBound), weeks < RunRate.weekdays {
        if earlier <= asOf {
          let state = judged.figures(earlier...earlier).state
          if state != .closed, state != .excluded {
            counted.addSaturating(max(0, terms(earlier).counted.denominator))
            weeks += 1
          }
        }
        earlier = earlier - 7
      }
      guard weeks > 0, counted > 0 else { continue }
      guard let objective = service.objectives.inForce(on: day) else { return nil }
      let expected = Fraction(counted) / weeks
      all = (all + expected).reduced
      toReach = (toReach + Fraction(objective.percent) * expected).reduced
    }
    expected = all.rounded(.nearest)
    needed = max(0, ((toReach - margin) / 100).rounded(.up))
  }
}

extension Fraction {
  /// The whole number that it is rounded to.
  fileprivate func rounded(_ rounding: DecimalRounding) -> Int {
    // Contacts of a month are far below 2⁶³.
    Int(decimalText(places: 0, rounding)) ?? .max
  }
}
