import Basics
import ContactRecords
import PerformanceMetrics
import Reports

extension FigureSubjectFinder {
  /// Finds what is behind a figure of a service.
  func service(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let steps = figure.steps
    guard let number = number(1, steps), let records = center.services[number].records else {
      throw none(figure)
    }
    let metrics = center.services[number]
    let part = ScopePart(
      service: metrics.service, name: metrics.service.name, records: records,
      judged: records.judged, names: [])
    let span = records.recorded.lowerBound.month.firstDay...records.judged.end
    switch key(2, steps) {
    case "total": return .service(try subject(figure, part, span, 3))
    case "months":
      guard let index = self.number(3, steps) else { throw none(figure) }
      let month = span.lowerBound.month + index
      let days = month.firstDay...min(month.lastDay, span.upperBound)
      return .service(try subject(figure, part, days, 4))
    case "days":
      guard self.number(3, steps) != nil, let day = value(at: figure.steps.prefix(4))["day"]?.text,
        let date = CivilDate(day)
      else { throw none(figure) }
      return .service(try subject(figure, part, date...date, 4))
    case "intervals":
      guard self.number(3, steps) != nil,
        let start = value(at: figure.steps.prefix(4))["start"]?.text,
        let day = CivilDate(String(start.prefix(10)))
      else { throw none(figure) }
      let isSecond = value(at: figure.steps.prefix(4))["secondPass"]?.flag ?? false
      var subject = try subject(figure, part, day...day, 4)
      subject.interval = records.source.intervals(in: day...day).first {
        $0.start.description == start && $0.isSecondPass == isSecond
      }
      return .service(subject)
    case "sensitivity":
      guard let index = self.number(3, steps) else { throw none(figure) }
      let history = records.alternatives[index]
      return .service(
        ServiceSubject(
          part: part, days: span, term: ServiceTerm(history.formula, history.demand)))
    case "trend": return .figures(months(Array(steps.prefix(2)), "serviceLevel"))
    case "withExclusions":
      throw .noRows(
        figure.text,
        instead: "it leaves out what exclusions name; explain "
          + FoundFigure(
            value: figure.value, steps: Array(steps.prefix(2)) + Array(steps.dropFirst(3))
          ).text + " for all rows")
    default: throw none(figure)
    }
  }

  /// Finds what is behind a figure of a span of days, whose key follows so many steps.
  private func subject(
    _ figure: FoundFigure, _ part: ScopePart, _ days: ClosedRange<CivilDate>, _ count: Int
  ) throws(FigureAddressError) -> ServiceSubject {
    let name = key(count, figure.steps)
    if name == "coverage" {
      throw .noRows(figure.text, instead: "what is expected and missing stands in no row")
    }
    guard let term = ServiceTerm(name, part.judged.formula, part.judged.demand) else {
      throw none(figure)
    }
    var subject = ServiceSubject(part: part, days: days, term: term)
    guard name == "intervals" || name == "days" || name == "unweightedMean" else {
      return subject
    }
    let grain = name == "days" ? ServiceSubject.Grain.day : .interval
    if grain == .interval, !part.names.isEmpty {
      throw .noRows(
        figure.text,
        instead: "the intervals of a part are not kept one by one; explain those of "
          + "its service")
    }
    let states: Set<OpportunityState>
    switch key(count + 1, figure.steps) {
    case nil: states = name == "unweightedMean" ? [.met, .missed] : Set(OpportunityState.allCases)
    case "counted"?: states = [.met, .missed]
    case let state?:
      guard let state = OpportunityState(rawValue: state) else { throw none(figure) }
      states = [state]
    }
    // What was offered while closed is judged nowhere.
    if !states.isSubset(of: [.met, .missed]) { subject.term = .offered }
    subject.counted = ServiceSubject.Counted(grain: grain, states: states)
    return subject
  }

  /// Finds what is behind a figure of a part of a service.
  func breakdown(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    guard let number = number(1, figure.steps) else { throw none(figure) }
    // Each part has its months in the report, and its total behind them.
    var first = 0
    for part in center.breakdowns {
      let months = part.recorded.lowerBound.month.index...part.judged.end.month.index
      if number <= first + months.count {
        guard
          let records = center.services.first(where: {
            $0.service.name == part.service.name && $0.site == part.site
          })?.records
        else { throw none(figure) }
        let scope = ScopePart(
          service: part.service, name: part.service.name, records: records, judged: part.judged,
          names: part.by)
        let span = part.recorded.lowerBound.month.firstDay...part.judged.end
        let index = number - first
        let month = CivilMonth(index: months.lowerBound + index)
        let days =
          index == months.count ? span : month.firstDay...min(month.lastDay, span.upperBound)
        return .service(try subject(figure, scope, days, 2))
      }
      first += months.count + 1
    }
    throw none(figure)
  }
}
