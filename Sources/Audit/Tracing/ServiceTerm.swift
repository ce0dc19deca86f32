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
  /// Whether the rows add up to the figure, which is made of them in another way otherwise.
  var addsUp = true
  /// What a row adds to both; the first is `nil` where the row does not tell.
  let add: @Sendable (ContactSums) -> (Fraction?, Fraction?)

  private init(
    _ numerator: String, _ value: @escaping @Sendable (ContactSums) -> Int,
    lacking: @escaping @Sendable (ContactSums) -> Int = { _ in 0 }
  ) {
    (self.numerator, denominator) = (numerator, "")
    add = { (lacking($0) > 0 ? nil : Fraction(value($0)), nil) }
  }

  private init(
    _ numerator: String, _ top: @escaping @Sendable (ContactSums) -> Int, of denominator: String,
    _ bottom: @escaping @Sendable (ContactSums) -> Int, dividedBy scale: Int = 1,
    lacking: @escaping @Sendable (ContactSums) -> Int = { _ in 0 }
  ) {
    (self.numerator, self.denominator) = (numerator, denominator)
    add = { (lacking($0) > 0 ? nil : Fraction(top($0)) / scale, Fraction(bottom($0))) }
  }

  /// The term of the service level.
  init(_ formula: ServiceLevelFormula, _ demand: Demand) {
    self.init(
      "in time", { ServiceLevelTerms($0, formula, demand).counted.numerator },
      of: "counted", { ServiceLevelTerms($0, formula, demand).counted.denominator },
      lacking: { ServiceLevelTerms($0, formula, demand).isKnown ? 0 : 1 })
    isOfJudged = true
  }

  /// Finds the term of a figure; `nil` for what rows are not behind.
  ///
  /// - Parameter key: The figure's key in the report; `nil` for a span with all its figures,
  ///   which is judged by its service level.
  init?(_ key: String?, _ formula: ServiceLevelFormula, _ demand: Demand) {
    switch key {
    case "offered": self.init("offered", \.offered)
    case "answered": self.init("answered", \.answered)
    case "abandoned": self.init("abandoned", \.abandoned)
    case "answeredWithin":
      self.init(
        "answered in time", { $0.answeredWithin + $0.answeredNearest }, lacking: \.answeredUnjudged)
    case "abandonedWithin":
      self.init("abandoned in time", \.abandonedWithin, lacking: \.abandonedUnjudged)
    case "shortAbandoned":
      self.init("short abandons", \.shortAbandoned, lacking: \.shortUnjudged)
    case "flowOut": self.init("flowed out", \.flowOut, lacking: \.rowsWithoutFlowOut)
    case "fromPercentages": self.init("rows with a percentage", \.rowsOfPercentages)
    case "closedOffered":
      self.init("offered while closed", \.offered)
      isOfClosed = true
    case "abandonmentRate":
      self.init("abandoned", \.abandoned, of: "offered", \.offered)
    case "abandonmentRateWithoutShort":
      self.init(
        "abandoned later", { $0.abandoned - $0.shortAbandoned }, of: "offered less short abandons",
        { $0.offered - $0.shortAbandoned }, lacking: \.shortUnjudged)
    case "averageSpeedOfAnswer", "waitPercentiles":
      self.init(
        "seconds waited", \.waitMilliseconds, of: "answered", \.answered, dividedBy: 1000,
        lacking: \.rowsWithoutWait)
      addsUp = key == "averageSpeedOfAnswer"
    case "averageHandleTime":
      self.init(
        "seconds handled", \.handleMilliseconds, of: "answered", \.answered, dividedBy: 1000,
        lacking: \.rowsWithoutHandle)
    case "unweightedMean":
      self.init(formula, demand)
      addsUp = false
    case nil, "serviceLevel", "met", "state", "intervals", "days": self.init(formula, demand)
    default: return nil
    }
  }

  /// What was offered, whether it was judged or not.
  static let offered = ServiceTerm("offered", \.offered)
}
