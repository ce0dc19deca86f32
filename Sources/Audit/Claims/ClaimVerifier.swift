import Basics
import ContactRecords
public import PerformanceMetrics
import Reports

/// Holds claims against a center: what is true, and by which other definition a false claim
/// would be.
///
/// A search over definitions explains almost anything if it is wide enough. So every verdict
/// says how many were tried, and what share of the false numbers near the truth they would
/// have explained as well: only where that is small does a match mean anything. The
/// definitions of a claim are tried in a fixed order, and no parameter of theirs is free.
///
/// A definition that changes the judgment is asked for once and read for all claims, so
/// that a run holds one center beside the true one.
public struct ClaimVerifier: Sendable {
  private let center: CenterMetrics
  private let possibilities: AuditPossibilities

  /// Creates a verifier.
  ///
  /// - Parameters:
  ///   - center: The center as it is.
  ///   - possibilities: What the records offer beside the definitions in force.
  public init(_ center: CenterMetrics, _ possibilities: AuditPossibilities = .init()) {
    self.center = center
    self.possibilities = possibilities
  }

  /// A claim on its way to a verdict.
  private struct Case {
    let measure: ClaimMeasure
    let dimensions: [KeyDimension]
    /// The days of a claim on services; `nil` for others.
    var days: ClosedRange<CivilDate>?
    /// An earlier day that a level is as of.
    var asOf: CivilDate?
    var definitions: [AlternativeDefinition] = []
    var figures: [Int: AuditedFigure] = [:]
    /// Whether what is missing decides the claim.
    var isOpen = false

    /// What has to be judged to read a definition, or the truth, of the claim.
    func change(_ definition: CenterChange?) -> CenterChange {
      var change = definition ?? CenterChange()
      (change.by, change.asOf) = (dimensions, asOf)
      return change
    }
  }

  /// Gives the verdict of each claim, in the order of the claims.
  ///
  /// - Parameters:
  ///   - claims: What is held against the records.
  ///   - recompute: Judges the center again with a change; `nil` where that cannot be done, as
  ///     for records that cannot be read twice.
  /// - Complexity: A judgment for each definition that changes one, whatever the number of
  ///   claims; none where all claims are true.
  public func verdicts<Failure: Error>(
    _ claims: [Claim], recompute: (CenterChange) throws(Failure) -> CenterMetrics?
  ) throws(Failure) -> [ClaimVerdict] {
    var verdicts = claims.map { ClaimVerdict(claim: $0, status: .unsupported) }
    var cases: [Case?] = []
    for claim in claims { cases.append(ClaimVerifier.opened(claim, center)) }

    // The truth first: of parts and of earlier days the center is judged for.
    let truths = claims.indices.compactMap { index in
      cases[index].map { (change: $0.change(nil), reader: index) }
    }
    for (change, readers) in ClaimVerifier.byChange(truths) {
      let judged = change == CenterChange() ? center : try recompute(change)
      for index in readers { settle(&verdicts[index], &cases[index]!, judged) }
    }
    for index in claims.indices where cases[index] == nil {
      let known = ClaimMeasure.allCases.map(\.rawValue)
      let name = claims[index].measureText
      verdicts[index].remarks = [
        "\(FigureFailure.unknownMeasure(name, nearest: NearestName.of(name, in: known)))"
      ]
    }

    // Then the definitions, each judgment read by every claim that it is tried on.
    let trials = claims.indices.flatMap { index in
      (cases[index]?.definitions ?? []).enumerated().map { number, definition in
        (change: cases[index]!.change(definition.change), reader: (index, number))
      }
    }
    for (change, readers) in ClaimVerifier.byChange(trials) {
      guard let judged = change == CenterChange() ? center : try recompute(change) else {
        continue
      }
      for (index, number) in readers {
        let own = cases[index]!
        cases[index]!.figures[number] = figure(
          verdicts[index], own, own.definitions[number], judged)
      }
    }
    for index in claims.indices where cases[index] != nil {
      weigh(&verdicts[index], cases[index]!)
    }
    ClaimVerifier.conclude(&verdicts)
    return verdicts
  }

  /// Puts together what is read from one judgment, in the order in which each is first asked for.
  private static func byChange<Reader>(
    _ readers: [(change: CenterChange, reader: Reader)]
  ) -> [(change: CenterChange, readers: [Reader])] {
    var groups: [(change: CenterChange, readers: [Reader])] = []
    var places: [CenterChange: Int] = [:]
    for (change, reader) in readers {
      let place = places[change] ?? groups.count
      if place == groups.count {
        places[change] = place
        groups.append((change, []))
      }
      groups[place].readers.append(reader)
    }
    return groups
  }
}

// MARK: - The truth

extension ClaimVerifier {
  /// Finds what has to be judged for a claim; `nil` for an unknown measure.
  private static func opened(_ claim: Claim, _ center: CenterMetrics) -> Case? {
    guard let measure = claim.measure else { return nil }
    if measure == .level {
      var own = Case(measure: measure, dimensions: [])
      if let last = claim.period.lastNamedDay, last < center.asOf { own.asOf = last }
      return own
    }
    guard measure.isOfServices else { return Case(measure: measure, dimensions: []) }
    return Case(measure: measure, dimensions: claim.scope.dimensions(center))
  }

