public import Basics
import ContactRecords

/// Figures that speak to standards which people rate, over the last complete months.
///
/// They set no rating. Each of them is what a check asks for: whether every channel is
/// surveyed and evaluated, how precisely, whether scores can be joined agent by agent.
public struct SupportingFigures: Sendable {
  /// What customers of a channel answered.
  public struct ChannelAnswers: Sendable {
    /// Answers to the question that satisfaction is measured by.
    public let count: Int
    /// The scales that these answers are on.
    public let scales: Int
    /// Half of the 95 % interval, in percentage points of what is possible; `nil` where answers
    /// are too few or on several scales.
    public let margin: Fraction?
  }

  /// What all customers together answered to a question, month by month.
  public struct Question: Sendable {
    /// How answers become one figure.
    public let measure: SatisfactionTargets.Measure
    /// The figure of the organization.
    public let organization: ScoreScope

    /// Every question with answers: by the measure that is configured, or by the usual one where
    /// that is about another question.
    fileprivate static func all(
      _ surveys: SurveyTally, _ metrics: CenterMetrics, _ options: MetricsOptions
    ) throws(MetricsError) -> [Question] {
      var questions: [Question] = []
      for usual in [SatisfactionTargets.Measure.mean, .netPromoter, .effort] {
        let configured = options.satisfaction.measure
        let isConfigured = configured.question == usual.question
        let measure = isConfigured ? configured : usual
        let scope =
          isConfigured
          ? metrics.satisfaction.organization
          : try SatisfactionMetrics(
            surveys, targets: SatisfactionTargets(measure: measure), asOf: metrics.asOf
          ).organization
        if let scope { questions.append(Question(measure: measure, organization: scope)) }
      }
      return questions
    }
  }

  /// How many records of a kind there are, and of which channels.
  public struct ChannelCounts: Sendable {
    /// All of them.
    public private(set) var count = 0
    /// Those that name no channel.
    public private(set) var unnamed = 0
    /// The first and the last day of any, in these months or not; `nil` where there is none.
    public private(set) var days: ClosedRange<CivilDate>?
    private var byChannel: [String: [CivilMonth: Int]] = [:]

    /// Counts records of some months.
    init(
      _ records: some Sequence<(channel: String, day: CivilDate)>,
      in months: ClosedRange<CivilMonth>
    ) {
      for (channel, day) in records {
        days = min(day, days?.lowerBound ?? day)...max(day, days?.upperBound ?? day)
        guard months.contains(day.month) else { continue }
        count += 1
        if channel.isEmpty {
          unnamed += 1
        } else {
          byChannel[channel.lowercased(), default: [:]][day.month, default: 0] += 1
        }
      }
    }

    /// The channels of records that are not among others, in order.
    public func channels(notAmong others: [String]) -> [String] {
      Set(byChannel.keys).subtracting(others.map { $0.lowercased() }).sorted()
    }

    /// How many are of a channel, whatever case it is written in.
    public subscript(channel: String) -> Int {
      byChannel[channel.lowercased()]?.values.reduce(0, +) ?? 0
    }

    /// The fewest and the most of a channel in any of some months.
    public func extent(
      of channel: String, in months: ClosedRange<CivilMonth>
    ) -> ClosedRange<Int> {
      let counts = byChannel[channel.lowercased()] ?? [:]
      let all = (months.lowerBound.index...months.upperBound.index).map {
        counts[CivilMonth(index: $0), default: 0]
      }
      return all.min()!...all.max()!
    }

    /// Whether any names its channel.
    public var nameChannels: Bool { unnamed < count }
  }

  /// The months, oldest first.
  public let months: ClosedRange<CivilMonth>
  /// How many months these are.
  public var monthCount: Int { months.upperBound.index - months.lowerBound.index + 1 }
  /// The channels with contacts offered in these months, in order; empty where no record names one.
  public let channels: [String]
  /// Contacts offered in these months that name no channel.
  public let offeredWithoutChannel: Int
  /// Answers in these months, to whatever question.
  public let answers: ChannelCounts
  /// What was asked, question by question: satisfaction, recommendation, effort.
  public let questions: [Question]
  /// What customers of each channel answered to the question that satisfaction is measured by, by
  /// the channel in lower case.
  public let satisfactionByChannel: [String: ChannelAnswers]
  /// Evaluations in these months.
  public let evaluations: ChannelCounts
  /// Months with evaluations, answers or invitations.
  public let scoreMonths: Set<CivilMonth>
  /// Contacts with both an evaluation and an answer.
  public let evaluatedAndAnswered: Int
  /// Sites with answers; empty where no answer names one.
  public let surveyedSites: [String]
  /// Agents of whom an answer is known, by the contact that it is about.
  public let surveyedAgents: Int
  /// Agents with enough answers who were evaluated, too.
  public let comparedAgents: Int
  /// How their satisfaction and quality go together; `nil` for too few agents.
  public let agentCorrelation: Spearman?
  /// How finely the volume of each queue is recorded.
  public let queues: [QueueWorkload]
  /// The months with counts of transfers.
  public let transferMonths: Set<CivilMonth>

