/// What a canonical column of a kind of record holds.
public struct CanonicalColumn: Hashable, Sendable {
  /// What the values are.
  public enum Content: Hashable, Sendable {
    /// Any text.
    case text
    /// One of these words.
    case words([String])
    /// A day and a time of it.
    case time
    /// A day, of which a time may be stated as well.
    case day
    case month
    case quarter
    /// A whole number from 0 on.
    case count
    /// A whole number with its smallest and largest value.
    case whole(ClosedRange<Int>)
    case number
    case duration
    case percent
    case amount
    case truth
  }

  /// The canonical name.
  public let name: String
  /// What the values are.
  public let content: Content
  /// What they say, in a few words.
  public let summary: String

  /// The unit of the values; `nil` where they have none.
  public var unit: String? {
    switch content {
    case .count: "count"
    case .duration: "seconds"
    case .percent: "percent"
    case .amount: "currency"
    case .whole:
      name.hasSuffix("_seconds") ? "seconds" : name.hasSuffix("_minutes") ? "minutes" : nil
    case .text, .words, .time, .day, .month, .quarter, .number, .truth: nil
    }
  }
}

extension RecordKind {
  /// One row, in a few words.
  public var row: String {
    switch self {
    case .intervals:
      "A queue's 5 to 60 minutes, a day or a month of it. Two of offered, answered and abandoned "
        + "suffice; beside them stands a count for a threshold, such as answered_within or "
        + "answered_within_30, or else service_level."
    case .contacts: "One contact, or one leg of it."
    case .evaluations: "One quality evaluation."
    case .surveys: "One customer who was asked, and the answer."
    case .costs: "An amount of one category in one month."
    case .qualityCosts: "An amount of one category of the cost of quality in a month or a quarter."
    case .evidence: "An attestation of what data cannot decide."
    case .exclusions: "A stretch of time that is left out, without its end."
    case .claims: "A claim to verify."
    case .ratings: "One answer of a self-assessment."
    case .sums: "What contacts came to, or what became of rows, as a roll-up writes it."
    }
  }

  /// What the columns of this kind hold, the required ones first.
  ///
  /// - Complexity: O(*n*) in the number of columns.
  public var describedColumns: [CanonicalColumn] {
    columns.map { name in
      let entries = CanonicalColumn.table.filter { $0.column.name == name }
      // A test goes through all columns of all kinds.
      return (entries.first { $0.kinds.contains(self) } ?? entries.first { $0.kinds.isEmpty }!)
        .column
    }
  }
}

// MARK: - Table

extension CanonicalColumn {
  /// A column as some kinds have it; an empty set stands for all the others.
  struct Entry: Sendable {
    let column: CanonicalColumn
    let kinds: Set<RecordKind>
  }

  private static func entry(
    _ name: String, _ content: Content, of kinds: Set<RecordKind> = [], _ summary: String
  ) -> Entry {
    Entry(column: CanonicalColumn(name: name, content: content, summary: summary), kinds: kinds)
  }

  /// Every column once, or once for each meaning.
  static let table = places + counts + durations + contacts + scores + money + papers + sums

  private static let places = [
    entry("site", .text, "The site."),
    entry("queue", .text, "The queue or skill."),
    entry("channel", .text, "The channel, such as voice, chat or mail."),
    entry("agent", .text, "Who answered, or was evaluated."),
    entry("note", .text, "A remark; it decides nothing."),
  ]

  private static let counts = [
    entry("interval_start", .time, "When the interval begins; at midnight for a whole day."),
    entry("month", .month, of: [.intervals], "The month, where a row is a whole one."),
    entry("interval_minutes", .whole(1...1440), "How long the interval is; 1440 for a day."),
    entry("offered", .count, "Contacts offered to the queue."),
    entry("answered", .count, "Contacts answered."),
    entry("abandoned", .count, "Contacts that hung up before they were answered."),
    entry("answered_within", .count, "Contacts answered within the threshold."),
    entry("answered_after", .count, "Contacts answered after the threshold."),
    entry("abandoned_within", .count, "Contacts abandoned within the threshold."),
    entry("threshold_seconds", .whole(0...9_999_999), "The threshold of the counts beside it."),
    entry("short_abandoned", .count, "Contacts abandoned so soon that nobody could have answered."),
    entry("flow_out", .count, "Contacts that left the queue otherwise, such as to another one."),
    entry("transferred", .count, "Contacts handed on after they were answered."),
    entry("intervals_met", .count, "Intervals of a day or a month that attained the objective."),
    entry("intervals_counted", .count, "Intervals of it that attained or missed the objective."),
    entry("intervals_undecided", .count, "Intervals of it that what is missing could turn."),
    entry(
      "intervals_objective", .text, "What judged them, as a roll-up writes it."),
    entry(
      "service_level", .percent,
      "The printed service level, which stands in where there are no counts."),
    entry(
      "part", .text,
      "Which part of a roll-up the row is; a file that has the column was written by slcheck."),
  ]

