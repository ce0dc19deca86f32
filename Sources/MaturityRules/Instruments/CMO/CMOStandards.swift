/// ICMI's Customer Management Operations Standards, as an instrument.
///
/// The source sets no score, no weights and no pass mark: which evidence suffices is left to
/// its auditors. So nothing here is ever called certified.
public enum CMOStandards: Sendable {
  /// The instrument.
  public static let instrument = Instrument(
    id: "cmo", title: "ICMI CMO Standards",
    source: "ICMI, Customer Management Operations Standards", scale: scale,
    meanings: zip(StandardLadder.levelNames.indices, levelTexts).map {
      Instrument.Meaning(rating: $0, name: StandardLadder.levelNames[$0], text: $1)
    },
    facts: facts, remarks: remarks,
    groups: [
      leadership, strategyPlanning, employeeManagement, infrastructure, processes,
      employeeEngagement, customerExperience, performanceResults,
    ])

  /// Ratings claim their own level and all below it (own rule).
  static let scale = 0...4

  private static let levelTexts = [
    "below level 1 (own rule)", "first elements exist", "in wider use",
    "systematic, aligned, followed up", "complete, and improved continually",
  ]

  /// Makes a standard of one line for each level.
  static func standard(
    _ id: String, _ title: String, isComputed: Bool = false, levels: String
  ) -> Instrument.Item {
    Instrument.Item(
      id: id, title: title, scale: .level(scale), levels: Instrument.Item.levels(levels),
      computedBy: isComputed ? id : nil, checks: checks.filter { $0.standard == id })
  }
}

// MARK: - Facts

extension CMOStandards {
  private static let facts: [Instrument.Fact] = [
    .init("publisher", "ICMI (International Customer Management Institute)"),
    .init("phase I", "Assessment: gives a gap analysis and a roadmap"),
    .init("phase II", "Improvements: expert guidance while changes are carried out"),
    .init("phase III", "Audit: last adjustments before certification"),
    .init("phase IV", "Certification: awarded if the audit finds enough evidence"),
    .init("the assessment", "four weeks: live audit, analysis, report"),
    .init("qualitative evidence", "interviews, focus groups, observation by experts"),
    .init(
      "quantitative evidence",
      "data of the center on 14 operational elements, and surveys of customers and employees"),
    .init("start of certification", "the organization decides when it is ready to be audited"),
    .init("validity", "two years"),
    .init("criteria not met", "a detailed gap analysis is handed over"),
    .init("upkeep of the standards", "a committee reviews them every two years"),
    .init("score", "none in the source: no weights and no pass mark"),
  ]

  private static let remarks = [
    "Levels are cumulative (own rule): a rating claims its own level and all below it.",
    "1.05 and 2.01 word level 1 alike; ratings should not differ there without reason.",
    "8.01 mixes windows of 12 months, 9 months and 120 days; only 8.02 and 8.03 go by 6, 9 and "
      + "12 months.",
    "Level 4 of 8.01 is about preferences, that of 8.02 about expectations: two attestations.",
    "8.05 and 8.06 name no periods; those in use here are our own.",
  ]
}
