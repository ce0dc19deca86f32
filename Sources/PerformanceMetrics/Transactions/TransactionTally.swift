public import Basics
public import ContactRecords

/// Contacts and values by transaction type and month, filled from batches.
///
/// A contact is of a type when a leg of it says so, whatever became of it. Legs of
/// one identifier and type are one contact, in the month of the first of them; a value
/// that several of them repeat is one value, and different ones add up (own rules).
/// What tells legs apart costs 16 bytes for each that has a type and an identifier; a
/// row without an identifier is a contact and costs nothing.
///
/// Sums are exact, and neither the order of rows nor the pieces they came in matter.
public struct TransactionTally: Sendable {
  /// The last day; what lies after it is as if not given.
  private let lastDay: Int32
  /// The names of the types in the order in which they came.
  private var names: [String] = []
  private var numbers: [String: Int32] = [:]
  private var cells: [Place: Cell] = [:]
  /// Own number of each type of the table that a batch numbers them by; checked
  /// against the name, since another batch may have another table.
  private var known: [Int32] = []
  /// Whether any contact was taken, with or without a type.
  public private(set) var hasRecords = false
  /// What tells the contacts that a roll-up summed from others, by type.
  private var parts: [Int32: PartDigest] = [:]
  /// The last day of contacts with a type.
  private(set) var lastTakenDay = Int32.min
  /// The last day of those that a roll-up summed.
  private(set) var lastSummedDay = Int32.min

  /// A type and a month.
  private struct Place: Hashable, Sendable {
    let type: Int32
    let month: Int32
  }

  /// The contacts of one type in one month.
  private struct Cell: Sendable {
    /// Rows without an identifier.
    var nameless = TransactionSums()
    /// Contacts with one that a roll-up summed.
    var summed = TransactionSums()
    /// Legs that have one.
    var legs: ContiguousArray<Leg> = []
    /// Values that eight bytes do not hold, with the contact.
    var wide: [(contact: UInt64, value: Int128)] = []
  }

  /// A leg: its contact, and its value in millionths.
  private struct Leg: Sendable {
    let contact: UInt64
    let value: Int64

    /// Stands where the row gives no value, or one that is kept apart.
    static let absent = Int64.min
  }

  /// Creates a tally of nothing.
  ///
  /// - Parameter asOf: The as-of date that was given; `nil` where the data tell it,
  ///   and nothing lies after it.
  public init(asOf: CivilDate? = nil) {
    lastDay = asOf?.daysSinceEpoch ?? .max
  }
}

/// Contacts of a type, and what they brought.
public struct TransactionSums: Hashable, Sendable {
  /// Contacts.
  public internal(set) var contacts = 0
  /// Those of them that a value is given for.
  public internal(set) var withValue = 0
  /// The sum of the values.
  public internal(set) var value = FixedPoint(0)
  /// Whether the sum grew beyond what is kept; it is then worthless.
  public internal(set) var hasOverflowed = false

  /// Creates sums of nothing.
  public init() {}

  /// Adds other sums.
  public mutating func merge(_ other: TransactionSums) {
    contacts += other.contacts
    withValue += other.withValue
    hasOverflowed = hasOverflowed || other.hasOverflowed
    add(other.value.millionths)
  }

  mutating func add(_ millionths: Int128) {
    let (sum, overflows) = value.millionths.addingReportingOverflow(millionths)
    hasOverflowed = hasOverflowed || overflows
    value = FixedPoint(millionths: overflows ? 0 : sum)
  }

  /// The value that a contact brought; `nil` where no value is given.
  ///
  /// Contacts without a value are among those it is divided by.
  public var perContact: Fraction? {
    withValue > 0
      ? Fraction(value.millionths, Int128(contacts) * FixedPoint.scale) : nil
  }
}

// MARK: - Taking contacts

extension TransactionTally {
  /// Takes every row of a batch.
  ///
  /// - Parameters:
  ///   - batch: The rows.
  ///   - types: The names that the batch's types are numbered in.
  /// - Complexity: O(*n*) in the rows; allocates per type and month.
  public mutating func add(_ batch: borrowing ContactBatch, types: [String]) {
    for row in 0..<batch.count { add(row, of: batch, types: types) }
  }

  /// Takes one row of a batch, for callers that pick the rows that count.
  public mutating func add(_ row: Int, of batch: borrowing ContactBatch, types: [String]) {
    guard batch.days[row] <= lastDay else { return }
    hasRecords = true
    let type = Int(batch.types[row])
    guard type >= 0 else { return }
    let month = CivilDate(daysSinceEpoch: batch.days[row]).month
    lastTakenDay = max(lastTakenDay, batch.days[row])
    add(
      contact: batch.contacts[row], value: batch.hasValue[row] == 1 ? batch.values[row] : nil,
      to: Place(type: number(of: type, in: types), month: Int32(month.index)))
  }

  private mutating func add(contact: UInt64, value: Int128?, to place: Place) {
    if contact == 0 {
      cells[place, default: Cell()].nameless.contacts += 1
      guard let value else { return }
      cells[place]!.nameless.withValue += 1
      cells[place]!.nameless.add(value)
      return
    }
    let narrow = value.flatMap { Int64(exactly: $0) } ?? Leg.absent
    cells[place, default: Cell()].legs.append(Leg(contact: contact, value: narrow))
    if let value, narrow == Leg.absent { cells[place]!.wide.append((contact, value)) }
  }

  /// Finds the own number of a type that another table numbers.
  private mutating func number(of type: Int, in types: [String]) -> Int32 {
    if type < known.count, known[type] >= 0, names[Int(known[type])] == types[type] {
      return known[type]
    }
    let number = number(of: types[type])
    while known.count <= type { known.append(-1) }
    known[type] = number
    return number
  }

