import Basics
public import ContactRecords

/// Everything about contacts that first contact resolution needs, filled from batches.
///
/// Whether a contact opens an issue depends on all others of its customer, so every
/// leg is kept, in 24 bytes, and judged when all are there: the order of rows does
/// not matter, and tallies of pieces merge into that of the whole.
///
/// Kept are the answered legs, and the abandoned ones of known customers, which tell
/// a retry from a first attempt. Flow-outs leave nothing.
public struct ResolutionTally: Sendable {
  private var traces = TraceStore()
  /// Answers of legs that name neither customer nor contact: each is a contact.
  private var nameless = ResolutionDays()
  /// Answered legs without a customer, by day, where nothing else is kept of them.
  private var blankLegs: [Int32: Int] = [:]
  /// Issues of contacts that a roll-up summed, and those of contacts that it told from no others.
  private var (summed, summedNameless) = (SettledIssues(), SettledIssues())

  /// Creates a tally of nothing.
  public init() {}

  /// The number of legs that are kept, at 24 bytes each.
  public var keptLegs: Int { traces.count }
}

// MARK: - Taking contacts

extension ResolutionTally {
  /// Takes every row of a batch.
  ///
  /// - Parameters:
  ///   - batch: The rows that count; repeats have been taken out.
  ///   - identifiesCustomers: Whether the file has a column of customers. Of one that
  ///     has none, only the answers are kept, and each row is a contact without one.
  /// - Complexity: O(*n*) in the rows.
  public mutating func add(_ batch: borrowing ContactBatch, identifiesCustomers: Bool = true) {
    for row in 0..<batch.count { add(row, of: batch, identifiesCustomers) }
  }

  /// Takes one row of a batch, for callers that pick the rows that count.
  public mutating func add(
    _ row: Int, of batch: borrowing ContactBatch, _ identifiesCustomers: Bool = true
  ) {
    if let leg = ResolutionTally.leg(row, of: batch) { add(leg, identifiesCustomers) }
  }

  /// Takes a row for a leg; `nil` for one that was neither answered nor abandoned.
  @inline(__always)
  static func leg(_ row: Int, of batch: borrowing ContactBatch) -> ContactTrace.Leg? {
    let outcome = batch.outcomes[row]
    let isAnswered = outcome == ContactBatch.Outcome.answered.rawValue
    guard isAnswered || outcome == ContactBatch.Outcome.abandoned.rawValue else { return nil }
    let answer: ContactTrace.Answer =
      switch batch.resolved[row] {
      case 0: .no
      case 1: .yes
      default: .absent
      }
    return ContactTrace.Leg(
      day: batch.days[row], second: batch.seconds[row], isSecondPass: batch.folds[row] == 1,
      isAnswered: isAnswered, customer: batch.customers[row], contact: batch.contacts[row],
      reason: batch.reasons[row], answer: isAnswered ? answer : .absent)
  }

  /// What is kept of a leg.
  enum Use {
    /// Nothing.
    case nothing
    /// That there was an answered one.
    case blank
    /// The answer, as that of a contact of its own.
    case answerAlone
    /// The leg.
    case trace
  }

  /// Tells what is kept of a leg.
  @inline(__always)
  static func use(of leg: ContactTrace.Leg, _ identifiesCustomers: Bool) -> Use {
    guard leg.customer == 0 else { return .trace }
    if !leg.isAnswered { return .nothing }
    if leg.contact == 0 { return leg.answer == .absent ? .blank : .answerAlone }
    return identifiesCustomers || leg.answer != .absent ? .trace : .blank
  }

  /// Takes one leg.
  mutating func add(_ leg: ContactTrace.Leg, _ identifiesCustomers: Bool = true) {
    switch ResolutionTally.use(of: leg, identifiesCustomers) {
    case .nothing: break
    case .blank: blankLegs[leg.day, default: 0] += 1
    case .answerAlone:
      blankLegs[leg.day, default: 0] += 1
      nameless.add(ResolutionCounts(leg.answer), onDay: leg.day)
    case .trace: traces.append(ContactTrace(leg))
    }
  }

  /// Adds the contacts of another tally.
  public mutating func merge(_ other: ResolutionTally) {
    traces.merge(other.traces)
    nameless.merge(other.nameless)
    blankLegs.merge(other.blankLegs) { $0 + $1 }
    summed.merge(other.summed)
    summedNameless.merge(other.summedNameless)
  }
}

extension ResolutionCounts {
  /// The counts of one answer, which is there.
  init(_ answer: ContactTrace.Answer) {
    self.init(resolved: answer == .yes ? 1 : 0, unresolved: answer == .yes ? 0 : 1)
  }
}

// MARK: - What became of issues

/// How issues are watched.
struct IssueWatch: Sendable {
  /// Days in which a further contact fails an issue, W.
  var windowDays = 7
  /// A customer with more contacts in one window is a shared number.
  var maximumContacts = 20
  /// The last day; what lies after it is as if not given.
  var asOf: CivilDate
  /// Gives the seconds to a stamp on the wall clock from any fixed moment; by default
  /// every day has 24 hours.
  var instant: @Sendable (_ day: Int32, _ second: Int32, _ isSecondPass: Bool) -> Int = {
    day, second, _ in Int(day) * 86_400 + Int(second)
  }
}

