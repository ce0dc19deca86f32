extension CMOStandards {
  /// Section 3: making full use of what people can do.
  static let employeeManagement = Instrument.Group(
    id: "employee_management", title: "Employee Management",
    summary: "Making full use of what people can do",
    items: [
      standard(
        "3.01", "Job Descriptions",
        levels: """
          Some roles have a job description.
          Every role has a job description.
          Descriptions match real work, are regularly updated, open to staff; each job has a \
          competency list.
          Competency-based descriptions are actually used in hiring, training, appraisal and \
          career talks.
          """),
      standard(
        "3.02", "Recruiting/Hiring Plan",
        levels: """
          Plans for recruiting and hiring exist.
          Those plans are written down.
          Competency list and matching screening exist; a defined recruiting method is in use.
          Reviewed competency matrix per position, ideal profile as benchmark; recruiting \
          effectiveness and cost are tracked.
          """),
      standard(
        "3.03", "Training Plans",
        levels: """
          New hires follow written training plans that are kept current.
          All roles have written ongoing training plans that are kept current.
          Each position has a competency list; each employee a gap analysis and a training \
          plan.
          A competency matrix per employee is reviewed and adjusted at intervals to fit \
          requirements.
          """),
      standard(
        "3.04", "Performance Appraisals",
        levels: """
          A written appraisal takes place every year.
          Quarterly feedback between appraisals; key criteria are specific, measurable, \
          attainable, time bound.
          Appraisal yields individual development plans that are followed up all year.
          Key criteria trace to objectives of the center and the organization.
          """),
      standard(
        "3.05", "Compensation",
        levels: """
          Pay is reviewed at regular intervals.
          Pay is regularly benchmarked against like jobs in the same sector and region.
          Pay includes performance incentives, with controls that keep distribution fair.
          Pay rewards results against individual, center and organization-wide objectives.
          """),
      standard(
        "3.06", "Recognition/Motivational Activities",
        levels: """
          Programs honor staff achievements regularly and consistently.
          Written recognition (individuals, teams) and motivation programs are part of the \
          center's objectives.
          Agents help design and maintain these programs.
          Esteem needs of staff are known and demonstrably put to use.
          """),
      standard(
        "3.07", "Career Development",
        levels: """
          Employees have career development plans.
          Those plans are written down and reviewed.
          Plans are reviewed, with progress assessed, every six months or more often.
          Plans tie in with training and offer varied activities: stretch tasks, \
          cross-department work, job shadowing.
          """),
    ])
}
