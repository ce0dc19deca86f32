/// One day of a key, interval by interval; second passes stand behind the day's intervals.
///
/// It is filled anew for each day and key, so that a year of days allocates nothing.
struct KeyDay {
  /// Interval length in minutes.
  let minutes: Int
  /// 1 where the key has a record, 0 elsewhere.
  private(set) var present: ContiguousArray<UInt32>
  /// The demand of each interval; 0 where there is no record.
  private(set) var demand: ContiguousArray<Int>
  /// A column of a block, with a number for each of its cells.
  var numbers: ContiguousArray<UInt32> = []

  /// Makes room for the intervals of any day.
  init(_ shapes: DayShapes) {
    minutes = 1440 / shapes.slots
    present = .init(repeating: 0, count: 2 * shapes.slots)
    demand = .init(repeating: 0, count: 2 * shapes.slots)
  }

  /// Forgets the records of a day.
  mutating func clear() {
    var marks = present.mutableSpan
    marks.update(repeating: 0)
  }

  /// Forgets the demand of a day.
  mutating func clearDemand() {
    var contacts = demand.mutableSpan
    contacts.update(repeating: 0)
  }

  /// Makes room for the column of a block; what was in it is worthless then.
  mutating func fit(cells: Int) {
    let more = cells - numbers.count
    if more > 0 { numbers.append(contentsOf: repeatElement(0, count: more)) }
    if more < 0 { numbers.removeLast(-more) }
  }
}

// MARK: - Filling

extension KeyDay {
  /// Notes a record.
  mutating func note(_ place: Int) { present[place] = 1 }

  /// Adds to the demand of an interval.
  mutating func addDemand(_ contacts: Int, to place: Int) {
    demand[place].addSaturating(contacts)
  }

  /// Notes a record for each cell whose number is above zero.
  ///
  /// - Parameter step: Minutes of a cell.
  mutating func noteNumbers(step: Int) {
    if step == minutes {
      PlaceColumns.mark(numbers, in: &present)
      return
    }
    for cell in numbers.indices where numbers[cell] > 0 { present[cell * step / minutes] = 1 }
  }

  /// Adds the number of each cell to the demand of its interval.
  ///
  /// - Parameter step: Minutes of a cell.
  mutating func addNumbers(step: Int) {
    for cell in numbers.indices where numbers[cell] > 0 {
      demand[step == minutes ? cell : cell * step / minutes].addSaturating(Int(numbers[cell]))
    }
  }
}
