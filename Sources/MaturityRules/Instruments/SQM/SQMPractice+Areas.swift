extension SQMPractice {
  /// The areas, in the order of the source.
  public static let areas = [
    Area(
      id: "omni_channel", title: "Omni-Channel",
      results: [
        .firstContactResolution, .contactResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: "Channels work together so that results rise or stay high."),
    Area(
      id: "web_self_service", title: "Web Self-Service Channel",
      results: [.firstContactResolution, .contactResolution, .customerSatisfaction],
      shows: "Customers solve their matter on the web alone."),
    Area(
      id: "ivr_self_service", title: "IVR Self-Service Channel",
      results: [.firstContactResolution, .contactResolution, .customerSatisfaction],
      shows: "Customers solve their matter in the voice menu alone."),
    Area(
      id: "email", title: "Email Channel",
      results: [
        .firstContactResolution, .contactResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: "Mail handling settles matters and pleases both sides."),
    Area(
      id: "emerging_channels", title: "Emerging Channels (Chat, Video Chat, Mobile Application)",
      results: [
        .firstContactResolution, .contactResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: "Newer channels settle matters as well as the old ones."),
    Area(
      id: "quality_assurance", title: "Quality Assurance Program",
      results: [
        .firstContactResolution, .callResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: "Forms, recording, reports and coaching lift results."),
    Area(
      id: "desktop_applications", title: "Desktop Applications",
      results: [
        .firstContactResolution, .callResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: """
        CRM, knowledge, messaging, claim and billing tools or a unified desktop lift results; \
        any single one can be certified.
        """),
    Area(
      id: "csr_recognition", title: "CSR Recognition Program",
      results: [.callResolution, .customerSatisfaction, .employeeSatisfaction],
      shows: "Awards, public praise, gifts, training or time off motivate agents toward results."),
    Area(
      id: "career_development", title: "Career Development",
      results: [.callResolution, .customerSatisfaction, .employeeSatisfaction],
      shows: "Job postings, paths and development motivate agents toward results."),
    Area(
      id: "call_handling", title: "Call Handling Practice",
      results: [
        .firstContactResolution, .callResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: "Hold, transfer, escalation, call flow and soft skills serve results."),
    Area(
      id: "escalation_support", title: "Escalation CSR Support",
      results: [
        .firstContactResolution, .callResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: "A support queue helps agents live with escalations and retention."),
    Area(
      id: "performance_management", title: "Performance Management System",
      results: [
        .firstContactResolution, .callResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: """
        Accountability metrics, reports, improvement plans, appraisals and bonuses serve \
        results.
        """),
    Area(
      id: "csr_coaching", title: "CSR Coaching Program",
      results: [.callResolution, .customerSatisfaction, .employeeSatisfaction],
      shows: """
        Coaches who were taught to coach, and how often, long and well they do it, lift \
        results.
        """),
    Area(
      id: "csr_training", title: "CSR Training Program",
      results: [.callResolution, .customerSatisfaction, .employeeSatisfaction],
      shows: "Training online, in class and at work, for new and present agents, lifts results."),
    Area(
      id: "csr_selection", title: "CSR Selection Process",
      results: [.callResolution, .customerSatisfaction, .employeeSatisfaction],
      shows: """
        Screening, interview, personality test, job simulation and ideal profile find better \
        agents.
        """),
    Area(
      id: "standard_operating_procedures", title: "Standard Operating Procedures",
      results: [
        .firstContactResolution, .contactResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: "Agreed procedures serve results."),
    Area(
      id: "continuous_improvement", title: "Continuous Improvement Process",
      results: [
        .firstContactResolution, .contactResolution, .customerSatisfaction, .employeeSatisfaction,
      ],
      shows: "A working improvement cycle serves results."),
  ]
}
