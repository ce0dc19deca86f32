/// ICMI's toolkit, The Road to Customer Experience Maturity, as an instrument.
public enum CXMaturity: Sendable {
  /// The instrument.
  public static let instrument = Instrument(
    id: "cx_maturity", title: "ICMI toolkit",
    source: "ICMI, The Road to Customer Experience Maturity", scale: scale,
    meanings: [
      Instrument.Meaning(rating: 1, text: "no progress"),
      Instrument.Meaning(rating: 5, text: "achieved"),
    ],
    facts: [
      .init("total", "the sum of the 20 ratings, 20 to 100"),
      .init("stage", "by the total: 20, 40, 60 and 80 points end a stage"),
      .init("ratings 2 to 4", "not worded in the source: progress in between"),
    ],
    remarks: [
      "A complete assessment totals at least 20, so that only twenty ones make the first stage.",
      "A blank is never counted as 0: it makes the total a range.",
      "Data decide two activities, and only whether they are achieved; no rating is replaced.",
      "The interval rule of the toolkit is laxer than level 3 of 8.01, and another rule.",
    ],
    groups: groups)

  static let scale = 1...5

  /// Makes an activity.
  static func activity(
    _ id: String, _ title: String, computedBy: String? = nil, achieved: String
  ) -> Instrument.Item {
    Instrument.Item(
      id: id, title: title, summary: achieved, scale: .level(scale), computedBy: computedBy)
  }
}

// MARK: - What only this instrument has

extension CXMaturity {
  /// How far a center has come, by its total.
  public struct Stage: Hashable, Sendable {
    /// 1 to 5.
    public let number: Int
    /// What output calls it.
    public let id: String
    /// What people call it.
    public let name: String
    /// The totals that make it.
    public let points: ClosedRange<Int>
    /// What it is like.
    public let summary: String
    /// The metrics that matter in it.
    public let keyMetrics: [String]
    /// Marks of its people.
    public let people: String
    /// Marks of its processes.
    public let process: String
    /// Marks of its technology.
    public let technology: String
  }

  /// What the source recommends on the way to the next stage.
  public struct Action: Hashable, Sendable {
    /// What output calls it.
    public let id: String
    /// The number of the stage that it leads away from.
    public let fromStage: Int
    /// What is to be done.
    public let sentence: String
  }

  /// A column of the worksheet for the analysis of gaps.
  public struct WorksheetColumn: Hashable, Sendable {
    /// What output calls it.
    public let id: String
    /// What people call it.
    public let title: String
    /// What it may hold.
    public let values: String
    /// Whether people fill it in.
    public var isForPeople = false
  }

  /// The columns of the worksheet.
  public static let worksheet = [
    WorksheetColumn(id: "activity", title: "Activity", values: "the id and title"),
    WorksheetColumn(id: "current_rating", title: "Current Rating", values: "1–5"),
    WorksheetColumn(id: "gap", title: "Gap", values: "5 − rating, 0–4"),
    WorksheetColumn(
      id: "priority", title: "Priority of Gap", values: "rank 1, 2, …: largest gap first"),
    WorksheetColumn(
      id: "effort", title: "Potential Effort", values: "Low, Medium, High", isForPeople: true),
    WorksheetColumn(
      id: "type", title: "Type of Initiative", values: "Strategic, Operational, Optimization",
      isForPeople: true),
    WorksheetColumn(id: "action", title: "Action(s)", values: "free text", isForPeople: true),
    WorksheetColumn(
      id: "target_date", title: "Target Completion Date", values: "a date", isForPeople: true),
  ]

  /// Finds the stage that a total makes.
  ///
  /// - Parameter total: The sum of 20 ratings, 20 to 100.
  /// - Returns: The stage whose points hold the total.
  public static func stage(ofTotal total: Int) -> Stage {
    stages.first { total <= $0.points.upperBound } ?? stages[stages.count - 1]
  }
}
