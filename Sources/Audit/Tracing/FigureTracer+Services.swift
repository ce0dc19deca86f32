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
        // What a record of a day says of its intervals is in no row but its own.
        guard part.names.isEmpty, !part.judged.figures(service.days).carriesIntervals else {
          return
        }
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
