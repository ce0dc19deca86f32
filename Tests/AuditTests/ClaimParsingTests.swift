import Audit
import Basics
import ContactRecords
import TestSupport
import Testing

@Suite struct ClaimParsingTests {
  @Test(arguments: [
    ("84.1%", Int128(841), 1, ClaimedFigure.Unit.percent), ("84 %", 84, 0, .percent),
    ("100%", 100, 0, .percent), ("20.5 s", 205, 1, .seconds), ("20s", 20, 0, .seconds),
    ("5.80", 580, 2, .none), ("$5.80", 580, 2, .money), ("€ 5.80", 580, 2, .money),
    ("1,204", 1204, 0, .none), ("1,204.5", 12045, 1, .none), ("-3.25", -325, 2, .none),
    (".5%", 5, 1, .percent), ("11", 11, 0, .none), ("11/12", 11, 0, .outOf(12)),
    ("860 / 1,060", 860, 0, .outOf(1060)), ("0.000001", 1, 6, .none),
  ])
  func figures(_ text: String, _ digits: Int128, _ places: Int, _ unit: ClaimedFigure.Unit) {
    let figure = ClaimedFigure(text)
    #expect(figure?.digits == digits)
    #expect(figure?.places == places)
    #expect(figure?.unit == unit)
  }

  @Test(arguments: [
    "", "%", "s", "84,1%", "84.1.2", "84.%", "1,20", "12,34,567", "11/", "/12", "11/0", "-1/12",
    "1.5/12", "1/2/3", "abc", "84.1 percent", "0.0000001", "1234567890123456789", "--1", "８４%",
    ".", "1e3", "+-3",
  ])
  func figuresThatAreNone(_ text: String) { #expect(ClaimedFigure(text) == nil) }

  @Test(arguments: [
    ("2026-03-02", ClaimPeriod.days(.day("2026-03-02")...(.day("2026-03-02")))),
    ("2026-03-02..2026-03-15", .days(.day("2026-03-02")...(.day("2026-03-15")))),
    ("2026-03", .months(.of("2026-03")...(.of("2026-03")))),
    ("2025-11..2026-06", .months(.of("2025-11")...(.of("2026-06")))),
    ("last-12-months", .lastMonths(12)), ("past-9-months", .lastMonths(9)),
    ("past-120-days", .lastDays(120)), ("", .asOf),
  ])
  func periods(_ text: String, _ period: ClaimPeriod) { #expect(ClaimPeriod(text) == period) }

  @Test(arguments: [
    "2026", "2026-13", "2026-3", "2026-02-30", "2026-06..2026-01", "2026-01..2026-02-03", "..",
    "2026-01..", "last-0-months", "last--months", "last-12-weeks", "next-12-months",
    "last-999999999999999999999-days", "last-12-months-", "March",
  ])
  func periodsThatAreNone(_ text: String) { #expect(ClaimPeriod(text) == nil) }

  @Test func scopes() {
    let scope = ClaimScope("service=Voice;site=Dal=las; queue = Billing ;channel=v;standard=8.01")
    #expect(scope?.service == "Voice")
    #expect(scope?.site == "Dal=las")
    #expect(scope?.queue == "Billing")
    #expect(scope?.channel == "v")
    #expect(scope?.standard == "8.01")
    #expect(ClaimScope("") == ClaimScope())
    for text in ["Voice", "service=", "planet=Mars", "site=A;site=B", "site=A;", ";", "=A"] {
      #expect(ClaimScope(text) == nil, "\(text)")
    }
  }

  @Test func rowsThatCannotBeRead() throws {
    let file = try ClaimFile([
      "1,service_level,,2026-03,84%", "2,service_level,moon,2026-03,84%",
      "3,service_level,,march,84%", "4,service_level,,2026-03,much", "5,service_level,,,84%",
      ",service_level,,2026-03,84%", "7,happiness,,2026-03,84%", "8,level,standard=8.01,,3",
    ])
    #expect(file.claims.map(\.id) == ["1", "7", "8"])
    #expect(file.claims.map(\.measure) == [.serviceLevel, nil, .level])
    #expect(file.rejects.map(\.line) == [3, 4, 5, 6, 7])
    #expect(file.rejects.map(\.column) == [17, 18, 26, 18, 1])
  }
}
