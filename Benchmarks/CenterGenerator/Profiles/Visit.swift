import Basics

/// One call of the small center whose exports are committed for every known product.
struct Visit: Sendable {
  /// What became of it.
  enum Outcome: Sendable {
    case answered
    case abandoned
    /// It left the queue for another way.
    case flowOut
    /// It never came to a queue.
    case outside
  }

  let number: Int
  let day: CivilDate
  /// Second of the day at which it came.
  let second: Int
  /// Number of the queue.
  let queue: Int
  let outcome: Outcome
  /// Seconds of waiting.
  let wait: Int
  /// Seconds of talk, hold and work afterwards; 0 for what was not answered.
  let talk: Int
  let hold: Int
  let wrap: Int

  static let queues = ["Billing", "Sales"]

  /// The threshold in seconds that counts in time are counted to.
  static let threshold = 20
  /// A second one, where an export states its thresholds.
  static let longThreshold = 40

  /// Two mornings of two queues, in order of time.
  static let all: [Visit] = {
    var random = SplitMix64(seed: 2602)
    var visits: [Visit] = []
    for day in [CivilDate("2026-03-02")!, CivilDate("2026-03-03")!] {
      for (queue, calls) in [46, 28].enumerated() {
        for _ in 0..<calls {
          let second = 8 * 3600 + random.next(below: 2 * 3600)
          let draw = random.next(below: 100)
          let outcome: Outcome =
            draw < 84 ? .answered : draw < 95 ? .abandoned : draw < 97 ? .flowOut : .outside
          let isAnswered = outcome == .answered
          visits.append(
            Visit(
              number: 0, day: day, second: second, queue: queue, outcome: outcome,
              wait: random.next(below: random.next(below: 3) == 0 ? 90 : 21),
              talk: isAnswered ? 60 + random.next(below: 300) : 0,
              hold: isAnswered ? random.next(below: 3) * 15 : 0,
              wrap: isAnswered ? 10 + random.next(below: 50) : 0))
        }
      }
    }
    // Two at the same second keep to the order of their draw.
    let order = visits.indices.sorted {
      (visits[$0].day, visits[$0].second, $0) < (visits[$1].day, visits[$1].second, $1)
    }
    return order.enumerated().map { visits[$0.element].numbered($0.offset + 1) }
  }()

  private func numbered(_ number: Int) -> Visit {
    Visit(
      number: number, day: day, second: second, queue: queue, outcome: outcome, wait: wait,
      talk: talk, hold: hold, wrap: wrap)
  }
}

// MARK: - As exports write it

extension Visit {
  /// Seconds since 1970, as on a clock of universal time.
  var epoch: Int { Int(day.daysSinceEpoch) * 86_400 + second }

  /// The number that called; every fourth one calls again.
  var caller: String { "+1555010\(Padded(1 + number % 24, to: 2))" }

  var queueName: String { Visit.queues[queue] }

  /// The time of day, or that of a moment some seconds later.
  func clock(after seconds: Int = 0) -> String {
    let second = second + seconds
    return "\(Padded(second / 3600, to: 2)):\(Padded(second / 60 % 60, to: 2)):"
      + "\(Padded(second % 60, to: 2))"
  }
}

/// A number with zeros in front of it.
struct Padded: CustomStringConvertible {
  let description: String

  init(_ number: Int, to width: Int) {
    let digits = String(number)
    description = String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
