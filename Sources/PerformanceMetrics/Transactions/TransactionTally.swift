public import Basics
public import ContactRecords

/// Contacts and values by transaction type and month, filled from batches.
///
/// A contact is of a type when a leg of it says so, whatever became of it. Legs of
/// one identifier, type and month are one contact; a value that several of them
/// repeat is one value, and different ones add up (own rules). What tells legs
/// apart costs 16 bytes for each that has a type and an identifier; a row without
/// an identifier is a contact and costs nothing.
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

  /// A type and a month.
  private struct Place: Hashable, Sendable {
    let type: Int32
    let month: Int32
  }

  /// The contacts of one type in one month.
  private struct Cell: Sendable {
    /// Rows without an identifier.
    var nameless = TransactionSums()
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
  /// - Parameter types: The names that the batch's types are numbered in.
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

  /// Adds the contacts of another tally.
  public mutating func merge(_ other: TransactionTally) {
    hasRecords = hasRecords || other.hasRecords
    for (place, cell) in other.cells {
      let own = Place(type: number(of: other.names[Int(place.type)]), month: place.month)
      cells[own, default: Cell()].nameless.merge(cell.nameless)
      cells[own]!.legs += cell.legs
      cells[own]!.wide += cell.wide
    }
  }
}

// MARK: - Sums

extension TransactionTally {
  /// Gives the sums of every type by month, the types by name.
  ///
  /// - Complexity: O(*n* log *n*) in the legs of the largest type and month, and a
  ///   copy of them.
  func sums() -> [(type: String, months: [CivilMonth: TransactionSums])] {
    var found: [String: [CivilMonth: TransactionSums]] = [:]
    for (place, cell) in cells {
      var sums = cell.nameless
      sums.merge(TransactionTally.sums(of: cell))
      found[names[Int(place.type)], default: [:]][CivilMonth(index: Int(place.month))] = sums
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Sums the legs of a cell, those of one contact together.
  private static func sums(of cell: Cell) -> TransactionSums {
    var sums = TransactionSums()
    let legs = cell.legs.sorted { ($0.contact, $0.value) < ($1.contact, $1.value) }
    // The contacts with a wide value are few, and known by it as having one.
    let wide = cell.wide.sorted { ($0.contact, $0.value) < ($1.contact, $1.value) }
    var (last, lastHasValue) = (Leg?.none, false)
    var next = 0
    for leg in legs {
      let isNew = leg.contact != last?.contact
      if isNew {
        sums.contacts += 1
        lastHasValue = false
        var value: Int128?
        while next < wide.count, wide[next].contact == leg.contact {
          if wide[next].value != value { sums.add(wide[next].value) }
          value = wide[next].value
          lastHasValue = true
          next += 1
        }
        sums.withValue += lastHasValue ? 1 : 0
      }
      if leg.value != Leg.absent, isNew || leg.value != last?.value {
        sums.add(Int128(leg.value))
        sums.withValue += lastHasValue ? 0 : 1
        lastHasValue = true
      }
      last = leg
    }
    return sums
  }
}
