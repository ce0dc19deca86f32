import Basics
import PerformanceMetrics

/// Writes the figures of a report as one table for databases and spreadsheets: a row for each
/// figure of the JSON, with what tells which it is.
///
/// Columns:
/// - `as_of`: the last day that anything is judged on.
/// - `section`: the part of the report, by its name in JSON; `records` for counts of all records.
/// - `scope`: the service, or the site or organization that is judged.
/// - `site`: the site of a service.
/// - `by`: what else it belongs to, as in `queue=Billing;channel=voice`.
/// - `grain`: `total`, `month`, `quarter`, `day`, `interval`, `window`.
/// - `period`: the month, quarter, day or start, or the first and the last day.
/// - `measure`: the names that lead to the figure in JSON, joined by points.
/// - `numerator`, `denominator`: the exact parts of a quotient.
/// - `value`: the figure as JSON prints it; empty where it is unknown.
/// - `unit`: what it is counted in.
/// - `state`: how the period, the criterion or the requirement stands.
/// - `complete`: whether as-of lets the period run to its end.
///
/// `as_of`, `section`, `scope`, `site`, `by`, `grain`, `period` and `measure` together are
/// those of one row only. Lines end with a line feed, and no cell holds one.
public enum CSVRenderer: Sendable {
  /// The names of the columns.
  static let columns = [
    "as_of", "section", "scope", "site", "by", "grain", "period", "measure", "numerator",
    "denominator", "value", "unit", "state", "complete",
  ]

  /// Renders a report.
  ///
  /// - Parameters:
  ///   - report: What is rendered.
  ///   - threads: How many threads render the parts of services; the text is the same with any
  ///     number.
  /// - Throws: When the report cannot be encoded, which would be a bug.
  public static func render(_ report: Report, threads: Int = 1) throws -> [UInt8] {
    let asOf = report.center.asOf.description
    let parts = try report.center.breakdowns.concurrentMap(threads: threads) { breakdown in
      rows(of: "breakdowns", try breakdown.figureNode(), asOf)
    }
    var text = Array((columns.joined(separator: ",") + "\n").utf8)
    for (name, node) in try report.figureSections() {
      if name == "breakdowns" {
        for part in parts { text += part }
      } else {
        text += rows(of: name, node, asOf)
      }
    }
    return text
  }

  private static func rows(of section: String, _ node: JSONNode, _ asOf: String) -> [UInt8] {
    var walk = FigureWalk(CSVRows(asOf: asOf))
    walk.section(section, node)
    return walk.sink.text
  }
}

/// The rows of a table that grows.
private struct CSVRows: FigureSink {
  private(set) var text: [UInt8] = []
  private let asOf: String

  init(asOf: String) { self.asOf = asOf }

  /// Adds the row of a figure.
  mutating func take(_ figure: Figure) {
    let place = figure.place
    text += asOf.utf8
    add(text: place.section)
    add(text: place.scope)
    add(text: place.site)
    add(text: place.partsText)
    add(text: place.grain)
    add(text: place.period)
    add(text: figure.measure)
    switch figure.number {
    case .unknown: text += ",,,".utf8
    case .plain(let number): text += ",,,\(number)".utf8
    case .quotient(let numerator, let denominator, let number):
      text += ",\(numerator),\(denominator),\(number)".utf8
    }
    add(text: figure.unit)
    add(text: place.state)
    add(text: place.isComplete.map { $0 ? "true" : "false" })
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func add(text cell: String?) {
    text.append(UInt8(ascii: ","))
    guard let cell, let first = cell.utf8.first else { return }
    // Nearly all cells are letters and digits.
    let isPlain =
      first >= UInt8(ascii: "0") && first != UInt8(ascii: "=") && first != UInt8(ascii: "@")
      && cell.utf8.allSatisfy {
        (0x20...0x7E).contains($0) && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"")
      }
    text += isPlain ? Array(cell.utf8) : CSVCell.plain(VisibleText.escaping(cell))
  }
}
