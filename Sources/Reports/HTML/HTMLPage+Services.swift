import Basics
import MaturityRules
import PerformanceMetrics

// MARK: - Services

extension HTMLPage {
  /// Writes every service in a table where there are several, and the first ones in full.
  mutating func writeServices() {
    let services = report.center.services
    writeLegend()
    if services.count > 1 { writeOverview(services) }
    for service in services.prefix(HTMLRenderer.mostDrawn) { write(service) }
    writeRest(services.count, "services")
  }

  /// Writes a row for each service.
  private mutating func writeOverview(_ services: [ServiceMetrics]) {
    let right = TextTable.Alignment.right
    var table = TextTable([.left, .left, right, right, right, right, right, right, right])
    table.add([
      "service", "objective", "level", "offered", "service level", "intervals met", "abandoned",
      "ASA", "AHT",
    ])
    for service in services {
      let name = words.title(service.service.name, service.site)
      guard let records = service.records else {
        table.add([name, "no record matches it"] + Array(repeating: "-", count: 7))
        continue
      }
      let cells = words.cells("", "", records.total(records.judged))
      let level = finding(of: service)?.level.map { "\($0) of 4" } ?? "-"
      table.add(
        [name, service.service.objectivesInWords, level, cells[1], cells[2]] + cells[5...])
    }
    add("div", ["class": "card plain"]) {
      $0.write(table, caption: "All services, over all months")
    }
  }

  /// How a service stands.
  private func finding(of metrics: ServiceMetrics) -> ScopeFinding? {
    report.findings.first { $0.standard.subject == .serviceLevel }?.scopes
      .first { $0.scope == metrics.service.name && $0.site == metrics.site }
  }

  private mutating func write(_ metrics: ServiceMetrics) {
    var text = words
    text.write(metrics)
    guard let section = text.lines.sections.first else { return }
    let identifier = markup.newIdentifier()
    add("article", ["class": "card service", "aria-labelledby": identifier]) { page in
      page.add("h3", ["id": identifier], text: section.heading)
      let name = page.words.title(metrics.service.name, metrics.site)
      let map = metrics.records.flatMap { page.heatMap(name, $0) }
      let calendar = metrics.records.flatMap { page.calendar(metrics, name, $0) }
      if let records = metrics.records {
        page.writeFigures(records)
        page.writeCharts(name, ServiceSeries(metrics.service, records), map, calendar)
      }
      page.write(notes: section.sentences)
      for (index, table) in section.tables.enumerated() {
        let what =
          index == 0 ? "month by month" : "by " + (table.rows.first?.first ?? "part")
        page.write(folded: table, "Figures \(what)", caption: "\(name), \(what)")
      }
      page.writeTables(name, map, calendar)
    }
  }

  /// Writes the figures of all months together.
  private mutating func writeFigures(_ records: ServiceMetrics.Records) {
    let names = [
      "", "contacts offered", "service level", "", "days met", "intervals met", "abandoned",
      "speed of answer", "handle time",
    ]
    let cells = words.cells("", "", records.total(records.judged))
    add("dl", ["class": "figures"]) { page in
      for (name, cell) in zip(names, cells) where !name.isEmpty && cell != "-" {
        page.add("div") { page in
          page.add("dt", text: name)
          page.add("dd", text: cell)
        }
      }
    }
  }
}

// MARK: - Charts

extension HTMLPage {
  private mutating func writeCharts(
    _ name: String, _ series: ServiceSeries, _ map: HeatMap?, _ calendar: DayCalendar?
  ) {
    add("div", ["class": "charts"]) { page in
      page.figure("Service level by month", "%") { page in
        SeriesChart(
          title: "Service level of \(name) by month", unit: " %", points: series.serviceLevel
        ).add(to: &page.markup)
      }
      if let map {
        let days = HTMLPage.intervalDays
        page.figure("Intervals met", "past \(days) days") { page in
          map.add(to: &page.markup)
        }
      }
      if let calendar {
        page.figure("Days met", "past \(calendar.months.count) months") { page in
          calendar.add(to: &page.markup)
        }
      }
      page.add("div", ["class": "sparks"]) { page in
        for (title, unit, points) in [
          ("Abandoned", "%", series.abandonment), ("Average speed of answer", "s", series.speed),
          ("Average handle time", "s", series.handleTime),
        ] {
          page.figure(title, unit) { page in
            SeriesChart(
              title: "\(title) of \(name) by month", unit: " " + unit, points: points, height: 84
            ).add(to: &page.markup)
          }
        }
      }
    }
  }

  /// The figures of the heat map and of the calendar as tables.
  private mutating func writeTables(
    _ name: String, _ map: HeatMap?, _ calendar: DayCalendar?
  ) {
    if let map {
      write(
        folded: map.table, "Intervals by weekday and time",
        caption: "\(name), intervals met of those counted or undecided, past "
          + "\(HTMLPage.intervalDays) days")
    }
    if let calendar {
      write(
        folded: calendar.table, "Days of the past \(calendar.months.count) months",
        caption: "\(name), days: " + DayCalendar.letters)
    }
  }

  /// The window and the share of the criterion that counts intervals.
  private static let intervalRule =
    StandardLadder.standards.flatMap(\.criteria).compactMap { criterion in
      if case .intervalsAttained(let percent, let days) = criterion.test {
        (percent: percent, days: days)
      } else {
        nil
      }
    }.first ?? (percent: 80, days: 120)
  private static var intervalDays: Int { intervalRule.days }

  /// The months of the criterion that counts days.
  private static let dayMonths =
    StandardLadder.standards.flatMap(\.criteria).compactMap { criterion in
      if case .daysAttained(_, let months) = criterion.test { months } else { nil }
    }.first ?? 9

  private func heatMap(_ name: String, _ records: ServiceMetrics.Records) -> HeatMap? {
    let window = Window.lastDays(
      HTMLPage.intervalDays, asOf: report.center.asOf, grain: .interval)
    let days = max(window.days.lowerBound, records.judged.start)...window.days.upperBound
    return records.source.weekPattern(in: days).flatMap {
      HeatMap(
        title: "Intervals of \(name) met by weekday and time of day", $0,
        neededPercent: HTMLPage.intervalRule.percent)
    }
  }

  /// The days of the window of the criterion on days; `nil` where none is told apart.
  private func calendar(
    _ metrics: ServiceMetrics, _ name: String, _ records: ServiceMetrics.Records
  ) -> DayCalendar? {
    let window = Window.lastMonths(HTMLPage.dayMonths, asOf: report.center.asOf, grain: .day)
    let judged = finding(of: metrics)?.criteria.flatMap(\.months) ?? []
    let months = window.months.map { month in
      let states = (0..<month.dayCount).map { offset in
        let day = month.firstDay + offset
        let figures = records.judged.figures(day...day)
        return figures.tracksDays ? figures.state : .closed
      }
      let days = records.judged.figures(month.firstDay...month.lastDay).days
      let all = days.counted + days.undecided
      let status = judged.first { $0.month == month }?.status
      return DayCalendar.Month(
        month: month, states: states, share: all > 0 ? "\(days.met)/\(all)" : "–",
        isEnough: status.map { $0 != .missed })
    }
    guard months.contains(where: { $0.states.contains { $0 != .closed } }) else { return nil }
    return DayCalendar(title: "Days of \(name) by month", months: months)
  }
}