  /// Finds the truth, and what is to be tried where the claim is not true.
  private func settle(
    _ verdict: inout ClaimVerdict, _ own: inout Case, _ judged: CenterMetrics?
  ) {
    let claim = verdict.claim
    do throws(FigureFailure) {
      guard let judged else { throw .noRecords }
      if own.measure != .level, claim.scope.standard != nil { throw .noStandardHere }
      if let last = claim.period.lastNamedDay, last > center.asOf {
        throw .afterAsOf("\(center.asOf)")
      }
      let bounds = try truth(&verdict, &own, judged)
      guard let actual = verdict.actual else { return }
      guard actual.hasUnit(of: claim.claimed) else { throw .otherUnit(actual.unitWords) }
      let isEqual = actual.printed(as: claim.claimed).contains(claim.claimed.digits)
      if let bounds, bounds.contains(ClaimVerifier.claimedValue(claim)) {
        own.isOpen = bounds.decide
        if !isEqual { verdict.remarks.append("what is missing could make it true") }
      }
      verdict.status = own.isOpen ? .indeterminate : isEqual ? .verified : .refuted
      if !isEqual { own.definitions = definitions(claim, own, judged) }
    } catch {
      verdict.actual = nil
      verdict.status = error.isOpen ? .indeterminate : .unsupported
      verdict.remarks.append("\(error)")
    }
  }

  /// Reads the truth.
  ///
  /// - Returns: How far what is missing can carry it; `nil` where nothing is missing.
  private func truth(
    _ verdict: inout ClaimVerdict, _ own: inout Case, _ judged: CenterMetrics
  ) throws(FigureFailure) -> FigureBounds? {
    let claim = verdict.claim
    verdict.subject = [claim.measureText, claim.scopeText, claim.periodText]
    if own.measure == .level {
      let (level, possible) = try LevelReading(scope: claim.scope).figure(judged)
      verdict.actual = level
      let highest = Fraction(possible)
      guard level.value < highest else { return nil }
      verdict.remarks.append("what is missing or not attested allows level \(possible) at most")
      return FigureBounds(low: level.value, high: highest, decide: true)
    }
    guard own.measure.isOfServices else {
      let days = claim.period.days(asOf: center.asOf, since: center.asOf.month.firstDay)
      let reading = try MonthlyReading(own.measure, claim.scope, days: days)
      verdict.actual = try reading.figure(judged)
      return nil
    }
    let parts = try claim.scope.parts(judged, by: own.dimensions)
    let first = parts.map(\.recorded.lowerBound).min() ?? center.asOf
    let days = claim.period.days(asOf: center.asOf, since: first)
    own.days = days
    guard parts.contains(where: { $0.recorded.overlaps(days) }) else { throw .noRecords }
    verdict.subject =
      [claim.measureText, "\(days)"]
      + parts.map { part in
        ([part.name] + part.names.map { "\($0.dimension)=\($0.name)" }).joined(separator: ";")
      }
    let reading = ServiceReading(measure: own.measure, parts: parts, days: days)
    verdict.coverage = reading.coverage
    // Where no objective was in force nothing is judged, and the records are in no figure.
    let unjudged = reading.daysWithoutObjective
    if unjudged > 0 {
      guard own.measure.form == .opportunities || own.measure == .serviceLevel else {
        throw .noObjective(days: unjudged)
      }
      verdict.remarks.append("\(FigureFailure.noObjective(days: unjudged))")
    }
    var actual = try reading.figure()
    if own.measure.form == .average { actual.unit = .seconds }
    verdict.actual = actual
    let lacking = reading.lackingMonths
    if lacking > 0 {
      verdict.remarks.append(
        "no record of \(counted(lacking, "month")) of the period, which should have some")
    }
    if reading.isOfPercentages {
      verdict.remarks.append("counted from rounded percentages")
    }
    if own.measure.form != .count, Set(parts.map { Objectives($0) }).count > 1 {
      verdict.remarks.append(
        "of services that are judged by different objectives or formulas, each by its own")
    }
    return reading.bounds(actual, as: claim.claimed)
  }

  /// The value of a claim in the unit of its figure.
  private static func claimedValue(_ claim: Claim) -> Fraction {
    guard case .outOf(let all) = claim.claimed.unit, claim.measure?.form == .share else {
      return Fraction(claim.claimed)
    }
    return Fraction(claim.claimed) * 100 / all
  }
}

// MARK: - Definitions

