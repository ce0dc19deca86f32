public import Basics
public import DelimitedText

/// A sum that a roll-up writes of contacts, read again: what many rows came to, or what became
/// of them.
///
/// One table holds all of these sums, and its first column says which of them a row is. A row
/// adds to others of its place. Of rows with a part equal ones are repeats; those without one
/// count each time, as the contacts without an identifier do that they stand for.
public struct SumRecord: RowRecord {
  /// Where the time stands.
  public static let timeColumns = ["start"]

  /// What a row sums.
  public enum Sum: String, CaseIterable, Hashable, Sendable {
    /// Contacts of one key and interval that ended alike.
    case contacts
    /// Contacts that opened issues on a day, as first contact resolution finds them.
    case issues
    /// Contacts and customers that first contact resolution leaves out.
    case leftOut = "left_out"
    /// Contacts of one transaction type in a month.
    case transactions
    /// Legs of contacts beyond their first ones, of a key and day.
    case furtherLegs = "further_legs"
    /// What sums depend on: a time zone, an as-of.
    case madeWith = "made_with"
    /// Rows of files, by what became of them.
    case rows
    /// An offset from universal time, in minutes, that stamps had.
    case offsets
  }

  /// So many contacts waited so long.
  public struct Wait: Hashable, Sendable {
    /// How long, in milliseconds.
    public var milliseconds: Int
    /// How many contacts.
    public var contacts: Int

    /// Creates a wait of some contacts.
    public init(milliseconds: Int, contacts: Int) {
      self.milliseconds = milliseconds
      self.contacts = contacts
    }
  }

  /// What the row sums.
  public let sum: Sum
  /// The site; empty where there is none.
  public let site: String
  /// The queue, likewise.
  public let queue: String
  /// The channel, likewise.
  public let channel: String
  /// When it starts; `nil` where it is of no time.
  public let start: WallTime?
  /// The last day that it is about; `nil` where the start says all.
  public let end: CivilDate?
  /// Minutes that starts were cut to; `nil` where they are exact.
  public let intervalMinutes: Int?
  /// What the sum is of: an outcome, a method, a type or a kind of record.
  public let name: String
  /// How it was found.
  public let detail: String
  /// How many.
  public let count: Int
  /// The waits that are known, in the order of the row.
  public let waits: [Wait]
  /// The handle times of all of them in milliseconds; −1 where unknown.
  public let handleMilliseconds: Int
  /// Those that were resolved.
  public let resolved: Int
  /// Those that were not.
  public let unresolved: Int
  /// Those that followed an abandoned contact.
  public let retries: Int
  /// Those that a value is given for.
  public let withValue: Int
  /// The amount.
  public let amount: FixedPoint
  /// The digest of what is summed; `nil` where it cannot be told from other sums.
  public let part: UInt64?

  /// Reads a row.
  public init(_ row: RowFields, _ records: borrowing RecordBatch) throws(RejectedRecord) {
    sum = try row.required(try row.word("sum", Sum.self, records), "sum", records)
    site = try row.name("site", records) ?? ""
    queue = try row.name("queue", records) ?? ""
    channel = try row.name("channel", records) ?? ""
    start = try row.time("start", records)
    end = try row.day("end", records)
    intervalMinutes = try row.whole("interval_minutes", in: 1...1440, records)
    name = try row.name("name", records) ?? ""
    detail = try row.name("detail", records) ?? ""
    func number(_ column: String) throws(RejectedRecord) -> Int {
      try row.value(column, records) { (bytes, range) throws(FieldFailure) in
        try FieldParsing.wholeNumber(bytes, range)
      } ?? 0
    }
    _ = try row.required(row.isAbsent("count", records) ? nil : true, "count", records)
    count = try number("count")
    waits =
      try row.value("waits", records) { (bytes, range) throws(FieldFailure) in
        try SumRecord.waits(bytes, range)
      } ?? []
    handleMilliseconds =
      try row.value("handle_seconds", records) { (bytes, range) throws(FieldFailure) in
        Int((try FieldParsing.durationMicroseconds(bytes, range) + 999) / 1000)
      } ?? -1
    resolved = try number("resolved")
    unresolved = try number("unresolved")
    retries = try number("retries")
    withValue = try number("with_value")
    amount = try row.amount("amount", records)?.amount ?? FixedPoint(0)
    part = try row.value("part", records) { (bytes, range) throws(FieldFailure) in
      let digits = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
      guard digits.utf8.count == SumRecord.partDigits, let part = UInt64(digits, radix: 16) else {
        throw .notAPart
      }
      return part
    }
    try check(row, records)
  }

