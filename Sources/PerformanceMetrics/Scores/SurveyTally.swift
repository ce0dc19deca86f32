public import Basics
public import ContactRecords

/// The tally of customers' answers, and of invitations without one.
public struct SurveyTally: Sendable {
  private(set) var scores: ScoreTally<Row>

  /// An answer as it is kept.
  struct Row: ScoreRow {
    var site: Int32
    let day: Int32
    /// A digest of the contact; 0 where none is named.
    let contact: UInt64
    /// Millionths, as far as scales reach; without meaning where nothing was answered.
    let score: Int64
    let isAnswered: Bool
    let measure: SurveyRecord.Measure
    let scale: SurveyScale
    let isResolved: Bool?

    typealias Sums = SurveySums

    func renumbered(site: Int32, agent: (Int32) -> Int32) -> Row {
      var row = self
      row.site = site
      return row
    }
  }

  /// Creates a tally without records.
  ///
  /// - Parameters:
  ///   - policy: What happens to different answers about one contact to one question.
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

  /// Takes an answer.
  ///
  /// A repeat is one of the same contact and the same measure: one survey may well
  /// ask about satisfaction and about recommending, row by row (own rule).
  ///
  /// - Parameters:
  ///   - record: What its row says.
  ///   - day: The day on which it counts.
  ///   - line: Its physical line in its source, from 1.
  /// - Complexity: O(1); allocates for a new site, day or contact.
  @discardableResult
  public mutating func add(_ record: SurveyRecord, on day: CivilDate, line: Int) -> RowOutcome {
    let row = Row(
      site: scores.number(ofSite: record.site), day: day.daysSinceEpoch,
      contact: record.contactID.map(SurveyTally.digest) ?? 0,
      score: Int64(record.score?.millionths ?? 0), isAnswered: record.score != nil,
      measure: record.measure,
      scale: SurveyScale(low: Int16(record.scale.lowerBound), high: Int16(record.scale.upperBound)),
      isResolved: record.isResolved)
    let identity = record.contactID.map { contact in
      var digest = FieldDigest()
      digest.add(contact)
      digest.add(record.measure.rawValue)
      return digest.value
    }
    return scores.take(
      row, line: line, identity: identity, digest: SurveyTally.digest(record))
  }

  /// Takes everything that another tally has taken, whose sources come after this one's.
  ///
  /// - Complexity: O(*n* log *n*) in the rows of the other that name a contact.
  public mutating func merge(_ other: SurveyTally) { scores.merge(other.scores) }

  private static func digest(_ contactID: String) -> UInt64 {
    var digest = FieldDigest()
    digest.add(contactID)
    // Nought stands for no contact.
    return max(1, digest.value)
  }

  private static func digest(_ record: SurveyRecord) -> UInt64 {
    var digest = FieldDigest()
    digest.add(record.respondedAt)
    for name in [record.site, record.queue, record.channel] { digest.add(name) }
    digest.add(record.score)
    digest.add(record.scale.lowerBound)
    digest.add(record.scale.upperBound)
    digest.add(record.isResolved.map { $0 ? 1 : 0 } ?? -1)
    return digest.value
  }
}

/// The lowest and the highest possible answer.
public struct SurveyScale: Hashable, Comparable, Sendable {
  /// The lowest.
  public let low: Int16
  /// The highest.
  public let high: Int16

  /// Orders scales by their ends.
  public static func < (a: SurveyScale, b: SurveyScale) -> Bool {
    (a.high, a.low) < (b.high, b.low)
  }
}

extension SurveyScale: CustomStringConvertible {
  /// The scale in words: 1 to 5.
  public var description: String { "\(low) to \(high)" }
}

// MARK: - Sums

/// What answers add up to, question by question.
struct SurveySums: ScoreSums {
  /// What the answers to one question add up to.
  struct Question: Sendable {
    /// Rows, with or without an answer.
    var invited = 0
    /// The answers.
    var answers = SampleSums()
    /// Answers at the top of their scale, and those at most one below it.
    var top = 0
    var topTwo = 0
    /// Answers of 9 and 10, and of 6 and less, to a question about recommending.
    var promoters = 0
    var detractors = 0
    /// The scales of the answers.
    var scales: Set<SurveyScale> = []

