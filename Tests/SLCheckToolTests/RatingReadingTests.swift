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
    #expect(lines(Self.header).isEmpty)
  }

  @Test func aFileThatIsNotThereIsNoData() {
    let failure = #expect(throws: ToolError.self) {
      _ = try RatingReading.read([.file("/nowhere/ratings.csv")], delimiter: nil)
    }
    #expect(failure?.status == .noInput)
  }
}
