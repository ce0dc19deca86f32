import Basics
import ContactRecords
import PerformanceMetrics
import Reports

extension FigureSubjectFinder {
  /// Finds the number of the scope and the month of an address.
  private func month(
    _ figure: FoundFigure
  ) throws(FigureAddressError) -> (scope: Int, month: CivilMonth) {
    let steps = figure.steps
    guard let number = number(1, steps), key(2, steps) == "months", self.number(3, steps) != nil,
      let month = value(at: figure.steps.prefix(4))["month"]?.text.flatMap({ CivilMonth($0) })
    else { throw none(figure) }
    return (number, month)
  }

  /// Finds what is behind a score, a satisfaction or a cost.
  func scopeMonth(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
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

  /// Finds what is behind first contact resolution.
  func resolution(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
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

  /// Finds what is behind a cost of quality.
  func costOfQuality(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
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

  /// Finds what is behind a transaction value.
  func transactions(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
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
