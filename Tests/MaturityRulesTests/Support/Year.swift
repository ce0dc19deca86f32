import Basics
import MaturityRules
import PerformanceMetrics
import TestSupport

/// The year 2025 of one queue: an hourly record a day, or a daily one.
struct Year {
  /// What is recorded of a day.
  enum Day {
    case met
    case missed
    /// No contact.
    case idle
    /// No record.
    case absent
  }

  var service = Service(
    name: "Sales", rationale: "agreed", objectives: [.percent("80", in: 20)])
  var isDaily = false
  var asOf: CivilDate = .day("2025-12-31")
  var day: (CivilDate) -> Day

  /// A year in which every day is as told.
  init(_ day: @escaping (CivilDate) -> Day = { _ in .met }) {
    self.day = day
  }

  /// A year by months: M met, x missed, i idle, ? absent.
  init(months: String) {
    let states = months.map { letter -> Day in
      switch letter {
      case "M": .met
      case "x": .missed
      case "i": .idle
      default: .absent
      }
    }
    self.init { states[$0.parts.month - 1] }
  }

  var text: String {
    var text = "interval_start,offered,answered,answered_within_20\n"
    var day = CivilDate.day("2025-01-01")
    while day <= .day("2025-12-31") {
      let start = isDaily ? "\(day)" : "\(day) 09:00"
      switch self.day(day) {
      case .met: text += "\(start),10,10,10\n"
      case .missed: text += "\(start),10,10,0\n"
      case .idle: text += "\(start),0,0,0\n"
      case .absent: break
      }
      day = day + 1
    }
    return text
  }

  func center() throws -> CenterMetrics {
    var reading = CenterReading([service])
    reading.metrics.asOf = asOf
    return try reading.center(text)
  }

  /// How 8.01 stands for the queue.
  func finding() throws -> ScopeFinding {
    Evaluator.findings(try center())[0].scopes[0]
  }

  /// How one criterion of 8.01 stands.
  func criterion(_ level: Int) throws -> CriterionFinding { try finding().criteria[level - 1] }
}
