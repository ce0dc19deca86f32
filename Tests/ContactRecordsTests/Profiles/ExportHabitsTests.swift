import Basics
import DelimitedText
import Testing

@testable import ContactRecords

/// What a profile knows of values reaches the rows.
@Suite struct ExportHabitsTests {
  private static let header = "interval_start,queue,offered,answered,answered_within"

  private func rows(
    _ text: String, columns: [String: ColumnSource] = [:],
    formats: [String: StampFormat] = [:], _ habits: ExportHabits
  ) throws -> Decoded {
    try Decoded(text, mapping: ColumnMapping(columns: columns, formats: formats, habits: habits))
  }

  @Test(arguments: [
    ("", 0), ("  ", 0), ("5", 5000), ("N/A", nil), ("-", nil),
  ])
  func blanksAreZeroAndWordsForAbsentAreNot(_ field: String, _ milliseconds: Int?) throws {
    let text = Self.header + ",talk_seconds\n2026-03-02 08:00,A,2,2,1,\(field)\n"
    let decoded = try rows(text, ExportHabits(blankIsZero: ["talk_seconds"]))
    #expect(decoded.first?[.talkSeconds] == milliseconds)
    #expect(try rows(text, ExportHabits()).first?[.talkSeconds] == (field == "5" ? 5000 : nil))
  }

  @Test(arguments: [
    ("0", "20514 0:0"), ("5", "20514 0:5"), ("30", "20514 0:30"), ("800", "20514 8:0"),
    ("0815", "20514 8:15"), ("2330", "20514 23:30"), ("08:45", "20514 8:45"),
    (" 930 ", "20514 9:30"),
  ])
  func timesOfDayAreWholeNumbers(_ field: String, _ start: String) throws {
    let decoded = try rows(
      "day,clock,offered,answered,answered_within\n2026-03-02,\(field),2,2,1\n",
      columns: ["interval_start": .joined(["day", "clock"])],
      ExportHabits(wholeClocks: ["interval_start"]))
    #expect(decoded.first?.start == start, "\(decoded.complaints)")
  }

  @Test(arguments: ["2400", "860", "12345", "-5", ""])
  func whatIsNoTimeOfDayIsRejected(_ field: String) throws {
    let decoded = try rows(
      "day,clock,offered,answered,answered_within\n2026-03-02,\(field),2,2,1\n",
      columns: ["interval_start": .joined(["day", "clock"])],
      ExportHabits(wholeClocks: ["interval_start"]))
    #expect(decoded.rows.isEmpty && decoded.rejects.count == 1)
  }

  @Test func theFirstOfSeveralNamesCounts() throws {
    let text =
      Self.header + "\n2026-03-02 08:00,Billing; Sales,2,2,1\n2026-03-02 08:00, Billing ,2,2,1\n"
      + "2026-03-02 08:00,; Sales,2,2,1\n"
    let names = try rows(text, ExportHabits(lists: ["queue": UInt8(ascii: ";")])).rows
    #expect(names.map(\.key.queue) == ["Billing", "Billing", ""])
    #expect(try rows(text, ExportHabits()).rows.map(\.key.queue)[0] == "Billing; Sales")
  }

  @Test func thousandsAreSetApartWhereTheProfileSaysSo() throws {
    let text = Self.header + "\n2026-03-02 08:00,A,\"1,234\",\"1,200\",950\n"
    let decoded = try rows(text, ExportHabits(groupsThousands: true))
    #expect(decoded.first?[.offered] == 1234 && decoded.first?[.answeredWithin] == 950)
    #expect(try rows(text, ExportHabits()).rejects.count == 1)
  }

  @Test func countsAreAddedUp() throws {
    let text =
      "interval_start,offered,early,late\n2026-03-02 08:00,9,4,3\n2026-03-02 08:30,9,4,\n"
    let decoded = try rows(
      text,
      columns: ["answered": .sum(["early", "late"]), "answered_within": .joined(["early"])],
      ExportHabits())
    #expect(decoded.first?[.answered] == 7 && decoded.first?[.abandoned] == 2)
    // Of an unknown part nothing is known.
    #expect(decoded.rejects.count == 1)
  }

  @Test func exportsWithoutAServiceLevelGiveTheRest() throws {
    let text = "interval_start,offered,answered\n2026-03-02 08:00,9,4\n"
    let decoded = try rows(text, ExportHabits(isWithoutServiceLevel: true))
    #expect(decoded.first?[.answered] == 4 && decoded.first?[.answeredWithin] == nil)
    #expect(throws: SchemaError.self) { try rows(text, ExportHabits()) }
  }

  @Test(arguments: [
    ("2026-03-02 08:00", "20514 8:0", 0), ("1772438400", "20514 8:0", 0),
    ("2026-03-02T08:00+02:00", "20514 8:0", 120),
  ])
  func universalTimeIsAnOffset(_ field: String, _ start: String, _ offset: Int16) throws {
    let decoded = try rows(
      Self.header + "\n\(field),A,2,2,1\n", ExportHabits(isUniversalTime: true, isEpochToo: true))
    #expect(decoded.first?.start == start)
    #expect(decoded.offsets == [offset])
  }

  @Test func whatIsNeitherIsoNorSecondsIsNoTime() throws {
    let decoded = try rows(Self.header + "\nnoon,A,2,2,1\n", ExportHabits(isEpochToo: true))
    #expect(
      decoded.complaints == ["2:1: interval_start: \"noon\" is not a time (YYYY-MM-DD HH:MM:SS)"])
  }

  @Test func wordsThatOnlyBeginSoComeLast() {
    let map = WordMap(
      ["NO": "a", "no N/A": "b"], beginnings: ["no ": "c", "no x": "d", "y": "e"])
    func meaning(_ word: String) -> String? {
      let bytes = ContiguousArray(word.utf8)
      return map.meaning(bytes.span, 0..<bytes.count)
    }
    #expect(meaning("No") == "a")
    #expect(meaning("NO n/a") == "b")
    #expect(meaning("no TRANSFER") == "c")
    #expect(meaning("NO X1") == "d")
    #expect(meaning("Yes") == "e")
    #expect(meaning("other") == nil && meaning("") == nil)
    #expect(map.meanings["no x…"] == "d")
  }
}