  private mutating func number(of name: String) -> Int32 {
    if let number = numbers[name] { return number }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  /// Takes contacts of a type and a month that a roll-up summed.
  ///
  /// - Parameters:
  ///   - last: The last day of what it summed.
  ///   - part: The sum of the digests of the contacts; `nil` where they have none.
  mutating func add(
    _ sums: TransactionSums, type: String, month: CivilMonth, through last: CivilDate, part: UInt64?
  ) {
    let place = Place(type: number(of: type), month: Int32(month.index))
    lastSummedDay = max(lastSummedDay, last.daysSinceEpoch)
    lastTakenDay = max(lastTakenDay, last.daysSinceEpoch)
    guard let part else {
      cells[place, default: Cell()].nameless.merge(sums)
      return
    }
    cells[place, default: Cell()].summed.merge(sums)
    parts[place.type, default: PartDigest()].add(part: part)
  }

  /// Notes a day with contacts that a roll-up summed, whatever their type.
  mutating func noteRecords(on day: Int32) { hasRecords = hasRecords || day <= lastDay }

  /// Checks that what a roll-up summed answers what is asked.
  ///
  /// - Throws: `MetricsError` where it summed contacts after as-of.
  func check(asOf: CivilDate) throws(MetricsError) {
    guard lastSummedDay > asOf.daysSinceEpoch else { return }
    throw MetricsError(
      reason: .summedBeyond(
        "transactions", CivilDate(daysSinceEpoch: lastSummedDay), asOf: asOf))
  }

  /// Adds the contacts of another tally.
  public mutating func merge(_ other: TransactionTally) {
    hasRecords = hasRecords || other.hasRecords
    lastTakenDay = max(lastTakenDay, other.lastTakenDay)
    lastSummedDay = max(lastSummedDay, other.lastSummedDay)
    for (type, part) in other.parts {
      parts[number(of: other.names[Int(type)]), default: PartDigest()].merge(part)
    }
    for (place, cell) in other.cells {
      let own = Place(type: number(of: other.names[Int(place.type)]), month: place.month)
      cells[own, default: Cell()].nameless.merge(cell.nameless)
      cells[own]!.summed.merge(cell.summed)
      cells[own]!.legs += cell.legs
      cells[own]!.wide += cell.wide
    }
  }
}

// MARK: - Sums

extension TransactionTally {
  /// Gives the sums of every type by month, the types by name.
  ///
  /// - Complexity: O(*n* log *n*) in the legs of the largest type, and a copy of them.
  func sums() -> [(type: String, months: [CivilMonth: TransactionSums])] {
    let (named, nameless) = (sums(areNamed: true), sums(areNamed: false))
    return zip(named, nameless).map { named, nameless in
      (
        type: named.type,
        months: named.months.merging(nameless.months) { own, other in
          var sum = own
          sum.merge(other)
          return sum
        }
      )
    }
  }

  /// The sums of every type likewise, of contacts with an identifier, or of those without.
  func sums(areNamed: Bool) -> [(type: String, months: [CivilMonth: TransactionSums])] {
    Dictionary(grouping: cells.keys, by: \.type).map { type, places in
      (type: names[Int(type)], months: areNamed ? sums(of: places) : namelessSums(of: places))
    }.sorted { $0.type < $1.type }
  }

  private func namelessSums(of places: [Place]) -> [CivilMonth: TransactionSums] {
    var months: [CivilMonth: TransactionSums] = [:]
    for place in places where cells[place]!.nameless.contacts > 0 {
      months[CivilMonth(index: Int(place.month))] = cells[place]!.nameless
    }
    return months
  }

  /// What tells the contacts of a type from others; `nil` where none can be told.
  func part(ofType name: String) -> UInt64? {
    guard let type = numbers[name] else { return nil }
    var part = parts[type] ?? PartDigest()
    for (place, cell) in cells where place.type == type {
      for leg in cell.legs {
        var digest = FieldDigest()
        for number in [Int(bitPattern: UInt(leg.contact)), Int(leg.value)] { digest.add(number) }
        part.add(digest)
      }
    }
    return part.value
  }

  /// Sums the cells of one type.
  private func sums(of places: [Place]) -> [CivilMonth: TransactionSums] {
    var months: [CivilMonth: TransactionSums] = [:]
    var legs: [(contact: UInt64, value: Int64, month: Int32)] = []
    var wide: [UInt64: Set<Int128>] = [:]
    for place in places {
      let cell = cells[place]!
      if cell.summed.contacts > 0 { months[CivilMonth(index: Int(place.month))] = cell.summed }
      for leg in cell.legs { legs.append((leg.contact, leg.value, place.month)) }
      for value in cell.wide { wide[value.contact, default: []].insert(value.value) }
    }
    legs.sort { ($0.contact, $0.value) < ($1.contact, $1.value) }
    var start = 0
    while start < legs.count {
      var contact = TransactionSums()
      contact.contacts = 1
      var (end, first, last) = (start, Int32.max, Leg.absent)
      while end < legs.count, legs[end].contact == legs[start].contact {
        first = min(first, legs[end].month)
        // Equal values follow each other, the absent ones first.
        if legs[end].value != last {
          last = legs[end].value
          contact.add(Int128(last))
        }
        end += 1
      }
      let own = wide[legs[start].contact] ?? []
      for value in own { contact.add(value) }
      contact.withValue = last != Leg.absent || !own.isEmpty ? 1 : 0
      months[CivilMonth(index: Int(first)), default: TransactionSums()].merge(contact)
      start = end
    }
    return months
  }
}
