import Basics
import ContactRecords
import DelimitedText

/// What an input is, found out once, before its rows are taken.
///
/// That is all that its first rows say, and the order of its dates, which may take a
/// look at all of them.
struct InputProbe: Hashable {
  /// How the order of day, month and year is known.
  enum Dates: Hashable {
    /// There is no date whose order has to be known: each tells it, has a format, or
    /// there is none.
    case plain
    /// Someone said it: an option, the configuration or a profile.
    case stated(DateOrder)
    /// A date says it.
    case decided(DateOrder, by: DateSurvey.Sighting)
    /// All dates are the same in both orders, such as this one.
    case indifferent(DateSurvey.Sighting)
  }

  /// How the text is encoded, as far as its first bytes say.
  let encoding: TextEncoding
  /// How fields and records are separated.
  let dialect: Dialect
  /// Rows above the header. Blank lines are not among them.
  let preambleRows: Int
  /// Physical line of the header, from 1; `nil` for a log of events, which has none.
  let headerLine: Int?
  /// What the header says: names, kind, profile, mapping and the order of dates in force.
  let schema: FileSchema
  /// How that order is known.
  let dates: Dates

  /// What the input's reader should know of its dates.
  var notes: [String] {
    let origin =
      schema.isRolledUp ? ["written by slcheck: read by its own column names and units alone"] : []
    return origin + notesOfDates
  }

  private var notesOfDates: [String] {
    switch dates {
    case .plain, .stated: []
    case .decided(let order, let date):
      ["dates are \(order.words): line \(date.line) has \(VisibleText.escaping(date.text))"]
    case .indifferent(let date):
      [
        "dates are the same with the day and with the month first, as "
          + "\(VisibleText.escaping(date.text)) in line \(date.line)"
      ]
    }
  }
}

/// An input whose first rows are read and understood.
struct ProbedInput: ~Copyable {
  /// What it is; `nil` where there is no row in it.
  var probe: InputProbe?
  /// Reads what follows the batch.
  var reader: RecordReader
  /// The first batch with rows.
  var batch: RecordBatch
  /// The first row of the batch that is below the header.
  var firstRow = 0
  /// Blank lines up to the end of the batch.
  var blankLines: Int
  /// Looks for dates that contradict the order found; `nil` where it was stated.
  var survey: DateSurvey?

  /// Gives what follows the batch.
  consuming func rest() -> ChunkSource { reader.chunks() }
}

// MARK: - Words

extension DateSurvey.Sighting {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The day that the date is in an order, in words; `nil` where it is none.
  private func day(in order: DateOrder) -> String? {
    // The date alone: the clock behind it may have any form.
    let bytes = ContiguousArray(text.prefix { $0 != " " && $0 != "," }.utf8)
    guard let stamp = try? FieldParsing.orderedStamp(bytes.span, 0..<bytes.count, order) else {
      return nil
    }
    let parts = CivilDate(daysSinceEpoch: stamp.day).parts
    return "\(parts.day) \(Self.months[parts.month - 1])"
  }

  /// Both days that a date can be: 3 February or 2 March.
  var readings: String {
    [DateOrder.dayMonthYear, .monthDayYear].compactMap(day).joined(separator: " or ")
  }
}
