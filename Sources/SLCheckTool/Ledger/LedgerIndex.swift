import Foundation
import PerformanceMetrics

/// What a ledger holds: its files with their digests, and the sources that they were made from.
struct LedgerIndex: Codable, Hashable {
  /// One file.
  struct File: Codable, Hashable {
    /// The SHA-256 of its bytes.
    var sha256: String
    /// How many rows it has.
    var rows: Int
    /// The SHA-256 of every source that rows of it came from, those that were replaced since
    /// among them; sorted.
    var sources: [String]
  }

  /// An export that went into the ledger.
  struct Source: Codable, Hashable {
    /// What it was called when it first did.
    var path: String
    /// Its bytes.
    var bytes: Int
  }

  /// The form of the file.
  var schema = LedgerIndex.schemaName
  /// The files by name.
  var files: [String: File] = [:]
  /// The sources by their SHA-256.
  var sources: [String: Source] = [:]

  static let schemaName = "slcheck.ledger/1"

  /// The name of the file that it stands in.
  static let name = "ledger.json"

  /// Reads an index.
  ///
  /// - Throws: Where it is none, or one of a later version.
  init(_ bytes: [UInt8]) throws {
    let index = try JSONDecoder().decode(LedgerIndex.self, from: Data(bytes))
    let isSound = index.files.allSatisfy { LedgerIndex.table(of: $0.key) != nil }
    guard index.schema == LedgerIndex.schemaName, isSound else { throw Unknown() }
    self = index
  }

  /// An index that this version does not understand.
  struct Unknown: Error {}

  /// Creates the index of a ledger without files.
  init() {}

  /// The index as text, the same for the same contents.
  func encoded() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return try Array(encoder.encode(self)) + [UInt8(ascii: "\n")]
  }

  /// The table that a file of this name holds rows of; `nil` for the name of any other file.
  static func table(of name: String) -> RecordTable? {
    guard name.hasSuffix(".csv") else { return nil }
    let stem = name.dropLast(4)
    if let table = RecordTable(rawValue: String(stem)), !table.isKeptByMonth { return table }
    // Behind a month such as -2026-03.
    let month = stem.suffix(8)
    guard month.utf8.count == 8, month.first == "-",
      month.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (48...57).contains($0) })
    else { return nil }
    return RecordTable(rawValue: String(stem.dropLast(8))).flatMap { $0.isKeptByMonth ? $0 : nil }
  }
}
