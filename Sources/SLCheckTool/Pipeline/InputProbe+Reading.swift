import Basics
import ContactRecords
import DelimitedText

/// Finds out what inputs are.
struct InputProber {
  /// What the configuration says of columns.
  let mapping: ColumnMapping
  /// The byte between fields; `nil` where each input tells.
  let delimiter: UInt8?
  /// What every input is taken for; `nil` where the headers tell.
  let kind: RecordKind?
  /// The profile that every input is read by; `nil` where the headers tell.
  let profile: ACDProfile?

  /// How far down a header is looked for: own rule, as no title is longer.
  private static let (mostRows, mostBytes) = (200, 65_536)

  /// Opens an input and finds out what it is.
  ///
  /// - Throws: `ToolError` when it cannot be opened or read, when no row is a header,
  ///   and when its dates can be read in two orders, or not in one.
  func open(_ source: inout RestartableInput) throws(ToolError) -> ProbedInput {
    // Nobody has to say what stands between the fields of a log whose form is known.
    let isLog = profile?.form == .events
    var probed = try begin(
      &source, delimiter: delimiter ?? (isLog ? QueueLog.delimiter : nil))
    guard !probed.batch.rows.isEmpty else { return probed }
    if isLog || isFree && isEventLog(probed) {
      probed.probe = InputProbe(
        encoding: probed.reader.encoding, dialect: probed.reader.dialect, preambleRows: 0,
        headerLine: nil, schema: FileSchema(events: QueueLog.profile), dates: .plain)
      source.settle()
      return probed
    }
    let header: HeaderFinder.Finding
    do throws(HeaderFinder.Failure) {
      header = try self.header(in: probed.batch)
    } catch {
      guard let other = try otherDelimiter(&source, than: probed.reader.dialect.delimiter) else {
        throw Intake.refusal(error, in: probed.batch, source.path)
      }
      probed = try begin(&source, delimiter: other.delimiter)
      header = other.header
    }
    try settleDates(&probed, header, &source)
    source.settle()
    return probed
  }

  /// Whether the first rows may tell a log of events, which has no header.
  private var isFree: Bool { profile == nil && (kind == nil || kind == .contacts) }

  private func isEventLog(_ probed: borrowing ProbedInput) -> Bool {
    QueueLog.isRecognized(probed.batch, delimiter: probed.reader.dialect.delimiter)
  }

  /// Reads from the beginning up to the first rows.
  private func begin(
    _ source: inout RestartableInput, delimiter: UInt8?
  ) throws(ToolError) -> ProbedInput {
    let bytes: any ByteSource
    do throws(ScanError.Reason) {
      bytes = try source.begin()
    } catch {
      throw Intake.refusal(ScanError(reason: error, byteOffset: 0), source.path)
    }
    var reader: RecordReader
    do throws(ScanError) {
      reader = try RecordReader(bytes, delimiter: delimiter)
    } catch {
      throw Intake.refusal(error, source.path)
    }
    var batch = RecordBatch()
    var blankLines = 0
    while try Intake.next(&reader, into: &batch, source.path) {
      blankLines += batch.blankLines
      if !batch.rows.isEmpty { break }
    }
    return ProbedInput(reader: reader, batch: batch, blankLines: blankLines)
  }
}

// MARK: - Header

extension InputProber {
  /// Finds the header among the first rows.
  private func header(
    in batch: borrowing RecordBatch
  ) throws(HeaderFinder.Failure) -> HeaderFinder.Finding {
    // Whatever a read gave, what lies beyond the limit is not looked at.
    let limit = InputProber.mostBytes - 2
    var count = 1
    while count < min(batch.rows.count, InputProber.mostRows),
      batch.baseOffset + Int(batch.rows[count].end) <= limit
    {
      count += 1
    }
    let finder = HeaderFinder(configured: mapping, kind: kind, profile: profile)
    let header = try finder.find(count) { row in
      if let problem = batch.problem(ofRow: row) { return .malformed(problem) }
      return .names(InputProber.names(row, batch))
    }
    return finder.shortened(header, to: InputProber.sharedCount(below: header.row, batch))
  }

