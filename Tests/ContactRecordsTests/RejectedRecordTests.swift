import ContactRecords
import DelimitedText
import Testing

/// A row that cannot be read, and what is said about it.
struct RejectCase: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let complaints: [String]
  var options = IntervalDecoder.Options()
  var columns: [String: ColumnSource] = [:]

  var testDescription: String { name }

  static let header = "interval_start,queue,offered,answered,abandoned,answered_within,wait_seconds"

  init(
    _ name: String, _ row: String, header: String = header, _ complaints: String...,
    options: IntervalDecoder.Options = .init(), columns: [String: ColumnSource] = [:]
  ) {
    self.name = name
    text = header + "\n" + row + "\n"
    self.complaints = complaints
    self.options = options
    self.columns = columns
  }

  static let fields: [RejectCase] = [
    RejectCase(
      "a word for a count", "2026-03-02 09:00,sales,many,5,0,5,1",
      "2:24: offered: \"many\" is not a number"),
    RejectCase(
      "a negative count", "2026-03-02 09:00,sales,5,-5,0,5,1",
      "2:26: answered: \"-5\" is a negative count"),
    RejectCase(
      "half a call", "2026-03-02 09:00,sales,5,5,0.5,5,1",
      "2:28: abandoned: \"0.5\" is not a whole number"),
    RejectCase(
      "a count beyond all", "2026-03-02 09:00,sales,5,5,0,9007199254740993,1",
      "2:30: answered_within: \"9007199254740993\" is a count beyond 2^53"),
    RejectCase(
      "a thousands separator", "2026-03-02 09:00,sales,\"1,234\",5,0,5,1",
      "2:24: offered: \"1,234\" is not a number"),
    RejectCase(
      "a negative duration", "2026-03-02 09:00,sales,5,5,0,5,-3",
      "2:32: wait_seconds: \"-3\" is a negative duration"),
    RejectCase(
      "a word for a duration", "2026-03-02 09:00,sales,5,5,0,5,1:2:3",
      "2:32: wait_seconds: \"1:2:3\" is not a duration (seconds, m:ss or h:mm:ss)"),
    RejectCase(
      "a duration beyond all", "2026-03-02 09:00,sales,5,5,0,5,1000000001",
      "2:32: wait_seconds: \"1000000001\" is a duration beyond 1000000000 seconds"),
    RejectCase(
      "quoted and non-ASCII fields before it", "2026-03-02 09:00,\"Zürich, \"\"日本\"\"\",x,5,0,5,1",
      "2:35: offered: \"x\" is not a number"),
    RejectCase(
      "a quoted field itself", "2026-03-02 09:00,sales,\"x\",5,0,5,1",
      "2:24: offered: \"x\" is not a number"),
    RejectCase(
      "a line break in a field before it", "2026-03-02 09:00,\"two\nlines\",5,5,0,5,x",
      "3:16: wait_seconds: \"x\" is not a duration (seconds, m:ss or h:mm:ss)"),
    RejectCase(
      "control characters are shown", "2026-03-02 09:00,sales,\u{1B}[1m,5,0,5,1",
      "2:24: offered: \"<U+001B>[1m\" is not a number"),
  ]

  static let rows: [RejectCase] = [
    RejectCase(
      "no time", ",sales,5,5,0,5,1", "2:1: interval_start is absent"),
    RejectCase("an absent time", "N/A,sales,5,5,0,5,1", "2:1: interval_start is absent"),
    RejectCase(
      "a word for a time", "noon,sales,5,5,0,5,1",
      "2:1: interval_start: \"noon\" is not a time (YYYY-MM-DD HH:MM:SS)"),
    RejectCase(
      "a day that is not there", "2026-02-29 09:00,sales,5,5,0,5,1",
      "2:1: interval_start: \"2026-02-29 09:00\" is a day or a time that does not exist"),
    RejectCase(
      "another order of the date", "02.03.2026 09:00,sales,5,5,0,5,1",
      "2:1: interval_start: \"02.03.2026 09:00\" is a date in another order than YYYY-MM-DD; "
        + "state it under formats in the configuration"),
    RejectCase(
      "one count of three", "2026-03-02 09:00,sales,5,,-,5,1",
      "2:1: two of offered, answered and abandoned are needed"),
    RejectCase(
      "too few fields", "2026-03-02 09:00,sales,5,5,0", "2:1: found 5 fields, expected 7"),
    RejectCase(
      "too many fields", "2026-03-02 09:00,sales,5,5,0,5,1,x", "2:1: found 8 fields, expected 7"),
    RejectCase(
      "two empty fields too many", "2026-03-02 09:00,sales,5,5,0,5,1,,",
      "2:1: found 9 fields, expected 7"),
    RejectCase(
      "text after a quote", "2026-03-02 09:00,\"sales\"x,5,5,0,5,1",
      "2:25: text after a closing quote"),
    RejectCase(
      "an open quote", "2026-03-02 09:00,\"sales,5,5,0,5,1",
      "2:18: a quote is not closed by the end of the input or within 1 MiB"),
    RejectCase(
      "a unit separator in a name", "2026-03-02 09:00,sa\u{1F}les,5,5,0,5,1",
      "2:18: queue holds a control character (0x1F)"),
    RejectCase(
      "an unknown length", "2026-03-02 09:00,45,5,5,5",
      header: "interval_start,interval_minutes,offered,answered,answered_within",
      "2:18: an interval of 45 minutes; known are 5, 10, 15, 20, 30, 60 and 1440"),
    RejectCase(
      "a length of nothing", "2026-03-02 09:00,0,5,5,5",
      header: "interval_start,interval_minutes,offered,answered,answered_within",
      "2:18: an interval of 0 minutes; known are 5, 10, 15, 20, 30, 60 and 1440"),
    RejectCase(
      "a word for a length", "2026-03-02 09:00,half,5,5,5",
      header: "interval_start,interval_minutes,offered,answered,answered_within",
      "2:18: interval_minutes: \"half\" is not a number"),
    RejectCase(
      "a start off its stated grid", "30,2026-03-02 09:15,5,5,5",
      header: "interval_minutes,interval_start,offered,answered,answered_within",
      "2:4: 09:15 is no start of a 30-minute interval"),
    RejectCase(
      "a day that starts at eight", "1440,2026-03-02 08:00,5,5,5",
      header: "interval_minutes,interval_start,offered,answered,answered_within",
      "2:6: 08:00 is no start of a 1440-minute interval"),
    RejectCase(
      "a start off the configured grid", "2026-03-02 09:15,sales,5,5,0,5,1",
      "2:1: 09:15 is no start of a 30-minute interval", options: .init(intervalMinutes: 30)),
    RejectCase(
      "a start seconds off the grid", "2026-03-02 09:00:01,sales,5,5,0,5,1",
      "2:1: 09:00 is no start of a 30-minute interval", options: .init(intervalMinutes: 30)),
    RejectCase(
      "contradicting counts, where refused", "2026-03-02 09:00,sales,5,6,0,5,1",
      "2:1: the counts contradict each other", options: .init(rejectsContradictions: true)),
    RejectCase(
      "a joined time", "2026-03-02,noon,5,5,5",
      header: "Date,Time,offered,answered,answered_within",
      "2:1: interval_start: \"2026-03-02 noon\" is not a time (YYYY-MM-DD HH:MM:SS)",
      columns: ["interval_start": .joined(["Date", "Time"])]),
  ]
}

