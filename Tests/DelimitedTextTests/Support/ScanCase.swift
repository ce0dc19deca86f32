import DelimitedText
import Testing

/// A text, and what it must be read as.
struct ScanCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  /// The records; a record of one string behind a problem is the rejected line.
  let rows: [Expected]
  var blankLines = 0
  var physicalLines: Int
  var delimiter: UInt8? = UInt8(ascii: ",")

  enum Expected: Equatable, Sendable {
    case fields([String], line: Int)
    case rejected(String, RecordProblem.Reason, line: Int)
  }

  var testDescription: String { name }

  init(
    _ name: String, _ text: String, _ rows: [Expected], blank: Int = 0, lines: Int,
    delimiter: UInt8? = UInt8(ascii: ",")
  ) {
    self.name = name
    self.text = text
    self.rows = rows
    blankLines = blank
    physicalLines = lines
    self.delimiter = delimiter
  }

  static let all: [ScanCase] = [
    ScanCase("nothing", "", [], lines: 0),
    ScanCase("a header alone", "a,b", [.fields(["a", "b"], line: 1)], lines: 1),
    ScanCase(
      "line feeds", "a,b\n1,2\n",
      [.fields(["a", "b"], line: 1), .fields(["1", "2"], line: 2)], lines: 2),
    ScanCase(
      "no last line break", "a,b\n1,2",
      [.fields(["a", "b"], line: 1), .fields(["1", "2"], line: 2)], lines: 2),
    ScanCase(
      "pairs", "a,b\r\n1,2\r\n", [.fields(["a", "b"], line: 1), .fields(["1", "2"], line: 2)],
      lines: 2),
    ScanCase(
      "a lone CR is data", "a,b\n1\r,2\r3\n",
      [.fields(["a", "b"], line: 1), .fields(["1\r", "2\r3"], line: 2)], lines: 2),
    ScanCase(
      "a second CR is data", "a\r\r\nb\n", [.fields(["a"], line: 1), .fields(["b"], line: 3)],
      blank: 1, lines: 3),
    ScanCase(
      "a CR before the pair is data", "h\na\r\r\nb\n",
      [.fields(["h"], line: 1), .fields(["a\r"], line: 2), .fields(["b"], line: 3)], lines: 3),
    ScanCase(
      "a last CR ends the record", "a,b\n1,2\r",
      [.fields(["a", "b"], line: 1), .fields(["1", "2"], line: 2)], lines: 2),
    ScanCase(
      "carriage returns", "a,b\r1,2\r3,4\n5,6\r\n7,8",
      [
        .fields(["a", "b"], line: 1), .fields(["1", "2"], line: 2), .fields(["3", "4"], line: 3),
        .fields(["5", "6"], line: 4), .fields(["7", "8"], line: 5),
      ], lines: 5),
    ScanCase(
      "empty fields", ",\n,,\n", [.fields(["", ""], line: 1), .fields(["", "", ""], line: 2)],
      lines: 2),
    ScanCase(
      "an empty last field at the end", "a,b\n1,",
      [.fields(["a", "b"], line: 1), .fields(["1", ""], line: 2)], lines: 2),
    ScanCase(
      "quotes", "\"a\",\"b,c\"\n\"\",x\n",
      [.fields(["a", "b,c"], line: 1), .fields(["", "x"], line: 2)], lines: 2),
    ScanCase(
      "a quoted field at each end", "\"a\"\r\n\"b\"",
      [.fields(["a"], line: 1), .fields(["b"], line: 2)], lines: 2),
    ScanCase(
      "a quote before a last CR", "\"a\"\n\"b\"\r",
      [.fields(["a"], line: 1), .fields(["b"], line: 2)], lines: 2),
    ScanCase(
      "doubled quotes", "\"a\"\"b\",\"\"\"\"\n\"\"\"x\"\"\",1\n",
      [.fields(["a\"b", "\""], line: 1), .fields(["\"x\"", "1"], line: 2)], lines: 2),
    ScanCase(
      "line breaks in quotes", "a,b\n\"1\r\n2\",\"3\n\n4\"\n5,6\n",
      [
        .fields(["a", "b"], line: 1), .fields(["1\r\n2", "3\n\n4"], line: 2),
        .fields(["5", "6"], line: 6),
      ], lines: 6),
    ScanCase(
      "a quote inside a field is data", "a\"b,c\"\n \"d\",e\n",
      [.fields(["a\"b", "c\""], line: 1), .fields([" \"d\"", "e"], line: 2)], lines: 2),
    ScanCase(
      "blank lines", "\n \t\na\n\n\nb\n  ",
      [.fields(["a"], line: 3), .fields(["b"], line: 6)], blank: 5, lines: 7),
    ScanCase(
      "an empty quoted field is no blank line", "a\n\"\"\n",
      [.fields(["a"], line: 1), .fields([""], line: 2)], lines: 2),
    ScanCase(
      "a line of tabs is a record where tabs separate", "a\tb\n\t\n  \n",
      [.fields(["a", "b"], line: 1), .fields(["", ""], line: 2)], blank: 1, lines: 3,
      delimiter: 9),
    ScanCase(
      "text after a quote", "a,b\n\"1\"x,2\n3,4\n",
      [
        .fields(["a", "b"], line: 1), .rejected("\"1\"x,2", .textAfterQuote, line: 2),
        .fields(["3", "4"], line: 3),
      ], lines: 3),
    ScanCase(
      "a CR after a quote", "a,b\n\"1\"\r,2\n3,4\n",
      [
        .fields(["a", "b"], line: 1), .rejected("\"1\"\r,2", .textAfterQuote, line: 2),
        .fields(["3", "4"], line: 3),
      ], lines: 3),
    ScanCase(
      "text after a quote on a later line", "a\n\"1\n2\" x\n3\n",
      [
        .fields(["a"], line: 1), .rejected("\"1", .textAfterQuote, line: 2),
        .fields(["2\" x"], line: 3), .fields(["3"], line: 4),
      ], lines: 4),
    ScanCase(
      "an open quote", "a\n\"1,\n2\n3\n",
      [
        .fields(["a"], line: 1), .rejected("\"1,", .unclosedQuote, line: 2),
        .fields(["2"], line: 3), .fields(["3"], line: 4),
      ], lines: 4),
    ScanCase(
      "an open quote in the last line", "a\r\n\"1\r",
      [.fields(["a"], line: 1), .rejected("\"1", .unclosedQuote, line: 2)], lines: 2),
    ScanCase(
      "one open quote after another", "a\nb,\"c\nd\",\"e\nf\",\"g\n",
      [
        .fields(["a"], line: 1), .rejected("b,\"c", .unclosedQuote, line: 2),
        .rejected("d\",\"e", .unclosedQuote, line: 3),
        .rejected("f\",\"g", .unclosedQuote, line: 4),
      ], lines: 4),
    ScanCase(
      "letters beyond ASCII", "é,ü\n日本,😀\n",
      [.fields(["é", "ü"], line: 1), .fields(["日本", "😀"], line: 2)], lines: 2),
    ScanCase(
      "a mark before a quote", "\u{FEFF}\"a\",b\n1,2\n",
      [.fields(["a", "b"], line: 1), .fields(["1", "2"], line: 2)], lines: 2),
  ]
}
