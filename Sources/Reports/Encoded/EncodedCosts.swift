import Basics
import ContactRecords
import MaturityRules
import PerformanceMetrics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The cost per contact of one scope.
struct EncodedCosts: Encodable {
  let scope: String
  @Nullable var currency: String?
  let basis: String
  let months: [Month]
  @Nullable var trend: EncodedTrend?
  let scopeRemarks: [String]

  /// One month.
  struct Month: Encodable {
    let month: String
    let complete: Bool
    @Nullable var amount: String?
    let contacts: Int
    @Nullable var value: EncodedAmountAverage?
    let categories: [String: String]
    let channels: [String: Int]
    @Nullable var objective: String?
    @Nullable var met: Bool?

    init(_ month: CostPerContact.Month) {
      self.month = month.month.description
      complete = month.isComplete
      amount = month.amount?.amountText
      contacts = month.contacts
      value = month.value.map {
        EncodedAmountAverage($0, over: month.contacts, of: month.amount!, month.rounding)
      }
      categories = Dictionary(
        uniqueKeysWithValues: month.categories.map { ($0.name, $0.amount.amountText) })
      channels = Dictionary(
        uniqueKeysWithValues: month.channels.map { ($0.name, $0.contacts) })
      objective = month.objective.map { Fraction($0).amountText }
      met = month.isComplete ? month.state.isMet : nil
    }
  }

  init(_ cost: CostPerContact) {
    scope = cost.scope.name
    currency = cost.currency?.description
    basis = cost.basis.rawValue
    months = cost.months.map { Month(cost.month($0)) }
    trend = cost.trend.map(EncodedTrend.init)
    scopeRemarks = Evaluator.scopeRemarks(cost).map(\.description)
  }
}

/// An amount by contact: its parts, and the quotient with four decimals.
struct EncodedAmountAverage: Encodable {
  let numerator: WholeNumber
  let denominator: WholeNumber
  let value: String

  init(_ value: Fraction, over contacts: Int, of amount: Fraction, _ rounding: DecimalRounding) {
    let parts = amount.reduced.parts(over: contacts)
    numerator = WholeNumber(digits: parts.numerator)
    denominator = WholeNumber(digits: parts.denominator)
    self.value = value.decimalText(places: 4, rounding)
  }
}

/// A whole number of any length that JSON can hold.
struct WholeNumber: Encodable {
  /// The number in decimal digits.
  let digits: String

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let number = Int(digits) {
      try container.encode(number)
    } else {
      // Up to 38 digits; an amount times its contacts has fewer.
      try container.encode(Decimal(string: digits) ?? 0)
    }
  }
}

extension Fraction {
  /// The value as an amount: four decimals, rounded to nearest.
  var amountText: String { decimalText(places: 4, .nearest) }
}

// MARK: - Cost of quality

/// What quality costs the organization.
struct EncodedCostOfQuality: Encodable {
  @Nullable var currency: String?
  let months: [Period]
  @Nullable var trend: EncodedTrend?
  @Nullable var returnTrend: EncodedTrend?

  /// A month or a quarter.
  struct Period: Encodable {
    let month: String?
    let quarter: String?
    let complete: Bool
    let categories: [String: String]
    let contacts: Int
    @Nullable var total: String?
    @Nullable var shareOfCost: EncodedShare?
    @Nullable var perContact: EncodedAmountAverage?
    @Nullable var good: String?
    @Nullable var poor: String?
    @Nullable var gain: String?
    @Nullable var returnOnQuality: EncodedShare?

    init(_ figures: CostOfQuality.Figures) {
      func text(_ amount: FixedPoint?) -> String? { amount.map { Fraction($0).amountText } }
      switch figures.period {
      case .month(let month): (self.month, quarter) = (month.description, nil)
      case .quarter(let quarter): (month, self.quarter) = (nil, quarter.description)
      }
      complete = figures.isComplete
      categories = Dictionary(
        uniqueKeysWithValues: figures.categories.map {
          ($0.key.rawValue, Fraction($0.value).amountText)
        })
      contacts = figures.contacts
      total = text(figures.total)
      shareOfCost = figures.shareOfCost.map(EncodedShare.init)
      perContact = figures.perContact.map {
        EncodedAmountAverage($0, over: figures.contacts, of: Fraction(figures.total!), .nearest)
      }
      good = text(figures.good)
      poor = text(figures.poor)
      gain = text(figures.gain)
      returnOnQuality = figures.returnOnQuality.map(EncodedShare.init)
    }
  }

  init(_ costs: CostOfQuality) {
    currency = costs.currency?.description
    months = costs.periods.map { Period(costs.figures($0)) }
    trend = costs.poorTrend.map(EncodedTrend.init)
    returnTrend = costs.returnTrend.map(EncodedTrend.init)
  }
}

/// One amount out of another: its parts in lowest terms, and percent with two decimals.
struct EncodedShare: Encodable {
  let numerator: WholeNumber
  let denominator: WholeNumber
  let percent: String

  init(_ share: Fraction) {
    let parts = share.reduced.parts(over: 1)
    numerator = WholeNumber(digits: parts.numerator)
    denominator = WholeNumber(digits: parts.denominator)
    percent = (share * 100).decimalText(places: 2, .nearest)
  }
}
