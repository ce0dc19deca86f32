import Basics
import ContactRecords
import PerformanceMetrics
import Reports

/// What is behind a figure: which records add to it, and what each of them adds.
enum FigureSubject {
  /// Interval records and contacts of a service, or of a part of it.
  case service(ServiceSubject)
  /// Evaluations of a site in a month; counted rather than added up where they are.
  case quality(site: String?, CivilMonth, isCount: Bool)
  /// Answers of a site in a month.
  case satisfaction(site: String?, CivilMonth, SurveyTerm)
  /// Costs of a scope in a month, of one category where it is named.
  case costs(CostPerContact, CivilMonth, category: String?)
  /// Costs of quality in a month or a quarter.
  case qualityCosts(CostPeriod, [QualityCategory])
  /// Issues that contacts opened in a month.
  case issues(TracedIssue.Method, CivilMonth, IssueTerm)
  /// Answers to the question whether an issue was resolved.
  case surveyedIssues(CivilMonth)
  /// Contacts of a transaction type.
  case transactions(String, ClosedRange<CivilMonth>, TransactionTerm)
  /// Other figures alone.
  case figures([FoundFigure])

  /// What answers are counted for.
  enum SurveyTerm { case value, count, invited, responseRate }
  /// What issues are counted for.
  enum IssueTerm { case rate, pending, washIn, retries }
  /// What contacts of a type are counted for.
  enum TransactionTerm { case contacts, withValue, value, perContact }
}

/// The records of a service, or of a part of it, that are behind a figure.
struct ServiceSubject {
  let part: ScopePart
  let days: ClosedRange<CivilDate>
  let term: ServiceTerm
  /// The intervals or days that are counted, and how they ended; `nil` where none are.
  var counted: Counted?
  /// The one interval that the figure is of.
  var interval: IntervalFigures?

  /// Opportunities that are counted.
  struct Counted {
    let grain: Grain
    let states: Set<OpportunityState>
  }

  /// What is counted.
  enum Grain { case interval, day }
}

// MARK: - From an address

/// Finds what is behind the figures of a report.
struct FigureSubjectFinder {
  let report: Report
  let document: JSONDocument.Value

  private var center: CenterMetrics { report.center }

  /// Finds what is behind a figure.
  ///
  /// - Throws: `FigureAddressError` where no rows are.
  func subject(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let steps = figure.steps
    guard case .key(let section) = steps[0] else { throw none(figure) }
    switch section {
    case "services": return try service(figure)
    case "breakdowns": return try breakdown(figure)
    case "quality":
      let (scope, month, key) = try scopeMonth(figure)
      if let parts = scope.trend { return .figures(parts) }
      return .quality(
        site: center.quality.scopes[scope.number].site, month, isCount: key == "n")
    case "satisfaction":
      let (scope, month, key) = try scopeMonth(figure)
      if let parts = scope.trend { return .figures(parts) }
      let term: FigureSubject.SurveyTerm =
        switch key {
        case "n": .count
        case "invited": .invited
        case "responseRate": .responseRate
        default: .value
        }
      return .satisfaction(site: center.satisfaction.scopes[scope.number].site, month, term)
    case "costPerContact":
      let (scope, month, key) = try scopeMonth(figure)
      if let parts = scope.trend { return .figures(parts) }
      if key == "contacts" || key == "channels" { return .figures(contacts(of: month)) }
      return .costs(
        center.costs[scope.number], month, category: key == "categories" ? self.key(5, steps) : nil)
    case "firstContactResolution": return try resolution(figure)
    case "costOfQuality": return try costOfQuality(figure)
    case "transactionValue": return try transactions(figure)
    default: throw none(figure)
    }
  }

  private func key(_ place: Int, _ steps: [FoundFigure.Step]) -> String? {
    guard place < steps.count, case .key(let key) = steps[place] else { return nil }
    return key
  }

  private func number(_ place: Int, _ steps: [FoundFigure.Step]) -> Int? {
    guard place < steps.count, case .entry(let number) = steps[place] else { return nil }
    return number
  }

