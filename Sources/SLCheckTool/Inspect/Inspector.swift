import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports

/// Finds out what a file is, as a report would take it, and whatever is wrong with it.
struct Inspector {
  private let configuration: Configuration
  private let arguments: Arguments

  /// Gaps that are listed; all of them are counted.
  private static let listedGaps = 10

  /// Creates an inspector.
  ///
  /// All queues stand together: what they promise is not looked at.
  init(_ configuration: Configuration, _ arguments: Arguments) {
    var configuration = configuration
    var service = Service.assumed
    service.isPooled = true
    configuration.services = [service]
    configuration.require = [:]
    self.configuration = configuration
    self.arguments = arguments
  }

  /// What was found, and the starting configuration's share in it.
  struct Finding {
    var file: Inspection.File
    /// What the header says; `nil` where none was understood.
    var schema: FileSchema?
    /// Whether the file cannot be read as records at all.
    var isUnreadable = false
  }

  /// Inspects an input.
  ///
  /// - Throws: `ToolError` when it cannot be opened or read; a file that is not understood
  ///   is a finding.
  func inspect(_ input: Arguments.Input) throws(ToolError) -> Finding {
    let path = RestartableInput(input).path
    var finding = Finding(file: Inspection.File(path: path))
    let inspected: Intake.Inspected
    do throws(ToolError) {
      let intake = try Intake(
        configuration, arguments: arguments, diagnostics: Diagnostics.silent)
      inspected = try intake.inspect(input)
    } catch {
      guard error.status == .data else { throw error }
      finding.isUnreadable = true
      finding.file.problems = error.lines
      // Standard input is read up by then.
      if case .file(let path) = input {
        finding.file.text = Inspector.text(path)
        finding.file.header = header(of: input)
      }
      return finding
    }
    finding.schema = inspected.probe.schema
    describe(inspected, &finding.file)
    if inspected.probe.schema.kind == .intervals { describeGrid(inspected, &finding.file) }
    return finding
  }

  /// What the header says of a file whose rows cannot be read; nil where that is the header.
  ///
  /// Dates that do not tell their order keep nobody from reading it.
  private func header(of input: Arguments.Input) -> Inspection.Header? {
    var mapping = configuration.mapping
    mapping.dateOrder = mapping.dateOrder ?? .monthDayYear
    let prober = InputProber(
      mapping: mapping, delimiter: arguments.delimiter, kind: arguments.kind,
      profile: arguments.profile)
    var source = RestartableInput(input)
    do throws(ToolError) {
      let probed = try prober.open(&source)
      return probed.probe.map { header($0, kind: $0.schema.kind.rawValue) }
    } catch {
      return nil
    }
  }

  /// What can be said of the text of a file whose header is not understood.
  private static func text(_ path: String) -> Inspection.Text? {
    guard let source = try? FileByteSource(path: path), var reader = try? RecordReader(source)
    else { return nil }
    var batch = RecordBatch()
    while (try? reader.read(into: &batch)) == true {}
    let encoding = InputText(
      reader.encoding, reader.textFound, replacedCharacters: reader.replacedCharacters
    ).encoding
    return text(
      encoding, reader.dialect, bytes: reader.bytesRead,
      lines: reader.physicalLines)
  }

  private static func text(
    _ encoding: String, _ dialect: Dialect, bytes: Int, lines: Int
  ) -> Inspection.Text {
    Inspection.Text(
      bytes: bytes, lines: lines, encoding: encoding,
      delimiter: String(UnicodeScalar(dialect.delimiter)),
      lineEnding: dialect.lineEnding == .carriageReturn ? "CR" : "LF")
  }
}

// MARK: - What every kind has

