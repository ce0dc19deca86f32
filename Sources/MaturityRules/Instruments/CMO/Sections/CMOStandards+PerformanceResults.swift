extension CMOStandards {
  /// Section 8: results against objectives tell whether the center works.
  static let performanceResults = Instrument.Group(
    id: "performance_results", title: "Performance Results",
    summary: "Results against objectives tell whether the center works",
    items: [
      standard(
        "8.01", "Service Level/Response Time", isComputed: true,
        levels: """
          Justified objectives, tracked monthly, attained in at least 10 of 12 consecutive \
          months.
          Daily objective attained on at least 80 % of days, in each of 9 months.
          Interval objective attained in at least 80 % of intervals over 120 days.
          Evidence shows that goals agree with what customers prefer.
          """),
      standard(
        "8.02", "Quality Scores", isComputed: true,
        levels: """
          Site quality objective attained in 6 of 12 months.
          Site quality objective attained in 9 of 12 months.
          Site quality objective attained in 12 of 12 months.
          Evidence shows that goals agree with what customers expect.
          """),
      standard(
        "8.03", "Customer Satisfaction Scores", isComputed: true,
        levels: """
          Satisfaction objective attained in 6 of 12 months.
          Satisfaction objective attained in 9 of 12 months.
          Satisfaction objective attained in 12 of 12 months.
          Evidence shows that satisfaction with contacts measurably and positively affected \
          business results.
          """),
      standard(
        "8.04", "Cost per Contact", isComputed: true,
        levels: """
          Cost per contact is calculated routinely.
          Data analyzed, objectives set, performance moving toward the goal.
          At or under target in 9 of 12 consecutive months.
          At or under target in 12 of 12 consecutive months.
          """),
      standard(
        "8.05", "Cost of Quality", isComputed: true,
        levels: """
          Baselines for detailed cost-of-quality metrics are being measured.
          Work is under way on global metrics plus detailed baselines.
          Both sets of metrics are taken and analyzed at regular intervals.
          Metrics are central to operations planning; action raised quality's return and cut \
          its cost.
          """),
      standard(
        "8.06", "Transaction Value Measurement", isComputed: true,
        levels: """
          Main transaction types are named.
          Revenue or another value measure is chosen.
          Value is measured per type, with baselines and defined goals.
          Value metrics serve planning of operations, performance management and strategic \
          decisions.
          """),
    ])
}