  /// Says that a value has no rows by itself, and what to ask for instead.
  private func none(_ figure: FoundFigure) -> FigureAddressError {
    var instead: String?
    let rule = figure.steps.count > 1 ? number(1, figure.steps) : nil
    switch key(0, figure.steps) {
    case "standards":
      let id = rule.flatMap { document["standards"]?.elements[$0]["id"]?.text }
      instead = "slcheck explain \(id ?? "8.01") with files shows its arithmetic"
    case "rules":
      let id = rule.flatMap { document["rules"]?.elements[$0]["id"]?.text }
      instead = id.map { "slcheck explain \($0) with files shows its arithmetic" }
    case "inputs", "implausible": instead = "slcheck inspect tells what is in a file"
    case let section? where FigureAddress.sections.contains(section):
      instead =
        "name a figure in it, such as \(figure.text)"
        + (number(figure.steps.count - 1, figure.steps) == nil ? "[0]" : ".months[0]")
    default:
      instead = "rows are behind " + FigureAddress.sections.joined(separator: ", ")
    }
    return .noRows(figure.text, instead: instead)
  }

  /// The figures of a list of months that lie behind a trend.
  private func months(_ path: [FoundFigure.Step], _ key: String) -> [FoundFigure] {
    var value = document
    for step in path {
      switch step {
      case .key(let name): value = value[name]!
      case .entry(let number): value = value.elements[number]
      }
    }
    return (value["months"]?.elements ?? []).enumerated().compactMap { index, month in
      month[key].map {
        FoundFigure(value: $0, steps: path + [.key("months"), .entry(index), .key(key)])
      }
    }
  }

  /// The contacts answered by every service in a month.
  private func contacts(of month: CivilMonth) -> [FoundFigure] {
    let services = document["services"]?.elements ?? []
    return services.enumerated().flatMap { number, service in
      (service["months"]?.elements ?? []).enumerated().compactMap { index, entry in
        guard entry["month"]?.isText(month.description) ?? false, let value = entry["answered"]
        else { return nil }
        return FoundFigure(
          value: value,
          steps: [
            .key("services"), .entry(number), .key("months"), .entry(index), .key("answered"),
          ])
      }
    }
  }
}

// MARK: - Services

extension FigureSubjectFinder {
  private func service(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
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
    case "total": return .service(subject(part, span, steps.dropFirst(3)))
    case "months":
      guard let index = self.number(3, steps) else { throw none(figure) }
      let month = span.lowerBound.month + index
      let days = month.firstDay...min(month.lastDay, span.upperBound)
      return .service(subject(part, days, steps.dropFirst(4)))
    case "days":
      guard let index = self.number(3, steps), let day = entry(figure, 4)["day"]?.text,
        let date = CivilDate(day)
      else { throw none(figure) }
      _ = index
      return .service(subject(part, date...date, steps.dropFirst(4)))
    case "intervals":
      guard self.number(3, steps) != nil, let start = entry(figure, 4)["start"]?.text,
        let day = CivilDate(String(start.prefix(10)))
      else { throw none(figure) }
      let isSecond = entry(figure, 4)["secondPass"]?.flag ?? false
      var subject = subject(part, day...day, steps.dropFirst(4))
      subject.interval = records.source.intervals(in: day...day).first {
        $0.start.description == start && $0.isSecondPass == isSecond
      }
      return .service(subject)
    case "sensitivity":
      guard let index = self.number(3, steps) else { throw none(figure) }
      let history = records.alternatives[index]
      return .service(
        ServiceSubject(
          part: part, days: span, term: ServiceTerm(nil, history.formula, history.demand)))
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

  /// The value that so many steps lead to.
  private func entry(_ figure: FoundFigure, _ count: Int) -> JSONDocument.Value {
    var value = document
    for step in figure.steps.prefix(count) {
      switch step {
      case .key(let key): value = value[key]!
      case .entry(let number): value = value.elements[number]
      }
    }
    return value
  }

  private func subject(
    _ part: ScopePart, _ days: ClosedRange<CivilDate>, _ rest: ArraySlice<FoundFigure.Step>
  ) -> ServiceSubject {
    let steps = Array(rest)
    let figure = key(0, steps)
    var subject = ServiceSubject(
      part: part, days: days,
      term: ServiceTerm(
        figure == "waitPercentiles" ? "averageSpeedOfAnswer" : figure, part.judged.formula,
        part.judged.demand))
    if figure == "intervals" || figure == "days" {
      let state = key(1, steps)
      let states: Set<OpportunityState> =
        state == nil
        ? Set(OpportunityState.allCases)
        : state == "counted"
          ? [.met, .missed] : Set(OpportunityState(rawValue: state!).map { [$0] } ?? [])
      subject.counted = ServiceSubject.Counted(
        grain: figure == "days" ? .day : .interval, states: states)
    }
    return subject
  }

  private func breakdown(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
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
        return .service(subject(scope, days, figure.steps.dropFirst(2)))
      }
      first += months.count + 1
    }
    throw none(figure)
  }
}

