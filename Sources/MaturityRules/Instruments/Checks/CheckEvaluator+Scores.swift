import Basics
import ContactRecords
import PerformanceMetrics

// MARK: - Surveys

extension CheckEvaluator {
  var surveyAnswers: Outcome {
    if figures.answers.count > 0 { return .holds("\(figures.answers.count) answers") }
    if let elsewhere = elsewhere(figures.answers, "answer") { return .invisible(elsewhere) }
    let text = "the files hold no answer"
    return rejected(.surveys).map { .invisible("\(text); \($0)") } ?? .fails(text)
  }

  /// Says that there are records of other months alone; `nil` where that is not so.
  private func elsewhere(_ counts: SupportingFigures.ChannelCounts, _ noun: String) -> String? {
    guard counts.count == 0, let days = counts.days else { return nil }
    let isOneDay = days.lowerBound == days.upperBound
    let span = isOneDay ? "on \(days.lowerBound)" : "\(days.lowerBound) to \(days.upperBound)"
    return "no \(noun) in these months, some \(span)"
  }

  /// Says how many rows of a kind could not be read, any of which may be what is missed; `nil`
  /// where all could.
  private func rejected(_ kind: RecordKind) -> String? {
    background.rejected[kind].flatMap {
      $0 > 0 ? "\($0) \($0 == 1 ? "row was" : "rows were") rejected" : nil
    }
  }

  var satisfactionAgainstObjective: Outcome {
    let scopes = center.satisfaction.scopes
    guard !scopes.isEmpty else { return .fails("no answer to the question that is measured") }
    let open = scopes.filter { scope in
      figures.months.all.contains { scope[$0]?.value == nil || scope[$0]?.objective == nil }
    }.map(\.name)
    return open.isEmpty
      ? .holds("a value and an objective in all \(figures.monthCount) months")
      : .fails("months without a value or an objective: \(CheckWords.list(open))")
  }

  /// Whether every channel with contacts has records of another kind.
  func everyChannel(_ kind: RecordKind) -> Outcome {
    let (counts, noun) = channelCounts(kind)
    if let hidden = hiddenChannels(counts, noun) { return .invisible(hidden) }
    let without = figures.channels.filter { counts[$0] == 0 }
    guard without.isEmpty else {
      return missed(["channels without \(noun): \(CheckWords.list(without))"], kind)
    }
    return throughout("\(noun) in every channel: \(CheckWords.list(figures.channels))")
  }

  /// The records of a kind by channel, and what they are called.
  private func channelCounts(
    _ kind: RecordKind
  ) -> (counts: SupportingFigures.ChannelCounts, noun: String) {
    kind == .surveys ? (figures.answers, "survey answers") : (figures.evaluations, "evaluations")
  }

  /// Why channels cannot be compared; `nil` where they can.
  private func hiddenChannels(
    _ counts: SupportingFigures.ChannelCounts, _ noun: String
  ) -> String? {
    if figures.channels.isEmpty { return "contacts name no channel" }
    if let elsewhere = elsewhere(counts, noun) { return elsewhere }
    return counts.count > 0 && !counts.nameChannels ? "\(noun) name no channel" : nil
  }

  /// What holds of every channel that is named, and of all where every contact names its own.
  private func throughout(_ text: String) -> Outcome {
    let unnamed = figures.offeredWithoutChannel
    return unnamed == 0
      ? .holds(text)
      : .invisible("\(text); \(unnamed) \(unnamed == 1 ? "contact names" : "contacts name") none")
  }

  /// What channels lack, unless records whose channel is not known may be of these.
  private func missed(_ lacking: [String], _ kind: RecordKind) -> Outcome {
    let (counts, noun) = channelCounts(kind)
    var doubts: [String] = []
    if counts.unnamed > 0 { doubts.append("\(counts.unnamed) \(noun) name none") }
    let others = counts.channels(notAmong: figures.channels)
    if !others.isEmpty {
      doubts.append("\(noun) are of channels that no contact names: \(CheckWords.list(others))")
    }
    if let rejected = rejected(kind) { doubts.append(rejected) }
    let more = lacking.count > 3 ? ["…"] : []
    let text = (lacking.prefix(3) + more + doubts).joined(separator: "; ")
    return doubts.isEmpty ? .fails(text) : .invisible(text)
  }

  func everyChannelPrecise(withinPoints points: Int) -> Outcome {
    let targets = center.satisfaction.targets
    guard !targets.objectives.isEmpty else { return .invisible("no objective to compare with") }
    if let hidden = hiddenChannels(figures.answers, "survey answers") { return .invisible(hidden) }
    let least = targets.minimumSample
    var (wide, open): ([String], [String]) = ([], [])
    for channel in figures.channels {
      let found = figures.satisfactionByChannel[channel.lowercased()]
      let count = found?.count ?? 0
      if count == 0, figures.answers[channel] > 0 {
        open.append("\(channel) has no answer to the question that is measured")
      } else if count < least {
        wide.append("\(channel) has \(CheckWords.answers(count)), needs \(least)")
      } else if let margin = found?.margin {
        guard margin > Fraction(Int128(points), 1) else { continue }
        wide.append(
          "\(channel) has \(CheckWords.answers(count)), ±"
            + margin.decimalText(places: 1, .up) + " points, needs ±\(points)")
      } else {
        let scales = found?.scales ?? 0
        open.append(
          "\(channel) has answers \(scales > 1 ? "on several scales" : "without a margin")")
      }
    }
    if !wide.isEmpty { return missed(wide, .surveys) }
    if !open.isEmpty { return .invisible(CheckWords.list(open)) }
    return throughout("within ±\(points) points: \(CheckWords.list(figures.channels))")
  }

