import Basics

/// Judges the contacts of one customer after the other.
///
/// Legs with one identifier are one contact: answered if any leg is, started when its
/// first answered leg did, for the reason that the first of them that gives one does
/// (of several in one second, one of them, the same in any order), and resolved if the
/// last of them that says anything says so (own rules). Rows without an identifier
/// are a contact each. Legs of one contact under two customers are two contacts.
///
/// Of two contacts in the same second the one with the smaller identifier is the
/// first. Which one that is decides nothing: an issue opens once either way, on the
/// same day, and neither fails it, since only a later second does; those for
/// different reasons are apart when reasons are matched. So digests may stand for
/// identifiers, in any order.
struct IssueJudge {
  private let watch: IssueWatch
  /// Seconds in which a further contact fails an issue.
  private let window: Int
  /// The end of as-of: the first second after it.
  private let end: Int
  /// The first day on which an issue's history is known.
  private let settledDay: Int32
  /// What is found.
  private(set) var issues = Issues()
  /// Every issue by itself; `nil` unless they are asked for.
  private(set) var listed: [Listed]?
  /// What any as-of may be asked of: issues by the day that decides them; `nil` unless asked for.
  private(set) var settled: SettledIssues?
  /// The answered contacts of the customer at hand, and its abandoned ones: used again.
  private var visits: ContiguousArray<Visit> = []
  private var abandons: ContiguousArray<Int> = []

  /// An issue: the leg that opened it, and what became of it.
  struct Listed {
    let leg: Int
    let method: TracedIssue.Method
    let counts: ResolutionCounts
  }

  /// One answered contact.
  private struct Visit {
    /// The first of its answered legs.
    var leg: Int
    var instant: Int
    var day: Int32
    var reason: UInt32
  }

  /// Creates a judge.
  ///
  /// - Parameter firstDay: The first day with a contact of a known customer: the
  ///   history of issues that open in the window from it on is not known.
  /// - Parameter lists: Whether every issue is listed by itself.
  init(_ watch: IssueWatch, firstDay: Int32, lists: Bool = false) {
    self.watch = watch
    listed = lists ? [] : nil
    window = max(0, watch.windowDays) * 86_400
    end = watch.instant(watch.asOf.daysSinceEpoch + 1, 0, false)
    settledDay = Int32(clamping: Int(firstDay) + watch.windowDays)
  }

  /// Creates a judge who leaves it open how much of the past and the future is known.
  init(settling watch: IssueWatch) {
    self.init(watch, firstDay: .min)
    settled = SettledIssues()
  }

  /// Judges traces in their order: those of a customer side by side.
  mutating func judge(_ traces: ContiguousArray<ContactTrace>) {
    var start = 0
    while start < traces.count {
      var stop = start + 1
      while stop < traces.count, traces[stop].isOfSameCustomer(as: traces[start]) { stop += 1 }
      visits.removeAll(keepingCapacity: true)
      abandons.removeAll(keepingCapacity: true)
      gather(traces, start..<stop)
      if traces[start].isAnonymous {
        issues.blank += visits.count
      } else {
        judgeCustomer()
      }
      start = stop
    }
  }
}

// MARK: - Contacts of legs

extension IssueJudge {
  /// Makes contacts of the legs of one customer.
  private mutating func gather(_ traces: ContiguousArray<ContactTrace>, _ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let contact = traces[start].contact
      var stop = start + 1
      while contact != 0, stop < range.upperBound, traces[stop].contact == contact { stop += 1 }
      take(traces, start..<stop)
      start = stop
    }
  }

  /// Makes a contact of its legs, which stand in the order of the wall clock.
  private mutating func take(_ traces: ContiguousArray<ContactTrace>, _ legs: Range<Int>) {
    var visit: Visit?
    var abandoned: Int?
    var reason: (instant: Int, value: UInt32)?
    var answer: (instant: Int, value: ContactTrace.Answer)?
    for index in legs {
      let leg = traces[index]
      guard leg.day <= watch.asOf.daysSinceEpoch else { continue }
      let instant = watch.instant(leg.day, leg.second, leg.isSecondPass)
      guard leg.isAnswered else {
        abandoned = min(abandoned ?? .max, instant)
        continue
      }
      if visit == nil || instant < visit!.instant {
        visit = Visit(leg: index, instant: instant, day: leg.day, reason: 0)
      }
      if leg.reason != 0, reason == nil || (instant, leg.reason) < reason! {
        reason = (instant, leg.reason)
      }
      // Of two answers in the same second, the bad one counts.
      let isLater = answer.map { instant > $0.instant } ?? true
      if leg.answer != .absent, isLater || instant == answer!.instant && leg.answer == .no {
        answer = (instant, leg.answer)
      }
    }
    guard var visit else {
      if let abandoned { abandons.append(abandoned) }
      return
    }
    visit.reason = reason?.value ?? 0
    visits.append(visit)
    guard let answer else { return }
    let counts = ResolutionCounts(answer.value)
    issues.flagged.add(counts, onDay: visit.day)
    listed?.append(Listed(leg: visit.leg, method: .flag, counts: counts))
  }
}

