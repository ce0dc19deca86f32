extension CMOStandards {
  /// Section 2: customer values and quality enter the planning cycle.
  static let strategyPlanning = Instrument.Group(
    id: "strategy_planning", title: "Strategy & Planning",
    summary: "Customer values and quality enter the planning cycle",
    items: [
      standard(
        "2.01", "Vision and Mission",
        levels: """
          Managers at each tier can state what the center is for.
          The center has a written vision or mission statement of its own.
          Agents can explain the statement; it is published inside the center and beyond.
          The statement fits the organization's own and is reviewed and promoted at set \
          intervals.
          """),
      standard(
        "2.02", "Goals and Objectives",
        levels: """
          The center has set goals and objectives.
          Most goals carry written, numeric objectives with a stated period.
          Objectives derive from the organization's; staff and managers are told results \
          against them.
          Financial and strategic goals serve the organization's mission; results go to other \
          departments too.
          """),
      standard(
        "2.03", "Operational Plan",
        levels: """
          Planning covers some functions, processes and resources that mission and business \
          objectives need.
          A written plan, renewed yearly, covers structure and every function, process and \
          resource needed.
          Plan matches the strategic plan; holds monthly budgets, relevant measurable KPIs, \
          written procedures and rules.
          Plan sets indicators per function, daily procedures, measurement against strategy; \
          reviewed and revised during the year.
          """),
      standard(
        "2.04", "Customer Access Strategy",
        levels: """
          Customer segments, contact types, access channels and service level or response time \
          objectives are defined.
          Routing method, resources per contact type and segment, and information given to \
          agents are described.
          States how contact data will improve knowledge of customers, products, services and \
          processes.
          Gives a framework for rolling out new services: technology architecture, rules for \
          investing.
          """),
    ])
}
