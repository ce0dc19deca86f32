public import Basics
import ContactRecords
public import PerformanceMetrics
public import Reports

/// Finds the rows behind a figure of a report.
///
/// Interval records are found where the judged center keeps them. What a run keeps sums of
/// alone, contacts, evaluations, answers and costs, has to be read a second time: the tracer
/// says what to keep of it, and then takes what was kept.
///
/// ```swift
/// let tracer = try FigureTracer(address, report, document, places: places)
/// let rows = tracer.trace.map { readAgain(keeping: $0) }
/// let trace = try tracer.traced(rows)
/// ```
public struct FigureTracer: Sendable {
  private let figure: FoundFigure
  private let subject: FigureSubject
  let report: Report
  let places: SourcePlaces
  private let targets: ResolutionTargets
  private let zone: CivilZone?
  /// The keys and days of the figure whose intervals were counted from contacts.
  private let counted: Set<KeyAndDay>
  /// Interval records behind the figure.
  let records: [TracedRecord]

  /// A key on a day.
  private struct KeyAndDay: Hashable {
    let key: RecordKey
    let day: CivilDate
  }

  /// Finds a figure.
  ///
  /// - Parameters:
  ///   - address: Which figure.
  ///   - report: The report that it is a figure of.
  ///   - document: The same as JSON, with the detail that the address asks for.
  ///   - places: Where the inputs begin.
  ///   - targets: How first contact resolution was found.
  ///   - zone: The zone whose wall clock stamps are taken on.
  /// - Throws: `FigureAddressError` where there is no such figure, or no rows are behind it.
  /// - Complexity: O(*n*) in the records of its days.
  public init(
    _ address: FigureAddress, _ report: Report, _ document: [UInt8], places: SourcePlaces,
    targets: ResolutionTargets = .init(), zone: CivilZone? = nil
  ) throws(FigureAddressError) {
    let root: JSONDocument.Value
    do throws(JSONSyntaxError) {
      root = try JSONDocument(document).root
    } catch {
      preconditionFailure("a report that is no JSON: \(error)")
    }
    figure = try address.found(in: root)
    subject = try FigureSubjectFinder(report: report, document: root).subject(figure)
    (self.report, self.places, self.targets, self.zone) = (report, places, targets, zone)
    var counted: Set<KeyAndDay> = []
    var records: [TracedRecord] = []
    if case .service(let service) = subject {
      // Told before any is listed: rows and contacts alike are counted in the sums.
      guard service.part.judged.figures(service.days).sums.rows <= FigureTrace.mostRows else {
        throw .tooManyRows(figure.text, limit: FigureTrace.mostRows)
      }
      service.part.forEachRow(in: service.days) { row, _ in
        if row.places.isEmpty {
          counted.insert(KeyAndDay(key: row.key.whole, day: row.start.day))
        } else {
          records.append(row)
        }
      }
    }
    (self.counted, self.records) = (counted, records)
  }

  /// What has to be kept of a second reading; `nil` where nothing has.
  public var trace: RowTrace? {
    let asOf = report.center.asOf
    let all = CivilDate.distantPast...asOf
    func trace(
      _ kinds: Set<RecordKind>, _ days: ClosedRange<CivilDate>, watchesIssues: Bool = false,
      takesContact: @escaping @Sendable (RecordKey, CivilDate, String?) -> Bool = { _, _, _ in true
      }
    ) -> RowTrace {
      RowTrace(
        kinds: kinds, days: days, asOf: asOf, limit: FigureTrace.mostRows,
        watchesIssues: watchesIssues, takesContact: takesContact)
    }
    switch subject {
    case .service(let service):
      guard !counted.isEmpty else { return nil }
      let counted = counted
      return trace([.contacts], service.days) { key, day, _ in
        counted.contains(KeyAndDay(key: key.whole, day: day))
      }
    case .quality(_, let month, _): return trace([.evaluations], month.days(through: asOf))
    case .satisfaction(_, let month, _): return trace([.surveys], month.days(through: asOf))
    case .costs(_, let month, _): return trace([.costs], month.firstDay...month.lastDay)
    case .qualityCosts(let period, _): return trace([.qualityCosts], period.days)
    case .issues: return trace([], all, watchesIssues: true)
    case .surveyedIssues: return trace([.surveys], all)
    // Legs of other months may be of the same contacts.
    case .transactions(let own, _, _): return trace([.contacts], all) { $2 == own }
    case .figures: return nil
    }
  }

