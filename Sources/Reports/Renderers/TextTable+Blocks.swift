import Basics

// MARK: - Narrow terminals

extension TextTable {
  /// The lines, none of them wider than a terminal as far as its words allow.
  ///
  /// A table that is too wide is cut into blocks of columns, one below the other, and each
  /// block begins with what names its rows. Nothing is left out. A name that would take more
  /// than half of the width stands in a line of its own, above its row.
  ///
  /// - Parameters:
  ///   - indent: Blanks before each line.
  ///   - width: The columns of the terminal; `nil` for a table in one piece.
  package func lines(indent: Int, width: Int?) -> [String] {
    guard let width else { return lines(indent: indent) }
    let whole = shown(indent: indent)
    guard whole.contains(where: { DisplayWidth.of($0) > width }) else { return whole }
    let most = max(0, width / 2 - indent)
    let names = nameColumns(within: most)
    let isLong = names.count == 1 && widest(0) > most
    // Names that stand above their rows leave two blanks in front of these.
    let room = width - indent - (isLong ? 2 : names.map { widest($0) + 2 }.reduce(0, +))
    let blocks = blocks(behind: names.count, room: room)
    return blocks.enumerated().flatMap { index, columns in
      (index > 0 ? [""] : [])
        + (isLong
          ? stacked(columns, indent: indent, width: width)
          : part(names + columns).shown(indent: indent))
    }
  }

  /// The lines in one piece, lined up as a terminal shows them.
  private func shown(indent: Int) -> [String] {
    lines(indent: indent) { DisplayWidth.of($0) }
  }

  /// The columns that name the rows: the left ones that keep to the left, but no more than
  /// leave room; always the first.
  private func nameColumns(within most: Int) -> [Int] {
    let left = Array(alignments.indices.prefix { alignments[$0] == .left })
    let columns = left.map { widest($0) + 2 }.reduce(-2, +)
    return left.count > 1 && left.count < alignments.count && columns <= most ? left : [0]
  }

  /// Cuts the columns behind the names into blocks, each as wide as there is room.
  ///
  /// A column without a name says something about the one before it, and stays with it.
  private func blocks(behind names: Int, room: Int) -> [[Int]] {
    var groups: [[Int]] = []
    for column in alignments.indices.dropFirst(names) {
      let name = rows.first.flatMap { column < $0.count ? $0[column] : nil } ?? ""
      if name.isEmpty, !groups.isEmpty {
        groups[groups.count - 1].append(column)
      } else {
        groups.append([column])
      }
    }
    var blocks: [[Int]] = []
    var left = 0
    for group in groups {
      let columns = group.map { widest($0) + 2 }.reduce(0, +)
      // The last column of a line has no blanks behind it.
      if blocks.isEmpty || columns - 2 > left {
        blocks.append([])
        left = room
      }
      blocks[blocks.count - 1] += group
      left -= columns
    }
    return blocks
  }

  /// The table with some of its columns alone.
  private func part(_ columns: [Int]) -> TextTable {
    var part = TextTable(columns.map { alignments[$0] })
    for row in rows { part.add(columns.map { $0 < row.count ? row[$0] : "" }) }
    return part
  }

  /// The lines of some columns, each below a line with the name of its row.
  private func stacked(_ columns: [Int], indent: Int, width: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    return zip(rows, part(columns).shown(indent: indent + 2)).flatMap { row, line in
      let name = TextFolding.lines(blanks + (row.first ?? ""), to: width, hanging: indent + 4)
      return ((row.first ?? "").isEmpty ? [] : name) + (line.isEmpty ? [] : [line])
    }
  }

  private func widest(_ column: Int) -> Int {
    rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
  }
}
