import Audit
import Reports
import Testing

@Suite struct RecordedReportTests {
  static let sentences: [(RecordedReportError, String)] = [
    (
      .syntax(JSONSyntaxError(reason: .malformedNumber, line: 3, column: 7)),
      ":3:7: expected a number"
    ),
    (
      .otherDocument(found: nil), ": is no report: expected \"schema\": \"slcheck.report/1\""
    ),
    (
      .otherDocument(found: "slcheck.report/2"),
      ": is no report: expected \"schema\": \"slcheck.report/1\", found \"slcheck.report/2\""
    ),
    (.missing("services[0].months"), ": is no whole report: it has no services[0].months"),
    (
      .malformed("configuration.assumed", expected: "true or false"),
      ": configuration.assumed: expected true or false"
    ),
    (
      .undigested("a\u{1B}.csv"),
      ": was made without --digest: it has no SHA-256 of a<U+001B>.csv, so nobody can tell which "
        + "bytes were read"
    ),
  ]

  @Test(arguments: sentences)
  func everyErrorHasItsSentence(_ error: RecordedReportError, _ sentence: String) {
    #expect(error.description == sentence)
  }

  /// A part that is something else than it has to be is refused, and never trapped on.
  @Test(arguments: [
    #"{"schema":"slcheck.report/1"}"#, #"{"schema":["slcheck.report/1"]}"#, "[]", "null", "",
  ])
  func whatIsNoReportIsRefused(_ text: String) {
    #expect(throws: RecordedReportError.self) { try RecordedReport(Array(text.utf8)) }
  }
}
