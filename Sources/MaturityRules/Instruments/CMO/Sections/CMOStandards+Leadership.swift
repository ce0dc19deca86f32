extension CMOStandards {
  /// Section 1: leaders at all tiers define success and keep improvement going.
  static let leadership = Instrument.Group(
    id: "leadership", title: "Leadership",
    summary: "Leaders at all tiers define success and keep improvement going",
    items: [
      standard(
        "1.01", "Strategic Alignment",
        levels: """
          Managers can name what makes the company's main business succeed.
          Agents can explain why that success depends on an efficient center.
          Managers adapt services to shifting business needs, using customer and operating \
          data as the basis.
          Managers set up regular sharing of insight between units, so customer contacts gain \
          strategic worth.
          """),
      standard(
        "1.02", "Key Stakeholder Alignment",
        levels: """
          Managers can explain each stakeholder's dealings with the center (HR, training, \
          marketing, outsourcers).
          Agents know what stakeholders need and how that affects daily work in the center.
          Managers keep up an active exchange with stakeholders.
          A center delegate joins other departments' planning and monitoring where customers \
          are affected, anticipating changes.
          """),
      standard(
        "1.03", "Execution",
        levels: """
          Senior management explains new and existing rules clearly to frontline managers; \
          performance objectives are announced.
          Frontline managers pass these on and explain them to agents; agents are told \
          performance results.
          Open, frequent, timely communication; everyone knows direction, reasons for resource \
          allocation, objectives and measures.
          Every management tier adapts readily, steering people, tools and processes toward \
          the organization's objectives.
          """),
      standard(
        "1.04", "Teamwork",
        levels: """
          Initiatives meant to build teamwork inside the center exist.
          Team building runs as a process in every area of the center.
          Written procedures assess team results and give recognition for them.
          Team building across functions is in operation, written down and evaluated.
          """),
      standard(
        "1.05", "Contact Center Promotion",
        levels: """
          Managers at each tier know the center's function in the company and can state it.
          Managers and agents approach other main departments on their own initiative to \
          promote the center's role.
          Top executives acknowledge the center's worth to the company.
          Top executives themselves speak up for the center's worth.
          """),
      standard(
        "1.06", "Distribution of Information",
        levels: """
          Agents receive some planning, operating or performance information about the center.
          Agents know several ways to look such information up.
          Most departments can obtain such information in some form.
          Written distribution rules are followed: right people, right medium, on time.
          """),
    ])
}