extension ClaimVerifier {
  private func definitions(
    _ claim: Claim, _ own: Case, _ judged: CenterMetrics
  ) -> [AlternativeDefinition] {
    let metrics: [ServiceMetrics]
    var keys: [RecordKey]
    if own.measure == .level {
      metrics = judged.services.filter {
        (claim.scope.service == nil || $0.service.name == claim.scope.service)
          && (claim.scope.site == nil || $0.site == claim.scope.site)
      }
      keys = metrics.compactMap(\.records).flatMap(\.source.keys)
    } else {
      metrics = judged.services.filter {
        claim.scope.service == nil || $0.service.name == claim.scope.service
      }
      let parts =
        own.measure.isOfServices
        ? (try? claim.scope.parts(judged, by: own.dimensions)) ?? [] : []
      keys = parts.flatMap { part in part.records.source.keys.filter(part.takes) }
    }
    return AlternativeDefinition.all(
      for: claim, own.measure, services: metrics.map(\.service), keys: keys,
      days: own.days ?? (own.asOf ?? center.asOf).yearBefore...(own.asOf ?? center.asOf),
      possibilities)
  }

  /// Reads what a definition gives; `nil` where it gives nothing.
  private func figure(
    _ verdict: ClaimVerdict, _ own: Case, _ definition: AlternativeDefinition,
    _ judged: CenterMetrics
  ) -> AuditedFigure? {
    let scope = verdict.claim.scope
    if case .roundedUp = definition { return verdict.actual?.roundedUp }
    if own.measure == .level { return try? LevelReading(scope: scope).figure(judged).0 }
    guard let days = own.days, let parts = try? scope.parts(judged, by: own.dimensions) else {
      return nil
    }
    var reading = ServiceReading(measure: own.measure, parts: parts, days: days)
    switch definition {
    case .formula(let formula):
      if own.measure == .abandonmentRate { reading.abandonment = formula }
      return try? reading.figure()
    case .demand:
      reading.demand = .answeredPlusAbandoned
      return try? reading.figure()
    case .comparison, .threshold, .closedHours, .without: return try? reading.figure()
    case .mean(let grain): return try? reading.mean(of: grain)
    case .emptyIntervals(let taken): return try? reading.figure(emptyIntervals: taken)
    case .shifted(let count):
      let shifted = reading.shifted(by: count)
      // Days that nobody recorded would give another figure by their absence.
      guard
        parts.allSatisfy({ part in
          part.recorded.lowerBound <= shifted.days.lowerBound
            && shifted.days.upperBound <= part.recorded.upperBound
        })
      else { return nil }
      return try? shifted.figure()
    case .withoutWorstDays(let count): return try? reading.figure(withoutWorst: count)
    case .roundedUp: return nil
    }
  }
}

// MARK: - Weighing

extension ClaimVerifier {
  /// Finds the definitions that give what is claimed, and how likely that is by accident.
  private func weigh(_ verdict: inout ClaimVerdict, _ own: Case) {
    guard !own.definitions.isEmpty, let actual = verdict.actual else { return }
    let claimed = verdict.claim.claimed
    let near = FalseNumbers(near: actual, as: claimed)
    var hit: Set<Int128> = []
    for (number, definition) in own.definitions.enumerated() {
      guard let figure = own.figures[number] else { continue }
      verdict.tried += 1
      let printed = figure.printed(as: claimed)
      hit.formUnion(printed.filter(near.contains))
      if printed.contains(claimed.digits) {
        verdict.explanations.append(.init(definition: definition, figure: figure))
      }
    }
    guard verdict.tried > 0 else { return }
    // A match that is not near is one of the numbers that are hit all the same.
    let isFar = !verdict.explanations.isEmpty && !near.contains(claimed.digits)
    let (hits, all) = (hit.count + (isFar ? 1 : 0), near.count + (isFar ? 1 : 0))
    // Where no false number is near, any match is one by accident.
    verdict.chance = all > 0 ? Ratio(hits, Int(clamping: all)) : Ratio(1, 1)
  }

  /// Concludes: a match tells how a claim was made where accidents are rare, or where the same
  /// definition gives a second false claim.
  private static func conclude(_ verdicts: inout [ClaimVerdict]) {
    var claimsOf: [AlternativeDefinition: Set<[String]>] = [:]
    for verdict in verdicts where verdict.status == .refuted {
      for explanation in verdict.explanations {
        // The same claim made twice, in whatever words, is one claim.
        claimsOf[explanation.definition, default: []].insert(verdict.subject)
      }
    }
    for index in verdicts.indices where verdicts[index].status == .refuted {
      let isTelling = verdicts[index].isTelling
      for number in verdicts[index].explanations.indices {
        let definition = verdicts[index].explanations[number].definition
        guard isTelling || claimsOf[definition, default: []].count > 1 else { continue }
        verdicts[index].explanations[number].isConclusive = true
        verdicts[index].status = .otherDefinition
      }
    }
  }
}

extension AuditedFigure {
  /// How a claim on the figure is written, to be read after "is not".
  fileprivate var unitWords: String {
    switch form {
    case .share: "a percentage, as 84.1%"
    case .average: "a number, as 20.5"
    case .count, .level: "a whole number"
    case .opportunities: "a number of them, as 11 or 11/12"
    }
  }
}

/// What a part is judged by.
private struct Objectives: Hashable {
  let objectives: ObjectiveSchedule
  let formula: ServiceLevelFormula
  let demand: Demand

  init(_ part: ScopePart) {
    (objectives, formula) = (part.service.objectives, part.service.formula)
    demand = part.service.demand
  }
}
