internal import Basics
internal import ContactRecords
internal import PerformanceMetrics

extension Configuration {
  /// Overrides what the file says with what was typed.
  ///
  /// An objective or a formula is for runs without configured services only;
  /// an objective that was typed is nobody's assumption. A mapping replaces the
  /// configured one of its canonical name.
  ///
  /// - Precondition: No options were applied yet.
  /// - Throws: `UsageError` when an option does not fit the configuration.
  package func applying(_ arguments: Arguments) throws(UsageError) -> Configuration {
    var result = self
    if arguments.objective != nil || arguments.formula != nil {
      guard isAssumed else {
        throw .configuredServices(arguments.objective != nil ? "--objective" : "--formula")
      }
      if let objective = arguments.objective {
        result.services[0].objectives = ObjectiveSchedule([objective])
        result.isAssumed = false
      }
      result.services[0].formula = arguments.formula ?? result.services[0].formula
    }
    result.zone = arguments.timeZone.flatMap { CivilZone(named: $0) } ?? zone
    result.asOf = arguments.asOf ?? asOf
    result.by = arguments.by ?? by
    result.ledger = arguments.ledgerPath ?? ledger
    result.maxRejects = arguments.maxRejects ?? maxRejects
    result.dateOrder = arguments.dateOrder ?? dateOrder
    result.onConflict = arguments.onConflict ?? onConflict
    if arguments.strictCounts { result.strictCounts = true }
    result.require.merge(arguments.require) { $1 }
    var typed: [String: [String]] = [:]
    for mapping in arguments.map { typed[mapping.name, default: []].append(mapping.column) }
    for (name, columns) in typed { result.columns[name] = .joined(columns) }
    return result
  }
}
