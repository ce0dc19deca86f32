import Basics
import MaturityRules
import PerformanceMetrics

/// Reads the level of a standard.
struct LevelReading {
  /// The part of the center, and the standard.
  let scope: ClaimScope

  /// Reads the level, and what it could still be.
  func figure(_ center: CenterMetrics) throws(FigureFailure) -> (AuditedFigure, possible: Int) {
    guard let id = scope.standard else { throw .needsStandard }
    let findings = Evaluator.findings(center)
    guard let finding = findings.first(where: { $0.standard.id == id }) else {
      throw .unknownStandard(id)
    }
    guard scope.queue == nil, scope.channel == nil else { throw .onlySite }
    guard !finding.scopes.isEmpty else { throw .noRecordsOfKind("records for \(id)") }
    let isOfServices = id == ClaimScope.serviceLevelStandard
    let wanted = finding.scopes.filter { part in
      if isOfServices {
        return (scope.service == nil || part.scope == scope.service)
          && (scope.site == nil || part.site == scope.site)
      }
      return scope.site == nil || part.scope == scope.site
    }
    if !isOfServices, scope.service != nil { throw .onlySite }
    guard !wanted.isEmpty else {
      let names = finding.scopes.map {
        isOfServices && scope.service != nil ? $0.scope : $0.site ?? $0.scope
      }
      let name = scope.service ?? scope.site ?? ""
      throw .unknownName(
        scope.service == nil ? "site" : "service", name, nearest: NearestName.of(name, in: names))
    }
    guard let level = wanted.compactMap(\.level).min() else { throw .noLevel }
    return (AuditedFigure(level: level), wanted.compactMap(\.possible).min() ?? level)
  }
}
