/// SQM's best-practice certification of contact channels, as an instrument.
///
/// Each area has a few fields, and is decided for itself. What meets the criteria here does
/// so by the center's own figures: only SQM issues certificates.
public enum SQMPractice: Sendable {
  /// The instrument.
  public static let instrument = Instrument(
    id: "sqm_practice", title: "SQM best practice",
    source: "SQM, best-practice certification (contact channel CX)", scale: nil, meanings: [],
    facts: [
      .init("step 1", "evaluate_practice: a consultant visits, and gives an onsite score"),
      .init("step 2", "survey_and_analyze: employees are surveyed, and meet in focus groups"),
      .init("step 3", "validate: a certificate and a report, or a report with recommendations"),
      .init("per area", "a center may have one area certified, or all"),
      .init("rules of thumb by SQM", leverage),
    ],
    remarks: [
      "By the center's own figures; only SQM issues certificates.",
      "Employee satisfaction is judged only on a sufficient sample (own rule).",
      "100 surveys stand once as typical and once as a firm criterion; 50 questions and 2 to 4 "
        + "focus groups only as typical.",
      "Customer data are not required for certification, but keeping it calls for yearly "
        + "surveys of customers too.",
    ],
    groups: areas.map { area in
      Instrument.Group(
        id: area.id, title: area.title, summary: area.shows,
        items: fields.map {
          Instrument.Item(
            id: "\(area.id).\($0.id)", title: "\(area.title): \($0.title)", summary: $0.meaning,
            scale: $0.scale, isNeeded: $0.isNeeded)
        })
    })

  private static let leverage =
    "a point more of first contact resolution: 1 % less operating cost, 1 % more satisfaction "
    + "of customers, 1 % to 5 % more of employees; the industry averages 70 %"
}

// MARK: - Areas

extension SQMPractice {
  /// A result that a practice is to improve or keep high.
  public enum Result: Hashable, Sendable {
    /// First contact resolution.
    case firstContactResolution
    /// Contact resolution.
    case contactResolution
    /// Call resolution.
    case callResolution
    /// Satisfaction of customers.
    case customerSatisfaction
    /// Satisfaction of employees.
    case employeeSatisfaction
  }

  /// An area that can be certified for itself.
  public struct Area: Hashable, Sendable {
    /// What files and output call it.
    public let id: String
    /// What people call it.
    public let title: String
    /// The results that the practice is to improve.
    public let results: [Result]
    /// What is to be shown.
    public let shows: String
  }

  /// What is stated of every area.
  public struct Field: Hashable, Sendable {
    /// What files call it, behind the area and a point.
    public let id: String
    /// What people call it.
    public let title: String
    /// What can be stated.
    public let scale: RatingScale
    /// Whether a decision needs it.
    public var isNeeded = true
    /// What it means.
    public let meaning: String
    /// The criterion that it is judged by; `nil` where none is.
    public var criterion: String? = nil
  }

  /// The fields of every area.
  public static let fields = [
    Field(
      id: "onsite_score", title: "onsite score", scale: .percent,
      meaning: "score of the onsite evaluation; in a self-assessment the center's own estimate",
      criterion: "onsite_score"),
    Field(
      id: "employee_satisfaction", title: "employee satisfaction", scale: .percent,
      meaning: "share of surveyed employees satisfied with the practice",
      criterion: "employee_satisfaction"),
    Field(
      id: "employees", title: "employees", scale: .count(atLeast: 1),
      meaning: "employees who could be surveyed", criterion: "sample"),
    Field(
      id: "surveys", title: "surveys", scale: .count(atLeast: 0), meaning: "completed surveys",
      criterion: "sample"),
    Field(
      id: "cx_impact", title: "effect on CX results", scale: .truth,
      meaning: "attestation of a positive effect; its reference stands in evidence",
      criterion: "cx_impact"),
    Field(
      id: "focus_groups", title: "focus groups", scale: .count(atLeast: 0), isNeeded: false,
      meaning: "groups held; typical are 2 to 4", criterion: "focus_groups"),
    Field(
      id: "questions", title: "survey questions", scale: .count(atLeast: 0), isNeeded: false,
      meaning: "questions in the employee survey; typical are 50", criterion: "questions"),
    Field(
      id: "certified_on", title: "certified on", scale: .day, isNeeded: false,
      meaning: "when the area was certified; starts the year", criterion: "validity"),
  ]

  /// Finds the criterion that an item is judged by.
  ///
  /// - Parameter item: The identifier of the item: an area, a point and a field.
  /// - Returns: The criterion; `nil` where there is none.
  public static func criterion(of item: String) -> Criterion? {
    let field = fields.first { item.hasSuffix(".\($0.id)") }
    return criteria.first { $0.id == field?.criterion }
  }
}

extension SQMPractice.Result: CustomStringConvertible {
  /// The result in words.
  public var description: String {
    switch self {
    case .firstContactResolution: "first contact resolution"
    case .contactResolution: "contact resolution"
    case .callResolution: "call resolution"
    case .customerSatisfaction: "satisfaction of customers"
    case .employeeSatisfaction: "satisfaction of employees"
    }
  }
}
