/// One kind of samples: a figure of the report under the name that dashboards know it by.
struct MetricFamily {
  /// The part of the report that the figure is in; empty where it is made up here.
  let section: String
  /// The figure, as the table of figures calls it; a star at its end stands for any name.
  let measure: String
  /// The name, which ends with its unit.
  let name: String
  /// The unit; `nil` for a plain number.
  let unit: String?
  /// One sentence.
  let help: String
  /// The label that takes the last name of the figure, where it stands for several.
  var member: String?

  /// Whether percent of the report are parts of one here.
  var isRatio: Bool { unit == "ratio" }

  private init(
    _ section: String, _ measure: String, _ name: String, _ unit: String?, _ help: String,
    member: String? = nil
  ) {
    self.section = section
    self.measure = measure
    self.name = "slcheck_" + name + (unit.map { "_" + $0 } ?? "")
    self.unit = unit
    self.help = help
    self.member = member
  }
}

// MARK: - The table

extension MetricFamily {
  /// All families, in the order in which they are written.
  static let all = ofTheRun + ofServices + ofParts + ofScores + ofCosts + ofStandards

  /// What made the report, of which days.
  static let info = MetricFamily(
    "", "", "run_info", nil, "The version and the configuration behind the figures, always 1.")
  /// The last day.
  static let asOf = MetricFamily(
    "", "", "as_of_timestamp", "seconds", "The beginning of the last day that is judged, in UTC.")
  /// The first day of each period.
  static let periodStart = MetricFamily(
    "", "", "period_start_timestamp", "seconds", "The beginning of the period, in UTC.")
  /// The rows of all inputs.
  static let inputRows = MetricFamily(
    "records", "rows.*", "input", "rows", "Rows of all inputs, by what became of them.",
    member: "outcome")
  /// The objective's share.
  static let objective = MetricFamily(
    "", "", "objective", "ratio",
    "The share that has to be answered in time, in force at the end of the period.")
  /// The objective's time.
  static let objectiveSeconds = MetricFamily(
    "", "", "objective_threshold", "seconds", "The time that counts as in time, likewise.")
  /// How the last complete month of each service stands.
  static let monthStatus = MetricFamily(
    "", "", "month_status", nil, "How a complete month of a service stands: 1 beside its status.")
  /// How each criterion stands.
  static let criterionStatus = MetricFamily(
    "", "", "criterion_status", nil, "How a criterion stands: 1 beside its status.")
  /// How each requirement stands.
  static let requirementStatus = MetricFamily(
    "", "", "requirement_status", nil,
    "How a required level stands: 1 beside holds, fails or indeterminate.")

  private static let ofTheRun = [
    info, asOf, periodStart, inputRows,
    MetricFamily(
      "records", "unmatched", "unmatched", "rows", "Rows that belong to no service."),
  ]

  private static let ofServices =
    [objective, objectiveSeconds, monthStatus] + figures("services", "", "of a service") + [
      MetricFamily(
        "services", "closedOffered", "closed_offered", "contacts",
        "Contacts offered while closed."),
      MetricFamily(
        "services", "coverage", "coverage", "ratio", "Expected intervals that are not missing."),
      MetricFamily(
        "services", "intervals.*", "interval_opportunities", nil,
        "Intervals by how they ended; counted are those met or missed.", member: "state"),
      MetricFamily(
        "services", "days.*", "day_opportunities", nil,
        "Days by how they ended; counted are those met or missed.", member: "state"),
      MetricFamily(
        "services", "waitPercentiles.p*", "wait", "seconds",
        "What this percentage of answered contacts waited at most.", member: "percentile"),
      MetricFamily(
        "services", "waitPercentiles.max", "longest_wait", "seconds",
        "What the answered contact that waited longest did wait."),
      MetricFamily(
        "services", "sensitivity.serviceLevel", "formula_service_level", "ratio",
        "What another formula would have given in total."),
      MetricFamily(
        "services", "sensitivity.level", "formula_level", nil,
        "The level that another formula would have given."),
      MetricFamily(
        "services", "backlog.open", "backlog", "contacts", "Unanswered contacts at the end."),
      MetricFamily(
        "services", "backlog.overdue", "backlog_overdue", "contacts",
        "Those that are older than the objective allows."),
      MetricFamily(
        "services", "backlog.oldestSeconds", "backlog_oldest", "seconds",
        "The age of the oldest of them."),
    ]

  private static let ofParts = figures("breakdowns", "part_", "of a part of a service")

