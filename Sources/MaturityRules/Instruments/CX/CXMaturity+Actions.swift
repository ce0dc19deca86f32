extension CXMaturity {
  /// The actions that the source recommends on the way from each stage to the next.
  public static let actions = [
    Action(
      id: "to_chaotic.catalyst", fromStage: 1,
      sentence: "Find one influential, outspoken person who makes the case for CX."),
    Action(
      id: "to_chaotic.everywhere", fromStage: 1,
      sentence: "Aim at the whole company: one good department cannot make a consistent brand."),
    Action(
      id: "to_chaotic.outside_help", fromStage: 1,
      sentence: "If nobody inside can do it, bring someone in."),
    Action(
      id: "to_aware.central_function", fromStage: 2,
      sentence: "Create one CX function under one leader."),
    Action(
      id: "to_aware.employee_voice", fromStage: 2,
      sentence: "Let employees speak up and act as the customer's advocates."),
    Action(
      id: "to_aware.voc_and_journeys", fromStage: 2,
      sentence: "Show employees today's state through VoC and journey maps."),
    Action(
      id: "to_aware.feedback_channels", fromStage: 2,
      sentence: "Gather feedback through structured as well as unstructured channels."),
    Action(
      id: "to_aware.feedback_technology", fromStage: 2,
      sentence: "Have technology that captures both forms from interactions."),
    Action(
      id: "to_aware.basic_integration", fromStage: 2,
      sentence: "Connect critical systems at least so far that essential information flows."),
    Action(
      id: "to_aware.metrics", fromStage: 2,
      sentence: "Measure NPS, CSAT and CES at each touchpoint."),
    Action(
      id: "to_centric.brand_voice", fromStage: 3,
      sentence: "Define a brand voice and spread it internally."),
    Action(
      id: "to_centric.feedback_driven", fromStage: 3,
      sentence: "Improve processes from what customers and employees say."),
    Action(
      id: "to_centric.cx_techniques", fromStage: 3,
      sentence: "Prioritize with cause-and-effect diagrams and journey maps."),
    Action(
      id: "to_centric.integration", fromStage: 3,
      sentence: "Integrate systems fully; give agents and customers rich knowledge."),
    Action(
      id: "to_centric.metrics", fromStage: 3,
      sentence: "Add employee experience, churn and lifetime value to the metrics."),
    Action(
      id: "to_champion.executive", fromStage: 4,
      sentence: "Give customers a seat among top executives, such as a chief customer officer."),
    Action(
      id: "to_champion.hiring", fromStage: 4,
      sentence: "Check new hires for cultural fit; start them in the CX program at once."),
    Action(
      id: "to_champion.feedback", fromStage: 4,
      sentence: "Seek feedback of both groups insistently, and innovate from it."),
    Action(
      id: "to_champion.collaboration", fromStage: 4,
      sentence: "Foster collaboration by rooms, online community, shared vision and mood."),
    Action(
      id: "to_champion.toolset", fromStage: 4,
      sentence: "Harmonize tools so that resolving is easy and knowledge flows."),
    Action(
      id: "to_champion.metrics", fromStage: 4,
      sentence: "Add metrics: resolution times, first response rate, CSAT per channel."),
    Action(
      id: "to_champion.ai", fromStage: 4,
      sentence: "Solve problems ahead with AI, prediction and machine learning."),
  ]
}
