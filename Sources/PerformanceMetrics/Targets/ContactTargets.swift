public import Basics

/// How first contact resolution is found, and what it has to reach.
public struct ResolutionTargets: Hashable, Sendable {
  /// How it is found.
  public enum Method: String, CaseIterable, Hashable, Sendable {
    case `repeat`, flag, survey
  }

  /// Which further contact counts as a repeat.
  public enum Match: String, CaseIterable, Hashable, Sendable {
    case any, reason
  }

  /// How it is found; `nil` for the first method that there is data for.
  public var method: Method?
  /// Which further contact counts as a repeat.
  public var match: Match
  /// How long an issue is watched.
  public var windowDays: Int
  /// A customer with more contacts in one window is a shared number.
  public var maximumContacts: Int
  /// The percentage from a day on.
  public var objectives: [DatedObjective]

  /// Creates targets.
  public init(
    method: Method? = nil, match: Match = .any, windowDays: Int = 7, maximumContacts: Int = 20,
    objectives: [DatedObjective] = []
  ) {
    self.method = method
    self.match = match
    self.windowDays = windowDays
    self.maximumContacts = maximumContacts
    self.objectives = objectives
  }
}

/// How many contacts a month may or must have.
public struct VolumeTargets: Hashable, Sendable {
  /// A bound of the contacts of a month, from a day on.
  public struct Bound: Dated, Hashable, Sendable {
    /// The first day it is in force; `nil` from the beginning.
    public let from: CivilDate?
    /// Whether the contacts have to stay at or under it.
    public let isUpper: Bool
    /// The number of contacts.
    public let contacts: Int

    /// Creates a bound.
    public init(from: CivilDate? = nil, isUpper: Bool, contacts: Int) {
      self.from = from
      self.isUpper = isUpper
      self.contacts = contacts
    }
  }

  /// The bounds in the order of the configuration.
  public var objectives: [Bound]

  /// Creates targets.
  public init(objectives: [Bound]) {
    self.objectives = objectives
  }
}

/// How long a contact may take.
public struct HandleTimeTargets: Hashable, Sendable {
  /// The average handle time in seconds from a day on.
  public var objectives: [DatedObjective]

  /// Creates targets.
  public init(objectives: [DatedObjective]) {
    self.objectives = objectives
  }
}
