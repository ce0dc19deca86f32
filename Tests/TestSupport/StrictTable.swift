/// A table of comma-separated values, read by the letter of RFC 4180 with line feeds.
package struct StrictTable: Sendable {
  /// Text that is no such table.
  package struct Malformed: Error, CustomStringConvertible {
    /// What is wrong, and in which record, counted from 1.
    package let description: String
  }

  /// The names of the columns.
  package let columns: [String]
  /// The records below them.
  package let records: [[String]]

  /// Reads a table.
  ///
  /// - Throws: `Malformed` at the first record that is not like the others, or not closed.
  package init(_ bytes: [UInt8]) throws {
    var rows: [[String]] = []
    var (row, field) = ([String](), [UInt8]())
    var index = 0
    func fail(_ reason: String) -> Malformed {
      Malformed(description: "record \(rows.count + 1): \(reason)")
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard index < bytes.count else { throw fail("a quote is not closed") }
          guard bytes[index] == UInt8(ascii: "\"") else {
            field.append(bytes[index])
            index += 1
            continue
          }
          index += 1
          guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
          field.append(UInt8(ascii: "\""))
          index += 1
        }
      } else {
        while index < bytes.count, !",\n".utf8.contains(bytes[index]) {
          if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "\r") {
            throw fail("a quote or a carriage return in a plain field")
          }
          field.append(bytes[index])
          index += 1
        }
      }
      guard index < bytes.count else { throw fail("no line feed at the end") }
      row.append(String(decoding: field, as: UTF8.self))
      field = []
      switch bytes[index] {
      case UInt8(ascii: ","): break
      case UInt8(ascii: "\n"):
        if let first = rows.first, first.count != row.count {
          throw fail("\(row.count) fields, not \(first.count)")
        }
        rows.append(row)
        row = []
      default: throw fail("text behind a quote")
      }
      index += 1
    }
    guard let head = rows.first else { throw fail("nothing at all") }
    columns = head
    records = Array(rows.dropFirst())
  }

  /// The cell of a record in a column.
  package func cell(_ record: [String], _ column: String) -> String {
    record[columns.firstIndex(of: column)!]
  }

  /// The first record whose cells are these.
  package func record(_ cells: [String: String]) -> [String]? {
    records.first { record in cells.allSatisfy { cell(record, $0.key) == $0.value } }
  }
}
