public import Basics
public import PerformanceMetrics

/// What a measure comes to: an exact number, and how it would be written.
public struct AuditedFigure: Sendable {
  /// The number in the unit of claims: percent for a share, seconds for a time.
  public let value: Fraction
  /// The whole numbers that it is made of; `nil` for a mean of quotients, and for amounts that
  /// are no whole numbers.
  public let parts: Ratio?
  /// What it is a figure of.
  let form: ClaimMeasure.Form
  /// How many quotients it is the mean of; `nil` for a quotient of sums.
  public var meanOf: Int?
  /// How many opportunities there are at most; `nil` for other figures.
  var opportunities: Int?
  /// How it is shortened where it is printed alone.
  var rounding = DecimalRounding.nearest
  /// Other ways of shortening that are true of it besides shortening and rounding.
  var mayRoundUp = false
  /// The unit of an average.
  var unit = ClaimedFigure.Unit.none
  /// Whether it is looked at rounded up, and in no other way.
  var isRoundedUp = false

  /// A share of sums, in percent.
  ///
  /// - Returns: `nil` where there is nothing to share.
  init?(share numerator: Int, of denominator: Int) {
    guard denominator > 0 else { return nil }
    let ratio = Ratio(numerator, denominator)
    self.init(value: Fraction(ratio) * 100, parts: ratio, form: .share)
  }

  /// A duration by contact, in seconds.
  ///
  /// - Parameter contacts: Above zero.
  init(milliseconds: Int, over contacts: Int) {
    var (numerator, scale) = (milliseconds, 1000)
    while scale > 1, numerator % 10 == 0 { (numerator, scale) = (numerator / 10, scale / 10) }
    let (denominator, overflows) = contacts.multipliedReportingOverflow(by: scale)
    self.init(
      value: Fraction(Int128(numerator), Int128(contacts) * Int128(scale)),
      parts: overflows ? nil : Ratio(numerator, denominator), form: .average)
  }

  /// A figure of milliseconds, in seconds.
  var inSeconds: AuditedFigure {
    var figure = AuditedFigure(value: value / 1000, parts: nil, form: form)
    figure.meanOf = meanOf
    return figure
  }

  /// A number of contacts.
  init(count: Int) { self.init(value: Fraction(count), parts: nil, form: .count) }

  /// A level.
  init(level: Int) { self.init(value: Fraction(level), parts: nil, form: .level) }

  /// Opportunities that attained their objective.
  ///
  /// - Parameters:
  ///   - counted: Attained or missed.
  ///   - all: The most that there can be.
  init(met: Int, of counted: Int, all: Int) {
    self.init(value: Fraction(met), parts: Ratio(met, counted), form: .opportunities)
    opportunities = max(counted, all)
  }

  /// The mean of quotients.
  init(_ mean: QuotientMean, form: ClaimMeasure.Form) {
    self.init(
      value: form == .share ? mean.value * 100 : mean.value, parts: nil, form: form)
    meanOf = mean.count
  }

  init(value: Fraction, parts: Ratio?, form: ClaimMeasure.Form) {
    (self.value, self.parts, self.form) = (value, parts, form)
  }
}

// MARK: - As a claim would have it

extension AuditedFigure {
  /// The same figure, looked at rounded up alone.
  var roundedUp: AuditedFigure {
    var figure = self
    figure.isRoundedUp = true
    figure.rounding = .up
    return figure
  }

  /// Tells whether a claim is written in a unit that the figure has.
  func hasUnit(of claimed: ClaimedFigure) -> Bool {
    switch (form, claimed.unit) {
    case (.share, .percent), (.average, .none), (.count, .none), (.level, .none): true
    case (.average, .seconds), (.average, .money): claimed.unit == unit
    case (.opportunities, .none), (.opportunities, .percent), (.opportunities, .outOf): true
    case (.share, .outOf): true
    default: false
    }
  }

  /// The numbers, in the decimals of a claim, that it may truly be written as: shortened or
  /// rounded.
  func printed(as claimed: ClaimedFigure) -> Set<Int128> {
    if case .outOf(let all) = claimed.unit {
      guard let parts, parts.denominator == all || opportunities == all else { return [] }
      return [Int128(parts.numerator)]
    }
    guard let value = compared(with: claimed) else { return [] }
    if isRoundedUp { return [value.digits(claimed.places, .up)] }
    var found: Set<Int128> = []
    // A mean is known to some 18 decimals: next to a half or a whole both sides are possible.
    let doubt = meanOf == nil ? nil : Fraction(1, QuotientMean.doubt)
    for value in doubt.map({ [value - $0, value + $0] }) ?? [value] {
      found.insert(value.magnitude.digits(claimed.places, .down) * Int128(value.signum))
      found.insert(value.digits(claimed.places, .nearest))
      if mayRoundUp { found.insert(value.digits(claimed.places, .up)) }
    }
    return found
  }

  /// The value in the unit of a claim: opportunities may be claimed as a share.
  func compared(with claimed: ClaimedFigure) -> Fraction? {
    guard form == .opportunities, claimed.unit == .percent else { return value }
    guard let parts, parts.denominator > 0 else { return nil }
    return Fraction(parts) * 100
  }

  /// The figure in words: 81.23% (860 of 1,060), 11 of 12.
  public var text: String { text(places: 2, rounding) }

  /// The figure in words, with at least the decimals of a claim, and shortened where that is how
  /// the claim is equal to it.
  public func text(as claimed: ClaimedFigure) -> String {
    let nearest = compared(with: claimed)?.digits(claimed.places, .nearest)
    return text(
      places: max(2, claimed.places),
      isRoundedUp ? .up : nearest == claimed.digits ? .nearest : .down)
  }

  private func text(places: Int, _ rounding: DecimalRounding) -> String {
    func of(_ parts: Ratio?) -> String {
      if let meanOf { return " (the mean of \(grouped(meanOf)))" }
      guard let parts else { return "" }
      return " (\(grouped(parts.numerator)) of \(grouped(parts.denominator)))"
    }
    switch form {
    case .share: return value.decimalText(places: places, rounding) + "%" + of(parts)
    case .average:
      return value.decimalText(places: places, rounding) + of(meanOf == nil ? nil : parts)
    case .count, .level: return grouped(decimal: value.decimalText(places: 0, .nearest))
    case .opportunities:
      return "\(grouped(parts?.numerator ?? 0)) of \(grouped(parts?.denominator ?? 0))"
    }
  }
}

extension Fraction {
  /// The number times ten to the power of so many places, as a whole number.
  ///
  /// - Precondition: It fits into 128 bits, as figures of records do.
  func digits(_ places: Int, _ rounding: DecimalRounding) -> Int128 {
    Int128(decimalText(places: places, rounding).filter { $0 != "." })!
  }

  /// A claimed number.
  init(_ claimed: ClaimedFigure) {
    var scale: Int128 = 1
    for _ in 0..<claimed.places { scale *= 10 }
    self.init(claimed.digits, scale)
  }
}
