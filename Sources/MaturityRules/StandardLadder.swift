import ContactRecords
public import PerformanceMetrics

/// The rules as data: each standard and what its levels ask for.
///
/// Thresholds and windows are facts of ICMI's Customer Management Operations
/// Standards, section 8, unless their origin says own rule. A change of a
/// threshold is a change of one literal here: evaluator, report and tests read it.
public enum StandardLadder: Sendable {
  /// The names of the levels; below the first stands 0, not started (own rule).
  public static let levelNames = [
    "not started", "just started", "some progress", "considerable progress",
    "fully achieved and/or optimized",
  ]

  /// The standards of section 8 in the order of the source.
  public static let standards: [Standard] = [
    Standard(
      id: "8.01", title: "Service level and response time", subject: .serviceLevel,
      kinds: [.intervals, .contacts],
      criteria: [
        Criterion(
          level: 1,
          sentence: "The service level of the month attains the objective, and the objective "
            + "has a business reason",
          test: .monthsAttained(atLeast: 10, ofLast: 12), origin: .source),
        Criterion(
          level: 2,
          sentence: "In every month enough days attain the objective",
          test: .daysAttained(percent: 80, inEachOfLastMonths: 9), origin: .source),
        Criterion(
          level: 3,
          sentence: "Enough intervals attain the objective",
          test: .intervalsAttained(percent: 80, overLastDays: 120), origin: .source),
        Criterion(
          level: 4,
          sentence: "The objectives agree with what customers prefer",
          test: .evidence, origin: .source),
      ]),
    Standard(
      id: "8.02", title: "Quality scores", subject: .quality, kinds: [.evaluations],
      criteria: [
        Criterion(
          level: 1,
          sentence: "The quality score of the month attains the site's objective half of the time",
          test: .monthsAttained(atLeast: 6, ofLast: 12), origin: .source),
        Criterion(
          level: 2,
          sentence: "The quality score attains the site's objective in three of four months",
          test: .monthsAttained(atLeast: 9, ofLast: 12), origin: .source),
        Criterion(
          level: 3,
          sentence: "The quality score attains the site's objective in every month",
          test: .monthsAttained(atLeast: 12, ofLast: 12), origin: .source),
        Criterion(
          level: 4,
          sentence: "The quality objectives agree with what customers expect",
          test: .evidence, origin: .source),
      ]),
    Standard(
      id: "8.03", title: "Customer satisfaction scores", subject: .satisfaction, kinds: [.surveys],
      criteria: [
        Criterion(
          level: 1,
          sentence: "The satisfaction of the month attains its objective half of the time",
          test: .monthsAttained(atLeast: 6, ofLast: 12), origin: .source,
          ownRule: "judged site by site"),
        Criterion(
          level: 2,
          sentence: "The satisfaction attains its objective in three of four months",
          test: .monthsAttained(atLeast: 9, ofLast: 12), origin: .source,
          ownRule: "judged site by site"),
        Criterion(
          level: 3,
          sentence: "The satisfaction attains its objective in every month",
          test: .monthsAttained(atLeast: 12, ofLast: 12), origin: .source,
          ownRule: "judged site by site"),
        Criterion(
          level: 4,
          sentence: "Satisfaction is shown to do the business measurable good",
          test: .evidence, origin: .source),
      ]),
    Standard(
      id: "8.04", title: "Cost per contact", subject: .costPerContact, kinds: [.costs],
      criteria: [
        Criterion(
          level: 1, sentence: "The cost of a contact is computed month after month",
          test: .costsComputed(inEachOfLast: 12), origin: .source,
          ownRule: "all 12 of the last 12 months"),
        Criterion(
          level: 2, sentence: "There is an objective, and the cost of a contact tends toward it",
          test: .costsTend(
            .init(ofLast: 12, objectiveMonths: 3, pooledMonths: 3, mostPercent: 10)),
          origin: .source, ownRule: "how the tendency is tested"),
        Criterion(
          level: 3, sentence: "The cost of a contact is mostly at or under its objective",
          test: .monthsAttained(atLeast: 9, ofLast: 12), origin: .source),
        Criterion(
          level: 4, sentence: "The cost of a contact is always at or under its objective",
          test: .monthsAttained(atLeast: 12, ofLast: 12), origin: .source),
      ]),
    Standard(
      id: "8.05", title: "Cost of quality", subject: .costOfQuality, kinds: [.qualityCosts],
      criteria: [
        Criterion(
          level: 1, sentence: "Some category of the cost of quality begins to be recorded",
          test: .qualityCosts(
            .init(depth: .anyCategory, months: 1, ofMonths: 12, quarters: 1, ofQuarters: 4)),
          origin: .source, ownRule: "how often"),
        Criterion(
          level: 2, sentence: "All categories are recorded, and set against the operating cost",
          test: .qualityCosts(
            .init(depth: .allAndShare, months: 3, ofMonths: 12, quarters: 1, ofQuarters: 4)),
          origin: .source, ownRule: "how often"),
        Criterion(
          level: 3, sentence: "They are recorded and set against it again and again",
          test: .qualityCosts(
            .init(depth: .allAndShare, months: 12, ofMonths: 12, quarters: 4, ofQuarters: 4)),
          origin: .source, ownRule: "how often"),
        Criterion(
          level: 4,
          sentence: "Planning rests on the cost of quality, and steps are taken to cut it and to "
            + "raise its return",
          test: .evidence, origin: .source),
      ]),
    Standard(
      id: "8.06", title: "Transaction value", subject: .transactionValue, kinds: [.contacts],
      criteria: [
        Criterion(
          level: 1,
          sentence: "The transaction types that matter most are known",
          test: .typesIdentified(atLeast: 1), origin: .source,
          ownRule: "one type named in the configuration or by a contact is enough"),
        Criterion(
          level: 2,
          sentence: "It is known by what the transactions are valued",
          test: .metricsIdentified, origin: .source,
          ownRule: "one metric named in the configuration stands for every major type"),
        Criterion(
          level: 3,
          sentence: "The value of each type is measured, against a baseline and a goal",
          test: .typesValued(inEachOfLastMonths: 12), origin: .source,
          ownRule: "every major type, in each of the last 12 complete months"),
        Criterion(
          level: 4,
          sentence: "Plans, performance management and decisions rest on the value of transactions",
          test: .evidence, origin: .source),
      ]),
  ]

