/// What figures are counted in, by the names that they have in the wire form.
///
/// A name that stands here may be a decimal in quotes, or unknown; numbers that are not
/// in quotes are figures whatever their name.
enum FigureUnit: String {
  case contacts, percent, points, seconds, minutes, days, months, intervals, quarters, rows, bytes
  case level, count, probability, correlation
  /// The currency, or the metric of the values.
  case amount
  /// The unit of the figure that the section is about.
  case own
  /// The same for each month.
  case ownPerMonth
  case percentPerMonth

  /// Finds the unit of a figure.
  ///
  /// - Parameters:
  ///   - measure: The names that lead to the figure; the last one decides.
  ///   - place: What it is a figure of.
  /// - Returns: `nil` for a name that is not known.
  static func of(_ measure: [String], _ place: FigurePlace) -> FigureUnit? {
    guard let name = measure.last else { return nil }
    if let group = measure.dropLast().last, place.section != "reconciliations" {
      if let unit = byGroup[group] { return name == "contacts" ? .contacts : unit }
      if ["slope", "low", "high"].contains(name) {
        return group == "returnTrend" ? .percentPerMonth : .ownPerMonth
      }
    }
    return bySection[place.section]?[name] ?? byName[name]
  }

  /// The unit in words.
  func text(_ place: FigurePlace) -> String {
    switch self {
    case .amount: place.currency ?? "amount"
    case .own: FigureUnit.own(place).text(place)
    case .percentPerMonth: "percent a month"
    case .ownPerMonth: FigureUnit.own(place).text(place) + " a month"
    default: rawValue
    }
  }

  /// What the figure that a section is about is counted in.
  private static func own(_ place: FigurePlace) -> FigureUnit {
    switch place.section {
    case "costPerContact", "costOfQuality", "transactionValue": .amount
    case "satisfaction" where ["mean", "ces"].contains(place.part("measure")): .points
    default: .percent
    }
  }

  /// What is counted in a group, whatever the count is called.
  private static let byGroup: [String: FigureUnit] = [
    "intervals": .intervals, "days": .days, "rows": .rows, "waitPercentiles": .seconds,
    "categories": .amount, "channels": .contacts,
  ]

  private static let byName: [String: FigureUnit] = [
    // Services and their parts.
    "offered": .contacts, "answered": .contacts, "abandoned": .contacts,
    "answeredWithin": .contacts, "abandonedWithin": .contacts, "shortAbandoned": .contacts,
    "flowOut": .contacts, "closedOffered": .contacts, "fromPercentages": .rows,
    "serviceLevel": .percent, "unweightedMean": .percent, "abandonmentRate": .percent,
    "abandonmentRateWithoutShort": .percent, "coverage": .percent,
    "averageSpeedOfAnswer": .seconds, "averageHandleTime": .seconds,
    "percent": .percent, "seconds": .seconds, "minutes": .minutes, "intervalMinutes": .minutes,
    "open": .contacts, "overdue": .contacts, "pending": .contacts, "oldestSeconds": .seconds,
    "medianSeconds": .seconds,
    // Scores, resolution.
    "score": .percent, "responseRate": .percent, "rate": .percent, "value": .own,
    "standardDeviation": .points, "margin": .points, "objective": .own, "low": .own, "high": .own,
    "n": .count, "invited": .contacts, "windowDays": .days, "washIn": .contacts,
    "retries": .contacts, "blank": .contacts, "shared": .count, "sharedContacts": .contacts,
    "withoutReason": .contacts,
    // Costs and values.
    "amount": .amount, "contacts": .contacts, "shareOfCost": .percent, "perContact": .amount,
    "good": .amount, "poor": .amount, "gain": .amount, "returnOnQuality": .percent,
    "goal": .amount, "baseline": .amount, "withValue": .contacts,
    // Trends and associations.
    "S": .count, "p": .probability, "pAdjusted": .probability,
    "rho": .correlation,
    // Standards.
    "level": .level, "possible": .level, "levelWithExclusions": .level, "share": .percent,
    // Around the figures.
    "bytes": .bytes, "suspect": .rows, "unmatched": .rows, "afterAsOf": .rows,
    "accountedFor": .contacts, "shorterOffered": .contacts, "shorterAnswered": .contacts,
  ]

  private static let bySection: [String: [String: FigureUnit]] = [
    "standards": counted, "rules": counted,
    "costOfQuality": ["total": .amount],
    "exclusions": ["intervals": .intervals, "days": .days, "months": .months],
    "reconciliations": ["days": .days],
    "setAside": ["rows": .rows], "implausible": ["rows": .rows, "of": .rows],
  ]

  /// What a criterion counts depends on the rule.
  private static let counted: [String: FigureUnit] = [
    "met": .count, "counted": .count, "undecided": .count, "needed": .count,
  ]
}
