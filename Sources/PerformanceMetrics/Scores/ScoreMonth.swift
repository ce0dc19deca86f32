public import Basics

/// A month of quality scores or of customer satisfaction in one scope.
public struct ScoreMonth: Sendable {
  /// The month.
  public let month: CivilMonth
  /// Whether as-of lets the month run to its end.
  public let isComplete: Bool
  /// Evaluations, or answers.
  public let count: Int
  /// Customers who were invited to answer; `nil` where invitations are not recorded.
  public let invited: Int?
  /// The score with its exact parts, in the scope's unit; `nil` without records, and
  /// where answers on several scales have no mean.
  public let value: Ratio?
  /// What the value counts by beside those of other months: possible points, or answers.
  public let weight: Fraction
  /// How far single scores spread, with n − 1; `nil` for fewer than two.
  public let standardDeviation: Double?
  /// The 95 % interval of the score, in the unit of the objective.
  public let interval: ConfidenceInterval?
  /// The objective; where it changed inside the month, its mean by weight. `nil` without
  /// records, and where none was in force on the day of one.
  public let objective: Fraction?
  /// Met, missed, or undecided for want of records or of any objective.
  public let state: OpportunityState
  /// Whether the whole interval keeps to the objective; `nil` where either is lacking.
  public let isClear: Bool?

  /// Whether the month is met; `nil` unless it is complete and counted.
  public var isMet: Bool? { isComplete ? state.isMet : nil }

  /// The share of the invited who answered; `nil` where invitations are not recorded.
  public var responseRate: Ratio? {
    invited.flatMap { $0 > 0 ? Ratio(count, $0) : nil }
  }
}

// MARK: - Text

extension ScoreMonth {
  /// Writes how far single scores spread, rounded to nearest.
  public func standardDeviationText(places: Int) -> String? {
    standardDeviation.map { Fraction($0).decimalText(places: places, .nearest) }
  }

  /// Writes the objective without zeros at its end.
  ///
  /// - Parameter rounding: How one that changed inside the month is shortened.
  public func objectiveText(_ rounding: DecimalRounding) -> String? {
    objective.map { objective in
      var text = objective.decimalText(places: FixedPoint.places, rounding)
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
      return text
    }
  }

  /// Tells whether the month rests on few records.
  public func isSmall(_ minimum: Int) -> Bool { count > 0 && count < minimum }
}

/// How the scores of a scope are read.
public enum ScoreUnit: Hashable, Sendable {
  /// Parts of a hundred: the value is a share, and the objective a percentage.
  case percent
  /// The points of a scale.
  case points
}

/// One site, or the organization, month by month.
public struct ScoreScope: Sendable {
  /// The site's name; - for records without one beside records with one, or organization.
  public let name: String
  /// The site as records carry it; `nil` for the organization.
  public let site: String?
  /// From the first month with records to that of as-of, without a gap.
  public let months: [ScoreMonth]
  /// How the value of the complete months moves, in points a month.
  public let trend: Trend?
  /// The days on which another objective began, from the first month on.
  public let changes: [ObjectiveChange]
  /// Whether any of the objectives is meant for the scope.
  public let hasObjective: Bool
  /// The scales of the answers; empty for quality scores.
  public let scales: [SurveyScale]

  /// A day on which another objective began.
  public struct ObjectiveChange: Hashable, Sendable {
    /// The day.
    public let day: CivilDate
    /// The new objective.
    public let value: FixedPoint
  }

  /// How a month of a window stands: undecided where it has no records.
  public func state(_ month: CivilMonth) -> OpportunityState { self[month]?.state ?? .undecided }

  /// The month, where it is among those with figures.
  public subscript(month: CivilMonth) -> ScoreMonth? {
    guard let first = months.first, month >= first.month else { return nil }
    let index = month.index - first.month.index
    return index < months.count ? months[index] : nil
  }
}

extension ScoreScope {
  /// What the scope of all records is called.
  public static let organization = "organization"
  /// What records without a site are called beside records with one.
  public static let withoutSite = "-"

  /// The scopes of records by their sites: one for each site where any record carries
  /// one, else the organization.
  ///
  /// - Parameter sites: The sites of the records; empty for none.
  /// - Returns: Names and sites in the order of the names.
  static func names(of sites: Set<String>) -> [(name: String, site: String?)] {
    guard sites.contains(where: { !$0.isEmpty }) else {
      return sites.isEmpty ? [] : [(organization, nil)]
    }
    return sites.map { ($0.isEmpty ? withoutSite : $0, $0) }.sorted { $0.0 < $1.0 }
  }
}
