import Basics

/// A reason why a file's header cannot be understood.
public struct SchemaError: Error, Hashable, Sendable {
  /// The reasons.
  public enum Reason: Hashable, Sendable {
    /// There is nothing in the file.
    case empty
    /// There is a header and no row below it.
    case headerAlone
    /// The header itself cannot be cut into fields.
    case malformedHeader(String)
    /// No kind of record has these columns.
    case unknownKind(found: [String])
    /// Records of a kind that this version does not read.
    case unsupportedKind(RecordKind)
    /// Records of a kind without one of their required columns.
    case missing(RecordKind, columns: String, found: [String])
    /// Costs and quality costs in one file, which their categories cannot tell apart.
    case mixedCosts(quality: String, other: String)
    /// A mapped column that the file does not have.
    case noSuchColumn(String, mappedTo: String, nearest: String?)
    /// Two columns with the same name.
    case doubledColumn(String)
    /// More threshold columns than any export has.
    case tooManyThresholds(Int)
    /// Several columns for a value that is a number.
    case joinedNumber(String, columns: [String])
    /// A derived count that takes one column twice.
    case repeatedPart(String, column: String)
    /// A derived count for a value that is no count.
    case derivedText(String)
  }

  /// What is wrong.
  public let reason: Reason
  /// Column of the header in characters, from 1.
  public let column: Int
  /// The profile that the header was read by; `nil` where there was none.
  public internal(set) var profile: ACDProfile?

  /// Creates an error.
  public init(_ reason: Reason, column: Int = 1) {
    self.reason = reason
    self.column = column
  }

  /// Gives the error of a header that was read by a profile, which says what it does not know.
  public func read(by profile: ACDProfile?) -> SchemaError {
    var error = self
    error.profile = profile
    return error
  }
}

// MARK: - Sentences

extension SchemaError: CustomStringConvertible {
  /// What is wrong and what to do about it, to be read after the place.
  public var description: String {
    guard let profile else { return sentence }
    let unknown = profile.unknown.first.map { ", which does not know " + $0 } ?? ""
    return sentence + "; read by the profile \(profile.name)\(unknown)"
  }

  private var sentence: String {
    switch reason {
    case .empty: "the file is empty; export it again"
    case .headerAlone: "the file has a header and no rows; export it again"
    case .malformedHeader(let problem): "the header cannot be read: \(problem)"
    case .unknownKind(let found):
      "the header is that of no kind of record: found \(list(found)); --kind KIND tells which "
        + "columns are lacking; "
        + SchemaError.mapping
    case .unsupportedKind(.claims):
      "the header is that of claims, which are no records of a center; they go with audit --claims"
    case .unsupportedKind(.ratings):
      "the header is that of ratings, which are no records of a center; they go with assess"
    case .unsupportedKind(let kind):
      "the header is that of \(kind.rawValue), which this version does not read yet; "
        + "leave the file out"
    case .mixedCosts(let quality, let other):
      "the category \(quoted(quality)) is one of quality costs and \(quoted(other)) is not; "
        + "give each kind its own file, or say which it is with --kind costs or --kind quality_costs"
    case .missing(.ratings, let column, let found):
      // Files of ratings are written from templates: nobody maps their columns.
      "no column \(quoted(column)); found: \(names(found))"
    case .missing(let kind, let columns, let found):
      "\(kind.noun) need \(columns): found \(list(found)); "
        + SchemaError.mapping
    case .noSuchColumn(let name, let canonical, let nearest):
      "no column \(quoted(name)), which is mapped to \(canonical)"
        + (nearest.map { "; did you mean \(quoted($0))?" } ?? "")
    case .doubledColumn(let name): "the column \(quoted(name)) stands in the header twice"
    case .tooManyThresholds(let count):
      "\(count) columns state a threshold, more than \(ColumnMap.mostThresholds); leave most of them out"
    case .joinedNumber(let name, let columns):
      "\(name) is a number and cannot be read from several columns: found \(list(columns)); choose "
        + "one with --map \(name)=COLUMN or columns in the configuration"
    case .repeatedPart(let name, let column):
      "\(name) is derived from the column \(quoted(column)) twice; name each column once"
    case .derivedText(let name): "\(name) is no count and cannot be derived with minus"
    }
  }

  /// What to do about columns that have other names.
  private static let mapping =
    "map other names with --map NAME=COLUMN or columns in the configuration"

  private func list(_ names: [String]) -> String {
    // A row of data that stands where a header should may name a customer.
    shortened(names) { isValue($0) ? "\"…\"" : quoted($0) }
  }

  private func names(_ names: [String]) -> String {
    shortened(names) { isValue($0) ? "…" : VisibleText.escaping(String($0.prefix(60))) }
  }

  private func shortened(_ names: [String], _ text: (String) -> String) -> String {
    let shown = names.prefix(12).map(text).joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
  }

  /// Tells whether a text looks like a value rather than a column's name: by digits enough
  /// for a telephone number, or by the sign of an address.
  private func isValue(_ text: String) -> Bool {
    text.contains("@") || text.unicodeScalars.count { (48...57).contains($0.value) } >= 5
  }

  private func quoted(_ name: String) -> String {
    "\"" + VisibleText.escaping(String(name.prefix(60))) + "\""
  }
}
