import Basics

/// Judged days one after another, each in as many words as it has numbers.
///
/// Where queues are judged one by one there are as many days as a tally has, so that their
/// size shows. A day on which nothing was expected or recorded is only counted. One with a
/// number beyond 32 bits is kept as it is: a queue hardly has one, and a service of some hundred
/// agents has one each day, whose handle time in milliseconds is as long.
struct JudgedDays: Sendable {
  /// The days in words, one after another.
  private var words: ContiguousArray<UInt32> = []
  /// The first word of each day; −1 of a closed one.
  private var starts: ContiguousArray<Int32> = []
  /// The days that do not fit into words.
  private var large: [Int: JudgedDay] = [:]
  /// Whether a sum of any day grew too large.
  private(set) var hasOverflowed = false

  /// Takes days over.
  ///
  /// - Parameters:
  ///   - count: How many days there are.
  ///   - day: Gives each day in turn.
  /// - Complexity: O(*n*) in the days. Allocates what it keeps.
  init(count: Int, _ day: (Int) -> JudgedDay) {
    var room = ContiguousArray<UInt32>(repeating: 0, count: JudgedDay.mostWords)
    words.reserveCapacity(count * JudgedDay.usualWords)
    starts.reserveCapacity(count)
    for number in 0..<count {
      let day = day(number)
      hasOverflowed = hasOverflowed || day.hasOverflowed
      starts.append(day.isEmpty ? -1 : Int32(words.count))
      if day.isEmpty { continue }
      var span = room.mutableSpan
      if let end = day.write(to: &span) {
        words.append(contentsOf: room[..<end])
      } else {
        large[number] = day
      }
    }
  }

  /// Adds days to the figures of a span.
  ///
  /// - Complexity: O(*n*) in the days.
  func add(_ numbers: ClosedRange<Int>, to figures: inout ServiceFigures) {
    var closed = 0
    for number in numbers {
      if let day = self[number] { figures.add(day) } else { closed += 1 }
    }
    figures.add(closedDays: closed)
  }

  /// The day of a number; `nil` where nothing was expected or recorded.
  subscript(number: Int) -> JudgedDay? {
    if starts[number] < 0 { return nil }
    if !large.isEmpty, let day = large[number] { return day }
    return JudgedDay(words.span, at: Int(starts[number]))
  }
}
