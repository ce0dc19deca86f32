import DelimitedText
import Foundation
import MaturityRules
import TestSupport
import Testing

@testable import SLCheckTool

@Suite struct RatingReadingTests {
  private static let header = "instrument,item,rating,evidence,note\n"

  private func read(_ texts: String...) throws(ToolError) -> [Rating] {
    try RatingReading.read(texts.map { .bytes(Array($0.utf8)) }, delimiter: nil).ratings
  }

  private func lines(_ texts: String...) -> [String] {
    do throws(ToolError) {
      _ = try RatingReading.read(texts.map { .bytes(Array($0.utf8)) }, delimiter: nil)
      return []
    } catch {
      #expect(error.status == .data)
      return error.lines
    }
  }

  @Test func theExampleOfTheContractIsRead() throws {
    let ratings = try read(
      Self.header + """
        cmo,7.01,3,"Survey report Q3",
        cx_maturity,routing_tool,4,,live figures since May
        contactscope,strategy_scope,2,,
        sqm_practice,email.onsite_score,82.5%,,own estimate
        sqm_practice,email.cx_impact,yes,"FCR study 2026",
        icmi_concepts,accessible,2,"Customer panel 2026-03",
        """)
    #expect(ratings.count == 6)
    #expect(ratings[0].evidence == "Survey report Q3" && ratings[0].note == nil)
    #expect(ratings[1].note == "live figures since May")
    #expect(ratings[3].value.description == "82.5")
    #expect(ratings[4].value == .truth(true))
    #expect(
      ratings[5].place == RatingPlace(file: "standard input", line: 7, column: 26))
  }

  @Test(arguments: Instrument.all)
  func aTemplateIsValidInputWithNothingRated(_ instrument: Instrument) throws {
    let bytes = Instrument.template(of: instrument)
    #expect(try RatingReading.read([.bytes(bytes)], delimiter: nil).ratings.isEmpty)
  }

  @Test func delimitersQuotesAndColumnsMayDiffer() throws {
    let ratings = try read(
      "note;rating;item;instrument\r\n\"so; so\";4,0;1.01;CMO\r\n;80,25 %;Email.onsite_score;"
        + "sqm_practice\r\n",
      "\u{FEFF}instrument\titem\trating\ncmo\t1.02\t3\n")
    #expect(ratings.map(\.item) == ["1.01", "email.onsite_score", "1.02"])
    #expect(ratings.map(\.value.description) == ["4", "80.25", "3"])
    #expect(ratings[0].note == "so; so")
    #expect(ratings[0].place.column == 10)
  }

  @Test func emptyRowsAndRepeatedHeadersAreLeftOut() throws {
    let ratings = try read(Self.header + "cmo,1.01,3,,\n,,,,\n" + Self.header + "cmo,1.02,2,,\n")
    #expect(ratings.map(\.item) == ["1.01", "1.02"])
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/gzip")))
  func aPackedFileIsUnpacked() throws {
    let scratch = try ScratchFolder()
    let path = try scratch.write("ratings.csv", Self.header + "cmo,1.01,3,,\n")
    _ = try ToolRun([path], program: "/usr/bin/gzip", in: scratch.path)
    let ratings = try RatingReading.read([.file(path + ".gz")], delimiter: nil).ratings
    #expect(ratings.map(\.item) == ["1.01"])
  }

  @Test func everythingWrongWithAllFilesIsToldAtOnce() throws {
    let scratch = try ScratchFolder()
    let first = try scratch.write("a.csv", Self.header + "cmo,1.01,3,,\ncmo,1.02,9,,\n")
    let second = try scratch.write("b.csv", "instrument,item,score\ncmo,1.01,3\n")
    let third = try scratch.write("c.csv", Self.header + "cmo,1.01,3,,\ncmos,1,1,,\n")
    let failure = #expect(throws: ToolError.self) {
      _ = try RatingReading.read([.file(first), .file(second), .file(third)], delimiter: nil)
    }
    #expect(failure?.status == .data)
    #expect(
      failure?.lines == [
        "\(second):1:1: no column \"rating\"; found: instrument, item, score",
        "\(first):3:10: rating \"9\" of cmo 1.02 is outside 0–4",
        "\(third):2:5: cmo 1.01 was already rated in \(first):2",
        "\(third):3:1: unknown instrument \"cmos\"; did you mean \"cmo\"?",
      ])
  }

  @Test func aRowOfTheWrongLengthIsToldWithItsPlace() {
    #expect(
      lines(Self.header + "cmo,1.01,3\ncmo,1.02,3,,\n") == [
        "standard input:2:1: found 3 fields, expected 5"
      ])
  }

  @Test func anEmptyFileIsRefused() {
    #expect(lines("") == ["standard input:1:1: the file is empty; export it again"])
  }

  @Test(arguments: ["", "\n\n"])
  func aHeaderAloneIsRefused(_ rest: String) {
    #expect(
      lines(Self.header + rest) == [
        "standard input:1:1: the file has a header and no rows; export it again"
      ])
    #expect(
      lines(Self.header, Self.header + "cmo,1.01,3,,\n").count == 1, "one of two files")
    #expect(lines(Self.header + "cmo,1.01,,,\n").isEmpty, "a row that says nothing")
  }

  @Test(
    arguments: [
      (
        "instrument,item,Rating,rating", 24,
        "the columns \"Rating\" and \"rating\" are one and the "
          + "same; leave one of them out"
      ),
      (
        "instrument,item,rating,evidence,EVIDENCE", 33,
        "the columns \"evidence\" and \"EVIDENCE\" "
          + "are one and the same; leave one of them out"
      ),
      ("instrument,item,rating,rating", 1, "the column \"rating\" stands in the header twice"),
    ])
  func aColumnThatStandsTwiceIsRefused(_ header: String, _ column: Int, _ reason: String) {
    let fields = header.split(separator: ",").count
    let row = "cmo,1.01" + String(repeating: ",3", count: fields - 2)
    #expect(lines("\(header)\n\(row)\n") == ["standard input:1:\(column): \(reason)"])
  }

  @Test func otherColumnsMayBeAlike() throws {
    #expect(try read("instrument,item,rating,Owner,owner\ncmo,1.01,3,a,b\n").count == 1)
  }

  @Test func aFileThatIsNotThereIsNoData() {
    let failure = #expect(throws: ToolError.self) {
      _ = try RatingReading.read([.file("/nowhere/ratings.csv")], delimiter: nil)
    }
    #expect(failure?.status == .noInput)
  }
}

