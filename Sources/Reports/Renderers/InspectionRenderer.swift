import Basics
import DelimitedText

/// Writes what files are for people, file by file.
public struct InspectionRenderer: Sendable {
  private let style: TextStyle
  private var lines: [String] = []

  /// Gaps, days and reasons that the text names, of each; JSON has them all, and ten gaps.
  private static let shown = 10

  /// Renders an inspection.
  ///
  /// - Parameters:
  ///   - inspection: What a look at the files found.
  ///   - isColored: Whether the terminal's colors are used.
  /// - Returns: The text with a line break at its end.
  public static func render(_ inspection: Inspection, isColored: Bool = false) -> String {
    var renderer = InspectionRenderer(style: TextStyle(isColored: isColored))
    for file in inspection.files { renderer.write(file) }
    return renderer.lines.joined(separator: "\n") + "\n"
  }

  private init(style: TextStyle) { self.style = style }

  private mutating func write(_ file: Inspection.File) {
    if !lines.isEmpty { lines.append("") }
    lines.append(style.heading(file.path == "-" ? "standard input" : shown(file.path)))
    var facts: [(String, String)] = []
    if let text = file.text {
      facts.append(("text", "\(grouped(text.bytes)) bytes, \(grouped(text.lines)) lines"))
      facts.append(("encoding", text.encoding))
      facts.append(
        ("dialect", "\(name(text.delimiter)) between fields, lines end with \(text.lineEnding)"))
    }
    if let header = file.header {
      let above = header.preambleRows
      facts.append(
        (
          "header",
          (header.line.map { "line \($0)" } ?? "none")
            + (above > 0 ? ", below \(counted(above, "row")) left out" : "")
        ))
      facts.append(("kind", "\(header.kind): \(header.reason)"))
      if let profile = header.profile { facts.append(("profile", profile)) }
    }
    if let dates = file.dates { facts.append(("dates", inWords(dates))) }
    if let span = file.span {
      facts.append(("span", "\(shown(span.first)) to \(shown(span.last))"))
    }
    if let grid = file.grid { facts += inWords(grid) }
    if let rows = file.rows { facts += inWords(rows) }
    let width = facts.map(\.0.count).max() ?? 0
    for (name, text) in facts {
      lines.append("  " + name.padded(to: width) + "  " + text)
    }
    if let columns = file.header?.columns { write(columns) }
    write("intervals missing", file.grid?.gaps.map(inWords) ?? [], of: file.grid?.gapCount ?? 0)
    write("rejected", (file.rows?.rejects ?? []).map(inWords))
    write("days that contradict themselves", file.suspectDays.map(inWords))
    write("implausible", file.implausible.map(shown))
    write("in the way of a report", file.problems)
    write("notes", file.notes)
  }

  private mutating func write(_ columns: [Inspection.Column]) {
    lines += ["", "  columns"]
    var table = TextTable([.left, .left])
    for column in columns {
      let reads = column.canonical.joined(separator: ", ")
      table.add([
        shown(column.name),
        reads.isEmpty ? "not read" : reads + (column.unit.map { " (\($0))" } ?? ""),
      ])
    }
    lines += table.lines(indent: 4)
  }

  private mutating func write(_ title: String, _ items: [String], of total: Int? = nil) {
    guard !items.isEmpty else { return }
    lines += ["", "  " + title]
    for item in items.prefix(Self.shown) { lines.append("    " + item) }
    let more = (total ?? items.count) - min(items.count, Self.shown)
    if more > 0 { lines.append("    and \(grouped(more)) more") }
  }
}

// MARK: - In words

extension InspectionRenderer {
  private func shown(_ text: String) -> String { VisibleText.escaping(text) }

  private func name(_ delimiter: String) -> String {
    switch delimiter {
    case ",": "comma"
    case ";": "semicolon"
    case "\t": "tab"
    case "|": "vertical bar"
    default: "\"\(shown(delimiter))\""
    }
  }

  private func inWords(_ dates: Inspection.Dates) -> String {
    let order = DateOrder(rawValue: dates.order)?.words ?? dates.order
    guard let line = dates.line, let text = dates.text else { return order }
    return "\(order), which line \(line) decides: \(shown(text))"
  }

  private func inWords(_ grid: Inspection.Grid) -> [(String, String)] {
    let length = grid.intervalMinutes.map {
      "\($0) minutes, \(grid.isStated ? "as stated" : "as the starts tell")"
    }
    var facts = [("interval length", length ?? "none: whole months")]
    facts.append(("queues", "\(grouped(grid.keys)) of site, queue and channel"))
    if let habit = grid.habit {
      facts.append(
        (
          "idle intervals",
          habit == "dense" ? "dense: have rows of their own" : "sparse: have no rows"
        ))
    } else if grid.intervalMinutes != nil {
      facts.append(("idle intervals", "mixed: some queues have rows for them and others not"))
    }
    facts.append(
      ("grid", "\(grouped(grid.expected)) intervals expected, \(grouped(grid.missing)) missing"))
    if grid.overlaps > 0 {
      facts.append(("overlaps", "\(counted(grid.overlaps, "row")) for an interval given otherwise"))
    }
    return facts
  }

  private func inWords(_ rows: Inspection.Rows) -> [(String, String)] {
    let parts = [
      "\(grouped(rows.accepted)) accepted", "\(grouped(rows.rejected)) rejected",
      "\(grouped(rows.repeated)) repeated", "\(grouped(rows.ignored)) ignored",
    ]
    var facts = [("rows", "\(grouped(rows.read)) read: " + parts.joined(separator: ", "))]
    if rows.suspect > 0 {
      facts.append(
        ("suspect", "\(counted(rows.suspect, "row")) with counts that contradict each other"))
    }
    return facts
  }

  private func inWords(_ gap: Inspection.Gap) -> String {
    (gap.from == gap.to ? gap.from : "\(gap.from) to \(gap.to)")
      + ": \(grouped(gap.missing)) of single queues"
  }

  private func inWords(_ reject: Inspection.Reject) -> String {
    "\(counted(reject.count, "row")): \(shown(reject.reason)), first in line \(reject.line), "
      + "column \(reject.column)"
  }

  private func inWords(_ day: Inspection.SuspectDay) -> String {
    "\(day.day): \(grouped(day.offered)) offered, \(grouped(day.accountedFor)) answered, "
      + "abandoned or flown out"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
