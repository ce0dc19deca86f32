import Audit
import Basics
import ContactRecords
import DelimitedText
import PerformanceMetrics
import TestSupport

/// A small center of random rows, and its figures by every definition, computed plainly from
/// the rows.
struct FabricatedCenter {
  /// One row: hours of a queue on a site.
  struct Row {
    var day: Int
    var hour: Int
    var site: String
    var queue: String
    var answered = 0
    var abandoned = 0
    var flowOut = 0
    /// Answered within 20 s.
    var within20 = 0
    /// Answered within 30 s.
    var within30 = 0
    var early = 0
    var short = 0

    var offered: Int { answered + abandoned + flowOut }
  }

  let rows: [Row]
  let service: Service

  /// The first day with records, and how many there are.
  static let (firstDay, dayCount) = (CivilDate.day("2026-03-02"), 14)
  /// The days that claims are about: inside the records, so that they can be shifted.
  static let claimed = 4..<11
  /// The hours with records; the first and the last are not opening hours.
  private static let hours = 8..<14

  static var period: String {
    "\(firstDay + claimed.lowerBound)..\(firstDay + (claimed.upperBound - 1))"
  }

  init(_ random: inout SplitMix64) {
    var rows: [Row] = []
    let ease = [
      "a": Int.random(in: 55...95, using: &random), "b": .random(in: 55...95, using: &random),
    ]
    for day in 0..<FabricatedCenter.dayCount {
      let dayEase = Int.random(in: -15...10, using: &random)
      for hour in FabricatedCenter.hours {
        let isQuiet = random.once(in: 8)
        for site in ["East", "West"] {
          for queue in ["a", "b"] {
            var row = Row(day: day, hour: hour, site: site, queue: queue)
            if !isQuiet {
              row.answered = .random(in: 2...40, using: &random)
              row.abandoned = .random(in: 0...9, using: &random)
              row.flowOut = random.once(in: 3) ? .random(in: 0...4, using: &random) : 0
              let percent = min(98, max(5, ease[queue]! + dayEase + (site == "East" ? 4 : 0)))
              for _ in 0..<row.answered {
                let draw = Int.random(in: 0..<100, using: &random)
                row.within20 += draw < percent ? 1 : 0
                row.within30 += draw < percent + 4 ? 1 : 0
              }
              row.short = .random(in: 0...row.abandoned, using: &random) / 2
              row.early = .random(in: row.short...row.abandoned, using: &random)
            }
            rows.append(row)
          }
        }
      }
    }
    self.rows = rows
    // Open from nine to one: the first and the last hour come while closed.
    let open = OpeningHours([
      .init(
        stretches: Dictionary(
          uniqueKeysWithValues: Weekday.allCases.map {
            ($0, [.init(start: 9 * 60, end: 13 * 60)])
          }))
    ])
    service = Service(
      name: "Voice", isPooled: true, objectives: [.percent("80", in: 20)], hours: open)
  }

  /// The rows as an export.
  var text: String {
    "interval_start,site,queue,offered,answered,abandoned,flow_out,answered_within_20,"
      + "answered_within_30,abandoned_within_20,abandoned_within_30,short_abandoned,"
      + "interval_minutes\n"
      + rows.map { row in
        "\(FabricatedCenter.firstDay + row.day) \(row.hour < 10 ? "0" : "")\(row.hour):00,\(row.site),\(row.queue),"
          + "\(row.offered),\(row.answered),\(row.abandoned),\(row.flowOut),\(row.within20),"
          + "\(row.within30),\(row.early),\(row.early),\(row.short),60\n"
      }.joined()
  }
}

// MARK: - Plain figures

extension FabricatedCenter {
  /// An exact part of a whole.
  typealias Parts = (numerator: Int, denominator: Int)

  private static func isOpen(_ row: Row) -> Bool { (9..<13).contains(row.hour) }

  private func rows(shifted by: Int = 0) -> [Row] {
    rows.filter { FabricatedCenter.claimed.contains($0.day - by) }
  }

  private static func parts(
    _ rows: [Row], _ formula: ServiceLevelFormula = .offered, demand: Demand = .offered,
    within: (Row) -> Int = { $0.within20 }
  ) -> Parts {
    func sum(_ of: (Row) -> Int) -> Int { rows.reduce(0) { $0 + of($1) } }
    let offered =
      demand == .offered ? sum(\.offered) : sum(\.answered) + sum(\.abandoned)
    let met = sum(within)
    return switch formula {
    case .offered: (met, offered)
    case .answered: (met, sum(\.answered))
    case .earlyAbandonsExcluded: (met, offered - sum(\.early))
    case .earlyAbandonsMet: (met + sum(\.early), offered)
    case .shortAbandonsExcluded: (met, offered - sum(\.short))
    case .shortAbandonsMet: (met + sum(\.short), offered)
    }
  }

