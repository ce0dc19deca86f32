import ContactRecords
import TestSupport
import Testing

@testable import PerformanceMetrics

/// Places of rows, which packed days keep by how far they are from where they are expected.
@Suite struct PlaceLineTests {
  /// How the rows of a day lie in their file.
  enum Order: CaseIterable {
    case even
    case backwards
    case nearlyEven
    case shuffled
    case far
    case beyondWords
  }

  /// The places of some of the cells.
  private static func places(
    _ order: Order, cells: Int, _ random: inout SplitMix64
  ) -> [Int: Int] {
    let isFull = random.once(in: 2)
    let present = (0..<cells).filter { _ in isFull || !random.once(in: 3) }
    let (first, distance) = (
      Int.random(in: 1...100_000, using: &random), Int.random(in: 1...500, using: &random)
    )
    var places: [Int: Int] = [:]
    for cell in present {
      switch order {
      case .even: places[cell] = first + distance * cell
      case .backwards: places[cell] = first + distance * (cells - cell)
      case .nearlyEven:
        places[cell] = first + distance * cell + Int.random(in: 0...distance, using: &random)
      case .shuffled: places[cell] = Int.random(in: 1...1_000_000, using: &random)
      case .far: places[cell] = first + Int.random(in: 0..<1 << 31, using: &random)
      case .beyondWords: places[cell] = first + Int.random(in: 0..<1 << 40, using: &random)
      }
    }
    return places
  }

  private static func row(at place: Int, of piece: Int = 0) -> KeyTally.Row {
    var sums = ContactSums()
    sums[.rows] = 1
    sums[.offered] = place % 7
    return KeyTally.Row(
      arrival: .init(place: place, fingerprint: numericCast(piece)), sums: sums, isSuspect: false)
  }

  private static func pack(_ places: [Int: Int], cells: Int) -> DayCells {
    var open = OpenDay(.usual)
    let first = places.values.min() ?? 0
    open.begin(0, block: 0, count: cells, firstPlace: first)
    for (cell, place) in places {
      open.set(CellColumn.rows, cell, to: 1)
      open.set(CellColumn.place, cell, to: place - first)
    }
    return DayCells(open)
  }

  private static func put(_ place: Int, in cell: Int, of day: inout DayCells) {
    let row = row(at: place)
    day.put(
      CellNumbers(row.sums, isSuspect: false, fingerprint: row.arrival.fingerprint),
      place: place, in: cell)
  }

  private func check(_ day: DayCells, _ places: [Int: Int], _ seed: Seed) throws {
    for cell in 0..<day.count {
      try #require((day[CellColumn.rows, cell] > 0) == (places[cell] != nil), "\(seed)")
      guard let place = places[cell] else { continue }
      try #require(day.place(ofRowIn: cell) == place, "\(seed)")
      try #require(day.firstPlace <= place, "\(seed)")
    }
  }

