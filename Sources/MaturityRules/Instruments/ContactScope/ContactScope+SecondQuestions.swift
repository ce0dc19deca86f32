extension ContactScope {
  /// Questions 11 to 20.
  static let secondQuestions = [
    question(
      "cross_functional_understanding", "Understanding across functions",
      options: """
        Employees know their role, and little of other functions.
        They know their team role, adjoining functions, and the steps before and after.
        They know all customer-lifecycle processes, also across departments.
        They are trained or cross-trained in other departments' roles.
        Coached and cross-trained in the whole lifecycle, and expected to grow.
        """),
    question(
      "channel_handling", "Multi-channel and omnichannel",
      options: """
        Voice in and out, plus e-mail or chat only.
        Many channels, but interactions cannot pass between them effectively.
        Chat, SMS, social and voice; omnichannel works among some of them only.
        Every medium, with full omnichannel.
        Full omnichannel, visual IVR, and rules picking the best channel per interaction.
        """),
    question(
      "routing", "Interaction routing",
      options: """
        Single-level call routing, few enhancements.
        Multi-level routing.
        Multi-level routing with priorities from fixed definitions such as source.
        Rules give priority by any parameter: channel, language, skill, queue.
        Routes assigned dynamically from service targets, utilization, type, segment or rules.
        """),
    question(
      "interaction_history", "Use of interaction history",
      options: """
        None, or little.
        Available, neither in real time nor across channels.
        Near real-time for all agent-handled activity, whatever the channel.
        Used to tune the options offered: preferred channel, service type.
        Used to predict behavior and reach out ahead by the suitable channel.
        """),
    question(
      "knowledge_management", "Knowledge management",
      options: """
        None, or little.
        Static; unrelated to applications or transactions.
        Tools specific to channel and to function or application.
        Content cut so that agents find the needed piece without whole documents.
        Enterprise manager and team; rotating contributors; user feedback shapes content.
        """),
    question(
      "quality_management", "Quality management",
      options: """
        Missing, or applied unevenly; too few audits for statistical significance.
        Formal program, team and tools, used uniformly in limited areas.
        Shared unit aligns internal measures with external requirements; outside audits hold \
        no surprise.
        Coordinated across departments for overall service quality; monitoring covers every CX \
        goal.
        Quality is judged together with other CX metrics; every CX initiative considers it.
        """),
    question(
      "performance_metrics", "Performance metrics",
      options: """
        Targets missing, seldom updated, or in a few areas only.
        Each team runs its own metrics from available systems.
        Teams coordinate metrics, with internal SLAs.
        Metrics serve CX goals and are routinely compared with industry.
        Metrics and SLAs are optimized along the whole delivery chain, partners included.
        """),
    question(
      "performance_reporting", "Performance reporting",
      options: """
        Formal reporting is scarce or absent.
        Actionable reports within departments, historical and near real-time.
        Actionable reports with targets go across the company.
        Balanced scorecards with customer-centric measures and targets reach delivery \
        partners.
        Reporting is split by lifetime value, segment or other treatment factors.
        """),
    question(
      "strategy_scope", "Scope of the CX strategy",
      options: """
        Day-to-day work; success barely defined.
        Strategy states goals.
        Goals plus tactics for every part of the delivery chain.
        Goals and tactics plus milestones and feedback to follow progress.
        Goals and tactics are routinely compared with actual CX effect and adapted.
        """),
    question(
      "segmentation", "Segmentation and differentiation",
      options: """
        Same offer and goals for every product, customer and segment.
        Offer and goals differ by product, not by customer.
        A strategy decides where offers vary by customer or segment.
        As 3, for targets too, with lifetime value considered.
        Segmentation actively drives delivery and weighs heavily in project planning.
        """),
  ]
}
