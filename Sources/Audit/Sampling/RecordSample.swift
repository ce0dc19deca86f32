import Basics
public import PerformanceMetrics
public import Reports

/// Records drawn at random to be traced to their source, and what finding faults would show.
public struct RecordSample: Sendable {
  /// What the records come to, and the inputs that they were drawn from.
  public let report: Report
  /// The text that decided the draw.
  public let seed: String
  /// How many records were asked for.
  public let asked: Int
  /// The draw.
  private let draw: RecordDraw
  /// The records by where they stand, each with its number in the draw, from 1.
  public let records: [Numbered]

  /// A drawn record, its number in the draw and the lines of its rows.
  public struct Numbered: Sendable {
    /// The number, from 1: those up to *m* are a random sample of *m* themselves.
    public let number: Int
    /// The record.
    public let record: DrawnRecord
    /// The files and lines of its rows.
    public let positions: [SourcePosition]
  }

  /// Creates a sample.
  ///
  /// - Parameters:
  ///   - draw: The records drawn.
  ///   - seed: What decided which.
  ///   - report: The report of the same run.
  ///   - places: Where the inputs begin.
  public init(_ draw: RecordDraw, seed: String, report: Report, places: SourcePlaces) {
    (self.draw, self.seed, self.report) = (draw, seed, report)
    asked = draw.count
    records = draw.drawn.enumerated().map { index, record in
      Numbered(
        number: index + 1, record: record, positions: record.places.compactMap(places.position))
    }.sorted { ($0.record.places.first ?? 0) < ($1.record.places.first ?? 0) }
  }

  /// Interval records that could have been drawn.
  public var intervals: Int { draw.intervals }
  /// Contacts that could have been drawn.
  public var contacts: Int { draw.contacts }
  /// Every record that could have been drawn.
  public var population: Int { draw.population }

  /// Whether every record is drawn, so that what is found needs no bounds.
  public var isWhole: Bool { records.count == population }

  /// How many faulty records bounds are shown for, beside none.
  static let shownFaults = 10

  /// What none, one and a few faulty records in the sample say of all; empty where all are drawn.
  public var bounds: [ErrorRateBounds] {
    guard !isWhole else { return [] }
    return (0...min(RecordSample.shownFaults, records.count)).map {
      ErrorRateBounds(faulty: $0, of: records.count)
    }
  }

  /// What the reader has to know besides.
  public var remarks: [String] {
    var remarks: [String] = []
    let rejected = report.inputs.reduce(0) { $0 + $1.rows.rejected }
    if rejected > 0 {
      remarks.append(
        "\(counted(rejected, "row")) could not be read and \(rejected == 1 ? "is" : "are") "
          + "no record to draw")
    }
    if records.count < asked {
      remarks.append("fewer records than asked for: all of them are drawn")
    }
    return remarks
  }
}
