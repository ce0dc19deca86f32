extension CMOStandards {
  /// Section 5: finding, writing, reviewing and revising the ways of working.
  static let processes = Instrument.Group(
    id: "processes_procedures", title: "Processes and Procedures",
    summary: "Finding, writing, reviewing and revising the ways of working",
    items: [
      standard(
        "5.01", "Financial Management",
        levels: """
          An annual budget exists; variances are reported regularly.
          Managers have some say in the budget's scope, amounts and allocation.
          Monthly profit-and-loss statements track expenses and revenue.
          Activity costs and budget results are regularly analyzed; cost-reduction strategy \
          and standard investment methods exist.
          """),
      standard(
        "5.02", "Customer Satisfaction Management",
        levels: """
          Customer satisfaction is measured by a defined process.
          Measured satisfaction is compared with set objectives.
          All touch points are measured; data feed planning and objectives and are shared \
          organization-wide.
          Experience program: satisfaction goals per agent, correlated with internal and agent \
          quality; continual improvement.
          """),
      standard(
        "5.03", "Change Management",
        levels: """
          A change process is written down.
          Roles are documented and the center follows the process consistently.
          Agents learn about changes beforehand and get ready, for instance through training.
          Center and customers have a voice in change planning; downstream effects are \
          assessed and handled.
          """),
      standard(
        "5.04", "Process Management and Continuous Improvement",
        levels: """
          Employees or customers can hand in suggestions by a set process; main processes are \
          documented.
          All processes are defined, measurement has begun, and a written routine reviews them \
          for weaknesses.
          An improvement method is visibly in use; sound process measures are collected \
          consistently.
          One systematic method governs all processes and improvements; agents are told the \
          outcomes.
          """),
      standard(
        "5.05", "Service Continuity Management",
        levels: """
          Regular backups of data and systems are kept at a secure remote site.
          Scenario plans fit center and location (weather, fire, disaster) and set recovery \
          service levels.
          Written, funded, distributed plan covers replacement of data, hardware, \
          telecommunications and systems.
          Plans are tested and updated at intervals and take part in change management.
          """),
      standard(
        "5.06", "Quality Monitoring/Coaching",
        levels: """
          Every channel is monitored with a form; some coaching happens.
          Documented process with standards, justified sample size, timely individual coaching \
          and executive backing.
          Standards follow customer needs; customer feedback enters scores and appraisals; \
          calibration documented; coaching results trended.
          Statistical analysis finds patterns and improvement openings, shared with \
          stakeholders; executives value the customer insight.
          """),
      standard(
        "5.07", "Forecasting",
        levels: """
          Workload is tracked; main contact types have a daily forecast.
          Main contact types are followed and forecast per interval.
          Some shrinkage is forecast; volume drivers enter the method; a rough long-term model \
          exists.
          All types per interval, accuracy tracked; all shrinkage analyzed; recommendations \
          feed long-term models.
          """),
      standard(
        "5.08", "Scheduling",
        levels: """
          Schedules cover opening hours.
          Schedules receive small business adjustments; breaks and lunches follow business \
          need.
          Flexible schedules follow the day's peaks, breaks included, with regard to agents' \
          needs.
          Scheduling uses flexible strategies that balance business demand with agents' needs.
          """),
      standard(
        "5.09", "Real-Time Management",
        levels: """
          Service levels are watched live through the day.
          Service levels are watched; some off-phone work is planned and recorded.
          Service levels are watched; off-phone work is planned ahead, scheduled, and moved \
          when needed.
          Documented service level plan in force; WFM schedules all off-phone work; focus is \
          future intervals.
          """),
      standard(
        "5.10", "Contact Routing",
        levels: """
          Routing is written down.
          Routing is written down and sends contacts to the right resource.
          Routing plans aim at meeting the customer's need in the first contact.
          Transfers are continually analyzed to improve routing; data collected steer routing \
          and reach the agent.
          """),
      standard(
        "5.11", "Data Privacy & Security",
        levels: """
          Managers are kept aware of privacy and security requirements.
          A process manages compliance with those requirements.
          A process detects, reports and remedies breaches.
          Processes track changed requirements, update controls, and assess risks of new \
          initiatives.
          """),
    ])
}