    /// Adds an answer.
    mutating func add(_ score: FixedPoint, _ scale: SurveyScale) {
      answers.add(score)
      scales.insert(scale)
      let high = Int(scale.high)
      top += score >= FixedPoint(high) ? 1 : 0
      topTwo += score >= FixedPoint(high - 1) ? 1 : 0
      // Source of the two limits: F. F. Reichheld (2003), The one number you need to
      // grow, Harvard Business Review 81.
      promoters += score >= FixedPoint(9) ? 1 : 0
      detractors += score <= FixedPoint(6) ? 1 : 0
    }

    mutating func merge(_ other: Question) {
      invited += other.invited
      answers.merge(other.answers)
      top += other.top
      topTwo += other.topTwo
      promoters += other.promoters
      detractors += other.detractors
      scales.formUnion(other.scales)
    }
  }

  /// The questions, in the order of the measures.
  private var questions = Array(repeating: Question(), count: SurveyRecord.Measure.allCases.count)
  /// What rows without a contact say of the resolution.
  private(set) var resolutions = Resolutions()

  /// How many say that the issue was resolved, of those that say anything.
  struct Resolutions: Hashable, Sendable {
    var resolved = 0
    var given = 0

    mutating func add(_ isResolved: Bool) {
      given += 1
      resolved += isResolved ? 1 : 0
    }

    mutating func merge(_ other: Resolutions) {
      given += other.given
      resolved += other.resolved
    }
  }

  /// Creates the sums of nothing.
  init() {}

  /// Gives what the answers to a question add up to.
  subscript(measure: SurveyRecord.Measure) -> Question {
    questions[SurveyRecord.Measure.allCases.firstIndex(of: measure)!]
  }

  mutating func add(_ row: SurveyTally.Row) {
    if row.contact == 0, let isResolved = row.isResolved { resolutions.add(isResolved) }
    let index = SurveyRecord.Measure.allCases.firstIndex(of: row.measure)!
    questions[index].invited += 1
    guard row.isAnswered else { return }
    questions[index].add(FixedPoint(millionths: Int128(row.score)), row.scale)
  }

  mutating func merge(_ other: SurveySums) {
    resolutions.merge(other.resolutions)
    for index in questions.indices { questions[index].merge(other.questions[index]) }
  }

  func renumbered(agent: (Int32) -> Int32) -> SurveySums { self }
}

// MARK: - Resolution

extension SurveyTally {
  /// Counts by day how many customers say that their issue was resolved, of those
  /// that say anything; for the whole organization.
  ///
  /// A contact counts once, also where several questions were asked about it: the
  /// question that comes first among the measures speaks for it.
  ///
  /// - Returns: Only days on which somebody says anything.
  /// - Complexity: O(*n*) in the days, and in the rows that name a contact.
  public func resolutions(through asOf: CivilDate) -> ResolutionDays {
    var days = ResolutionDays()
    for (place, sums) in scores.days() where place.day <= asOf.daysSinceEpoch {
      guard sums.resolutions.given > 0 else { continue }
      let given = sums.resolutions
      days.add(
        ResolutionCounts(resolved: given.resolved, unresolved: given.given - given.resolved),
        onDay: place.day)
    }
    var contacts: [UInt64: Row] = [:]
    scores.forEachIdentified { row in
      guard row.day <= asOf.daysSinceEpoch, row.isResolved != nil else { return }
      guard let known = contacts[row.contact] else {
        contacts[row.contact] = row
        return
      }
      if SurveyTally.speaksFirst(row, known) { contacts[row.contact] = row }
    }
    for row in contacts.values {
      guard let isResolved = row.isResolved else { continue }
      days.add(
        ResolutionCounts(resolved: isResolved ? 1 : 0, unresolved: isResolved ? 0 : 1),
        onDay: row.day)
    }
    return days
  }

  /// Orders the rows of a contact: by measure, then by day, and a no before a yes.
  private static func speaksFirst(_ a: Row, _ b: Row) -> Bool {
    let measures = SurveyRecord.Measure.allCases
    func key(_ row: Row) -> (Int, Int32, Int) {
      (measures.firstIndex(of: row.measure)!, row.day, row.isResolved == true ? 1 : 0)
    }
    return key(a) < key(b)
  }
}