  /// A mean of the percentages of groups of rows, to many decimals.
  private static func mean(_ groups: [[Row]], empty: Int? = nil) -> Double {
    let percentages = groups.compactMap { rows -> Double? in
      let parts = parts(rows)
      guard parts.denominator > 0 else { return empty.map(Double.init) }
      return 100 * Double(parts.numerator) / Double(parts.denominator)
    }
    return percentages.reduce(0, +) / Double(percentages.count)
  }

  /// The truth: of the rows while open.
  var truth: Parts { FabricatedCenter.parts(rows().filter(FabricatedCenter.isOpen)) }

  /// Whether any interval that claims are about has no contact.
  var hasEmptyIntervals: Bool {
    Dictionary(grouping: rows().filter(FabricatedCenter.isOpen)) { [$0.day, $0.hour] }
      .values.contains { $0.allSatisfy { $0.offered == 0 } }
  }

  /// The service level by a definition, in percent.
  func percent(_ definition: AlternativeDefinition) -> Double {
    let open = rows().filter(FabricatedCenter.isOpen)
    func percent(_ parts: Parts) -> Double {
      100 * Double(parts.numerator) / Double(parts.denominator)
    }
    func grouped(_ key: (Row) -> [Int]) -> [[Row]] {
      Array(Dictionary(grouping: open, by: key).values)
    }
    switch definition {
    case .formula(let formula): return percent(Self.parts(open, formula))
    case .demand: return percent(Self.parts(open, demand: .answeredPlusAbandoned))
    case .threshold: return percent(Self.parts(open) { $0.within30 })
    case .mean(.rows): return Self.mean(open.map { [$0] })
    case .mean(.intervals): return Self.mean(grouped { [$0.day, $0.hour] })
    case .mean(.days): return Self.mean(grouped { [$0.day] })
    case .emptyIntervals(let taken):
      return Self.mean(grouped { [$0.day, $0.hour] }, empty: taken == .met ? 100 : 0)
    case .closedHours: return percent(Self.parts(rows()))
    case .without(let name):
      return percent(
        Self.parts(open.filter { (name.dimension == .queue ? $0.queue : $0.site) != name.name }))
    case .roundedUp: return (percent(truth) * 100).rounded(.up) / 100
    case .shifted(let days):
      return percent(Self.parts(rows(shifted: days).filter(Self.isOpen)))
    case .withoutWorstDays(let count):
      // A day without a contact has no level that could be the worst.
      let days = grouped { [$0.day] }.filter { Self.parts($0).denominator > 0 }.sorted {
        (percent(Self.parts($0)), $0[0].day) < (percent(Self.parts($1)), $1[0].day)
      }
      return percent(Self.parts(days.dropFirst(count).flatMap(\.self)))
    case .comparison: preconditionFailure("intervals do not tell it")
    }
  }

  /// Every definition that is tried, in the order of the contract.
  static let definitions: [AlternativeDefinition] =
    ServiceLevelFormula.allCases.dropFirst().map { .formula($0) } + [.demand, .threshold(30)]
    + AlternativeDefinition.MeanGrain.allCases.map { .mean($0) }
    + [.emptyIntervals(.met), .emptyIntervals(.zero), .closedHours]
    + ["a", "b"].map { .without(.init(dimension: .queue, name: $0)) }
    + ["East", "West"].map { .without(.init(dimension: .site, name: $0)) } + [.roundedUp]

  /// What is tried besides when more is searched.
  static let furtherDefinitions: [AlternativeDefinition] =
    (1...3).flatMap { [.shifted(-$0), .shifted($0)] } + (1...3).map { .withoutWorstDays($0) }
}

// MARK: - Verdicts

extension FabricatedCenter {
  /// Holds claims against the center.
  func verdicts(_ claims: [Claim], searchesMore: Bool = false) throws -> [ClaimVerdict] {
    let reading = CenterReading([service])
    let tally = CenterTally(intervals: try reading.tally([text]).tally)
    // No rule looks back here.
    let reach = MetricsOptions.Reach(months: 1, days: FabricatedCenter.dayCount)
    let center = try CenterMetrics(tally, options: MetricsOptions(reach: reach))
    let verifier = ClaimVerifier(
      center, AuditPossibilities(thresholds: [20, 30], searchesMore: searchesMore))
    return try verifier.verdicts(claims) { change in
      let changed = change.applied(to: service)
      var again = tally
      if change.needsReading {
        again = CenterTally(intervals: try CenterReading([changed]).tally([text]).tally)
      }
      var options = MetricsOptions(asOf: center.asOf, reach: reach, by: change.by)
      options.services = [changed]
      options.leftOut = change.leftOut.map { [$0] } ?? []
      return try CenterMetrics(again.ofServicesAlone, options: options)
    }
  }
}
