extension CMOStandards {
  /// Section 4: resources and tools that the objectives call for.
  static let infrastructure = Instrument.Group(
    id: "infrastructure", title: "Infrastructure",
    summary: "Resources and tools that the objectives call for",
    items: [
      standard(
        "4.01", "Physical Environment / Ergonomics",
        levels: """
          A process ensures that legal minimum requirements for the workplace are met.
          Facilities are adequate for the center's operating needs.
          Layout supports the interactions wanted among staff; some ergonomic design is \
          present.
          High ergonomic standard; amenities, looks and supporting infrastructure show clear \
          concern for employees.
          """),
      standard(
        "4.02", "Customer Management Systems",
        levels: """
          Systems such as telephony and workforce management are in place.
          Systems are reliable and cover the organization's requirements.
          Administration covers capacity, reliability monitoring and reports, maintenance \
          schedule and serviceability.
          A technology roadmap looks 3 to 5 years ahead.
          """),
      standard(
        "4.03", "Enabling Technologies",
        levels: """
          Technology for the center's minimum needs is present and works.
          Tools and upgrades are installed for efficiency; due maintenance is scheduled and \
          done.
          Technology's effect on service and on the company is measured and followed.
          New technology keeps efficiency at its best while employees' and customers' \
          experience improves.
          """),
      standard(
        "4.04", "Knowledge Management",
        levels: """
          Knowledge tools are available to agents during contacts.
          A moderate share of agents accept and use the tools.
          Tools are built into workflows, usage is monitored, agents regularly contribute \
          content.
          All levels live by knowledge management; agents and other departments develop it \
          together.
          """),
      standard(
        "4.05", "Integrated Systems",
        levels: """
          Every workstation has a standard configuration by role.
          Some applications are linked to one another.
          Agent desktops are integrated with the relevant technologies.
          Deep integration of all applications serves efficiency, effectiveness and customers' \
          satisfaction.
          """),
      standard(
        "4.06", "Reporting",
        levels: """
          Performance against objectives is reported regularly; metrics and formulas are \
          defined and agreed.
          Reports show performance and quality trends against goals; analysis is regular.
          Real-time reports flag exceptions, threshold breaches and improvement openings; data \
          are cleaned and validated.
          Regular analysis yields recommendations to stakeholders that lead to real action and \
          improvement.
          """),
      standard(
        "4.07", "System Support",
        levels: """
          Technicians know how downtime affects center, customers and enterprise.
          Continuity plans cover every mission-critical system.
          Every service-facing system has a service level agreement.
          Preventive maintenance, monitoring, open status notices, and reports on performance \
          against service agreements.
          """),
    ])
}
