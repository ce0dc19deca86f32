import Basics
import ContactRecords
public import PerformanceMetrics

/// Another way to come to a figure, which a claim may have been made by.
public enum AlternativeDefinition: Hashable, Sendable {
  /// Another formula.
  case formula(ServiceLevelFormula)
  /// Answered plus abandoned for the contacts offered.
  case demand
  /// Strictly within the threshold.
  case comparison
  /// Another threshold in seconds.
  case threshold(Int)
  /// A mean of quotients rather than the quotient of sums.
  case mean(MeanGrain)
  /// What intervals without contacts count as.
  case emptyIntervals(EmptyIntervals)
  /// Contacts offered while closed count.
  case closedHours
  /// A queue or a site left out.
  case without(Breakdown.Name)
  /// Rounded up.
  case roundedUp
  /// The same number of days, so many days later.
  case shifted(Int)
  /// Without the days of the lowest figure.
  case withoutWorstDays(Int)

  /// What a mean is one of.
  public enum MeanGrain: String, CaseIterable, Hashable, Sendable {
    case rows, intervals, days
  }

  /// What an interval without contacts is taken for.
  public enum EmptyIntervals: String, CaseIterable, Hashable, Sendable {
    /// One that attained, all of whose contacts were handled in time.
    case met
    /// One that missed, none of whose contacts were.
    case zero
  }

  /// How far a period is shifted at most.
  static let mostShift = 31
  /// How many days are left out at most.
  static let mostWorstDays = 3
}

extension AlternativeDefinition: CustomStringConvertible {
  /// The name that reports give it: formula:answered.
  public var description: String {
    switch self {
    case .formula(let formula): "formula:\(formula.rawValue)"
    case .demand: "demand:\(Demand.answeredPlusAbandoned.rawValue)"
    case .comparison: "comparison:<"
    case .threshold(let seconds): "threshold:\(seconds)"
    case .mean(let grain): "mean-of:\(grain.rawValue)"
    case .emptyIntervals(let taken): "empty-intervals:\(taken.rawValue)"
    case .closedHours: "closed-hours:included"
    case .without(let name): "without:\(name.dimension.rawValue)=\(name.name)"
    case .roundedUp: "rounded-up"
    case .shifted(let days): "shifted:\(days)"
    case .withoutWorstDays(let days): "without:worst-days=\(days)"
    }
  }

  /// What it does, to be read behind "what it comes to".
  public var words: String {
    switch self {
    case .formula(let formula): "by the formula \(formula.rawValue)"
    case .demand: "out of answered plus abandoned"
    case .comparison: "where exactly the threshold is too late"
    case .threshold(let seconds): "within \(seconds) s"
    case .mean(.rows): "as the mean of the file's rows"
    case .mean(.intervals): "as the mean of intervals"
    case .mean(.days): "as the mean of days"
    case .emptyIntervals(.met): "where intervals without contacts attain"
    case .emptyIntervals(.zero): "where intervals without contacts miss"
    case .closedHours: "with the contacts offered while closed"
    case .without(let name):
      "without the \(name.dimension.rawValue) \(VisibleText.escaping(name.name))"
    case .roundedUp: "rounded up"
    case .shifted(let days): days > 0 ? "\(days) d later" : "\(-days) d earlier"
    case .withoutWorstDays(1): "without its worst day"
    case .withoutWorstDays(let days): "without its \(days) worst days"
    }
  }
}

// MARK: - What is tried

/// What the records offer beside the definition that is in force.
public struct AuditPossibilities: Sendable {
  /// Thresholds that the data have counts for.
  public var thresholds: [Int]
  /// Whether the data tell contacts answered at exactly the threshold from faster ones.
  public var tellsComparison: Bool
  /// Whether periods are shifted and worst days left out as well.
  public var searchesMore: Bool

  /// Creates what is possible.
  public init(thresholds: [Int] = [], tellsComparison: Bool = false, searchesMore: Bool = false) {
    self.thresholds = thresholds
    self.tellsComparison = tellsComparison
    self.searchesMore = searchesMore
  }
}

