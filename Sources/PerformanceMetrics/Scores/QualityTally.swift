public import Basics
public import ContactRecords

/// The tally of quality evaluations.
public struct QualityTally: Sendable {
  private(set) var scores: ScoreTally<Row>

  /// An evaluation as it is kept.
  struct Row: ScoreRow {
    var site: Int32
    let day: Int32
    /// The number of the agent; −1 where none is given.
    var agent: Int32
    /// Millionths; at most 10¹², as the record allows.
    let points: Int64
    let maximum: Int64

    typealias Sums = QualitySums

    func renumbered(site: Int32, agent: (Int32) -> Int32) -> Row {
      var row = self
      row.site = site
      row.agent = self.agent < 0 ? -1 : agent(self.agent)
      return row
    }
  }

  /// Creates a tally without records.
  ///
  /// - Parameters:
  ///   - policy: What happens to different evaluations of one contact.
  ///   - asOf: A given as-of date; what lies after it is accounted for and left aside.
  public init(policy: ConflictPolicy = .error, asOf: CivilDate? = nil) {
    scores = ScoreTally(policy: policy, asOf: asOf)
  }

  /// What became of the rows of each source.
  public var accounts: SourceAccounts { scores.accounts }

  /// Begins the next source; records are added to the last one begun.
  ///
  /// - Parameter base: Physical lines of all inputs before it.
  public mutating func beginSource(base: Int) { scores.beginSource(base: base) }

  /// Takes an evaluation.
  ///
  /// - Parameters:
  ///   - record: What its row says.
  ///   - day: The day on which it counts.
  ///   - line: Its physical line in its source, from 1.
  /// - Complexity: O(1); allocates for a new site, agent, day or contact.
  @discardableResult
  public mutating func add(
    _ record: EvaluationRecord, on day: CivilDate, line: Int
  ) -> RowOutcome {
    let row = Row(
      site: scores.number(ofSite: record.site), day: day.daysSinceEpoch,
      agent: record.agent.map { scores.number(ofAgent: $0) } ?? -1,
      points: Int64(record.points.millionths), maximum: Int64(record.maximum.millionths))
    return scores.take(
      row, line: line, identity: record.contactID.map(QualityTally.identity),
      digest: QualityTally.digest(record))
  }

  /// Takes everything that another tally has taken, whose sources come after this one's.
  ///
  /// - Complexity: O(*n* log *n*) in the rows of the other that name a contact.
  public mutating func merge(_ other: QualityTally) { scores.merge(other.scores) }

  private static func identity(_ contactID: String) -> UInt64 {
    var digest = FieldDigest()
    digest.add(contactID)
    return digest.value
  }

  private static func digest(_ record: EvaluationRecord) -> UInt64 {
    var digest = FieldDigest()
    digest.add(record.evaluatedAt)
    for name in [record.site, record.queue, record.channel] { digest.add(name) }
    digest.add(record.agent)
    digest.add(record.points)
    digest.add(record.maximum)
    digest.add(record.hasFailed ? 1 : 0)
    return digest.value
  }
}

// MARK: - Sums

/// What evaluations add up to.
struct QualitySums: ScoreSums {
  /// Points given and possible, in millionths: at most 10¹² a row, so that 10²⁶ rows fit.
  struct Points: Hashable, Sendable {
    var given: Int128 = 0
    var possible: Int128 = 0

    mutating func add(_ other: Points) {
      given += other.given
      possible += other.possible
    }
  }

  /// How many there are.
  private(set) var count = 0
  /// All points.
  private(set) var points = Points()
  /// Each evaluation's own percentage, to the sixth decimal.
  private(set) var percentages = SampleSums()
  /// What each agent got.
  private(set) var agents: [Int32: Points] = [:]
  /// The evaluations without an agent, each a cluster of its own.
  private(set) var lone = ClusterSums()

  /// Creates the sums of nothing.
  init() {}

  mutating func add(_ row: QualityTally.Row) {
    let own = Points(given: Int128(row.points), possible: Int128(row.maximum))
    count += 1
    points.add(own)
    // Halves away from zero; the spread of the scores is not judged.
    let percent = (200 * FixedPoint.scale * own.given + own.possible) / (2 * own.possible)
    percentages.add(FixedPoint(millionths: percent))
    if row.agent < 0 {
      lone.add(own)
    } else {
      agents[row.agent, default: Points()].add(own)
    }
  }

  mutating func merge(_ other: QualitySums) {
    count += other.count
    points.add(other.points)
    percentages.merge(other.percentages)
    lone.merge(other.lone)
    for (agent, points) in other.agents { agents[agent, default: Points()].add(points) }
  }

  func renumbered(agent: (Int32) -> Int32) -> QualitySums {
    var sums = self
    sums.agents = Dictionary(
      uniqueKeysWithValues: agents.map { (agent($0.key), $0.value) })
    return sums
  }

  /// The 95 % interval of the score in percent; `nil` for fewer than two clusters.
  var interval: ConfidenceInterval? {
    var clusters = lone
    // In any order: the sums are exact.
    for points in agents.values { clusters.add(points) }
    return MeanInterval.of(clusters)?.scaled(by: 100)
  }
}

extension ClusterSums {
  fileprivate mutating func add(_ points: QualitySums.Points) {
    add(
      points: FixedPoint(millionths: points.given), outOf: FixedPoint(millionths: points.possible))
  }
}