  var satisfactionBySiteAndAgent: Outcome {
    guard !figures.surveyedSites.isEmpty else { return .fails("no answer names a site") }
    guard figures.surveyedAgents > 0 else {
      return .fails("no answer is about a contact whose agent is known")
    }
    return .holds(
      "by site (\(figures.surveyedSites.count)) and by agent (\(figures.surveyedAgents))")
  }

  func businessCorrelation(months: Int) -> Outcome {
    let wanted = ["costPerContact", "transactionValue"]
    let found = center.associations.filter {
      wanted.contains($0.second) && $0.correlation.count >= months
    }
    guard let first = found.first else {
      return .fails("no \(months) months of satisfaction beside cost or value")
    }
    let figure = first.second == wanted[0] ? "cost per contact" : "transaction value"
    return .holds(
      "Spearman's ρ \(first.correlation.rhoText()) with \(figure), n \(first.correlation.count)")
  }
}

// MARK: - Evaluations

extension CheckEvaluator {
  func agentCorrelation(agents: Int, answers: Int) -> Outcome {
    guard figures.comparedAgents >= agents else {
      return .fails(
        "\(figures.comparedAgents) agents with evaluations and \(answers) answers, needs \(agents)")
    }
    guard let correlation = figures.agentCorrelation else {
      return .fails("satisfaction or quality is the same for all agents")
    }
    return .holds(
      "Spearman's ρ \(correlation.rhoText()) over \(correlation.count) agents")
  }

  var evaluationsReachSample: Outcome {
    let least = center.quality.targets.minimumSample
    let thin = center.quality.scopes.flatMap { scope in
      figures.months.all.filter { (scope[$0]?.count ?? 0) < least }.map { "\(scope.name) \($0)" }
    }
    guard !center.quality.scopes.isEmpty else { return .fails("no evaluation") }
    let unseen = center.quality.unseenSites
    guard unseen.isEmpty else { return .fails("sites without any: \(CheckWords.list(unseen))") }
    guard thin.isEmpty else {
      return .fails("fewer than \(least) evaluations: \(CheckWords.list(thin))")
    }
    let intervals = center.quality.scopes.flatMap { scope in
      figures.months.all.compactMap { scope[$0]?.interval }
    }
    let widest = intervals.max { $0.margin < $1.margin }
    return .holds(
      "at least \(least) evaluations in every month"
        + (widest.map { ", the widest margin \($0.marginText(places: 2)) points" } ?? ""))
  }

  var evaluationsMeetSurveys: Outcome {
    guard figures.evaluatedAndAnswered > 0 else {
      return .fails("no contact has both an evaluation and an answer")
    }
    guard center.quality.scopes.contains(where: { $0.trend != nil }) else {
      return .fails("too few months for a trend of scores")
    }
    return .holds("\(figures.evaluatedAndAnswered) contacts with both, and a trend of scores")
  }

  var qualityStatistics: Outcome {
    let isWhole = center.quality.scopes.contains { scope in
      scope.trend != nil
        && figures.months.all.allSatisfy {
          scope[$0]?.standardDeviation != nil && scope[$0]?.interval != nil
        }
    }
    return isWhole
      ? .holds("deviation, margin and trend over \(figures.monthCount) months")
      : .fails("months with too few evaluations for a deviation and a margin")
  }
}

// MARK: - Workload and resolution

extension CheckEvaluator {
  func volumeTracked(_ detail: DataCheck.VolumeDetail) -> Outcome {
    let percent =
      switch detail {
      case .daily(let percent), .interval(let percent): percent
      case .intervalOfEveryQueue: 100
      }
    let queues = leading(percent)
    guard !queues.isEmpty else { return .invisible("no contacts in these months") }
    let open = queues.filter { queue in
      let months =
        if case .daily = detail { queue.daily } else { queue.byInterval }
      return !figures.months.missing(from: months).isEmpty
    }.map { queue in
      [queue.key.site, queue.key.queue, queue.key.channel].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let grain = if case .daily = detail { "day" } else { "interval" }
    return open.isEmpty
      ? .holds("\(queues.count) of \(figures.queues.count) queues by \(grain), in every month")
      : .fails("not by \(grain) in every month: \(CheckWords.list(open))")
  }

  /// The fewest queues that make up so much of the volume, the largest first.
  private func leading(_ percent: Int) -> [QueueWorkload] {
    let total = figures.queues.sum(of: \.offered)
    var (taken, sum) = ([QueueWorkload](), 0)
    let ranked = figures.queues.sorted {
      $0.offered != $1.offered ? $0.offered > $1.offered : $0.key < $1.key
    }
    for queue in ranked {
      if percent < 100, Int128(sum) * 100 >= Int128(total) * Int128(percent) { break }
      taken.append(queue)
      sum += queue.offered
    }
    return taken
  }

  var resolutionInEveryMonth: Outcome {
    guard let resolution = center.resolution.first else {
      return .fails("no first contact resolution")
    }
    let valued = Set(resolution.months.filter { $0.rate != nil }.map(\.month))
    return inEveryMonth(
      valued, "first contact resolution (method \(resolution.method.rawValue))")
  }
}