  /// Finds the figures.
  ///
  /// - Parameters:
  ///   - center: The records, with links.
  ///   - metrics: What they come to.
  ///   - options: How they were judged.
  ///   - count: The last complete months that are looked at.
  ///   - fewestAnswers: The answers that an agent needs to be compared with others.
  /// - Throws: `MetricsError` as for the services.
  /// - Complexity: O(*n* log *n*) in the evaluations and answers.
  public init(
    _ center: CenterTally, _ metrics: CenterMetrics, _ options: MetricsOptions,
    ofLast count: Int, fewestAnswers: Int
  ) throws(MetricsError) {
    let last = metrics.asOf.lastCompleteMonth
    let months = (last - (count - 1))...last
    let links = center.links ?? RecordLinks()
    let evaluations = links.evaluations.filter { months.contains($0.day.month) }
    let answers = links.answers.filter { $0.score != nil && months.contains($0.day.month) }
    self.months = months
    queues = try center.workloads(in: months, minutes: options.intervalMinutes)
    channels = Spellings.once(
      queues.lazy.filter { $0.offered > 0 && !$0.key.channel.isEmpty }.map(\.key.channel)
    ).sorted()
    offeredWithoutChannel = queues.reduce(into: 0) { sum, queue in
      if queue.key.channel.isEmpty { sum.addSaturating(queue.offered) }
    }
    transferMonths = QueueWorkload.trackedMonths(links.transferDays)
      .union(links.transferMonths).filter(months.contains)
    self.answers = ChannelCounts(
      links.answers.lazy.filter { $0.score != nil && $0.day <= metrics.asOf }
        .map { ($0.channel, $0.day) }, in: months)
    self.evaluations = ChannelCounts(
      links.evaluations.lazy.filter { $0.day <= metrics.asOf }.map { ($0.channel, $0.day) },
      in: months)
    questions = try Question.all(center.surveys, metrics, options)
    scoreMonths = Set(links.answers.lazy.map(\.day.month)).union(evaluations.map(\.day.month))
      .filter(months.contains)
    let measure = options.satisfaction.measure
    let judged = answers.filter { $0.measure == measure.question }
    let named = Dictionary(grouping: judged.filter { !$0.channel.isEmpty }) {
      $0.channel.lowercased()
    }
    satisfactionByChannel = named.mapValues { rows in
      var question = SurveySums.Question()
      for row in rows { question.add(row.score!, row.scale) }
      return ChannelAnswers(
        count: rows.count, scales: question.scales.count, margin: measure.marginInPoints(question))
    }
    let answered = Set(answers.lazy.map(\.contact).filter { $0 != 0 })
    evaluatedAndAnswered =
      Set(
        evaluations.lazy.map(\.contact).filter { $0 != 0 && answered.contains($0) }
      ).count
    surveyedSites = Spellings.once(answers.lazy.map(\.site).filter { !$0.isEmpty }).sorted()
    let agents = AgentScores(judged, evaluations, links)
    surveyedAgents = agents.surveyed
    (comparedAgents, agentCorrelation) = agents.correlated(
      fewestAnswers: fewestAnswers)
  }
}

// MARK: - By agent

/// Satisfaction and quality of each agent, as exact sums.
private struct AgentScores {
  private struct Sum {
    var total: Int128 = 0
    var weight: Int128 = 0
    var count = 0

    var mean: Fraction? { weight > 0 ? Fraction(total, weight) : nil }
  }

  private var satisfaction: [UInt64: Sum] = [:]
  private var quality: [UInt64: Sum] = [:]

  /// Joins answers with the agents of their contacts, and adds all up.
  init(
    _ answers: [RecordLinks.Answer], _ evaluations: [RecordLinks.Evaluation], _ links: RecordLinks
  ) {
    for answer in answers {
      let agent = links.agent(of: answer.contact)
      guard agent != 0, let score = answer.score else { continue }
      // Scales may differ between answers: each counts by how far it is up its own.
      let room = Int128(answer.scale.high - answer.scale.low) * FixedPoint.scale
      guard room > 0 else { continue }
      let height = score.millionths - Int128(answer.scale.low) * FixedPoint.scale
      satisfaction[agent, default: Sum()].total += height * FixedPoint.scale / room
      satisfaction[agent]!.weight += FixedPoint.scale
      satisfaction[agent]!.count += 1
    }
    for evaluation in evaluations where evaluation.agent != 0 {
      quality[evaluation.agent, default: Sum()].total += evaluation.points.millionths
      quality[evaluation.agent]!.weight += evaluation.maximum.millionths
    }
  }

  /// Agents of whom an answer is known.
  var surveyed: Int { satisfaction.count }

  /// Correlates the two over the agents who have enough of both.
  func correlated(fewestAnswers: Int) -> (agents: Int, Spearman?) {
    let agents = satisfaction.keys.filter {
      satisfaction[$0]!.count >= fewestAnswers && quality[$0]?.mean != nil
    }.sorted()
    let correlation = Spearman(
      agents.map { satisfaction[$0]!.mean! }, agents.map { quality[$0]!.mean! })
    return (agents.count, correlation)
  }
}

// MARK: - Precision

extension SatisfactionTargets.Measure {
  /// Half of the 95 % interval of answers, in percentage points of what is possible; `nil` where
  /// there is none.
  fileprivate func marginInPoints(_ question: SurveySums.Question) -> Fraction? {
    guard let interval = interval(question) else { return nil }
    switch unit {
    case .percent: return Fraction(interval.margin)
    case .points:
      // A mean lies somewhere on its scale, whose length is a hundred percent.
      guard question.scales.count == 1, let scale = question.scales.first else { return nil }
      let room = Double(scale.high - scale.low)
      return room > 0 ? Fraction(interval.margin * 100 / room) : nil
    }
  }
}
