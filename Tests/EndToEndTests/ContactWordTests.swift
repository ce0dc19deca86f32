import TestSupport
import Testing

/// What configured words, columns and times come to, the same in every kind of record.
@Suite struct ContactWordTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Ten contacts, one of them with something that cannot be read.
  private func contacts(_ bad: String) -> String {
    var text = "started_at,outcome,wait_seconds\n"
    for minute in 0..<9 { text += "2026-03-03T09:0\(minute),answered,5\n" }
    return text + bad + "\n2026-03-03T15:00,answered,5\n"
  }

  /// Whatever of a contact cannot be read, its place in time is a hole.
  @Test(arguments: ["2026-03-03T12:05,anwsered,5", "2026-03-03T12:05,answered,5x"])
  func anUnknownOutcomeIsAHoleAsAnyOtherReject(_ row: String) throws {
    try scratch.write("calls.csv", contacts(row))
    let run = try CheckedRun(["calls.csv", "--max-rejects", "1"], in: scratch.path)
    let total = try #require(run.json.at("services.0.total"))
    #expect(total.at("coverage.numerator")?.integer == 2)
    #expect(total.at("coverage.denominator")?.integer == 3)
  }

  @Test func repeatedHeadersAndTotalsAreNoOtherDirection() throws {
    try scratch.write(
      "calls.csv",
      "started_at,outcome,wait_seconds,direction\n2026-03-03T09:00,answered,5,inbound\n"
        + "started_at,outcome,wait_seconds,direction\nTotal,,5,all\n"
        + "2026-03-03T10:00,answered,5,outbound\n")
    let run = try CheckedRun(["calls.csv"], in: scratch.path)
    #expect(
      run.json.at("inputs.0.notes.0")?.text
        == "ignored: 1 repeated header, 1 totals, 1 of another direction than inbound")
  }

  /// A part of a millisecond too late is too late, in either unit.
  @Test(arguments: [("seconds", "20.0005"), ("milliseconds", "20000.5")])
  func whatIsLateIsLateInEveryUnit(_ unit: String, _ wait: String) throws {
    try scratch.write(
      "calls.csv", "started_at,outcome,wait_seconds\n2026-03-03T09:00,answered,\(wait)\n")
    try scratch.write("units.json", "{ units: { wait_seconds: '\(unit)' } }")
    let run = try CheckedRun(["calls.csv", "--config", "units.json"], in: scratch.path)
    #expect(run.json.at("services.0.total.answeredWithin")?.integer == 0)
  }

  @Test func valuesThatDifferFarToTheLeftConflict() throws {
    try scratch.write(
      "calls.csv",
      "contact_id,started_at,outcome,wait_seconds,transaction_type,transaction_value\n"
        + "a,2026-03-03T09:00,answered,5,Sale,0\n"
        + "a,2026-03-03T09:00,answered,5,Sale,18446744073709.551616\n")
    #expect(try ToolRun(["calls.csv"], in: scratch.path).status == 65)
  }

  @Test func anAnswerDecadesLaterIsRejected() throws {
    try scratch.write(
      "calls.csv",
      "started_at,outcome,answered_at\n2026-03-03T09:00,answered,2206-03-03T09:00\n"
        + "2026-03-03T09:00,answered,2026-03-03T09:01\n")
    let run = try ToolRun(["calls.csv", "--max-rejects", "1"], in: scratch.path)
    #expect(run.status == 0 && run.errors.contains("is a duration beyond"), "\(run.errors)")
  }

  // MARK: Words

  /// A site from two columns, one of them often blank.
  @Test(arguments: [
    ("started_at,outcome,wait_seconds,a,b", "2026-03-03T09:00,answered,5,", "services"),
    ("evaluated_at,score,a,b", "2026-03-03,80,", "quality"),
  ])
  func wordsOfJoinedColumnsMeanTheSameInEveryKind(
    _ header: String, _ row: String, _ section: String
  ) throws {
    try scratch.write("rows.csv", "\(header)\n\(row)X,\n\(row)X,-\n\(row)Y,\n")
    try scratch.write(
      "words.json", "{ columns: { site: ['a', 'b'] }, values: { site: { X: 'Y' } } }")
    let run = try CheckedRun(["rows.csv", "--config", "words.json"], in: scratch.path)
    let scopes = try #require(run.json[section]).elements
    #expect(scopes.map { $0["site"]?.text ?? $0["scope"]?.text } == ["Y"])
  }

  @Test func aWordThatMeansNothingIsNoName() throws {
    try scratch.write(
      "calls.csv",
      "started_at,outcome,wait_seconds,queue\n2026-03-03T09:00,answered,5,A\n"
        + "2026-03-03T09:01,answered,5,\n")
    try scratch.write("words.json", "{ values: { queue: { A: '-' } } }")
    let run = try CheckedRun(
      ["calls.csv", "--config", "words.json", "--by", "queue"], in: scratch.path)
    let totals = try #require(run.json["breakdowns"]).elements.filter { $0["month"] == .null }
    #expect(totals.map { $0["offered"]?.integer } == [2])
  }

  @Test func aTimeThatMeansNothingIsAbsent() throws {
    try scratch.write(
      "calls.csv",
      "started_at,outcome,answered_at\n2026-03-03T09:00,answered,2026-03-03T09:00:10\n"
        + "2026-03-03T09:05,abandoned,0\n")
    try scratch.write("words.json", "{ values: { answered_at: { '0': '' } } }")
    let run = try CheckedRun(["calls.csv", "--config", "words.json"], in: scratch.path)
    #expect(run.json.at("services.0.total.abandoned")?.integer == 1)
  }

  // MARK: Small kinds

  /// Half a time is none: an exclusion does not begin at midnight because its hour is blank.
  @Test func aTimeWithABlankPartIsAbsent() throws {
    try scratch.write("calls.csv", contacts("2026-03-03T12:05,answered,5"))
    try scratch.write(
      "out.csv", "sd,st,end,reason,approver\n2026-03-03,,2026-03-03 12:00,storm,Jo Roe\n")
    try scratch.write("out.json", "{ columns: { start: ['sd', 'st'] } }")
    let run = try ToolRun(
      ["calls.csv", "out.csv", "--config", "out.json"], in: scratch.path)
    #expect(
      run.status == 65 && run.errors.contains("out.csv:2:1: start is absent"), "\(run.errors)")
  }

  @Test func aMappedColumnThatAFileLacksIsNamed() throws {
    try scratch.write("scores.csv", "evaluated_at,score,site\n2026-03-03,80,Austin\n")
    try scratch.write("site.json", "{ columns: { agent: 'Adviser' } }")
    let run = try CheckedRun(["scores.csv", "--config", "site.json"], in: scratch.path)
    #expect(
      run.json.at("inputs.0.notes.0")?.text
        == "no column \"Adviser\", which is mapped to agent: the evaluations are read without it")
  }

  @Test func aNumberOfTooManyDigitsIsCalledOne() throws {
    try scratch.write("scores.csv", "evaluated_at,score\n2026-03-03,83.33333333\n")
    let run = try ToolRun(["scores.csv"], in: scratch.path)
    #expect(run.errors.contains("is a number of more than 6 decimals"), "\(run.errors)")
  }
}
