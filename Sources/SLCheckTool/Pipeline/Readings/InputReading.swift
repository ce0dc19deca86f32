import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports

/// Reads the rows of one input, all of one kind, into what is known of the center.
///
/// There is one reading for each kind of record. It is asked once a batch, and once
/// at the end for what it has to say of its input.
protocol InputReading {
  /// What can be done to a batch apart from all others.
  associatedtype Decoding: BatchDecoding

  /// What a row of the input stands for.
  var kind: RecordKind { get }
  /// Columns that nothing is read from.
  var unmapped: [String] { get }
  /// Mapped columns that the file lacks and has under their canonical names.
  var fallbacks: [ColumnMap.Fallback] { get }
  /// Mapped columns that the file lacks, and is read without.
  var lacking: [ColumnMap.Fallback] { get }
  /// Fields that customers' identifiers are read from.
  var customerFields: [Int] { get }
  /// Rows that were left out, by cause.
  var leftOut: [(cause: String, rows: Int)] { get }
  /// What the reader has to know besides.
  var notes: [String] { get }
  /// Distinct offsets from universal time seen in stamps.
  var offsets: [Int16] { get }
  /// Columns with figures that no center has.
  var plausibility: Plausibility? { get }

  /// Begins to decode batches; every thread has decoders of its own.
  func decoding() -> Decoding

  /// Takes the rows of a batch, in the order of the input.
  ///
  /// - Parameters:
  ///   - records: The batch.
  ///   - first: The first row that is not the header.
  ///   - decoded: What the batch was decoded to; the same as when it was.
  ///   - lines: Physical lines before the first one that the decoder knew of.
  ///   - center: Receives the records.
  ///   - rejects: Receives the rows that cannot be read, in order.
  mutating func take(
    _ records: borrowing RecordBatch, from first: Int, _ decoded: inout Decoding, lines: Int,
    into center: inout CenterTally, rejects: inout [RejectedRecord])

  /// Ends the input: what only all of its rows together can tell.
  mutating func finish(_ center: inout CenterTally) throws(SchemaError)

  /// Gives what became of the rows, once all inputs are read.
  func account(in center: CenterTally) -> InputAccount
}

extension InputReading {
  var lacking: [ColumnMap.Fallback] { [] }
  var customerFields: [Int] { [] }
  var notes: [String] { [] }
  var offsets: [Int16] { [] }
  var plausibility: Plausibility? { nil }

  mutating func finish(_ center: inout CenterTally) throws(SchemaError) {}

  func decoding() -> NoDecoding { NoDecoding() }

  /// Names the rules of the configuration as causes for rows that were left out.
  func ignored(_ byRule: [Int]) -> [(cause: String, rows: Int)] {
    byRule.enumerated().map { ("by the rule ignore[\($0.offset)]", $0.element) }
  }
}

extension InputReading {
  /// Says how many rows start at a time that does not exist; nothing where none does.
  func moved(_ rows: Int) -> [String] {
    guard rows > 0 else { return [] }
    return [
      "\(grouped(rows)) \(rows == 1 ? "row starts" : "rows start") at a time that the clock "
        + "skipped; taken as much later"
    ]
  }
}

/// What became of the rows that an input's tally was given.
struct InputAccount {
  /// Rows that count.
  var accepted: Int
  /// Rows that equal another and were taken once.
  var repeated = 0
  /// Rows that gave way to another of the same identity.
  var dropped = 0
  /// Accepted rows whose counts contradict each other.
  var suspect = 0
  /// What only the counting of the rows could tell.
  var notes: [String] = []
  /// Figures that look wrong, which a person should be told of.
  var warnings: [String] = []
  /// The time of the earliest row.
  var first: String?
  /// The time of the latest row.
  var last: String?
}
