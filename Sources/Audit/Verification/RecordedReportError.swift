package import Reports
internal import Basics

/// Why a file is no report that could be run again.
package enum RecordedReportError: Error, Hashable, Sendable {
  /// It is not JSON.
  case syntax(JSONSyntaxError)
  /// It is another document; what it calls itself, if it does.
  case otherDocument(found: String?)
  /// A part is not there.
  case missing(String)
  /// A part is something else than it has to be.
  case malformed(String, expected: String)
  /// An input was not digested.
  case undigested(String)
}

// MARK: - Sentences

extension RecordedReportError: CustomStringConvertible {
  /// Where it is and what is wrong, as it follows the name of the file.
  package var description: String {
    switch self {
    case .syntax(let error): ":\(error.line):\(error.column): \(error.reason)"
    case .otherDocument(let found):
      ": is no report: expected \"schema\": \"\(RecordedReport.schemaName)\""
        + (found.map { ", found \"\(VisibleText.escaping($0))\"" } ?? "")
    case .missing(let place): ": is no whole report: it has no \(place)"
    case .malformed(let place, let expected): ": \(place): expected \(expected)"
    case .undigested(let path):
      ": was made without --digest: it has no SHA-256 of \(VisibleText.escaping(path)), so nobody "
        + "can tell which bytes were read"
    }
  }
}
