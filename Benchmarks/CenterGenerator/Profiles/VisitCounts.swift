import Basics

/// What an interval export counts: the visits of one queue in half an hour, or all of them.
struct VisitCounts: Sendable {
  let day: CivilDate
  /// Minute of the day at which the half hour starts.
  let minute: Int
  let queue: Int

  var answered = 0
  var abandoned = 0
  var flowOut = 0
  var answeredWithin = 0
  var answeredWithinLong = 0
  var abandonedWithin = 0
  var abandonedWithinLong = 0
  var shortAbandoned = 0
  var wait = 0
  var abandonWait = 0
  var talk = 0
  var hold = 0
  var wrap = 0

  /// What came to the queue.
  var offered: Int { answered + abandoned + flowOut }
  var handle: Int { talk + hold + wrap }
  var queueName: String { Visit.queues[queue] }

  init(day: CivilDate, minute: Int, queue: Int) {
    self.day = day
    self.minute = minute
    self.queue = queue
  }

  mutating func add(_ visit: Visit) {
    switch visit.outcome {
    case .answered:
      answered += 1
      answeredWithin += visit.wait <= Visit.threshold ? 1 : 0
      answeredWithinLong += visit.wait <= Visit.longThreshold ? 1 : 0
      wait += visit.wait
      talk += visit.talk
      hold += visit.hold
      wrap += visit.wrap
    case .abandoned:
      abandoned += 1
      abandonedWithin += visit.wait <= Visit.threshold ? 1 : 0
      abandonedWithinLong += visit.wait <= Visit.longThreshold ? 1 : 0
      shortAbandoned += visit.wait <= 5 ? 1 : 0
      abandonWait += visit.wait
    case .flowOut: flowOut += 1
    case .outside: break
    }
  }

  /// The half hours of all queues, in order of time.
  static let halfHours: [VisitCounts] = {
    var all: [VisitCounts] = []
    for day in Set(Visit.all.map(\.day)).sorted() {
      for minute in stride(from: 8 * 60, to: 10 * 60, by: 30) {
        for queue in Visit.queues.indices {
          var counts = VisitCounts(day: day, minute: minute, queue: queue)
          for visit in Visit.all
          where visit.day == day && visit.queue == queue && visit.second / 1800 == minute / 30 {
            counts.add(visit)
          }
          all.append(counts)
        }
      }
    }
    return all
  }()

  /// All visits together.
  static let total: VisitCounts = {
    var total = VisitCounts(day: Visit.all[0].day, minute: 0, queue: 0)
    for visit in Visit.all { total.add(visit) }
    return total
  }()

  /// The time of day at which the half hour starts, or some minutes later.
  func clock(after minutes: Int = 0) -> String {
    "\(Padded((minute + minutes) / 60, to: 2)):\(Padded((minute + minutes) % 60, to: 2))"
  }
}
