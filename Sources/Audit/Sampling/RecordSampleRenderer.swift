import Basics
import ContactRecords
import PerformanceMetrics
import Reports

/// Writes a sample for people: the records by file and line, and what faults in them show.
public enum RecordSampleRenderer: Sendable {
  /// Renders a sample.
  ///
  /// - Parameters:
  ///   - sample: What was drawn.
  ///   - isColored: Whether the terminal's colors are used.
  /// - Returns: The text with a line break at its end.
  public static func render(_ sample: RecordSample, isColored: Bool = false) -> String {
    let style = TextStyle(isColored: isColored)
    var lines = [
      style.heading(
        "\(grouped(sample.records.count)) of \(counted(sample.population, "record")), drawn with "
          + "the seed \(VisibleText.escaping(sample.seed))"),
      "  " + population(sample), "",
    ]
    lines += sample.report.inputLines
    lines += sample.remarks.map { "  " + $0 }
    lines += ["", style.heading("To trace"), ""] + table(sample)
    lines += ["", style.heading("What faulty records would show"), ""] + bounds(sample)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func population(_ sample: RecordSample) -> String {
    var kinds: [String] = []
    if sample.intervals > 0 { kinds.append(counted(sample.intervals, "interval record")) }
    if sample.contacts > 0 { kinds.append(counted(sample.contacts, "contact")) }
    return (kinds.isEmpty ? "no interval records and no contacts" : kinds.joined(separator: ", "))
      + " up to \(sample.report.center.asOf)"
  }

  private static func table(_ sample: RecordSample) -> [String] {
    var table = TextTable([.right, .left, .left, .left, .left])
    table.add(["draw", "file:line", "start", "site, queue, channel", "says"])
    for numbered in sample.records {
      let record = numbered.record
      table.add([
        "\(numbered.number)",
        numbered.positions.map { "\(VisibleText.escaping($0.path)):\($0.line)" }
          .joined(separator: " + "),
        record.start + (record.isSecondPass ? " (second pass)" : ""),
        [record.key.site, record.key.queue, record.key.channel].filter { !$0.isEmpty }
          .map(VisibleText.escaping).joined(separator: ", "),
        record.words,
      ])
    }
    return table.lines(indent: 2)
  }

  private static func bounds(_ sample: RecordSample) -> [String] {
    if sample.isWhole { return ["  every record is drawn: the share that is faulty is the share"] }
    var table = TextTable([.right, .right, .right, .right, .right])
    table.add(["faulty", "of the sample", "at most", "or from", "to"])
    for bounds in sample.bounds {
      let share = Ratio(bounds.faulty, bounds.count)
      table.add([
        "\(bounds.faulty)", "\(share.percentText(.nearest)) %", percent(bounds.atMost),
        percent(bounds.low), percent(bounds.high),
      ])
    }
    return table.lines(indent: 2) + [
      "  share of all records that are faulty, with 95 % confidence; exact binomial bounds"
    ]
  }

  /// Hundredths of a percent as text.
  private static func percent(_ hundredths: Int) -> String {
    percentText(hundredths) + " %"
  }
}

/// Hundredths of a percent as a number of percent with two decimals.
func percentText(_ hundredths: Int) -> String {
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

// MARK: - A record in words

extension DrawnRecord {
  /// When it starts: 2026-03-11T18:00, 2026-03-11T18:00:07 for a contact, 2026-03-11 for a
  /// day and 2026-03 for a month.
  var start: String {
    switch content {
    case .sums(_, .month): return "\(day.month)"
    case .sums(_, .day): return "\(day)"
    case .sums(_, .interval):
      return "\(day)T\(CivilTime(minuteOfDay: secondOfDay / 60))"
    case .contact: return startText(day, secondOfDay)
    }
  }

  /// What it says, in words.
  fileprivate var words: String {
    switch content {
    case .sums(let sums, _):
      let within = knownWithin(sums).map { ", in time \(grouped($0))" } ?? ""
      return "offered \(grouped(sums.offered)), answered \(grouped(sums.answered)), abandoned "
        + "\(grouped(sums.abandoned))\(within)"
    case .contact(let outcome, let wait, let handle):
      let waited = wait.map { ", waited \(DrawnRecord.seconds($0)) s" } ?? ""
      let handled = handle.map { ", handled \(DrawnRecord.seconds($0)) s" } ?? ""
      return "\(outcome.word)\(waited)\(handled)"
    }
  }

  /// Contacts answered in time, where the record tells their number.
  func knownWithin(_ sums: ContactSums) -> Int? {
    sums.answeredUnjudged > 0 || sums.rowsOfPercentages > 0 ? nil : sums.answeredWithin
  }

  /// Milliseconds as seconds, with decimals only where there are any.
  static func seconds(_ milliseconds: Int) -> String {
    FixedPoint(millionths: Int128(milliseconds) * 1000).description
  }
}

extension ContactBatch.Outcome {
  /// The outcome in a word.
  var word: String {
    switch self {
    case .answered: "answered"
    case .abandoned: "abandoned"
    case .flowOut: "flowed out"
    case .open: "open"
    }
  }
}
