public import Basics
import ContactRecords

/// An issue that a contact opened, or the answer that it was flagged with.
public struct TracedIssue: Hashable, Sendable {
  /// How issues are found.
  public enum Method: Hashable, Sendable {
    /// Any further contact of the customer fails them.
    case anyContact
    /// A further contact for the same reason does.
    case sameReason
    /// Contacts say themselves whether they were resolved.
    case flag
  }

  /// The line of the contact, counted through all inputs; from 1.
  public let place: Int
  /// When it started.
  public let day: CivilDate
  /// The second of the day at which it started, on the wall clock.
  public let secondOfDay: Int
  /// What became of it: one of the counts is 1, and that of retries may be; of a sum, what
  /// became of all of them.
  public let counts: ResolutionCounts
}

/// The legs of all contacts with their places, to tell which of them opened an issue.
///
/// A run forgets the places: a leg takes 24 bytes there and 40 here.
struct IssueTrace: Sendable {
  private var legs: [(trace: ContactTrace, place: Int)] = []
  /// Rows that name neither customer nor contact, and say whether they were resolved.
  private var nameless: [TracedIssue] = []
  /// Issues that a roll-up summed, with the places of the sums.
  private var summed: [(issues: SettledIssues, place: Int)] = []

  /// Takes contacts that count, with their places for lines.
  mutating func add(_ batch: borrowing ContactBatch, identifiesCustomers: Bool) {
    for row in 0..<batch.count {
      guard let leg = ResolutionTally.leg(row, of: batch) else { continue }
      switch ResolutionTally.use(of: leg, identifiesCustomers) {
      case .nothing, .blank: break
      case .answerAlone:
        nameless.append(
          TracedIssue(
            place: batch.lines[row], day: CivilDate(daysSinceEpoch: leg.day),
            secondOfDay: Int(leg.second), counts: ResolutionCounts(leg.answer)))
      case .trace: legs.append((ContactTrace(leg), batch.lines[row]))
      }
    }
  }

  /// Takes issues that a roll-up summed.
  mutating func add(_ issues: SettledIssues, at place: Int) { summed.append((issues, place)) }

  /// Finds the issues of a method up to as-of, in the order of their places.
  func found(_ method: TracedIssue.Method, _ watch: IssueWatch) -> [TracedIssue] {
    let first = min(
      legs.lazy.filter { !$0.trace.isAnonymous }.map(\.trace.day).min() ?? .max,
      summed.lazy.map(\.issues.firstKnownDay).min() ?? .max)
    let sorted = legs.sorted { ContactTrace.precedes($0.trace, $1.trace) }
    var judge = IssueJudge(watch, firstDay: first, lists: true)
    judge.judge(ContiguousArray(sorted.map(\.trace)))
    var issues = judge.listed!.filter { $0.method == method }.map { issue in
      TracedIssue(
        place: sorted[issue.leg].place,
        day: CivilDate(daysSinceEpoch: sorted[issue.leg].trace.day),
        secondOfDay: Int(sorted[issue.leg].trace.second), counts: issue.counts)
    }
    if method == .flag { issues += nameless.filter { $0.day <= watch.asOf } }
    for (settled, place) in summed {
      for (found, counts) in settled.counts where found.method == method {
        issues.append(
          TracedIssue(
            place: place, day: CivilDate(daysSinceEpoch: found.day), secondOfDay: 0,
            counts: SettledIssues.counts(counts, of: found, watch, firstDay: first)))
      }
    }
    return issues.sorted { $0.place < $1.place }
  }
}
