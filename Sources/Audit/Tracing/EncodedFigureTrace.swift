import Basics
import PerformanceMetrics
import Reports

/// The wire form of a figure with the rows behind it, version 1; `FigureTraceSchema`
/// describes it key by key.
struct EncodedFigureTrace: Encodable {
  static let schemaName = "slcheck.figure/1"

  private let frame: ReportFrame
  private let trace: FigureTrace

  private enum CodingKeys: CodingKey {
    case schema, address, value, meaning, numerator, denominator, sum, rows, parts, opportunities
    case remarks
  }

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
    self.trace = trace
    frame = ReportFrame(trace.report)
  }

  func encode(to encoder: any Encoder) throws {
    try frame.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(EncodedFigureTrace.schemaName, forKey: .schema)
    try container.encode(trace.address, forKey: .address)
    try container.encode(trace.value, forKey: .value)
    try container.encode(trace.meaning, forKey: .meaning)
    try container.encode(trace.numeratorName, forKey: .numerator)
    try container.encode(
      Nullable(wrappedValue: trace.denominatorName.isEmpty ? nil : trace.denominatorName),
      forKey: .denominator)
    try container.encode(
      Nullable(
        wrappedValue: trace.sum.map { sum in
          Sum(
            numerator: sum.numerator.plainText,
            denominator: Nullable(wrappedValue: sum.denominator?.plainText))
        }), forKey: .sum)
    try container.encode(trace.rows.map(Row.init), forKey: .rows)
    try container.encode(
      trace.parts.map { Part(address: $0.address, value: $0.value) }, forKey: .parts)
    try container.encode(
      trace.opportunities.map {
        Opportunity(
          label: $0.label, state: $0.state,
          numerator: Nullable(wrappedValue: $0.serviceLevel?.numerator),
          denominator: Nullable(wrappedValue: $0.serviceLevel?.denominator))
      }, forKey: .opportunities)
    try container.encode(trace.remarks, forKey: .remarks)
  }
}

/// A line of a file.
struct EncodedPosition: Encodable {
  let path: String
  let line: Int

  init(_ position: SourcePosition) { (path, line) = (position.path, position.line) }
}
