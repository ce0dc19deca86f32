import Basics
import ContactRecords
import DelimitedText
import MaturityRules
import Reports

/// Reads files of ratings, the answers of a self-assessment, as one list.
///
/// They are no records of a center and go past its tallies. Nothing is assessed where any
/// answer is wrong, so that all of them are read first, and everything wrong is told at once.
///
/// ```swift
/// let ratings = try RatingReading.read([.file("ratings.csv")], delimiter: nil).ratings
/// ```
struct RatingReading {
  /// What files of ratings come to.
  struct Result {
    /// The answers, in the order of the files.
    let ratings: [Rating]
    /// What the files are, in the order in which they were named.
    let inputs: [InputSummary]
  }

  private var check = RatingCheck()
  private var inputs: [InputSummary] = []
  /// Why files cannot be read as ratings at all.
  private var refusals: [String] = []
  /// The byte between fields; `nil` where each file tells.
  private let delimiter: UInt8?
  /// The order of the parts of dates; `nil` where each file tells.
  private let dateOrder: DateOrder?
  /// Whether the files are digested.
  private let wantsDigests: Bool

  private init(delimiter: UInt8?, dateOrder: DateOrder?, wantsDigests: Bool) {
    (self.delimiter, self.dateOrder) = (delimiter, dateOrder)
    self.wantsDigests = wantsDigests
  }

  /// Reads files to their ends.
  ///
  /// - Parameters:
  ///   - inputs: The files, in the order in which they were named.
  ///   - delimiter: The byte between fields; `nil` where each file tells.
  ///   - dateOrder: The order of the parts of dates; `nil` where each file tells.
  ///   - wantsDigests: Whether the files are digested while they are read.
  /// - Returns: The answers and the files.
  /// - Throws: `ToolError` when a file cannot be opened or read on, and, with all that is
  ///   wrong with all of them, when any of them holds what is no rating.
  static func read(
    _ inputs: [Arguments.Input], delimiter: UInt8?, dateOrder: DateOrder? = nil,
    wantsDigests: Bool = false
  ) throws(ToolError) -> Result {
    var reading = RatingReading(
      delimiter: delimiter, dateOrder: dateOrder, wantsDigests: wantsDigests)
    for input in inputs { try reading.read(input) }
    reading.check.finish()
    let lines = reading.refusals + RatingProblem.lines(reading.check.problems)
    guard lines.isEmpty else { throw ToolError(lines, .data) }
    return Result(ratings: reading.check.ratings, inputs: reading.inputs)
  }

  private mutating func read(_ input: Arguments.Input) throws(ToolError) {
    do throws(ToolError) {
      try readRows(input)
    } catch {
      // Of a file that is there, the others' errors are worth knowing as well.
      guard error.status == .data else { throw error }
      refusals += error.lines
    }
  }

  private mutating func readRows(_ input: Arguments.Input) throws(ToolError) {
    var source = RestartableInput(input, digest: wantsDigests ? .inline : nil)
    let prober = InputProber(
      mapping: ColumnMapping(dateOrder: dateOrder), delimiter: delimiter, kind: .ratings,
      profile: nil)
    var probed = try prober.open(&source)
    let file = Intake.place(source.path)
    guard let probe = probed.probe else {
      throw ToolError("\(file):1:1: \(SchemaError(.empty))", .data)
    }
    let before = check.ratings.count
    try RatingReading.checkHeader(probe, probed.batch, file)
    var reader = try RatingReading.reader(probe, source.path)
    var (rows, blankLines) = (probed.batch.rows.count - probed.firstRow, probed.blankLines)
    var written = Written()
    written.take(probed.batch, from: probed.firstRow, &reader, file)
    while try Intake.next(&probed.reader, into: &probed.batch, source.path) {
      (rows, blankLines) = (rows + probed.batch.rows.count, blankLines + probed.batch.blankLines)
      written.take(probed.batch, from: 0, &reader, file)
    }
    guard rows > 0 else {
      throw Intake.refusal(
        SchemaError(.headerAlone), line: probe.headerLine ?? 1, source.path)
    }
    take(written, probe.dates)
    var summary = InputSummary(
      path: source.path, sha256: try RatingReading.digest(of: source),
      bytes: probed.reader.bytesRead, kind: RecordKind.ratings.rawValue, encoding: "",
      delimiter: String(UnicodeScalar(probe.dialect.delimiter)), first: nil, last: nil,
      rows: .init(), suspect: 0, unmapped: reader.map.unmapped, rejects: [], notes: [])
    let text = InputText(
      probe.encoding, probed.reader.textFound,
      replacedCharacters: probed.reader.replacedCharacters)
    (summary.encoding, summary.notes) = (text.encoding, text.notes)
    summary.count(
      Array(check.ratings[before...]), rows: rows,
      left: [("blank", blankLines), ("above the header", probe.preambleRows)])
    inputs.append(summary)
  }