  /// How far back the windows of all criteria look.
  public static var reach: MetricsOptions.Reach {
    var (months, days) = (1, 1)
    for criterion in standards.flatMap(\.criteria) {
      switch criterion.test {
      case .monthsAttained(_, let count), .daysAttained(_, let count): months = max(months, count)
      case .intervalsAttained(_, let count): days = max(days, count)
      // Neither costs nor values are laid out by day.
      case .costsComputed, .costsTend, .qualityCosts, .typesValued: break
      case .typesIdentified, .metricsIdentified, .evidence: break
      }
    }
    return MetricsOptions.Reach(months: months, days: days)
  }

  /// The standard with a number; `nil` when there is none.
  package static func standard(_ id: String) -> Standard? { standards.first { $0.id == id } }

  /// Gives the level that criteria add up to: the highest whose criteria from 1 on all hold.
  ///
  /// Levels are cumulative (own rule). A criterion that does not apply is stepped
  /// over: it holds nothing back and proves nothing.
  ///
  /// - Parameter statuses: The criteria's statuses, level 1 first.
  public static func level(_ statuses: [CriterionStatus]) -> Int {
    climb(statuses) { $0 == .met || $0 == .attested }
  }

  /// Gives the highest level that the undecided and the absent could still allow.
  public static func possibleLevel(_ statuses: [CriterionStatus]) -> Int {
    climb(statuses) { $0 != .missed }
  }

  private static func climb(
    _ statuses: [CriterionStatus], while holds: (CriterionStatus) -> Bool
  ) -> Int {
    var level = 0
    for (index, status) in statuses.enumerated() where status != .notApplicable {
      guard holds(status) else { break }
      level = index + 1
    }
    return level
  }
}
