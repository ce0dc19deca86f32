extension ContactScope {
  /// Questions 1 to 10.
  static let firstQuestions = [
    question(
      "strategy_documented", "CX strategy documented",
      options: """
        No written strategy.
        Written, yet out of date.
        Current, but seldom used.
        Built into training and into coaching.
        Guides every activity.
        """),
    question(
      "feedback_processing", "Processing of customer feedback",
      options: """
        Acted on now and then, according to severity or source.
        Captured systematically and evaluated continuously; action where warranted.
        Monitored and measured all the time per channel, process group and unit.
        Used for trends over time and causes; transaction data may be watched too.
        Tied to processes, products and people; action is expected and its effect measured.
        """),
    question(
      "executive_engagement", "Executive engagement",
      options: """
        Executives know of CX; they join only larger projects needing approval.
        A few executives take part steadily, in limited areas.
        All executives take active part and get scheduled updates on customer-related factors.
        Executives champion CX and coordinate with peers so that processes become measurable.
        Executives join CX teams and frontline work; what they learn drives improvement.
        """),
    question(
      "employee_engagement", "Employee engagement",
      options: """
        Employees broadly know the core values and their part in them.
        Values are taught in role training and reinforced when needed.
        Everyone knows the values; communication, training and coaching reinforce them \
        systematically.
        Values become behaviors that staff are measured by; CX efforts must conform.
        A cross-functional team checks every change for employee impact and prepares staff.
        """),
    question(
      "customer_needs", "Awareness of customer needs",
      options: """
        Needs, and performance against them, are broadly known; no formal analysis.
        Needs identified in some key areas; findings reach some training or coaching.
        Needs are clear; key processes are routinely monitored for efficiency and effect.
        All key interaction points are mapped to process metrics; both are monitored.
        Execution is watched against expectations and lifetime value; openings are \
        systematically implemented.
        """),
    question(
      "roles_compensation", "Job roles and compensation",
      options: """
        Roles and expectations are undefined.
        Roles and expectations are loose, clearer in some areas.
        Roles are clear; expectations are formally communicated everywhere.
        Roles are re-evaluated yearly; attained metrics can raise pay.
        Pay follows agent metrics tied to CX goals; agents are trained to advance.
        """),
    question(
      "training", "Employee training",
      options: """
        Experts train formally, with poor tools and no check of retention.
        Formal onboarding covers industry, operations, tools, soft skills; later training is \
        ad hoc.
        Ongoing training is structured; further needs are identified and backed by management.
        Training includes key delivery partners, to learn issues from their viewpoint.
        Training bay or similar: agents observed and coached when new, slipping or advancing.
        """),
    question(
      "career_progression", "Career progression",
      options: """
        No formal path.
        Progress follows tenure or openings; few formal paths.
        Progress follows skills along defined specialist and managerial paths.
        Tied to operations planning; paths include other functions for added skills.
        Staff are expected to rise and receive tools, support and training for it.
        """),
    question(
      "policies_procedures", "Policies and procedures",
      options: """
        Loose, outcome only; practice differs by location or department.
        Well defined and open to all; updates lag behind events.
        Reviewed and updated proactively at intervals; everyone uses them.
        Programs such as Six Sigma refine them on schedule from measured outcomes.
        Notable events trigger prompt review; staff input through knowledge tools is \
        rigorously checked.
        """),
    question(
      "customer_relationships", "Relationship management",
      options: """
        Contact happens only when unavoidable.
        Contact is managed around events such as inquiries or renewals.
        Recent history informs contacts, aiming at long-term relations across departments.
        Ongoing analysis finds behavior patterns; recommended actions rest on measured \
        outcomes.
        Departments evaluate outcomes together and adapt practice to changed behavior and \
        quality.
        """),
  ]
}
