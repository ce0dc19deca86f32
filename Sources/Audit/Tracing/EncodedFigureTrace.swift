import Basics
import PerformanceMetrics
import Reports

/// The wire form of a figure with the rows behind it, version 1; `FigureTraceSchema`
/// describes it key by key.
struct EncodedFigureTrace: Encodable {
  let schema = "slcheck.figure/1"
  private let address: String
  private let value: String
  private let meaning: String
  private let numerator: String
  @Nullable private var denominator: String?
  @Nullable private var sum: Sum?
  private let rows: [Row]
  private let parts: [Part]
  private let opportunities: [Opportunity]
  private let remarks: [String]

  /// A row, and what it adds.
  private struct Row: Encodable {
    let positions: [EncodedPosition]
    let start: String
    let secondPass: Bool
    let of: [String]
    @Nullable var numerator: String?
    @Nullable var denominator: String?

    init(_ row: FigureTrace.Row) {
      positions = row.positions.map(EncodedPosition.init)
      (start, secondPass, of) = (row.start, row.isSecondPass, row.names)
      numerator = row.numerator?.plainText
      denominator = row.denominator?.plainText
    }
  }

  /// What all rows add.
  private struct Sum: Encodable {
    let numerator: String
    @Nullable var denominator: String?
  }

  /// A figure that this one is made of.
  private struct Part: Encodable {
    let address: String
    let value: String
  }

  /// An interval or a day that is counted.
  private struct Opportunity: Encodable {
    let label: String
    let state: String
    @Nullable var numerator: Int?
    @Nullable var denominator: Int?
  }

  init(_ trace: FigureTrace) {
    (address, value, meaning) = (trace.address, trace.value, trace.meaning)
    numerator = trace.numeratorName
    denominator = trace.denominatorName.isEmpty ? nil : trace.denominatorName
    sum = trace.sum.map { sum in
      Sum(
        numerator: sum.numerator.plainText,
        denominator: Nullable(wrappedValue: sum.denominator?.plainText))
    }
    rows = trace.rows.map(Row.init)
    parts = trace.parts.map { Part(address: $0.address, value: $0.value) }
    opportunities = trace.opportunities.map {
      Opportunity(
        label: $0.label, state: $0.state,
        numerator: Nullable(wrappedValue: $0.serviceLevel?.numerator),
        denominator: Nullable(wrappedValue: $0.serviceLevel?.denominator))
    }
    remarks = trace.remarks
  }
}

/// A line of a file.
struct EncodedPosition: Encodable {
  let path: String
  let line: Int

  init(_ position: SourcePosition) { (path, line) = (position.path, position.line) }
}
