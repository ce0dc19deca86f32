public import ContactRecords

/// What data can say of one level of a standard that people rate.
///
/// Data never set such a rating (own rule): they speak to it. This is what is asked of
/// them, as data; whoever has the figures answers by switching over the test.
public struct DataCheck: Hashable, Sendable {
  /// What is asked of the figures of the last complete months.
  public enum Test: Hashable, Sendable {
    /// The configuration names objectives of its own.
    case objectivesConfigured
    /// Every measure with data has a dated, numeric objective in each of the months.
    case objectivesInForce(months: Int)
    /// Results stand against the objectives in each of the months.
    case resultsAgainstObjectives(months: Int)
    /// Services tell channels or queues apart, and each has its objective.
    case servicesWithObjectives
    /// Each of the months holds accepted records, and each metric names its formula.
    case recordsInEveryMonth(months: Int)
    /// Service level and quality each have a trend against their objective.
    case trendsAgainstObjectives
    /// Coverage is high enough, nothing was rejected, and no day breaks the identity of counts.
    case soundRecords(coveragePercent: Int)
    /// Costs by category and transaction values exist in each of the months.
    case costsAndValues(months: Int)
    /// There are survey answers in the window.
    case surveyAnswers
    /// Each of the months has a satisfaction value and an objective.
    case satisfactionAgainstObjective(months: Int)
    /// Every channel has survey answers in the window.
    case everyChannelSurveyed
    /// Satisfaction and quality by agent can be correlated, for so many agents with answers.
    case agentCorrelation(agents: Int, answers: Int)
    /// Every channel has evaluations in the window.
    case everyChannelEvaluated
    /// Each of the months has enough evaluations of every site.
    case evaluationsReachSample(months: Int)
    /// Some contacts have both an evaluation and a survey answer, and monthly scores a trend.
    case evaluationsMeetSurveys
    /// Deviation, margin and trends of quality exist for the months.
    case qualityStatistics(months: Int)
    /// Volumes are recorded in each of the months.
    case volumeTracked(VolumeDetail, months: Int)
    /// First contact resolution, with its method, in each of the months.
    case resolutionInEveryMonth(months: Int)
    /// The transfer rate in each of the months, and its trend.
    case transfersInEveryMonth(months: Int)
    /// Every channel's confidence interval is narrow enough, and there is an objective.
    case everyChannelPrecise(withinPoints: Int, confidencePercent: Int)
    /// Results of surveys exist by site and by agent.
    case satisfactionBySiteAndAgent
    /// Monthly satisfaction can be correlated with cost per contact or transaction value.
    case businessCorrelation(months: Int)
  }

  /// How finely volumes are recorded.
  public enum VolumeDetail: Hashable, Sendable {
    /// By day, for the queues that make up so many percent of the volume.
    case daily(ofPercent: Int)
    /// By interval, for the queues that make up so many percent of the volume.
    case interval(ofPercent: Int)
    /// By interval, for every queue.
    case intervalOfEveryQueue
  }

  /// What a check needs at least one of.
  public enum Source: Hashable, Sendable {
    /// The configuration.
    case configuration
    /// Records of any of these kinds.
    case records([RecordKind])
    /// Records of any kind.
    case anyRecords
  }

  /// How a check comes out.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// The files prove what is asked.
    case supported
    /// The figure can be computed; whether the center does it is not shown.
    case dataSuffice
    /// The files disprove it, while a rating claims it.
    case contradicted
    /// The files neither prove nor disprove it.
    case notVisible
    /// No file of a needed kind was given.
    case notExamined
  }

  /// The identifier: 7.01.2, the second level of the standard 7.01.
  public let id: String
  /// What it needs: one of each.
  public let sources: [Source]
  /// What is asked.
  public let test: Test
  /// What it comes to when it holds: supported, or that data suffice.
  public var favorable = Verdict.supported
  /// What it comes to when it does not hold: not visible, or contradicted.
  public var otherwise = Verdict.notVisible
  /// The half of the level that it speaks to; `nil` for all of it.
  public var half: String? = nil
  /// What has to hold, in words.
  public let sentence: String
  /// What of the level no file shows; `nil` where nothing stays hidden.
  public var invisible: String? = nil

  /// The level that it speaks to.
  public var level: Int { Int(id.suffix(1)) ?? 0 }
  /// The standard that it speaks to.
  public var standard: String { String(id.dropLast(2)) }
}
