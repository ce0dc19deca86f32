import Basics
import ContactRecords

/// What is known of the sums that a roll-up wrote, beside what they add up to.
public struct SumsOfContacts: Sendable {
  /// Two different sums of one part.
  public struct Conflict: Hashable, Sendable {
    /// The place of the row that stood there.
    public let earlier: Int
    /// The place of the row that came.
    public let later: Int
  }

  /// The first different sums of one part.
  public private(set) var conflicts: [Conflict] = []
  /// Rows that are told from others, with what they say and where.
  var seen: [UInt64: (values: UInt64, place: Int)] = [:]
  /// What sums were made with, by its name.
  var madeWith: [String: Set<String>] = [:]
  /// All counts.
  var contacts = 0
  /// All durations.
  var milliseconds = 0

  private static let keptConflicts = 10

  /// Whether they are more than any center has: 2⁵³ contacts, or 2⁵⁸ milliseconds.
  ///
  /// What lies below can be added up, and taken a hundred times, without a wrap.
  public var haveOverflowed: Bool { contacts > 1 << 53 || milliseconds > 1 << 58 }

  mutating func noteConflict(_ place: Int, with other: Int) {
    if conflicts.count < SumsOfContacts.keptConflicts {
      conflicts.append(Conflict(earlier: other, later: place))
    }
  }
}

// MARK: - What they were made with

extension CenterTally {
  /// What sums depend on that a report may ask for otherwise, by its name.
  func madeWith(_ options: MetricsOptions) -> [String: String] {
    var made = ["time zone": options.zone?.name ?? "none"]
    if let asOf = options.asOf { made["as-of"] = asOf.description }
    // Whether a contact without an answer is offered yet.
    let waiting = intervals.services.filter { $0.kind == .responseTime }.map(\.name)
    if distinct.basis == .offered, !waiting.isEmpty {
      made["response times"] = waiting.sorted().joined(separator: ", ")
    }
    return made
  }

  /// Whether there are contacts beside sums of contacts, whose customers may be the same.
  var mixesContactsAndSums: Bool {
    let (isOfContacts, isOfSums) = resolutions.sources
    return isOfContacts && isOfSums
  }

  /// Checks that sums were made as the report asks for them.
  ///
  /// - Throws: `MetricsError` where they are too many, stand beside contacts, or were made
  ///   otherwise.
  func checkSums(_ options: MetricsOptions, asOf: CivilDate) throws(MetricsError) {
    if sums.haveOverflowed { throw MetricsError(reason: .sumsTooLarge) }
    if mixesContactsAndSums { throw MetricsError(reason: .sumsBesideContacts) }
    if sums.madeWith.isEmpty { return }
    let made = madeWith(options)
    for name in Set(sums.madeWith.keys).union(made.keys).sorted() {
      let asked = made[name] ?? "none"
      for found in (sums.madeWith[name] ?? ["none"]).sorted() where found != asked {
        // Contacts up to a day answer what is asked as of that day or a later last one of theirs.
        if name == "as-of", sums.madeWith[name] == nil || found == asOf.description { continue }
        throw MetricsError(
          reason: .summedOtherwise("contacts", found: "\(name) \(found)", asked: "\(name) \(asked)")
        )
      }
    }
  }
}
