/// What a claim is about.
public enum ClaimMeasure: String, CaseIterable, Hashable, Sendable {
  /// The share of contacts handled in time, by the service's formula.
  case serviceLevel = "service_level"
  /// Contacts offered.
  case offered
  /// Contacts answered.
  case answered
  /// Contacts abandoned.
  case abandoned
  /// Contacts handled: what a cost is divided by.
  case contacts
  /// Months that attained their objective.
  case monthsMet = "months_met"
  /// Days that attained their objective.
  case daysMet = "days_met"
  /// Intervals that attained their objective.
  case intervalsMet = "intervals_met"
  /// Abandoned out of offered.
  case abandonmentRate = "abandonment_rate"
  /// The average speed of answer, in seconds.
  case averageSpeedOfAnswer = "asa"
  /// The average handle time, in seconds.
  case averageHandleTime = "aht"
  /// The quality score.
  case quality
  /// Customer satisfaction, by the configured measure.
  case satisfaction = "csat"
  /// The cost per contact.
  case costPerContact = "cost_per_contact"
  /// First contact resolution, by the method that is judged.
  case firstContactResolution = "fcr"
  /// The level of a standard.
  case level

  /// What a figure of the measure is.
  enum Form: Hashable {
    /// A part of a whole, claimed in percent.
    case share
    /// A quotient with a unit of its own.
    case average
    /// A number of contacts.
    case count
    /// A number of opportunities out of all.
    case opportunities
    /// A level from 0 to 4.
    case level
  }

  /// What a figure of the measure is; of satisfaction, unless its scale is one of points.
  var form: Form {
    switch self {
    case .serviceLevel, .abandonmentRate, .quality, .satisfaction, .firstContactResolution: .share
    case .averageSpeedOfAnswer, .averageHandleTime, .costPerContact: .average
    case .offered, .answered, .abandoned, .contacts: .count
    case .monthsMet, .daysMet, .intervalsMet: .opportunities
    case .level: .level
    }
  }

  /// Whether interval records or contacts tell it.
  var isOfServices: Bool {
    switch self {
    case .serviceLevel, .offered, .answered, .abandoned, .contacts, .monthsMet, .daysMet,
      .intervalsMet, .abandonmentRate, .averageSpeedOfAnswer, .averageHandleTime:
      true
    case .quality, .satisfaction, .costPerContact, .firstContactResolution, .level: false
    }
  }
}
