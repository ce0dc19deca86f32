import Basics

/// What first contact resolution keeps of one leg of a contact: 24 bytes.
///
/// Text has become digests by now. Within one customer a contact is told by 52 bits
/// and a reason by 32: over 20 million contacts of 4 million customers that is less
/// than one mistake in a million runs for the contacts and in a hundred for the
/// reasons. Customers are told by all 64 bits.
struct ContactTrace: Sendable {
  /// The customer; for a contact of an unknown customer the contact itself.
  let customer: UInt64
  /// 32 bits of the reason above the lower 32 of the contact.
  private let lower: UInt64
  /// Seconds since the first day of the year 1, five bits of state, and the upper
  /// 20 bits of the contact.
  private let upper: UInt64

  /// Whether and how the leg says that the issue was resolved.
  enum Answer: UInt64 {
    case absent
    case no
    case yes
  }

  /// One leg of a contact, as digests.
  struct Leg {
    /// Days since 1970-01-01 on which it started.
    var day: Int32
    /// Second of the day at which it started.
    var second: Int32
    /// Whether it started in the second of two equal hours.
    var isSecondPass = false
    /// Whether an agent took it; else the customer gave up.
    var isAnswered = true
    /// The customer; 0 where unknown.
    var customer: UInt64 = 0
    /// The contact; 0 where the row names none.
    var contact: UInt64 = 0
    /// The reason; 0 where there is none.
    var reason: UInt64 = 0
    /// Whether the issue was resolved.
    var answer = Answer.absent
  }

  /// Days from the last one before the year 1, which a zone may put a stamp on, to
  /// 1970-01-01: stamps are not negative.
  private static let daysBefore: Int32 = 1 - CivilDate.days(year: 1, month: 1, day: 1)
  private static let stampShift: UInt64 = 25
  private static let secondPass: UInt64 = 1 << 24
  private static let answered: UInt64 = 1 << 23
  private static let anonymous: UInt64 = 1 << 22
  private static let answerShift: UInt64 = 20
  private static let contactBits: UInt64 = 20

  /// Keeps a leg.
  init(_ leg: Leg) {
    let contact = ContactTrace.mixed(leg.contact) >> 12
    let reason = ContactTrace.mixed(leg.reason) >> 32
    let isAnonymous = leg.customer == 0
    customer = ContactTrace.mixed(isAnonymous ? leg.contact : leg.customer)
    // A digest that is there stays above 0, which stands for none.
    let known = leg.contact == 0 ? 0 : max(1, contact)
    lower = (leg.reason == 0 ? 0 : max(1, reason)) << 32 | known & 0xFFFF_FFFF
    // The years 1 to 9999 have less than 2³⁹ seconds.
    let stamp = UInt64(leg.day + ContactTrace.daysBefore) * 86_400 + UInt64(leg.second)
    upper =
      stamp << ContactTrace.stampShift | (leg.isSecondPass ? ContactTrace.secondPass : 0)
      | (leg.isAnswered ? ContactTrace.answered : 0)
      | (isAnonymous ? ContactTrace.anonymous : 0)
      | leg.answer.rawValue << ContactTrace.answerShift | known >> 32
  }

  /// Spreads a digest over all bits; two digests stay two.
  private static func mixed(_ digest: UInt64) -> UInt64 {
    let mixed = digest &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Stands where a trace will be.
  static let none = ContactTrace(Leg(day: 0, second: 0))
}

// MARK: - What is kept

extension ContactTrace {
  /// Days since 1970-01-01 on which the leg started.
  var day: Int32 {
    Int32(truncatingIfNeeded: (upper >> Self.stampShift) / 86_400) - Self.daysBefore
  }

  /// Second of the day at which the leg started.
  var second: Int32 { Int32(truncatingIfNeeded: (upper >> Self.stampShift) % 86_400) }

  /// Whether the leg started in the second of two equal hours.
  var isSecondPass: Bool { upper & Self.secondPass != 0 }

  /// Whether an agent took the leg; else the customer gave up.
  var isAnswered: Bool { upper & Self.answered != 0 }

  /// Whether the customer is unknown.
  var isAnonymous: Bool { upper & Self.anonymous != 0 }

  /// Whether the issue was resolved.
  var answer: Answer { Answer(rawValue: upper >> Self.answerShift & 3)! }

  /// The contact; 0 where the row names none.
  var contact: UInt64 {
    (upper & (1 << Self.contactBits - 1)) << 32 | lower & 0xFFFF_FFFF
  }

  /// The reason; 0 where there is none.
  var reason: UInt32 { UInt32(truncatingIfNeeded: lower >> 32) }

  /// All of it.
  var words: [UInt64] { [customer, upper, lower] }

  /// Whether two legs are of one customer, or of one contact of an unknown customer.
  func isOfSameCustomer(as other: ContactTrace) -> Bool {
    customer == other.customer && isAnonymous == other.isAnonymous
  }

  /// Orders legs by customer and contact, then by everything else, so that one order
  /// is the order of all.
  static func precedes(_ a: ContactTrace, _ b: ContactTrace) -> Bool {
    if a.customer != b.customer { return a.customer < b.customer }
    if a.isAnonymous != b.isAnonymous { return b.isAnonymous }
    let (first, second) = (a.contact, b.contact)
    if first != second { return first < second }
    return (a.upper, a.lower) < (b.upper, b.lower)
  }
}
