import Basics
import ContactRecords
import PerformanceMetrics

/// One service on one site, or a part of it, that a claim is about.
struct ScopePart {
  /// The service.
  let service: Service
  /// What it is called in a sentence.
  let name: String
  /// Its records.
  let records: ServiceMetrics.Records
  /// The history that is read: of the service, or of its part.
  let judged: JudgedHistory
  /// The names that keys of the part have; none for all of the service.
  let names: [Breakdown.Name]

  /// Tells whether a key is one of the part.
  func takes(_ key: RecordKey) -> Bool {
    names.allSatisfy { $0.dimension.name(in: key) == $0.name }
  }

  /// The days that can be asked for.
  var span: ClosedRange<CivilDate> { judged.start...judged.end }
  /// The days with records of the service.
  var recorded: ClosedRange<CivilDate> { records.recorded }
}

extension ClaimScope {
  /// What services have to be broken down by for the scope: names that no service stands for.
  func dimensions(_ center: CenterMetrics) -> [KeyDimension] {
    let isPooled = center.services.contains {
      $0.records != nil && (service == nil || $0.service.name == service) && $0.site == nil
    }
    return names.map(\.dimension).filter { $0 != .site || isPooled }
  }

  /// The services of the scope, or the parts of them.
  ///
  /// - Parameter dimensions: What the center is broken down by: what the scope needs.
  func parts(
    _ center: CenterMetrics, by dimensions: [KeyDimension]
  ) throws(FigureFailure) -> [ScopePart] {
    guard center.services.contains(where: { $0.records != nil }) else {
      throw .noRecordsOfKind("interval records or contacts")
    }
    let named = center.services.filter { service == nil || $0.service.name == service }
    if let service, named.isEmpty {
      throw .unknownService(
        service, nearest: NearestName.of(service, in: center.services.map(\.service.name)))
    }
    let atSite = named.filter { dimensions.contains(.site) || site == nil || $0.site == site }
    let wanted = names.filter { dimensions.contains($0.dimension) }
      .map { Breakdown.Name(dimension: $0.dimension, name: $0.name) }
    let parts = atSite.flatMap { metrics -> [ScopePart] in
      guard let records = metrics.records else { return [] }
      let place = [metrics.service.name, metrics.site].compactMap(\.self).joined(separator: " at ")
      guard !wanted.isEmpty else {
        return [
          ScopePart(
            service: metrics.service, name: place, records: records, judged: records.judged,
            names: [])
        ]
      }
      return center.breakdowns.filter { part in
        part.service.name == metrics.service.name && part.site == metrics.site
          && wanted.allSatisfy { name in part.by.contains(name) }
      }.map {
        ScopePart(
          service: metrics.service, name: place, records: records, judged: $0.judged,
          names: wanted)
      }
    }
    if parts.isEmpty { throw unmatched(named) }
    return parts
  }

  /// Finds the name that no record has.
  private func unmatched(_ services: [ServiceMetrics]) -> FigureFailure {
    let keys = services.compactMap(\.records).flatMap(\.source.keys)
    for (dimension, name) in names {
      let known = Set(keys.map { dimension.name(in: $0) })
      if !known.contains(name) {
        return .unknownName(
          dimension.rawValue, name,
          nearest: NearestName.of(name, in: known.filter { !$0.isEmpty }.sorted()))
      }
    }
    return .noRecords
  }
}

extension ClaimScope {
  /// The standard that services are judged by.
  static let serviceLevelStandard = "8.01"
}
