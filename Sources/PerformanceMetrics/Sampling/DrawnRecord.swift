public import Basics
public import ContactRecords

/// A record that was drawn: what it is, where it stands and what it says.
public struct DrawnRecord: Hashable, Sendable {
  /// How much time a record of counts is about.
  public enum Length: Int, Hashable, Sendable {
    /// Less than a day, or a whole day that does not say so.
    case interval
    /// A whole day, as its row states.
    case day
    /// A whole month, which ends on the day.
    case month
  }

  /// What a record says.
  public enum Content: Hashable, Sendable {
    /// The counts of an interval record.
    case sums(ContactSums, Length)
    /// What became of a contact, how long it waited, and how long it was handled; `nil` where
    /// the record does not say.
    case contact(
      ContactBatch.Outcome, waitMilliseconds: Int?, handleMilliseconds: Int?)
  }

  /// Its place in the draw: the lowest comes first.
  let rank: UInt64
  /// Its site, queue and channel.
  public let key: RecordKey
  /// The day on which it starts.
  public let day: CivilDate
  /// The second of the day at which it starts, on the wall clock.
  public let secondOfDay: Int
  /// Whether it starts in the second pass of a repeated hour.
  public let isSecondPass: Bool
  /// The lines of its rows, counted through all files in the order given; several only where
  /// rows in conflict were added up.
  public let places: [Int]
  /// What it says.
  public let content: Content

  /// A number that columns have −1 for where it is absent.
  static func known(_ number: Int) -> Int? { number < 0 ? nil : number }
}

extension DrawnRecord: Comparable {
  /// Orders records as they are drawn; what cannot be told apart, by where it stands.
  public static func < (a: DrawnRecord, b: DrawnRecord) -> Bool {
    (a.rank, a.places.first ?? 0) < (b.rank, b.places.first ?? 0)
  }
}
