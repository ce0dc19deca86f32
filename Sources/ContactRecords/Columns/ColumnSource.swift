/// Where a canonical column comes from in an export with other names.
public enum ColumnSource: Hashable, Sendable {
  /// The export's own columns; several are joined by a blank.
  case joined([String])
  /// A derived count: the first column less all others.
  case difference([String])
  /// A derived count: all columns added up.
  case sum([String])

  /// The export's own columns that are read.
  public var names: [String] {
    switch self {
    case .joined(let names), .difference(let names), .sum(let names): names
    }
  }
}
