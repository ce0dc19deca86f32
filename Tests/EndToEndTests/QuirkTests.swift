import TestSupport
import Testing

/// What real exports do to their text, each as a file through the program.
@Suite struct QuirkTests {
  /// A file and what has to become of its rows.
  struct Quirk: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    var accepted = 4
    var rejected = 0
    var ignored: String?
    var arguments: [String] = []

    var testDescription: String { name }
  }

  private static let header = "interval_start,queue,offered,answered,abandoned,answered_within"
  private static let lines = [
    "2026-03-02 09:00,Billing,10,9,1,8", "2026-03-02 09:30,Billing,12,11,1,9",
    "2026-03-03 09:00,Billing,7,7,0,7", "2026-03-03 09:30,Billing,20,16,4,12",
  ]
  private static let plain = text(lines)

  private static func text(_ lines: [String], _ above: String = "") -> String {
    above + ([header] + lines).map { $0 + "\n" }.joined()
  }

  private static func each(_ change: (String) -> String) -> String {
    ([header] + lines).map { change($0) + "\n" }.joined()
  }

  static let quirks: [Quirk] = [
    Quirk(name: "nothing", text: plain),
    Quirk(name: "blank first line", text: "\n" + plain, ignored: "1 blank"),
    Quirk(name: "byte-order mark", text: "\u{FEFF}" + plain),
    Quirk(
      name: "mark before a quoted name",
      text: "\u{FEFF}" + plain.replacing("interval_start,", with: "\"interval_start\",")),
    Quirk(
      name: "title", text: text(lines, "Queue report, March 2026\n"),
      ignored: "1 above the header"),
    Quirk(
      name: "long preamble",
      text: text(
        lines, "Report\nPrinted:,2026-04-01\n\nFilter:,all;queues\n\"lone\nRow Labels,,\n"),
      ignored: "1 blank, 5 above the header"),
    Quirk(
      name: "repeated headers",
      text: text([lines[0], lines[1], header, lines[2], header, lines[3]]),
      ignored: "2 repeated header"),
    Quirk(
      name: "totals rows",
      text: text(
        [lines[0], lines[1], "Total,,22,20,2,17"] + lines[2...] + ["Grand Total,,49,43,6,36"]),
      ignored: "2 totals"),
    Quirk(
      name: "summary below a blank line",
      text: plain + "\nSUMMARY,,49,43,6,36\n", ignored: "1 blank, 1 totals"),
    Quirk(name: "end record", text: plain + "9,***End of Data***\n", ignored: "1 below the table"),
    Quirk(
      name: "number of rows below a blank line", text: plain + "\n4 rows\n",
      ignored: "1 blank, 1 below the table"),
    Quirk(
      name: "trailer below totals",
      text: plain + "Total,,49,43,6,36\nEnd of report\nPage 1 of 1",
      ignored: "1 totals, 2 below the table"),
    Quirk(
      name: "what a record follows is no trailer",
      text: text([lines[0], "", "4 rows", lines[1], lines[2], lines[3]]), rejected: 1,
      ignored: "1 blank"),
    Quirk(
      name: "what stands right below a record is no trailer", text: plain + "4 rows\n",
      rejected: 1),
    Quirk(
      name: "a last line that was cut off is no trailer", text: plain + "\n2026-03-0",
      rejected: 1, ignored: "1 blank"),
    Quirk(
      name: "a cut record is no trailer", text: plain + "\n2026-03-04 09:00,Bil",
      rejected: 1, ignored: "1 blank"),
    Quirk(name: "nameless last column", text: each { $0 + "," }),
    Quirk(
      name: "nameless last column in the rows alone",
      text: header + "\n" + lines.map { $0 + ",\n" }.joined()),
    Quirk(
      name: "padding",
      text: each { $0.split(separator: ",").map { "  \($0)\t" }.joined(separator: ",") }),
    Quirk(name: "zeros in front", text: plain.replacing(",7,7,0,7", with: ",007,00007,0,07")),
    Quirk(
      name: "whole numbers with decimals",
      text: plain.replacing(",7,7,0,7", with: ",7.0,7.00,.00,00007.00")),
    Quirk(
      name: "decimal commas",
      text: each { $0.replacing(",", with: ";") }.replacing(";7;7;0;7", with: ";7,0;7;0,00;7")),
    Quirk(
      name: "CRLF and LF mixed",
      text: plain.replacing("Billing,12,11,1,9\n", with: "Billing,12,11,1,9\r\n")),
    Quirk(name: "CRLF", text: plain.replacing("\n", with: "\r\n")),
    Quirk(name: "CR alone", text: plain.replacing("\n", with: "\r")),
    Quirk(name: "no last line break", text: String(plain.dropLast())),
    Quirk(name: "tabs", text: plain.replacing(",", with: "\t")),
    Quirk(
      name: "a tab that is missing in one row",
      text: plain.replacing(",", with: "\t").replacing("\t12\t", with: "  12\t"), accepted: 3,
      rejected: 1),
    Quirk(name: "vertical bars", text: plain.replacing(",", with: "|")),
    Quirk(
      name: "blank rows by the thousand",
      text: String(repeating: "\n", count: 5000) + plain + String(repeating: " \t\n", count: 5000),
      ignored: "10000 blank"),
    Quirk(
      name: "AM and PM",
      text: each {
        $0.replacing("2026-03-02 09:", with: "3/2/2026 9:")
          .replacing("2026-03-03 09:", with: "3/3/2026 9:")
          .replacing(":00,B", with: ":00 AM,B").replacing(":30,B", with: ":30 am,B")
      }, arguments: ["--date-order", "mdy"]),
  ]

  @Test(arguments: quirks) func figuresAreThoseOfThePlainFile(_ quirk: Quirk) throws {
    let scratch = try ScratchFolder()
    try scratch.write("plain.csv", QuirkTests.plain)
    try scratch.write("data.csv", quirk.text)
    let plain = try CheckedRun(["plain.csv"], in: scratch.path)
    let run = try CheckedRun(
      ["data.csv", "--max-rejects", "\(quirk.rejected)"] + quirk.arguments, in: scratch.path)
    let rows = run.json.at("inputs.0.rows")
    #expect(rows?["accepted"]?.integer == quirk.accepted)
    #expect(rows?["rejected"]?.integer == quirk.rejected)
    let notes = run.json.at("inputs.0.notes")?.elements.compactMap(\.text) ?? []
    let ignored = notes.last { $0.hasPrefix("ignored: ") }?.dropFirst("ignored: ".count)
    #expect(ignored.map { String($0) } == quirk.ignored)
    if quirk.accepted == 4, quirk.rejected == 0 {
      #expect(run.json["services"] == plain.json["services"])
    }
  }

  /// All three forms in one column, past a day, and zero as a duration and not midnight.
  @Test func durationsInAllFormsAddUp() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "data.csv",
      QuirkTests.header + ",handle_seconds,wait_seconds\n"
        + "2026-03-02 09:00,B,10,10,0,8,26:40:00,0:00:00\n"
        + "2026-03-02 09:30,B,10,10,0,8,1:40,.5\n2026-03-02 10:00,B,10,10,0,8,100,00000.00\n")
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    let total = run.json.at("services.0.total")
    #expect(total?.at("averageHandleTime.numerator")?.integer == 96_200)
    #expect(total?.at("averageSpeedOfAnswer.value")?.text == "0.02")
  }

  @Test(arguments: ["", "-", "--", "N/A", "n/a", "null", "NaN", "unknown", "UNKNOWN", " - "])
  func absentIsNotZero(_ word: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      "data.csv",
      QuirkTests.header + ",handle_seconds\n2026-03-02 09:00,B,10,10,0,8,\(word)\n"
        + "2026-03-02 09:30,B,10,,0,8,100\n")
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    #expect(run.json.at("inputs.0.rows.accepted")?.integer == 2)
    #expect(run.json.at("services.0.total.answered")?.integer == 20)
    #expect(run.json.at("services.0.total.averageHandleTime") == .null)
  }

  /// A header that is not found where a record stands in the way of none: the row that looks
  /// most like one says what is lacking, with its line.
  @Test func headerThatIsNotUnderstoodIsNamedWithItsLine() throws {
    let scratch = try ScratchFolder()
    try scratch.write("data.csv", "Report\n\ninterval_start,queue,offered\n2026-03-02,B,1\n")
    let run = try ToolRun(["data.csv"], in: scratch.path)
    #expect(run.status == 65)
    #expect(run.errorLines.first?.hasPrefix("data.csv:3:1: interval records need") == true)
  }
}