extension Inspector {
  private func describe(_ inspected: Intake.Inspected, _ file: inout Inspection.File) {
    let (probe, summary) = (inspected.probe, inspected.result.inputs[0])
    file.text = Inspector.text(
      summary.encoding, probe.dialect, bytes: summary.bytes, lines: inspected.lines)
    file.header = header(probe, kind: summary.kind)
    switch probe.dates {
    case .plain, .indifferent: break
    case .stated(let order):
      file.dates = Inspection.Dates(order: order.rawValue, line: nil, text: nil)
    case .decided(let order, let date):
      file.dates = Inspection.Dates(order: order.rawValue, line: date.line, text: date.text)
    }
    file.rows = Inspection.Rows(
      summary.rows, suspect: summary.suspect,
      rejects: inspected.rejects.map {
        Inspection.Reject(reason: $0.name, count: $0.count, line: $0.line, column: $0.column)
      })
    if let first = summary.first, let last = summary.last {
      file.span = Inspection.Span(first: first, last: last)
    }
    // What is about no single row needs no name of the program here.
    file.problems = inspected.problems.map {
      $0.hasPrefix("slcheck: ") ? String($0.dropFirst("slcheck: ".count)) : $0
    }
    file.implausible = inspected.implausible
    file.notes = summary.notes
  }

  private func header(_ probe: InputProbe, kind: String) -> Inspection.Header {
    Inspection.Header(
      line: probe.headerLine, preambleRows: probe.preambleRows, kind: kind,
      profile: probe.schema.profile?.name, reason: reason(probe.schema),
      columns: probe.schema.columnUses.map {
        Inspection.Column(name: $0.name, canonical: $0.canonical, unit: $0.unit?.rawValue)
      })
  }

  /// Why a kind and a profile were taken.
  private func reason(_ schema: FileSchema) -> String {
    if arguments.kind != nil { return "stated by --kind" }
    guard let profile = schema.profile else {
      let names = schema.kind.required.compactMap { group in
        group.first { name in schema.columnUses.contains { $0.canonical.contains(name) } }
      }
      let isMapped = names.contains { schema.mapping.columns[$0] != nil }
      return "it has \(names.joined(separator: ", "))"
        + (isMapped ? ", as the configuration maps them" : "")
    }
    let names = profile.signature.compactMap { group in
      group.first { name in schema.header.contains { $0.lowercased() == name.lowercased() } }
    }
    return names.isEmpty
      ? "stated by --profile"
      : "the columns \(names.joined(separator: ", ")) are those of \(profile.product)"
  }
}

// MARK: - The grid

extension Inspector {
  private func describeGrid(_ inspected: Intake.Inspected, _ file: inout Inspection.File) {
    let report: Report
    do throws(ToolError) {
      report = try Tool.report(inspected.result, configuration)
    } catch {
      file.problems += error.lines
      return
    }
    file.suspectDays = report.center.suspectDays.map {
      Inspection.SuspectDay(
        day: $0.isMonth ? $0.day.month.description : $0.day.description, offered: $0.offered,
        accountedFor: $0.accountedFor)
    }
    guard let records = report.center.services.first?.records else { return }
    let figures = records.judged.figures(records.recorded)
    let tally = inspected.result.center.intervals
    let gaps = Inspector.gaps(records)
    let isStated =
      configuration.intervalMinutes != nil
      || inspected.probe.schema.columnUses.contains { $0.canonical.contains("interval_minutes") }
    file.grid = Inspection.Grid(
      intervalMinutes: records.intervalMinutes, isStated: isStated,
      habit: records.habit?.rawValue, keys: tally.queueCount,
      expected: figures.expected, missing: figures.holes,
      gaps: Array(gaps.prefix(Inspector.listedGaps)), gapCount: gaps.count,
      overlaps: tally.conflicts.count + tally.lengthConflicts.count)
  }

  /// Joins missing intervals of a day that follow each other.
  private static func gaps(_ records: ServiceMetrics.Records) -> [Inspection.Gap] {
    var gaps: [Inspection.Gap] = []
    var last: IntervalFigures?
    for interval in records.source.intervals(in: records.recorded) where interval.figures.holes > 0
    {
      let follows =
        last.map {
          $0.start.day == interval.start.day
            && $0.start.time.minuteOfDay + $0.minutes == interval.start.time.minuteOfDay
        } ?? false
      let before = follows ? gaps.popLast() : nil
      gaps.append(
        Inspection.Gap(
          from: before?.from ?? interval.start.description, to: interval.start.description,
          missing: (before?.missing ?? 0) + interval.figures.holes))
      last = interval
    }
    return gaps
  }
}