  private static let durations = [
    entry("talk_seconds", .duration, "Time talked, of all contacts of the row."),
    entry("hold_seconds", .duration, "Time on hold, of all contacts of the row."),
    entry("wrap_seconds", .duration, "Work after the contact, of all contacts of the row."),
    entry("handle_seconds", .duration, "Talk, hold and wrap together."),
    entry("wait_seconds", .duration, of: [.intervals], "The waits of the answered, summed."),
    entry("wait_seconds", .duration, of: [.contacts], "How long the contact waited."),
    entry("abandon_wait_seconds", .duration, "The waits of the abandoned, summed."),
  ]

  private static let contacts = [
    entry("contact_id", .text, "What tells one contact from all others."),
    entry("started_at", .time, "When the contact was offered."),
    entry("answered_at", .time, "When it was answered; absent where it was not."),
    entry(
      "outcome", .words(ContactDecoder.OutcomeWord.words),
      "How it ended; one that is not offered is left out."),
    entry(
      "direction", .text, "Its direction; all but inbound are left out, and absent is inbound."),
    entry("customer_id", .text, "Who the customer is; never printed."),
    entry("reason", .text, of: [.contacts], "What it was about."),
    entry("resolved", .truth, "Whether the issue was resolved."),
    entry("transaction_type", .text, "The type of the transaction."),
    entry("transaction_value", .amount, "What the transaction was worth."),
  ]

  private static let scores = [
    entry("evaluated_at", .day, "When the contact was evaluated."),
    entry("score", .number, of: [.evaluations], "The score, from 0 to 100."),
    entry("points", .number, "The points given."),
    entry("max_points", .number, "The points that were possible."),
    entry("auto_fail", .truth, "Whether a fatal fault makes the score 0."),
    entry("responded_at", .day, "When the customer answered, or was asked."),
    entry(
      "score", .number, of: [.surveys], "The answer on its scale; absent: asked, not answered."),
    entry(
      "measure", .words(SurveyRecord.Measure.allCases.map(\.rawValue)), of: [.surveys],
      "What was asked."),
    entry("scale_min", .number, "The lowest answer."),
    entry("scale_max", .number, "The highest answer."),
  ]

  private static let money = [
    entry("month", .month, "The month."),
    entry("quarter", .quarter, "The quarter, where a row is a whole one."),
    entry(
      "category", .text, of: [.costs], "People, infrastructure, overhead or any other category."),
    entry(
      "category", .words(QualityCategory.allCases.map(\.rawValue)), of: [.qualityCosts],
      "What the amount was spent on; a gain is what quality brought in."),
    entry("amount", .amount, "The amount."),
    entry("currency", .text, "Its currency, such as USD; one in a run."),
  ]

  private static let papers = [
    entry("standard", .words(EvidenceRecord.standards), "The standard."),
    entry("level", .whole(1...4), "The level."),
    entry("reference", .text, "Where the evidence is."),
    entry("attested_by", .text, "Who attests it."),
    entry("from", .day, "The first day on which it holds."),
    entry("until", .day, "The last day on which it holds; absent: until further notice."),
    entry("scope", .text, of: [.evidence], "The service or site that it holds for; * for all."),
    entry("sha256", .text, "The SHA-256 of the evidence."),
    entry("start", .time, "The first moment that is left out."),
    entry("end", .time, "The first moment that counts again."),
    entry("reason", .text, of: [.exclusions], "Why it is left out."),
    entry("approver", .text, "Who approved it."),
    entry("service", .text, "The service that it is left out of; absent: all."),
    entry("id", .text, "What the claim is called."),
    entry("measure", .text, of: [.claims], "What is claimed, such as service_level or months_met."),
    entry(
      "scope", .text, of: [.claims], "Of what, such as service=Voice;site=Dallas; absent: all."),
    entry("period", .text, "When, such as 2026-03 or last-12-months."),
    entry("claimed", .text, "The figure with its unit, such as 84.1% or 11/12."),
    entry("instrument", .text, "The self-assessment."),
    entry("item", .text, "The item that was rated."),
    entry("rating", .text, "The answer."),
    entry("evidence", .text, "What the answer rests on."),
    entry("rated_on", .day, "The day that the answer is of; the last one counts."),
  ]

  private static let sums = [
    entry("sum", .words(SumRecord.Sum.allCases.map(\.rawValue)), "What the row sums."),
    entry("count", .count, "How many contacts, issues, legs or rows."),
    entry("start", .time, of: [.sums], "The day, the month or the interval, or a contact's start."),
    entry(
      "end", .day, of: [.sums], "The day that a window of issues ends on, or the last that is in."),
    entry(
      "interval_minutes", .whole(1...1440), of: [.sums],
      "The minutes that starts were cut to; absent: they are exact."),
    entry("name", .text, "An outcome, a method, a transaction type or a kind of record."),
    entry("detail", .text, "How it was found, or what became of the rows."),
    entry("waits", .text, "Waits in seconds, each with its contacts: 3*4 7.5 12*2."),
    entry("handle_seconds", .duration, of: [.sums], "The handle times of all of them."),
    entry("resolved", .count, of: [.sums], "Issues that no further contact failed."),
    entry("unresolved", .count, "Issues that a further contact failed."),
    entry("retries", .count, "Issues that followed an abandoned contact."),
    entry("with_value", .count, "Contacts that a value is given for."),
    entry("amount", .amount, of: [.sums], "The values of all of them."),
  ]
}
