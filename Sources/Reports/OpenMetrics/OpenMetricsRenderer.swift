import Basics
import MaturityRules
import PerformanceMetrics

/// Writes what a dashboard shows of a report, as OpenMetrics and as Prometheus' own text.
///
/// The figures are those of the last complete month (`period="last_month"`), of the month that
/// as-of cuts (`this_month`), of the last complete quarter (`last_quarter`), and of all months
/// (`total`): a label for each month would be new series for ever, and the history is the
/// dashboard's. `slcheck_period_start_timestamp_seconds` says which month it is.
///
/// All samples are gauges in base units, percent as parts of one, with the decimals of the JSON;
/// what is unknown has no sample. There are no time stamps: a collector that reads files refuses
/// them. Both formats read the text the same; `# UNIT` and `# EOF` are comments in one of them.
public enum OpenMetricsRenderer: Sendable {
  /// Renders a report.
  ///
  /// - Throws: When the report cannot be encoded, which would be a bug.
  public static func render(_ report: Report) throws -> [UInt8] {
    var report = report
    // Days and intervals are no series of a dashboard.
    report.detail = nil
    var page = MetricsPage(report.center.asOf)
    page.addRun(report)
    page.addObjectives(report.center)
    var walk = FigureWalk(page)
    for (name, node) in try report.figureSections() { walk.section(name, node) }
    for breakdown in report.center.breakdowns {
      walk.section("breakdowns", try breakdown.figureNode())
    }
    return walk.sink.text
  }

  /// Percent as parts of one: the point moves two places, and no digit changes.
  static func ratio(_ percent: String) -> String {
    let digits = percent.drop { $0 == "-" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(repeating: "0", count: max(0, 3 - parts[0].count)) + parts[0]
    return (percent.hasPrefix("-") ? "-" : "") + whole.dropLast(2) + "." + whole.suffix(2)
      + (parts.count > 1 ? parts[1] : "")
  }
}

/// The samples of each family, while they are gathered.
private struct MetricsPage: FigureSink {
  private typealias Labels = [(name: String, value: String)]

  private var samples = [[String]](repeating: [], count: MetricFamily.all.count)
  /// How often a family has a sample with the same labels.
  private var seen: [String: Int] = [:]
  /// Rows of all inputs by what became of them.
  private var rows: [(outcome: String, count: Int)] = []
  private let asOf: CivilDate

  /// The places of the families of a figure.
  private static let places = Dictionary(
    grouping: MetricFamily.all.indices.filter { !MetricFamily.all[$0].section.isEmpty }
  ) { "\(MetricFamily.all[$0].section)/\(MetricFamily.all[$0].measure)" }

  init(_ asOf: CivilDate) { self.asOf = asOf }

  /// All of it.
  var text: [UInt8] {
    var text = ""
    for (family, lines) in zip(MetricFamily.all, withRows.samples) where !lines.isEmpty {
      text += "# HELP \(family.name) \(family.help)\n# TYPE \(family.name) gauge\n"
      if let unit = family.unit { text += "# UNIT \(family.name) \(unit)\n" }
      for line in lines { text += line + "\n" }
    }
    return Array((text + "# EOF\n").utf8)
  }

  private mutating func add(_ family: MetricFamily, _ labels: Labels, _ value: String) {
    let place = MetricFamily.all.firstIndex { $0.name == family.name }!  // It is in the table.
    add(place, labels, value)
  }

  private mutating func add(_ place: Int, _ labels: Labels, _ value: String) {
    var labels = labels.filter { !$0.value.isEmpty }
    let key = MetricFamily.all[place].name + MetricsPage.text(labels)
    // Two names that are shown alike would be one series, and the whole file be refused.
    seen[key, default: 0] += 1
    if seen[key]! > 1 { labels.append(("again", "\(seen[key]!)")) }
    samples[place].append(MetricFamily.all[place].name + MetricsPage.text(labels) + " " + value)
  }

  private static func text(_ labels: Labels) -> String {
    guard !labels.isEmpty else { return "" }
    return "{" + labels.map { "\($0.name)=\"\(escaped($0.value))\"" }.joined(separator: ",") + "}"
  }

  /// Makes text safe within quotes; line breaks are made visible like all control characters.
  private static func escaped(_ text: String) -> String {
    var shown = ""
    for scalar in VisibleText.escaping(text).unicodeScalars {
      if scalar == "\\" || scalar == "\"" { shown += "\\" }
      shown.unicodeScalars.append(scalar)
    }
    return shown
  }
}

// MARK: - From the table of figures

extension MetricsPage {
  mutating func take(_ figure: Figure) {
    let place = figure.place
    addStatus(figure)
    if place.section == "records", place.part("kind") != nil { return addRows(figure) }
    guard let period = period(of: place), let value = figure.text else { return }
    let (family, member) = MetricsPage.family(of: figure)
    guard let family else { return }
    var labels = labels(place)
    if let name = MetricFamily.all[family].member, let member { labels.append((name, member)) }
    if place.section != "standards" { labels.append(("period", period)) }
    add(family, labels, MetricFamily.all[family].isRatio ? OpenMetricsRenderer.ratio(value) : value)
  }

