import Basics
public import ContactRecords

/// Which channels, agents and contacts evaluations and customers' answers are about.
///
/// Figures of section 8 need sums by site and day. What speaks to other standards needs to know
/// more of each evaluation and answer: its channel, who was evaluated, which contact it is
/// about. That is kept where a self-assessment asks for it: some hundred bytes for each
/// of them, and forty for each contact that names its agent.
public struct RecordLinks: Sendable {
  /// An evaluation.
  struct Evaluation: Sendable {
    let day: CivilDate
    let channel: String
    /// A digest of the agent; 0 where none is given.
    let agent: UInt64
    /// A digest of the contact, likewise.
    let contact: UInt64
    let points: FixedPoint
    let maximum: FixedPoint
  }

  /// What a customer answered.
  struct Answer: Sendable {
    let day: CivilDate
    let site: String
    let channel: String
    /// A digest of the contact; 0 where none is given.
    let contact: UInt64
    let measure: SurveyRecord.Measure
    /// `nil` for an invitation without an answer.
    let score: FixedPoint?
    let scale: SurveyScale
  }

  /// Who took a contact, and when.
  private struct Handling: Sendable {
    let moment: Int
    let agent: UInt64
  }

  private var placedEvaluations: [Int: Evaluation] = [:]
  private var placedAnswers: [Int: Answer] = [:]
  private var handlings: [UInt64: Handling] = [:]
  /// Days with interval records that count transfers.
  private(set) var transferDays: Set<CivilDate> = []
  /// Months that records of whole months count transfers of.
  private(set) var transferMonths: Set<CivilMonth> = []

  /// Creates links of nothing.
  public init() {}

  /// The evaluations that count.
  var evaluations: some Sequence<Evaluation> { placedEvaluations.values }

  /// The answers that count, and the invitations.
  var answers: some Sequence<Answer> { placedAnswers.values }

  /// Who took a contact, of several the last one; 0 where nobody is named.
  func agent(of contact: UInt64) -> UInt64 { handlings[contact]?.agent ?? 0 }
}

// MARK: - Taking records

extension RecordLinks {
  mutating func take(
    _ record: EvaluationRecord, on day: CivilDate, at place: Int, _ outcome: RowOutcome,
    _ policy: ConflictPolicy
  ) {
    let evaluation = Evaluation(
      day: day, channel: record.channel, agent: ContactBatch.digest(of: record.agent ?? ""),
      contact: ContactBatch.digest(of: record.contactID ?? ""), points: record.points,
      maximum: record.maximum)
    RecordLinks.keep(evaluation, in: &placedEvaluations, at: place, outcome, policy)
  }

  mutating func take(
    _ record: SurveyRecord, on day: CivilDate, at place: Int, _ outcome: RowOutcome,
    _ policy: ConflictPolicy
  ) {
    let answer = Answer(
      day: day, site: record.site, channel: record.channel,
      contact: ContactBatch.digest(of: record.contactID ?? ""), measure: record.measure,
      score: record.score,
      scale: SurveyScale(
        low: Int16(record.scale.lowerBound), high: Int16(record.scale.upperBound)))
    RecordLinks.keep(answer, in: &placedAnswers, at: place, outcome, policy)
  }

  /// Keeps a row as its tally does.
  private static func keep<Row>(
    _ row: Row, in rows: inout [Int: Row], at place: Int, _ outcome: RowOutcome,
    _ policy: ConflictPolicy
  ) {
    switch outcome {
    case .repeated: return
    case .conflict(let standing):
      switch policy {
      case .error, .first: return
      case .last: rows[standing] = nil
      case .sum: break
      }
    case .accepted: break
    }
    rows[place] = row
  }

  /// Takes contacts that count: of several agents the last one is the contact's.
  mutating func take(_ batch: borrowing ContactBatch) {
    for row in 0..<batch.count {
      let (contact, agent) = (batch.contacts[row], batch.agents[row])
      guard contact != 0, agent != 0 else { continue }
      let moment = Int(batch.days[row]) * 86_400 + Int(batch.seconds[row])
      if let known = handlings[contact], (known.moment, known.agent) > (moment, agent) { continue }
      handlings[contact] = Handling(moment: moment, agent: agent)
    }
  }

  mutating func takeTransfers(of batch: borrowing IntervalBatch) {
    for row in 0..<batch.count where batch.value(.transferred, row) != IntervalBatch.absent {
      let day = CivilDate(daysSinceEpoch: batch.days[row])
      if Int(batch.lengths[row]) == IntervalLength.month {
        transferMonths.insert(day.month)
      } else {
        transferDays.insert(day)
      }
    }
  }
}

// MARK: - In a center

extension CenterTally {
  /// Begins to keep links of all inputs that are still to come.
  ///
  /// - Parameter links: What is known so far.
  public mutating func begin(_ links: RecordLinks) { self.links = links }

  /// Notes the days of interval records that count transfers, where links are kept.
  ///
  /// - Parameter batch: The interval records.
  public mutating func noteTransfers(of batch: borrowing IntervalBatch) {
    links?.takeTransfers(of: batch)
  }
}