  /// Packed, written one by one, begun lower and spread, a day gives every place back.
  @Test(arguments: Seed.cases(30), Order.allCases)
  func everyPlaceIsGivenBack(_ seed: Seed, _ order: Order) throws {
    var random = seed.generator
    let cells = [1, 2, 24, 48].randomElement(using: &random)!
    var places = Self.places(order, cells: cells, &random)
    var day = DayCells(count: cells, line: PlaceLine(first: places.values.min() ?? 0))
    if order == .beyondWords {
      for cell in places.keys.sorted() { Self.put(places[cell]!, in: cell, of: &day) }
    } else {
      day = Self.pack(places, cells: cells)
    }
    try check(day, places, seed)
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      switch Int.random(in: 0...9, using: &random) {
      case 0:
        day.lower(firstPlace: Int.random(in: 0...200_000, using: &random))
      case 1 where day.count < 50:
        let factor = [2, 3, 5].randomElement(using: &random)!
        day = day.spread(by: factor)
        places = Dictionary(uniqueKeysWithValues: places.map { ($0.key * factor, $0.value) })
      default:
        // A row that comes late, to a cell with a row or to one without.
        let cell = Int.random(in: 0..<day.count, using: &random)
        let place = Int.random(in: 1...(random.once(in: 9) ? 1 << 40 : 500_000), using: &random)
        Self.put(place, in: cell, of: &day)
        places[cell] = place
      }
      try check(day, places, seed)
    }
  }

  /// The same through a key, whose days open and close and whose rows come from several files.
  @Test(arguments: Seed.cases(30), Order.allCases)
  func aKeyNamesEveryRow(_ seed: Seed, _ order: Order) throws {
    var random = seed.generator
    var pieces: [KeyTally] = []
    var expected: [[Int]: Int] = [:]
    for piece in 0..<Int.random(in: 1...3, using: &random) {
      var key = KeyTally(key: RecordKey(queue: "q"))
      for day in 0..<Int.random(in: 1...4, using: &random) {
        let isByCell = random.once(in: 2)
        let places = Self.places(order, cells: 24, &random).sorted {
          isByCell || $0.value == $1.value ? $0.key < $1.key : $0.value < $1.value
        }
        for (cell, place) in places {
          let minute = Int32(cell * 60) + (random.once(in: 50) ? 15 : 0)
          let row = Self.row(at: place + piece << 41, of: piece)
          _ = key.take(
            row.sums, isSuspect: false, day: Int32(day), minute: minute,
            isSecond: cell > 20, length: 0, arrival: row.arrival, policy: .last)
          expected[[day, Int(minute), cell > 20 ? 1 : 0]] = row.arrival.place
        }
      }
      pieces.append(key)
    }
    var key = pieces[0]
    for piece in pieces[1...] { key.merge(piece, policy: .last) { _, _, _, _, _ in } }
    for isPacked in [false, true] {
      if isPacked { key.close() }
      var count = 0
      for (isSecond, blocks) in [(0, key.blocks), (1, key.secondBlocks)] {
        for (day, block) in blocks {
          for index in 0..<key.cellsPerDay where key.hasRecord(block * key.cellsPerDay + index) {
            let place = key.place(of: block * key.cellsPerDay + index)
            try #require(place == expected[[Int(day), index * key.step, isSecond]], "\(seed)")
            count += 1
          }
        }
      }
      try #require(count == expected.count, "\(seed)")
    }
  }

  /// Whatever the order of the keys and intervals in the file, and whatever cells are empty.
  @Test(arguments: [1, 200, -200, 1_000_000], [true, false])
  func rowsAtEvenDistancesTakeNoBit(_ distance: Int, _ isFull: Bool) {
    var places: [Int: Int] = [:]
    for cell in 0..<96 where isFull || (30..<80).contains(cell) && cell % 7 > 0 {
      places[cell] = 200_000_000 + distance * cell
    }
    let day = Self.pack(places, cells: 96)
    #expect(!day.has(CellColumn.place) && day.has(CellColumn.rows))
    for (cell, place) in places { #expect(day.place(ofRowIn: cell) == place) }
  }

  /// A line that is no better than none is not laid: shuffled rows take what they took.
  @Test(arguments: Seed.cases(20))
  func rowsWithoutAnOrderTakeNoMoreBitsThanTheirPlaces(_ seed: Seed) {
    var random = seed.generator
    let places = Self.places(.shuffled, cells: 96, &random)
    let day = Self.pack(places, cells: 96)
    let range = places.values.max()! - places.values.min()!
    let largest = (0..<96).map { day[CellColumn.place, $0] }.max()!
    #expect(largest <= range, "\(seed)")
  }

  @Test func aSlopeIsSharedAmongTheCellsThatLieWhereOneDid() {
    #expect(PlaceLine(first: 7, slope: 12).spread(by: 4) == PlaceLine(first: 7, slope: 3))
    #expect(PlaceLine(first: 7, slope: 13).spread(by: 4) == PlaceLine(first: 7, slope: 3))
    #expect(PlaceLine(first: 7, slope: -12).spread(by: 4) == PlaceLine(first: 7, slope: -3))
    #expect(PlaceLine(first: 7, slope: -13).spread(by: 4) == PlaceLine(first: 7, slope: -4))
  }

  /// A line that would leave 32 bits is not laid.
  @Test(arguments: [(-1, true), (0, false), (1, false)])
  func rowsAreExpectedUpToALimit(_ beyond: Int, _ isLaid: Bool) {
    let distance = PlaceLine.limit / 64 + beyond
    let places = Dictionary(uniqueKeysWithValues: (0..<64).map { ($0, 5 + distance * $0) })
    let day = Self.pack(places, cells: 64)
    for (cell, place) in places { #expect(day.place(ofRowIn: cell) == place) }
    #expect(day.has(CellColumn.place) == !isLaid)
  }

  @Test func rangesThatDifferOrLieOutsideTheNumbersTrap() async {
    await #expect(processExitsWith: .failure) {
      var numbers: ContiguousArray<UInt32> = [1, 1, 5, 6]
      var span = numbers.mutableSpan
      _ = PlaceLine.fit(2..<5, rows: 0..<3, in: &span, bits: 7, countedFrom: 0)
    }
    await #expect(processExitsWith: .failure) {
      var numbers: ContiguousArray<UInt32> = [1, 1, 5, 6]
      var span = numbers.mutableSpan
      _ = PlaceLine.fit(2..<4, rows: 0..<1, in: &span, bits: 7, countedFrom: 0)
    }
  }
}