  /// The SHA-256 of a file that is read to its end; `nil` where nobody asked for it.
  private static func digest(of source: RestartableInput) throws(ToolError) -> String? {
    do throws(ScanError.Reason) {
      return try source.digested?.finish()
    } catch {
      throw Intake.refusal(ScanError(reason: error, byteOffset: 0), source.path)
    }
  }

  /// Begins to read rows below a header.
  private static func reader(
    _ probe: InputProbe, _ path: String
  ) throws(ToolError) -> RowReader<WrittenRating> {
    do throws(SchemaError) {
      let schema = probe.schema
      return RowReader(
        map: try FieldMap(kind: .ratings, header: schema.header, mapping: schema.mapping),
        delimiter: probe.dialect.delimiter)
    } catch {
      throw Intake.refusal(error, line: probe.headerLine ?? 1, path)
    }
  }

  /// Judges the rows of a file, once all of them can tell the order of its dates.
  private mutating func take(_ written: Written, _ dates: InputProbe.Dates) {
    let order = written.dateOrder(dates)
    for var row in written.rows {
      row.dateOrder = order
      check.take(row)
    }
    for (reason, place) in written.unreadable { check.takeUnreadable(reason, at: place) }
  }

  /// Looks for columns that are the same but for the case of their letters: one of them would go
  /// unread.
  private static func checkHeader(
    _ probe: InputProbe, _ batch: borrowing RecordBatch, _ file: String
  ) throws(ToolError) {
    let header = probe.schema.header
    for (field, name) in header.enumerated()
    where RecordKind.ratings.hasColumn(name.lowercased()) {
      let other = header[..<field].first { $0.lowercased() == name.lowercased() }
      guard let other else { continue }
      let place = batch.position(row: probe.preambleRows, field: field)
      throw ToolError(
        "\(file):\(place.line):\(place.column): the columns \(quoted(other)) and \(quoted(name)) "
          + "are one and the same; leave one of them out", .data)
    }
  }
}

// MARK: - Rows

extension RatingReading {
  /// The rows of a file as they were written.
  private struct Written {
    /// The rows that can be cut into fields.
    private(set) var rows: [RatingRow] = []
    /// What is wrong with the others, and where.
    private(set) var unreadable: [(reason: String, place: RatingPlace)] = []

    mutating func take(
      _ records: borrowing RecordBatch, from first: Int,
      _ reader: inout RowReader<WrittenRating>, _ file: String
    ) {
      var (read, rejects) = ([RowReader<WrittenRating>.Numbered](), [RejectedRecord]())
      reader.read(records, from: first, into: &read, rejects: &rejects)
      rows += read.map { $0.record.row(in: file) }
      unreadable += rejects.map { reject in
        (
          "\(reject.reason)",
          RatingPlace(file: file, line: reject.line, column: reject.column)
        )
      }
    }

