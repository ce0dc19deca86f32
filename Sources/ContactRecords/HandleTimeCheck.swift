import Basics

/// Adds up the handle time of one file, to see whether it can be one.
///
/// An average outside ten seconds to four hours is most likely in another unit than it
/// was read in (specification of records, implausible figures). It is said and refuses
/// nothing: a line for wrong numbers may well be as short.
public struct HandleTimeCheck: Hashable, Sendable {
  private var milliseconds: Int128 = 0
  private var contacts: Int128 = 0

  /// Averages that a center can have, in seconds.
  private static let usual = 10...14_400

  /// Adds the handle time of contacts.
  mutating func add(milliseconds: Int, contacts: Int) {
    self.milliseconds += Int128(milliseconds)
    self.contacts += Int128(contacts)
  }

  /// Adds the handle time of other rows of the same file.
  mutating func merge(_ other: HandleTimeCheck) {
    milliseconds += other.milliseconds
    contacts += other.contacts
  }

  /// What is odd about the average; `nil` where nothing is, or where there is none.
  public var warning: String? {
    guard contacts > 0 else { return nil }
    let usual = HandleTimeCheck.usual
    let isShort = milliseconds < Int128(usual.lowerBound) * 1000 * contacts
    let isLong = milliseconds > Int128(usual.upperBound) * 1000 * contacts
    guard isShort || isLong else { return nil }
    let average = decimalText(
      milliseconds, over: 1000 * contacts, places: 2, isShort ? .down : .up)
    return "the average handle time is \(average) s, which is not between 10 s and 4 h; check the "
      + "units of the durations"
  }
}
