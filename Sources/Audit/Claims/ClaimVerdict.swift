public import Basics
import PerformanceMetrics

/// How a claim stands.
public struct ClaimVerdict: Sendable {
  /// How a claim can stand.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// Equal at the precision claimed.
    case verified
    /// False, whatever is missing.
    case refuted
    /// False as defined, and conclusively what another definition gives.
    case otherDefinition = "other definition"
    /// What is missing could make it true.
    case indeterminate
    /// Nothing given can tell.
    case unsupported
  }

  /// A definition that gives what is claimed.
  public struct Explanation: Sendable {
    /// The definition.
    public let definition: AlternativeDefinition
    /// What it gives.
    public let figure: AuditedFigure
    /// Whether the match tells how the claim was made, and is no likely accident.
    public internal(set) var isConclusive = false
  }

  /// The claim.
  public let claim: Claim
  /// How it stands.
  public internal(set) var status: Status
  /// What is true; `nil` where that is not known.
  public internal(set) var actual: AuditedFigure?
  /// Why there is no figure, or what else a reader has to know.
  public internal(set) var remarks: [String] = []
  /// The share of expected intervals that are not missing; `nil` where nothing is expected, or
  /// the measure is none of services.
  public internal(set) var coverage: Ratio?
  /// How many other definitions were tried.
  public internal(set) var tried = 0
  /// The share of false numbers near the truth that some tried definition gives; `nil` where
  /// none was tried.
  public internal(set) var chance: Ratio?
  /// The definitions that give what is claimed, in the order in which they are tried.
  public internal(set) var explanations: [Explanation] = []

  /// What the claim is about, however it is written.
  var subject: [String] = []

  /// A match by accident is likelier than this in percent: nothing is concluded from it.
  static let mostChancePercent = 5

  /// Whether a match of this claim alone tells how it was made.
  var isTelling: Bool {
    guard let chance else { return false }
    // Of figures without end there are as many false numbers as a word counts.
    return 100 * Int128(chance.numerator)
      <= Int128(ClaimVerdict.mostChancePercent) * Int128(chance.denominator)
  }

  /// The claim less the truth, with at least two decimals where either has any; `nil` without a
  /// figure.
  public var differenceText: String? {
    guard let actual else { return nil }
    if case .outOf(let all) = claim.claimed.unit {
      guard let parts = actual.parts else { return nil }
      if actual.form != .opportunities {
        let claimed = Fraction(claim.claimed) * 100 / all
        return (claimed - actual.value).decimalText(places: 2, .nearest)
      }
      return Fraction(Int(claim.claimed.digits) - parts.numerator).decimalText(
        places: 0, .nearest)
    }
    guard let value = actual.compared(with: claim.claimed) else { return nil }
    let isWhole =
      claim.claimed.places == 0
      && (actual.form == .count || actual.form == .level
        || actual.form == .opportunities && claim.claimed.unit == .none)
    return (Fraction(claim.claimed) - value).decimalText(
      places: isWhole ? 0 : max(2, claim.claimed.places), .nearest)
  }

  /// The chance with three decimals, never flattered; `nil` where nothing was tried.
  public var chanceText: String? { chance?.valueText(places: 3, .up) }
}
