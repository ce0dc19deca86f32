import PerformanceMetrics

extension Report {
  /// The sections of the wire form that hold figures, in the order of their names.
  ///
  /// The parts of services are left out: there may be so many that each is looked at by itself.
  ///
  /// - Throws: When the report cannot be encoded, which would be a bug.
  func figureSections() throws -> [(name: String, node: JSONNode)] {
    var encoded = EncodedReport(self)
    encoded.breakdowns = EncodedBreakdowns(breakdowns: [], threads: 1)
    guard case .object(let object) = try JSONNodeEncoder.node(encoded) else { return [] }
    // What the run was told is no figure of it.
    return object.members.filter { $0.name != "configuration" }
      .map { (name: $0.name, node: $0.value) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension Breakdown {
  /// Its months and its total in their wire form.
  ///
  /// - Throws: When they cannot be encoded, which would be a bug.
  func figureNode() throws -> JSONNode {
    let list = JSONNode.List()
    list.elements = try EncodedBreakdown.all(self).map { try JSONNodeEncoder.node($0) }
    return .list(list)
  }
}
