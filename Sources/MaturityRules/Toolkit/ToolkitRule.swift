public import PerformanceMetrics

/// A rule of ICMI's self-assessment toolkit, reported beside section 8; it has no levels.
public struct ToolkitRule: Hashable, Sendable {
  /// How a rule is decided.
  public enum Test: Hashable, Sendable {
    /// Over the last complete months at least a share of the counted intervals comes within
    /// some percent of the objective, read in each of the ways of `Leeway`.
    case intervalsNearObjective(percent: Int, within: Int, overLastMonths: Int)
    /// Each of some monthly figures attains its objective in at least so many of the last
    /// complete months.
    case figuresAttained([MonthlyFigure], atLeast: Int, ofLastMonths: Int)
  }

  /// The identifier: toolkit.service-level.
  public let id: String
  /// What it is about.
  public let title: String
  /// The rule in our words.
  public let sentence: String
  /// How it is decided.
  public let test: Test
  /// Where it comes from.
  public let origin: Criterion.Origin
}

/// The rules of the toolkit as data.
///
/// Thresholds and windows are facts of ICMI's self-assessment toolkit. That its 5 %
/// is read both ways, as a share of the objective and as points, and that the rule
/// is open where they disagree, is our own rule.
public enum Toolkit: Sendable {
  /// The rules.
  public static let rules: [ToolkitRule] = [
    ToolkitRule(
      id: "toolkit.service-level", title: "Interval service level near the objective",
      sentence: "Enough intervals come close to the objective",
      test: .intervalsNearObjective(percent: 70, within: 5, overLastMonths: 6),
      origin: .source),
    ToolkitRule(
      id: "toolkit.contact-metrics", title: "Volume, handle time and first contact resolution",
      sentence: "Volume, handle time and first contact resolution mostly attain their objectives",
      test: .figuresAttained(
        [.contactVolume, .handleTime, .firstContactResolution], atLeast: 9, ofLastMonths: 12),
      origin: .source),
  ]

  /// The rule with an identifier; `nil` when there is none.
  package static func rule(_ id: String) -> ToolkitRule? { rules.first { $0.id == id } }

  /// The window whose intervals have to be judged with leeway for the rules.
  public static var leeway: LeewayWindow? {
    rules.lazy.compactMap { rule in
      switch rule.test {
      case .intervalsNearObjective(_, let within, let months):
        LeewayWindow(months: months, leeways: Leeway.readings(within: within))
      case .figuresAttained: nil
      }
    }.first
  }
}

extension ToolkitRule {
  /// What has to hold, in words and with the numbers of the test.
  public var requirement: String {
    switch test {
    case .intervalsNearObjective(let percent, let within, let months):
      "\(percent) % of the intervals of the past \(months) complete months come within "
        + "\(within) % of the objective"
    case .figuresAttained(let figures, let needed, let months):
      figures.dropLast().map(\.description).joined(separator: ", ")
        + " and \(figures.last?.description ?? "") each attain their objective in \(needed) of "
        + "the last \(months) months"
    }
  }
}

extension Leeway: CustomStringConvertible {
  /// The reading in words.
  public var description: String {
    switch self {
    case .share(let share): "\(share) % of the objective"
    case .points(let points): "the objective less \(points) points"
    }
  }
}
