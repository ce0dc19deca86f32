import Foundation
import TestSupport
import Testing

@testable import DelimitedText

/// Where the suites are; nil where nobody named a folder.
private let conformanceFolder = ProcessInfo.processInfo.environment["SLCHECK_CONFORMANCE"]

/// The reader against the suites of other readers, which are no part of the project.
///
/// Tests/conformance runs it over the folder that SLCHECK_CONFORMANCE names. Where RFC
/// 4180 is silent the suites differ among themselves; each case in which slcheck differs
/// on purpose stands here with the rule, and a rule that is not needed any more fails.
@Suite(.enabled(if: conformanceFolder != nil)) struct ConformanceTests {
  /// Why slcheck reads a case in another way.
  enum Rule: String, CaseIterable {
    case bareCarriageReturn = "a CR alone ends records only where the header line ends with one"
    case breaksAreKept = "line breaks inside quotes are kept as they are"
    case strayQuoteIsData = "a quote inside an unquoted field is data"
    case blanksBeforeQuote = "blanks before an opening quote make the field unquoted"
    case textAfterQuote =
      "text after a closing quote and an unclosed quote reject the first physical line"
    case otherDialect = "an option that slcheck does not have"
  }

  /// The cases that differ, by suite and name.
  static let differences: [String: Rule] = [
    "go BareQuotes": .textAfterQuote, "go LazyQuotes": .textAfterQuote,
    "go LazyQuoteWithTrailingCRLF": .textAfterQuote, "go LazyOddQuotes": .textAfterQuote,
    "go BadDoubleQuotes": .strayQuoteIsData, "go BadBareQuote": .strayQuoteIsData,
    "go BadTrailingQuote": .strayQuoteIsData, "go TrimQuote": .blanksBeforeQuote,
    "go CRLFInQuotedField": .breaksAreKept, "go TrailingCR": .bareCarriageReturn,
    "go BareCR": .bareCarriageReturn,
    "go Comment": .otherDialect, "go BadFieldCount": .otherDialect,
    "go BadFieldCount1": .otherDialect, "go NonASCIICommaAndComment": .otherDialect,
    "go NonASCIICommaAndCommentWithQuotes": .otherDialect,
    "go NonASCIICommaConfusion": .otherDialect, "go NonASCIICommentConfusion": .otherDialect,
    "rust term_weird": .otherDialect, "rust ascii_delimited": .otherDialect,
    "rust quote_change": .otherDialect, "rust quote_delimiter": .otherDialect,
    "rust comment_1": .otherDialect,
  ]

  /// What a case gives: its records, or nil where one of them cannot be read.
  private static func rows(_ text: String, delimiter: UInt8) throws -> [[String]]? {
    let scanned = try Scanned.read(Array(text.utf8), delimiter: delimiter)
    return scanned.records.contains { $0.problem != nil } ? nil : scanned.records.map(\.fields)
  }

  private static func list(_ tree: JSONTree?) -> [[String]] {
    (tree?.elements ?? []).map { $0.elements.compactMap(\.text) }
  }

  private static func document(_ path: String) throws -> JSONTree {
    try JSONTree(Array(Data(contentsOf: URL(fileURLWithPath: "\(conformanceFolder!)/\(path)"))))
  }

  /// Compares the cases of a suite, and prints how many are the same.
  private static func compare(_ suite: String, _ cases: [(name: String, isSame: Bool)]) {
    var same = 0
    for (name, isSame) in cases {
      let rule = differences["\(suite) \(name)"]
      #expect(isSame == (rule == nil), "\(suite) \(name): \(rule?.rawValue ?? "no rule")")
      same += isSame ? 1 : 0
    }
    #expect(!cases.isEmpty)
    print("\(suite): \(same) of \(cases.count) cases alike, \(cases.count - same) by a rule")
  }

  @Test func recordsOfCSVSpectrumAreRead() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: "\(conformanceFolder!)/csv-spectrum/csvs"
    ).filter { $0.hasSuffix(".csv") && !$0.hasPrefix("location_coordinates") }.sorted()
    try ConformanceTests.compare(
      "csv-spectrum",
      names.map { file in
        let name = String(file.dropLast(4))
        let bytes = try Data(
          contentsOf: URL(
            fileURLWithPath: "\(conformanceFolder!)/csv-spectrum/csvs/\(file)"))
        let records = try Scanned.read(Array(bytes), delimiter: 0x2C).records
        let header = try #require(records.first?.fields)
        let found = records.dropFirst().map { zip(header, $0.fields).map { [$0, $1] } }
        let expected = try ConformanceTests.document("csv-spectrum/json/\(name).json")
        let objects = expected.elements.map { object in
          object.members.map { [$0.key, $0.value.text ?? ""] }
        }
        return (name, Array(found) == objects)
      })
  }

  @Test func casesOfRustAreRead() throws {
    let cases = try ConformanceTests.document("rust_csv_core_cases.json").elements
    try ConformanceTests.compare(
      "rust",
      cases.map { tree in
        let delimiter: UInt8 =
          switch tree["config"]?.text {
          case let config? where config.contains("delimiter(b'\\t')"): 0x09
          case let config? where config.contains("delimiter(b'z')"): 0x7A
          default: 0x2C
          }
        let rows = try ConformanceTests.rows(tree["input"]?.text ?? "", delimiter: delimiter)
        return (tree["name"]?.text ?? "", rows == ConformanceTests.list(tree["expected"]))
      })
  }

  @Test func casesOfGoAreRead() throws {
    let cases = try ConformanceTests.document("go_encoding_csv_cases.json").elements
    try ConformanceTests.compare(
      "go",
      cases.map { tree in
        let comma = tree["Comma"]?.text?.utf8.first ?? 0x2C
        var rows = try ConformanceTests.rows(tree["Input"]?.text ?? "", delimiter: comma)
        // slcheck takes padding away when it reads a value, on both sides and not here.
        if tree["TrimLeadingSpace"] != nil {
          rows = rows?.map { $0.map { String($0.drop { $0 == " " || $0 == "\t" }) } }
        }
        if tree["Error"] != nil { return (tree["Name"]?.text ?? "", rows == nil) }
        return (tree["Name"]?.text ?? "", rows == ConformanceTests.list(tree["Output"]))
      })
  }
}
