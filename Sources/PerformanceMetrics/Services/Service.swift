public import Basics

/// A set of contacts with one objective.
public struct Service: Hashable, Sendable {
  /// What kind of promise the service makes.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Contacts that have to be answered when they arrive.
    case serviceLevel = "service-level"
    /// Contacts that may be answered later: mail, cases.
    case responseTime = "response-time"
  }

  /// The finest grain that a response time is captured by.
  public enum Grain: String, CaseIterable, Hashable, Sendable {
    case month
    case day
    case interval
  }

  /// How a response time runs while the service is closed.
  public enum Clock: String, CaseIterable, Hashable, Sendable {
    case elapsed
    case business
  }

  /// Whether contacts offered while closed enter the service level.
  public enum ClosedContacts: String, CaseIterable, Hashable, Sendable {
    case exclude
    case include
  }

  /// The name that the report uses.
  public var name: String
  /// What kind of promise the service makes.
  public var kind: Kind
  /// Which records belong to it.
  public var match: ServiceMatch
  /// The formula that judges it.
  public var formula: ServiceLevelFormula
  /// What the formula takes for the contacts offered.
  public var demand: Demand
  /// Whether all sites are one service.
  public var isPooled: Bool
  /// The finest grain of a response time; `nil` where the configuration leaves it open.
  public var finestGrain: Grain?
  /// How a response time runs while closed.
  public var clock: Clock
  /// Whether contacts offered while closed enter the service level.
  public var closedContacts: ClosedContacts
  /// Why the objective serves the business.
  public var rationale: String?
  /// The objectives and when they began.
  public var objectives: ObjectiveSchedule
  /// When the service is open; `nil` where the data have to tell.
  public var hours: OpeningHours?
  /// Days on which no hours begin, whatever the weekday; hours of the evening before
  /// that reach into them stay open.
  public var holidays: Set<CivilDate>

  /// Creates a service, by default every contact under the offered formula.
  public init(
    name: String, kind: Kind = .serviceLevel, match: ServiceMatch = .everything,
    formula: ServiceLevelFormula = .offered, demand: Demand = .offered, isPooled: Bool = false,
    finestGrain: Grain? = nil, clock: Clock = .elapsed, closedContacts: ClosedContacts = .exclude,
    rationale: String? = nil, objectives: [Objective], hours: OpeningHours? = nil,
    holidays: Set<CivilDate> = []
  ) {
    self.name = name
    self.kind = kind
    self.match = match
    self.formula = formula
    self.demand = demand
    self.isPooled = isPooled
    self.finestGrain = finestGrain
    self.clock = clock
    self.closedContacts = closedContacts
    self.rationale = rationale
    self.objectives = ObjectiveSchedule(objectives)
    self.hours = hours
    self.holidays = holidays
  }

  /// The service that stands for everything where none is configured: 80 % in 20 s.
  public static let assumed = Service(
    name: "All contacts", objectives: [Objective(percent: FixedPoint(80), seconds: 20)])
}

extension Service {
  /// Thresholds from here on are captured by day where nothing else is configured.
  static let longThresholdSeconds = 3600

  /// The finest grain that the service is judged by.
  ///
  /// A service level is by interval. A response time is as configured; else by day
  /// where the threshold in force on the given day is an hour or more.
  public func finestGrain(on day: CivilDate) -> Grain {
    guard kind == .responseTime else { return .interval }
    let seconds = objectives.inForce(on: day)?.seconds ?? 0
    return finestGrain ?? (seconds >= Service.longThresholdSeconds ? .day : .interval)
  }
}

/// Which sites, queues and channels belong to a service.
public struct ServiceMatch: Hashable, Sendable {
  /// Patterns for the site; any of them.
  public var site: [NamePattern]
  /// Patterns for the queue; any of them.
  public var queue: [NamePattern]
  /// Patterns for the channel; any of them.
  public var channel: [NamePattern]

  /// Creates a match; a dimension without patterns is open to every name.
  public init(site: [NamePattern] = [], queue: [NamePattern] = [], channel: [NamePattern] = []) {
    self.site = site
    self.queue = queue
    self.channel = channel
  }

  /// The match that takes every record.
  public static let everything = ServiceMatch()

  /// Tells whether a record with these names belongs to the service; absent names are empty.
  public func takes(site: String, queue: String, channel: String) -> Bool {
    func fits(_ patterns: [NamePattern], _ name: String) -> Bool {
      patterns.isEmpty || patterns.contains { $0.matches(name) }
    }
    return fits(self.site, site) && fits(self.queue, queue) && fits(self.channel, channel)
  }
}

/// A name in which a star stands for any run of characters.
public struct NamePattern: Hashable, Sendable {
  /// The pattern as written.
  public let text: String

  /// Creates a pattern from its text.
  public init(_ text: String) {
    self.text = text
  }

  /// Tells whether a name fits the pattern, upper and lower case apart.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths of name and pattern.
  public func matches(_ name: String) -> Bool {
    let (pattern, name) = (Array(text.utf8), Array(name.utf8))
    let star = UInt8(ascii: "*")
    var (p, n) = (0, 0)
    var retry: (pattern: Int, name: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == star {
        retry = (p + 1, n)
        p += 1
      } else if p < pattern.count, pattern[p] == name[n] {
        p += 1
        n += 1
      } else if let last = retry {
        retry = (last.pattern, last.name + 1)
        (p, n) = (last.pattern, last.name + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == star }
  }
}
