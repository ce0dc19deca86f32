public import Basics
public import DelimitedText

extension RowFields {
  /// Reads a quarter: 2026-Q1.
  public func quarter(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> CivilQuarter? {
    try value(column, records) { (bytes, range) throws(FieldFailure) in
      guard let quarter = FieldParsing.quarter(bytes, range) else { throw .notAQuarter }
      return CivilQuarter(index: quarter)
    }
  }

  /// Reads an amount of money, and the currency that it states.
  public func amount(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> (amount: FixedPoint, currency: Currency?)? {
    let separator = decimalSeparator
    return try value(column, records) { (bytes, range) throws(FieldFailure) in
      let amount = FieldParsing.amount(bytes, range, decimalSeparator: separator)
      guard let amount else { throw .notAnAmount }
      let currency = FieldParsing.currency(bytes, range).map { range in
        Currency(String(decoding: range.map { bytes[$0] }, as: UTF8.self))
      }
      return (amount, currency)
    }
  }

  /// Reads a day; a time of day behind it is left aside.
  public func day(
    _ column: String, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> CivilDate? {
    try stamp(column, records).map { CivilDate(daysSinceEpoch: $0.day) }
  }

  /// Reads a whole number that has to lie within limits.
  public func whole(
    _ column: String, in limits: ClosedRange<Int>, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) -> Int? {
    let separator = decimalSeparator
    let number = try value(column, records) { (bytes, range) throws(FieldFailure) in
      try FieldParsing.wholeNumber(bytes, range, decimalSeparator: separator)
    }
    guard let number, !limits.contains(number) else { return number }
    throw rejection(
      column, .outside(column: column, text: text(column, records), limits), records)
  }
}

extension FieldParsing {
  /// Reads a quarter: 2026-Q1, the letter in either case.
  ///
  /// - Returns: The index of `CivilQuarter`, or nil when the field is no such quarter.
  static func quarter(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let range = trimmed(bytes, range)
    guard range.count == 7 else { return nil }
    return CivilQuarter(String(decoding: range.map { bytes[$0] }, as: UTF8.self))?.index
  }
}
