public import Basics
public import ContactRecords

/// What keys are called by, and figures can be broken down by.
public enum KeyDimension: String, CaseIterable, Hashable, Sendable {
  /// The site.
  case site
  /// The queue.
  case queue
  /// The channel.
  case channel

  /// The name of a key in the dimension; empty where it has none.
  public func name(in key: RecordKey) -> String {
    switch self {
    case .site: key.site
    case .queue: key.queue
    case .channel: key.channel
    }
  }
}

/// A part of a service: the keys that share their names in some dimensions.
///
/// A part is judged like a service, from its own records and holes, by the
/// service's objectives. It begins and ends with its service, so that its holes
/// and those of the other parts are those of the service. Names that have rejected
/// rows alone make no part: the holes of those rows are the service's only.
public struct Breakdown: Sendable {
  /// A name in a dimension.
  public struct Name: Hashable, Sendable {
    /// The dimension.
    public let dimension: KeyDimension
    /// The name; empty where the records carry none.
    public let name: String

    /// Creates a name.
    public init(dimension: KeyDimension, name: String) {
      self.dimension = dimension
      self.name = name
    }
  }

  /// The service.
  public let service: Service
  /// Its site; `nil` where records carry none, or the service is pooled.
  public let site: String?
  /// What the keys of the part are called, in the order of the dimensions asked for.
  public let by: [Name]
  /// The days with records of the whole service, first to last.
  public let recorded: ClosedRange<CivilDate>
  /// The history of the part under the service's own formula.
  public let judged: JudgedHistory
}

extension Breakdown {
  /// Breaks a service down by dimensions.
  ///
  /// - Parameters:
  ///   - group: The keys of the service.
  ///   - whole: The service, laid out.
  ///   - dimensions: Each at most once; no part where there are none.
  ///   - threads: How many threads judge the parts; they are the same with any number.
  /// - Throws: `MetricsError` as for the service.
  /// - Complexity: O(*n*) in the cells of its keys.
  static func parts(
    of group: ServiceGroup, _ whole: ServiceLayouts, by dimensions: [KeyDimension],
    reach: MetricsOptions.Reach, asOf: CivilDate, threads: Int
  ) throws(MetricsError) -> [Breakdown] {
    guard !dimensions.isEmpty else { return [] }
    let laidOut = whole.keys
    return try group.parts(by: dimensions).concurrentMap(threads: threads) {
      (names, part) throws(MetricsError) in
      guard let layouts = ServiceLayouts(part, partOf: whole, laidOut: laidOut) else {
        return Breakdown?.none
      }
      return Breakdown(
        service: group.service, site: group.site,
        by: zip(dimensions, names).map { Name(dimension: $0, name: $1) },
        recorded: whole.recorded,
        judged: try JudgedHistory(layouts, reach: reach, asOf: asOf))
    }.compactMap(\.self)
  }
}
