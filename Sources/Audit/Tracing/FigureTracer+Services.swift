import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports

extension FigureTracer {
  /// Adds interval records, and contacts where they were counted.
  func addService(
    _ service: ServiceSubject, _ rows: [CountedRow], to trace: inout FigureTrace
  ) {
    if addCarriedIntervals(of: service, to: &trace) { return }
    let term = service.term
    (trace.numeratorName, trace.denominatorName) = (term.numerator, term.denominator)
    let closed = service.part.closedTime(in: service.days)
    let wanted = Wanted(service)
    func isBehind(_ day: CivilDate, _ time: CivilTime, _ isSecondPass: Bool) -> Bool {
      (!term.isOfJudged || closed.isJudged(day, time, isSecondPass))
        && (!term.isOfClosed || closed.isClosed(day, time, isSecondPass))
        && wanted.holds(day, time, isSecondPass)
    }
    for record in records
    where isBehind(record.start.day, record.start.time, record.isSecondPass) {
      let (numerator, denominator) = term.add(record.sums)
      trace.rows.append(
        FigureTrace.Row(
          place: record.places[0], positions: record.places.compactMap(places.position),
          start: record.isMonth ? "\(record.start.day.month)" : "\(record.start)",
          names: [record.key.site, record.key.queue, record.key.channel].filter { !$0.isEmpty },
          isSecondPass: record.isSecondPass, numerator: numerator, denominator: denominator))
    }
    for counted in rows {
      // What can still be answered in time counts nowhere, and leaves its interval open.
      guard case .contact(let contact) = counted.content,
        contact.sums.rows > 0 || service.counted != nil
      else { continue }
      let time = CivilTime(minuteOfDay: contact.secondOfDay / 60)
      guard isBehind(contact.day, time, contact.isSecondPass) else { continue }
      let (numerator, denominator) = term.add(contact.sums)
      trace.rows.append(
        row(
          counted.place, start: contact.startText,
          names: [contact.key.site, contact.key.queue, contact.key.channel],
          isSecondPass: contact.isSecondPass, numerator, denominator)
      )
    }
    trace.opportunities = wanted.opportunities
    trace.rows.sort { $0.place < $1.place }
  }

  /// Adds records of days and months that say themselves how their intervals ended.
  ///
  /// - Returns: Whether the figure counts such intervals.
  private func addCarriedIntervals(
    of service: ServiceSubject, to trace: inout FigureTrace
  ) -> Bool {
    guard let counted = service.counted, counted.grain == .interval, service.interval == nil,
      service.part.judged.figures(service.days).carriesIntervals
    else { return false }
    trace.numeratorName = "intervals"
    let states = counted.states
    // Days of shorter records are among them where the intervals of these are at hand.
    let live = service.part.records.source.intervals(in: service.days)
    let liveDays = Set(live.map(\.start.day))
    var ends: [IntervalStart: [Bool: OpportunityState]] = [:]
    for interval in live {
      ends[interval.start, default: [:]][interval.isSecondPass] = interval.state
    }
    var days: Set<CivilDate> = []
    for record in records {
      let day = record.start.day
      let number: Int?
      if !record.isMonth, liveDays.contains(day) {
        // Of several queues the first row stands for the interval.
        let end = ends[record.start]?.removeValue(forKey: record.isSecondPass)
        number = end.map(states.contains) == true ? 1 : 0
      } else if days.insert(day).inserted {
        let span = record.isMonth ? day.month.firstDay...day.month.lastDay : day...day
        number = service.part.judged.figures(span).intervals.count(of: states)
      } else {
        number = 0
      }
      trace.rows.append(
        FigureTrace.Row(
          place: record.places[0], positions: record.places.compactMap(places.position),
          start: record.isMonth ? "\(day.month)" : "\(record.start)",
          names: [record.key.site, record.key.queue, record.key.channel].filter { !$0.isEmpty },
          isSecondPass: record.isSecondPass, numerator: number.map { Fraction($0) },
          denominator: nil))
    }
    trace.rows.sort { $0.place < $1.place }
    return true
  }

  /// The stretches of time that are counted, where not all are.
  private struct Wanted {
    private var stretches: [CivilDate: [(minutes: Range<Int>, isSecondPass: Bool?)]]?
    private(set) var opportunities: [FigureTrace.Opportunity] = []

    init(_ service: ServiceSubject) {
      let part = service.part
      if let interval = service.interval {
        stretches = [:]
        add(interval)
        return
      }
      guard let counted = service.counted else { return }
      switch counted.grain {
      case .interval:
        guard part.names.isEmpty else { return }
        stretches = [:]
        for interval in part.records.source.intervals(in: service.days)
        where counted.states.contains(interval.state) {
          add(interval)
          opportunities.append(
            FigureTrace.Opportunity(
              label: "\(interval.start)" + (interval.isSecondPass ? " (second pass)" : ""),
              state: interval.state.rawValue, serviceLevel: interval.figures.serviceLevel))
        }
      case .day:
        stretches = [:]
        for day in service.days.eachDay {
          let figures = part.judged.figures(day...day)
          guard figures.tracksDays, counted.states.contains(figures.state) else { continue }
          stretches?[day] = [(0..<1440, nil)]
          opportunities.append(
            FigureTrace.Opportunity(
              label: "\(day)", state: figures.state.rawValue, serviceLevel: figures.serviceLevel))
        }
      }
    }

    private mutating func add(_ interval: IntervalFigures) {
      let first = interval.start.time.minuteOfDay
      stretches?[interval.start.day, default: []].append(
        (first..<(first + interval.minutes), interval.isSecondPass))
    }

    /// Tells whether what starts then is counted.
    func holds(_ day: CivilDate, _ time: CivilTime, _ isSecondPass: Bool) -> Bool {
      guard let stretches else { return true }
      return (stretches[day] ?? []).contains {
        $0.minutes.contains(time.minuteOfDay)
          && ($0.isSecondPass == nil || $0.isSecondPass == isSecondPass)
      }
    }
  }
}

extension OpportunityCounts {
  /// How many ended in some states; `nil` where records of days and months do not tell.
  fileprivate func count(of states: Set<OpportunityState>) -> Int? {
    switch states {
    case [.met]: met
    case [.met, .missed]: counted
    case [.undecided]: undecided
    default: nil
    }
  }
}
