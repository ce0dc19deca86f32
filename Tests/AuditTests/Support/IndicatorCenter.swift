import Basics
import Foundation
import PerformanceMetrics
import TestSupport

/// A small center, hour by hour over a quarter of a year: honest as it is made, and then bent.
struct IndicatorCenter {
  /// An hour of a day.
  struct Hour {
    var day: CivilDate
    var hour: Int
    var offered: Int
    var within: Int
    var abandoned: Int
    var short: Int

    /// The fewest contacts in time that meet an objective in percent.
    func fewest(_ percent: Int) -> Int { (percent * offered + 99) / 100 }
  }

  var hours: [Hour] = []
  /// The objective in percent.
  var percent = 80

  /// A quarter of a year.
  static let days = (0..<90).map { CivilDate.day("2026-01-01") + $0 }

  /// Contacts of one hour.
  static func hour(
    _ day: CivilDate, _ hour: Int, mean: Double, level: Double, short: Double,
    _ random: inout SplitMix64
  ) -> Hour {
    func chance() -> Double { Double.random(in: 0..<1, using: &random) }
    // Contacts come independently: Knuth's way to draw a Poisson number.
    var (offered, product) = (0, chance())
    let end = exp(-mean)
    while product > end {
      offered += 1
      product *= chance()
    }
    var made = Hour(day: day, hour: hour, offered: offered, within: 0, abandoned: 0, short: 0)
    for _ in 0..<offered {
      if chance() < level {
        made.within += 1
      } else if chance() < 0.4 {
        made.abandoned += 1
        if chance() < short { made.short += 1 }
      }
    }
    return made
  }

  /// Makes an honest center near its objective, large or small.
  init(honest random: inout SplitMix64) {
    percent = [70, 80, 90].randomElement(using: &random)!
    let mean = [0.8, 2, 5, 12, 25].randomElement(using: &random)!
    let level = Double(percent + .random(in: -4...5, using: &random)) / 100
    let short = Double.random(in: 0.1...0.4, using: &random)
    let opens = Int.random(in: 7...9, using: &random)
    for day in IndicatorCenter.days where !random.once(in: 40) {
      let dayEase = Double.random(in: -0.06...0.06, using: &random)
      let isQuietDay = [Weekday.saturday, .sunday].contains(day.weekday)
      for hour in opens..<(opens + 8) {
        let ease = Double.random(in: -0.04...0.04, using: &random)
        hours.append(
          Self.hour(
            day, hour,
            mean: mean * (isQuietDay ? 0.5 : 1) * Double.random(in: 0.6...1.4, using: &random),
            level: min(0.99, level + dayEase + ease), short: short, &random))
      }
    }
  }

  /// Makes a plain center: the level of each day is given.
  init(_ random: inout SplitMix64, mean: Double = 24, level: (CivilDate) -> Double) {
    for day in IndicatorCenter.days {
      for hour in 8..<16 {
        hours.append(
          Self.hour(day, hour, mean: mean, level: level(day), short: 0.2, &random))
      }
    }
  }

  /// Makes a center of hours as they are given.
  init(_ hours: [Hour], percent: Int = 80) { (self.hours, self.percent) = (hours, percent) }

  /// The hours as an export.
  var text: String {
    var text =
      "interval_start,offered,answered,abandoned,answered_within_20,short_abandoned,"
      + "interval_minutes\n"
    for hour in hours {
      let time = CivilTime(minuteOfDay: 60 * hour.hour)
      text += "\(hour.day) \(time),\(hour.offered),\(hour.offered - hour.abandoned),"
      text += "\(hour.abandoned),\(hour.within),\(hour.short),60\n"
    }
    return text
  }

  /// Judges the center, and rows that come after its own.
  func metrics(
    _ later: IndicatorCenter? = nil, policy: ConflictPolicy = .error
  ) throws -> CenterMetrics {
    var reading = CenterReading([
      Service(name: "Voice", objectives: [.percent("\(percent)", in: 20)])
    ])
    reading.policy = policy
    reading.metrics = MetricsOptions(reach: .init(months: 3, days: 120))
    reading.metrics.comparesFormulas = false
    return try reading.center([text] + (later.map { [$0.text] } ?? []))
  }
}
