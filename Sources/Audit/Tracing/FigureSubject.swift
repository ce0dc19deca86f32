import Basics
import ContactRecords
import PerformanceMetrics
import Reports

/// What is behind a figure: which records add to it, and what each of them adds.
enum FigureSubject {
  /// Interval records and contacts of a service, or of a part of it.
  case service(ServiceSubject)
  /// Evaluations of a site in a month.
  case quality(site: String?, CivilMonth, ScoreTerm)
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

  /// What evaluations are counted for.
  enum ScoreTerm { case score, count, spread }
  /// What answers are counted for.
  enum SurveyTerm { case value, count, invited, responseRate, spread }
  /// What issues are counted for.
  enum IssueTerm { case rate, pending, washIn, retries }
  /// What contacts of a type are counted for.
  enum TransactionTerm { case contacts, withValue, value, perContact }
}

extension FigureSubject {
  /// Whether the rows add up to the figure; a spread or a mean of means is made of them otherwise.
  var addsUp: Bool {
    switch self {
    case .service(let service): service.term.addsUp
    case .quality(_, _, .spread), .satisfaction(_, _, .spread): false
    case .quality, .satisfaction, .costs, .qualityCosts, .issues, .surveyedIssues, .transactions:
      true
    case .figures: false
    }
  }
}

/// The records of a service, or of a part of it, that are behind a figure.
struct ServiceSubject {
  let part: ScopePart
  let days: ClosedRange<CivilDate>
  var term: ServiceTerm
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
    case "quality", "satisfaction", "costPerContact": return try scopeMonth(figure)
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
      switch figure.value.kind {
      case .list: instead = "name a figure in it, such as \(figure.text)[0]"
      case .object: instead = "name a figure in it"
      case .null, .bool, .number, .string:
        instead = "it is no sum of rows; those behind the figures beside it can be asked for"
      }
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

  /// Figures that stand in the same object.
  private func beside(_ figure: FoundFigure, _ count: Int, _ keys: [String]) -> FigureSubject {
    let steps = Array(figure.steps.prefix(count))
    let object = entry(figure, count)
    return .figures(
      keys.compactMap { key in
        object[key].map { FoundFigure(value: $0, steps: steps + [.key(key)]) }
      })
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
    case "total": return .service(try subject(figure, part, span, 3))
    case "months":
      guard let index = self.number(3, steps) else { throw none(figure) }
      let month = span.lowerBound.month + index
      let days = month.firstDay...min(month.lastDay, span.upperBound)
      return .service(try subject(figure, part, days, 4))
    case "days":
      guard self.number(3, steps) != nil, let day = entry(figure, 4)["day"]?.text,
        let date = CivilDate(day)
      else { throw none(figure) }
      return .service(try subject(figure, part, date...date, 4))
    case "intervals":
      guard self.number(3, steps) != nil, let start = entry(figure, 4)["start"]?.text,
        let day = CivilDate(String(start.prefix(10)))
      else { throw none(figure) }
      let isSecond = entry(figure, 4)["secondPass"]?.flag ?? false
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
        return .service(try subject(figure, scope, days, 2))
      }
      first += months.count + 1
    }
    throw none(figure)
  }
}

// MARK: - Months of other figures

extension FigureSubjectFinder {
  /// Finds the number of the scope and the month of an address.
  private func month(
    _ figure: FoundFigure
  ) throws(FigureAddressError) -> (scope: Int, month: CivilMonth) {
    let steps = figure.steps
    guard let number = number(1, steps), key(2, steps) == "months", self.number(3, steps) != nil,
      let month = entry(figure, 4)["month"]?.text.flatMap({ CivilMonth($0) })
    else { throw none(figure) }
    return (number, month)
  }

  private func scopeMonth(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let (steps, section) = (figure.steps, key(0, figure.steps))
    if key(2, steps) == "trend" {
      return .figures(months(Array(steps.prefix(2)), section == "quality" ? "score" : "value"))
    }
    let (scope, month) = try month(figure)
    let name = key(4, steps)
    switch (section, name) {
    case ("quality", nil), ("quality", "score"), ("quality", "met"), ("quality", "state"):
      return .quality(site: center.quality.scopes[scope].site, month, .score)
    case ("quality", "n"):
      return .quality(site: center.quality.scopes[scope].site, month, .count)
    case ("quality", "standardDeviation"), ("quality", "margin"), ("quality", "clear"):
      return .quality(site: center.quality.scopes[scope].site, month, .spread)
    case ("satisfaction", let name):
      let term: FigureSubject.SurveyTerm
      switch name {
      case nil, "value", "met", "state": term = .value
      case "n": term = .count
      case "invited": term = .invited
      case "responseRate": term = .responseRate
      case "standardDeviation", "low", "high", "clear": term = .spread
      default: throw none(figure)
      }
      return .satisfaction(site: center.satisfaction.scopes[scope].site, month, term)
    case ("costPerContact", nil), ("costPerContact", "amount"), ("costPerContact", "value"),
      ("costPerContact", "met"), ("costPerContact", "state"):
      return .costs(center.costs[scope], month, category: nil)
    case ("costPerContact", "categories"):
      return .costs(center.costs[scope], month, category: key(5, steps))
    case ("costPerContact", "contacts"), ("costPerContact", "channels"):
      throw .noRows(
        figure.text,
        instead: "it counts each contact of the scope once, whatever service it is "
          + "of; explain the figures of services for their rows")
    default: throw none(figure)
    }
  }

  private func resolution(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let (scope, month) = try month(figure)
    let resolution = center.resolution[scope]
    let term: FigureSubject.IssueTerm
    switch key(4, figure.steps) {
    case nil, "rate", "met", "state": term = .rate
    case "pending": term = .pending
    case "washIn": term = .washIn
    case "retries": term = .retries
    default: throw none(figure)
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
    switch key(3, steps) {
    case nil, "total": return .qualityCosts(period, QualityCategory.costs)
    case "good": return .qualityCosts(period, QualityCategory.good)
    case "poor": return .qualityCosts(period, QualityCategory.poor)
    case "gain": return .qualityCosts(period, [.gain])
    case "categories":
      guard let name = key(4, steps) else {
        return .qualityCosts(period, QualityCategory.allCases)
      }
      return .qualityCosts(period, QualityCategory(rawValue: name).map { [$0] } ?? [])
    case "returnOnQuality": return beside(figure, 3, ["gain", "good"])
    case "perContact": return beside(figure, 3, ["total", "contacts"])
    case "shareOfCost": return beside(figure, 3, ["total"])
    default: throw none(figure)
    }
  }

  private func transactions(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let steps = figure.steps
    guard key(1, steps) == "types", let number = number(2, steps),
      let type = center.transactionValue?.types[number], let first = type.months.first?.month
    else { throw none(figure) }
    func term(_ key: String?) throws(FigureAddressError) -> FigureSubject.TransactionTerm {
      switch key {
      case "contacts": .contacts
      case "withValue": .withValue
      case "value": .value
      case nil, "perContact": .perContact
      default: throw none(figure)
      }
    }
    if key(3, steps) == "months" {
      guard let index = self.number(4, steps) else { throw none(figure) }
      let month = first + index
      return .transactions(type.name, month...month, try term(key(5, steps)))
    }
    if key(3, steps) == "baseline", let baseline = center.transactionValue?.baseline {
      return .transactions(type.name, baseline, .perContact)
    }
    return .transactions(type.name, first...center.asOf.month, try term(key(3, steps)))
  }
}