@Suite struct RejectedRecordTests {
  @Test(arguments: RejectCase.fields + RejectCase.rows)
  func aRejectedRowSaysWhereAndWhy(_ sample: RejectCase) throws {
    for pieces in [
      Pieces(), Pieces(chunkWidth: 1, batchRows: 1), Pieces(chunkWidth: 7, batchRows: 2),
    ] {
      let decoded = try Decoded(
        sample.text, columns: sample.columns, options: sample.options, pieces: pieces)
      #expect(decoded.complaints == sample.complaints, "\(pieces)")
      #expect(decoded.rows == [])
    }
  }

  @Test func aNameThatIsNotUTF8IsReadAllTheSame() throws {
    let text = Array("interval_start,offered,answered,answered_within,queue\n".utf8)
    let rows = Array("2026-03-02 09:00,5,5,5,Z".utf8) + [0xFC] + Array("rich\n".utf8)
    let decoded = try Decoded(text + rows)
    #expect(decoded.complaints == [])
    #expect(
      decoded.rows
        == (try Decoded(
          text
            + Array(
              "2026-03-02 09:00,5,5,5,Zürich\n".utf8)
        ).rows))
    #expect(decoded.rows.count == 1)
  }

  @Test(arguments: [
    ("2026-03-02 09:30,x,5,5", true), ("2026-03-02 09:30,5,,-", true), ("noon,5,5,5", false),
    ("2026-03-02 09:30,5,5", false), ("2026-03-02 09:30,\"5\"x,5,5", false),
  ])
  func aRejectedRowHasAPlaceInTimeWhereThatCanBeRead(_ row: String, _ isPlaced: Bool) throws {
    let decoded = try Decoded("interval_start,offered,answered,answered_within\n\(row)\n")
    let reject = try #require(decoded.rejects.first)
    #expect((reject.place != nil) == isPlaced)
    guard let place = reject.place else { return }
    #expect("\(place.day) \(place.time)" == "2026-03-02 09:30")
  }

  @Test func rejectsOfOneKindAreCountedTogether() {
    let reasons: [(RejectedRecord.Reason, String)] = [
      (.fieldCount(found: 3, expected: 7), "a wrong number of fields"),
      (.field(column: "offered", text: "x", .notANumber), "offered is not a number"),
      (.intervalLength(7), "an unknown interval length"),
      (.offGrid(start: "09:01", minutes: 30), "a start off the grid"),
      (.contradiction, "the counts contradict each other"),
      (.absent(column: "interval_start"), "interval_start is absent"),
    ]
    for (reason, kind) in reasons { #expect(reason.kind == kind) }
  }

  @Test func rowsBelowARejectedOneAreRead() throws {
    let decoded = try Decoded(
      RejectCase.header + "\n2026-03-02 09:00,a,x,5,0,5,1\n2026-03-02 09:30,a,5,5,0,5,1\n")
    #expect(decoded.rejects.map(\.line) == [2])
    #expect(decoded.rows.map(\.line) == [3])
    #expect(decoded.rows[0][.offered] == 5)
  }
}
