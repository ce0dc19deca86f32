extension CXMaturity {
  /// The activities, by group, in the order of the source.
  static let groups = [
    Instrument.Group(
      id: "organizational", title: "Organizational",
      items: [
        activity(
          "organizational_alignment", "Organizational Alignment",
          achieved: """
            Agents know what service failures cost the organization; managers can explain its \
            critical functions and adjust services as requirements change.
            """),
        activity(
          "goals_and_objectives", "Goals and Objectives",
          achieved: """
            Goals at operational, tactical and strategic level fit customer service and \
            company; they are written and known.
            """),
        activity(
          "stakeholder_engagement", "Stakeholder Engagement",
          achieved: """
            Stakeholders are asked about goals, help shape action plans, and hear what became \
            of their input.
            """),
        activity(
          "resource_allocation", "Resource Allocation",
          achieved: """
            Resources are derived from service targets and the organization's goals, and \
            revisited when requirements change.
            """),
      ]),
    Instrument.Group(
      id: "people", title: "People",
      items: [
        activity(
          "customer_satisfaction", "Customer Satisfaction",
          achieved: """
            A program gauges satisfaction in several ways, answers low scores, shares results \
            with customers, staff and stakeholders, and improves services.
            """),
        activity(
          "customer_satisfaction_reporting", "Customer Satisfaction Reporting",
          achieved: """
            Satisfaction data are gathered and reported to a calendar and judged against set \
            targets.
            """),
        activity(
          "employee_satisfaction", "Employee Satisfaction",
          achieved: "Likewise for employees: reported to a calendar, judged against set targets."),
      ]),
    Instrument.Group(
      id: "process", title: "Process",
      items: [
        activity(
          "operational_plans", "Operational Plans",
          achieved: """
            A written plan follows changes in the environment and is reviewed yearly or more \
            often to better the experience.
            """),
        activity(
          "event_management", "Event Management",
          achieved: """
            Roles for incidents and requests are written and known; a center delegate helps \
            review the process.
            """),
        activity(
          "feedback_management", "Feedback Management",
          achieved: """
            Capturing feedback and acting on it follow a written routine that is reviewed for \
            improvement.
            """),
        activity(
          "service_level_management", "Service Level Management",
          achieved: """
            Targets, agreements and supporting contracts are settled with customers and \
            stakeholders, published, and reviewed quarterly, with action on misses.
            """),
        activity(
          "continuous_improvement", "Continuous Improvement",
          achieved: """
            Managers and stakeholders review documented processes for weaknesses; improvements \
            happen and are announced promptly.
            """),
        activity(
          "quality_assurance", "Quality Assurance",
          achieved: """
            A steady quality process gives agents timely results with recognition or coaching, \
            and feeds performance management.
            """),
        activity(
          "workforce_management", "Workforce Management",
          achieved: """
            A formal method for meeting service targets is written, followed and reviewed \
            yearly or more often.
            """),
      ]),
    Instrument.Group(
      id: "metrics", title: "Metrics",
      items: [
        activity(
          "service_level_response_time", "Service Level/Response Time",
          computedBy: "toolkit.service-level",
          achieved:
            "Data are collected routinely and enough intervals come close to their objective."),
        activity(
          "contact_metrics",
          "Contact Metrics (Contact Volume, Average Handle Time, First Contact Resolution)",
          computedBy: "toolkit.contact-metrics",
          achieved: "Data are reported to a calendar and each attains its target in most months."),
      ]),
    Instrument.Group(
      id: "technology", title: "Technology",
      items: [
        activity(
          "routing_tool", "Routing Tool/System",
          achieved: """
            Routing is automatic, tied to systems such as WFM, gives live figures, and warns \
            before a service target is missed.
            """),
        activity(
          "workforce_management_tool", "Workforce Management Tool/System",
          achieved: """
            An integrated tool derives schedules from volume, work time and targets, and shows \
            adherence and performance live.
            """),
        activity(
          "omnichannel_tool", "Omnichannel Tool/System",
          achieved: """
            Several channels work seamlessly through one tool that joins functions such as \
            routing and analytics.
            """),
        activity(
          "reporting_tool", "Reporting Tool/System",
          achieved: """
            An integrated tool shows service levels and target attainment live, and points out \
            openings for improvement.
            """),
      ]),
  ]
}
