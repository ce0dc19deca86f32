import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

/// The arithmetic of 8.01 and of the toolkit's rule on intervals: months, days and
/// intervals with their numerators and denominators, down to the rows.
struct ServiceLevelExplanation {
  /// The most contacts by which an opportunity is still a near miss (own rule).
  static let nearestContacts = 2

  private let address: RuleAddress
  private let report: Report
  private let places: SourcePlaces

  init(_ address: RuleAddress, _ report: Report, _ places: SourcePlaces) {
    self.address = address
    self.report = report
    self.places = places
  }

  /// Explains criteria of 8.01 for every service on every site.
  func scopes(
    _ finding: StandardFinding, _ criteria: [Criterion]
  ) throws(ExplanationError) -> [Explanation.Scope] {
    var scopes: [Explanation.Scope] = []
    for scope in finding.scopes {
      var explained = Explanation.Scope(scope, of: finding.standard, criteria)
      if let (service, records) = records(of: scope.scope, scope.site) {
        explained.basis = [service.objectivesInWords, service.formulaInWords]
        if address.place != nil {
          explained.place = place(service, records)
        } else {
          let tests = scope.criteria.map(\.criterion).filter(criteria.contains).map(\.test)
          for index in explained.criteria.indices {
            add(tests[index], service, records, to: &explained.criteria[index])
          }
        }
      }
      scopes.append(explained)
    }
    try checkPlace(scopes)
    return scopes
  }

  /// Explains a rule of the toolkit for every service on every site.
  func scopes(_ rule: ToolkitRule) throws(ExplanationError) -> [Explanation.Scope] {
    guard let finding = report.rules.first(where: { $0.rule.id == rule.id }) else { return [] }
    var scopes: [Explanation.Scope] = []
    for scope in finding.scopes {
      var explained = Explanation.Scope(scope, of: rule)
      if let (service, records) = records(of: scope.scope, scope.site) {
        explained.basis = [service.objectivesInWords, service.formulaInWords]
        if address.place != nil {
          explained.place = place(service, records)
        } else {
          explained.criteria[0].parts = counts(rule, records, scope.window)
        }
      }
      scopes.append(explained)
    }
    try checkPlace(scopes)
    return scopes
  }

  private func records(
    of name: String, _ site: String?
  ) -> (Service, ServiceMetrics.Records)? {
    report.center.services.first { $0.service.name == name && $0.site == site }.flatMap { metrics in
      metrics.records.map { (metrics.service, $0) }
    }
  }
}

// MARK: - The opportunities of a window

extension ServiceLevelExplanation {
  /// Adds the opportunities that a criterion of 8.01 counts.
  private func add(
    _ test: Criterion.Test, _ service: Service, _ records: ServiceMetrics.Records,
    to criterion: inout Explanation.CriterionArithmetic
  ) {
    guard let window = criterion.window else { return }
    switch test {
    case .monthsAttained:
      criterion.opportunities = window.months.map {
        month($0, service, records.judged)
      }
      criterion.nearMisses = window.months.compactMap { month in
        let figures = records.judged.figures(month.firstDay...month.lastDay)
        return nearMiss("\(month)", figures.state, figures)
      }
    case .daysAttained:
      // A month that nothing is recorded of has no arithmetic of its own.
      let open = Set(
        criterion.parts.filter {
          ($0.status == .missed || $0.status == .indeterminate) && $0.counted > 0
        }.map(\.label))
      var misses: [Explanation.NearMiss] = []
      for day in window.days.eachDay {
        let figures = records.judged.figures(day...day)
        guard figures.tracksDays else { continue }
        if open.contains("\(day.month)"), figures.state != .closed {
          criterion.opportunities.append(self.day(day, service, records.judged))
        }
        if let miss = nearMiss("\(day)", figures.state, figures) { misses.append(miss) }
      }
      criterion.nearMisses = misses
    case .intervalsAttained:
      for day in window.days.eachDay {
        let counts = records.judged.figures(day...day).intervals
        guard counts.counted + counts.undecided > 0 else { continue }
        criterion.parts.append(Explanation.Count("\(day)", counts))
      }
      criterion.nearMisses = records.source.intervals(in: window.days).compactMap {
        nearMiss("\($0.start)", $0.state, $0.figures)
      }
    case .evidence, .costsComputed, .costsTend, .qualityCosts, .typesIdentified,
      .metricsIdentified, .typesValued:
      break
    }
  }

  /// Counts the intervals of each month of the toolkit's window, one count for each reading.
  private func counts(
    _ rule: ToolkitRule, _ records: ServiceMetrics.Records, _ window: Window
  ) -> [Explanation.Count] {
    switch rule.test {
    case .intervalsNearObjective(_, let within, _):
      return window.months.flatMap { month in
        Leeway.readings(within: within).map { reading in
          var counts = OpportunityCounts()
          let days = month.firstDay...month.lastDay
          for interval in records.source.intervals(in: days, leeway: reading) {
            counts.add(interval.state)
          }
          return Explanation.Count("\(month), \(reading)", counts)
        }
      }
    case .figuresAttained: return []
    }
  }

  private func nearMiss(
    _ label: String, _ state: OpportunityState, _ figures: ServiceFigures
  ) -> Explanation.NearMiss? {
    guard let contacts = figures.contactsToFlip, contacts <= Self.nearestContacts else {
      return nil
    }
    return Explanation.NearMiss(label: label, isMet: state == .met, contacts: contacts)
  }

