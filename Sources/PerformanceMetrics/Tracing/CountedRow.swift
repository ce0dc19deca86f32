public import Basics
public import ContactRecords

/// A row of an input that counts, and where it stands.
///
/// Interval records are no such rows: their tally knows where each of them stands.
public struct CountedRow: Sendable {
  /// The line of the row, counted through all inputs; from 1.
  public let place: Int
  /// What it says.
  public let content: Content

  /// What a row says.
  public enum Content: Sendable {
    /// A leg of a contact.
    case contact(Contact)
    /// Contacts of a transaction type in a month, which a roll-up summed.
    case transactions(CivilMonth, TransactionSums)
    /// An evaluation.
    case evaluation(EvaluationRecord)
    /// An answer, or an invitation without one.
    case survey(SurveyRecord)
    /// A cost.
    case cost(CostRecord)
    /// A cost of quality.
    case qualityCost(CostRecord)
  }

  /// A leg of a contact as it is counted.
  public struct Contact: Sendable {
    /// Its site, queue and channel.
    public let key: RecordKey
    /// The day on which it starts.
    public let day: CivilDate
    /// The second of the day at which it starts, on the wall clock.
    public let secondOfDay: Int
    /// Whether it starts in the second pass of a repeated hour.
    public let isSecondPass: Bool
    /// What it adds to the counts of its interval; nothing while it still can be answered
    /// in time.
    public let sums: ContactSums
    /// Its transaction type.
    public let type: String?
    /// Its transaction value.
    public let value: FixedPoint?
    /// A digest that legs of one contact share; 0 where the row names none.
    public let contact: UInt64
  }
}
