import Basics
import Reports

/// Why a measure has no figure.
enum FigureFailure: Error, Hashable {
  case unknownMeasure(String, nearest: String?)
  case noRecords
  case noRecordsIn(CivilMonth)
  case noRecordsOfKind(String)
  case unknownService(String, nearest: String?)
  case unknownName(String, String, nearest: String?)
  case severalServices([String])
  case onlySite
  case onlyOrganization
  case needsStandard
  case unknownStandard(String)
  case noStandardHere
  case afterAsOf(String)
  case onlyMonths
  case notTrackedByInterval
  case notTrackedByDay
  case notKnown(String)
  case nothingToCount
  case otherUnit(String)
  case noLevel
  case noObjective(days: Int)

  /// Whether more records could give the figure; otherwise none does.
  var isOpen: Bool {
    switch self {
    case .noRecordsIn, .noObjective, .afterAsOf, .notKnown, .nothingToCount, .noLevel:
      true
    default: false
    }
  }
}

extension FigureFailure: CustomStringConvertible {
  var description: String {
    func hint(_ nearest: String?) -> String {
      nearest.map { "; did you mean \"\(VisibleText.escaping($0))\"?" } ?? ""
    }
    return switch self {
    case .unknownMeasure(let name, let nearest):
      "no measure is called \"\(VisibleText.escaping(name))\"" + hint(nearest)
    case .noRecords: "no record of the scope lies in the period"
    case .noRecordsIn(let month): "no record of the scope lies in \(month)"
    case .noRecordsOfKind(let kind): "no \(kind) were given"
    case .unknownService(let name, let nearest):
      "no service is called \"\(VisibleText.escaping(name))\"" + hint(nearest)
    case .unknownName(let dimension, let name, let nearest):
      "no record of the scope has the \(dimension) \"\(VisibleText.escaping(name))\""
        + hint(nearest)
    case .severalServices(let names):
      "the scope holds several services or parts, which are judged apart: "
        + names.map { VisibleText.escaping($0) }.joined(separator: ", ")
    case .onlySite: "the measure knows no part of a center but its sites"
    case .onlyOrganization: "the measure is one of the organization as a whole"
    case .needsStandard: "a level is one of a standard; say which, as in standard=8.01"
    case .unknownStandard(let id): "no standard is called \"\(VisibleText.escaping(id))\""
    case .noStandardHere: "a standard is judged by its level alone"
    case .afterAsOf(let day): "the period goes on after \(day), the last day that is looked at"
    case .onlyMonths: "the measure is known by whole months"
    case .notTrackedByInterval: "the records are daily or monthly"
    case .notTrackedByDay: "the records are monthly"
    case .notKnown(let column): "some rows lack what it is made of: \(column)"
    case .nothingToCount: "there is nothing to count it out of"
    case .otherUnit(let expected): "the claim is not \(expected)"
    case .noLevel: "the standard has no level"
    case .noObjective(let days):
      "no objective was in force on \(counted(days, "day")) with records, which are in no figure"
    }
  }
}
