import PerformanceMetrics

/// What a row adds to a figure of a service, by the key of the figure.
struct ServiceTerm {
  /// What is counted, in words.
  let numerator: String
  /// What it is counted out of; empty for a sum.
  let denominator: String
  /// Whether only rows count that are judged: those offered while closed are not.
  var isOfJudged = false
  /// Whether only rows count that were offered while closed.
  var isOfClosed = false
  /// What a row adds to both.
  let add: @Sendable (ContactSums) -> (Fraction, Fraction?)

  private init(
    _ numerator: String, _ value: @escaping @Sendable (ContactSums) -> Int
  ) {
    (self.numerator, denominator) = (numerator, "")
    add = { (Fraction(value($0)), nil) }
  }

  private init(
    _ numerator: String, _ top: @escaping @Sendable (ContactSums) -> Int, of denominator: String,
    _ bottom: @escaping @Sendable (ContactSums) -> Int, dividedBy scale: Int = 1
  ) {
    (self.numerator, self.denominator) = (numerator, denominator)
    add = { (Fraction(top($0)) / scale, Fraction(bottom($0))) }
  }

  /// Finds the term of a figure; that of the service level for what is judged by it.
  ///
  /// - Parameter key: The figure's key in the report.
  init(_ key: String?, _ formula: ServiceLevelFormula, _ demand: Demand) {
    switch key {
    case "offered": self.init("offered", \.offered)
    case "answered": self.init("answered", \.answered)
    case "abandoned": self.init("abandoned", \.abandoned)
    case "answeredWithin":
      self.init("answered in time", { $0.answeredWithin + $0.answeredNearest })
    case "abandonedWithin": self.init("abandoned in time", \.abandonedWithin)
    case "shortAbandoned": self.init("short abandons", \.shortAbandoned)
    case "flowOut": self.init("flowed out", \.flowOut)
    case "fromPercentages": self.init("rows with a percentage", \.rowsOfPercentages)
    case "closedOffered":
      self.init("offered while closed", \.offered)
      isOfClosed = true
    case "abandonmentRate":
      self.init("abandoned", \.abandoned, of: "offered", \.offered)
    case "abandonmentRateWithoutShort":
      self.init(
        "abandoned later", { $0.abandoned - $0.shortAbandoned }, of: "offered less short abandons",
        { $0.offered - $0.shortAbandoned })
    case "averageSpeedOfAnswer":
      self.init(
        "seconds waited", \.waitMilliseconds, of: "answered", \.answered, dividedBy: 1000)
    case "averageHandleTime":
      self.init(
        "seconds handled", \.handleMilliseconds, of: "answered", \.answered, dividedBy: 1000)
    default:
      self.init(
        "in time", { ServiceLevelTerms($0, formula, demand).counted.numerator },
        of: "counted", { ServiceLevelTerms($0, formula, demand).counted.denominator })
      isOfJudged = true
    }
  }
}
