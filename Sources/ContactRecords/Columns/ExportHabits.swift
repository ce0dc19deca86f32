/// How a product writes the values of its exports, beyond units, formats and words.
///
/// None of it is guessed from a file: a profile states it of a product.
public struct ExportHabits: Hashable, Sendable {
  /// Canonical durations that are 0 where a field holds nothing at all.
  ///
  /// A word for an absent value, such as N/A, stays absent.
  public var blankIsZero: Set<String> = []
  /// Canonical times whose last column is a time of day as a whole number: 800 for 08:00.
  public var wholeClocks: Set<String> = []
  /// Whether stamps without an offset are in universal time.
  public var isUniversalTime = false
  /// Whether times may be seconds since 1970 rather than ISO 8601.
  public var isEpochToo = false
  /// Canonical texts that may list several, of which the first counts, with the byte between them.
  public var lists: [String: UInt8] = [:]
  /// Whether counts may have their thousands set apart: 1,234.
  public var groupsThousands = false
  /// Whether the export has no figure that a service level could be made of.
  ///
  /// Its rows then give all other figures, and their intervals are undecided.
  public var isWithoutServiceLevel = false
  /// Whether a contact with a wait and without an outcome was answered, as a column of
  /// outcomes tells it that names nothing but failures.
  public var answersWithoutOutcome = false
  /// The export's own columns with the end of an interval, which tells its length: those of
  /// the first entry that are all there, joined by a blank.
  public var ends: [[String]] = []
  /// Whether contacts, customers and reasons stand in it as their digests, which a roll-up writes.
  public var identifiesByDigests = false
  /// Marks on rows whose figures are not what they seem.
  public var flags: [RowFlag] = []

  /// Creates the habits of an export, by default none.
  public init(
    blankIsZero: Set<String> = [], wholeClocks: Set<String> = [], isUniversalTime: Bool = false,
    isEpochToo: Bool = false, lists: [String: UInt8] = [:], groupsThousands: Bool = false,
    isWithoutServiceLevel: Bool = false, answersWithoutOutcome: Bool = false,
    ends: [[String]] = [], flags: [RowFlag] = [], identifiesByDigests: Bool = false
  ) {
    self.blankIsZero = blankIsZero
    self.wholeClocks = wholeClocks
    self.isUniversalTime = isUniversalTime
    self.isEpochToo = isEpochToo
    self.lists = lists
    self.groupsThousands = groupsThousands
    self.isWithoutServiceLevel = isWithoutServiceLevel
    self.answersWithoutOutcome = answersWithoutOutcome
    self.ends = ends
    self.flags = flags
    self.identifiesByDigests = identifiesByDigests
  }

  /// Gives these habits and others together.
  func joined(by other: ExportHabits) -> ExportHabits {
    ExportHabits(
      blankIsZero: blankIsZero.union(other.blankIsZero),
      wholeClocks: wholeClocks.union(other.wholeClocks),
      isUniversalTime: isUniversalTime || other.isUniversalTime,
      isEpochToo: isEpochToo || other.isEpochToo, lists: lists.merging(other.lists) { $1 },
      groupsThousands: groupsThousands || other.groupsThousands,
      isWithoutServiceLevel: isWithoutServiceLevel || other.isWithoutServiceLevel,
      answersWithoutOutcome: answersWithoutOutcome || other.answersWithoutOutcome,
      ends: other.ends + ends, flags: other.flags + flags,
      identifiesByDigests: identifiesByDigests || other.identifiesByDigests)
  }
}
