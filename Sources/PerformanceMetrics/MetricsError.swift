public import Basics

/// Why records cannot be turned into metrics.
public struct MetricsError: Error, Hashable, Sendable {
  /// The reasons.
  public enum Reason: Hashable, Sendable {
    /// No interval length fits all start minutes of a service.
    case noIntervalLength(service: String, step: Int)
    /// There is no record, or none on or before as-of.
    case nothingUntil(CivilDate?)
    /// The records of a service span more years than any center has kept.
    case spanTooLong(service: String, ClosedRange<CivilDate>)
    /// As-of lies more years after the first record than any center has kept.
    case asOfTooLate(service: String, first: CivilDate, asOf: CivilDate)
    /// A sum grew beyond what is kept exactly.
    case overflow(service: String)
    /// The first record of a kind lies further back than any center has kept.
    case beginTooEarly(String, CivilMonth, asOf: CivilDate)
    /// Points or answers add up to more than is kept exactly.
    case scoresTooLarge(String)
    /// Answers on several scales fall under one objective.
    case mixedScales([SurveyScale], objective: FixedPoint)
    /// Transaction values add up to more than is kept exactly.
    case transactionValueTooLarge
    /// Contacts stand beside sums of contacts, and may be in both.
    case sumsBesideContacts
    /// A roll-up has more legs of contacts than contacts.
    case legsWithoutContacts
    /// What a roll-up summed adds up to more than is kept exactly.
    case sumsTooLarge
    /// Contacts were summed by wider intervals than those of their service.
    case summedTooCoarse(service: String, minutes: Int, length: Int)
    /// Contacts were summed by interval, and their service has to know when each started.
    case summedWithoutSeconds(service: String)
    /// Sums have contacts in them that lie after as-of.
    case summedBeyond(String, CivilDate, asOf: CivilDate)
    /// Sums were found in another way than the configuration asks for.
    case summedOtherwise(String, found: String, asked: String)
  }

  /// What is wrong.
  public let reason: Reason

  /// What is said of sums that are too large.
  public static let tooManyInSums =
    "the sums of a roll-up add up to more contacts than any center has"

  /// Years that records may span (own rule): every day of them is judged, and a
  /// mistyped year must not fill the memory with empty ones.
  public static let longestYears = 50
}

extension MetricsError: CustomStringConvertible {
  /// The reason in a sentence.
  public var description: String {
    switch reason {
    case .noIntervalLength(let service, let step):
      "the interval starts of service \"\(VisibleText.escaping(service))\" are multiples of "
        + "\(step) min, which fit no interval length (5, 10, 15, 20, 30, 60 min or a day); state "
        + "it as intervalMinutes in the configuration or in a column interval_minutes"
    case .nothingUntil(nil): "no record that touches a day was read; there is no verdict"
    case .nothingUntil(let day?): "there is no record on or before \(day)"
    case .spanTooLong(let service, let span):
      "the records of service \"\(VisibleText.escaping(service))\" run from "
        + "\(span.lowerBound) to \(span.upperBound), more than \(MetricsError.longestYears) years; "
        + "one of these dates is wrong"
    case .asOfTooLate(let service, let first, let asOf):
      "as-of \(asOf) lies more than \(MetricsError.longestYears) years after the first record of "
        + "service \"\(VisibleText.escaping(service))\", \(first)"
    case .overflow(let service):
      "the sums of service \"\(VisibleText.escaping(service))\" reach 2^60; a column is mapped wrongly"
    case .beginTooEarly(let what, let month, let asOf):
      "\(what) begin in \(month), more than \(MetricsError.longestYears) years before as-of "
        + "\(asOf); one of these dates is wrong"
    case .scoresTooLarge(let what):
      "the \(what) add up to more than 2^63 of their smallest part; a column is mapped wrongly"
    case .mixedScales(let scales, let objective):
      "survey answers on the scales " + scales.map(\.description).joined(separator: " and ")
        + " fall under one objective, \(objective); give each scale an objective of its own "
        + "(satisfaction.objectives), by site or by date"
    case .sumsTooLarge: MetricsError.tooManyInSums
    case .sumsBesideContacts:
      "contacts stand beside sums of contacts, and who is in both cannot be told; roll the contacts "
        + "up as well, or report on the contacts alone"
    case .legsWithoutContacts:
      "the sums of a roll-up have more legs of contacts than contacts; a part of them is missing"
    case .summedTooCoarse(let service, let minutes, let length):
      "the contacts of service \"\(VisibleText.escaping(service))\" were rolled up by \(minutes) min, "
        + "which \(length) min cannot be made of; roll them up with intervalMinutes \(length)"
    case .summedWithoutSeconds(let service):
      "the contacts of service \"\(VisibleText.escaping(service))\" were rolled up by interval, and "
        + "their waits need the second at which each started; roll them up with the configuration "
        + "that they are reported with"
    case .summedBeyond(let what, let last, let asOf):
      "\(what) were rolled up with contacts up to \(last), after as-of \(asOf); roll them up with "
        + "--as-of \(asOf)"
    case .summedOtherwise(let what, let found, let asked):
      "\(what) were rolled up \(VisibleText.escaping(found)), and the configuration asks for them "
        + "\(asked); roll them up with the configuration that they are reported with"
    case .transactionValueTooLarge:
      "the transaction values add up to more than 10^32; a column is mapped wrongly"
    }
  }
}
