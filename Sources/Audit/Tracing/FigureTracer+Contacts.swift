import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports

extension FigureTracer {
  /// Adds the contacts that opened issues in a month.
  func addIssues(
    _ issues: [TracedIssue], _ month: CivilMonth, _ term: FigureSubject.IssueTerm,
    to trace: inout FigureTrace
  ) {
    switch term {
    case .rate: (trace.numeratorName, trace.denominatorName) = ("resolved", "decided")
    case .pending: trace.numeratorName = "pending"
    case .washIn: trace.numeratorName = "wash-in"
    case .retries: trace.numeratorName = "retries"
    }
    for issue in issues where issue.day.month == month {
      let (numerator, denominator): (Int, Int?)
      switch term {
      case .rate: (numerator, denominator) = (issue.counts.resolved, issue.counts.decided)
      case .pending: (numerator, denominator) = (issue.counts.pending, nil)
      case .washIn: (numerator, denominator) = (issue.counts.washIn, nil)
      case .retries: (numerator, denominator) = (issue.counts.retries, nil)
      }
      guard (denominator ?? numerator) > 0 else { continue }
      trace.rows.append(
        row(
          issue.place, start: startText(issue.day, issue.secondOfDay), names: [],
          Fraction(numerator), denominator.map { Fraction($0) }))
    }
  }

  /// Adds the legs of contacts whose first one lies in the months.
  func addTransactions(
    _ rows: [CountedRow], _ months: ClosedRange<CivilMonth>,
    _ term: FigureSubject.TransactionTerm, to trace: inout FigureTrace
  ) {
    switch term {
    case .contacts: trace.numeratorName = "contacts"
    case .withValue: trace.numeratorName = "with a value"
    case .value: trace.numeratorName = "value"
    case .perContact: (trace.numeratorName, trace.denominatorName) = ("value", "contacts")
    }
    let legs = rows.compactMap { counted -> (place: Int, leg: CountedRow.Contact)? in
      guard case .contact(let leg) = counted.content else { return nil }
      return (counted.place, leg)
    }
    for counted in rows {
      guard case .transactions(let month, let sums) = counted.content, months.contains(month) else {
        continue
      }
      let terms: (Fraction, Fraction?) =
        switch term {
        case .contacts: (Fraction(sums.contacts), nil)
        case .withValue: (Fraction(sums.withValue), nil)
        case .value: (Fraction(sums.value), nil)
        case .perContact: (Fraction(sums.value), Fraction(sums.contacts))
        }
      trace.rows.append(
        row(counted.place, start: month.description, names: [], terms.0, terms.1))
    }
    // A contact counts once, in the month of its first leg, and a value that several of its
    // legs repeat is one value.
    var first: [UInt64: CivilMonth] = [:]
    for (_, leg) in legs where leg.contact != 0 {
      first[leg.contact] = min(first[leg.contact] ?? leg.day.month, leg.day.month)
    }
    var counted: Set<UInt64> = []
    var valued: Set<UInt64> = []
    var values: [UInt64: Set<FixedPoint>] = [:]
    for (place, leg) in legs where months.contains(first[leg.contact] ?? leg.day.month) {
      let named = leg.contact != 0
      let isNew = !named || counted.insert(leg.contact).inserted
      let isNewValue =
        leg.value.map { !named || values[leg.contact, default: []].insert($0).inserted } ?? false
      let isFirstValue = leg.value != nil && (!named || valued.insert(leg.contact).inserted)
      let value = isNewValue ? Fraction(leg.value!) : Fraction(0)
      let terms: (Fraction, Fraction?) =
        switch term {
        case .contacts: (Fraction(isNew ? 1 : 0), nil)
        case .withValue: (Fraction(isFirstValue ? 1 : 0), nil)
        case .value: (value, nil)
        case .perContact: (value, Fraction(isNew ? 1 : 0))
        }
      trace.rows.append(
        row(
          place, start: leg.startText, names: [leg.key.site, leg.key.queue, leg.key.channel],
          terms.0, terms.1))
    }
  }
}

extension CountedRow.Contact {
  /// When it starts: 2026-03-11T18:00:07.
  var startText: String { Audit.startText(day, secondOfDay) }
}

/// A second of a day as 2026-03-11T18:00:07.
func startText(_ day: CivilDate, _ secondOfDay: Int) -> String {
  let second = secondOfDay % 60
  return "\(day)T\(CivilTime(minuteOfDay: secondOfDay / 60)):\(second < 10 ? "0" : "")\(second)"
}