extension IssueWatch {
  /// Watches issues as the configuration says.
  ///
  /// - Parameter zone: The zone of the wall clock; `nil` where every day has 24 hours.
  init(_ targets: ResolutionTargets, zone: CivilZone?, asOf: CivilDate) {
    self.init(
      windowDays: targets.windowDays, maximumContacts: targets.maximumContacts, asOf: asOf)
    guard let zone else { return }
    instant = { zone.instant(day: $0, secondOfDay: $1, isSecond: $2) }
  }
}

/// What all contacts come to.
struct Issues: Hashable, Sendable {
  /// Issues that any further contact of the customer fails.
  var any = ResolutionDays()
  /// Issues that a further contact for the same reason fails.
  var sameReason = ResolutionDays()
  /// Contacts by whether they are flagged as resolved.
  var flagged = ResolutionDays()
  /// Answered contacts of unknown customers.
  var blank = 0
  /// Identifiers of more contacts in one window than a customer has.
  var shared = 0
  /// Answered contacts of these.
  var sharedContacts = 0
  /// Answered contacts of known customers that have no reason.
  var withoutReason = 0

  /// Adds what the contacts of other customers come to.
  mutating func merge(_ other: Issues) {
    any.merge(other.any)
    sameReason.merge(other.sameReason)
    flagged.merge(other.flagged)
    blank += other.blank
    shared += other.shared
    sharedContacts += other.sharedContacts
    withoutReason += other.withoutReason
  }
}

extension ResolutionTally {
  /// Judges all contacts up to a day.
  ///
  /// - Parameter threads: How many threads judge them at most.
  /// - Complexity: O(*n*) in the legs for customers with a few contacts each, and
  ///   room for a part in 256 of them a thread.
  func issues(_ watch: IssueWatch, threads: Int = 1) -> Issues {
    let first = min(
      span.firstKnown, summed.firstKnownDay, summedNameless.firstKnownDay)
    let groups = traces.groups.concurrentMap(threads: threads) { [first] group in
      var judge = IssueJudge(watch, firstDay: first)
      group.forEachSortedPart { judge.judge($0) }
      return judge.issues
    }
    var issues = groups.reduce(into: Issues()) { $0.merge($1) }
    issues.flagged.merge(nameless.through(watch.asOf))
    for (day, count) in blankLegs where day <= watch.asOf.daysSinceEpoch { issues.blank += count }
    for summed in [summed, summedNameless] {
      issues.merge(summed.issues(watch, firstDay: first))
    }
    return issues
  }

  /// The first day with a contact of a known customer, and the last one with any.
  private var span: (firstKnown: Int32, last: Int32) {
    var (first, last) = (Int32.max, Int32.min)
    traces.forEach { trace in
      if !trace.isAnonymous { first = min(first, trace.day) }
      last = max(last, trace.day)
    }
    return (first, last)
  }
}

// MARK: - As sums

extension ResolutionTally {
  /// Takes issues of contacts that a roll-up summed.
  mutating func add(_ issues: SettledIssues) {
    if issues.part.value == nil { summedNameless.merge(issues) } else { summed.merge(issues) }
  }

  /// Whether anything came as contacts, or as sums of them.
  var sources: (contacts: Bool, sums: Bool) {
    (
      traces.count > 0 || !blankLegs.isEmpty || !nameless.isEmpty,
      !summed.isEmpty || !summedNameless.isEmpty
    )
  }

  /// The last day with a contact; that before the first of all days without any.
  var lastLegDay: Int32 {
    max(span.last, blankLegs.keys.max() ?? .min, nameless.days.keys.max() ?? .min)
  }

  /// Checks that what was summed answers what is asked.
  ///
  /// - Throws: `MetricsError` where issues were watched in another way, or up to a later day.
  func check(_ watch: IssueWatch) throws(MetricsError) {
    try summed.check(watch)
    try summedNameless.check(watch)
  }

  /// Judges all contacts up to a day, and leaves open how much is known before and after them.
  ///
  /// - Parameters:
  ///   - watch: How issues are watched; its as-of is the last day of contacts that count.
  ///   - threads: How many threads judge them at most.
  /// - Returns: Those of contacts that can be told from others, and those of contacts that cannot.
  /// - Complexity: As `issues`.
  func settled(_ watch: IssueWatch, threads: Int = 1) -> [SettledIssues] {
    let limit = watch.asOf.daysSinceEpoch
    let groups = traces.groups.concurrentMap(threads: threads) { group in
      var judge = IssueJudge(settling: watch)
      group.forEachSortedPart { judge.judge($0) }
      var settled = judge.settled!
      settled.add(judge.issues)
      return settled
    }
    var settled = groups.reduce(into: SettledIssues()) { $0.merge($1) }
    var alone = Issues()
    alone.flagged = nameless.through(watch.asOf)
    for (day, count) in blankLegs where day <= limit { alone.blank += count }
    var settledAlone = SettledIssues()
    settledAlone.add(alone)
    traces.forEach { trace in
      if trace.day <= limit { settled.note(trace) }
    }
    for day in Array(blankLegs.keys) + nameless.days.keys where day <= limit {
      settledAlone.lastDay = max(settledAlone.lastDay, day)
    }
    settled.merge(summed)
    settledAlone.merge(summedNameless)
    return [settled, settledAlone].filter { !$0.isEmpty }.map {
      var settled = $0
      settled.watches.insert(watch.words)
      return settled
    }
  }
}