  /// Gives the rows behind the figure.
  ///
  /// - Parameter center: What was read again; `nil` where nothing had to be.
  /// - Throws: `FigureAddressError` where there are more rows than are listed.
  public func traced(_ center: CenterTally?) throws(FigureAddressError) -> FigureTrace {
    if center?.trace?.isOverfull ?? false {
      throw .tooManyRows(figure.text, limit: FigureTrace.mostRows)
    }
    let rows = center?.trace?.rows ?? []
    var trace = FigureTrace(
      address: figure.text, value: figure.value.inWords, meaning: meaning, report: report)
    // Of what is not known no sum is the figure.
    trace.addsUp = figure.value.kind != .null && subject.addsUp
    switch subject {
    case .service(let service): addService(service, rows, to: &trace)
    case .quality(let site, _, let term): addQuality(rows, site, term, to: &trace)
    case .satisfaction(let site, _, let term): addAnswers(rows, site, term, to: &trace)
    case .costs(let costs, let month, let category):
      addCosts(rows, costs, month, category, to: &trace)
    case .qualityCosts(let period, let categories):
      addQualityCosts(rows, period, categories, to: &trace)
    case .issues(let method, let month, let term):
      let issues = center?.tracedIssues(method, targets: targets, zone: zone) ?? []
      addIssues(issues, month, term, to: &trace)
    case .surveyedIssues(let month): addSurveyedIssues(rows, month, to: &trace)
    case .transactions(_, let months, let term): addTransactions(rows, months, term, to: &trace)
    case .figures(let figures):
      trace.parts = figures.map { part in
        FigureTrace.Part(address: part.text, value: part.value.inWords)
      }
    }
    return trace
  }

  /// What the rows add up, in words.
  private var meaning: String {
    switch subject {
    case .service(let service):
      "\(service.term.numerator)"
        + (service.term.denominator.isEmpty ? "" : " of \(service.term.denominator)")
        + ": the rows of "
        + ([service.part.name] + service.part.names.map { "\($0.dimension.rawValue) \($0.name)" })
        .joined(separator: ", ") + ", \(service.days.text)"
    case .quality: "points given of points possible"
    case .satisfaction: "answers"
    case .costs: "costs"
    case .qualityCosts: "costs of quality"
    case .issues(let method, _, _):
      switch method {
      case .flag: "contacts that say whether they were resolved, by their last answer"
      case .anyContact: "issues, by the contact that opened them; any further contact fails them"
      case .sameReason:
        "issues, by the contact that opened them; a further contact for the same reason fails them"
      }
    case .surveyedIssues: "answers to the question whether the issue was resolved"
    case .transactions(let type, _, _): "contacts of the type \(VisibleText.escaping(type))"
    case .figures: "made of these figures"
    }
  }

  /// Makes a row that stands on one line.
  func row(
    _ place: Int, start: String, names: [String], isSecondPass: Bool = false,
    _ numerator: Fraction?, _ denominator: Fraction?
  ) -> FigureTrace.Row {
    FigureTrace.Row(
      place: place, positions: [place].compactMap(places.position), start: start,
      names: names.filter { !$0.isEmpty }, isSecondPass: isSecondPass, numerator: numerator,
      denominator: denominator)
  }
}

// MARK: - Words

extension CivilMonth {
  /// Its days up to as-of.
  fileprivate func days(through asOf: CivilDate) -> ClosedRange<CivilDate> {
    firstDay...min(lastDay, asOf)
  }
}

extension ClosedRange<CivilDate> {
  /// The days in words.
  fileprivate var text: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}

extension JSONDocument.Value {
  /// The value as a person reads it: a share with its parts, a number, a text.
  fileprivate var inWords: String {
    switch kind {
    case .null: "not known"
    case .bool, .number: written
    case .string: VisibleText.escaping(text!)
    case .list: "\(elements.count) entries"
    case .object:
      if let numerator = self["numerator"], let denominator = self["denominator"] {
        (self["percent"]?.text.map { $0 + "%" } ?? self["value"]?.text ?? "")
          + " (\(numerator.written) of \(denominator.written))"
      } else {
        "\(members.count) values"
      }
    }
  }
}