  /// The number of fields that all rows of a batch below its header have; `nil` where they
  /// differ, or there are none.
  private static func sharedCount(below header: Int, _ batch: borrowing RecordBatch) -> Int? {
    var shared: Int?
    for row in (header + 1)..<max(header + 1, batch.rows.count) {
      let count = Int(batch.rows[row].fieldCount)
      guard !batch.rows[row].isMalformed, shared ?? count == count else { return nil }
      shared = count
    }
    return shared
  }

  /// The fields of a row, without padding.
  private static func names(_ row: Int, _ batch: borrowing RecordBatch) -> [String] {
    let bytes = batch.bytes.span
    return (0..<Int(batch.rows[row].fieldCount)).map { field in
      let range = FieldParsing.trimmed(bytes, batch.range(row: row, field: field))
      return String(decoding: batch.bytes[range], as: UTF8.self)
    }
  }

  /// Looks for a header with the other delimiters, where a long title misled the guess.
  private func otherDelimiter(
    _ source: inout RestartableInput, than guessed: UInt8
  ) throws(ToolError) -> (delimiter: UInt8, header: HeaderFinder.Finding)? {
    guard delimiter == nil else { return nil }
    for other in Dialect.knownDelimiters where other != guessed {
      let probed = try begin(&source, delimiter: other)
      // What one delimiter cuts into empty fields may be blank to another.
      if probed.batch.rows.isEmpty { continue }
      if let header = try? header(in: probed.batch) { return (other, header) }
    }
    return nil
  }
}

// MARK: - Dates

extension InputProber {
  /// Finds the order of the dates, and notes all that is known of the input.
  ///
  /// The rows are looked at until a date decides: nearly always one of the first batch.
  /// Where more had to be read, the input is begun again.
  private func settleDates(
    _ probed: inout ProbedInput, _ header: HeaderFinder.Finding,
    _ source: inout RestartableInput
  ) throws(ToolError) {
    probed.firstRow = header.row + 1
    var (dates, schema) = (InputProbe.Dates.plain, header.schema)
    if let order = schema.mapping.dateOrder {
      dates = .stated(order)
    } else {
      var survey = DateSurvey(schema)
      if survey.hasTimes {
        if !survey.settles(by: probed.batch, from: probed.firstRow) {
          while try Intake.next(&probed.reader, into: &probed.batch, source.path) {
            if survey.settles(by: probed.batch, from: 0) { break }
          }
          let delimiter = probed.reader.dialect.delimiter
          probed = try begin(&source, delimiter: delimiter)
          probed.firstRow = header.row + 1
        }
        dates = try InputProber.dates(survey, source.path)
        probed.survey = survey
      }
      switch dates {
      case .plain, .stated: break
      case .decided(let order, _): schema = schema.reading(dates: order)
      case .indifferent: schema = schema.reading(dates: .monthDayYear)
      }
    }
    probed.probe = InputProbe(
      encoding: probed.reader.encoding, dialect: probed.reader.dialect, preambleRows: header.row,
      headerLine: probed.batch.rows[header.row].line, schema: schema, dates: dates)
  }

  /// Says how the order of the dates is known.
  ///
  /// - Throws: `ToolError` where it is not.
  static func dates(_ survey: DateSurvey, _ path: String) throws(ToolError) -> InputProbe.Dates {
    switch survey.finding {
    case .nothing, .tellsItself: return .plain
    case .indifferent(let date): return .indifferent(date)
    case .decided(let order, let date): return .decided(order, by: date)
    case .undecided(let date):
      throw ToolError(
        "\(Intake.place(path)):\(date.line):\(date.column): \"\(VisibleText.escaping(date.text))\" "
          + "is \(date.readings), and no date in the file tells which; say which with "
          + "--date-order dmy or mdy", .data)
    case .contradiction(let earlier, let later):
      throw ToolError(
        "\(Intake.place(path)):\(later.line):\(later.column): the date "
          + "\"\(VisibleText.escaping(later.text))\" is in another order than "
          + "\"\(VisibleText.escaping(earlier.text))\" in line \(earlier.line); say which order "
          + "counts with --date-order mdy, dmy or ymd", .data)
    }
  }
}