extension AlternativeDefinition {
  /// The definitions that are tried on a claim, in their order.
  ///
  /// - Parameters:
  ///   - services: The services that the claim is about.
  ///   - keys: Their keys, without those that the scope leaves out.
  ///   - days: The days that the claim is about.
  static func all(
    for claim: Claim, _ measure: ClaimMeasure, services: [Service], keys: [RecordKey],
    days: ClosedRange<CivilDate>, _ possible: AuditPossibilities
  ) -> [AlternativeDefinition] {
    let takesPeriod = measure != .level
    var found: [AlternativeDefinition] = []
    let isJudged =
      measure == .serviceLevel || measure.form == .opportunities
      || measure == .level && claim.scope.standard == ClaimScope.serviceLevelStandard
    let isQuotient = measure.isOfServices && (measure.form == .share || measure.form == .average)
    if isJudged {
      let formulas = Set(services.map(\.formula))
      found += ServiceLevelFormula.allCases.filter { formulas != [$0] }.map { .formula($0) }
    } else if measure == .abandonmentRate {
      found += [.formula(.earlyAbandonsExcluded), .formula(.shortAbandonsExcluded)]
    }
    let isOfOffered = measure == .offered || measure == .abandonmentRate
    if isOfOffered || isJudged && services.contains(where: { $0.demand == .offered }) {
      found.append(.demand)
    }
    if isJudged {
      if possible.tellsComparison { found.append(.comparison) }
      let own = Set(services.flatMap { $0.objectives.thresholds(in: days) })
      found += possible.thresholds.filter { own != [$0] }.map { .threshold($0) }
    }
    if isQuotient { found += MeanGrain.allCases.map { .mean($0) } }
    if measure == .serviceLevel || measure == .intervalsMet {
      found += EmptyIntervals.allCases.map { .emptyIntervals($0) }
    }
    if isJudged, services.contains(where: { $0.hours != nil && $0.closedContacts == .exclude }) {
      found.append(.closedHours)
    }
    if isJudged || measure.isOfServices {
      for dimension in [KeyDimension.queue, .site] {
        let names = Set(keys.map { dimension.name(in: $0) }).filter { !$0.isEmpty }
        guard names.count > 1 else { continue }
        found += names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
          .map { .without(Breakdown.Name(dimension: dimension, name: $0)) }
      }
    }
    if measure.form == .share || measure.form == .average { found.append(.roundedUp) }
    if possible.searchesMore, measure.isOfServices, takesPeriod {
      if claim.period.lastNamedDay != nil {
        found += (1...mostShift).flatMap { [.shifted(-$0), .shifted($0)] }
      }
      if measure.form != .opportunities {
        found += (1...mostWorstDays).map { .withoutWorstDays($0) }
      }
    }
    return found
  }

  /// What has to be judged again; `nil` where the same judgment is only read otherwise.
  var change: CenterChange? {
    switch self {
    case .formula(let formula): CenterChange(formula: formula)
    case .demand: CenterChange(demand: .answeredPlusAbandoned)
    case .comparison: CenterChange(isStrict: true)
    case .threshold(let seconds): CenterChange(threshold: seconds)
    case .closedHours: CenterChange(includesClosed: true)
    case .without(let name): CenterChange(leftOut: name)
    case .mean, .emptyIntervals, .roundedUp, .shifted, .withoutWorstDays: nil
    }
  }
}

extension ObjectiveSchedule {
  /// The thresholds in force on any of some days.
  fileprivate func thresholds(in days: ClosedRange<CivilDate>) -> Set<Int> {
    let changes = changes(after: days.lowerBound, through: days.upperBound)
    return Set(([days.lowerBound] + changes).compactMap { inForce(on: $0)?.seconds })
  }
}

extension CivilDate {
  /// The day from which the windows of levels look back to this one at most.
  var yearBefore: CivilDate { (lastCompleteMonth - 11).firstDay }
}
