import Basics
import ContactRecords
import PerformanceMetrics
import Reports

/// What is behind a figure: which records add to it, and what each of them adds.
enum FigureSubject {
  /// Interval records and contacts of a service, or of a part of it.
  case service(ServiceSubject)
  /// Evaluations of a site in a month.
  case quality(site: String?, CivilMonth, ScoreTerm)
  /// Answers of a site in a month.
  case satisfaction(site: String?, CivilMonth, SurveyTerm)
  /// Costs of a scope in a month, of one category where it is named.
  case costs(CostPerContact, CivilMonth, category: String?)
  /// Costs of quality in a month or a quarter.
  case qualityCosts(CostPeriod, [QualityCategory])
  /// Issues that contacts opened in a month.
  case issues(TracedIssue.Method, CivilMonth, IssueTerm)
  /// Answers to the question whether an issue was resolved.
  case surveyedIssues(CivilMonth)
  /// Contacts of a transaction type.
  case transactions(String, ClosedRange<CivilMonth>, TransactionTerm)
  /// Other figures alone.
  case figures([FoundFigure])

  /// What evaluations are counted for.
  enum ScoreTerm { case score, count, spread }
  /// What answers are counted for.
  enum SurveyTerm { case value, count, invited, responseRate, spread }
  /// What issues are counted for.
  enum IssueTerm { case rate, pending, washIn, retries }
  /// What contacts of a type are counted for.
  enum TransactionTerm { case contacts, withValue, value, perContact }
}

extension FigureSubject {
  /// Whether the rows add up to the figure; a spread or a mean of means is made of them otherwise.
  var addsUp: Bool {
    switch self {
    case .service(let service): service.term.addsUp
    case .quality(_, _, .spread), .satisfaction(_, _, .spread): false
    case .quality, .satisfaction, .costs, .qualityCosts, .issues, .surveyedIssues, .transactions:
      true
    case .figures: false
    }
  }
}

/// The records of a service, or of a part of it, that are behind a figure.
struct ServiceSubject {
  let part: ScopePart
  let days: ClosedRange<CivilDate>
  var term: ServiceTerm
  /// The intervals or days that are counted, and how they ended; `nil` where none are.
  var counted: Counted?
  /// The one interval that the figure is of.
  var interval: IntervalFigures?

  /// Opportunities that are counted.
  struct Counted {
    let grain: Grain
    let states: Set<OpportunityState>
  }

  /// What is counted.
  enum Grain { case interval, day }
}
