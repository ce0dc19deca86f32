public import Basics
public import ContactRecords
public import MaturityRules
public import PerformanceMetrics

/// A rule in words, and its arithmetic over records where some were read: a plain value.
///
/// The words are those of the value that the evaluator reads; the arithmetic is
/// that of the report. What a standard shows beside its findings is one function in
/// a file of its own; every other standard is explained from its finding alone.
public struct Explanation: Sendable {
  /// What was asked about.
  public let address: RuleAddress
  /// What the records come to; `nil` where none were read.
  public let arithmetic: Arithmetic?

  /// What the records come to under the rule.
  public struct Arithmetic: Sendable {
    /// The last day that anything is judged on.
    public let asOf: CivilDate
    /// Whether nobody gave an objective, so that 80 % in 20 s stands in.
    public let isAssumed: Bool
    /// Its scopes; empty where the rule was not assessed.
    public let scopes: [Scope]
  }

  /// The arithmetic of one scope.
  public struct Scope: Sendable {
    /// The name of the service or the site, or organization.
    public let name: String
    /// The site of a service.
    public let site: String?
    /// The level of the standard; `nil` for a rule without levels, and where nothing matched.
    public let level: Int?
    /// What its figures are judged by: objectives and formula; empty where findings say it.
    public var basis: [String] = []
    /// The criteria that were asked about, or the rule itself.
    public var criteria: [CriterionArithmetic]
    /// The month or the day that was asked about.
    public var place: PlaceArithmetic?
  }

  /// The arithmetic of one criterion, or of one rule.
  public struct CriterionArithmetic: Sendable {
    /// Its identifier: 8.01.2.
    public let id: String
    /// How it stands.
    public let status: CriterionStatus
    /// What has to hold.
    public let requirement: String
    /// Where it looks; `nil` for an attestation.
    public let window: Window?
    /// What it was counted by: one count, or one for each reading.
    public var counts: [Count]
    /// What is lacking, what may still be missed, or what would decide.
    public var distance: [String]
    /// What the reader has to know besides.
    public let remarks: [String]
    /// Finer counts: the months of days, the days of intervals.
    public var parts: [Count] = []
    /// The opportunities themselves.
    public var opportunities: [Opportunity] = []
    /// The months of a figure other than the service level.
    public var figures: [FigureMonth] = []
    /// Opportunities that a contact or two would have turned; `nil` where nobody looked.
    public var nearMisses: [NearMiss]?
    /// What leaves the window next month, and what the next month has to be.
    public var rollOff: String?
  }

  /// Opportunities that were counted: of a window, a month or a day.
  public struct Count: Sendable {
    /// What they are those of: a month, a day, or the reading of a rule.
    public let label: String
    /// Opportunities that were attained.
    public let met: Int
    /// Opportunities that were attained or missed.
    public let counted: Int
    /// Opportunities that what is missing could turn.
    public let undecided: Int
    /// How many have to be attained; `nil` where the whole window has one number.
    public let needed: Int?
    /// How it stands; `nil` where it is a part that is not judged itself.
    public let status: CriterionStatus?
  }

  /// A month, a day or an interval with its numerator and denominator.
  public struct Opportunity: Sendable {
    /// Which it is: 2026-05, 2026-05-06 or 2026-05-06T09:30.
    public let label: String
    /// How it ended.
    public let state: OpportunityState
    /// What the formula counts, at worst: unknown counts taken as none.
    public let worst: ServiceLevelTerms.Term
    /// The same at best.
    public let best: ServiceLevelTerms.Term
    /// Records of keys that are missing.
    public let holes: Int
    /// Contacts that these may hide.
    public let possibleVolume: Int
    /// The objectives in percent that were in force, in the order of time.
    public let objectives: [FixedPoint]
    /// The records behind it, where it was asked about.
    public var records: [Record] = []
  }

  /// A month of a figure other than the service level, as text in the figure's own unit.
  public struct FigureMonth: Sendable {
    /// Which month.
    public let label: String
    /// What was measured; `nil` where nothing was.
    public let numerator: String?
    /// What it was measured out of.
    public let denominator: String?
    /// The figure, shortened away from a pass where it is judged.
    public let value: String?
    /// The objective; `nil` where none was in force.
    public let objective: String?
    /// How the month stands.
    public let state: OpportunityState
  }

  /// An opportunity that a contact or two would have turned.
  public struct NearMiss: Hashable, Sendable {
    /// Which it is.
    public let label: String
    /// Whether it was met, and would have been missed.
    public let isMet: Bool
    /// How many contacts fewer, or more, had to be answered in time.
    public let contacts: Int

    /// Creates a near miss.
    public init(label: String, isMet: Bool, contacts: Int) {
      self.label = label
      self.isMet = isMet
      self.contacts = contacts
    }
  }

  /// A record and where it stands.
  public struct Record: Sendable {
    /// When it starts.
    public let start: IntervalStart
    /// Its site, queue and channel.
    public let key: RecordKey
    /// What the formula counts, at worst.
    public let term: ServiceLevelTerms.Term
    /// The files and lines of its rows.
    public let positions: [SourcePosition]
  }

  /// A month with its days, or a day with its intervals.
  public struct PlaceArithmetic: Sendable {
    /// The month or the day itself.
    public let whole: Opportunity
    /// Its days or intervals.
    public let parts: [Opportunity]
  }
}

/// A line of a file that was read.
public struct SourcePosition: Hashable, Sendable {
  /// The path as it was given; - for standard input.
  public let path: String
  /// The physical line, from 1.
  public let line: Int

  /// Creates a position.
  public init(path: String, line: Int) {
    self.path = path
    self.line = line
  }
}

/// Where the inputs of a run begin, to turn a place back into a file and a line.
public struct SourcePlaces: Sendable {
  /// The inputs in order: the path and the lines of all inputs before it.
  public let inputs: [(path: String, base: Int)]

  /// Creates the table of a run.
  public init(_ inputs: [(path: String, base: Int)]) {
    self.inputs = inputs
  }

  /// Finds the file and the line of a place, which is counted through all inputs from 1.
  ///
  /// - Complexity: O(*n*) in the number of inputs.
  public func position(of place: Int) -> SourcePosition? {
    inputs.last { $0.base < place }.map { SourcePosition(path: $0.path, line: place - $0.base) }
  }
}

/// Why a month or a day cannot be explained.
public enum ExplanationError: Error, Hashable, Sendable {
  /// The rule is not judged by the days of services.
  case noPlaces(RuleAddress)
  /// It lies outside what is judged.
  case outside(RuleAddress.Place, ClosedRange<CivilDate>)
}

extension ExplanationError: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .noPlaces(let address):
      "\(address.rule.id) is not judged by the days of services; leave out what is behind the slash"
    case .outside(let place, let judged):
      "\(place) lies outside what is judged, \(judged.lowerBound) to \(judged.upperBound)"
    }
  }
}
