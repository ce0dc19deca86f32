import TestSupport

/// A file of random rows, in which about one field in twenty is broken.
struct MessyFile {
  let text: String
  /// Rows below the header.
  let rows: Int
  let blankLines: Int

  /// Headers that give all three counts.
  static let whole = [
    "interval_start,queue,offered,answered,abandoned,answered_within,wait_seconds",
    "interval_start,queue,offered,answered,abandoned,answered_within_20,flow_out,interval_minutes",
    "interval_start,queue,offered,answered,abandoned,answered_within,answered_after,talk_seconds,"
      + "wrap_seconds",
  ]

  /// Headers that leave counts to be derived.
  static let derived = [
    "interval_start,queue,offered,answered,answered_after,talk_seconds,wrap_seconds",
    "interval_start,queue,answered,abandoned,answered_within_20,flow_out,interval_minutes",
    "interval_start,queue,offered,abandoned,answered_within",
  ]

  /// Writes a file under one of the headers.
  init(_ headers: [String], _ random: inout SplitMix64) {
    let header = headers.randomElement(using: &random)!
    let names = header.split(separator: ",")
    var (text, blank) = (header + "\n", 0)
    let rows = Int.random(in: 1...30, using: &random)
    var quotes = 0
    for row in 0..<rows {
      if random.once(in: 12) {
        text += [" ", "", "\t "].randomElement(using: &random)! + "\n"
        blank += 1
      }
      var fields = names.map { name -> String in
        if random.once(in: 25) {
          return ["x", "-1", "-", "", "1.5", "\"2\"", "é", "99999999999999999999", "\u{1F}"]
            .randomElement(using: &random)!
        }
        switch name {
        case "interval_start":
          return "2026-03-\(10 + row / 8) 1\(Int.random(in: 0...9, using: &random)):00"
        case "queue":
          return ["sales", "Zürich", "\"a,b\"", "", "\"two\nlines\""].randomElement(using: &random)!
        case "interval_minutes": return ["60", "30", "", "7"].randomElement(using: &random)!
        default: return String(Int.random(in: 0...20, using: &random))
        }
      }
      if random.once(in: 20) { fields.append("") }
      if random.once(in: 25) { fields.removeLast() }
      if random.once(in: 40), quotes == 0 {
        quotes += 1
        fields[1] = "\"open\"x"
      }
      text += fields.joined(separator: ",") + (random.once(in: 3) ? "\r\n" : "\n")
    }
    self.text = text
    self.rows = rows
    blankLines = blank
  }
}
