import Basics
import Reports

extension Report {
  /// The inputs as those who check others want them listed: rows, rejects and digests.
  var inputLines: [String] {
    var table = TextTable([.left, .right, .right, .left])
    table.add(["input", "read", "rejected", "SHA-256"])
    for input in inputs {
      table.add([
        VisibleText.escaping(input.path), grouped(input.rows.read), grouped(input.rows.rejected),
        input.sha256 ?? "",
      ])
    }
    return table.lines(indent: 2)
  }
}
