import Basics
import PerformanceMetrics

/// A monthly figure of the organization that the toolkit asks for.
public enum MonthlyFigure: CaseIterable, Hashable, Sendable {
  case contactVolume
  case handleTime
  case firstContactResolution
}

extension MonthlyFigure: CustomStringConvertible {
  /// The figure in words.
  public var description: String {
    switch self {
    case .contactVolume: "contact volume"
    case .handleTime: "average handle time"
    case .firstContactResolution: "first contact resolution"
    }
  }
}

/// How often some monthly figures attained their objectives in a window.
///
/// Each is counted on its own. One that misses its number decides, and all have to
/// attain it; a figure without an objective cannot be judged, and leaves it open.
struct MonthlyFigures {
  /// One figure.
  struct Finding: Hashable {
    let figure: MonthlyFigure
    /// Whether any objective is given for it.
    let hasObjective: Bool
    let status: CriterionStatus
    let met: Int
    let counted: Int
    let undecided: Int
    let distance: Distance
  }

  /// The months that are looked at.
  let window: Window
  /// How many of them each figure has to attain.
  let needed: Int
  /// The figures, in the order in which they were asked for.
  let findings: [Finding]

  /// Counts the months of a window; `nil` where nothing is known of any figure.
  init?(
    _ figures: [MonthlyFigure], atLeast needed: Int, ofLast count: Int, _ center: CenterMetrics
  ) {
    guard center.hasContacts || !center.resolution.isEmpty else { return nil }
    let window = Window.lastMonths(count, asOf: center.asOf, grain: .month)
    self.window = window
    self.needed = needed
    findings = figures.map { Finding($0, needed: needed, window, center) }
  }

  /// How all of them stand together.
  var status: CriterionStatus {
    if findings.contains(where: { $0.status == .missed }) { return .missed }
    return findings.allSatisfy { $0.status == .met } ? .met : .indeterminate
  }
}

extension MonthlyFigures.Finding {
  fileprivate init(
    _ figure: MonthlyFigure, needed: Int, _ window: Window, _ center: CenterMetrics
  ) {
    let states = window.months.map { (month: $0, state: center.state(of: figure, in: $0)) }
    let undecided = states.filter { $0.state == .undecided }.map(\.month)
    self.figure = figure
    hasObjective = center.hasObjective(for: figure)
    met = states.count { $0.state == .met }
    counted = states.count { $0.state == .met || $0.state == .missed }
    self.undecided = undecided.count
    guard hasObjective else {
      (status, distance) = (.indeterminate, .nothing)
      return
    }
    status = CriterionStatus(worst: met >= needed, best: met + undecided.count >= needed)
    distance = .months(
      met: met, undecided: undecided.count, of: states.count, needed: needed, deciding: undecided)
  }
}

extension CenterMetrics {
  fileprivate func hasObjective(for figure: MonthlyFigure) -> Bool {
    switch figure {
    case .contactVolume: monthlyContacts.hasVolumeObjective
    case .handleTime: monthlyContacts.hasHandleTimeObjective
    case .firstContactResolution: !resolutionObjectives.isEmpty
    }
  }

  /// How a month of a figure stands; undecided where nothing is known of it.
  fileprivate func state(of figure: MonthlyFigure, in month: CivilMonth) -> OpportunityState {
    let contacts = monthlyContacts.month(month)
    return switch figure {
    case .contactVolume: contacts?.volume ?? .undecided
    case .handleTime: contacts?.handleTime ?? .undecided
    case .firstContactResolution:
      resolution.first { $0.isJudged }?.month(month)?.state ?? .undecided
    }
  }
}