  /// Finds the family of a figure, and what its member is called.
  private static func family(of figure: Figure) -> (Int?, member: String?) {
    let section = figure.place.section
    var measure = figure.measure
    // A standard and its scopes have figures of the same names.
    if section == "standards", figure.place.scope != nil, figure.place.part("level") == nil {
      measure = "scopes." + measure
    }
    if let found = places["\(section)/\(measure)"] {
      let isRatio = figure.unit == "percent"
      return (found.first { found.count == 1 || MetricFamily.all[$0].isRatio == isRatio }, nil)
    }
    guard let point = measure.lastIndex(of: ".") else { return (nil, nil) }
    let (group, name) = (measure[...point], measure[measure.index(after: point)...])
    if group == "waitPercentiles.", name.first == "p" {
      return (places["\(section)/\(group)p*"]?.first, String(name.dropFirst()))
    }
    return (places["\(section)/\(group)*"]?.first, String(name))
  }

  private func labels(_ place: FigurePlace) -> Labels {
    let isService = place.section == "services" || place.section == "breakdowns"
    var labels = [(isService ? "service" : "scope", place.scope ?? "")]
    // A part that is a site says which one, also of a service that pools them.
    if place.part("site") == nil { labels.append(("site", place.site ?? "")) }
    labels += place.parts.filter { $0.name != "number" }
    labels.append(("currency", place.currency ?? ""))
    return labels
  }

  /// The name of the period, if it is one that a dashboard shows.
  private func period(of place: FigurePlace) -> String? {
    switch place.grain {
    case "total", "window": return "total"
    // A month of a criterion is told by its month.
    case "month" where place.section != "standards":
      if place.period == asOf.lastCompleteMonth.description { return "last_month" }
      return place.period == asOf.month.description ? "this_month" : nil
    case "quarter":
      return place.period == MetricsPage.lastQuarter(asOf).description ? "last_quarter" : nil
    default: return nil
    }
  }

  private static func lastQuarter(_ asOf: CivilDate) -> CivilQuarter {
    let quarter = CivilQuarter(asOf.month)
    return asOf == quarter.lastDay ? quarter : quarter - 1
  }

  /// Says how a month of a service, a criterion or a requirement stands, once for each.
  private mutating func addStatus(_ figure: Figure) {
    guard let state = figure.place.state else { return }
    let status = labels(figure.place) + [("status", state)]
    switch (figure.place.section, figure.measure) {
    case ("services", "offered"):
      // A month that as-of cuts is neither met nor missed yet.
      if figure.place.isComplete == true, let period = period(of: figure.place) {
        add(.monthStatus, labels(figure.place) + [("period", period), ("status", state)], "1")
      }
    case ("standards", "met"): add(.criterionStatus, status, "1")
    case ("requirements", "level"):
      let level = ("level", figure.text ?? "")
      add(.requirementStatus, labels(figure.place) + [level, ("status", state)], "1")
    default: break
    }
  }
}

// MARK: - What is not a figure

extension MetricsPage {
  /// Adds the version, the configuration, and the days.
  mutating func addRun(_ report: Report) {
    add(
      .info,
      [("version", report.version), ("configuration_sha256", report.configuration.sha256)], "1")
    add(.asOf, [], MetricsPage.seconds(asOf))
    let last = asOf.lastCompleteMonth
    add(.periodStart, [("period", "last_month")], MetricsPage.seconds(last.firstDay))
    if asOf.month != last {
      add(.periodStart, [("period", "this_month")], MetricsPage.seconds(asOf.month.firstDay))
    }
    if report.center.costOfQuality != nil {
      let first = MetricsPage.lastQuarter(asOf).firstDay
      add(.periodStart, [("period", "last_quarter")], MetricsPage.seconds(first))
    }
  }

  /// Adds the objectives in force at the end of each month that is shown.
  mutating func addObjectives(_ center: CenterMetrics) {
    let last = asOf.lastCompleteMonth
    var ends = [("last_month", last.lastDay)]
    if asOf.month != last { ends.append(("this_month", asOf)) }
    for metrics in center.services {
      for (period, day) in ends {
        guard let objective = metrics.service.objectives.inForce(on: day) else { continue }
        let labels = [
          ("service", metrics.service.name), ("site", metrics.site ?? ""), ("period", period),
        ]
        add(.objective, labels, OpenMetricsRenderer.ratio(objective.percent.description))
        add(.objectiveSeconds, labels, "\(objective.seconds)")
      }
    }
  }

  private static func seconds(_ day: CivilDate) -> String { "\(Int(day.daysSinceEpoch) * 86_400)" }

  private mutating func addRows(_ figure: Figure) {
    guard figure.measure.hasPrefix("rows."), let count = figure.text.flatMap({ Int($0) }) else {
      return
    }
    let outcome = String(figure.measure.dropFirst(5))
    // Together they are no more than the lines of all inputs.
    if let index = rows.firstIndex(where: { $0.outcome == outcome }) {
      rows[index].count += count
    } else {
      rows.append((outcome, count))
    }
  }

  /// The same page with the rows of all inputs.
  private var withRows: MetricsPage {
    var page = self
    for (outcome, count) in rows { page.add(.inputRows, [("outcome", outcome)], "\(count)") }
    return page
  }
}