  private func month(
    _ month: CivilMonth, _ service: Service, _ judged: JudgedHistory
  ) -> Explanation.Opportunity {
    let days = month.firstDay...min(month.lastDay, judged.end)
    let figures = judged.figures(days)
    return Explanation.Opportunity("\(month)", figures.state, figures, service, days)
  }

  private func day(
    _ day: CivilDate, _ service: Service, _ judged: JudgedHistory
  ) -> Explanation.Opportunity {
    let figures = judged.figures(day...day)
    return Explanation.Opportunity("\(day)", figures.state, figures, service, day...day)
  }
}

// MARK: - A month or a day

extension ServiceLevelExplanation {
  /// Checks that the month or the day that was asked about is judged in some scope.
  private func checkPlace(_ scopes: [Explanation.Scope]) throws(ExplanationError) {
    let histories = report.center.services.compactMap(\.records?.judged)
    guard let place = address.place, scopes.allSatisfy({ $0.place == nil }),
      let first = histories.map(\.start).min()
    else { return }
    throw .outside(place, first...report.center.asOf)
  }

  /// Looks at the month or the day that was asked about; `nil` where it is not judged.
  private func place(
    _ service: Service, _ records: ServiceMetrics.Records
  ) -> Explanation.PlaceArithmetic? {
    let judged = records.judged
    guard let place = address.place, (judged.start...judged.end).contains(place.days.lowerBound)
    else { return nil }
    let days = place.days
    switch place {
    case .month(let month):
      return self.month(month, service, records)
    case .day(let day):
      // A day of a month that is recorded as a whole is not known by itself.
      return judged.figures(days).tracksDays
        ? self.day(day, service, records) : self.month(day.month, service, records)
    }
  }

  /// Looks at the days of a month; at its records where it is recorded as a whole.
  private func month(
    _ month: CivilMonth, _ service: Service, _ records: ServiceMetrics.Records
  ) -> Explanation.PlaceArithmetic {
    let judged = records.judged
    let days = month.firstDay...min(month.lastDay, judged.end)
    var whole = self.month(month, service, judged)
    guard judged.figures(days).tracksDays else {
      whole.records = days.eachDay.flatMap { records.source.records(of: $0) }
        .map { record($0, service) }
      return Explanation.PlaceArithmetic(whole: whole, parts: [])
    }
    return Explanation.PlaceArithmetic(
      whole: whole, parts: days.eachDay.map { self.day($0, service, judged) })
  }

  /// Looks at the intervals of a day, each with the records behind it.
  private func day(
    _ day: CivilDate, _ service: Service, _ records: ServiceMetrics.Records
  ) -> Explanation.PlaceArithmetic {
    let traced = records.source.records(of: day)
    var whole = self.day(day, service, records.judged)
    let intervals = records.source.intervals(in: day...day)
    if intervals.isEmpty {
      whole.records = traced.map { record($0, service) }
      return Explanation.PlaceArithmetic(whole: whole, parts: [])
    }
    return Explanation.PlaceArithmetic(
      whole: whole,
      parts: intervals.map { interval in
        var part = Explanation.Opportunity(
          "\(interval.start)", interval.state, interval.figures, service, day...day)
        let first = interval.start.time.minuteOfDay
        // A repeated hour has every time twice.
        part.records = traced.filter {
          $0.isSecondPass == interval.isSecondPass
            && (first..<(first + interval.minutes)).contains($0.start.time.minuteOfDay)
        }.map { record($0, service) }
        return part
      })
  }

  private func record(_ record: TracedRecord, _ service: Service) -> Explanation.Record {
    Explanation.Record(
      start: record.start, key: record.key,
      term: ServiceLevelTerms(record.sums, service.formula, service.demand).worst,
      positions: record.places.compactMap(places.position))
  }
}

// MARK: - From figures

extension Explanation.Opportunity {
  fileprivate init(
    _ label: String, _ state: OpportunityState, _ figures: ServiceFigures, _ service: Service,
    _ days: ClosedRange<CivilDate>
  ) {
    let terms = ServiceLevelTerms(figures.judgedSums, figures.formula, figures.demand)
    self.label = label
    self.state = state
    worst = terms.worst
    best = terms.best
    holes = figures.holes
    possibleVolume = figures.possibleVolume
    var objectives: [FixedPoint] = []
    for day in days.eachDay {
      guard let percent = service.objectives.inForce(on: day)?.percent else { continue }
      if objectives.last != percent { objectives.append(percent) }
    }
    self.objectives = objectives
  }
}

extension Explanation.Count {
  fileprivate init(_ label: String, _ counts: OpportunityCounts) {
    self.init(
      label: label, met: counts.met, counted: counts.counted, undecided: counts.undecided,
      needed: nil, status: nil)
  }
}

extension Explanation.Scope {
  /// Takes what a rule of the toolkit carries.
  init(_ scope: RuleScope, of rule: ToolkitRule) {
    name = scope.scope
    site = scope.site
    level = nil
    criteria = [
      Explanation.CriterionArithmetic(
        id: rule.id, status: scope.status,
        requirement: "\(rule.requirement) (\(scope.window.monthsInWords))",
        window: scope.window,
        counts: scope.parts.map {
          Explanation.Count(
            label: $0.name, met: $0.met, counted: $0.counted, undecided: $0.undecided,
            needed: $0.needed, status: $0.status)
        },
        distance: scope.parts.filter { $0.distance != .nothing }.map {
          "\($0.name): \($0.distance)"
        },
        remarks: scope.remarks.map(\.description))
    ]
  }
}

extension ClosedRange<CivilDate> {
  /// Its days in order.
  var eachDay: [CivilDate] { (0...(upperBound - lowerBound)).map { lowerBound + $0 } }
}
