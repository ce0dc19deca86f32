import Basics
import ContactRecords
import PerformanceMetrics
import Reports

/// Finds what is behind the figures of a report.
struct FigureSubjectFinder {
  let report: Report
  let document: JSONDocument.Value

  var center: CenterMetrics { report.center }

  /// Finds what is behind a figure.
  ///
  /// - Throws: `FigureAddressError` where no rows are.
  func subject(_ figure: FoundFigure) throws(FigureAddressError) -> FigureSubject {
    let steps = figure.steps
    guard case .key(let section) = steps[0] else { throw none(figure) }
    switch section {
    case "services": return try service(figure)
    case "breakdowns": return try breakdown(figure)
    case "quality", "satisfaction", "costPerContact": return try scopeMonth(figure)
    case "firstContactResolution": return try resolution(figure)
    case "costOfQuality": return try costOfQuality(figure)
    case "transactionValue": return try transactions(figure)
    default: throw none(figure)
    }
  }

  /// The key of a step; `nil` for what is none.
  func key(_ place: Int, _ steps: [FoundFigure.Step]) -> String? {
    guard place < steps.count, case .key(let key) = steps[place] else { return nil }
    return key
  }

  /// The number of an entry; `nil` for what is none.
  func number(_ place: Int, _ steps: [FoundFigure.Step]) -> Int? {
    guard place < steps.count, case .entry(let number) = steps[place] else { return nil }
    return number
  }

  /// Says that a value has no rows by itself, and what to ask for instead.
  func none(_ figure: FoundFigure) -> FigureAddressError {
    var instead: String?
    let rule = figure.steps.count > 1 ? number(1, figure.steps) : nil
    switch key(0, figure.steps) {
    case "standards":
      let id = rule.flatMap { document["standards"]?.elements[$0]["id"]?.text }
      instead = "slcheck explain \(id ?? "8.01") with files shows its arithmetic"
    case "rules":
      let id = rule.flatMap { document["rules"]?.elements[$0]["id"]?.text }
      instead = id.map { "slcheck explain \($0) with files shows its arithmetic" }
    case "inputs", "records", "implausible": instead = "slcheck inspect tells what is in a file"
    case let section? where FigureAddress.sections.contains(section):
      switch figure.value.kind {
      case .list: instead = "name a figure in it, such as \(figure.text)[0]"
      case .object: instead = "name a figure in it"
      case .null, .bool, .number, .string:
        instead = "it is no sum of rows; those behind the figures beside it can be asked for"
      }
    default:
      instead = "rows are behind " + FigureAddress.sections.joined(separator: ", ")
    }
    return .noRows(figure.text, instead: instead)
  }

  /// The value that steps lead to.
  func value(at steps: some Sequence<FoundFigure.Step>) -> JSONDocument.Value {
    steps.reduce(document) { value, step in
      switch step {
      case .key(let key): value[key]!
      case .entry(let number): value.elements[number]
      }
    }
  }

  /// The figures of a list of months that lie behind a trend.
  func months(_ path: [FoundFigure.Step], _ key: String) -> [FoundFigure] {
    (value(at: path)["months"]?.elements ?? []).enumerated().compactMap { index, month in
      month[key].map {
        FoundFigure(value: $0, steps: path + [.key("months"), .entry(index), .key(key)])
      }
    }
  }

  /// Figures that stand in the same object.
  func beside(_ figure: FoundFigure, _ count: Int, _ keys: [String]) -> FigureSubject {
    let steps = Array(figure.steps.prefix(count))
    let object = value(at: figure.steps.prefix(count))
    return .figures(
      keys.compactMap { key in
        object[key].map { FoundFigure(value: $0, steps: steps + [.key(key)]) }
      })
  }
}
