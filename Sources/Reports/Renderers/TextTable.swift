import Basics

/// Lines up columns of text with two blanks between them.
package struct TextTable {
  /// Which side a column's text keeps to.
  package enum Alignment {
    case left
    case right
  }

  /// The side of each column.
  let alignments: [Alignment]
  /// The rows; the first names the columns.
  private(set) var rows: [[String]] = []

  package init(_ alignments: [Alignment]) {
    self.alignments = alignments
  }

  /// Adds a row; a cell that is left out is empty.
  package mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, without blanks at their ends.
  ///
  /// - Parameter indent: Blanks before each line.
  package func lines(indent: Int) -> [String] { lines(indent: indent, measuredBy: \.count) }

  /// The lines, without blanks at their ends.
  ///
  /// - Parameters:
  ///   - indent: Blanks before each line.
  ///   - length: Gives how much room a cell takes.
  func lines(indent: Int, measuredBy length: (String) -> Int) -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { column < $0.count ? length($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - length(cell))
        line += alignments[column] == .left ? cell + padding : padding + cell
        line += "  "
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Counts things in words: 1 contact, 2,000 contacts.
package func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
  grouped(number) + " " + (number == 1 ? noun : plural ?? noun + "s")
}
