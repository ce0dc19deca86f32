import Basics
import PerformanceMetrics

extension Service {
  /// How its service level is formed, in words.
  var formulaInWords: String {
    let offered =
      switch demand {
      case .offered: "offered"
      case .answeredPlusAbandoned: "answered and abandoned"
      }
    let words =
      switch formula {
      case .offered: "answered in time out of all \(offered)"
      case .answered: "answered in time out of all answered"
      case .earlyAbandonsExcluded:
        "answered in time out of all \(offered), less those abandoned within the threshold"
      case .earlyAbandonsMet:
        "answered or abandoned within the threshold, out of all \(offered)"
      case .shortAbandonsExcluded: "answered in time out of all \(offered), less short abandons"
      case .shortAbandonsMet: "answered in time or short abandons, out of all \(offered)"
      }
    return "service level: \(words) (formula \(formula.rawValue))"
  }

  /// Its objectives and since when they hold, in words.
  var objectivesInWords: String {
    objectives.objectives.map { objective in
      (objective.from.map { "from \($0) " } ?? "")
        + "\(objective.percent) % within \(objective.seconds) s"
    }.joined(separator: ", ")
  }
}

extension Trend {
  /// How a monthly figure moves, in points a month.
  var inWords: String {
    let season = separatesSeason ? "" : "; too few to tell it from a season"
    return "\(slopeText(places: 2)) points a month (\(lowText(places: 2)) to "
      + "\(highText(places: 2))), p \(p.text(places: 2, .up)), \(count) months" + season
  }
}