  private static func figures(
    _ section: String, _ prefix: String, _ whose: String
  ) -> [MetricFamily] {
    [
      MetricFamily(
        section, "offered", prefix + "offered", "contacts", "Contacts offered \(whose)."),
      MetricFamily(
        section, "answered", prefix + "answered", "contacts", "Contacts answered \(whose)."),
      MetricFamily(
        section, "abandoned", prefix + "abandoned", "contacts",
        "Contacts \(whose) that gave up before an answer."),
      MetricFamily(
        section, "serviceLevel", prefix + "service_level", "ratio",
        "The service level \(whose) by its own formula, cut."),
      MetricFamily(
        section, "abandonmentRate", prefix + "abandonment", "ratio",
        "Abandoned out of offered \(whose)."),
      MetricFamily(
        section, "averageSpeedOfAnswer", prefix + "average_speed_of_answer", "seconds",
        "The mean wait of answered contacts \(whose)."),
      MetricFamily(
        section, "averageHandleTime", prefix + "average_handle_time", "seconds",
        "The mean handle time \(whose)."),
    ]
  }

  private static let ofScores = [
    MetricFamily("quality", "score", "quality_score", "ratio", "Points given out of possible."),
    MetricFamily("quality", "objective", "quality_objective", "ratio", "What it has to be."),
    MetricFamily("quality", "n", "quality", "evaluations", "Evaluations behind the score."),
    MetricFamily(
      "satisfaction", "value", "satisfaction", "ratio",
      "Customer satisfaction as a share, or promoters less detractors."),
    MetricFamily(
      "satisfaction", "value", "satisfaction", "points", "Customer satisfaction on its scale."),
    MetricFamily(
      "satisfaction", "objective", "satisfaction_objective", "ratio", "What the share has to be."),
    MetricFamily(
      "satisfaction", "objective", "satisfaction_objective", "points", "What the mean has to be."),
    MetricFamily("satisfaction", "n", "satisfaction", "answers", "Answers behind it."),
    MetricFamily(
      "satisfaction", "responseRate", "satisfaction_response", "ratio",
      "Answers out of invitations."),
    MetricFamily(
      "firstContactResolution", "rate", "first_contact_resolution", "ratio",
      "Issues resolved at the first contact."),
    MetricFamily(
      "firstContactResolution", "objective", "first_contact_resolution_objective", "ratio",
      "What it has to be."),
    MetricFamily(
      "firstContactResolution", "pending", "first_contact_resolution_pending", "issues",
      "Issues whose customer may still come back."),
  ]

  private static let ofCosts = [
    MetricFamily("costPerContact", "value", "cost_per_contact", nil, "The cost of a contact."),
    MetricFamily(
      "costPerContact", "objective", "cost_per_contact_objective", nil, "What it may be."),
    MetricFamily("costPerContact", "amount", "cost", "amount", "The cost of the month."),
    MetricFamily(
      "costPerContact", "categories", "cost_category", "amount",
      "The cost of the month by category."),
    MetricFamily("costOfQuality", "total", "quality_cost", "amount", "What quality costs."),
    MetricFamily(
      "costOfQuality", "good", "quality_cost_good", "amount", "Prevention and appraisal."),
    MetricFamily(
      "costOfQuality", "poor", "quality_cost_poor", "amount", "Internal and external failure."),
    MetricFamily(
      "costOfQuality", "perContact", "quality_cost_per_contact", nil,
      "What quality costs by contact."),
    MetricFamily(
      "costOfQuality", "shareOfCost", "quality_cost_share", "ratio",
      "What quality costs out of all cost."),
    MetricFamily(
      "costOfQuality", "returnOnQuality", "quality_return", "ratio",
      "Gain less good cost, out of good cost."),
    MetricFamily(
      "transactionValue", "perContact", "transaction_value_per_contact", nil,
      "The value of a contact of the type."),
    MetricFamily(
      "transactionValue", "goal", "transaction_value_goal", nil, "What it is meant to be."),
    MetricFamily(
      "transactionValue", "contacts", "transaction", "contacts", "Contacts of the type."),
  ]

  private static let ofStandards = [
    MetricFamily(
      "standards", "level", "standard_level", nil,
      "The level at which a standard stands: that of its lowest scope."),
    MetricFamily(
      "standards", "possible", "standard_possible_level", nil,
      "The highest level that what is undecided could still allow."),
    MetricFamily(
      "standards", "levelWithExclusions", "standard_level_with_exclusions", nil,
      "The level with what was excluded left out."),
    MetricFamily(
      "standards", "scopes.level", "scope_level", nil,
      "The level of a standard at a service, a site or the organization."),
    MetricFamily(
      "standards", "scopes.possible", "scope_possible_level", nil,
      "The highest level that what is undecided could still allow there."),
    MetricFamily(
      "standards", "met", "criterion_met_opportunities", nil,
      "Months, days or intervals of the window that attain what a level asks for."),
    MetricFamily(
      "standards", "counted", "criterion_counted_opportunities", nil,
      "Those that attain or miss it."),
    MetricFamily(
      "standards", "undecided", "criterion_undecided_opportunities", nil,
      "Those that what is missing could turn."),
    MetricFamily(
      "standards", "needed", "criterion_needed_opportunities", nil, "How many have to attain it."),
    criterionStatus, requirementStatus,
  ]
}