// MARK: - Months of other figures

extension FigureSubjectFinder {
  private struct Scope {
    let number: Int
    /// The figures behind a trend, where the address is one's.
    var trend: [FoundFigure]?
  }

  /// Finds the scope and the month of an address, and the key behind them.
  private func scopeMonth(
    _ figure: FoundFigure
  ) throws(FigureAddressError) -> (Scope, CivilMonth, String?) {
    let steps = figure.steps
    guard let number = number(1, steps) else { throw none(figure) }
    if key(2, steps) == "trend" {
      let figureKey = key(0, steps) == "quality" ? "score" : "value"
      return (
        Scope(number: number, trend: months(Array(steps.prefix(2)), figureKey)),
        center.asOf.month, nil
      )
    }
    guard key(2, steps) == "months", self.number(3, steps) != nil,
      let month = entry(figure, 4)["month"]?.text.flatMap({ CivilMonth($0) })
    else { throw none(figure) }
    return (Scope(number: number), month, key(4, steps))
  }

  private func resolution(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let (scope, month, key) = try scopeMonth(figure)
    let resolution = center.resolution[scope.number]
    let term: FigureSubject.IssueTerm =
      switch key {
      case "pending": .pending
      case "washIn": .washIn
      case "retries": .retries
      default: .rate
      }
    switch resolution.method {
    case .flag: return .issues(.flag, month, term)
    case .repeat:
      return .issues(resolution.match == .reason ? .sameReason : .anyContact, month, term)
    case .survey: return .surveyedIssues(month)
    }
  }

  private func costOfQuality(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let steps = figure.steps
    if key(1, steps) == "trend" { return .figures(months([steps[0]], "perContact")) }
    if key(1, steps) == "returnTrend" { return .figures(months([steps[0]], "returnOnQuality")) }
    guard key(1, steps) == "months", let index = number(2, steps),
      let period = center.costOfQuality?.periods[index]
    else { throw none(figure) }
    let categories: [QualityCategory]
    switch key(3, steps) {
    case "categories":
      categories = key(4, steps).flatMap { QualityCategory(rawValue: $0) }.map { [$0] } ?? []
    case "good": categories = QualityCategory.good
    case "poor": categories = QualityCategory.poor
    case "gain": categories = [.gain]
    case "returnOnQuality": categories = [.gain] + QualityCategory.good
    case "contacts":
      return .figures(
        period.days.upperBound.month.monthsBack(to: period.days.lowerBound.month)
          .flatMap(contacts))
    default: categories = QualityCategory.costs
    }
    return .qualityCosts(
      period, categories.isEmpty ? QualityCategory.allCases : categories)
  }

  private func transactions(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let steps = figure.steps
    guard key(1, steps) == "types", let number = number(2, steps),
      let type = center.transactionValue?.types[number], let first = type.months.first?.month
    else { throw none(figure) }
    func term(_ key: String?) -> FigureSubject.TransactionTerm {
      switch key {
      case "contacts": .contacts
      case "withValue": .withValue
      case "value": .value
      default: .perContact
      }
    }
    if key(3, steps) == "months" {
      guard let index = self.number(4, steps) else { throw none(figure) }
      let month = first + index
      return .transactions(type.name, month...month, term(key(5, steps)))
    }
    if key(3, steps) == "baseline", let baseline = center.transactionValue?.baseline {
      return .transactions(type.name, baseline, .perContact)
    }
    return .transactions(type.name, first...center.asOf.month, term(key(3, steps)))
  }
}

extension CivilMonth {
  /// The months from an earlier one to this one, in order.
  fileprivate func monthsBack(to first: CivilMonth) -> [CivilMonth] {
    (first.index...index).map { CivilMonth(index: $0) }
  }
}
