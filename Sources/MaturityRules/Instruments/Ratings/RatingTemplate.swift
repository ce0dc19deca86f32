import PerformanceMetrics

extension Instrument {
  /// Writes a file of ratings to be filled in: a header, and one row for each needed item.
  ///
  /// It is valid input, in which nothing is rated, and the same every time.
  ///
  /// - Parameter instrument: The instrument to rate by.
  /// - Returns: The bytes of the file.
  public static func template(of instrument: Instrument) -> [UInt8] {
    var text = CanonicalText()
    text.row(["instrument", "item", "rating", "evidence", "note"])
    for item in instrument.items where item.isNeeded {
      text.row([instrument.id, item.id, "", "", item.title])
    }
    return Array(text.bytes)
  }
}