// MARK: - Issues of contacts

extension IssueJudge {
  private mutating func judgeCustomer() {
    guard !visits.isEmpty else { return }
    if visits.count > 1 { visits.sort { $0.instant < $1.instant } }
    if abandons.count > 1 { abandons.sort() }
    guard !isShared else {
      issues.shared += 1
      issues.sharedContacts += visits.count
      return
    }
    judge(visits.indices, .anyContact)

    let all = visits.count
    visits.removeAll { $0.reason == 0 }
    issues.withoutReason += all - visits.count
    if visits.count > 1 { visits.sort { ($0.reason, $0.instant) < ($1.reason, $1.instant) } }
    var start = 0
    while start < visits.count {
      var stop = start + 1
      while stop < visits.count, visits[stop].reason == visits[start].reason { stop += 1 }
      judge(start..<stop, .sameReason)
      start = stop
    }
  }

  /// Whether more contacts lie in one window than a customer has.
  private var isShared: Bool {
    let most = max(0, watch.maximumContacts)
    return visits.indices.dropFirst(most).contains {
      visits[$0].instant - visits[$0 - most].instant <= window
    }
  }

  /// Judges contacts of which each can fail any other, in the order of time.
  private mutating func judge(_ range: Range<Int>, _ method: TracedIssue.Method) {
    for index in range {
      let visit = visits[index]
      if index > range.lowerBound, visit.instant - visits[index - 1].instant <= window { continue }
      var counts = ResolutionCounts()
      if visit.day < settledDay {
        counts.washIn = 1
      } else {
        counts.retries = isRetry(visit) ? 1 : 0
        if isFailed(index, in: range) {
          counts.unresolved = 1
        } else if settled != nil || visit.instant + window < end {
          counts.resolved = 1
        } else {
          counts.pending = 1
        }
      }
      if settled != nil {
        settled!.add(counts, method, day: visit.day, end: lastDay(ofWindowFrom: visit))
      } else if method == .anyContact {
        issues.any.add(counts, onDay: visit.day)
      } else {
        issues.sameReason.add(counts, onDay: visit.day)
      }
      listed?.append(Listed(leg: visit.leg, method: method, counts: counts))
    }
  }

  /// The first as-of by whose end the window of a contact has passed.
  private func lastDay(ofWindowFrom visit: Visit) -> Int32 {
    // A clock that is set back or forward in between moves it by a day at most.
    var day = Int32(clamping: Int(visit.day) + watch.windowDays - 2)
    while watch.instant(day + 1, 0, false) <= visit.instant + window { day += 1 }
    return day
  }

  /// Whether the customer had abandoned a contact in the window before another.
  private func isRetry(_ visit: Visit) -> Bool {
    var (low, high) = (0, abandons.count)
    while low < high {
      let middle = (low + high) / 2
      if abandons[middle] < visit.instant { low = middle + 1 } else { high = middle }
    }
    return low > 0 && visit.instant - abandons[low - 1] <= window
  }

  /// Whether a further contact follows an issue in a later second of its window.
  private func isFailed(_ index: Int, in range: Range<Int>) -> Bool {
    var next = index + 1
    while next < range.upperBound, visits[next].instant == visits[index].instant { next += 1 }
    return next < range.upperBound && visits[next].instant - visits[index].instant <= window
  }
}
