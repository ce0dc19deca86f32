extension CMOStandards {
  /// Section 6: engaged agents make good service and loyal customers.
  static let employeeEngagement = Instrument.Group(
    id: "employee_engagement", title: "Employee Engagement",
    summary: "Engaged agents make good service and loyal customers",
    items: [
      standard(
        "6.01", "Employee Engagement Measurement Process",
        levels: """
          Satisfaction of the center's employees is surveyed and analyzed.
          Engagement objectives exist; employee satisfaction is routinely compared with them.
          Gaps found lead to action plans.
          Measuring and action planning recur in a continual improvement cycle.
          """),
      standard(
        "6.02", "Employee Attrition",
        levels: """
          Internal and external turnover is measured routinely.
          Root causes of leaving are known.
          Action plans address dissatisfaction and the drivers of leaving.
          A retention program runs; key stakeholders of other functions join in attrition \
          planning.
          """),
    ])
}
