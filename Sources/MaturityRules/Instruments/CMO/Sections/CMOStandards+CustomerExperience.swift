extension CMOStandards {
  /// Section 7: good experiences make loyalty, loyalty makes lasting results.
  static let customerExperience = Instrument.Group(
    id: "customer_experience_management", title: "Customer Experience Management",
    summary: "Good experiences make loyalty, loyalty makes lasting results",
    items: [
      standard(
        "7.01", "Customer Satisfaction—Surveys",
        levels: """
          Survey data on satisfaction are collected for the center.
          All channels are surveyed; statistically valid data are compared with objectives.
          Survey gaps lead to action plans; results are reported for center, teams and agents.
          Experience program with cross-functional support runs; satisfaction is correlated \
          with financial objectives.
          """),
      standard(
        "7.02", "Customer Feedback",
        levels: """
          Customer feedback (complaints, suggestions, compliments) is collected.
          Feedback is analyzed for needs, preferences and openings; compliments passed on; \
          answers given where due.
          Analysis leads to action plans and improvement projects.
          Feedback and analysis go to key stakeholders routinely and are discussed with them.
          """),
    ])
}
