/// The ContactScope questionnaire on customer experience, as an instrument.
///
/// The source scores nothing: themes, medians and means are our own rules.
public enum ContactScope: Sendable {
  /// The instrument.
  public static let instrument = Instrument(
    id: "contactscope", title: "ContactScope Customer Experience",
    source: "ContactScope, Customer Experience questionnaire", scale: scale, meanings: [],
    facts: [
      .init("items", "20 questions with 5 ordered options each; every one is mandatory"),
      .init("options", "numbered 1 to 5 in the first question only; elsewhere by their order"),
      .init("open question", "the strategy in own words: belongs in the note of the first item"),
      .init("score", "none in the source: no points, no total, no level"),
    ],
    remarks: [
      "The option that fits best is picked: a rating does not claim the options below it.",
      "Options of channel_handling are ordered by how well interactions move between channels.",
      "The lowest option of training presumes formal training; a center without any answers 1.",
      "strategy_documented and strategy_scope both ask of strategy, and may disagree.",
    ],
    groups: [
      Instrument.Group(
        id: "questionnaire", title: "Customer experience", items: firstQuestions + secondQuestions)
    ])

  static let scale = 1...5

  /// Makes a question of one line for each option, lowest first.
  static func question(_ id: String, _ title: String, options: String) -> Instrument.Item {
    Instrument.Item(
      id: id, title: title, scale: .level(scale), levels: Instrument.Item.levels(options))
  }
}

// MARK: - Themes

extension ContactScope {
  /// Questions that belong together (own rule).
  public struct Theme: Hashable, Sendable {
    /// What output calls it.
    public let id: String
    /// What people call it.
    public let title: String
    /// Its questions.
    public let items: [String]
  }

  /// The themes, in the order of the axes of the radar.
  public static let themes = [
    Theme(
      id: "strategy", title: "Strategy",
      items: ["strategy_documented", "strategy_scope", "segmentation"]),
    Theme(
      id: "customer_insight", title: "Customer insight",
      items: ["feedback_processing", "customer_needs", "customer_relationships"]),
    Theme(
      id: "engagement", title: "Engagement",
      items: ["executive_engagement", "employee_engagement", "cross_functional_understanding"]),
    Theme(
      id: "people", title: "People development",
      items: ["roles_compensation", "training", "career_progression"]),
    Theme(
      id: "process_performance", title: "Process and performance",
      items: [
        "policies_procedures", "quality_management", "performance_metrics",
        "performance_reporting",
      ]),
    Theme(
      id: "technology", title: "Technology",
      items: ["channel_handling", "routing", "interaction_history", "knowledge_management"]),
  ]

  /// Finds the theme of a question.
  ///
  /// - Parameter item: The identifier of the question.
  /// - Returns: The theme; `nil` when there is no such question.
  public static func theme(of item: String) -> Theme? {
    themes.first { $0.items.contains(item) }
  }
}
