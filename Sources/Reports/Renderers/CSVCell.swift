/// Cells of the tables that are written.
package enum CSVCell: Sendable {
  /// Signs that make a spreadsheet run a cell as a formula.
  private static let formulaSigns = Array("=+-@\t\r".utf8)

  /// Writes a cell in quotes, whatever it holds, and so that no spreadsheet runs it as a formula.
  ///
  /// A quote before a sign of a formula makes text of it.
  package static func quoted(_ text: some Collection<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var cell = [quote]
    if let first = text.first, formulaSigns.contains(first) { cell.append(UInt8(ascii: "'")) }
    // Byte by byte: what a reader sees as one sign may be a quote with an accent.
    for byte in text {
      if byte == quote { cell.append(quote) }
      cell.append(byte)
    }
    cell.append(quote)
    return cell
  }

  /// Writes a cell likewise, in quotes only where it needs them.
  package static func plain(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    let needsQuotes = bytes.contains { Array(",\"\n\r".utf8).contains($0) }
    let cell = quoted(bytes)
    return needsQuotes ? cell : Array(cell.dropFirst().dropLast())
  }
}
