import ContactRecords

extension CMOStandards {
  private static let workload = DataCheck.Source.records([.intervals, .contacts])
  private static let surveys = DataCheck.Source.records([.surveys])
  private static let evaluations = DataCheck.Source.records([.evaluations])

  /// The last complete months that checks look at (own rule: as the windows of section 8).
  public static let months = 12
  /// The answers that an agent needs to be compared with others (own rule).
  public static let answersOfAgent = 30

  /// What data can say of standards outside section 8, in the order of the standards.
  public static let checks: [DataCheck] =
    planningChecks + reportingChecks + satisfactionChecks + qualityChecks + workloadChecks
    + surveyChecks

  private static let planningChecks = [
    DataCheck(
      id: "2.02.1", sources: [.configuration], test: .objectivesConfigured,
      sentence: "the configuration names objectives of its own", invisible: "goals kept elsewhere"),
    DataCheck(
      id: "2.02.2", sources: [.configuration], test: .objectivesInForce(months: months),
      sentence: "every measure with data has a dated, numeric objective for all 12 months",
      invisible: "goals that are not metrics"),
    DataCheck(
      id: "2.02.3", sources: [.anyRecords], test: .resultsAgainstObjectives(months: months),
      sentence: "monthly results against those objectives exist for all 12 months",
      invisible: "alignment, and who is told"),
    DataCheck(
      id: "2.04.1", sources: [.configuration, workload], test: .servicesWithObjectives,
      sentence: "services tell channels or queues apart, and each has its objective",
      invisible: "customer segments"),
  ]

  private static let reportingChecks = [
    DataCheck(
      id: "4.06.1", sources: [.anyRecords], test: .recordsInEveryMonth(months: months),
      favorable: .dataSuffice,
      sentence: "all 12 months hold accepted records, and each metric names its formula",
      invisible: "whether people agreed on it"),
    DataCheck(
      id: "4.06.2", sources: [workload, evaluations], test: .trendsAgainstObjectives,
      favorable: .dataSuffice,
      sentence: "service level and quality each have a trend against their objective",
      invisible: "the discussion of it"),
    DataCheck(
      id: "4.06.3", sources: [.anyRecords], test: .soundRecords(coveragePercent: 90),
      half: "validation",
      sentence: "coverage is at least 90 %, nothing was rejected, and counts add up on every day",
      invisible: "real-time reporting"),
    DataCheck(
      id: "5.01.3", sources: [.records([.costs]), .records([.contacts])],
      test: .costsAndValues(months: months),
      sentence: "costs by category, and transaction values, exist for all 12 months",
      invisible: "the budget"),
  ]

  private static let satisfactionChecks = [
    DataCheck(
      id: "5.02.1", sources: [surveys], test: .surveyAnswers, otherwise: .contradicted,
      sentence: "there are survey answers in the window"),
    DataCheck(
      id: "5.02.2", sources: [surveys, .configuration],
      test: .satisfactionAgainstObjective(months: months),
      sentence: "every month has a satisfaction value and an objective"),
    DataCheck(
      id: "5.02.3", sources: [surveys, workload], test: .everyChannelSurveyed,
      otherwise: .contradicted, sentence: "every channel has survey answers in the window",
      invisible: "use in planning, sharing"),
    DataCheck(
      id: "5.02.4", sources: [surveys, evaluations, .records([.contacts])],
      test: .agentCorrelation(agents: 10, answers: answersOfAgent),
      sentence: "satisfaction and quality correlate by agent, for at least 10 agents with 30 "
        + "answers each",
      invisible: "agents' goals, the program"),
  ]

  private static let qualityChecks = [
    DataCheck(
      id: "5.06.1", sources: [evaluations, workload], test: .everyChannelEvaluated,
      otherwise: .contradicted, sentence: "every channel has evaluations in the window",
      invisible: "the form, coaching"),
    DataCheck(
      id: "5.06.2", sources: [evaluations], test: .evaluationsReachSample(months: months),
      sentence: "every month has enough evaluations of every site, with their margin of error",
      invisible: "the reasoning behind the number"),
    DataCheck(
      id: "5.06.3", sources: [evaluations, surveys], test: .evaluationsMeetSurveys,
      sentence: "some contacts have both an evaluation and a survey answer, and monthly scores "
        + "form a trend",
      invisible: "calibration, appraisals"),
    DataCheck(
      id: "5.06.4", sources: [evaluations], test: .qualityStatistics(months: months),
      favorable: .dataSuffice,
      sentence: "deviation, margin and trends of quality can be computed for 12 months",
      invisible: "that stakeholders get it"),
  ]

  private static let workloadChecks = [
    DataCheck(
      id: "5.07.1", sources: [workload],
      test: .volumeTracked(.daily(ofPercent: 80), months: months),
      half: "tracking",
      sentence: "the queues that make up 80 % of the volume have it by day, for all 12 months",
      invisible: "the forecasts"),
    DataCheck(
      id: "5.07.2", sources: [workload],
      test: .volumeTracked(.interval(ofPercent: 80), months: months),
      half: "tracking",
      sentence: "the queues that make up 80 % of the volume have it by interval, for all 12 months",
      invisible: "the forecasts"),
    DataCheck(
      id: "5.07.4", sources: [workload],
      test: .volumeTracked(.intervalOfEveryQueue, months: months),
      half: "tracking", sentence: "every queue has its volume by interval, for all 12 months",
      invisible: "forecast accuracy, shrinkage"),
    DataCheck(
      id: "5.10.3", sources: [.records([.contacts, .surveys])],
      test: .resolutionInEveryMonth(months: months), favorable: .dataSuffice,
      sentence: "first contact resolution, with its method, can be computed for all 12 months",
      invisible: "the routing plan"),
    DataCheck(
      id: "5.10.4", sources: [.records([.intervals])], test: .transfersInEveryMonth(months: months),
      favorable: .dataSuffice,
      sentence: "the transfer rate and its trend can be computed for all 12 months",
      invisible: "use of data in routing"),
  ]

  private static let surveyChecks = [
    DataCheck(
      id: "7.01.1", sources: [surveys], test: .surveyAnswers, otherwise: .contradicted,
      sentence: "there are survey answers in the window"),
    DataCheck(
      id: "7.01.2", sources: [surveys, workload, .configuration],
      test: .everyChannelPrecise(withinPoints: 5, confidencePercent: 95),
      otherwise: .contradicted,
      sentence: "every channel's 95 % interval is at most 5 points wide to either side, and there "
        + "is an objective"),
    DataCheck(
      id: "7.01.3", sources: [surveys, .records([.contacts])], test: .satisfactionBySiteAndAgent,
      sentence: "results by site and by agent exist", invisible: "teams, action plans"),
    DataCheck(
      id: "7.01.4", sources: [surveys, .records([.costs, .contacts])],
      test: .businessCorrelation(months: 10), favorable: .dataSuffice,
      sentence: "monthly satisfaction can be correlated with cost per contact or transaction "
        + "value, over at least 10 months",
      invisible: "the program, its support"),
  ]
}
