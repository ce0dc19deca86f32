import Basics
import PerformanceMetrics

/// The value of transactions by type.
struct EncodedTransactionValue: Encodable {
  @Nullable var metric: String?
  @Nullable var baseline: Baseline?
  let types: [TypeValue]

  /// The months that others are compared with.
  struct Baseline: Encodable {
    let from: String
    let to: String
  }

  /// One type.
  struct TypeValue: Encodable {
    let name: String
    let major: Bool
    let contacts: Int
    let withValue: Int
    @Nullable var value: String?
    @Nullable var perContact: EncodedAmountAverage?
    @Nullable var baseline: EncodedAmountAverage?
    @Nullable var goal: String?
    let months: [Month]

    init(_ type: TransactionValue.TypeValue) {
      name = type.name
      major = type.isMajor
      contacts = type.total.contacts
      withValue = type.total.withValue
      value = type.total.amountText
      let rounding: DecimalRounding = type.goal == nil ? .nearest : .down
      perContact = type.total.average(rounding)
      baseline = type.baseline?.average(.nearest)
      goal = type.goal.map { Fraction($0).amountText }
      months = type.months.map { month in
        Month(
          month: month.month.description, complete: month.isComplete,
          contacts: month.sums.contacts, withValue: month.sums.withValue,
          value: Nullable(wrappedValue: month.sums.amountText),
          perContact: Nullable(wrappedValue: month.sums.average(rounding)))
      }
    }
  }

  /// One month of a type.
  struct Month: Encodable {
    let month: String
    let complete: Bool
    let contacts: Int
    let withValue: Int
    @Nullable var value: String?
    @Nullable var perContact: EncodedAmountAverage?
  }

  init(_ value: TransactionValue) {
    metric = value.metric
    baseline = value.baseline.map {
      Baseline(from: $0.lowerBound.description, to: $0.upperBound.description)
    }
    types = value.types.map(TypeValue.init)
  }
}

extension TransactionSums {
  /// The sum of the values; `nil` where none is given.
  fileprivate var amountText: String? { withValue > 0 ? Fraction(value).amountText : nil }

  fileprivate func average(_ rounding: DecimalRounding) -> EncodedAmountAverage? {
    perContact.map { EncodedAmountAverage($0, over: contacts, of: Fraction(value), rounding) }
  }
}
