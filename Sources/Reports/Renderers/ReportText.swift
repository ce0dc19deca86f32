import Basics

/// What a report says, piece by piece: headings, lines and tables, before they are set.
///
/// The words are made once. Text, Markdown and HTML set the same pieces, so that no figure and
/// no sentence can differ between them. Names from data stand in them with their control
/// characters made visible, and with nothing else done to them.
struct ReportText {
  /// One piece.
  enum Piece {
    /// The beginning of a section.
    case heading(String)
    /// A sentence; the blanks in front of it say what it belongs to.
    case line(String, indent: Int)
    /// A line of several parts, of which the first ones are as wide as those of the lines
    /// beside it.
    case columns([String], indent: Int)
    /// A table whose first row names the columns.
    case table(TextTable, indent: Int)
    /// A short name with lines beside it.
    case list(String, [String])
    /// An empty line.
    case blank
  }

  /// The pieces in order.
  private(set) var pieces: [Piece] = []

  /// Adds a line; blanks in front of it are its indent.
  mutating func append(_ line: String) {
    let text = line.drop { $0 == " " }
    pieces.append(text.isEmpty ? .blank : .line(String(text), indent: line.count - text.count))
  }

  /// Adds a line of several parts.
  mutating func append(_ columns: [String], indent: Int) {
    pieces.append(.columns(columns, indent: indent))
  }

  /// Adds a table.
  mutating func append(_ table: TextTable, indent: Int) {
    pieces.append(.table(table, indent: indent))
  }

  /// Adds a short name with lines beside it; nothing where there are none.
  mutating func append(_ name: String, _ items: [String]) {
    if !items.isEmpty { pieces.append(.list(name, items)) }
  }

  /// Begins a section, apart from what is there.
  mutating func begin(_ heading: String) {
    if !pieces.isEmpty { pieces.append(.blank) }
    pieces.append(.heading(heading))
  }

  /// Adds lines.
  static func += (text: inout ReportText, lines: [String]) {
    for line in lines { text.append(line) }
  }
}

// MARK: - As text

extension ReportText {
  /// The lines of the text, with headings in the style's own way, and as wide as it has room.
  func lines(_ style: TextStyle) -> [String] {
    pieces.flatMap { piece -> [String] in
      switch piece {
      case .heading(let text):
        ReportText.folded(text, indent: 0, hanging: 2, style).map(style.heading)
      case .line(let text, let indent):
        ReportText.folded(text, indent: indent, hanging: indent + 2, style)
      case .columns(let parts, let indent):
        ReportText.folded(
          parts.joined(separator: "  "), indent: indent,
          hanging: ReportText.hang(below: parts, indent, style), style)
      case .table(let table, let indent): table.lines(indent: indent, width: style.width)
      case .list(let name, let items): ReportText.set(items, beside: name, style)
      case .blank: [""]
      }
    }
  }

  /// How wide the names of lists are, and the blanks behind them.
  private static let nameWidth = 10

  /// Sets lines one below the other, the first beside a name.
  private static func set(
    _ items: [String], beside name: String, _ style: TextStyle
  ) -> [String] {
    let padded = name + String(repeating: " ", count: max(1, nameWidth - name.count))
    let blanks = String(repeating: " ", count: nameWidth)
    return items.enumerated().flatMap { index, item in
      folded((index == 0 ? padded : blanks) + item, indent: 0, hanging: nameWidth + 2, style)
    }
  }

  private static func folded(
    _ text: String, indent: Int, hanging: Int, _ style: TextStyle
  ) -> [String] {
    let line = String(repeating: " ", count: indent) + text
    guard let width = style.width else { return [line] }
    return TextFolding.lines(line, to: width, hanging: hanging)
  }

  /// How far in the last of several parts goes on, unless that is most of the line.
  private static func hang(below parts: [String], _ indent: Int, _ style: TextStyle) -> Int {
    let last = parts.dropLast().reduce(indent) { $0 + DisplayWidth.of($1) + 2 }
    return last <= (style.width ?? .max) / 2 ? last : indent + 2
  }
}

// MARK: - Sections

extension ReportText {
  /// A heading with what stands below it.
  struct Section {
    /// The heading; empty for what stands above the first.
    let heading: String
    /// What stands below it, without empty lines.
    var pieces: [Piece] = []

    /// The tables, in order.
    var tables: [TextTable] {
      pieces.compactMap { if case .table(let table, _) = $0 { table } else { nil } }
    }

    /// The pieces other than tables.
    var sentences: [Piece] {
      pieces.filter { if case .table = $0 { false } else { true } }
    }
  }

  /// The text cut at its headings; what stands above the first is left out if there is nothing.
  var sections: [Section] {
    var sections = [Section(heading: "")]
    for piece in pieces {
      switch piece {
      case .heading(let text): sections.append(Section(heading: text))
      case .blank: break
      case .line, .columns, .table, .list: sections[sections.count - 1].pieces.append(piece)
      }
    }
    return sections.filter { !$0.heading.isEmpty || !$0.pieces.isEmpty }
  }
}
