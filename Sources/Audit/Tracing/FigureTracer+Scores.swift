import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import Reports

extension FigureTracer {
  /// Adds the evaluations of a site.
  func addQuality(
    _ rows: [CountedRow], _ site: String?, _ term: FigureSubject.ScoreTerm,
    to trace: inout FigureTrace
  ) {
    let isCount = term == .count
    trace.numeratorName = isCount ? "evaluations" : "points"
    trace.denominatorName = isCount ? "" : "possible"
    for counted in rows {
      guard case .evaluation(let record) = counted.content, record.site == site ?? "" else {
        continue
      }
      trace.rows.append(
        row(
          counted.place, start: "\(CivilDate(daysSinceEpoch: record.evaluatedAt.day))",
          names: [record.site, record.queue, record.channel],
          isCount ? Fraction(1) : Fraction(record.points),
          isCount ? nil : Fraction(record.maximum)))
    }
  }

  /// Adds the answers of a site to the question that the measure is about.
  func addAnswers(
    _ rows: [CountedRow], _ site: String?, _ term: FigureSubject.SurveyTerm,
    to trace: inout FigureTrace
  ) {
    let measure = report.center.satisfaction.targets.measure
    switch term {
    case .value, .spread:
      (trace.numeratorName, trace.denominatorName) = (measure.counted, "answers")
    case .count: trace.numeratorName = "answers"
    case .invited: trace.numeratorName = "invited"
    case .responseRate: (trace.numeratorName, trace.denominatorName) = ("answers", "invited")
    }
    for counted in rows {
      guard case .survey(let record) = counted.content, record.site == site ?? "",
        record.measure == measure.question
      else { continue }
      let answer = measure.added(by: record)
      let terms: (Fraction, Fraction?)?
      switch term {
      case .value, .spread: terms = answer.map { (Fraction($0), Fraction(1)) }
      case .count: terms = answer.map { _ in (Fraction(1), nil) }
      case .invited: terms = (Fraction(1), nil)
      case .responseRate: terms = (Fraction(answer == nil ? 0 : 1), Fraction(1))
      }
      guard let terms else { continue }
      trace.rows.append(
        row(
          counted.place, start: "\(CivilDate(daysSinceEpoch: record.respondedAt.day))",
          names: [record.site, record.queue, record.channel], terms.0, terms.1))
    }
  }

  /// Adds the answers that speak for their contacts.
  func addSurveyedIssues(
    _ rows: [CountedRow], _ month: CivilMonth, to trace: inout FigureTrace
  ) {
    (trace.numeratorName, trace.denominatorName) = ("resolved", "answers")
    // A contact counts once: of several questions about it, the first measure speaks.
    var speaking: [String: (place: Int, record: SurveyRecord)] = [:]
    var found: [(place: Int, record: SurveyRecord)] = []
    for counted in rows {
      guard case .survey(let record) = counted.content, record.isResolved != nil else { continue }
      guard let contact = record.contactID else {
        found.append((counted.place, record))
        continue
      }
      guard let known = speaking[contact] else {
        speaking[contact] = (counted.place, record)
        continue
      }
      if record.speaksBefore(known.record) { speaking[contact] = (counted.place, record) }
    }
    found += speaking.values
    for (place, record) in found.sorted(by: { $0.place < $1.place }) {
      let day = CivilDate(daysSinceEpoch: record.respondedAt.day)
      guard day.month == month else { continue }
      trace.rows.append(
        row(
          place, start: "\(day)", names: [record.site, record.queue, record.channel],
          Fraction(record.isResolved == true ? 1 : 0), Fraction(1)))
    }
  }
}

extension SurveyRecord {
  /// Orders the answers about a contact: by measure, then by day, and a no before a yes.
  fileprivate func speaksBefore(_ other: SurveyRecord) -> Bool {
    func key(_ record: SurveyRecord) -> (Int, Int32, Int) {
      (
        Measure.allCases.firstIndex(of: record.measure)!, record.respondedAt.day,
        record.isResolved == true ? 1 : 0
      )
    }
    return key(self) < key(other)
  }
}

extension SatisfactionTargets.Measure {
  /// What is counted of the answers, in words.
  fileprivate var counted: String {
    switch self {
    case .mean, .effort: "score"
    case .topBox: "top answers"
    case .topTwoBox: "top two answers"
    case .netPromoter: "promoters less detractors"
    }
  }
}