// MARK: - Dates

extension RatingReadingTests {
  private static let item = "sqm_practice,email.certified_on,03/04/2026"

  private func days(_ text: String, _ order: DateOrder? = nil) throws(ToolError) -> [String] {
    try RatingReading.read([.bytes(Array(text.utf8))], delimiter: nil, dateOrder: order)
      .ratings.map(\.value.description)
  }

  @Test func theStatedOrderIsThatOfAnswersAsWell() throws {
    let text = "instrument,item,rating,rated_on\n\(Self.item),05/06/2026\n"
    #expect(try days(text, .dayMonthYear) == ["2026-04-03"])
    #expect(try days(text, .monthDayYear) == ["2026-03-04"])
    let undated = "instrument,item,rating\n\(Self.item)\n"
    #expect(try days(undated, .dayMonthYear) == ["2026-04-03"])
  }

  @Test(
    arguments: [
      // The days of the ratings tell the order, wherever they stand.
      (",rated_on", ",05/06/2026", "cmo,1.01,3,28/06/2026", "2026-04-03"),
      (",rated_on", ",05/06/2026", "cmo,1.01,3,06/28/2026", "2026-03-04"),
      // Else other answers do.
      ("", "", "sqm_practice,omni_channel.certified_on,28.02.2026", "2026-04-03"),
      ("", "", "sqm_practice,omni_channel.certified_on,02/28/2026", "2026-03-04"),
      // What is the same in both orders tells none.
      (
        ",rated_on", ",06/06/2026", "sqm_practice,omni_channel.certified_on,28.02.2026,06/06/2026",
        "2026-04-03"
      ),
    ])
  func theOrderOfTheFileIsThatOfAnswersAsWell(
    _ column: String, _ day: String, _ other: String, _ read: String
  ) throws {
    let header = "instrument,item,rating\(column)\n"
    #expect(try days(header + Self.item + day + "\n" + other + "\n")[0] == read)
    #expect(try days(header + other + "\n" + Self.item + day + "\n")[1] == read)
  }

  @Test(
    arguments: [
      ("", "", ""), (",rated_on", ",06/06/2026", ""), (",rated_on", ",2026-06-05", ""),
      // Answers that contradict each other tell nothing.
      (
        "", "",
        "sqm_practice,omni_channel.certified_on,28.02.2026\n"
          + "sqm_practice,call_handling.certified_on,02/28/2026\n"
      ),
    ])
  func anOrderIsNeverGuessed(_ column: String, _ day: String, _ others: String) {
    let text = "instrument,item,rating\(column)\n\(Self.item)\(day)\n\(others)"
    #expect(
      lines(text) == [
        "standard input:2:33: rating \"03/04/2026\" of sqm_practice email.certified_on can be read "
          + "in two orders, and no date in the file tells which; say which with --date-order dmy "
          + "or mdy"
      ])
  }
}
