import Basics

/// What contacts come to in first contact resolution, whatever the as-of will be: the small
/// remainder of any number of contacts whose customers are all in it.
///
/// Two things are not known of some of the contacts: with which day the data of all of them
/// begin, before which the history of an issue lies in the dark, and with which they end.
/// So issues are counted by the day they opened on, which decides the first, and by the day that
/// their window ends on, which decides the second.
struct SettledIssues: Hashable, Sendable {
  /// A day and how issues are found.
  struct Place: Hashable, Sendable {
    let method: TracedIssue.Method
    /// The day that they opened on.
    let day: Int32
    /// The first as-of by whose end their windows have passed.
    let end: Int32
  }

  /// What is left out, by why.
  enum LeftOut: String, CaseIterable, Hashable, Sendable {
    case blank
    case shared
    case sharedContacts = "shared_contacts"
    case withoutReason = "without_reason"
  }

  /// Resolved as far as no further contact failed them, and nothing pending or wash-in.
  private(set) var counts: [Place: ResolutionCounts] = [:]
  private(set) var leftOut: [LeftOut: Int] = [:]
  /// The first day with a contact of a known customer.
  var firstKnownDay = Int32.max
  /// The last day with a contact.
  var lastDay = Int32.min
  /// In which ways issues were watched, in words.
  var watches: Set<String> = []
  /// What tells these contacts from others.
  var part = PartDigest()

  /// Whether there is nothing.
  var isEmpty: Bool { lastDay == .min }
}

// MARK: - Adding

extension SettledIssues {
  /// Adds issues of a day.
  mutating func add(
    _ counts: ResolutionCounts, _ method: TracedIssue.Method, day: Int32, end: Int32
  ) {
    self.counts[Place(method: method, day: day, end: end), default: .init()].merge(counts)
  }

  /// Adds what is judged without a window.
  mutating func add(_ issues: Issues) {
    for (day, counts) in issues.flagged.days { add(counts, .flag, day: day, end: day) }
    add(issues.blank, to: .blank)
    add(issues.shared, to: .shared)
    add(issues.sharedContacts, to: .sharedContacts)
    add(issues.withoutReason, to: .withoutReason)
  }

  /// Adds what is left out.
  mutating func add(_ count: Int, to reason: LeftOut) {
    if count > 0 { leftOut[reason, default: 0].addSaturating(count) }
  }

  /// Notes a leg among those that all is made of.
  mutating func note(_ trace: ContactTrace) {
    if !trace.isAnonymous { firstKnownDay = min(firstKnownDay, trace.day) }
    lastDay = max(lastDay, trace.day)
    part.add(trace.digest)
  }

  /// Adds what other contacts come to.
  mutating func merge(_ other: SettledIssues) {
    counts.merge(other.counts) { own, other in
      var sum = own
      sum.merge(other)
      return sum
    }
    for (reason, count) in other.leftOut { add(count, to: reason) }
    firstKnownDay = min(firstKnownDay, other.firstKnownDay)
    lastDay = max(lastDay, other.lastDay)
    watches.formUnion(other.watches)
    part.merge(other.part)
  }
}

// MARK: - As of a day

extension SettledIssues {
  /// Checks that this answers what is asked.
  ///
  /// - Throws: `MetricsError` where issues were watched in another way, or where contacts after
  ///   as-of may have failed them.
  func check(_ watch: IssueWatch) throws(MetricsError) {
    let what = "issues of first contact resolution"
    if let other = watches.sorted().first(where: { $0 != watch.words }) {
      throw MetricsError(reason: .summedOtherwise(what, found: other, asked: watch.words))
    }
    if lastDay > watch.asOf.daysSinceEpoch {
      throw MetricsError(
        reason: .summedBeyond(what, CivilDate(daysSinceEpoch: lastDay), asOf: watch.asOf))
    }
  }

  /// Tells what became of the issues by the end of as-of.
  ///
  /// - Parameter firstDay: The first day with a contact of any known customer.
  func issues(_ watch: IssueWatch, firstDay: Int32) -> Issues {
    var issues = Issues()
    for (place, settled) in counts {
      let counts = SettledIssues.counts(settled, of: place, watch, firstDay: firstDay)
      switch place.method {
      case .anyContact: issues.any.add(counts, onDay: place.day)
      case .sameReason: issues.sameReason.add(counts, onDay: place.day)
      case .flag: issues.flagged.add(counts, onDay: place.day)
      }
    }
    issues.blank = leftOut[.blank] ?? 0
    issues.shared = leftOut[.shared] ?? 0
    issues.sharedContacts = leftOut[.sharedContacts] ?? 0
    issues.withoutReason = leftOut[.withoutReason] ?? 0
    return issues
  }

  /// Tells what became of the issues of one place, likewise.
  static func counts(
    _ settled: ResolutionCounts, of place: Place, _ watch: IssueWatch, firstDay: Int32
  ) -> ResolutionCounts {
    if place.method == .flag { return settled }
    var counts = settled
    if Int(place.day) < Int(firstDay) + watch.windowDays {
      counts = ResolutionCounts()
      counts.washIn = settled.decided
    } else if place.end > watch.asOf.daysSinceEpoch {
      (counts.resolved, counts.pending) = (0, settled.resolved)
    }
    return counts
  }
}

extension IssueWatch {
  /// How issues are watched, in words that stand beside what was found.
  var words: String { "within \(windowDays) days, at most \(maximumContacts) contacts in them" }
}

extension ContactTrace {
  /// A digest of everything that is kept.
  var digest: FieldDigest {
    var digest = FieldDigest()
    for word in words { digest.add(Int(bitPattern: UInt(word))) }
    return digest
  }
}
