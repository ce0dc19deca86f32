import Basics
import PerformanceMetrics

/// A day of a service with its figures.
struct EncodedDay: Encodable {
  let day: CivilDate
  let figures: ServiceFigures

  private enum CodingKeys: String, CodingKey {
    case day, met, state
  }

  func encode(to encoder: any Encoder) throws {
    try EncodedFigures(figures, grain: .day).encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(day.description, forKey: .day)
    try container.encode(Nullable(wrappedValue: figures.state.isMet), forKey: .met)
    try container.encode(figures.state.rawValue, forKey: .state)
  }
}

/// An interval of a service with its figures.
struct EncodedInterval: Encodable {
  let interval: IntervalFigures

  private enum CodingKeys: String, CodingKey {
    case start, secondPass, minutes, met, state
  }

  func encode(to encoder: any Encoder) throws {
    try EncodedFigures(interval.figures, grain: .interval).encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(interval.start.description, forKey: .start)
    try container.encode(interval.isSecondPass, forKey: .secondPass)
    try container.encode(interval.minutes, forKey: .minutes)
    try container.encode(Nullable(wrappedValue: interval.state.isMet), forKey: .met)
    try container.encode(interval.state.rawValue, forKey: .state)
  }
}

/// The parts of all services, which may have thousands of months.
struct EncodedBreakdowns: Encodable {
  let breakdowns: [Breakdown]
  let threads: Int

  /// How many lists and objects a month of a part stands in: those of a report.
  private static let depth = 2

  func encode(to encoder: any Encoder) throws {
    if let encoder = encoder as? JSONNodeEncoder { return encoder.take(try node()) }
    var container = encoder.unkeyedContainer()
    for breakdown in breakdowns {
      for encoded in EncodedBreakdown.all(breakdown) { try container.encode(encoded) }
    }
  }

  /// Does the same on several threads; each has the nodes of one part at once, and no more.
  private func node() throws -> JSONNode {
    let texts = try breakdowns.concurrentMap(threads: threads) { breakdown in
      let months = try EncodedBreakdown.all(breakdown).map { try JSONNodeEncoder.node($0) }
      return JSONNode.written(months, depth: EncodedBreakdowns.depth)
    }
    let list = JSONNode.List()
    list.elements = texts.flatMap { $0.map(JSONNode.written) }
    return .list(list)
  }
}

/// A part of a service in a month, or in total.
struct EncodedBreakdown: Encodable {
  let breakdown: Breakdown
  /// The month; `nil` for the total.
  let month: CivilMonth?
  let figures: ServiceFigures

  private enum CodingKeys: String, CodingKey {
    case service, site, by, month
  }

  /// The months of a part, and its total.
  static func all(_ breakdown: Breakdown) -> [EncodedBreakdown] {
    breakdown.months.map {
      EncodedBreakdown(breakdown: breakdown, month: $0, figures: breakdown.figures($0))
    } + [EncodedBreakdown(breakdown: breakdown, month: nil, figures: breakdown.total)]
  }

  func encode(to encoder: any Encoder) throws {
    try EncodedFigures(figures).encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(breakdown.service.name, forKey: .service)
    try container.encode(Nullable(wrappedValue: breakdown.site), forKey: .site)
    let names = breakdown.by.map { ($0.dimension.rawValue, $0.name) }
    try container.encode(Dictionary(uniqueKeysWithValues: names), forKey: .by)
    try container.encode(Nullable(wrappedValue: month?.description), forKey: .month)
  }
}
