import Basics
import PerformanceMetrics
import Reports

// Every word of a finding. Figures, and causes that are honest: no word here accuses.

extension Indicator {
  /// What a figure is called.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    /// Intervals that were looked at.
    case intervals
    /// Intervals with the fewest contacts in time that meet the objective.
    case atFewest
    /// Intervals with one contact in time less.
    case oneBelow
    /// Intervals with one contact in time more.
    case oneAbove
    /// Short abandons out of the abandoned, in the month before.
    case shortShareBefore
    /// Short abandons out of the abandoned.
    case shortShare
    /// The service level with short abandons excluded, in the month before.
    case levelWithoutShortBefore
    /// The service level with short abandons excluded.
    case levelWithoutShort
    /// Intervals that were met, out of those counted.
    case intervalsMet
    /// The same without intervals of one contact.
    case otherIntervalsMet
    /// The same of intervals of one contact alone.
    case singlesMet
    /// Intervals without contacts.
    case emptyIntervals
    /// Intervals of two contacts.
    case pairs
    /// The most intervals of one contact that go with so many of none and of two.
    case mostSingles
    /// The service level of the month.
    case serviceLevel
    /// The service level of the days before the last ones.
    case levelBefore
    /// The service level of the last days.
    case levelOfLastDays
    /// Days that should have records and have none.
    case missingDays
    /// Those of them with a missed day before and after.
    case missingBetweenMissed
    /// Gaps of such days with a missed day before and after, out of all gaps.
    case gapsBetweenMissed
    /// Days with records that have a missed day before and after, out of all days with records.
    case daysBetweenMissed
    /// Contacts offered by the rows given first.
    case offeredAsFirst
    /// Contacts offered by the rows given last.
    case offeredAsLast
    /// The service level by the rows given first.
    case levelAsFirst
    /// The service level by the rows given last.
    case levelAsLast
    /// Whether the month is met by the rows given first: one or none; unknown of a part of a month.
    case monthsMetAsFirst
    /// Whether the month is met by the rows given last: likewise.
    case monthsMetAsLast
  }

  /// The finding in a sentence, with its figures.
  public var words: String {
    func text(_ name: Name) -> String { self[name]?.text ?? "unknown" }
    func isMet(_ name: Name) -> String {
      self[name].map { $0.value.signum > 0 ? " and met" : " and not met" } ?? ""
    }
    switch kind {
    case .thresholdPile:
      return
        "\(text(.atFewest)) intervals just meet the objective, against \(text(.oneBelow)) with "
        + "one contact less in time and \(text(.oneAbove)) with one more, of \(text(.intervals)) "
        + "with at least \(IntervalCounts.fewestContacts) contacts"
    case .shortAbandonJump:
      return "short abandons rise from \(text(.shortShareBefore)) of the abandoned to "
        + "\(text(.shortShare)), more than in the month before; service level with short abandons "
        + "excluded: \(text(.levelWithoutShortBefore)), then \(text(.levelWithoutShort))"
    case .singleContactIntervals:
      return "\(text(.intervalsMet)) of the intervals are met, \(text(.otherIntervalsMet)) without "
        + "those of one contact, and \(IntervalCounts.rule.percent)% is enough; of one contact "
        + "\(text(.singlesMet)) are met, where with \(text(.emptyIntervals)) of none and "
        + "\(text(.pairs)) of two there should be \(text(.mostSingles)) at most"
    case .monthEnd:
      return "met at \(text(.serviceLevel)), missed at \(text(.levelBefore)) without its last "
        + "\(Indicators.lastDays) days with contacts, which have \(text(.levelOfLastDays))"
    case .missingDays:
      return "\(text(.missingBetweenMissed)) of \(text(.missingDays)) days without records lie "
        + "between missed days: \(text(.gapsBetweenMissed)) of the gaps, against "
        + "\(text(.daysBetweenMissed)) of the days with records"
    case .restatedMonths:
      let (first, last) = (self[.offeredAsFirst], self[.offeredAsLast])
      let isMore = first?.value != last?.value
      return "\(text(.levelAsFirst))\(isMet(.monthsMetAsFirst)) by the rows given first, "
        + "\(text(.levelAsLast))\(isMet(.monthsMetAsLast)) by those given last"
        + (isMore ? "; offered \(text(.offeredAsFirst)), then \(text(.offeredAsLast))" : "")
    }
  }

  /// What honestly makes such figures, in a phrase.
  public var causes: String {
    switch kind {
    case .thresholdPile: "staffing that is steered by the interval"
    case .shortAbandonJump: "another phone system, a new announcement, a limit set anew"
    case .singleContactIntervals: "test calls in quiet hours, contacts that come by appointment"
    case .monthEnd: "fewer contacts or more staff at the end of the month"
    case .missingDays: "an outage that stopped service and recording alike"
    case .restatedMonths: "late rows, or a correction of the export"
    }
  }

  /// How likely the figures are by chance, in words; `nil` where no test was made.
  public var chanceWords: String? {
    chanceText.map { "chance \($0), of \(counted(comparisons, "comparison"))" }
  }

  /// The chance with six decimals, never flattered; `nil` where no test was made.
  public var chanceText: String? { chance?.text(places: 6, .up) }

  /// The service, and its site.
  public var scope: String { [service, site].compactMap(\.self).joined(separator: " at ") }
}
