public import Basics

/// A rule that can be asked about, and the month or the day of it that is looked at.
///
/// Rules are written as in the source: 8.01 for a standard, 8.01.2 for the criterion
/// of its second level, toolkit.service-level for a rule of the toolkit. A month or
/// a day follows behind a slash: 8.01.3/2026-10-05.
public struct RuleAddress: Hashable, Sendable {
  /// What is asked about.
  public enum Rule: Hashable, Sendable {
    /// A standard with all its criteria.
    case standard(Standard)
    /// One criterion of a standard.
    case criterion(Standard, Criterion)
    /// A rule of the toolkit.
    case toolkit(ToolkitRule)
  }

  /// A month or a day.
  public enum Place: Hashable, Sendable {
    case month(CivilMonth)
    case day(CivilDate)

    /// Its days.
    public var days: ClosedRange<CivilDate> {
      switch self {
      case .month(let month): month.firstDay...month.lastDay
      case .day(let day): day...day
      }
    }
  }

  /// What is asked about.
  public let rule: Rule
  /// The month or the day that is looked at; `nil` for the whole window.
  public let place: Place?

  /// Reads an address.
  ///
  /// - Throws: `RuleAddressError` when there is no such rule, or what follows it is
  ///   neither a month nor a day.
  public init(_ text: String) throws(RuleAddressError) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let rule = RuleAddress.rules.first(where: { $0.id == name }) else {
      throw .unknownRule(name, nearest: NearestName.of(name, in: RuleAddress.rules.map(\.id)))
    }
    self.rule = rule
    guard parts.count > 1 else {
      place = nil
      return
    }
    let when = String(parts[1])
    if let day = CivilDate(when) {
      place = .day(day)
    } else if let month = CivilMonth(when) {
      place = .month(month)
    } else {
      throw .malformedPlace(when)
    }
  }

  /// All rules, each standard before its criteria.
  public static let rules: [Rule] =
    StandardLadder.standards.flatMap { standard in
      [.standard(standard)] + standard.criteria.map { .criterion(standard, $0) }
    } + Toolkit.rules.map { .toolkit($0) }
}

extension RuleAddress.Rule {
  /// The identifier as it is written.
  public var id: String {
    switch self {
    case .standard(let standard): standard.id
    case .criterion(let standard, let criterion): "\(standard.id).\(criterion.level)"
    case .toolkit(let rule): rule.id
    }
  }
}

extension RuleAddress: CustomStringConvertible {
  /// The address as it is written.
  public var description: String {
    rule.id + (place.map { "/\($0)" } ?? "")
  }
}

extension RuleAddress.Place: CustomStringConvertible {
  /// The month or the day as it is written: 2026-10 or 2026-10-31.
  public var description: String {
    switch self {
    case .month(let month): month.description
    case .day(let day): day.description
    }
  }
}

/// Why text is no address of a rule.
public enum RuleAddressError: Error, Hashable, Sendable {
  /// There is no such rule.
  case unknownRule(String, nearest: String?)
  /// What follows the slash is neither a month nor a day.
  case malformedPlace(String)
}
