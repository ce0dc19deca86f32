public import DelimitedText

/// Finds the order of day, month and year in the dates of one file.
///
/// All time columns of a file have one order. A date whose first part is above 12 says that
/// the day stands first, one whose second part is above 12 that the month does; a year of four
/// digits that stands first tells its own order. A file in which dates say different things
/// has no order: whoever knows it has to state it. So the answer is the same in any order of
/// the rows, whether the date that decides stands in the first row or in the last.
///
/// Rows that cannot be cut into the header's fields, and dates that no order can
/// read, say nothing.
public struct DateSurvey: Sendable {
  /// A date, with its place in the file.
  public struct Sighting: Hashable, Sendable {
    /// The text as it stands in the file.
    public let text: String
    /// Physical line, from 1.
    public let line: Int
    /// Column in characters, from 1.
    public let column: Int
  }

  /// What is known of the order.
  public enum Finding: Hashable, Sendable {
    /// No date was seen.
    case nothing
    /// The year stands first in the date, which needs no more.
    case tellsItself(Sighting)
    /// All dates are the same in both orders.
    case indifferent(Sighting)
    /// A date says it.
    case decided(DateOrder, by: Sighting)
    /// All dates can be read in two orders; the first that comes to another day in each.
    case undecided(Sighting)
    /// Two dates cannot both be in one order.
    case contradiction(Sighting, Sighting)
  }

  private let times: [TimeSource]
  private let fieldCount: Int
  private var scratch: ContiguousArray<UInt8> = []
  private var yearFirst: Sighting?
  private var monthFirst: Sighting?
  private var dayFirst: Sighting?
  private var either: Sighting?
  private var same: Sighting?

  /// Prepares to look at the times of a file.
  public init(_ schema: FileSchema) {
    let columns = RecordKind.stampColumns
    times = schema.times.filter { columns.contains($0.name) && $0.format == nil }
    fieldCount = schema.header.count
  }

  /// Whether there is a time column without a format.
  public var hasTimes: Bool { !times.isEmpty }

  /// What is known so far.
  public var finding: Finding {
    let told = [yearFirst, monthFirst, dayFirst].compactMap(\.self).sorted { $0.line < $1.line }
    if told.count > 1 { return .contradiction(told[0], told[1]) }
    if let yearFirst {
      return either.map { contradiction(yearFirst, $0) } ?? .tellsItself(yearFirst)
    }
    if let monthFirst { return .decided(.monthDayYear, by: monthFirst) }
    if let dayFirst { return .decided(.dayMonthYear, by: dayFirst) }
    if let either { return .undecided(either) }
    return same.map { .indifferent($0) } ?? .nothing
  }

  private func contradiction(_ a: Sighting, _ b: Sighting) -> Finding {
    a.line <= b.line ? .contradiction(a, b) : .contradiction(b, a)
  }
}

// MARK: - Looking

extension DateSurvey {
  /// Looks at the dates of a row.
  public mutating func note(_ row: Int, _ records: borrowing RecordBatch) {
    let count = Int(records.rows[row].fieldCount)
    // A nameless empty last column may be left away or be one more.
    guard count > 0, abs(count - fieldCount) <= 1 else { return }
    for time in times {
      guard time.fields.allSatisfy({ $0 < count }),
        let hint = time.orderHint(row, records, &scratch)
      else { continue }
      switch hint {
      case .yearFirst: see(&yearFirst, time, row, records)
      case .only(.monthDayYear): see(&monthFirst, time, row, records)
      case .only(.dayMonthYear): see(&dayFirst, time, row, records)
      case .only(.yearMonthDay), .nothing: break
      case .same: see(&same, time, row, records)
      case .either: see(&either, time, row, records)
      }
    }
  }

  /// Looks at rows until it is known what is asked of the file.
  ///
  /// - Parameters:
  ///   - records: The rows of the file's beginning.
  ///   - first: The first row that is not the header.
  /// - Returns: Whether no further row has to be looked at.
  public mutating func settles(
    by records: borrowing RecordBatch, from first: Int
  ) -> Bool {
    for row in first..<max(first, records.rows.count) {
      note(row, records)
      switch finding {
      case .nothing, .indifferent, .undecided: continue
      case .tellsItself, .decided, .contradiction: return true
      }
    }
    return false
  }

  private func see(
    _ sighting: inout Sighting?, _ time: TimeSource, _ row: Int, _ records: borrowing RecordBatch
  ) {
    guard sighting == nil else { return }
    let place = records.position(row: row, field: time.fields[0])
    sighting = Sighting(text: time.text(row, records), line: place.line, column: place.column)
  }
}
