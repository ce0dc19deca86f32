extension ICMIConcepts {
  /// Terms, levels of value and skills of a leader: explained, never rated.
  public static let glossary = [
    Concept(
      id: "contact_center", title: "contact center (call center, interaction center)", kind: .term,
      text: """
        People, technology, strategy and processes organized as one system, through which \
        customers reach information, help and know-how by suitable channels, to the benefit of \
        both sides.
        """),
    Concept(
      id: "contact_center_management", title: "contact center management", kind: .term,
      text: """
        Having enough suitably skilled staff and support ready when a well-forecast workload \
        arrives, and handling it at the promised service level, well.
        """),
    Concept(
      id: "objective_resources", title: "objective 1", kind: .term,
      text: "Resources stand where and when they are needed."),
    Concept(
      id: "objective_right_things", title: "objective 2", kind: .term,
      text: "What is done is the right thing. Both together: service level with quality."),
    Concept(
      id: "demand_chasing", title: "demand chasing", kind: .term,
      text: """
        Customers decide when contacts come; supply is nearly always above or below demand and \
        has to follow it.
        """),
    Concept(
      id: "profession", title: "profession", kind: .term,
      text: "Leading a center is an occupation with training and qualifications of its own."),
    Concept(
      id: "value_1_efficiency", title: "Efficiency (level 1)", kind: .levelOfValue,
      text: "strengthens finances; in slcheck: 8.01, 8.04, handle time"),
    Concept(
      id: "value_2_satisfaction_loyalty", title: "Customer Satisfaction and Loyalty (level 2)",
      kind: .levelOfValue,
      text: "loyal customers, more profit; in slcheck: 8.02, 8.03, FCR"),
    Concept(
      id: "value_3_strategic", title: "Strategic Value (level 3)", kind: .levelOfValue,
      text: "knowledge of customers helps other units grow the business; in slcheck: 8.05, 8.06"),
    Concept(
      id: "skill_1_leadership_management", title: "Leadership and management", kind: .skill,
      text: "sets the center's direction; makes results serve the goals of the whole"),
    Concept(
      id: "skill_2_communication", title: "Communication", kind: .skill,
      text: "takes in and passes on information among many groups, in writing, speech and person"),
    Concept(
      id: "skill_3_project_management", title: "Project management", kind: .skill,
      text: "finishes initiatives and keeps commitments on time, every time"),
    Concept(
      id: "skill_4_quantitative_analysis", title: "Quantitative analysis", kind: .skill,
      text: "draws plans of action from data of several sources"),
    Concept(
      id: "skill_5_process_improvement", title: "Process improvement", kind: .skill,
      text: "shapes and betters processes so that handling is even and good"),
    Concept(
      id: "skill_6_performance_assessments", title: "Performance assessments", kind: .skill,
      text: "judges center, groups and individuals against goals"),
    Concept(
      id: "skill_7_technical_knowledge", title: "Technical knowledge", kind: .skill,
      text: """
        knows how centers work, and deploys technology, people, strategy and processes \
        accordingly
        """),
  ]
}
