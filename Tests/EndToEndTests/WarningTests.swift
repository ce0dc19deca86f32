import TestSupport
import Testing

/// Figures that look wrong are said, and refuse nothing.
@Suite struct WarningTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Runs over one file; what is said on standard error is in the input's notes as well.
  private func warnings(_ text: String) throws -> [String] {
    try scratch.write("data.csv", text)
    let run = try CheckedRun(["data.csv"], in: scratch.path)
    let said = run.run.errorLines.map { String($0.dropFirst("data.csv: ".count)) }
    let notes = run.json.at("inputs.0.notes")?.elements.compactMap(\.text) ?? []
    for line in said { #expect(notes.contains(line), "\(line)") }
    return said
  }

  /// At, below and above ten seconds and four hours, averaged over two rows.
  @Test(arguments: [
    ("intervals", 10_000, nil), ("intervals", 9_999, "9.99"), ("intervals", 14_400_000, nil),
    ("intervals", 14_400_001, "14400.01"), ("contacts", 10_000, nil), ("contacts", 9_990, "9.99"),
    ("contacts", 14_400_000, nil), ("contacts", 14_400_020, "14400.02"),
  ])
  func averageHandleTimes(_ kind: String, _ milliseconds: Int, _ average: String?) throws {
    let seconds = decimals(milliseconds * 2)
    let text =
      kind == "intervals"
      ? "interval_start,offered,answered,abandoned,answered_within,handle_seconds\n"
        + "2026-03-02T09:00,1,1,0,1,\(seconds)\n2026-03-02T09:30,1,1,0,1,0\n"
      : "started_at,outcome,wait_seconds,talk_seconds\n"
        + "2026-03-02T09:00,answered,1,\(seconds)\n2026-03-02T09:30,answered,1,0\n"
    let found = try warnings(text)
    #expect(
      found
        == (average.map {
          [
            "the average handle time is \($0) s, which is not between 10 s and 4 h; check the units "
              + "of the durations"
          ]
        } ?? []))
  }

  private func decimals(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// Six months of one total are odd; five are not, nor six of which one differs by a cent.
  @Test(arguments: [(6, 0, true), (5, 0, false), (6, 1, false)])
  func totalsThatNeverChange(_ months: Int, _ cents: Int, _ isOdd: Bool) throws {
    let rows = (1...months).map { month in
      // Other parts, the same sum.
      "2026-0\(month),people,\(month)00.00\n"
        + "2026-0\(month),overhead,\(9 - month)00.0\(month == 1 ? cents : 0)\n"
    }
    let found = try warnings("month,category,amount\n" + rows.joined())
    #expect(
      found
        == (isOdd
          ? ["the total cost is the same in all 6 months; check that it was measured"] : []))
  }
}