    /// The order of the dates that are answers: the one that is stated, else that of the days of
    /// ratings, else the only one that answers of this file can have.
    ///
    /// - Parameter dates: What the column for the days of ratings says.
    func dateOrder(_ dates: InputProbe.Dates) -> DateOrder? {
      switch dates {
      case .stated(let order), .decided(let order, _): return order
      case .plain, .indifferent:
        let told = Set(rows.compactMap(\.onlyDateOrder))
        return told.count == 1 ? told.first : nil
      }
    }
  }
}

extension InputSummary {
  /// Accounts for the rows of a file of ratings, which either rate or say nothing.
  ///
  /// - Parameters:
  ///   - ratings: The answers in the file.
  ///   - rows: The rows below the header.
  ///   - left: Lines that are no rows, by cause.
  fileprivate mutating func count(
    _ ratings: [Rating], rows: Int, left: [(cause: String, lines: Int)]
  ) {
    let unrated = [("without a rating", rows - ratings.count)]
    let ignored = (left + unrated).filter { $0.1 > 0 }
    self.rows.accepted = ratings.count
    self.rows.ignored = ignored.reduce(0) { $0 + $1.1 }
    self.rows.read = self.rows.accepted + self.rows.ignored
    if !ignored.isEmpty {
      notes.append("ignored: " + ignored.map { "\($0.1) \($0.0)" }.joined(separator: ", "))
    }
    let days = ratings.compactMap(\.ratedOn)
    (first, last) = (days.min()?.description, days.max()?.description)
  }
}

/// A row of ratings as it was written, not yet judged.
struct WrittenRating: RowRecord {
  /// A field and where it stands in its file.
  private struct Cell: Hashable {
    let text: String
    let line: Int
    let column: Int

    init(_ name: String, _ row: RowFields, _ records: borrowing RecordBatch) {
      text = row.written(name, records)
      (line, column) = row.position(name, records)
    }

    /// A day as it is read; what is none stands as it was written.
    init(day name: String, _ row: RowFields, _ records: borrowing RecordBatch) {
      let day = try? row.day(name, records)
      text = day.map(\.description) ?? row.written(name, records)
      (line, column) = row.position(name, records)
    }

    func cell(in file: String) -> RatingCell {
      RatingCell(text, at: RatingPlace(file: file, line: line, column: column))
    }
  }

  /// A rating has no time of its own.
  static var timeColumns: [String] { [] }

  private let (instrument, item, rating): (Cell, Cell, Cell)
  private let (evidence, note): (String?, String?)
  /// The day that it is of; empty where the row or its file states none.
  private let ratedOn: Cell
  private let hasDecimalComma: Bool

  /// Reads a row.
  ///
  /// - Throws: `RejectedRecord` for a row that is empty or the header once more, which is
  ///   left out then.
  init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    instrument = Cell("instrument", row, records)
    item = Cell("item", row, records)
    rating = Cell("rating", row, records)
    evidence = try row.name("evidence", records)
    note = try row.name("note", records)
    ratedOn = Cell(day: "rated_on", row, records)
    hasDecimalComma = row.hasDecimalComma
    if instrument.text.isEmpty, item.text.isEmpty {
      throw row.rejection("instrument", .absent(column: "instrument"), records)
    }
    if instrument.text.lowercased() == "instrument", item.text.lowercased() == "item" {
      throw row.rejection(
        "instrument",
        .unknownWord(
          column: "instrument", text: instrument.text, nearest: nil,
          known: Instrument.all.map(\.id)),
        records)
    }
  }

  /// The row as a row of a file.
  func row(in file: String) -> RatingRow {
    RatingRow(
      instrument: instrument.cell(in: file), item: item.cell(in: file),
      rating: rating.cell(in: file), evidence: evidence, note: note,
      ratedOn: ratedOn.cell(in: file), hasDecimalComma: hasDecimalComma)
  }
}
