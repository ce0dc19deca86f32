package import Reports

/// What was restated between two reports: months, levels, intervals.
///
/// ```swift
/// let difference = ReportDifference(before, after)
/// difference.months.changedCount
/// ```
package struct ReportDifference: Sendable {
  /// A level that is another one.
  package struct Level: Hashable, Sendable {
    /// The standard.
    package let standard: String
    /// Whose level it is: a scope and its site; empty for the standard's own.
    package let scope: [String]
    /// What became of the scope.
    package let change: EntryDifference.Change
    /// The level before; `nil` where there was none.
    package let was: String?
    /// The level now.
    package let now: String?
  }

  /// A part that is compared only where both reports have it in the same way.
  package enum Part: String, Hashable, Sendable {
    case days, intervals, breakdowns
  }

  /// The parts that are not compared: lists that only one of the reports has, and breakdowns
  /// by other dimensions.
  package let notCompared: [Part]
  /// The months of services, by service, site and month.
  package let months: EntryDifference
  /// The months and totals of breakdowns, by service, site, part and month.
  package let breakdowns: EntryDifference
  /// The intervals: those of services where both reports list them, or those of exports by
  /// site, queue and channel; `nil` where nothing lists them.
  package let intervals: EntryDifference?
  /// The levels that are others.
  package let levels: [Level]
  /// Everything but the version, the configuration and the inputs.
  package let whole: DocumentComparison
  /// The configuration.
  package let configuration: DocumentComparison

  private static let intervalLimit = 10

  /// Compares two reports.
  ///
  /// - Parameter intervals: What became of intervals, where it was found in another way.
  /// - Complexity: O(*n*) in the sizes of the reports.
  package init(
    _ before: JSONDocument, _ after: JSONDocument, intervals: EntryDifference? = nil
  ) {
    let (before, after) = (before.root, after.root)
    months = EntryDifference(
      ReportDifference.entries("months", before), ReportDifference.entries("months", after),
      keeping: .max)
    let notCompared = ReportDifference.notCompared(before, after)
    self.notCompared = notCompared
    let hasSameParts = !notCompared.contains(.breakdowns)
    breakdowns = EntryDifference(
      hasSameParts ? ReportDifference.parts(before) : [],
      hasSameParts ? ReportDifference.parts(after) : [], keeping: .max)
    let lists = (
      ReportDifference.entries("intervals", before), ReportDifference.entries("intervals", after)
    )
    let isListed = [before, after].allSatisfy { report in
      ReportDifference.lists(.intervals, report)
    }
    self.intervals =
      intervals
      ?? (isListed
        ? EntryDifference(lists.0, lists.1, keeping: ReportDifference.intervalLimit) : nil)
    levels = ReportDifference.levels(before, after)
    whole = DocumentComparison(
      before, after,
      skipping: Set(["version", "configuration", "inputs", "records"] + notCompared.map(\.place)))
    configuration = DocumentComparison(
      before["configuration"]!, after["configuration"]!, skipping: ["sha256"])
  }

  /// Whether nothing was restated; what the reports were made with and from is no figure.
  package var isEmpty: Bool {
    whole.differenceCount == 0 && (intervals?.isEmpty ?? true)
  }

  /// Months whose state is another one.
  package var flippedMonths: Int { months.entries.count(where: \.isFlipped) }
}

// MARK: - Parts

extension ReportDifference.Part {
  /// Where it stands in a report.
  fileprivate var place: String {
    switch self {
    case .days, .intervals: "services[].\(rawValue)"
    case .breakdowns: rawValue
    }
  }
}

extension ReportDifference {
  private static func notCompared(
    _ before: JSONDocument.Value, _ after: JSONDocument.Value
  ) -> [Part] {
    let lists: [Part] = [.days, .intervals].filter {
      ReportDifference.lists($0, before) != ReportDifference.lists($0, after)
    }
    let by = [before, after].map { ReportDifference.dimensions($0) }
    return lists + (by[0] == by[1] ? [] : [.breakdowns])
  }

  /// Whether any service of a report has a list.
  private static func lists(_ part: Part, _ report: JSONDocument.Value) -> Bool {
    report["services"]?.elements.contains { $0[part.rawValue] != nil } == true
  }

  /// What a report is broken down by.
  private static func dimensions(_ report: JSONDocument.Value) -> [String?] {
    report["configuration"]?["effective"]?["by"]?.elements.map(\.text) ?? []
  }
}

// MARK: - Entries and their names

extension ReportDifference {
  /// The entries of a list of every service, by service, site and what they are of.
  private static func entries(
    _ list: String, _ report: JSONDocument.Value
  ) -> [EntryDifference.Named] {
    (report["services"]?.elements ?? []).flatMap { service in
      let names = [service["name"], service["site"]].compactMap { $0?.text }
      return (service[list]?.elements ?? []).map { entry in
        let moment = [entry["month"], entry["start"]].compactMap { $0?.text }
        let pass = entry["secondPass"]?.flag == true ? ["second pass"] : []
        return EntryDifference.Named(names: names + moment + pass, value: entry)
      }
    }
  }

  private static func parts(_ report: JSONDocument.Value) -> [EntryDifference.Named] {
    (report["breakdowns"]?.elements ?? []).map { part in
      let names =
        [part["service"], part["site"]].compactMap { $0?.text }
        + (part["by"]?.members ?? []).map { "\($0.key.text!) \($0.value.text ?? "")" }
        + [part["month"]?.text ?? "total"]
      return EntryDifference.Named(names: names, value: part)
    }
  }

  private static func levels(
    _ before: JSONDocument.Value, _ after: JSONDocument.Value
  ) -> [Level] {
    typealias Standing = (standard: String, scope: [String], level: JSONDocument.Value?)
    func standings(_ report: JSONDocument.Value) -> [Standing] {
      (report["standards"]?.elements ?? []).flatMap { standard -> [Standing] in
        let id = standard["id"]?.text ?? ""
        return [(id, [], standard["level"])]
          + (standard["scopes"]?.elements ?? []).map { scope in
            (id, [scope["scope"], scope["site"]].compactMap { $0?.text }, scope["level"])
          }
      }
    }
    func level(_ standing: Standing?) -> String? {
      guard let level = standing?.level, level.kind == .number else { return nil }
      return level.written
    }
    func name(_ standing: Standing) -> NameBytes { NameBytes([standing.standard] + standing.scope) }
    let (earlier, later) = (standings(before), standings(after))
    let now = Dictionary(later.map { (name($0), $0) }) { first, _ in first }
    let known = Set(earlier.map(name))
    let changes: [Level] = earlier.map { standing in
      let other = now[name(standing)]
      return Level(
        standard: standing.standard, scope: standing.scope,
        change: other == nil ? .gone : .changed, was: level(standing), now: level(other))
    }
    let additions = later.filter { !known.contains(name($0)) }.map {
      Level(
        standard: $0.standard, scope: $0.scope, change: .added, was: nil, now: level($0))
    }
    return (changes + additions).filter { $0.was != $0.now }
  }
}