  /// What contacts are called that could not be read: of them nothing but their place is known.
  public static let rejected = "rejected"
  /// What issues are called that only tell the first day of contacts of known customers, and the
  /// last one of any.
  public static let span = "span"

  /// The names that a sum may have; any where nothing is said.
  private static let names: [Sum: [String]] = [
    .contacts: ["answered", "abandoned", "flow_out", "open", rejected],
    .issues: ["any", "reason", "flag", span],
    .leftOut: ["blank", "shared", "shared_contacts", "without_reason"],
    .furtherLegs: ["handled", "offered"],
    .rows: RecordKind.allCases.map(\.rawValue),
  ]

  /// What became of rows that were left out begins with this, and its cause follows.
  public static let ignored = "ignored: "

  /// Tells whether a text says what became of rows.
  private static func isFate(_ text: String) -> Bool {
    ["accepted", "rejected", "repeated"].contains(text) || text.hasPrefix(ignored)
  }

  /// Hexadecimal digits of a part.
  private static let partDigits = 16

  /// Checks what only several values together tell.
  private func check(
    _ row: RowFields, _ records: borrowing RecordBatch
  ) throws(RejectedRecord) {
    let needsStart =
      switch sum {
      case .contacts, .issues, .transactions, .furtherLegs: true
      case .leftOut, .madeWith, .rows, .offsets: false
      }
    if needsStart { _ = try row.required(start, "start", records) }
    if let known = SumRecord.names[sum], !known.contains(name) {
      throw row.rejection(
        "name",
        .unknownWord(
          column: "name", text: String(name.prefix(80)), nearest: NearestName.of(name, in: known),
          known: known),
        records)
    }
    if sum == .issues || sum == .leftOut {
      _ = try row.required(detail.isEmpty ? nil : detail, "detail", records)
    }
    if sum == .transactions { _ = try row.required(name.isEmpty ? nil : name, "name", records) }
    let isWhole =
      switch sum {
      case .contacts: count > 0 || name == SumRecord.rejected
      case .issues:
        retries <= resolved + unresolved
          && (name == SumRecord.span || count == resolved + unresolved)
      case .transactions: withValue <= count
      case .rows: SumRecord.isFate(detail)
      case .offsets: Int16(name).map { (-1080...1080).contains($0) } ?? false
      case .leftOut, .furtherLegs, .madeWith: true
      }
    guard isWhole else {
      throw row.rejection(
        "count", .field(column: "count", text: row.text("count", records), .notASum), records)
    }
    // Every one that waited is one of the contacts.
    if waits.reduce(0, { $0 + $1.contacts }) > count {
      throw row.rejection(
        "waits", .field(column: "waits", text: row.text("waits", records), .tooManyWaits), records)
    }
  }
}

// MARK: - Waits

extension SumRecord {
  /// Reads a list of waits in seconds, divided by blanks, each with the number of contacts behind
  /// a star unless it is one: `3*4 7.5 12*2`.
  ///
  /// - Throws: `FieldFailure` where it is no such list, or adds up to more than is kept exactly.
  static func waits(
    _ bytes: Span<UInt8>, _ range: Range<Int>
  ) throws(FieldFailure) -> [Wait] {
    var (waits, next) = ([Wait](), range.lowerBound)
    var (contacts, sum) = (0, 0)
    while next < range.upperBound {
      var end = next
      while end < range.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
      var star = next
      while star < end, bytes[star] != UInt8(ascii: "*") { star += 1 }
      guard star > next, end > next else { throw .notWaits }
      let microseconds = try FieldParsing.durationMicroseconds(bytes, next..<star)
      let count = star == end ? 1 : try FieldParsing.wholeNumber(bytes, (star + 1)..<end)
      let wait = Wait(milliseconds: Int((microseconds + 999) / 1000), contacts: count)
      let (product, overflows) = wait.milliseconds.multipliedReportingOverflow(by: count)
      // A whole number is at most 2⁵³, so that neither sum wraps before it is too large.
      guard !overflows, product <= largest else { throw .countTooLarge }
      contacts += count
      sum += product
      guard contacts <= largest, sum <= largest else { throw .countTooLarge }
      waits.append(wait)
      next = end + 1
    }
    return waits
  }

  /// The largest sum: 2⁵³, as for any count.
  package static let largest = 1 << 53
}
