import Basics
import DelimitedText

/// A test that tells which rows of an export are left out.
///
/// Tests see the export's own columns and raw words, without padding; case counts.
public indirect enum IgnoreRule: Hashable, Sendable {
  /// The column holds one of the words.
  case isOneOf(column: String, words: [String])
  /// The column begins with the text.
  case startsWith(column: String, prefix: String)
  /// All tests hold.
  case all([IgnoreRule])

  /// The export's own columns that the test looks at.
  public var columns: [String] {
    switch self {
    case .isOneOf(let column, _), .startsWith(let column, _): [column]
    case .all(let rules): rules.flatMap(\.columns)
    }
  }
}

/// A rule as it applies to the fields of one file.
indirect enum CompiledIgnoreRule: Hashable, Sendable {
  case isOneOf(field: Int, words: [[UInt8]])
  case startsWith(field: Int, prefix: [UInt8])
  case all([CompiledIgnoreRule])

  /// Finds the fields of a rule; `nil` where the file lacks a column of it, since the
  /// rule then holds for no row.
  init?(_ rule: IgnoreRule, header: [String]) {
    switch rule {
    case .isOneOf(let column, let words):
      guard let field = CompiledIgnoreRule.field(column, header) else { return nil }
      self = .isOneOf(field: field, words: words.map { Array($0.utf8) })
    case .startsWith(let column, let prefix):
      guard let field = CompiledIgnoreRule.field(column, header) else { return nil }
      self = .startsWith(field: field, prefix: Array(prefix.utf8))
    case .all(let rules):
      let compiled = rules.compactMap { CompiledIgnoreRule($0, header: header) }
      guard compiled.count == rules.count else { return nil }
      self = .all(compiled)
    }
  }

  /// Finds a column: as written, else without regard to case.
  private static func field(_ column: String, _ header: [String]) -> Int? {
    header.firstIndex(of: column)
      ?? header.firstIndex { $0.lowercased() == column.lowercased() }
  }

  /// Tells whether the rule holds for a row; not for one that lacks the field.
  func holds(_ row: Int, _ records: borrowing RecordBatch) -> Bool {
    switch self {
    case .isOneOf(let field, let words):
      guard field < Int(records.rows[row].fieldCount) else { return false }
      let range = FieldParsing.trimmed(records.bytes.span, records.range(row: row, field: field))
      for word in words where word.count == range.count {
        if records.bytes[range].elementsEqual(word) { return true }
      }
      return false
    case .startsWith(let field, let prefix):
      guard field < Int(records.rows[row].fieldCount) else { return false }
      let range = FieldParsing.trimmed(records.bytes.span, records.range(row: row, field: field))
      return records.bytes[range].starts(with: prefix)
    case .all(let rules):
      for rule in rules where !rule.holds(row, records) { return false }
      return true
    }
  }
}
