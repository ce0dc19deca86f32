extension Instrument {
  /// Writes a file of ratings to be filled in: a header, and one row for each needed item.
  ///
  /// It is valid input, in which nothing is rated, and the same every time.
  ///
  /// - Parameter instrument: The instrument to rate by.
  /// - Returns: The bytes of the file.
  public static func template(of instrument: Instrument) -> [UInt8] {
    var text = "instrument,item,rating,evidence,note\n"
    for item in instrument.items where item.isNeeded {
      text += "\(instrument.id),\(item.id),,,\(cell(item.title))\n"
    }
    return Array(text.utf8)
  }

  /// Puts a text between quotes where it needs them.
  private static func cell(_ text: String) -> String {
    let quote = UInt8(ascii: "\"")
    guard text.utf8.contains(where: { Array(",\"\n\r".utf8).contains($0) }) else { return text }
    let doubled = text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }
}
