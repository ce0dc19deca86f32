/// A few thousand contacts as columns, filled again and again.
///
/// Text is a number before it gets here: a key, a transaction type, or a digest of
/// 64 bits where two different texts may pass as equal once in 10¹⁹ pairs. So a
/// customer's identifier never leaves the decoder.
public struct ContactBatch: Sendable {
  /// What became of a contact that was offered.
  public enum Outcome: UInt8, CaseIterable, Hashable, Sendable {
    /// An agent took it.
    case answered
    /// The customer gave up.
    case abandoned
    /// It left the queue neither answered nor abandoned.
    case flowOut
  }

  /// The number of rows.
  public internal(set) var count = 0
  /// Physical line of each row in its file, from 1.
  public internal(set) var lines: ContiguousArray<Int> = []
  /// Index of each row's key in the key table.
  public internal(set) var keys: ContiguousArray<Int32> = []
  /// Days since 1970-01-01 on which the contacts started.
  public internal(set) var days: ContiguousArray<Int32> = []
  /// Second of the day at which the contacts started, on the wall clock.
  public internal(set) var seconds: ContiguousArray<Int32> = []
  /// 1 where a contact started in the second of two equal hours of its day.
  public internal(set) var folds: ContiguousArray<UInt8> = []
  /// What became of each contact, as raw values of `Outcome`.
  public internal(set) var outcomes: ContiguousArray<UInt8> = []
  /// Milliseconds waited; −1 where the row does not say.
  public internal(set) var waits: ContiguousArray<Int> = []
  /// Milliseconds of handling: all mapped parts; −1 where the row does not say.
  public internal(set) var handles: ContiguousArray<Int> = []
  /// Digests of the contact identifiers; 0 where there is none.
  public internal(set) var contacts: ContiguousArray<UInt64> = []
  /// Digests of the customers' identifiers; 0 where they are unknown.
  public internal(set) var customers: ContiguousArray<UInt64> = []
  /// Digests of the reasons; 0 where there is none.
  public internal(set) var reasons: ContiguousArray<UInt64> = []
  /// Whether the issue was resolved: 0, 1, or −1 where the row does not say.
  public internal(set) var resolved: ContiguousArray<Int8> = []
  /// Number of the transaction type in the table of names; −1 where there is none.
  public internal(set) var types: ContiguousArray<Int32> = []
  /// Transaction values in millionths; without meaning where `hasValue` is 0.
  public internal(set) var values: ContiguousArray<Int128> = []
  /// 1 where the row gives a transaction value.
  public internal(set) var hasValue: ContiguousArray<UInt8> = []
  /// Digests of every mapped value of each row, to tell a repeat from a conflict.
  public internal(set) var digests: ContiguousArray<UInt64> = []

  /// Creates an empty batch.
  public init() {}
}
